"""What stands one below the other in a panel: measured once, then painted where there turns out to be room for it.

card = Column(canvas, 300)
card.words("A heading", Style("sans-bold", 17))
card.space(8)
card.words("A few words about it.")
canvas.panel(Box(x, y, 300, card.high), colours.FELT2)
card.paint(x, y)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Span, Style


class Measured(Protocol):
    """Something whose height is known before it is painted."""

    @property
    def high(self) -> float:
        """Its height in logical units."""

    def paint(self, x: float, y: float) -> object:
        """Draw it with its upper left corner at a point."""


class Block(NamedTuple):
    """A part of known height that paints itself, given its upper left corner."""

    high: float
    paint: Callable[[float, float], object]


class Column:
    """Parts one below the other, each at a distance from the left edge."""

    def __init__(self, canvas: Canvas, wide: float) -> None:
        self.canvas = canvas
        self.wide = wide
        self.high = 0.0
        self._parts: list[tuple[float, float, Measured]] = []

    def add(self, part: Measured, *, left: float = 0.0, gap: float = 0.0) -> None:
        """A part below the others, with a gap below it."""
        self._parts.append((left, self.high, part))
        self.high += part.high + gap

    def draw(self, high: float, paint: Callable[[float, float], object], *, left: float = 0.0) -> None:
        """A part that is drawn by hand; its height is known, or 0 if it stands beside the next."""
        self.add(Block(high, paint), left=left)

    def words(
        self, said: Sequence[Span] | str, style: Style | None = None, *,
        left: float = 0.0, wide: float | None = None, gap: float = 0.0, felt: bool = False,
    ) -> float:  # fmt: skip
        """A paragraph, as wide as the column allows or as it is told; gives its height."""
        room, canvas = self.wide - left if wide is None else wide, self.canvas
        high = canvas.height_of(said, room, style)
        painted = Block(high, lambda x, y: canvas.paragraph(said, x, y, room, style, felt=felt))
        self.add(painted, left=left, gap=gap)
        return high

    def space(self, high: float) -> None:
        """Nothing, so high."""
        self.high += high

    def paint(self, x: float, y: float) -> float:
        """Draw every part; gives the lower edge."""
        for left, down, part in self._parts:
            part.paint(x + left, y + down)
        return y + self.high
