"""What a refusal has taught, over all rounds on the same word: what was offered for it, and what was not tried yet.

All of it is read off one seat's own desk, so that it tells no more than that: the record, and its own sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from game.seat.bargaining import Bargain, Reply, bargaining
from game.seat.desk import Desk
from game.seat.tray import Shifts
from game.talks import Far
from game.text import DelegationId, IssueId, OptionId, Text

Word = tuple[IssueId, OptionId]
Than = Literal["nearer", "no-nearer", "farther", "more", "less", "same"]
"""What a round was beside the one before: called nearer, as far or farther off; or, where one of them was not called
anything, a package that gave more, less or the same."""
_NEAR: dict[Far, int] = {far: near for near, far in enumerate(get_args(Far))}
_FEW = 2


@dataclass(frozen=True, slots=True)
class Round:
    """One package that was refused over the words, or over nothing that was named."""

    package: Bargain
    gave: tuple[Word, ...]
    """Where its author would have moved."""
    place: int
    """Where the refusal stands in the record, from 0."""
    far: Far | None = None


@dataclass(frozen=True, slots=True)
class Taught:
    """What a refusal taught."""

    by: DelegationId
    words: tuple[Word, ...]
    """The word that was named; or those among which it is, where none was."""
    rounds: tuple[Round, ...]
    """All that were refused over them, oldest first."""
    than: Than | None = None
    """What the last was beside the one before; None where that cannot be said."""
    closed: bool = False
    """Whether it was called a word that no price buys."""
    gifts: tuple[IssueId, ...] = ()
    """Brackets in which one could give way and has not offered to for these words, the cheapest first."""
    milder: OptionId | None = None
    """A wording between the two sides' that was not refused yet."""
    aside: bool = False
    """Whether it could be floated off the record, and was not yet."""


def taught(text: Text, desk: Desk, bargain: Bargain, reply: Reply) -> Taught | None:
    """What an answer to a package of this seat taught; None where it says all by itself: it is no refusal, or the first
    over a word that it names."""
    if reply.verdict != "declines" or bargain.by != desk.who:
        return None
    words = ((reply.issue, reply.option),) if reply.issue and reply.option else _asked(bargain, reply.by)
    every = {word: _rounds(desk, word, reply.by) for word in words}
    found = {word: [each for each in rounds if each.place <= reply.place] for word, rounds in every.items()}
    most = max(map(len, found.values()), default=0)
    words = tuple(word for word, rounds in found.items() if len(rounds) == most)
    if most == 0 or (most == 1 and len(words) == 1):
        return None
    rounds, tried = found[words[0]], every[words[0]]
    spoken_of = {issue for each in tried for issue, _ in (*each.gave, *words)}
    closed = reply.never or reply.far == "not-this"
    return Taught(
        reply.by,
        words,
        tuple(rounds),
        _than(words, *rounds[-2:]) if most > 1 else None,
        closed,
        () if closed or most == 1 else tuple(each for each in _gifts(desk, reply.by) if each not in spoken_of)[:_FEW],
        _milder(text, desk, words[0], reply.by) if len(words) == 1 else None,
        desk.choice("non-paper") is not None and not closed and not any(each.package.off_record for each in tried),
    )


def lessons(text: Text, desk: Desk) -> tuple[Taught, ...]:
    """What the refusals have taught that are new since this seat's own last move."""
    found = bargaining(desk.record).replies(desk.who, desk.since)
    return tuple(told for bargain, reply in found if (told := taught(text, desk, bargain, reply)))


def _asked(bargain: Bargain, of: DelegationId) -> tuple[Word, ...]:
    return tuple((each.issue, each.option) for each in bargain.shifts if each.delegation == of)


def _rounds(desk: Desk, word: Word, by: DelegationId) -> tuple[Round, ...]:
    """The packages of this seat with a word that a delegation has refused, over it or over nothing that it named."""
    return tuple(
        Round(each, tuple((s.issue, s.option) for s in each.shifts if s.delegation == desk.who), reply.place, reply.far)
        for each in bargaining(desk.record).packages
        if each.by == desk.who and any((s.issue, s.option) == word for s in each.shifts)
        for reply in each.replies
        if (reply.by, reply.verdict) == (by, "declines") and reply.issue in (None, word[0])
    )


def _than(words: Iterable[Word], before: Round, now: Round) -> Than | None:
    if before.far and now.far:
        nearer = _NEAR[now.far] - _NEAR[before.far]
        return "nearer" if nearer > 0 else "farther" if nearer < 0 else "no-nearer"
    gave, given = set(now.gave), set(before.gave)
    asks, asked = (_others(each.package.shifts, each.gave, words) for each in (now, before))
    if gave == given and asks == asked:
        return "same"
    if gave >= given and asks <= asked:
        return "more"
    return "less" if gave <= given and asks >= asked else None


def _others(shifts: Shifts, gave: Iterable[Word], words: Iterable[Word]) -> set[Word]:
    """What a package asks for beside some words."""
    return {(each.issue, each.option) for each in shifts} - set(gave) - set(words)


def _gifts(desk: Desk, to: DelegationId) -> tuple[IssueId, ...]:
    """Brackets in which this seat may go to another's wording, the cheapest first."""
    found = [
        (-wording.change, row.issue)
        for row in desk.issues
        if row.agreed is None
        for wording in row.wordings
        if to in wording.stands and desk.who not in wording.stands and desk.lock(wording) is None
    ]
    return tuple(issue for _, issue in sorted(found, key=lambda each: each[0]))


def _milder(text: Text, desk: Desk, word: Word, by: DelegationId) -> OptionId | None:
    """The wording next to one that was refused, on the way to where the other side stands."""
    issue, row = text[word[0]], desk.row(word[0])
    stands = next((each.option for each in row.wordings if by in each.stands), word[1])
    begins, ends = issue.rank(word[1]), issue.rank(stands)
    way = 1 if ends > begins else -1
    for rank in range(begins + way, ends, way):
        option = issue.options[rank].id
        traces = bargaining(desk.record).traces.get((word[0], option), ())
        named = any(each.who == by and (each.refused or each.never) for each in traces)
        if not named and not _rounds(desk, (word[0], option), by) and desk.lock(row[option]) is None:
            return option
    return None
