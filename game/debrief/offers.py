"""Every package and non-paper of finished talks, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.debrief.course import Course, Step
from game.talks import Far, Shift
from game.talks.events import Accepted, Declined, Event, Hinted, Lapsed, Proposed, Withdrawn
from game.talks.moves import PackageNumber, shifted
from game.text import DelegationId, IssueId, OptionId, Positions

Fate = Literal["carried", "declined", "countered", "withdrawn", "overtaken", "warm", "cool", "unanswered"]
"""What became of a package: everybody took it; somebody refused it; another one answered it; it was taken back; its
words moved under it, or nobody answered before the end. A non-paper was answered warmly by all, or not."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One package, or one non-paper."""

    number: int
    """Of the move that put it forward, in the record."""
    hours: float
    by: DelegationId
    package: PackageNumber
    off_record: bool
    shifts: tuple[Shift, ...]
    stood: Positions
    """Where everybody stood when it was put forward."""
    fate: Fate
    fate_number: int | None
    """Of the move that decided it; None where nothing did."""
    fate_by: DelegationId | None = None
    """Who made that move, where it was an answer."""
    issue: IssueId | None = None
    option: OptionId | None = None
    """The wording over which it was refused, where that was said; of a non-paper the issue alone."""
    never: bool = False
    """Whether that wording was refused for ever."""
    far: Far | None = None
    """How far off it was called, if that was said."""

    @property
    def positions(self) -> Positions:
        """Where everybody would have stood with it."""
        return shifted(self.stood, self.shifts)

    def has(self, issue: IssueId, option: OptionId) -> bool:
        """Whether it would have had somebody stand for a wording."""
        return any((shift.issue, shift.option) == (issue, option) for shift in self.shifts)


def offers(course: Course) -> tuple[Offer, ...]:
    """All of them, in order."""
    return tuple(
        _offer(course, place, step, event)
        for place, step in enumerate(course.steps)
        for event in step.events
        if isinstance(event, Proposed)
    )


def _offer(course: Course, place: int, step: Step, proposed: Proposed) -> Offer:
    fate: Fate = "unanswered"
    number: int | None = None
    answer: Event | None = None
    # What befalls it in its own step comes after it: news move no position, so only later moves count.
    for later in course.steps[place + 1 :]:
        for event in later.events:
            found = _fate(event, proposed)
            if found is not None and fate != "cool":
                fate, number, answer = found, later.number, event
        if fate not in ("unanswered", "warm"):
            break
    told = answer if isinstance(answer, Accepted | Declined | Hinted) else None
    return Offer(
        number=step.number,
        hours=proposed.at,
        by=step.move.by,
        package=proposed.package,
        off_record=proposed.off_record,
        shifts=proposed.shifts,
        stood=step.before.positions,
        fate=fate,
        fate_number=number,
        fate_by=told.by if told is not None else None,
        issue=told.issue if isinstance(told, Declined | Hinted) else None,
        option=told.option if isinstance(told, Declined) else None,
        never=isinstance(told, Declined) and told.never,
        far=told.far if isinstance(told, Declined | Hinted) else None,
    )


def _fate(event: Event, of: Proposed) -> Fate | None:
    """What an event makes of a package; None where it is about something else."""
    if not isinstance(event, Accepted | Declined | Hinted | Withdrawn | Lapsed):
        return None
    # Non-papers have numbers of their own among those who are in on them.
    ears = of.heard_by if of.off_record else None
    if event.package != of.package or event.heard_by != ears:
        return None
    match event:
        case Accepted():
            return "carried" if event.carried else None
        case Declined():
            return "declined"
        case Hinted():
            return "warm" if event.warm else "cool"
        case Withdrawn():
            return "withdrawn"
        case Lapsed():
            return "countered" if event.countered else "overtaken"
