"""The turning points of the talks: the steps at which the expected end moved most, with what moved it.

What a step changed is taken apart exactly: what it would have come to on the sheets from before is by the words; the
rest is by what happened outside in its hours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from game.debrief.course import Step
from game.debrief.debrief import Debrief
from game.debrief.expected_end import Expected, Moment, expected_ends
from game.talks import Accept, Decline, Move, Package, Shift
from game.talks.events import Declined, Event, Happened
from game.text import DelegationId, IssueId, OptionId

MOST = 5
"""Turning points that are told, at most."""
LEAST = 1
"""Points that a turning point has moved somebody, at least: less is told of no step."""

By = Literal["words", "world", "end"]
"""What moved the expected end most: words of the table, what happened outside, or the end of the talks."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A position that a delegation left for another in the step, itself or by an ally's or a parliament's will."""

    who: DelegationId
    issue: IssueId
    old: OptionId
    new: OptionId


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One step that moved the expected end."""

    number: int
    """Of the move in the record."""
    move: Move
    by: By
    package: Package | None
    """The package that the move answered, where it was on the record."""
    before: Moment
    after: Moment
    change: Mapping[DelegationId, Fraction]
    """In points, for each delegation: the words' part and the world's together."""
    by_words: Mapping[DelegationId, Fraction]
    """The part of the words and of what was refused or barred; at the end of the talks, all of it."""
    moved: tuple[Moved, ...]
    never: tuple[Shift, ...]
    """What was refused for ever in it, and by whom."""
    barred: tuple[Shift, ...]
    """What an ally or a parliament barred in it."""
    settled: tuple[IssueId, ...]
    """The brackets that it closed."""
    reopened: tuple[IssueId, ...]
    """The issues that were agreed, and are open after it."""
    events: tuple[Event, ...]
    """Everything that happened in it."""

    @property
    def size(self) -> Fraction:
        """The points that it moved all delegations, taken together without their signs."""
        return sum((abs(points) for points in self.change.values()), Fraction(0))

    @property
    def issues(self) -> tuple[IssueId, ...]:
        """The issues whose words it touched."""
        told = (*(each.issue for each in self.moved), *(each.issue for each in (*self.never, *self.barred)))
        return tuple(dict.fromkeys(told))

    @property
    def happened(self) -> tuple[Happened, ...]:
        """The news of its hours."""
        return tuple(event for event in self.events if isinstance(event, Happened))


def turning_points(debrief: Debrief) -> tuple[TurningPoint, ...]:
    """The few steps that moved the expected end most, in their order: those that moved somebody by a point or more."""
    expected, ends, steps = Expected(), debrief.once(expected_ends), debrief.course.steps
    told = (_point(step, ends[n], ends[n + 1], expected) for n, step in enumerate(steps))
    found = [point for point in told if point is not None]
    largest = sorted(found, key=lambda point: (-point.size, point.number))[:MOST]
    return tuple(sorted(largest, key=lambda point: point.number))


@dataclass(frozen=True)
class Prospects:
    """What the talks promised everybody at each of their moments: the course of the expected end, with what turned
    it."""

    moments: tuple[Moment, ...]
    """Before the first move, and after each; those that could not be counted are left out."""
    turned: tuple[TurningPoint, ...]
    walk_away: Mapping[DelegationId, int]
    me: DelegationId | None = None
    """Who is called you."""


def prospects(debrief: Debrief, me: DelegationId | None = None) -> Prospects:
    """The whole course, as a figure has it."""
    counted = tuple(moment for moment in debrief.once(expected_ends) if moment.points)
    return Prospects(counted, debrief.once(turning_points), debrief.walk_away, me)


def _point(step: Step, before: Moment, after: Moment, expected: Expected) -> TurningPoint | None:
    if not before.points or not after.points:
        return None
    change = _change(before, after)
    if max(map(abs, change.values())) < LEAST:
        return None
    by_words = change
    if step.after.scenario is not step.before.scenario:
        by_words = _change(before, expected.of(replace(step.after, scenario=step.before.scenario)))
    words = sum(map(abs, by_words.values()))
    world = sum(abs(change[who] - by_words[who]) for who in change)
    was, now = step.before, step.after
    return TurningPoint(
        number=step.number,
        move=step.move,
        by="end" if now.over else "words" if words >= world else "world",
        package=_answered(step),
        before=before,
        after=after,
        change=change,
        by_words=by_words,
        moved=tuple(
            Moved(who, issue.id, was.positions[who][issue.id], now.positions[who][issue.id])
            for issue in now.scenario.text.issues
            for who in now.scenario.ids
            if was.positions[who][issue.id] != now.positions[who][issue.id]
        ),
        never=tuple(
            Shift(event.by, event.issue, event.option)
            for event in step.events
            if isinstance(event, Declined) and event.never and event.by and event.issue and event.option
        ),
        barred=tuple(sorted(now.barred - was.barred)),
        settled=tuple(issue for issue in now.agreed if issue not in was.agreed),
        reopened=tuple(issue for issue in was.agreed if issue not in now.agreed),
        events=step.events,
    )


def _change(before: Moment, after: Moment) -> dict[DelegationId, Fraction]:
    return {who: after.points.get(who, points) - points for who, points in before.points.items()}


def _answered(step: Step) -> Package | None:
    if not isinstance(step.move, Accept | Decline):
        return None
    package = step.before.package(step.move.package)
    return None if package is None or package.off_record else package
