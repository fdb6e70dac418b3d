"""What a delegation nearly did instead, and what was missing: for the debrief, from the same reading of its view.

Nothing of this is asked for while talks go on, so no move waits for it.
"""

from __future__ import annotations

import math
from random import Random

from game.delegations.aspiration import Aspiration
from game.delegations.packages import compose
from game.delegations.procedure import WORTH_HOLDING, promise_of
from game.scenario import SideText
from game.speech.topic import spoken
from game.talks import (
    Accept,
    Amend,
    Consult,
    Decline,
    Hold,
    Leave,
    Move,
    Package,
    Propose,
    Say,
    Shift,
    Sign,
    Withdraw,
    hours_words,
    listed,
)


def nearly(aims: Aspiration, chance: Random, move: Move) -> str:
    """What else it had in mind at a move that is decided, as a sentence without its full stop; empty if nothing."""
    match move:
        case Accept():
            package = _standing(aims, move.package)
            return _else_than_accept(aims, chance, package) if package and not package.off_record else ""
        case Decline(never=False):
            package = _standing(aims, move.package)
            return _short_of(aims, package) if package else ""
        case Propose(off_record=False):
            answered = [p for p in aims.view.waiting if not p.off_record and set(p.issues) & set(move.issues)]
            return _short_of(aims, answered[0]) if answered else _almost_held(aims)
        case Propose() | Amend() | Say() | Consult() | Withdraw():
            return _almost_held(aims)
        case Sign():
            spare = aims.worth(aims.view.agreed) - aims.walk_away
            return f"it would have sent a text back that was worth {_points(spare + 1)} less to it"
        case Leave() if not aims.view.brackets:
            short = aims.walk_away - aims.worth(aims.view.agreed)
            return f"with {_points(max(1, short))} more it would have put its initials to the text"
        case _:
            return ""


def _standing(aims: Aspiration, number: int) -> Package | None:
    return next((package for package in aims.view.packages if package.number == number), None)


def _points(number: float) -> str:
    whole = max(1, math.ceil(number))
    return f"{whole} point{'' if whole == 1 else 's'}"


def _missing(aims: Aspiration, package: Package) -> float:
    """Points on its plan that a package lacks to be taken for them alone; none or less where it has them."""
    gains = aims.gain(package)
    return -aims.level.slack * len(gains) - sum(gains.values())


def _else_than_accept(aims: Aspiration, chance: Random, package: Package) -> str:
    shifts = compose(aims, chance, about=package.issues)
    instead = f"else it would have tabled {_told(aims, shifts)}" if shifts else ""
    spare = -_missing(aims, package)
    if spare < 0:
        return instead
    less = f"it would have asked for more had the package given it {_points(spare + 0.5)} less"
    return f"{less}; {instead}" if instead else less


def _told(aims: Aspiration, shifts: tuple[Shift, ...]) -> str:
    """A package that was never tabled, in words."""
    words = dict.fromkeys((shift.issue, shift.option) for shift in shifts)
    return listed([spoken(aims.view.scenario, *word) for word in words])


def _short_of(aims: Aspiration, package: Package) -> str:
    """What a package lacked that it did not take."""
    if not aims.can_still_reach(package):
        return "nothing: after that package its walk-away would have been out of reach"
    short = _missing(aims, package)
    if short <= 0:
        beyond = [(i, o) for i, o in package.of(aims.view.who).items() if not aims.within(i, o)]
        words = listed([spoken(aims.view.scenario, *word) for word in beyond])
        return f"it would have taken the package, had its capital allowed {words}" if beyond else ""
    return f"with {_points(short)} more on its plan it would have taken the package"


def _almost_held(aims: Aspiration) -> str:
    """The hold-up that promised most, and not enough."""
    found: list[tuple[float, SideText]] = []
    for move in aims.view.legal.moves:
        side = aims.view.scenario.side_text(move.side_text) if isinstance(move, Hold) else None
        if side is not None:
            found.append((promise_of(aims, side), side))
    if not found:
        return ""
    promise, side = max(found, key=lambda each: each[0])
    if not 0 < promise <= WORTH_HOLDING:
        return ""
    what = f"it thought of holding up {side.title} ({hours_words(side.hours)} at the most)"
    return f"{what}, which promised {promise:+.1f}: too little, it wants more than {WORTH_HOLDING:g}"
