"""What a delegation nearly did instead, and what was missing: for the debrief, from the same reading of its view.

Nothing of this is asked for while talks go on, so no move waits for it.
"""

from __future__ import annotations

import math
from random import Random
from typing import assert_never

from game.delegations.aspiration import Aspiration
from game.delegations.how_far import missing
from game.delegations.packages import compose
from game.delegations.procedure import WORTH_HOLDING, promise_of
from game.delegations.prospects import Prospects
from game.delegations.reasons import Alternative, InsteadOfTaking, NearlyHeld, NotAllowed, OutOfReach, SentBack, Short
from game.scenario import SideText
from game.talks import Package, moves


def alternative(aims: Aspiration, chance: Random, move: moves.Move) -> Alternative | None:
    """What else it had in mind at a move that is decided; None if nothing."""
    if isinstance(move, moves.AudienceMove | moves.ChairMove):
        return None
    match move:
        case moves.Accept():
            package = _standing(aims, move.package)
            return _instead_of_taking(aims, chance, package) if package and not package.off_record else None
        case moves.Decline(never=False):
            package = _standing(aims, move.package)
            return _short_of(aims, package) if package else None
        case moves.Propose(off_record=False):
            answered = [p for p in aims.view.waiting if not p.off_record and set(p.issues) & set(move.issues)]
            return _short_of(aims, answered[0]) if answered else _nearly_held(aims)
        case moves.Propose() | moves.Amend() | moves.Say() | moves.Consult() | moves.Withdraw():
            return _nearly_held(aims)
        case moves.Sign():
            return SentBack(_points(aims.worth(aims.view.agreed) - aims.walk_away + 1))
        case moves.Leave() if not aims.view.brackets:
            return Short(_points(aims.walk_away - aims.worth(aims.view.agreed)), "text")
        case moves.Decline() | moves.Leave() | moves.Hold() | moves.Respond() | moves.Announce():
            return None
        case moves.Sound() | moves.Circulate() | moves.Interpret():
            return None
        case _:
            assert_never(move)


def _standing(aims: Aspiration, number: int) -> Package | None:
    return next((package for package in aims.view.packages if package.number == number), None)


def _points(number: float) -> int:
    """Whole points, one at least."""
    return max(1, math.ceil(number))


def _instead_of_taking(aims: Aspiration, chance: Random, package: Package) -> InsteadOfTaking | None:
    shifts = compose(Prospects(aims), chance, about=package.issues) or ()
    tabled = tuple(dict.fromkeys((shift.issue, shift.option) for shift in shifts))
    spare = -missing(aims, package)
    return InsteadOfTaking(_points(spare + 0.5) if spare >= 0 else None, tabled) if tabled or spare >= 0 else None


def _short_of(aims: Aspiration, package: Package) -> Alternative | None:
    """What a package lacked that it did not take."""
    if not aims.can_still_reach(package):
        return OutOfReach()
    short = missing(aims, package)
    if short <= 0:
        beyond = tuple((i, o) for i, o in package.of(aims.view.who).items() if not aims.within(i, o))
        return NotAllowed(beyond) if beyond else None
    return Short(_points(short), "package")


def _nearly_held(aims: Aspiration) -> NearlyHeld | None:
    """The hold-up that promised most, and not enough."""
    found: list[tuple[float, SideText]] = []
    for move in aims.view.legal.of(moves.Hold):
        side = aims.view.scenario.side_text(move.side_text)
        if side is not None:
            found.append((promise_of(aims, side), side))
    if not found:
        return None
    promise, side = max(found, key=lambda each: each[0])
    return NearlyHeld(side.id, promise, WORTH_HOLDING) if 0 < promise <= WORTH_HOLDING else None
