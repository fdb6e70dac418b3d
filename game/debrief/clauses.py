"""Clause by clause and issue by issue: where each side began, who moved first, what settled the words, and who paid.

What an issue cost is the difference on a delegation's own sheet between the wording with which it opened and the one
that was settled, as the sheets were at the end. Points that two wordings are worth together are not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from game.debrief.course import Course, Step
from game.debrief.debrief import Debrief
from game.scenario import AudienceId, SideTextId
from game.talks import Accept, Amend, Answer, Move, Propose, Transcribe
from game.talks.events import Broke, HeldUp, Responded, Returned
from game.talks.moves import PackageNumber
from game.text import DelegationId, IssueId, OptionId, Text, slots_of


@dataclass(frozen=True, slots=True)
class Closing:
    """What closed the bracket in an issue."""

    step: int
    """The number of the move."""
    at: float
    """Hours of talks."""
    by: DelegationId
    """Whose move it was."""
    option: OptionId
    how: Literal["package", "amendment", "paper"]
    """On paper nobody knows whose move it was, nor how long it took."""
    package: PackageNumber | None = None
    """Which package, and ..."""
    proposed_by: DelegationId | None = None
    """... whose."""
    after: AudienceId | None = None
    """The ally or the parliament that had opened the issue again: it was the swap that was asked for."""


@dataclass(frozen=True, slots=True)
class Reopening:
    """An issue that was closed, and opened again: by a delegation, or by an audience that named the word."""

    step: int
    at: float
    by: DelegationId
    audience: AudienceId | None = None


@dataclass(frozen=True, slots=True)
class FirstMove:
    """Who was the first that offered to leave its opening wording, or left it."""

    step: int
    at: float
    by: DelegationId
    option: OptionId
    """Where to."""
    how: Literal["package", "non-paper", "amendment", "acceptance", "retreat"]
    """In a package or a non-paper of its own; alone; by taking a package of another's; or because an audience of its
    own would not have the opening wording."""


@dataclass(frozen=True, slots=True)
class IssueStory:
    """One issue, from the opening to the end."""

    issue: IssueId
    opening: Mapping[DelegationId, OptionId]
    stood: Mapping[DelegationId, OptionId]
    """Where each stood when the talks were over."""
    settled: OptionId | None
    """What all stood for at the end, signed or not; None where the issue was open to the end."""
    hours: float
    """In brackets, all times that it was open together."""
    first: FirstMove | None
    """None where nobody moved, or offered to."""
    closed: tuple[Closing, ...]
    """Each time that it was closed; the last one settled it, if it was not opened again."""
    reopened: tuple[Reopening, ...]
    paid: Mapping[DelegationId, int]
    """What the way from the opening wording to the settled one brought each (negative: cost), in points of its sheet;
    empty where nothing was settled."""

    @property
    def settled_by(self) -> Closing | None:
        """What settled it; None where it was open to the end, or agreed from the beginning."""
        return self.closed[-1] if self.settled is not None and self.closed else None

    @property
    def contested(self) -> bool:
        """Whether it ever stood in brackets."""
        return len(set(self.opening.values())) > 1 or bool(self.closed) or bool(self.reopened)


@dataclass(frozen=True, slots=True)
class ClauseStory:
    """One clause with the issues whose own words stand in it."""

    place: Literal["heading", "clause", "beside"]
    """Beside the text stand the issues that are not printed in it."""
    clause: str
    """The id; empty unless it is a clause."""
    issues: tuple[IssueStory, ...]


@dataclass(frozen=True, slots=True)
class HoldUpStory:
    """A side text that was held up, and how that ended."""

    side_text: SideTextId
    step: int
    at: float
    by: DelegationId
    hours: float
    """From the hold-up to its end."""
    how: Answer | None
    """None where the talks ended over it."""
    ended_by: DelegationId | None
    ended: int | None
    """The number of the move that ended it."""
    points: Mapping[DelegationId, int] | None
    """What the word was worth to each; None where it was not given."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """The whole story."""

    clauses: tuple[ClauseStory, ...]
    hold_ups: tuple[HoldUpStory, ...]

    @property
    def issues(self) -> tuple[IssueStory, ...]:
        """Every issue, in the order of the text."""
        return tuple(issue for clause in self.clauses for issue in clause.issues)

    def paid(self, who: DelegationId) -> int:
        """What all settled issues together brought a delegation (negative: cost), from its opening wordings on."""
        return sum(issue.paid.get(who, 0) for issue in self.issues)


def clauses(debrief: Debrief) -> Clauses:
    """Tell the text of finished talks clause by clause, and what was held up beside it."""
    text = debrief.scenario.text
    stories = {issue.id: _story(debrief.course, issue.id) for issue in text.negotiated}
    found = [
        ClauseStory(place, clause, tuple(stories[i] for i in issues if i in stories))
        for place, clause, issues in _places(text)
    ]
    return Clauses(tuple(each for each in found if each.issues), tuple(_hold_ups(debrief.course)))


Place = tuple[Literal["heading", "clause", "beside"], str, tuple[IssueId, ...]]


def _places(text: Text) -> Iterator[Place]:
    """Each issue once, where its own words stand first."""
    told: set[IssueId] = set()
    templates = [("heading", "", text.heading), *(("clause", each.id, each.template) for each in text.clauses)]
    for place, clause, template in templates:
        here = dict.fromkeys(slot.issue for slot in slots_of(template) if not slot.part and slot.issue not in told)
        told.update(here)
        yield ("heading" if place == "heading" else "clause"), clause, tuple(here)
    yield "beside", "", tuple(issue.id for issue in text.issues if issue.id not in told)


def _story(course: Course, issue: IssueId) -> IssueStory:
    opening = {who: course.opening.positions[who][issue] for who in course.ids}
    stood = {who: course.end.positions[who][issue] for who in course.ids}
    settled = course.end.agreed.get(issue)
    sheets = course.scenario.instructions
    points = {who: sheets[who].points[issue] for who in course.ids}
    paid = {who: points[who][settled] - points[who][opening[who]] for who in course.ids} if settled else {}
    reopened = tuple(_reopenings(course, issue))
    return IssueStory(
        issue=issue,
        opening=opening,
        stood=stood,
        settled=settled,
        hours=sum(_open_for(step, issue) for step in course.steps),
        first=_first(course, issue),
        closed=tuple(_closings(course, issue, reopened)),
        reopened=reopened,
        paid=paid,
    )


def _open_for(step: Step, issue: IssueId) -> float:
    """Hours of a move in which an issue was in brackets, as far as they are known."""
    known = issue not in step.before.agreed and not isinstance(step.move, Transcribe)
    return step.after.hours - step.before.hours if known else 0.0


def _first(course: Course, issue: IssueId) -> FirstMove | None:
    for step in course.steps:
        move, was, now = step.move, step.before.positions, step.after.positions
        if isinstance(move, Transcribe):
            return None
        if isinstance(move, Propose):
            for shift in move.shifts:
                own = (shift.delegation, shift.issue) == (move.by, issue)
                if own and shift.option != was[move.by][issue]:
                    how: Literal["package", "non-paper"] = "non-paper" if move.off_record else "package"
                    return FirstMove(step.number, step.after.hours, move.by, shift.option, how)
        moved = sorted((who for who in course.ids if was[who][issue] != now[who][issue]), key=lambda w: w != move.by)
        if moved:
            who = moved[0]
            return FirstMove(step.number, step.after.hours, who, now[who][issue], _way(move))
    return None


def _way(move: Move) -> Literal["amendment", "acceptance", "retreat"]:
    """By what a position has moved that nobody had offered to move."""
    match move:
        case Amend():
            return "amendment"
        case Accept():
            return "acceptance"
        case _:
            return "retreat"


def _reopenings(course: Course, issue: IssueId) -> Iterator[Reopening]:
    for step in course.steps:
        if issue in step.before.agreed and issue not in step.after.agreed:
            yield Reopening(step.number, step.after.hours, step.move.by, _who_named(step, issue))


def _who_named(step: Step, issue: IssueId) -> AudienceId | None:
    named = (each.audience for each in step.events if isinstance(each, Broke | Returned) and each.issue == issue)
    return next(named, None)


def _closings(course: Course, issue: IssueId, reopened: tuple[Reopening, ...]) -> Iterator[Closing]:
    """Every time that all came to one wording: out of a bracket, or together from one wording to another."""
    for step in course.steps:
        option = step.after.agreed.get(issue)
        if option is None or step.before.agreed.get(issue) == option:
            continue
        package = step.before.package(step.move.package) if isinstance(step.move, Accept) else None
        last = next((each for each in reversed(reopened) if each.step < step.number), None)
        yield Closing(
            step=step.number,
            at=step.after.hours,
            by=step.move.by,
            option=option,
            how="package" if package else "paper" if isinstance(step.move, Transcribe) else "amendment",
            package=package.number if package else None,
            proposed_by=package.by if package else None,
            after=last.audience if last else None,
        )


def _hold_ups(course: Course) -> Iterator[HoldUpStory]:
    """Each hold-up with the answer that ended it. Only one side text is held up at a time."""
    begun: tuple[Step, HeldUp] | None = None
    for step in course.steps:
        for event in step.events:
            if isinstance(event, HeldUp):
                begun = step, event
            elif isinstance(event, Responded) and event.over and begun:
                yield _hold_up(course, *begun, event, step.number)
                begun = None
    if begun:
        yield _hold_up(course, *begun)


def _hold_up(
    course: Course, step: Step, event: HeldUp, answer: Responded | None = None, ended: int | None = None
) -> HoldUpStory:
    return HoldUpStory(
        side_text=event.side_text,
        step=step.number,
        at=event.at,
        by=step.move.by,
        hours=(answer.at if answer else course.end.hours) - event.at,
        how=answer.how if answer else None,
        ended_by=answer.by if answer else None,
        ended=ended,
        points=_worth(course, answer) if answer else None,
    )


def _worth(course: Course, answer: Responded) -> Mapping[DelegationId, int] | None:
    """What the word that was given or swapped is worth to each; None where it was sat out."""
    if answer.how == "sit":
        return None
    stakes = {who: course.scenario.instructions[who].stake(answer.side_text) for who in course.ids}
    return {who: stake.give if answer.how == "give" else stake.swap for who, stake in stakes.items()}
