"""Signs that no font has to know: marks, ticks, arrows, locks, octagons. Drawn too large, shrunk once, kept."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import pygame

from game.desktop.kit import colours

_OVER = 4
Point = tuple[float, float]
Area = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""


@lru_cache(maxsize=2_000)
def disc(radius: int, colour: str, hole: int = 0) -> pygame.Surface:
    """A smooth disc of this radius in pixels, or a ring."""
    big = pygame.Surface((2 * radius * _OVER, 2 * radius * _OVER), pygame.SRCALPHA)
    centre = (radius * _OVER, radius * _OVER)
    big.fill((*pygame.Color(colour)[:3], 0))
    pygame.draw.circle(big, colour, centre, radius * _OVER)
    if hole:
        pygame.draw.circle(big, (*pygame.Color(colour)[:3], 0), centre, hole * _OVER)
    return pygame.transform.smoothscale(big, (2 * radius, 2 * radius))


@lru_cache(maxsize=2_000)
def shape(name: str, pixels: int, fill: str, edge: str = "") -> pygame.Surface:
    """A named sign in a square of this many pixels."""
    size = pixels * _OVER
    big = pygame.Surface((size, size), pygame.SRCALPHA)
    big.fill((*pygame.Color(edge or fill)[:3], 0))
    if name in _OUTLINES:
        points = [(x * size, y * size) for x, y in _OUTLINES[name]]
        if edge:
            pygame.draw.polygon(big, edge, points)
            points = [(size / 2 + (x - size / 2) * 0.84, size / 2 + (y - size / 2) * 0.84) for x, y in points]
        pygame.draw.polygon(big, fill, points)
    elif name == "round":
        if edge:
            pygame.draw.circle(big, edge, (size / 2, size / 2), size / 2)
        pygame.draw.circle(big, fill, (size / 2, size / 2), size / 2 * (0.84 if edge else 1))
    elif name == "lock":
        _lock(big, size, fill)
    else:
        for line in _STROKES[name]:
            stroke(big, [(x * size, y * size) for x, y in line], fill, size * 0.13)
    return pygame.transform.smoothscale(big, (pixels, pixels))


def _ring(corners: int, turn: float, reach: float = 0.5) -> list[Point]:
    return [
        (0.5 + reach * math.sin(turn + k * math.tau / corners), 0.5 - reach * math.cos(turn + k * math.tau / corners))
        for k in range(corners)
    ]


_OUTLINES: dict[str, list[Point]] = {
    "square": [(0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95)],
    "diamond": [(0.5, -0.02), (1.02, 0.5), (0.5, 1.02), (-0.02, 0.5)],
    "triangle": [(0.5, -0.05), (1.04, 0.97), (-0.04, 0.97)],
    "hexagon": _ring(6, 0.0),
    "pentagon": [(x, y + 0.03) for x, y in _ring(5, 0.0, 0.53)],
    "octagon": _ring(8, math.tau / 16),
    "gable": [(0.5, 0.0), (1.0, 0.42), (0.88, 0.42), (0.88, 1.0), (0.12, 1.0), (0.12, 0.42), (0.0, 0.42)],
}

_STROKES: dict[str, list[list[Point]]] = {
    "tick": [[(0.12, 0.55), (0.4, 0.82), (0.9, 0.2)]],
    "cross": [[(0.2, 0.2), (0.8, 0.8)], [(0.8, 0.2), (0.2, 0.8)]],
    "arrow": [[(0.06, 0.5), (0.92, 0.5)], [(0.62, 0.24), (0.92, 0.5), (0.62, 0.76)]],
    "up": [[(0.15, 0.65), (0.5, 0.3), (0.85, 0.65)]],
    "down": [[(0.15, 0.35), (0.5, 0.7), (0.85, 0.35)]],
    "back": [[(0.65, 0.15), (0.3, 0.5), (0.65, 0.85)]],
    "on": [[(0.35, 0.15), (0.7, 0.5), (0.35, 0.85)]],
    "minus": [[(0.15, 0.5), (0.85, 0.5)]],
    "bar": [[(0.26, 0.5), (0.74, 0.5)]],
    "pen": [[(0.1, 0.9), (0.2, 0.62), (0.72, 0.1), (0.9, 0.28), (0.38, 0.8), (0.1, 0.9)]],
    "envelope": [
        [(0.08, 0.22), (0.92, 0.22), (0.92, 0.8), (0.08, 0.8), (0.08, 0.22)],
        [(0.08, 0.22), (0.5, 0.56), (0.92, 0.22)],
    ],
    "bracket": [[(0.38, 0.06), (0.16, 0.06), (0.16, 0.94), (0.38, 0.94)],
                [(0.62, 0.06), (0.84, 0.06), (0.84, 0.94), (0.62, 0.94)]],
}  # fmt: skip


def stroke(on: pygame.Surface, points: list[Point], colour: str, thick: float) -> None:
    """A line through points, so thick in pixels, with round joints and ends."""
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        dx, dy = (y2 - y1) / length * thick / 2, (x1 - x2) / length * thick / 2
        corners = [(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)]
        pygame.draw.polygon(on, colour, corners)
    for point in points:
        pygame.draw.circle(on, colour, point, thick / 2)


def _lock(on: pygame.Surface, size: int, colour: str) -> None:
    body = pygame.Rect(round(size * 0.16), round(size * 0.44), round(size * 0.68), round(size * 0.5))
    pygame.draw.rect(on, colour, body, border_radius=round(size * 0.08))
    centre, radius, thick = (size / 2, size * 0.4), size * 0.24, round(size * 0.11)
    pygame.draw.circle(on, colour, centre, radius + thick / 2, thick, draw_top_left=True, draw_top_right=True)
    for side in (-1, 1):
        left = size / 2 + side * radius - thick / 2
        pygame.draw.rect(on, colour, (round(left), round(size * 0.39), thick, round(size * 0.12)))


def flood(on: pygame.Surface, colour: str, left: int, top: int, wide: int, high: int) -> None:
    """Fill pixels as `Surface.fill` does, which takes three to ten times as long: it writes past the cache, where a row
    seldom begins as memory would have it. A line that is so thick is painted row by row, and nothing is sorted first as
    for a polygon."""
    if wide > 0 and high > 0:
        middle = left + (wide - 1) // 2
        pygame.draw.line(on, colour, (middle, top), (middle, top + high - 1), wide)


def put(on: pygame.Surface, picture: pygame.Surface, left: int, top: int) -> None:
    """Set a picture as `Surface.blit` does, which takes two to four times as long where it is small: a place might be a
    box for it, and it tells which box it has changed."""
    on.fblits(((picture, (left, top)),))


class Card(NamedTuple):
    """A box with round corners, in pixels. `edge` is empty where it has none: then the inner box is the whole."""

    wide: int
    high: int
    radius: int
    edge: str
    inner: Area
    inside: int
    """The radius of the inner box."""
    colour: str


@lru_cache(maxsize=400)
def card(which: Card) -> pygame.Surface:
    """A picture of it."""
    picture = pygame.Surface((which.wide, which.high), pygame.SRCALPHA)
    paint_card(picture, 0, 0, which)
    return picture


def paint_card(on: pygame.Surface, left: int, top: int, which: Card) -> None:
    """Paint it with its corner at a pixel."""
    for part in _parts(which):
        for x, y, wide, high in part.floods:
            flood(on, part.colour, left + x, top + y, wide, high)
        on.fblits([(picture, (left + x, top + y)) for picture, x, y in part.corners])


class _Part(NamedTuple):
    """The edge of a card, or what is in it: boxes that are filled, and then round corners."""

    colour: str
    floods: Sequence[Area]
    corners: Sequence[tuple[pygame.Surface, int, int]] = ()


@lru_cache(maxsize=400)
def _parts(which: Card) -> tuple[_Part, ...]:
    inner = _rounded(which.inner, which.colour, which.inside)
    return (_frame(which), inner) if which.edge else (inner,)


def _frame(which: Card) -> _Part:
    """What of the edge the inner box leaves uncovered, and a little more."""
    wide, high, colour = which.wide, which.high, which.edge
    r = min(which.radius, wide // 2, high // 2)
    x, y, inner_wide, inner_high = which.inner
    right, below = wide - x - inner_wide, high - y - inner_high
    if r < 1 or min(inner_wide, inner_high) < 2 * r:
        return _rounded((0, 0, wide, high), colour, which.radius)
    floods = (
        (r, 0, wide - 2 * r, y + 2),
        (r, high - below - 2, wide - 2 * r, below + 2),
        (0, r, x + 2, high - 2 * r),
        (wide - right - 2, r, right + 2, high - 2 * r),
    )
    return _Part(colour, floods, _corners((0, 0, wide, high), colour, r))


def _rounded(area: Area, colour: str, radius: int) -> _Part:
    left, top, wide, high = area
    r = min(radius, wide // 2, high // 2)
    if r < 1:
        return _Part(colour, (area,))
    floods = (
        (left + r, top, wide - 2 * r, r),
        (left, top + r, wide, high - 2 * r),
        (left + r, top + high - r, wide - 2 * r, r),
    )
    return _Part(colour, floods, _corners(area, colour, r))


def _corners(area: Area, colour: str, r: int) -> list[tuple[pygame.Surface, int, int]]:
    """The four corners, cut of a disc, and where they are."""
    left, top, wide, high = area
    whole = disc(r, colour)
    return [
        (whole.subsurface((from_x, from_y, r, r)), x, y)
        for x, from_x in ((left, 0), (left + wide - r, r))
        for y, from_y in ((top, 0), (top + high - r, r))
    ]


def forget() -> None:
    """Drop every kept picture."""
    card.cache_clear()
    _parts.cache_clear()
    disc.cache_clear()
    shape.cache_clear()


def icon() -> pygame.Surface:
    """An open bracket, gold on felt."""
    icon = pygame.Surface((64, 64))
    icon.fill(colours.FELT1)
    icon.blit(shape("bracket", 48, colours.GOLD), (8, 8))
    return icon
