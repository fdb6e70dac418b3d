"""Pictures of plots on a canvas. Each is painted once for its size and kept, so that a frame is only a copy of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import pygame

from game.desktop.kit import colours, fonts, shapes
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.fonts import Face
from game.desktop.kit.themes import DARK, Theme
from game.reports.lettering import letter_of
from game.reports.picture import Label, Picture, Spot, Stroke, Symbol
from game.reports.themes import PAPER, SHADES, ramp

_MIXED = {
    shade: colours.mix(few, many, number / (SHADES - 1))
    for few, many in ((PAPER.few, PAPER.many), (PAPER.few_agreeable, PAPER.many_agreeable))
    for number, shade in enumerate(ramp(few, many, SHADES))
}
"""The shades of a plot as what a theme knows how to mix anew."""
_AROUND = tuple((math.cos(k * math.tau / 12), math.sin(k * math.tau / 12)) for k in range(12))


def paint(canvas: Canvas, x: float, y: float, picture: Picture, covered: Sequence[Box] = ()) -> None:
    """Put a picture on a canvas, its left upper corner at a point. Words that will be `covered` are not said to be
    read."""
    canvas.surface.blit(painted(picture, canvas.scale, canvas.theme), (canvas.px(x), canvas.px(y)))
    for label in picture.labels:
        face, size = _face(label), canvas.px(label.size)
        wide = fonts.width(face, size, label.words) / canvas.scale
        left = x + label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
        box = Box(left, y + label.y - label.size * 0.7, wide, label.size * 0.9)
        if not any(box.meet(other).w > 0 and box.meet(other).h > 0 for other in covered):
            canvas.tell(label.words, box, label.size)


def stretch(canvas: Canvas, box: Box, picture: Picture) -> None:
    """A picture that was laid out for other room, drawn out to a box: for the moment until it is laid out anew."""
    drawn_out = pygame.transform.scale(
        painted(picture, canvas.scale, canvas.theme), (canvas.px(box.w), canvas.px(box.h))
    )
    canvas.surface.blit(drawn_out, (canvas.px(box.x), canvas.px(box.y)))


@lru_cache(maxsize=6)
def painted(picture: Picture, scale: float, theme: Theme = DARK) -> pygame.Surface:
    """A picture at its real size. Lines and signs are drawn larger and shrunk, which makes them smooth: by powers of
    two, which leave every colour as it is."""
    over = 4 if scale < 1.5 else 2
    size = round(picture.width * scale), round(picture.height * scale)
    big = pygame.Surface((size[0] * over, size[1] * over))
    big.fill(theme.shown(picture.ground))
    by = scale * over
    for cells in picture.cells:
        fill = theme.shown(_MIXED.get(cells.fill, cells.fill))
        for area in cells.areas:
            left, top = round(area.x * by), round(area.y * by)
            big.fill(fill, (left, top, round(area.right * by) - left, round(area.bottom * by) - top))
    for stroke in picture.strokes:
        _stroke(big, stroke, by, theme)
    for symbol in picture.symbols:
        _symbol(big, symbol, by, theme)
    surface = pygame.transform.smoothscale(big, size)
    for symbol in picture.symbols:
        if symbol.letter:
            _write(surface, letter_of(symbol), scale, theme)
    for label in picture.labels:
        _write(surface, label, scale, theme)
    return surface


def _stroke(on: pygame.Surface, stroke: Stroke, by: float, theme: Theme) -> None:
    spots = [(x * by, y * by) for x, y in stroke.spots]
    for part in dashed(spots, [length * by for length in stroke.dash]):
        shapes.stroke(on, part, theme.shown(stroke.colour), stroke.width * by)
        if stroke.core:
            shapes.stroke(on, part, theme.shown(stroke.core), stroke.width / 3 * by)


def _symbol(on: pygame.Surface, symbol: Symbol, by: float, theme: Theme) -> None:
    """A sign: its ground, then its edge, half of which lies within."""
    if symbol.corners:
        corners = [(x * by, y * by) for x, y in symbol.corners]
        pygame.draw.polygon(on, theme.shown(symbol.fill), corners)
    else:
        turns, r = [k * math.tau / 72 for k in range(72)], symbol.radius
        corners = [((symbol.x + r * math.cos(turn)) * by, (symbol.y + r * math.sin(turn)) * by) for turn in turns]
        pygame.draw.polygon(on, theme.shown(symbol.fill), corners)
    for part in dashed([*corners, corners[0]], [length * by for length in symbol.dash]):
        shapes.stroke(on, part, theme.shown(symbol.edge), symbol.thick * by)


def dashed(spots: Sequence[Spot], dash: Sequence[float]) -> Iterator[list[Spot]]:
    """A line through places in dashes, which go round its corners; without a pattern the whole of it."""
    if not dash:
        yield list(spots)
        return
    place, left, part = 0, dash[0], [spots[0]]
    for (x1, y1), (x2, y2) in pairwise(spots):
        length, at = math.hypot(x2 - x1, y2 - y1), 0.0
        while length - at > left:
            at += left
            spot = (x1 + (x2 - x1) * at / length, y1 + (y2 - y1) * at / length)
            if place % 2 == 0:
                yield [*part, spot]
            place += 1
            left, part = dash[place % len(dash)], [spot]
        left -= length - at
        part.append((x2, y2))
    if place % 2 == 0 and len(part) > 1:
        yield part


def _face(label: Label) -> Face:
    return "sans-bold" if label.bold else "sans-italic" if label.italic else "sans"


def _write(on: pygame.Surface, label: Label, scale: float, theme: Theme) -> None:
    face, size = _face(label), round(label.size * scale)
    wide = fonts.width(face, size, label.words)
    left = label.x * scale - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    top = label.y * scale - fonts.font(face, size).get_ascent()
    if label.halo:
        halo = fonts.rendered(face, size, label.words, theme.shown(label.halo))
        for right, down in _AROUND:
            on.blit(halo, (round(left + 1.6 * scale * right), round(top + 1.6 * scale * down)))
    on.blit(fonts.rendered(face, size, label.words, theme.shown(label.colour)), (round(left), round(top)))
