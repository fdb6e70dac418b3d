"""A picture as what it is painted of: boxes, lines, signs and words at places, in units of its own from the upper left.

It is laid out once; a painter, of the window or of a file, only puts each part where it stands.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from game.debrief.plot import Mark, Point
from game.text import DelegationId

Anchor: TypeAlias = Literal["start", "middle", "end"]
"""Which end of a line of words its place is."""
Spot: TypeAlias = tuple[float, float]
"""A place in the picture."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: its left upper corner, width and height."""

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

    def meets(self, other: Area) -> bool:
        """Whether they share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def within(self, other: Area) -> bool:
        """Whether nothing of it is outside another."""
        return other.x <= self.x and self.right <= other.right and other.y <= self.y and self.bottom <= other.bottom

    def grown(self, by: float) -> Area:
        """Larger by so much on every side."""
        return Area(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)


def clipped(spots: Sequence[Spot], area: Area) -> Iterator[tuple[Spot, ...]]:
    """The parts of a line that lie within an area (J. Liang and B. Barsky, "A New Concept and Method for Line
    Clipping", ACM Transactions on Graphics 3, 1984)."""
    part: list[Spot] = []
    for (x1, y1), (x2, y2) in pairwise(spots):
        first, last = 0.0, 1.0
        for begin, along, low, high in ((x1, x2 - x1, area.x, area.right), (y1, y2 - y1, area.y, area.bottom)):
            if along:
                near, far = sorted(((low - begin) / along, (high - begin) / along))
                first, last = max(first, near), min(last, far)
            elif not low <= begin <= high:
                last = first
        if first >= last:
            continue
        enters = (x1 + (x2 - x1) * first, y1 + (y2 - y1) * first) if first > 0 else (x1, y1)
        leaves = (x1 + (x2 - x1) * last, y1 + (y2 - y1) * last) if last < 1 else (x2, y2)
        if part and part[-1] != enters:
            yield tuple(part)
            part = []
        part = [*(part or [enters]), leaves]
    if part:
        yield tuple(part)


@dataclass(frozen=True, slots=True)
class Cells:
    """Boxes of one colour."""

    fill: str
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through places."""

    spots: tuple[Spot, ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    """How long each dash and each gap is, by turns; none for a whole line."""
    core: str = ""
    """The colour of its middle, which makes two lines of it."""
    what: Literal["axis", "tick", "frontier", "walk-away", "path", "leader"] = "axis"
    who: DelegationId | None = None


OUTLINES: dict[str, tuple[Spot, ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)),
    "triangle": ((0.0, -1.05), (1.05, 0.85), (-1.05, 0.85)),
    "hexagon": tuple((math.sin(k * math.tau / 6), -math.cos(k * math.tau / 6)) for k in range(6)),
    "pentagon": tuple((1.06 * math.sin(k * math.tau / 5), -1.06 * math.cos(k * math.tau / 5)) for k in range(5)),
    "cross": tuple(
        (x * 0.7071 - y * 0.7071, x * 0.7071 + y * 0.7071)
        for x, y in (
            (-0.3, -1.2), (0.3, -1.2), (0.3, -0.3), (1.2, -0.3), (1.2, 0.3), (0.3, 0.3),
            (0.3, 1.2), (-0.3, 1.2), (-0.3, 0.3), (-1.2, 0.3), (-1.2, -0.3), (-0.3, -0.3),
        )
    ),
}  # fmt: skip
"""The corners of every shape that is not round, for a radius of one."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A sign at a place."""

    shape: str
    """One of `OUTLINES`, or `round`."""
    x: float
    y: float
    radius: float
    fill: str
    edge: str
    thick: float = 1.5
    dash: tuple[float, ...] = ()
    """Of its edge."""
    letter: str = ""
    ink: str = "#FFFFFF"
    """The colour of the letter."""
    mark: Mark | None = None
    """What it is the sign of."""

    @property
    def corners(self) -> tuple[Spot, ...]:
        """Its corners in the picture; none for a round one."""
        if self.shape == "round":
            return ()
        return tuple((self.x + x * self.radius, self.y + y * self.radius) for x, y in OUTLINES[self.shape])

    @property
    def area(self) -> Area:
        """What it takes of the picture."""
        reach = self.radius * 1.05 + self.thick / 2
        return Area(self.x - reach, self.y - reach, 2 * reach, 2 * reach)


@dataclass(frozen=True, slots=True)
class Label:
    """A line of words; `y` is their base line, `x` their left, middle or right end by `anchor`."""

    words: str
    x: float
    y: float
    colour: str
    size: float = 14.0
    anchor: Anchor = "start"
    bold: bool = False
    italic: bool = False
    halo: str = ""
    """A colour round the letters, so that they are read on any ground."""


@dataclass(frozen=True, eq=False)
class Picture:
    """A plot laid out: painted in the order of its fields."""

    width: float
    height: float
    ground: str
    frame: Area
    """Where the texts lie, within the axes."""
    low: Spot
    """The points at the left lower corner of the frame."""
    high: Spot
    """The points at its right upper corner."""
    cells: tuple[Cells, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    labels: tuple[Label, ...] = ()

    def to_points(self, x: float, y: float) -> tuple[float, float]:
        """The points that belong to a place in the picture."""
        right, up = (x - self.frame.x) / self.frame.w, (self.frame.bottom - y) / self.frame.h
        (left, low), (most, high) = self.low, self.high
        return left + right * (most - left), low + up * (high - low)

    def to_picture(self, points: tuple[float, float] | Point) -> Spot:
        """The place in the picture that belongs to points."""
        (left, low), (most, high) = self.low, self.high
        right, up = (points[0] - left) / (most - left), (points[1] - low) / (high - low)
        return self.frame.x + right * self.frame.w, self.frame.bottom - up * self.frame.h

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is within the frame."""
        return self.frame.x <= x <= self.frame.right and self.frame.y <= y <= self.frame.bottom

    def mark_at(self, x: float, y: float, reach: float = 4.0) -> Mark | None:
        """The mark whose sign is here or nearest within reach; the uppermost of equals."""
        best: tuple[float, Mark] | None = None
        for sign in reversed(self.symbols):
            far = max(0.0, math.hypot(sign.x - x, sign.y - y) - sign.radius)
            if sign.mark is not None and far <= reach and (best is None or far < best[0]):
                best = far, sign.mark
        return best[1] if best else None
