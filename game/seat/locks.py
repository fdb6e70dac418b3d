"""Why a player cannot press something yet, beside the refusals of the rules: what is prepared is not a move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.talks import Move, Shift, View
from game.talks.events import Broke, Returned
from game.talks.locks import Barrier, Lock, Locks
from game.talks.refused import Refused, Why
from game.text import IssueId, OptionId

Unready = Literal["empty-tray", "nothing-chosen", "no-bracket", "word-unnamed", "not-for-non-papers"]


@dataclass(frozen=True, slots=True)
class NotReady:
    """A reason of the seat's: the player has still to choose something, and the rules were not asked."""

    kind: Unready


WhyNot = NotReady | Refused


def locks(view: View) -> Locks:
    """What keeps delegations from wordings, as far as this seat knows."""
    found: dict[tuple[IssueId, OptionId], list[Lock]] = {}
    barred = {
        Shift(event.by, event.issue, event.option): event.audience
        for event in view.record
        if isinstance(event, Broke | Returned) and event.by and event.issue and event.option
    }
    if own := view.own:
        asked = {issue for cable in own.cables for issue in cable.issues}
        for issue in view.scenario.text.issues:
            red, may = own.instructions.red_lines.get(issue.id, frozenset()), own.mandate[issue.id]
            for option in issue.options:
                if option.id in may:
                    continue
                audience = barred.get(Shift(view.who, issue.id, option.id))
                kind: Barrier = "red-line" if option.id in red else "barred" if audience else "mandate"
                lock = Lock(view.who, kind, kind == "mandate" and issue.id in asked, audience)
                found.setdefault((issue.id, option.id), []).append(lock)
    for shift, audience in barred.items():
        if shift.delegation != view.who:
            found.setdefault((shift.issue, shift.option), []).append(
                Lock(shift.delegation, "barred", audience=audience)
            )
    for shift in sorted(view.never - view.barred):
        found.setdefault((shift.issue, shift.option), []).append(Lock(shift.delegation, "never"))
    return {place: tuple(each) for place, each in found.items()}


def lock_of(view: View, shift: Shift) -> Lock | None:
    """What keeps this seat from its own part of a package; None if nothing does, or if it stands there."""
    if view.own is None or shift.delegation != view.who or view.positions[view.who][shift.issue] == shift.option:
        return None
    mine = locks(view).get((shift.issue, shift.option), ())
    return next((lock for lock in mine if lock.of == view.who and lock.kind != "never"), None)


def refused_by(lock: Lock, shift: Shift) -> Refused:
    """The refusal that a lock on a wording would be met with."""
    kind = {"red-line": Why.FORBIDDEN, "barred": Why.BARRED, "mandate": Why.BEYOND_MANDATE}[lock.kind]
    return Refused(kind=kind, delegation=lock.of, issue=shift.issue, option=shift.option)


def shut(view: View, kind: type[Move]) -> WhyNot | None:
    """Why a kind of move is closed now altogether; None if it is open."""
    if view.verdict is not None:
        return Refused(kind=Why.OVER)
    if view.floor != view.who:
        return Refused(kind=Why.NOT_YOUR_TURN, delegation=view.floor)
    return view.legal.why_not.get(kind)
