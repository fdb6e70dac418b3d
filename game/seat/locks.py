"""Why a player cannot press something yet, beside the refusals of the rules: what is prepared is not a move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from game.scenario import AudienceId
from game.seat.heard import memory
from game.seat.memo import kept
from game.talks import Move, Shift, View
from game.talks.locks import Lock, Locks
from game.talks.refused import Refused, Why
from game.text import DelegationId, IssueId, OptionId

Unready = Literal["empty-tray", "nothing-chosen", "no-bracket", "word-unnamed", "not-for-non-papers"]


@dataclass(frozen=True, slots=True)
class NotReady:
    """A reason of the seat's: the player has still to choose something, and the rules were not asked."""

    kind: Unready


WhyNot = NotReady | Refused


def locks(view: View) -> Locks:
    """What keeps delegations from wordings, as far as this seat knows; the same object while nothing does otherwise."""
    own, known = view.own, memory(view)
    mine = (tuple(own.mandate.values()), own.cables) if own else ()
    owner = own.instructions.red_lines if own else view.scenario.text
    key = ("locks", view.who, mine, tuple(known.barred.items()), known.never)
    return kept(key, lambda: _locks(view), owner)


def _locks(view: View) -> Locks:
    found: dict[tuple[IssueId, OptionId], tuple[Lock, ...]] = {}
    barred = memory(view).barred
    if own := view.own:
        for issue in view.scenario.text.issues:
            for option in issue.ids - own.mandate[issue.id]:
                if lock := _own(view, issue.id, option, barred):
                    found[issue.id, option] = (lock,)
    for shift, audience in barred.items():
        if shift.delegation != view.who:
            place = shift.issue, shift.option
            found[place] = (*found.get(place, ()), Lock(shift.delegation, "barred", audience=audience))
    for shift in sorted(memory(view).never - barred.keys()):
        place = shift.issue, shift.option
        found[place] = (*found.get(place, ()), Lock(shift.delegation, "never"))
    return found


def lock_of(view: View, shift: Shift) -> Lock | None:
    """What keeps this seat from its own part of a package; None if nothing does, or if it stands there."""
    if view.own is None or shift.delegation != view.who or view.positions[view.who][shift.issue] == shift.option:
        return None
    return _own(view, shift.issue, shift.option, memory(view).barred)


def _own(view: View, issue: IssueId, option: OptionId, barred: Mapping[Shift, AudienceId]) -> Lock | None:
    own = view.seat
    if option in own.mandate[issue]:
        return None
    if option in own.instructions.red_lines.get(issue, frozenset()):
        return Lock(view.who, "red-line")
    if audience := barred.get(Shift(view.who, issue, option)):
        return Lock(view.who, "barred", audience=audience)
    return Lock(view.who, "mandate", asked=any(issue in cable.issues for cable in own.cables))


def refused_by(lock: Lock, shift: Shift) -> Refused:
    """The refusal that a lock on a wording would be met with."""
    kind = {"red-line": Why.FORBIDDEN, "barred": Why.BARRED, "mandate": Why.BEYOND_MANDATE}[lock.kind]
    return Refused(kind=kind, delegation=lock.of, issue=shift.issue, option=shift.option)


def shut(view: View, kind: type[Move]) -> WhyNot | None:
    """Why a kind of move is closed now altogether; None if it is open."""
    if view.verdict is not None:
        return Refused(kind=Why.OVER)
    if view.floor != view.who:
        return _not_your_turn(view.floor)
    return view.legal.why_not.get(kind)


@lru_cache(maxsize=64)
def _not_your_turn(floor: DelegationId) -> Refused:
    return Refused(kind=Why.NOT_YOUR_TURN, delegation=floor)
