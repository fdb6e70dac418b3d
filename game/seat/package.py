"""Packages as one seat reads them: the one in the tray, and those on the table. What each would bring, what it would
cost beside its hours, and why it cannot be tabled or taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from game.seat.locks import NotReady, WhyNot, lock_of, shut
from game.seat.memo import kept
from game.seat.score import Reach, reach
from game.seat.tray import Shifts, Tray, answers, askable, waiting
from game.talks import Accept, Amend, Move, Package, Propose, Shift, Unheard, View, breaking, credible, moves
from game.talks.locks import refused_by
from game.talks.moves import PackageNumber
from game.talks.refused import Refused, Why
from game.talks.tabled import Tabled
from game.text import DelegationId, IssueId, OptionId, agreed_in, maker


@dataclass(frozen=True, slots=True)
class Reopening:
    """A move would reopen what is agreed, or go back to a wording that this seat has given up; so much it costs, and
    goodwill."""

    issue: IssueId
    points: int
    given_up: OptionId | None = None
    """The wording that was given up; None where the issue is agreed."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """A move would leave what this seat has told the newspapers; so much it costs."""

    issue: IssueId
    points: int


@dataclass(frozen=True, slots=True)
class Forsworn:
    """A move would take a wording that this seat has refused for ever; so much it costs, and goodwill."""

    issue: IssueId
    points: int
    option: OptionId


@dataclass(frozen=True, slots=True)
class Recess:
    """With a move everybody would only have talked: the talks would go into recess for so many hours at most."""

    hours: float


@dataclass(frozen=True, slots=True)
class NeverRow:
    """What comes of it if this seat refuses a wording of a package for ever."""

    issue: IssueId
    option: OptionId
    points: int
    """What it costs to take it later, beside goodwill."""
    believed: bool
    """Whether the others will take it at its word: it has not said so too often."""


@dataclass(frozen=True, slots=True)
class Insisted:
    """A package would ask once more for a wording that was refused twice, with nothing changed since."""

    issue: IssueId
    option: OptionId


Penalty: TypeAlias = Reopening | Pledge | Forsworn | Recess | Insisted | Unheard
"""What a move costs beside its hours, or costs for nothing."""


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package on the table that this seat can see."""

    number: PackageNumber
    by: DelegationId
    shifts: Shifts
    off_record: bool
    accepted: tuple[DelegationId, ...]
    waits_for: tuple[DelegationId, ...]
    after: Reach | None = None
    """What the words would be worth to this seat with it."""
    hours: float = 0.0
    """Hours of talks that it takes this seat to accept it, where it waits for it."""
    why_not: WhyNot | None = None
    """Why this seat cannot accept it; None too where it does not wait for it."""
    penalties: tuple[Penalty, ...] = ()
    nevers: tuple[NeverRow, ...] = ()
    """What refusing each of its issues for ever would mean, where it waits for this seat and is on the record."""
    unasked: tuple[IssueId, ...] = ()
    """The issues in which this seat could take it only after a later step of its mandate, about which its capital
    cannot be asked now."""


@dataclass(frozen=True, slots=True)
class TrayRow:
    """The package that the tray shows: theirs while it waits for an answer, one's own that lies on the table while
    another has the floor, else the one that is prepared."""

    shifts: Shifts
    package: PackageNumber | None = None
    """Its number, if it lies on the table already."""
    mine: Shifts = ()
    theirs: Shifts = ()
    after: Reach | None = None
    """What the words would be worth with it."""
    locked: Shifts = ()
    """What of its own part this seat may not offer."""
    over: tuple[IssueId, ...] = ()
    """The issues that are too many for one package."""


_row = maker(PackageRow)


def table(view: View) -> tuple[PackageRow, ...]:
    """The packages that this seat can see, oldest first."""
    return tuple([_mine(view, each) if view.own else _seen(view, each) for each in view.packages])


