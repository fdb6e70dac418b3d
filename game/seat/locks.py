"""Why a player cannot press something yet, beside the refusals of the rules: what is prepared is not a move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from game.seat.heard import memory
from game.seat.memo import kept
from game.talks import Move, Shift, View
from game.talks.locks import Lock, Locks
from game.talks.refused import Refused, Why
from game.text import DelegationId

Unready = Literal[
    "empty-tray", "nothing-chosen", "nobody-moves", "no-bracket", "word-unnamed", "word-yours", "not-for-non-papers"
]


@dataclass(frozen=True, slots=True)
class NotReady:
    """A reason of the seat's: the player has still to choose something, and the rules were not asked."""

    kind: Unready


WhyNot = NotReady | Refused


def locks(view: View) -> Locks:
    """What keeps delegations from wordings, as far as this seat knows; the same object while nothing does otherwise."""
    own, known = view.own, memory(view)
    mine = (own.mandate, own.instructions.red_lines) if own else (view.scenario.text,)
    key = ("locks", view.who, own.cables if own else ())
    return kept(key, lambda: view.locks, *mine, known.barred, view.forsworn)


def lock_of(view: View, shift: Shift) -> Lock | None:
    """What keeps this seat from its own part of a package; None if nothing does, or if it stands there."""
    if view.own is None or shift.delegation != view.who or shift.option in view.own.mandate[shift.issue]:
        return None
    if view.positions[view.who][shift.issue] == shift.option:
        return None
    return enforced(locks(view).get((shift.issue, shift.option), ()), view.who)


def enforced(found: Iterable[Lock], who: DelegationId) -> Lock | None:
    """The lock on a wording by which the rules keep a delegation from it; its own refusal for ever is none."""
    return next((lock for lock in found if lock.of == who and lock.kind != "never"), None)


def shut(view: View, kind: type[Move]) -> WhyNot | None:
    """Why a kind of move is closed now altogether; None if it is open."""
    if view.verdict is not None:
        return Refused(kind=Why.OVER)
    if view.floor != view.who:
        waits = view.legal.why_not.get(kind) if view.pending else None
        return waits or _not_your_turn(view.floor)
    return view.legal.why_not.get(kind)


@lru_cache(maxsize=64)
def _not_your_turn(floor: DelegationId) -> Refused:
    return Refused(kind=Why.NOT_YOUR_TURN, delegation=floor)
