"""What a delegation nearly did instead, and what was missing: for the debrief, from the same reading of its view.

Nothing of this is asked for while talks go on, so no move waits for it.
"""

from __future__ import annotations

import math
from random import Random

from game.delegations.matter import spoken
from game.delegations.mind import Mind
from game.delegations.outside import WORTH_HOLDING, promise_of
from game.delegations.packages import compose
from game.scenario import SideText
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


def nearly(mind: Mind, chance: Random, move: Move) -> str:
    """What else it had in mind at a move that is decided, as a sentence without its full stop; empty if nothing."""
    match move:
        case Accept():
            package = _standing(mind, move.package)
            return _else_than_accept(mind, chance, package) if package and not package.off_record else ""
        case Decline(never=False):
            package = _standing(mind, move.package)
            return _short_of(mind, package) if package else ""
        case Propose(off_record=False):
            answered = [p for p in mind.view.waiting if not p.off_record and set(p.issues) & set(move.issues)]
            return _short_of(mind, answered[0]) if answered else _almost_held(mind)
        case Propose() | Amend() | Say() | Consult() | Withdraw():
            return _almost_held(mind)
        case Sign():
            spare = mind.worth(mind.view.agreed) - mind.walk_away
            return f"it would have sent a text back that was worth {_points(spare + 1)} less to it"
        case Leave() if not mind.view.brackets:
            short = mind.walk_away - mind.worth(mind.view.agreed)
            return f"with {_points(max(1, short))} more it would have put its initials to the text"
        case _:
            return ""


def _standing(mind: Mind, number: int) -> Package | None:
    return next((package for package in mind.view.packages if package.number == number), None)


def _points(number: float) -> str:
    whole = max(1, math.ceil(number))
    return f"{whole} point{'' if whole == 1 else 's'}"


def _missing(mind: Mind, package: Package) -> float:
    """Points on its plan that a package lacks to be taken for them alone; none or less where it has them."""
    gains = mind.gain(package)
    return -mind.level.slack * len(gains) - sum(gains.values())


def _else_than_accept(mind: Mind, chance: Random, package: Package) -> str:
    shifts = compose(mind, chance, about=package.issues)
    instead = f"else it would have tabled {_told(mind, shifts)}" if shifts else ""
    spare = -_missing(mind, package)
    if spare < 0:
        return instead
    less = f"it would have asked for more had the package given it {_points(spare + 0.5)} less"
    return f"{less}; {instead}" if instead else less


def _told(mind: Mind, shifts: tuple[Shift, ...]) -> str:
    """A package that was never tabled, in words."""
    words = dict.fromkeys((shift.issue, shift.option) for shift in shifts)
    return listed([spoken(mind.view.scenario, *word) for word in words])


def _short_of(mind: Mind, package: Package) -> str:
    """What a package lacked that it did not take."""
    if not mind.can_still_reach(package):
        return "nothing: after that package its walk-away would have been out of reach"
    short = _missing(mind, package)
    if short <= 0:
        beyond = [(i, o) for i, o in package.of(mind.view.who).items() if not mind.within(i, o)]
        words = listed([spoken(mind.view.scenario, *word) for word in beyond])
        return f"it would have taken the package, had its capital allowed {words}" if beyond else ""
    return f"with {_points(short)} more on its plan it would have taken the package"


def _almost_held(mind: Mind) -> str:
    """The hold-up that promised most, and not enough."""
    found: list[tuple[float, SideText]] = []
    for move in mind.view.legal.moves:
        side = mind.view.scenario.side_text(move.side_text) if isinstance(move, Hold) else None
        if side is not None:
            found.append((promise_of(mind, side), side))
    if not found:
        return ""
    promise, side = max(found, key=lambda each: each[0])
    if not 0 < promise <= WORTH_HOLDING:
        return ""
    what = f"it thought of holding up {side.title} ({hours_words(side.hours)} at the most)"
    return f"{what}, which promised {promise:+.1f}: too little, it wants more than {WORTH_HOLDING:g}"
