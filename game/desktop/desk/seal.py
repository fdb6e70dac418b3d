"""The seal of a delegation: a picture of the house's own, since no real emblem is shown. Drawn too large, and kept.

Round it runs a rope of dots. Its ring is whole and green where one stands warmly with it, pale where one is correct,
and broken and red where one is cold: so how somebody is minded is seen without a number. Its mark hangs on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.desktop.desk.gauge import BANDS
from game.desktop.kit import colours
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.shapes import stroke
from game.desktop.kit.sign import Sign
from game.scenario import Band

_OVER = 4
_DOTS, _BROKEN = 28, 12
Point = tuple[float, float]
_EMBLEMS: tuple[tuple[tuple[Point, ...], ...], ...] = (
    # a portico
    (
        ((0.18, 0.4), (0.5, 0.18), (0.82, 0.4), (0.18, 0.4)),
        *(((x, 0.46), (x, 0.72)) for x in (0.27, 0.42, 0.58, 0.73)),
        ((0.2, 0.8), (0.8, 0.8)),
    ),
    # an open book
    (
        ((0.5, 0.34), (0.36, 0.26), (0.16, 0.28), (0.16, 0.72), (0.36, 0.7), (0.5, 0.78)),
        ((0.5, 0.34), (0.64, 0.26), (0.84, 0.28), (0.84, 0.72), (0.64, 0.7), (0.5, 0.78)),
        ((0.5, 0.34), (0.5, 0.78)),
        ((0.25, 0.42), (0.39, 0.42)),
        ((0.25, 0.55), (0.39, 0.55)),
        ((0.61, 0.42), (0.75, 0.42)),
        ((0.61, 0.55), (0.75, 0.55)),
    ),
    # a bridge
    (
        ((0.12, 0.44), (0.88, 0.44)),
        *(
            tuple((x + 0.16 * math.cos(a), 0.74 - 0.22 * math.sin(a)) for a in (k * math.pi / 8 for k in range(9)))
            for x in (0.3, 0.7)
        ),
        *(((x, 0.44), (x, 0.28)) for x in (0.14, 0.5, 0.86)),
    ),
    # a key
    (
        tuple((0.3 + 0.14 * math.cos(k * math.tau / 12), 0.5 + 0.14 * math.sin(k * math.tau / 12)) for k in range(13)),
        ((0.44, 0.5), (0.86, 0.5)),
        ((0.72, 0.5), (0.72, 0.66)),
        ((0.84, 0.5), (0.84, 0.62)),
    ),
    # a lamp
    (
        ((0.5, 0.16), (0.5, 0.26)),
        ((0.34, 0.26), (0.66, 0.26), (0.72, 0.66), (0.28, 0.66), (0.34, 0.26)),
        ((0.5, 0.56), (0.45, 0.47), (0.5, 0.36), (0.55, 0.47), (0.5, 0.56)),
        ((0.3, 0.78), (0.7, 0.78)),
    ),
    # scales
    (
        ((0.5, 0.2), (0.5, 0.78)),
        ((0.2, 0.32), (0.8, 0.32)),
        ((0.2, 0.32), (0.1, 0.56), (0.3, 0.56), (0.2, 0.32)),
        ((0.8, 0.32), (0.7, 0.56), (0.9, 0.56), (0.8, 0.32)),
        ((0.36, 0.8), (0.64, 0.8)),
    ),
)
"""What is in the middle, as lines in a square; each delegation of a table has another, in the order of the table."""


def draw_seal(
    canvas: Canvas, sign: Sign, place: int, x: float, y: float, size: float, band: Band | None = None
) -> None:
    """A seal, its left top corner at x, y; `place` is the delegation's at the table, `band` how one stands with it."""
    shown = canvas.theme.shown
    tone = shown(BANDS[band][1] if band else sign.felt)
    look = _Look(place % len(_EMBLEMS), canvas.px(size), shown(colours.FELT0), shown(sign.felt), tone, band == "cold")
    canvas.surface.blit(_seal(look), (canvas.px(x), canvas.px(y)))
    badge = max(16.0, size * 0.36)
    canvas.mark(sign, x + size - badge * 0.8, y + size - badge * 0.8, badge)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a picture of a seal hangs on; colours are those that are painted."""

    emblem: int
    pixels: int
    ground: str
    lines: str
    ring: str
    broken: bool


@lru_cache(maxsize=128)
def _seal(look: _Look) -> pygame.Surface:
    """The picture, without the mark."""
    size = look.pixels * _OVER
    big = pygame.Surface((size, size), pygame.SRCALPHA)
    big.fill((*pygame.Color(look.ring)[:3], 0))
    middle = size / 2
    pygame.draw.circle(big, look.ground, (middle, middle), middle)
    _ring(big, middle * 0.97, look.ring, size * 0.04, broken=look.broken)
    if look.pixels >= 40:
        for dot in range(_DOTS):
            angle = dot * math.tau / _DOTS
            at = middle + middle * 0.83 * math.cos(angle), middle + middle * 0.83 * math.sin(angle)
            pygame.draw.circle(big, look.lines, at, size * 0.014)
        _ring(big, middle * 0.72, look.lines, size * 0.014, broken=False)
    side = middle * (1.1 if look.pixels >= 40 else 1.4)
    left = middle - side / 2
    for line in _EMBLEMS[look.emblem]:
        stroke(big, [(left + px * side, left + py * side) for px, py in line], look.lines, size * 0.028)
    return pygame.transform.smoothscale(big, (look.pixels, look.pixels))


def _ring(on: pygame.Surface, reach: float, tone: str, thick: float, *, broken: bool) -> None:
    """A ring, or what is left of it in twelve pieces."""
    middle = on.get_width() / 2
    if not broken:
        pygame.draw.circle(on, tone, (middle, middle), reach, round(thick))
        return
    for part in range(_BROKEN):
        angles = [(part + share / 6 * 0.62) * math.tau / _BROKEN for share in range(7)]
        inner = reach - thick / 2
        stroke(on, [(middle + inner * math.cos(a), middle + inner * math.sin(a)) for a in angles], tone, thick)
