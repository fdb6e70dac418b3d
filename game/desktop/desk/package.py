"""The package that a player is preparing: pure functions from a view and some shifts to other shifts."""

from __future__ import annotations

from collections.abc import Iterable

from game.talks import Move, Propose, Shift, View
from game.text import IssueId, OptionId
from game.words.refusals import refusal

Shifts = tuple[Shift, ...]


def settle(view: View, shifts: Shifts, issue: IssueId, option: OptionId) -> Shifts:
    """Everybody who stands elsewhere moves to this wording; what was prepared in the issue before is dropped."""
    kept = tuple(shift for shift in shifts if shift.issue != issue)
    moved = (
        Shift(delegation.id, issue, option)
        for delegation in view.scenario.delegations
        if view.positions[delegation.id][issue] != option
    )
    return kept + tuple(moved)


def chosen(shifts: Iterable[Shift], issue: IssueId) -> OptionId | None:
    """The wording that the prepared package settles an issue at, if it is one."""
    options = {shift.option for shift in shifts if shift.issue == issue}
    return options.pop() if len(options) == 1 else None


def issues_of(shifts: Iterable[Shift]) -> tuple[IssueId, ...]:
    """The issues that shifts touch."""
    return tuple(dict.fromkeys(shift.issue for shift in shifts))


def still_moving(view: View, shifts: Shifts) -> Shifts:
    """Those shifts that would still move somebody."""
    return tuple(shift for shift in shifts if view.positions[shift.delegation][shift.issue] != shift.option)


def barred(view: View, issue: IssueId, option: OptionId) -> str:
    """Why this seat may not move to a wording itself: `red` line, `barred` by those who must take the text, `mandate`,
    or empty if it may or stands there."""
    if view.own is None or view.positions[view.who][issue] == option:
        return ""
    if option in view.own.instructions.red_lines.get(issue, ()):
        return "red"
    if Shift(view.who, issue, option) in view.own.barred:
        return "barred"
    return "" if option in view.own.mandate[issue] else "mandate"


def beyond(view: View, shifts: Shifts) -> str:
    """Why this seat may not make its own part of a package: a sentence, or empty if it may."""
    for shift in shifts:
        reason = barred(view, shift.issue, shift.option) if shift.delegation == view.who else ""
        name = view.scenario.text[shift.issue][shift.option].name
        if reason == "red":
            return f"Your instructions forbid “{name}”."
        if reason == "barred":
            return f"“{name}” is barred: those who must take the text have refused it."
        if reason:
            capital = view.scenario[view.who].capital
            if any(shift.issue in cable.issues for cable in (view.own.cables if view.own else ())):
                return f"“{name}” is beyond your mandate, and the answer of {capital} is still to come."
            return f"“{name}” is beyond your mandate: ask {capital} first."
    return ""


def why_not(view: View, shifts: Shifts) -> str:
    """Why this package cannot be tabled, as far as a seat can know it beforehand; empty if it can be tried."""
    if not view.my_turn:
        return closed(view, Propose)
    if not shifts:
        return "Choose a wording on the right: it goes into the package."
    if all(shift.delegation == view.who for shift in shifts):
        return "This asks for nothing in return: move alone (M), or add a wording that they move to."
    if len(issues_of(shifts)) > view.legal.largest:
        return f"A package touches at most {view.legal.largest} issues; this one touches {len(issues_of(shifts))}."
    if reason := beyond(view, shifts):
        return reason
    positions = view.after(shifts)
    first, *others = positions.values()
    agreed = {issue: option for issue, option in first.items() if all(other[issue] == option for other in others)}
    conflict = view.scenario.text.conflict(agreed)
    return conflict.because if conflict else ""


def closed(view: View, kind: type[Move]) -> str:
    """Why a kind of move is shut now; empty if it is open."""
    refused = view.legal.why_not.get(kind)
    return refusal(view.scenario, refused) if refused else ""
