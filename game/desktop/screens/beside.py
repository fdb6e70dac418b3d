"""Where a small card lies: beside what it speaks of, so that both are seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.desktop.kit.box import Box

_GAP, _EDGE, _STEP = 14.0, 8.0, 28.0


def beside(
    room: Box, thing: Box, wide: float, tall: float, keep_clear: Sequence[Box] = (), never: Sequence[Box] = ()
) -> Box:
    """A card of this size at the right of a thing, at its left, below or above it: the first for which there is room,
    and that covers least of what is to be kept clear. It covers nothing of the thing and of what it must `never` lie
    over, if there is any place for that in the window; where there is none, it covers least of them."""
    must = (thing, *never)
    fits = [each for each in _sides(room, thing, wide, tall) if each.meet(room.inset(_EDGE - 1)) == each]
    free = [each for each in fits if not _shared(each, must)]
    if free:
        return min(free, key=lambda each: _shared(each, keep_clear))
    places = [*_sides(room, thing, wide, tall, slid=True), *_places(room, wide, tall)]
    within = [each for each in places if each.meet(room.inset(_EDGE - 1)) == each]
    corner = Box(room.right - wide - _EDGE, room.bottom - tall - _EDGE, wide, tall)
    return min(within or [corner], key=lambda each: (_shared(each, must), _shared(each, keep_clear)))


def _sides(room: Box, thing: Box, wide: float, tall: float, *, slid: bool = False) -> Iterator[Box]:
    """The places beside a thing: in the middle of each side, or slid along it to its ends."""
    x = min(max(thing.centre[0] - wide / 2, room.x + _EDGE), room.right - wide - _EDGE)
    y = min(max(thing.centre[1] - tall / 2, room.y + _EDGE), room.bottom - tall - _EDGE)
    for top in (thing.y, thing.bottom - tall) if slid else (y,):
        yield Box(thing.right + _GAP, top, wide, tall)
        yield Box(thing.x - wide - _GAP, top, wide, tall)
    for left in (thing.x, thing.right - wide) if slid else (x,):
        yield Box(left, thing.bottom + _GAP, wide, tall)
        yield Box(left, thing.y - tall - _GAP, wide, tall)


def _places(room: Box, wide: float, tall: float) -> Iterator[Box]:
    """Places all over the window, from its lower right corner on."""
    for down in range(int(max(0.0, room.h - tall - 2 * _EDGE) / _STEP) + 1):
        for left in range(int(max(0.0, room.w - wide - 2 * _EDGE) / _STEP) + 1):
            x, y = room.right - wide - _EDGE - left * _STEP, room.bottom - tall - _EDGE - down * _STEP
            yield Box(x, y, wide, tall)


def _shared(one: Box, others: Sequence[Box]) -> float:
    """How much of some boxes another covers."""
    return sum(met.w * met.h for met in map(one.meet, others))
