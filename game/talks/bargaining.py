"""Positions and packages: what is tabled, taken, refused and overtaken, and what reopening costs."""

from __future__ import annotations

from dataclasses import replace

from game.talks.causes import Reopened
from game.talks.events import Lapsed, Settled
from game.talks.forsworn import moved_to
from game.talks.ledger import charge, hear, others, temper
from game.talks.moves import Shift, shifted
from game.talks.statements import moved_off
from game.talks.talks import Package, Talks
from game.text import DelegationId, IssueId

_REOPENED = -2
"""What reopening does to goodwill."""


def standing_package(talks: Talks, number: int) -> Package:
    """A package that stands. Raises `LookupError`."""
    package = talks.package(number)
    if package is None:
        raise LookupError(f"package {number} does not stand")
    return package


def without(talks: Talks, number: int) -> Talks:
    """The talks without a package."""
    return talks.altered(packages=tuple(p for p in talks.packages if p.number != number))


def ears(package: Package) -> frozenset[DelegationId] | None:
    """A non-paper is heard by those to whom it is put, everything else by the room."""
    return package.asked | {package.by} if package.off_record else None


def reopen(talks: Talks, who: DelegationId, issue: IssueId, because_of: int | None) -> Talks:
    """Reopening costs points, and the goodwill of everybody who had closed the bracket."""
    cause = Reopened(who, issue, talks.hours)
    talks = charge(talks, who, -talks.scenario.clock.reopening, cause, because_of)
    return temper(talks, who, others(talks, who), _REOPENED, cause, because_of)


def answered(talks: Talks, package: Package, by: DelegationId) -> Talks:
    """A non-paper is gone when everybody to whom it was put has answered."""
    heard = replace(package, accepted=package.accepted | {by})
    if not heard.waits_for:
        return without(talks, package.number)
    return talks.altered(packages=tuple(heard if p is package else p for p in talks.packages))


def rebuff(talks: Talks, package: Package) -> Talks:
    """The proposer's capital will hear that these words were refused."""
    words = {(shift.issue, shift.option) for shift in package.shifts}
    known = talks.rebuffed.get(package.by, frozenset())
    return talks.altered(rebuffed={**talks.rebuffed, package.by: known | words})


def lapse(talks: Talks, package: Package, *, countered: bool) -> Talks:
    """A package falls because its words were overtaken, or because another one answers it."""
    talks = hear(
        without(talks, package.number),
        Lapsed(at=talks.hours, heard_by=ears(package), package=package.number, countered=countered),
    )
    return rebuff(talks, package) if countered and not package.off_record else talks


def move_positions(talks: Talks, shifts: tuple[Shift, ...]) -> Talks:
    """Move positions, all at once, and let everything fall that stood on the old ones."""
    before, old = talks.agreed, talks.positions
    left = {Shift(who, issue, old[who][issue]) for who, issue in ((s.delegation, s.issue) for s in shifts)}
    positions = shifted(old, shifts)
    talks = talks.altered(positions=positions, given_up=talks.given_up | left, initials=frozenset())
    talks = moved_to(moved_off(talks, shifts), shifts)
    settled = tuple(issue for issue, option in talks.agreed.items() if before.get(issue) != option)
    if settled:
        talks = hear(talks, Settled(at=talks.hours, issues=settled))
    touched = {shift.issue for shift in shifts}
    for package in talks.packages:
        if touched & set(package.issues):
            talks = lapse(talks, package, countered=False)
    return talks
