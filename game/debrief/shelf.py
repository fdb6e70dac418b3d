"""A shelf of earlier games of the same scenario: where their texts lie among all texts, and one's own among them.

It has no names: neither who played nor when. Every text is valued on the sheets of this debrief, whatever instructions
its own table had, so that the shelf compares texts, and not how well anybody played.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.debrief.debrief import Debrief
from game.debrief.plot import Mark, points_of
from game.scenario import ScenarioError, load
from game.talks import Record, open_talks, replay
from game.text import DelegationId, Outcome


@dataclass(frozen=True, slots=True)
class EarlierGame:
    """How one earlier game ended."""

    text: Outcome | None
    """The signed text, if there was one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the end of these talks lies for one delegation among those of earlier games, in points of its words or its
    walk-away."""

    more: int
    """How many earlier games ended with more for it."""
    same: int
    less: int


@dataclass(frozen=True, slots=True)
class OnShelf:
    """One text that was signed before."""

    text: Outcome
    games: int
    """How many earlier games signed it."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The earlier games."""

    texts: tuple[OnShelf, ...]
    """Those most often signed first."""
    without: int
    """How many games ended without a text."""
    unreadable: int
    """How many could not be read or played again, and are left out."""
    standings: Mapping[DelegationId, Standing]

    @property
    def signed(self) -> int:
        """How many games signed a text."""
        return sum(each.games for each in self.texts)

    @property
    def games(self) -> int:
        """How many games there were."""
        return self.signed + self.without


def earlier_games(records: Iterable[tuple[Record, bytes] | None], debrief: Debrief) -> Iterator[EarlierGame | None]:
    """How earlier games ended, each when it is asked for: it takes as long as playing its moves again. None for one
    that could not be read, that the rules do not play any more, or that is not over. The talks of the debrief itself
    are passed over."""
    own = debrief.course.record
    for found in records:
        if found is None:
            yield None
        elif (found[0].seed, found[0].moves) != (own.seed, own.moves) and not found[0].carried:
            yield _ended(*found)


def _ended(record: Record, source: bytes) -> EarlierGame | None:
    try:
        scenario = load(source, record.scenario, record.edition)
    except ScenarioError:
        return None
    opening = open_talks(scenario, record.seed, as_written=record.as_written, past=record.past)
    talks, stopped = replay(opening, record.moves)
    if stopped is not None or not talks.over:
        return None
    return EarlierGame(talks.agreed if talks.signed else None)


def shelf(debrief: Debrief, games: Iterable[EarlierGame | None]) -> Shelf:
    """The shelf of some earlier games of the scenario of a debrief."""
    texts: Counter[tuple[object, ...]] = Counter()
    known: dict[tuple[object, ...], Outcome] = {}
    ends: list[Outcome | None] = []
    unreadable = 0
    for game in games:
        if game is None:
            unreadable += 1
            continue
        ends.append(game.text)
        if game.text is not None:
            words = tuple(game.text[issue.id] for issue in debrief.scenario.text.issues)
            texts[words] += 1
            known.setdefault(words, game.text)
    on_it = tuple(OnShelf(known[words], games) for words, games in texts.most_common())
    own, others = debrief.points(debrief.course.signed), [debrief.points(end) for end in ends]
    standings = {who: _standing(points, [each[who] for each in others]) for who, points in own.items()}
    return Shelf(on_it, sum(end is None for end in ends), unreadable, standings)


def shelf_marks(shelf: Shelf, debrief: Debrief, one: DelegationId, other: DelegationId) -> tuple[Mark, ...]:
    """A mark for each place on a plot at which earlier games ended with a text, with how many did."""
    places: dict[tuple[int, int], list[OnShelf]] = {}
    for each in shelf.texts:
        places.setdefault(points_of(debrief, one, other, each.text), []).append(each)
    return tuple(
        Mark("earlier", at, there[0].text, games=sum(each.games for each in there)) for at, there in places.items()
    )


def _standing(own: int, others: Sequence[int]) -> Standing:
    more, same = sum(each > own for each in others), sum(each == own for each in others)
    return Standing(more, same, len(others) - more - same)
