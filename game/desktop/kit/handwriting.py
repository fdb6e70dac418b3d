"""A name as a hand signs it: a path of the pen that is worked out of the letters, the same each time.

The first letter is large and looped; of the others only what rises above the line or falls below it is left, and less
of it towards the end, as with anybody who signs often. A stroke below the name ends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import dist
from random import Random

import pygame

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.shapes import Point, stroke

_TALL, _LOW = frozenset("bdfhklt"), frozenset("gjpqyz")
_FINE, _OVER = 9, 3
"""Points between two turns of the pen, and how much too large it is drawn to be smooth."""
_CAPITALS: Mapping[str, tuple[Point, ...]] = {
    "bdkpr": ((0.1, -0.1), (0.15, 1.2), (-0.1, 1.0), (0.4, 1.45), (0.65, 0.95), (0.2, 0.6), (0.65, 0.05)),
    "cegoqs": (
        (0.55, 1.1), (0.2, 1.3), (-0.1, 0.5), (0.25, -0.1), (0.6, 0.35), (0.3, 0.6), (0.15, 0.2), (0.6, 0.05),
    ),
    "hmnuvwy": (
        (-0.15, 0.9), (0.15, 1.25), (0.1, 0.0), (0.25, -0.1), (0.45, 1.3), (0.4, 1.4), (0.5, 0.0), (0.65, 0.15),
    ),
}  # fmt: skip
"""How a first letter is written, by the turns of the pen."""
_OTHER: tuple[Point, ...] = ((0, 0.15), (0.42, 1.3), (0.05, 1.45), (0.12, -0.15), (0.5, 0.75), (0.55, 0.05))
"""Any other."""
_MOST = 9
"""Letters of a word that are written."""


def write(canvas: Canvas, box: Box, name: str, colour: str, share: float = 1.0) -> None:
    """A signature in a box, as far as the pen has come, between 0 and 1."""
    wide, high = canvas.px(box.w) * _OVER, canvas.px(box.h) * _OVER
    if share <= 0 or wide < 1 or high < 1:
        return
    ink = canvas.theme.shown(colour)
    big = pygame.Surface((wide, high), pygame.SRCALPHA)
    big.fill((*pygame.Color(ink)[:3], 0))
    for line in _so_far(_fitted(path(name), wide, high), share):
        stroke(big, list(line), ink, max(2.0, canvas.px(1.9) * _OVER))
    small = pygame.transform.smoothscale(big, (wide // _OVER, high // _OVER))
    canvas.surface.blit(small, (canvas.px(box.x), canvas.px(box.y)))


@lru_cache(maxsize=32)
def path(name: str) -> tuple[tuple[Point, ...], ...]:
    """The strokes of a signature, each a line of points; up is positive, and a small letter about half as high as 1."""
    chance = Random(name)
    leans, broad = chance.uniform(0.15, 0.5), chance.uniform(1.1, 1.7)
    made: list[tuple[Point, ...]] = []
    x = 0.0
    for word in name.split() or ["x"]:
        turns, x = _word(word[:_MOST], x, chance)
        made.append(_smooth(turns, leans, broad))
    left, low = made[0][0][0], chance.uniform(-0.75, -0.5)
    under = [(x + 0.1, low + 0.2), (left + 0.5 * x, low - 0.1), (left + 0.2, low), (x + 0.5, low + 0.15)]
    made.append(_smooth([(each[0], each[1] + chance.uniform(-0.05, 0.05)) for each in under], leans, broad))
    return tuple(made)


def _word(letters: str, x: float, chance: Random) -> tuple[list[Point], float]:
    """The turns of the pen for one word from a place on, and where it ends."""
    turns: list[Point] = []
    for place, letter in enumerate(letters):
        some, x = _letter(letter.casefold(), x, chance, first=not place, fades=1 - 0.5 * place / _MOST)
        turns += some
    turns.append((x + 0.35, chance.uniform(0.1, 0.3)))
    return turns, x + 0.45


def _letter(letter: str, x: float, chance: Random, *, first: bool, fades: float) -> tuple[list[Point], float]:
    wild = chance.uniform(0.85, 1.15)
    if first:
        begun = next((turns for letters, turns in _CAPITALS.items() if letter in letters), _OTHER)
        return [(x + right * wild, up * wild) for right, up in begun], x + begun[-1][0] * wild + 0.2
    if letter in _TALL:
        return [(x, 0.1), (x + 0.2, 1.1 * fades * wild), (x + 0.06, 1.0 * fades), (x + 0.16, 0.02)], x + 0.36
    if letter in _LOW:
        return [(x + 0.1, 0.4 * fades), (x + 0.2, 0.0), (x + 0.1, -0.65 * fades * wild), (x, -0.4)], x + 0.36
    return [(x + 0.1, 0.45 * fades * wild), (x + 0.2, 0.03)], x + 0.3 * wild


def _smooth(turns: Sequence[Point], leans: float, broad: float) -> tuple[Point, ...]:
    """A curve through all turns of the pen, leaning and as broad as it is written."""
    ends = [turns[0], *turns, turns[-1]]
    found = [_between(ends[at : at + 4], step / _FINE) for at in range(len(ends) - 3) for step in range(_FINE)] + [
        turns[-1]
    ]
    return tuple((broad * x + leans * y, y) for x, y in found)


def _between(four: Sequence[Point], t: float) -> Point:
    """A point between the two in the middle, on a curve through all four (Catmull and Rom)."""

    def one(a: float, b: float, c: float, d: float) -> float:
        return b + t * ((c - a) + t * ((2 * a - 5 * b + 4 * c - d) + t * (3 * (b - c) + d - a))) / 2

    (ax, ay), (bx, by), (cx, cy), (dx, dy) = four
    return one(ax, bx, cx, dx), one(ay, by, cy, dy)


def _fitted(lines: Sequence[Sequence[Point]], wide: float, high: float) -> Iterator[list[Point]]:
    """The same in pixels, as large as there is room, in the middle."""
    every = [point for line in lines for point in line]
    left, right = min(x for x, _ in every), max(x for x, _ in every)
    low, top = min(y for _, y in every), max(y for _, y in every)
    edge = 0.06 * high
    k = min((wide - 2 * edge) / max(right - left, 0.1), (high - 2 * edge) / max(top - low, 0.1))
    over = (wide - k * (right - left)) / 2, (high - k * (top - low)) / 2
    yield from ([(over[0] + k * (x - left), over[1] + k * (top - y)) for x, y in line] for line in lines)


def _so_far(lines: Iterator[list[Point]], share: float) -> Iterator[list[Point]]:
    """As much of some strokes as is written when this share of all their length is."""
    every = list(lines)
    left = share * sum(_long(line) for line in every) + 0.01
    for line in every:
        written = line[:1]
        for before, point in pairwise(line):
            left -= dist(before, point)
            if left < 0:
                break
            written.append(point)
        if len(written) > 1:
            yield written
        if left < 0:
            return


def _long(line: Sequence[Point]) -> float:
    return sum(dist(one, other) for one, other in pairwise(line))