def _seen(view: View, package: Package) -> PackageRow:
    """A package as all see it who have no place at the table."""
    ids, waits_for = view.scenario.ids, package.waits_for

    def found() -> PackageRow:
        return PackageRow(
            number=package.number,
            by=package.by,
            shifts=package.shifts,
            off_record=package.off_record,
            accepted=tuple(who for who in ids if who in package.accepted),
            waits_for=tuple(who for who in ids if who in waits_for),
        )

    return kept(("package", ids), found, package)


def _mine(view: View, package: Package) -> PackageRow:
    """A package with what it is to a delegation."""
    waits, seen = view.who in package.waits_for, _seen(view, package)
    after = reach(view, package.shifts)
    hours = view.price(Accept(view.who, package.number)) if waits else 0.0
    why_not = why_not_accept(view, package) if waits else None
    penalties = tuple(broken(view, package.shifts))
    nevers = _nevers(view, package) if waits and not package.off_record else ()
    unasked = _unasked(view, package.shifts) if waits and view.my_turn else ()
    public = seen.number, seen.by, seen.shifts, seen.off_record, seen.accepted, seen.waits_for
    return _row(*public, after, hours, why_not, penalties, nevers, unasked)


def _nevers(view: View, package: Package) -> tuple[NeverRow, ...]:
    return tuple(
        NeverRow(
            shift.issue,
            shift.option,
            breaking(view.seat.instructions.points[shift.issue].values()),
            credible(view.forsworn, shift),
        )
        for shift in (Shift(view.who, issue, package.minded(view.who, issue)) for issue in package.issues)
        if view.positions[view.who][shift.issue] != shift.option
    )


def _unasked(view: View, shifts: Shifts) -> tuple[IssueId, ...]:
    steps, known = view.seat.instructions.mandate, askable(view)
    later = (each for each in shifts if lock_of(view, each) and each.issue not in known)
    return tuple(dict.fromkeys(e.issue for e in later if any(e.option in step for step in steps.get(e.issue, ()))))


def shown(view: View, tray: Tray) -> TrayRow:
    """What the tray shows now."""
    package = _lying(view, tray)
    shifts = package.shifts if package else tray.shifts
    number = package.number if package else None
    me = package.by if package and view.own is None else view.who if shifts else None
    issues = tuple(dict.fromkeys(each.issue for each in shifts))
    after = reach(view, shifts) if view.own and shifts else None
    locked = tuple(each for each in shifts if lock_of(view, each))
    over = issues[view.legal.largest :] if view.legal.own is not None and not package else ()

    def found() -> TrayRow:
        mine = tuple(each for each in shifts if each.delegation == me)
        theirs = tuple(each for each in shifts if each.delegation != me)
        return TrayRow(shifts, number, mine, theirs, after, locked, over)

    return kept(("shown", number, me, after, locked, over), found, shifts)


def _lying(view: View, tray: Tray) -> Package | None:
    """The package on the table that the tray shows to be read."""
    if answers(view, tray):
        return waiting(view)
    if view.own is not None and (view.my_turn or view.verdict or tray.shifts):
        return None
    seen = [each for each in view.packages if view.own is None or each.by == view.who]
    return seen[-1] if seen else None


# ---- why not ------------------------------------------------------------------------------------------------------


def why_not_table(view: View, shifts: Shifts) -> WhyNot | None:
    """Why a package cannot be tabled, as far as a seat can know it beforehand; None if it can be tried."""
    issues = tuple(dict.fromkeys(each.issue for each in shifts))
    if closed := shut(view, Propose):
        return closed
    if not shifts:
        return NotReady("empty-tray")
    if all(each.delegation == view.who for each in shifts):
        return Refused(kind=Why.NOTHING_IN_RETURN)
    if len(issues) > view.legal.largest:
        return Refused(kind=Why.LARGE_PACKAGE, number=len(issues), most=view.legal.largest)
    return beyond(view, shifts) or _excluded(view, shifts)


