"""What a player prepares: the package in the tray, the refusal, the cable. Frozen values, and functions from one to the
next; nothing here is known to the talks before a move is made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from game.seat.locks import NotReady, WhyNot, lock_of
from game.seat.minutes import since
from game.talks import MOST_ISSUES_IN_A_CABLE, Consult, Far, Package, Shift, View
from game.talks.events import Broke, Returned
from game.talks.locks import refused_by
from game.talks.refused import Refused, Why
from game.text import DelegationId, IssueId, OptionId

Shifts = tuple[Shift, ...]
Movers = Literal["all", "me", "they"]
"""Who moves to a wording: everybody who stands elsewhere, or of them only this seat, or only the others."""


@dataclass(frozen=True, slots=True)
class Tray:
    """The player's half of a desk. An empty one is `Tray()`."""

    shifts: Shifts = ()
    """The package that is prepared."""
    countering: bool = False
    """Whether it answers the package that waits; else that one is shown, and can be accepted or refused."""
    issue: IssueId | None = None
    """The issue that is looked at: to move alone in it, to ask about it, to tell the newspapers of it."""
    word: IssueId | None = None
    """The word over which the package that waits would be refused."""
    never: bool = False
    """Whether that word would be refused for ever."""
    noted: tuple[IssueId, ...] = ()
    """Issues noted for the next cable."""
    far: Far | None = None
    """How far off the package would be called in the refusal; None: nothing would be said of it."""


def look(tray: Tray, issue: IssueId) -> Tray:
    """Look at an issue."""
    return replace(tray, issue=issue)


def put(view: View, tray: Tray, issue: IssueId, option: OptionId, movers: Movers = "all") -> Tray:
    """Settle an issue at a wording in the package: everybody who stands elsewhere moves there, or of them only
    `movers`. What was prepared in the issue before is dropped. While a package waits this begins a counter to it."""
    tray = counter(view, tray) if answers(view, tray) else tray
    return replace(tray, shifts=_without(tray.shifts, issue) + _moving(view, issue, option, movers))


def why_not_put(view: View, issue: IssueId, option: OptionId, movers: Movers = "all") -> WhyNot | None:
    """Why these have nothing to do with a wording in a package of this seat's: they stand there already, or this seat
    is one of them and may not go there. None if they have."""
    moving = _moving(view, issue, option, movers)
    if not moving:
        return Refused(kind=Why.STANDS_THERE) if movers == "me" else NotReady("nobody-moves")
    mine = next((lock_of(view, each) for each in moving if each.delegation == view.who), None)
    return refused_by(mine.kind, Shift(view.who, issue, option)) if mine else None


def _moving(view: View, issue: IssueId, option: OptionId, movers: Movers) -> Shifts:
    ids = view.scenario.ids
    among = ids if movers == "all" else [who for who in ids if (who == view.who) == (movers == "me")]
    return tuple(Shift(who, issue, option) for who in among if view.positions[who][issue] != option)


def drop(tray: Tray, *shifts: Shift) -> Tray:
    """Take shifts out of the package."""
    return replace(tray, shifts=tuple(each for each in tray.shifts if each not in shifts))


def drop_issue(tray: Tray, issue: IssueId) -> Tray:
    """Take all that is prepared in an issue out of the package."""
    return replace(tray, shifts=_without(tray.shifts, issue))


def counter(view: View, tray: Tray, package: Package | None = None, *, locked: bool = True) -> Tray:
    """Begin with their package, the one that waits or another, and change it; without `locked`, what one may not offer
    oneself is left out."""
    theirs = package or waiting(view)
    if theirs is None:
        return tray
    moving = (each for each in theirs.shifts if view.positions[each.delegation][each.issue] != each.option)
    kept = tuple(each for each in moving if locked or each.delegation != view.who or not lock_of(view, each))
    return replace(tray, shifts=kept, countering=True)


def rest(view: View, tray: Tray, side: DelegationId) -> Tray:
    """Every bracket in one package, as drafted by one side; where this seat may not go, at its own wording."""
    return replace(tray, shifts=view.as_drafted(side), countering=tray.countering or answers(view, tray))


def fill(view: View, tray: Tray, shifts: Shifts) -> Tray:
    """A whole package at once, as an adviser or somebody else of the delegation has prepared it."""
    return replace(tray, shifts=shifts, countering=tray.countering or answers(view, tray))


def clear(tray: Tray) -> Tray:
    """Empty the tray. A counter is emptied first, to be begun anew; empty, it gives way to the package that waits."""
    return Tray(issue=tray.issue, countering=tray.countering and bool(tray.shifts))


