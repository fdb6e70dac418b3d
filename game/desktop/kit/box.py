"""A rectangle in logical units, with the cuts that a layout is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """Where something is: left, top, width, height, in logical units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """Smaller by `dx` left and right and by `dy` above and below."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def moved(self, dx: float, dy: float) -> Box:
        """The same size elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def meet(self, other: Box) -> Box:
        """What two boxes share; of no size if they are apart."""
        (x, y, w, h), (left, top, wide, high) = self, other
        # Hundreds of times a frame: comparing takes half as long as to call `max` and `min`.
        right = x + w if x + w <= left + wide else left + wide
        bottom = y + h if y + h <= top + high else top + high
        x, y = x if x >= left else left, y if y >= top else top
        return Box(x, y, right - x if right > x else 0.0, bottom - y if bottom > y else 0.0)

    def left_part(self, w: float) -> Box:
        """A strip at the left."""
        return Box(self.x, self.y, w, self.h)

    def right_part(self, w: float) -> Box:
        """A strip at the right."""
        return Box(self.right - w, self.y, w, self.h)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of some."""
    edges = [(x, y, x + w, y + h) for x, y, w, h in boxes]
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    x, y = min(lefts), min(tops)
    return Box(x, y, max(rights) - x, max(bottoms) - y)
