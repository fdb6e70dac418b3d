"""The world around the lake: who judges from outside, what can be held up, what happens, and what comes after.

Every helper makes one value; `around` puts those who judge into a world with whatever else there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple, TypedDict, Unpack

from game.scenario import (
    Aftermath,
    Audience,
    AudienceId,
    Band,
    Branch,
    Condition,
    Cost,
    Couple,
    Draw,
    Effect,
    Force,
    Happening,
    HappeningId,
    Judgement,
    Phase,
    PhaseId,
    Power,
    Reading,
    ReadingId,
    Sequel,
    SideText,
    SideTextId,
)
from game.scenario.shapes import Choices
from game.text import DelegationId, IssueId, OptionId
from tests.rulebook.note import ISSUES, A, B

ALWAYS = Condition()
EARLY, LATE = Phase(PhaseId("early"), "Before the fair"), Phase(PhaseId("late"), "After the fair")
"""The two sittings of the talks, where a case needs phases."""


class World(TypedDict, total=False):
    """What a case puts round the table, by the names that a scenario has for it."""

    audiences: tuple[Audience, ...]
    judgements: Mapping[AudienceId, Judgement]
    goodwill: Mapping[Couple, int]
    phases: tuple[Phase, ...]
    side_texts: tuple[SideText, ...]
    force: Force
    happenings: tuple[Happening, ...]
    aftermath: tuple[Aftermath, ...]
    readings: tuple[Reading, ...]
    draw: Draw
    sequel: Sequel


class Judge(NamedTuple):
    """An audience with what it thinks."""

    audience: Audience
    judgement: Judgement


def around(*judges: Judge, **rest: Unpack[World]) -> World:
    """A world with these audiences in it."""
    rest["audiences"] = tuple(judge.audience for judge in judges)
    rest["judgements"] = {judge.audience.id: judge.judgement for judge in judges}
    return rest


def ally(name: str, threshold: int, *, of: DelegationId = A, **points: tuple[int, ...]) -> Judge:
    """An ally who must consent: `ally("Duke", 20, council=(0, 10, 20, 30))`, points from the strongest wording on."""
    return _judge(name, threshold, "consent", of, points)


def parliament(name: str, threshold: int, *, of: DelegationId = A, votes: str = "", **points: tuple[int, ...]) -> Judge:
    """A parliament that ratifies; `votes="verb=shall"` says on which texts."""
    audience, judgement = _judge(name, threshold, "ratify", of, points)
    return Judge(replace(audience, votes=choices(votes)), judgement)


def paper(
    name: str, threshold: int, *, of: DelegationId = A, cost: tuple[int, float] = (1, 4), **points: tuple[int, ...]
) -> Judge:
    """A newspaper that costs points below its threshold: so many for so many full hours."""
    audience, judgement = _judge(name, threshold, "press", of, points)
    points_lost, hours = cost
    return Judge(replace(audience, presses=Cost(points_lost, hours)), judgement)


def _judge(name: str, threshold: int, power: Power, of: DelegationId, points: Mapping[str, tuple[int, ...]]) -> Judge:
    audience = Audience(
        AudienceId(name.upper()), f"The {name} of the lake", f"the {name}", of, power, f"The {name} looks on."
    )
    rows = {
        issue.id: {
            option.id: single
            for option, single in zip(issue.options, points.get(issue.id, (0,) * len(issue.options)), strict=True)
        }
        for issue in ISSUES
    }
    return Judge(audience, Judgement(rows, threshold))


def choices(words: str) -> Choices:
    """Options of issues: `"council=advises council=hears verb=shall"`."""
    found: dict[IssueId, frozenset[OptionId]] = {}
    for word in words.split():
        issue, _, option = word.partition("=")
        found[IssueId(issue)] = found.get(IssueId(issue), frozenset()) | {OptionId(option)}
    return found


def given(words: str = "", *, still_open: str = "", binds: str = "", goodwill: tuple[Band, ...] = ()) -> Condition:
    """A condition: `given("verb=shall", still_open="fish", binds="council=2 council=3", goodwill=("warm",))`."""
    return Condition(
        choices(words),
        frozenset(map(IssueId, still_open.split())),
        {issue: frozenset(map(int, degrees)) for issue, degrees in choices(binds).items()},
        frozenset(goodwill),
    )


def fair(*, by: DelegationId = A, hours: float = 5, phase: Phase | None = None, name: str = "fair") -> SideText:
    """A notice that can be held up over whose boats come first."""
    return SideText(
        id=SideTextId(name),
        phase=phase.id if phase else None,
        by=by,
        title=f"the notice of the {name}",
        words="that its boats come first",
        give="the boats come first",
        swap="the boats come second, and a flag flies",
        hours=hours,
        label="MODEL",
    )


def happening(name: str, *effects: Effect, when: datetime | None = None, condition: Condition = ALWAYS) -> Happening:
    """Something that happens on the lake."""
    return Happening(
        id=HappeningId(name),
        title=f"The {name} comes",
        story=f"A {name} on the lake.",
        label="MODEL",
        effects=effects,
        day=when.date() if when else None,
        at=when.time() if when else None,
        condition=condition,
    )


def reading(name: str, of: DelegationId, *, gain: int = 2, wakes: int = 0, words: str = "") -> Reading:
    """A closing statement, on texts with these words."""
    says = f"We read it as a {name}."
    return Reading(id=ReadingId(name), of=of, says=says, gain=gain, wakes=wakes, label="MODEL", condition=given(words))


def branch(points: tuple[int, int], because: str, condition: Condition = ALWAYS, decides: str | None = None) -> Branch:
    """One way in which a test falls out, with the points of Aria and of Boro."""
    return Branch(dict(zip((A, B), points, strict=True)), because, condition, IssueId(decides) if decides else None)


def storm(*branches: Branch, no_text: tuple[int, int] = (0, 0), day: date = date(1995, 3, 1)) -> Aftermath:
    """A test of the signed words: a storm, and what the note was worth in it."""
    return Aftermath(
        id=f"storm-{day:%Y}",
        day=day,
        title="The storm",
        question="Was there notice?",
        story="It blew.",
        label="MODEL",
        branches=branches,
        no_text=Branch(dict(zip((A, B), no_text, strict=True)), "Nobody had promised anything."),
    )
