"""To table a package, or to float a non-paper."""

from __future__ import annotations

from collections.abc import Iterator

from game.talks.bargaining import ears, lapse, reopen, without
from game.talks.bounds import beyond, largest_package, moved, no_text, unknown
from game.talks.events import Proposed, Withdrawn
from game.talks.ledger import hear
from game.talks.moves import Propose
from game.talks.notation import read_shifts
from game.talks.numbering import numbered
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule, between, on_nothing
from game.talks.talks import Package, Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Propose) -> Refused | None:
    """Why it cannot be made, or None if it can."""
    if not move.shifts:
        return refuse(kind=Why.EMPTY_PACKAGE)
    for shift in move.shifts:
        if reason := unknown(talks, shift.delegation, shift.issue, shift.option):
            return reason
    if len({(shift.delegation, shift.issue) for shift in move.shifts}) < len(move.shifts):
        return refuse(kind=Why.ASKED_TWICE)
    for shift in move.shifts:
        if talks.positions[shift.delegation][shift.issue] == shift.option:
            return refuse(kind=Why.STANDS_THERE, delegation=shift.delegation, issue=shift.issue)
    if all(shift.delegation == move.by for shift in move.shifts):
        return refuse(kind=Why.NOTHING_IN_RETURN)
    if len(move.issues) > (largest := largest_package(talks)):
        return refuse(kind=Why.LARGE_PACKAGE, number=len(move.issues), most=largest)
    own = {shift.issue: shift.option for shift in move.shifts if shift.delegation == move.by}
    return beyond(talks, move.by, own) or no_text(talks, moved(move.shifts))


READ_TWICE = 0.5
"""Hours more for a package to somebody with whom relations are cold."""


def _hours(room: Room, move: Propose) -> float:
    clock = room.scenario.clock
    asked = {shift.delegation for shift in move.shifts} - {move.by}
    cold = any(who in room.scenario.ids and between(room, move.by, who) == "cold" for who in asked)
    return (clock.package if len(move.issues) > 1 else clock.short_package) + (READ_TWICE if cold else 0.0)


def make(talks: Talks, move: Propose) -> Talks:
    """A package lies on the table; one's own older one is taken back, and theirs on the same issues is answered."""
    talks, number = numbered(talks, move)
    package = Package(number, move.by, move.shifts, move.off_record)
    falls = [older for older in talks.packages if _falls(older, move)]
    talks = _charge_reopening(talks, move, talks.deeds + sum(not older.off_record for older in falls))
    for older in falls:
        if older.by == move.by:
            talks = hear(
                without(talks, older.number),
                Withdrawn(at=talks.hours, by=move.by, heard_by=ears(older), package=older.number),
            )
        else:
            talks = lapse(talks, older, countered=True)
    talks = talks.altered(packages=(*talks.packages, package))
    return hear(
        talks,
        Proposed(
            at=talks.hours,
            by=move.by,
            heard_by=ears(package),
            remark=move.remark,
            package=number,
            shifts=move.shifts,
            off_record=move.off_record,
        ),
    )


def _falls(older: Package, move: Propose) -> bool:
    """Whether a package takes the place of an older one of one's own, or answers one of theirs."""
    if older.by == move.by:
        return older.off_record == move.off_record
    return not move.off_record and move.by in older.asked and bool(set(older.issues) & set(move.issues))


def _charge_reopening(talks: Talks, move: Propose, because_of: int) -> Talks:
    """To table words that are agreed reopens them; `because_of` is the number that this deed will have."""
    if move.off_record:
        return talks
    for issue in [issue for issue in move.issues if issue in talks.agreed]:
        talks = reopen(talks, move.by, issue, because_of)
    return talks


def offers(_: Talks, __: DelegationId) -> Iterator[Propose]:
    """Packages are too many to list."""
    return iter(())


def write(move: Propose) -> str:
    """What is done, in the notation of a record."""
    return f"{'floats' if move.off_record else 'tables'} " + " ".join(
        f"{s.delegation}:{s.issue}={s.option}" for s in move.shifts
    )


def _tables(who: DelegationId, rest: str, remark: str) -> Propose:
    """The move from the rest of its line. Raises `Misread`."""
    return Propose(who, read_shifts(rest), remark=remark)


def _floats(who: DelegationId, rest: str, remark: str) -> Propose:
    """The move from the rest of its line. Raises `Misread`."""
    return Propose(who, read_shifts(rest), off_record=True, remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"tables": _tables, "floats": _floats}, write, hangs_on=on_nothing)
"""What `game.talks.rules` asks of this move."""