def afresh(tray: Tray) -> Tray:
    """Begin a counter with nothing in it."""
    return Tray(issue=tray.issue, countering=True)


def mind(tray: Tray, issue: IssueId | None) -> Tray:
    """Name the word over which their package would be refused; the same again, or None, names none."""
    word = None if tray.word == issue else issue
    return replace(tray, word=word, never=tray.never and word is not None)


def swear(tray: Tray) -> Tray:
    """Switch between refusing a word now and refusing it for ever; without a word, nothing changes."""
    never = tray.word is not None and not tray.never
    return replace(tray, never=never, far=None if never else tray.far)


def measure(tray: Tray, far: Far | None) -> Tray:
    """Say with the refusal how far off the package is, in place of that a word is refused for ever; None says nothing
    of it."""
    return replace(tray, far=far, never=False)


def note(tray: Tray, issue: IssueId) -> Tray:
    """Note an issue for the next cable, or strike it out again. One cable bears only so many."""
    if issue in tray.noted:
        return replace(tray, noted=tuple(each for each in tray.noted if each != issue))
    return replace(tray, noted=(*tray.noted, issue)) if len(tray.noted) < MOST_ISSUES_IN_A_CABLE else tray


def first(view: View) -> Tray:
    """An empty tray, with the first bracket looked at; of a package that waits, its first issue."""
    if package := waiting(view):
        return Tray(issue=package.issues[0])
    return Tray(issue=next(iter(view.brackets), view.scenario.text.negotiated[0].id))


def renewed(before: View, tray: Tray, after: View) -> Tray:
    """The tray after the talks have moved on: shifts that would move nobody any more fall out, a new package that
    waits is shown as it came, and what has to be looked at now is looked at."""
    shifts = tuple(each for each in tray.shifts if after.positions[each.delegation][each.issue] != each.option)
    noted = tuple(each for each in tray.noted if not after.my_turn or each in askable(after))
    told = replace(tray, shifts=shifts, noted=noted, issue=_looked_at(before, tray, after))
    if waits_anew(before, after) or _asked(before) != _asked(after):
        return replace(told, countering=False, word=None, never=False, far=None)
    return told


def _asked(view: View) -> tuple[object, ...]:
    """What is asked of whoever speaks for an audience."""
    asks = view.judging
    return (asks.silence, asks.vote, asks.asked_by) if asks else ()


def _looked_at(before: View, tray: Tray, after: View) -> IssueId | None:
    """The issue to look at: in a new package what is locked, or the first; what an ally or a parliament has named; the
    next bracket, where the one that was looked at has closed."""
    package, happened = waiting(after), since(before.record, after.record)
    if package is not None and waits_anew(before, after):
        locked = [each.issue for each in package.shifts if lock_of(after, each)]
        return (locked or list(package.issues))[0]
    if named := [event.issue for event in happened if isinstance(event, Broke | Returned) and event.issue]:
        return named[-1]
    closed = tray.issue in after.agreed and tray.issue in before.brackets
    return after.brackets[0] if closed and after.brackets else tray.issue


def fits(view: View, tray: Tray) -> bool:
    """Whether it speaks of nothing but what there is in these talks: a tray that has come from somewhere else may."""
    told = view.scenario
    issues = {each for each in (tray.issue, tray.word, *tray.noted, *(shift.issue for shift in tray.shifts)) if each}
    return all(each in told.text for each in issues) and all(
        each.delegation in told.ids and each.option in told.text[each.issue] for each in tray.shifts
    )


# ---- what is shown ------------------------------------------------------------------------------------------------


def waiting(view: View) -> Package | None:
    """The package that waits for this seat's answer, if it has the floor."""
    return view.waiting[0] if view.own and view.my_turn and view.waiting else None


def waits_anew(before: View, after: View) -> bool:
    """Whether a package has come since that waits for this seat's answer."""
    return waiting(after) is not None and before.floor != after.floor


def answers(view: View, tray: Tray) -> bool:
    """Whether a package waits, and no counter to it has been begun."""
    return not tray.countering and waiting(view) is not None


def askable(view: View) -> tuple[IssueId, ...]:
    """The issues about which the capital would take a cable now."""
    return tuple(move.issues[0] for move in view.legal.of(Consult))


def settled_at(shifts: Iterable[Shift], issue: IssueId) -> OptionId | None:
    """The wording at which a package settles an issue, if it is one."""
    options = {shift.option for shift in shifts if shift.issue == issue}
    return options.pop() if len(options) == 1 else None


def _without(shifts: Shifts, issue: IssueId) -> Shifts:
    return tuple(each for each in shifts if each.issue != issue)
