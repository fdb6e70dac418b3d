"""The rulebook: numbered cases, after the manner of the Diplomacy Adjudicator Test Cases.

Each test opens with its number and the rule in prose. Positions are written in bracketed notation, moves as a record
writes them. All cases are played on one small note that is built here, so that no scenario file can change a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from textwrap import dedent
from typing import Any, TypedDict, TypeVar, Unpack

from game.scenario import (
    Brief,
    Calendar,
    Clock,
    Delay,
    Delegation,
    Instructions,
    Pair,
    Scenario,
    Session,
    SideTextId,
    Stake,
)
from game.talks import Move, Refused, Talks, Verdict, Why, open_talks, play, read_move, verdict
from game.talks.events import Adjusted, Charged, Event, Tempered
from game.text import DelegationId, Exclusion, IssueId, OptionId, Text
from tests.notation import read, write
from tests.rulebook.note import APART, COUNCIL, FISH, GUESTS, ISSUES, NAMES, SHAPES, TEXT, VERB, WHEN, A, B, C, D, E, F
from tests.rulebook.world import World

__all__ = [
    "COUNCIL",
    "FISH",
    "GUESTS",
    "VERB",
    "WHEN",
    "A",
    "B",
    "C",
    "D",
    "E",
    "F",
    "after",
    "draft_of",
    "ending",
    "lake",
    "news",
    "numbers",
    "refused",
    "same",
    "scene",
    "sheet",
    "steps",
]

Kind = TypeVar("Kind", bound=Event)

DELAY, CLOCK = Delay(1, 4), Clock()


def steps(**issues: str) -> dict[IssueId, tuple[frozenset[OptionId], ...]]:
    """A mandate: `council="none | hears, advises"` has two steps."""
    return {
        IssueId(issue): tuple(
            frozenset(OptionId(word.strip()) for word in step.split(",")) for step in ladder.split("|")
        )
        for issue, ladder in issues.items()
    }


def sheet(
    *,
    walk_away: int = 10,
    delay: Delay = DELAY,
    mandate: Mapping[IssueId, tuple[frozenset[OptionId], ...]] | None = None,
    red_lines: str = "",
    pairs: tuple[Pair, ...] = (),
    stakes: Mapping[str, tuple[int, int]] | None = None,
    unheard: Mapping[str, int] | None = None,
) -> Instructions:
    """Instructions: the options of an issue are worth 10, 20, 30 points and so on, the strongest least; `stakes` are
    what a side text is worth if the word is given, and if it is swapped."""
    barred = [word.partition("=") for word in red_lines.split()]
    return Instructions(
        points={issue.id: {o.id: 10 * place for place, o in enumerate(issue.options, 1)} for issue in ISSUES},
        reservation_value=walk_away,
        delay=delay,
        brief=Brief("the capital", "the delegation", date(1994, 6, 1), ("Do well.",)),
        pairs=pairs,
        red_lines={IssueId(issue): frozenset({OptionId(option)}) for issue, _, option in barred},
        mandate=mandate or {},
        unheard={OptionId(option): points for option, points in (unheard or {}).items()},
        stakes={SideTextId(name): Stake(give, swap) for name, (give, swap) in (stakes or {}).items()},
    )


class Setting(TypedDict, total=False):
    """What a case may change of the talks on the lake."""

    parties: int
    hours: float
    clock: Clock
    sheets: Mapping[DelegationId, Instructions]
    exclusions: tuple[Exclusion, ...]
    world: World
    """Who judges from outside, what happens, what comes after: see `tests.rulebook.world`."""


def lake(notation: str, **setting: Unpack[Setting]) -> Talks:
    """Talks about the note on the lake that open with this draft."""
    return open_talks(scene(notation, **setting), seed=1)


def scene(notation: str, **setting: Unpack[Setting]) -> Scenario:
    """The scenario of such talks: two towns, a day of talks in two halves, and nobody outside, unless it is said."""
    text = Text(TEXT.heading, TEXT.clauses, TEXT.issues, setting.get("exclusions", (APART,)))
    ids = tuple(DelegationId(name[0]) for name in NAMES[: setting.get("parties", 2)])
    opening = read(text, ids, dedent(notation))
    delegations = tuple(
        Delegation(
            who, f"The Town of {name}", name, "A town.", f"the town hall of {name}", name[0], shape, opening[who]
        )
        for who, name, shape in zip(ids, NAMES, SHAPES, strict=False)
    )
    world, sheets = setting.get("world", World()), setting.get("sheets", {})
    told = Scenario(
        id="lake",
        title="The lake",
        summary="",
        background="",
        kind="drill",
        text=text,
        delegations=delegations,
        calendar=_calendar(setting.get("hours", 24.0), world),
        clock=setting.get("clock", CLOCK),
        instructions={who: sheets.get(who, sheet()) for who in ids},
    )
    return replace(told, **world)


def _calendar(hours: float, world: World) -> Calendar:
    """Two sittings on the first two days of June; if there are phases, the first and the second are in one each."""
    first, second = (phase.id for phase in world["phases"]) if "phases" in world else (None, None)
    half = Session(date(1994, 6, 1), "The boat house", time(9), hours / 2, "First half", first)
    other = Session(date(1994, 6, 2), "The boat house", time(9), hours / 2, "Second half", second)
    return Calendar((half, other))


def after(talks: Talks, *moves: str) -> Talks:
    """The talks after these moves, in the notation of a record; each must be allowed."""
    for line in moves:
        played = play(talks, read_move(line))
        assert not isinstance(played, Refused), f"{line}: {played}"
        talks = played
    return talks


def refused(talks: Talks, move: str | Move) -> Refused:
    """Why a move is refused."""
    played = play(talks, read_move(move) if isinstance(move, str) else move)
    assert isinstance(played, Refused), f"{move} was allowed"
    return played


def refusing(kind: Why, **values: Any) -> Refused:
    """Why a move is refused, with ids as plain words."""
    return Refused(kind=kind, **values)


def draft_of(talks: Talks) -> str:
    """The draft in bracketed notation."""
    return write(talks.scenario.text, talks.positions)


def same(notation: str) -> str:
    """A draft as it was typed in a test, without the margin of the source."""
    return dedent(notation).strip()


def news(talks: Talks, kind: type[Kind]) -> list[Kind]:
    """The events of one kind, oldest first."""
    return [event for event in talks.events if isinstance(event, kind)]


def numbers(record: Iterable[Event]) -> list[tuple[object, ...]]:
    """The numbers that a record changes, oldest first: whose, which, from what to what or by how much, and why."""
    found: list[tuple[object, ...]] = []
    for event in record:
        match event:
            case Adjusted():
                what = [each for each in (event.issue, event.option, event.audience) if each]
                found.append((event.by, event.number, *what, event.before, event.after, event.cause))
            case Charged():
                found.append((event.by, event.points, event.cause))
            case Tempered():
                found.append((event.between, event.before, event.after, event.cause))
            case _:
                pass
    return found


def ending(talks: Talks) -> Verdict:
    """How the talks ended, and over what."""
    ended = verdict(talks)
    assert ended is not None, "they go on"
    return ended
