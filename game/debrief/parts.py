"""A score taken apart: by word, by words that stand together, by day of talks, by whoever pressed or cheered from
outside, by what was done at the table, and by what came after. Every point is in one part, and in no other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never, get_args

from game.debrief.debrief import Debrief
from game.scenario import AudienceId, Scenario
from game.talks import Entry, Score
from game.talks.causes import (
    Alarmed,
    Applauded,
    AskedFor,
    BargainsKept,
    CameOfIt,
    Decreed,
    GivenUpUnheard,
    Ground,
    HeldUpBy,
    HoldUpEnded,
    LeftBehind,
    NeverBroken,
    NoText,
    OpenedAgain,
    PledgeBroken,
    Pressed,
    ReadingHeard,
    ReadingLiked,
    Reopened,
    Signed,
    Spent,
    StandsFor,
    Surprised,
    ThoughtAgain,
    Together,
    Woken,
    WokenPress,
)
from game.text import DelegationId, IssueId

Kind = Literal["word", "together", "walk-away", "hours", "audience", "table", "world", "aftermath"]
"""One wording; wordings that stand together; the walk-away, where there is no text; the hours of one day; one audience;
what the delegations did at the table; what happened in the world; one test of the aftermath."""
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some entries of a score that belong together."""

    kind: Kind
    entries: tuple[tuple[Ground, int], ...]
    """What each is for, and its points."""
    issue: IssueId | None = None
    """Of a word."""
    day: date | None = None
    """Of the hours."""
    audience: AudienceId | None = None

    @property
    def points(self) -> int:
        """All of them together."""
        return sum(points for _, points in self.entries)


@dataclass(frozen=True, slots=True)
class Parts:
    """The whole score of one delegation in its parts."""

    who: DelegationId
    score: Score
    parts: tuple[Part, ...]

    def of(self, kind: Kind) -> tuple[Part, ...]:
        """The parts of one kind."""
        return tuple(part for part in self.parts if part.kind == kind)

    def points(self, kind: Kind) -> int:
        """What they come to."""
        return sum(part.points for part in self.of(kind))

    @property
    def total(self) -> int:
        """All parts together, which is the score."""
        return sum(part.points for part in self.parts)


def parts(debrief: Debrief) -> Mapping[DelegationId, Parts]:
    """The score of every delegation in its parts, which add up to it."""
    scores = debrief.course.verdict.scores
    return {who: Parts(who, scores[who], _parts(debrief.scenario, who, scores[who])) for who in debrief.scenario.ids}


def _parts(scenario: Scenario, who: DelegationId, score: Score) -> tuple[Part, ...]:
    """In the order of `KINDS`, and within a kind in that of the score."""
    found: dict[Hashable, Part] = {}
    for entry in score.entries:
        spent = entry.ground.hours if isinstance(entry.ground, Spent) else None
        for part in [_of(entry)] if spent is None else _of_days(scenario, who, spent):
            key = part.kind, part.issue, part.day, part.audience, _test(part)
            entries = (*found[key].entries, *part.entries) if key in found else part.entries
            found[key] = Part(part.kind, entries, part.issue, part.day, part.audience)
    return tuple(sorted(found.values(), key=lambda part: KINDS.index(part.kind)))


def _test(part: Part) -> str:
    """What keeps apart parts that are alike in everything else: a test of the aftermath, words that stand together."""
    match part.entries[0][0]:
        case CameOfIt(test=test):
            return test
        case Together(because=because):
            return because
        case _:
            return ""


def _of(entry: Entry) -> Part:
    """The part that an entry is in by itself."""
    kind, issue = _kind(entry.ground), entry.issue if isinstance(entry.ground, Signed) else None
    return Part(kind, ((entry.ground, entry.points),), issue, audience=_audience(entry.ground))


def _kind(ground: Ground) -> Kind:
    match ground:
        case Signed():
            return "word"
        case Together():
            return "together"
        case NoText():
            return "walk-away"
        case Spent():
            return "hours"
        case CameOfIt():
            return "aftermath"
        case Pressed() | Applauded() | Alarmed() | AskedFor() | OpenedAgain() | WokenPress():
            return "audience"
        case Reopened() | BargainsKept() | HeldUpBy() | HoldUpEnded() | Surprised() | PledgeBroken() | NeverBroken():
            return "table"
        case GivenUpUnheard() | StandsFor() | ReadingLiked() | Woken() | ReadingHeard() | ThoughtAgain():
            return "table"
        case Decreed() | LeftBehind():
            return "world"
        case _:
            assert_never(ground)


def _audience(ground: Ground) -> AudienceId | None:
    """Whoever outside decided it, where it was one audience."""
    match ground:
        case Pressed() | Applauded() | Alarmed() | AskedFor() | OpenedAgain() | WokenPress():
            return ground.audience
        case _:
            return None


def _of_days(scenario: Scenario, who: DelegationId, spent: float) -> Iterator[Part]:
    """The cost of the hours by the day on which it fell due, for a cost is due after so many full hours; hours beyond
    the calendar are of its last day."""
    delay, begins, days = scenario.instructions[who].delay, 0.0, [each.day for each in scenario.calendar.sessions]
    hours, costs = dict.fromkeys(days, 0.0), dict.fromkeys(days, 0)
    for n, session in enumerate(scenario.calendar.sessions, 1):
        ends = spent if n == len(days) else min(spent, begins + session.hours)
        hours[session.day] += ends - begins
        costs[session.day] += delay.cost(ends) - delay.cost(begins)
        begins = ends
    return (Part("hours", ((Spent(hours[day]), -cost),), day=day) for day, cost in costs.items() if cost)
