"""How the bargaining went, as one seat heard it: every package with what came of it, and what was said of each wording.

All of it is read off the record of one seat, so that it tells no more than that. A face asks for it where it shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from game.seat.memo import kept
from game.talks import Far, Shift, events
from game.talks.events import Event
from game.talks.moves import PackageNumber
from game.text import DelegationId, IssueId, OptionId

Fate = Literal["lies", "agreed", "declined", "liked", "withdrawn", "countered", "overtaken"]
"""What has become of a package: it lies on the table, was taken by all, refused by somebody, called one with which one
could live (a non-paper), taken back, answered by a counter-proposal, or other words have overtaken it."""
Verdict = Literal["takes", "declines", "likes", "counters"]


@dataclass(frozen=True, slots=True)
class Reply:
    """One delegation's answer to a package."""

    by: DelegationId
    verdict: Verdict
    place: int
    """Where it stands in the record, from 0."""
    issue: IssueId | None = None
    """The issue that it names."""
    option: OptionId | None = None
    """The wording that it refuses there."""
    never: bool = False
    far: Far | None = None
    counter: PackageNumber | None = None
    """The package that was tabled in its place."""
    aside: int = 0
    """Where that one was a non-paper: which of those that this seat heard of, from 1."""


@dataclass(frozen=True, slots=True)
class Bargain:
    """One package, from when it was put forward."""

    number: PackageNumber
    by: DelegationId
    shifts: tuple[Shift, ...]
    off_record: bool
    place: int
    """Where it stands in the record, from 0."""
    fate: Fate = "lies"
    replies: tuple[Reply, ...] = ()
    aside: int = 0
    """Of a non-paper: which of those that this seat heard of, from 1; its number is of use to the rules alone."""

    def settles(self, issue: IssueId) -> OptionId | None:
        """The wording at which it would settle an issue, if it is one."""
        options = {each.option for each in self.shifts if each.issue == issue}
        return options.pop() if len(options) == 1 else None


@dataclass(frozen=True, slots=True)
class Trace:
    """What one delegation has done about one wording."""

    who: DelegationId
    offered: tuple[PackageNumber, ...] = ()
    """The packages in which it would have moved there itself, oldest first."""
    asked: tuple[PackageNumber, ...] = ()
    """Those in which it only asked others to."""
    refused: tuple[PackageNumber, ...] = ()
    """Those that it refused over this wording."""
    never: bool = False
    """Whether it refused the wording for ever, when it did so last."""
    far: Far | None = None
    """How far off it called it then."""


Traces = Mapping[tuple[IssueId, OptionId], tuple[Trace, ...]]


@dataclass(frozen=True, slots=True)
class Bargaining:
    """All packages that one seat heard of, oldest first."""

    packages: tuple[Bargain, ...] = ()
    traces: Traces = field(default_factory=dict)
    """What was done about each wording, by whom; who did nothing has no trace."""

    def __getitem__(self, number: PackageNumber) -> Bargain:
        for each in self.packages:
            if each.number == number:
                return each
        raise LookupError(f"no package {number}")

    def replies(self, to: DelegationId, since: int) -> tuple[tuple[Bargain, Reply], ...]:
        """What others have answered to the packages of a delegation from a place in the record on, in that order."""
        found = [
            (each, reply)
            for each in self.packages
            if each.by == to
            for reply in each.replies
            if reply.by != to and reply.place >= since
        ]
        return tuple(sorted(found, key=lambda each: each[1].place))


def bargaining(record: tuple[Event, ...]) -> Bargaining:
    """The bargaining of a record."""
    return kept("bargaining", lambda: _bargaining(record), record)


def _bargaining(record: tuple[Event, ...]) -> Bargaining:
    found: dict[PackageNumber, Bargain] = {}
    for place, event in enumerate(record):
        match event:
            case events.Proposed(by=by) if by is not None:
                aside = 1 + sum(each.off_record for each in found.values()) if event.off_record else 0
                _counters(found, event, place, aside)
                told = Bargain(event.package, by, event.shifts, event.off_record, place, aside=aside)
                found[event.package] = told
            case events.Accepted() | events.Declined() | events.Hinted():
                _answer(found, event, place)
            case events.Withdrawn():
                _becomes(found, event.package, "withdrawn")
            case events.Lapsed():
                _becomes(found, event.package, "countered" if event.countered else "overtaken")
            case _:
                pass
    packages = tuple(found.values())
    return Bargaining(packages, _traces(packages))


def _becomes(found: dict[PackageNumber, Bargain], number: PackageNumber, fate: Fate) -> None:
    if number in found:
        found[number] = replace(found[number], fate=fate)


def _counters(found: dict[PackageNumber, Bargain], event: events.Proposed, place: int, aside: int) -> None:
    """A package that was tabled in the place of others answers them."""
    for each in tuple(found.values()):
        if each.fate == "countered" and event.by and not any(reply.verdict == "counters" for reply in each.replies):
            reply = Reply(event.by, "counters", place, counter=event.package, aside=aside)
            found[each.number] = replace(each, replies=(*each.replies, reply))


def _answer(
    found: dict[PackageNumber, Bargain], event: events.Accepted | events.Declined | events.Hinted, place: int
) -> None:
    package = found.get(event.package)
    if package is None or event.by is None:
        return
    fate: Fate = package.fate
    match event:
        case events.Accepted():
            reply, fate = Reply(event.by, "takes", place), "agreed" if event.carried else fate
        case events.Hinted(warm=True):
            reply, fate = Reply(event.by, "likes", place), "liked"
        case events.Hinted(issue=issue):
            option = package.settles(issue) if issue else None
            reply, fate = Reply(event.by, "declines", place, issue, option, far=event.far), "declined"
        case events.Declined():
            reply = Reply(event.by, "declines", place, event.issue, event.option, event.never, event.far)
            fate = "declined"
    found[event.package] = replace(package, fate=fate, replies=(*package.replies, reply))


def _traces(packages: Iterable[Bargain]) -> Traces:
    found: dict[tuple[IssueId, OptionId], dict[DelegationId, Trace]] = {}

    def trace(issue: IssueId, option: OptionId, who: DelegationId) -> Trace:
        return found.setdefault((issue, option), {}).setdefault(who, Trace(who))

    for each in packages:
        for issue, option in dict.fromkeys((shift.issue, shift.option) for shift in each.shifts):
            told = trace(issue, option, each.by)
            own = Shift(each.by, issue, option) in each.shifts
            told = (
                replace(told, offered=(*told.offered, each.number))
                if own
                else replace(told, asked=(*told.asked, each.number))
            )
            found[issue, option][each.by] = told
        for reply in each.replies:
            if reply.verdict == "declines" and reply.issue and reply.option:
                told = trace(reply.issue, reply.option, reply.by)
                refused = (*told.refused, each.number)
                found[reply.issue, reply.option][reply.by] = replace(
                    told, refused=refused, never=reply.never, far=reply.far
                )
    return {word: tuple(traces.values()) for word, traces in found.items()}
