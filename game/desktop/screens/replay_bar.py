"""The bar of a replay: a tick for each move, taller where a sitting begins, and the place that is shown."""

from __future__ import annotations

from collections.abc import Collection

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style

HIGH = 44.0
_SMALL = Style("sans", 14, colours.DIM)
_EDGE = 14.0


class ReplayBar:
    """Where on the bar each move is. The places are 0, before the first move, to `last`, after the last."""

    def __init__(self, last: int, begins: Collection[int], notable: Collection[int]) -> None:
        self.last = last
        self.begins = frozenset(begins)
        """The places after which another sitting begins."""
        self.notable = frozenset(notable)
        """The moves that are told of in the debrief."""
        self.box = Box(0, 0, 0, 0)
        """Where it was drawn last."""

    def draw(self, canvas: Canvas, box: Box, at: int, words: str) -> None:
        """Draw it, with the words that tell the place above it."""
        self.box = box
        canvas.panel(box, colours.FELT0, 6)
        middle = box.y + box.h / 2
        canvas.line(self._x(0), middle, self._x(self.last), middle, colours.FELT3, 2)
        canvas.line(self._x(0), middle, self._x(at), middle, colours.DIM, 2)
        for place in range(self.last + 1):
            high = 12.0 if place in self.begins or place in (0, self.last) else 5.0
            ink = colours.DIM if place <= at else colours.LATER
            canvas.line(self._x(place), middle - high, self._x(place), middle + high, ink)
        for place in self.notable:
            canvas.sign("diamond", self._x(place) - 6, middle - 6, 12, colours.PALE)
        canvas.dot(self._x(at), middle, 8, colours.PALE)
        canvas.dot(self._x(at), middle, 4, colours.FELT0)
        canvas.spot(Action("scrub", words, lambda: None), box)
        if canvas.focused("scrub"):
            canvas.ring(box.inset(-3), colours.PALE, 8, 2)

    def at(self, x: float) -> int:
        """The place that is nearest to a point."""
        span = self.box.w - 2 * _EDGE
        share = (x - self.box.x - _EDGE) / span if span > 0 else 0.0
        return max(0, min(self.last, round(share * self.last)))

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on the bar."""
        return self.box.x <= x <= self.box.right and self.box.y <= y <= self.box.bottom

    def _x(self, place: int) -> float:
        return self.box.x + _EDGE + (self.box.w - 2 * _EDGE) * place / max(1, self.last)
