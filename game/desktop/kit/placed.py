"""Shapes with the pixels on which they are painted: worked out once for a place in logical units, and kept. A frame
paints hundreds of them, and most stand where they stood in the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pygame

from game.desktop.kit import colours, fonts, shapes
from game.desktop.kit.box import Box
from game.desktop.kit.shapes import Area, Card
from game.desktop.kit.sign import Sign
from game.desktop.kit.themes import Theme

Pictures = Sequence[tuple[pygame.Surface, tuple[int, int]]]
"""Pictures, each with the pixel of its left upper corner, as `Surface.fblits` takes them."""
_LETTER = {"square": 0.72, "round": 0.66, "triangle": 0.5}
"""How much of a mark its letter takes, where it is not six tenths."""


def pixels(box: Box, scale: float) -> Area:
    """A box in pixels."""
    x, y, w, h = box
    left, top = round(x * scale), round(y * scale)
    return left, top, round((x + w) * scale) - left, round((y + h) * scale) - top


@lru_cache(maxsize=1_000)
def card(
    box: Box, colour: str, radius: float, edge: str, thick: float, scale: float, theme: Theme
) -> tuple[int, int, Card]:
    """A box with round corners, and the pixel of its left upper corner."""
    left, top, wide, high = pixels(box, scale)
    inner, inside = (0, 0, wide, high), radius
    if edge:
        x, y, inner_wide, inner_high = pixels(box.inset(thick), scale)
        inner, inside = (x - left, y - top, inner_wide, inner_high), max(0.0, radius - thick)
    line = theme.shown(edge) if edge else ""
    return left, top, Card(wide, high, round(radius * scale), line, inner, round(inside * scale), theme.shown(colour))


@lru_cache(maxsize=2_000)
def dot(x: float, y: float, radius: float, colour: str, hole: float, scale: float, theme: Theme) -> Pictures:
    """A smooth disc round a point."""
    r = max(1, round(radius * scale))
    disc = shapes.disc(r, theme.shown(colour), round(hole * scale))
    return ((disc, (round(x * scale) - r, round(y * scale) - r)),)


@lru_cache(maxsize=2_000)
def sign(name: str, x: float, y: float, size: float, colour: str, edge: str, scale: float, theme: Theme) -> Pictures:
    """A drawn sign by its name in `shapes`."""
    picture = shapes.shape(name, round(size * scale), theme.shown(colour), theme.shown(edge) if edge else "")
    return ((picture, (round(x * scale), round(y * scale))),)


@lru_cache(maxsize=1_000)
def mark(who: Sign, x: float, y: float, size: float, felt: bool, scale: float, theme: Theme) -> Pictures:
    """A delegation's mark, and the letter in it."""
    low = size * 0.12 if who.shape == "triangle" else 0.0
    tall = round(size * _LETTER.get(who.shape, 0.6) * scale)
    letter = fonts.rendered("sans-bold", tall, who.letter, theme.shown(colours.LETTER))
    wide, high = letter.get_size()
    left, top = round((x + size / 2) * scale) - wide // 2, round((y + size / 2 + low) * scale) - high // 2
    return *sign(who.shape, x, y, size, who.ink, who.felt if felt else "", scale, theme), (letter, (left, top))


def forget() -> None:
    """Drop everything."""
    card.cache_clear()
    dot.cache_clear()
    sign.cache_clear()
    mark.cache_clear()
