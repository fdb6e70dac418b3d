"""What a screen paints with: boxes, lines and signs in logical units, in the colours of a theme."""

from __future__ import annotations

import pygame

from game.desktop.kit import colours, placed, shapes
from game.desktop.kit.box import Box
from game.desktop.kit.sign import Sign
from game.desktop.kit.themes import Theme

_SMALL = 12_000
"""Pixels of a panel up to which a picture of it is kept: to copy a larger one takes longer than to paint it."""


class Brush:
    """Paints shapes on a surface."""

    def __init__(self, surface: pygame.Surface, scale: float, theme: Theme) -> None:
        self.surface = surface
        self.scale = scale
        self.theme = theme
        self.width = surface.get_width() / scale
        self.height = surface.get_height() / scale
        self.box = Box(0, 0, self.width, self.height)
        """The whole window."""

    def px(self, logical: float) -> int:
        """Logical units in pixels."""
        return round(logical * self.scale)

    def fill(self, colour: str, box: Box | None = None) -> None:
        """Fill a box, or the whole window, with a colour."""
        self._flood(self.theme.shown(colour), *placed.pixels(box or self.box, self.scale))

    def fill_around(self, colour: str, box: Box, solid: Box | None) -> None:
        """Fill a box with a colour, but for what is painted over it anyhow."""
        if solid is None:
            self.fill(colour, box)
            return
        all_of, within = self.pixels(box), self.pixels(solid)
        shown, upper, lower = self.theme.shown(colour), within.y - all_of.y, all_of.bottom - within.bottom
        self._flood(shown, all_of.x, all_of.y, all_of.w, upper)
        self._flood(shown, all_of.x, within.bottom, all_of.w, lower)
        self._flood(shown, all_of.x, within.y, within.x - all_of.x, within.h)
        self._flood(shown, within.right, within.y, all_of.right - within.right, within.h)

    def sheet(self, box: Box, colour: str = colours.PAPER, deep: float = 7) -> None:
        """A sheet of paper: no round corners, a hard shadow so many units to the right, and a hem."""
        shadow = box.moved(deep, deep + 1)
        self.fill_around(colours.SHADOW, shadow, shadow.meet(box))
        self.fill(colour, box)
        self.hem(box)

    def hem(self, box: Box) -> None:
        """The edge of a sheet where paper and felt are hardly told apart by their colours: in high contrast."""
        if edge := self.theme.edge("", box.h):
            self.ring(box, edge, 0, 1)

    def cut(self, box: Box, colour: str, *, hem: bool = False) -> None:
        """A box whose edges are a little askew, as of paper that was cut by hand; with a hem, as a sheet."""
        x, y, right, bottom = box.x, box.y, box.right, box.bottom
        corners = ((x - 4, y + 2), (right + 3, y - 3), (right - 2, bottom + 5), (x + 2, bottom))
        points = [(self.px(left), self.px(top)) for left, top in corners]
        colour = self.theme.shown(colour)
        pygame.draw.polygon(self.surface, colour, points)
        pygame.draw.aalines(self.surface, colour, True, points)
        if hem and (edge := self.theme.edge("", box.h)):
            pygame.draw.lines(self.surface, self.theme.shown(edge), True, points, max(1, self.px(1)))

    def panel(self, box: Box, colour: str, radius: float = 8, edge: str = "", thick: float = 1) -> None:
        """A box with round corners, with an edge if `edge` is a colour."""
        self._card(box, colour, radius, self.theme.edge(edge, box.h), thick)

    def _card(self, box: Box, colour: str, radius: float, edge: str = "", thick: float = 1) -> None:
        left, top, card = placed.card(box, colour, radius, edge, thick, self.scale, self.theme)
        if card.wide * card.high <= _SMALL:
            shapes.put(self.surface, shapes.card(card), left, top)
        else:
            shapes.paint_card(self.surface, left, top, card)

    def ring(self, box: Box, colour: str, radius: float = 6, thick: float = 2) -> None:
        """The outline of a box."""
        colour = self.theme.shown(colour)
        pygame.draw.rect(self.surface, colour, self.pixels(box), max(1, self.px(thick)), self.px(radius))

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, thick: float = 1) -> None:
        """A level or upright line."""
        wide, colour = max(1, self.px(thick)), self.theme.shown(colour)
        left, top = self.px(x1), self.px(y1)
        if abs(y2 - y1) < 0.5:
            self._flood(colour, left, top, self.px(x2) - left, wide)
        else:
            self._flood(colour, left, top, wide, self.px(y2) - top)

    def dot(self, x: float, y: float, radius: float, colour: str, hole: float = 0) -> None:
        """A smooth disc round a point, or a ring with a hole of this radius."""
        self.surface.fblits(placed.dot(x, y, radius, colour, hole, self.scale, self.theme))

    def sign(self, name: str, x: float, y: float, size: float, colour: str, edge: str = "") -> None:
        """A drawn sign by its name in `shapes`, its left top corner at x, y."""
        self.surface.fblits(placed.sign(name, x, y, size, colour, edge, self.scale, self.theme))

    def mark(self, sign: Sign, x: float, y: float, size: float = 22, *, felt: bool = True) -> None:
        """A delegation's mark: shape and letter; on felt with its light outline."""
        self.surface.fblits(placed.mark(sign, x, y, size, felt, self.scale, self.theme))

    def pixels(self, box: Box) -> pygame.Rect:
        """A box in pixels."""
        return pygame.Rect(placed.pixels(box, self.scale))

    def _flood(self, painted: str, left: int, top: int, wide: int, high: int) -> None:
        """Fill pixels with a colour as it is painted."""
        shapes.flood(self.surface, painted, left, top, wide, high)
