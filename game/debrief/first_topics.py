"""Which topics of a debrief are read first in these talks, and why: chosen by what happened in them.

A debrief has some twenty topics. Here are those that tell most of one game, each with the measured cause for which it
is among the first; every other topic is told all the same, after them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from game.debrief.clauses import clauses
from game.debrief.debrief import Debrief
from game.debrief.how_it_went import (
    Ahead,
    Below,
    Bought,
    Cornered,
    Far,
    HowItWent,
    Impossible,
    Mark,
    Near,
    Poor,
    Sold,
    Soured,
    how_it_went,
)
from game.debrief.letter import letters
from game.debrief.measures import Measures, measures
from game.debrief.prices import bargains
from game.debrief.turning_points import TurningPoint, turning_points
from game.scenario import AudienceId
from game.text import DelegationId, IssueId

MOST = 3
"""Topics that are read first, at most."""
MUCH = Fraction(1, 4)
"""So large a part of the most that one could have gained is much to leave, or to win or lose in one move."""
TELLING = 3
"""Points of what came after that are worth a word, where they are half of what the words had brought."""
ALIKE = Fraction(3, 4)
"""Of so many wordings that are those of history a text is like it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A parliament refused the text for good."""

    audience: AudienceId


@dataclass(frozen=True, slots=True)
class Angry:
    """Somebody who was not at the table is against what was signed."""

    audience: AudienceId


@dataclass(frozen=True, slots=True)
class Left:
    """Another text would have brought one so many points more, with nobody worse off."""

    who: DelegationId
    points: int


@dataclass(frozen=True, slots=True)
class Turned:
    """One move changed by so much what one could expect."""

    number: int
    who: DelegationId
    points: Fraction


@dataclass(frozen=True, slots=True)
class Later:
    """What came after brought or cost so much."""

    who: DelegationId
    points: int


@dataclass(frozen=True, slots=True)
class Alike:
    """Most wordings are those of the historical text."""

    same: int
    every: int


@dataclass(frozen=True, slots=True)
class Best:
    """No other text is better for everybody."""


@dataclass(frozen=True, slots=True)
class Longest:
    """An issue stood in brackets longer than all others."""

    issue: IssueId
    hours: float


@dataclass(frozen=True, slots=True)
class Possible:
    """So many texts give everybody the walk-away."""

    texts: int


Cause: TypeAlias = Mark | Refused | Angry | Left | Turned | Later | Alike | Best | Longest | Possible
"""Why a topic is among the first: often what marked the talks most."""


@dataclass(frozen=True, slots=True)
class FirstTopic:
    """A topic by its id, and why it is read first."""

    topic: str
    cause: Cause


def first_topics(debrief: Debrief, me: DelegationId | None = None) -> tuple[FirstTopic, ...]:
    """The few that tell most of these talks, for one of the delegations or for whoever watched."""
    found: dict[str, FirstTopic] = {}
    for each in _candidates(debrief, me):
        found.setdefault(each.topic, each)
    return tuple(found.values())[:MOST]


def _candidates(debrief: Debrief, me: DelegationId | None) -> Iterator[FirstTopic]:
    """All that has a cause, what matters most first."""
    went, found = how_it_went(debrief, me), measures(debrief)
    verdict, turned = debrief.course.verdict, list(_turned(debrief, found, me))
    if verdict.refused_by is not None:
        yield FirstTopic("letter", Refused(verdict.refused_by))
    yield from _of_no_text(went)
    yield from _lost(went)
    yield from _left(found, me)
    yield from (FirstTopic("turning", each) for each, much in turned if much)
    yield from _traded(debrief, went)
    yield from _angry(debrief)
    yield from _alike(debrief)
    if found.left is not None and not any(found.left.values()):
        yield FirstTopic("plot", Best())
    yield from _later(found, me)
    yield from (FirstTopic("turning", each) for each, _ in turned)
    longest = max(clauses(debrief).issues, key=lambda story: story.hours)
    if longest.hours:
        yield FirstTopic("clauses", Longest(longest.issue, longest.hours))
    if debrief.agreeable is not None and debrief.agreeable.texts:
        yield FirstTopic("plot", Possible(debrief.agreeable.texts))


def _of_no_text(went: HowItWent) -> Iterator[FirstTopic]:
    """What could have been signed, where nothing was."""
    match went.mark:
        case Impossible():
            yield FirstTopic("instructions", went.mark)
        case Near() | Far() | Cornered():
            yield FirstTopic("better", went.mark)


def _lost(went: HowItWent) -> Iterator[FirstTopic]:
    """Whose words are worth less than no text, or were undone by what came after."""
    match went.mark:
        case Below():
            yield FirstTopic("parts", went.mark)
        case Soured():
            yield FirstTopic("after", went.mark)


def _left(found: Measures, me: DelegationId | None) -> Iterator[FirstTopic]:
    """What a signed text left unused: for oneself before all others."""
    left = found.left or {}
    who = max(left, key=lambda who: (who == me and left[who] > 0, left[who]), default=None)
    if who is not None and left[who] and left[who] >= MUCH * (found.own[who].most or 0):
        yield FirstTopic("settlement", Left(who, left[who]))


def _turned(debrief: Debrief, found: Measures, me: DelegationId | None) -> Iterator[tuple[Turned, bool]]:
    """The move that changed most what one could expect, and whether that was much; that talks ended is none."""

    def change(point: TurningPoint) -> tuple[DelegationId, Fraction]:
        who = me if me in point.change else max(point.change, key=lambda each: abs(point.change[each]))
        assert who is not None
        return who, point.change[who]

    points = [point for point in debrief.once(turning_points) if point.by != "end"]
    largest = max(points, key=lambda point: abs(change(point)[1]), default=None)
    if largest is not None:
        who, points_changed = change(largest)
        if abs(points_changed) >= 1:
            most = found.own[who].most
            yield Turned(largest.number, who, points_changed), bool(most) and abs(points_changed) >= MUCH * (most or 0)


def _traded(debrief: Debrief, went: HowItWent) -> Iterator[FirstTopic]:
    """What was given for what, and who came out ahead of whom."""
    match went.mark:
        case Bought() | Sold():
            yield FirstTopic("prices" if bargains(debrief) else "clauses", went.mark)
        case Ahead():
            yield FirstTopic("measures", went.mark)
        case Poor():
            yield FirstTopic("plot", went.mark)


def _angry(debrief: Debrief) -> Iterator[FirstTopic]:
    """Who writes an angry letter about a text that was signed."""
    angry = [each.audience for each in letters(debrief) if each.signed and each.tone == "angry"]
    if angry:
        yield FirstTopic("letter", Angry(angry[0]))


def _alike(debrief: Debrief) -> Iterator[FirstTopic]:
    """How like a signed text is to that of history, where it is not all the same."""
    signed, history = debrief.course.signed, debrief.scenario.history
    if signed is None or history is None:
        return
    issues = [issue.id for issue in debrief.scenario.text.negotiated]
    same = sum(signed[issue] == history.outcome[issue] for issue in issues)
    if ALIKE * len(issues) <= same < len(issues):
        yield FirstTopic("against", Alike(same, len(issues)))


def _later(found: Measures, me: DelegationId | None) -> Iterator[FirstTopic]:
    """What came after, where it weighs as much as half of what the words had brought: for oneself before all others."""
    later = found.durability.points if found.durability is not None else {}
    weighty = [who for who, points in later.items() if abs(points) >= TELLING]
    weighty = [who for who in weighty if 2 * abs(later[who]) >= abs(found.own[who].gain)]
    who = max(weighty, key=lambda who: (who == me, abs(later[who])), default=None)
    if who is not None:
        yield FirstTopic("after", Later(who, later[who]))
