"""Words as they are painted: what lies behind the letters, their picture, and the lines under and through them. Made
once for words in their style, and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.desktop.kit import fonts
from game.desktop.kit.box import Box
from game.desktop.kit.paragraph import Laid, Span, Style, Underline
from game.desktop.kit.shapes import Area
from game.desktop.kit.themes import Theme


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """Words on one line in their style; places are pixels from the line's left upper corner."""

    words: str
    style: Style
    pixels: int
    """The size of the letters."""
    across: int
    """How wide their picture was before it was cut down to the letters."""
    picture: pygame.Surface
    right: int
    down: int
    """Where the letters begin."""
    base: int
    """On what the letters stand."""
    behind: tuple[tuple[str, Area], ...]
    """What is filled before the picture is set, with colours as they are painted."""
    over: tuple[tuple[str, Area], ...]
    """What is filled then."""
    high: int
    """How high the line is."""
    tail: int
    """Where letters with a tail end, and what lies under them, within the line."""


@dataclass(slots=True, eq=False)
class Line:
    """One line of words at its place on a page."""

    words: str
    """As many of them as there is room for."""
    whole: bool
    left: int
    top: int
    high: int
    """Where it is, in pixels."""
    box: Box
    """The same in logical units."""
    ink: Ink | None = None
    """How it is painted, once it has been seen."""


@lru_cache(maxsize=3_000)
def line_of(
    words: str, x: float, y: float, style: Style, align: str, width: float | None, scale: float, theme: Theme
) -> Line:
    """Words where they are painted in a theme; those that do not fit into a width end in an ellipsis."""
    del theme  # in another the same line has another ink

    def wide(shown: str) -> float:
        return fonts.width(style.face, round(style.size * scale), shown) / scale

    shown = words
    if width is not None and wide(words) > width:
        while shown and wide(shown + "…") > width:
            shown = shown[:-1]
        shown = shown.rstrip() + "…"
    across, leading = wide(shown), style.leading
    left = x if align == "left" else x - (across if align == "right" else across / 2)
    box = Box(left, y, across, leading)
    return Line(shown, shown == words, round(left * scale), round(y * scale), round(leading * scale), box)


@lru_cache(maxsize=1_000)
def places(laid: Laid, left: int, top: int, scale: float) -> Mapping[str, tuple[Box, ...]]:
    """The boxes of the spans of a paragraph that have a tag, line by line; its corner is at a pixel."""
    found: dict[str, list[Box]] = {}
    for piece in laid.pieces:
        if tag := laid.spans[piece.span].tag:
            box = Box((left + piece.x) / scale, (top + piece.y) / scale, piece.w / scale, laid.line / scale)
            found.setdefault(tag, []).append(box)
    return {tag: tuple(boxes) for tag, boxes in found.items()}


@lru_cache(maxsize=1_000)
def inked(laid: Laid, scale: float, theme: Theme) -> Sequence[tuple[int, int, Ink | None, Span]]:
    """Where in a paragraph words or, without ink, the mark of a span are painted, in the order in which they are read.
    Places are pixels from its left upper corner."""
    painted: list[tuple[int, int, Ink | None, Span]] = []
    for piece in laid.pieces:
        span = laid.spans[piece.span]
        if piece.mark:
            painted.append((piece.x, piece.y, None, span))
        elif piece.words.strip():
            painted.append((piece.x, piece.y, ink_of(piece.words, span.style, laid.line, scale, theme), span))
    return painted


@lru_cache(maxsize=3_000)
def ink_of(words: str, style: Style, line: int, scale: float, theme: Theme) -> Ink:
    """Words on a line of so many pixels."""
    size, colour = round(style.size * scale), theme.shown(style.colour)
    picture, font = fonts.drawn(style.face, size, words, colour), fonts.font(style.face, size)
    base = (line - font.get_height()) // 2 + font.get_ascent()
    wide, behind, over = picture.get_width(), [], []
    if style.back:
        marker = (-round(2 * scale), base - round(size * 0.95), wide + round(4 * scale), round(size * 1.3))
        behind.append((theme.shown(style.back), marker))
    if style.underline:
        low = base + max(2, round(size * 0.16))
        over += [(colour, area) for area in _lines(style.underline, low, wide, scale)]
    if style.strike:
        over.append((colour, (0, base - round(size * 0.27), wide, max(1, round(size * 0.08)))))
    letters = picture.get_bounding_rect()  # there is nothing above and below most, and half of a frame are letters
    down = base - font.get_ascent() + letters.y
    shown = picture.subsurface(letters).copy()
    tail = max([base + round(size * 0.3), *(y + high for _, (_, y, _, high) in over)])
    lines = tuple(behind), tuple(over)
    return Ink(words, style, size, wide, shown, letters.x, down, base, *lines, line, min(line, tail))


def _lines(kind: Underline, y: int, wide: int, scale: float) -> Iterator[Area]:
    """The parts of an underline."""
    thin = max(1, round(1.2 * scale))
    if kind in ("solid", "double", "thick"):
        yield 0, y, wide, thin * (3 if kind == "thick" else 1)
        if kind == "double":
            yield 0, y + 2 * thin + (scale < 1.5), wide, thin
        return
    dash, gap = {"dotted": (2, 3), "dashed": (7, 4)}.get(kind, (7, 3))
    at, odd = 0, False
    while at < wide:
        long = 2 if kind == "dashdot" and odd else dash
        yield at, y, min(round(long * scale), wide - at), max(thin, round(1.6 * scale))
        at += max(1, round((long + gap) * scale))
        odd = not odd


def forget() -> None:
    """Drop every picture."""
    line_of.cache_clear()
    inked.cache_clear()
    places.cache_clear()
    ink_of.cache_clear()
