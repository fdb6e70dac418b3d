"""Where a small card lies: beside what it speaks of, so that both are seen."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit.box import Box

_GAP, _EDGE = 14.0, 8.0


def beside(room: Box, thing: Box, wide: float, tall: float, keep_clear: Sequence[Box] = ()) -> Box:
    """A card of this size at the right of a thing, at its left, below or above it: the first for which there is room,
    and that covers least of what is to be kept clear. Where a thing fills the window, in its corner."""
    x = min(max(thing.centre[0] - wide / 2, room.x + _EDGE), room.right - wide - _EDGE)
    y = min(max(thing.centre[1] - tall / 2, room.y + _EDGE), room.bottom - tall - _EDGE)
    sides = (
        Box(thing.right + _GAP, y, wide, tall),
        Box(thing.x - wide - _GAP, y, wide, tall),
        Box(x, thing.bottom + _GAP, wide, tall),
        Box(x, thing.y - tall - _GAP, wide, tall),
    )
    within = room.inset(_EDGE - 1)
    fits = [each for each in sides if each.meet(within) == each]
    if not fits:
        return Box(room.right - wide - _EDGE, room.bottom - tall - _EDGE, wide, tall)
    return min(fits, key=lambda each: sum(_shared(each, other) for other in keep_clear))


def _shared(one: Box, other: Box) -> float:
    met = one.meet(other)
    return met.w * met.h