def why_no_rest(view: View) -> WhyNot | None:
    """Why the rest cannot be closed in one package."""
    if closed := shut(view, Propose):
        return closed
    brackets, most = len(view.brackets), view.legal.largest
    if not brackets:
        return NotReady("no-bracket")
    return Refused(kind=Why.LARGE_PACKAGE, number=brackets, most=most) if brackets > most else None


def why_not_accept(view: View, package: Package) -> WhyNot | None:
    """Why a package that waits cannot be accepted: the first of one's own moves that one may not make, or the rules."""
    if Accept(view.who, package.number) in view.legal.of(Accept):
        return None
    if not view.my_turn:
        return shut(view, Accept)
    return beyond(view, package.shifts) or shut(view, Accept) or Refused(kind=Why.IMPOSSIBLE)


def beyond(view: View, shifts: Shifts) -> Refused | None:
    """Why this seat may not make its own part of a package."""
    for each in shifts:
        if lock := lock_of(view, each):
            return refused_by(lock.kind, each)
    return None


def _excluded(view: View, shifts: Shifts) -> Refused | None:
    """Words that would be agreed and cannot stand together."""
    broken = view.scenario.text.conflict(agreed_in(view.after(shifts)))
    return Refused(kind=Why.EXCLUDED, written=broken.because) if broken else None


# ---- penalties -----------------------------------------------------------------------------------------------------


def penalties(view: View, move: Move) -> tuple[Penalty, ...]:
    """What a move of this seat's costs beside its hours."""
    match move:
        case Propose(off_record=False):
            reopened = (_reopens(view, each) for each in move.issues if each in view.agreed)
            insisted = (Insisted(*word) for word in Tabled(view).insists(move.shifts))
            return (*reopened, *broken(view, move.shifts), *insisted)
        case Accept():
            package = next((each for each in view.packages if each.number == move.package), None)
            return tuple(broken(view, package.shifts)) if package and not package.off_record else ()
        case Amend():
            shift = Shift(move.by, move.issue, move.option)
            left = move.option if move.issue not in view.agreed and shift in view.given_up else None
            reopens = (_reopens(view, move.issue, left),) if left or move.issue in view.agreed else ()
            return (*reopens, *broken(view, (shift,)))
        case moves.Consult():
            forgone = view.seat.unheard
            return (forgone,) if forgone and forgone.issue in move.issues else ()
        case Propose() | moves.Decline() | moves.Withdraw() | moves.Hold() | moves.Respond():
            return ()
        case moves.Announce() | moves.Sound() | moves.Circulate() | moves.Interpret():
            return ()
        case moves.Say():
            return (Recess(view.recess),) if view.recess else ()
        case moves.Sign() | moves.Leave():
            return ()
        case moves.KeepSilence() | moves.BreakSilence() | moves.Reply() | moves.Vote() | moves.Headline():
            return ()
        case moves.Pass() | moves.Extend() | moves.Release() | moves.Wire() | moves.Revoke() | moves.Close():
            return ()
        case moves.Transcribe() | moves.Admit() | moves.Excuse():
            return ()
        case _:
            assert_never(move)


def _reopens(view: View, issue: IssueId, given_up: OptionId | None = None) -> Reopening:
    return Reopening(issue, view.scenario.clock.reopening, given_up)


def broken(view: View, shifts: Shifts) -> Iterator[Pledge | Forsworn]:
    """What it costs this seat where these move it off what it has told the newspapers, and to what it has refused for
    ever."""
    for shift in (each for each in shifts if each.delegation == view.who):
        points = breaking(view.seat.instructions.points[shift.issue].values())
        if view.committed.get((view.who, shift.issue), shift.option) != shift.option:
            yield Pledge(shift.issue, points)
        if view.forsworn.get(shift):
            yield Forsworn(shift.issue, points, shift.option)
