"""The cloud of all texts in a plane: where more of them lie it is darker."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from game.debrief.plot import Plot, Point
from game.reports.picture import Area, Cells, Picture
from game.reports.themes import SHADES, Theme, ramp

_FINEST = 3.0
"""The side of the smallest cell."""


def cloud(bare: Picture, plot: Plot, theme: Theme) -> Iterator[Cells]:
    """All texts, darker where more of them are, by the logarithm; in stronger colours those that give both at least the
    walk-away. A cell is a pair of sums, or several where they would be too small to be seen; walk-aways part cells."""
    if plot.cells is None or not len(plot.cells.points):
        return
    spans = bare.high[0] - bare.low[0], bare.high[1] - bare.low[1]
    steps = [
        max(1, math.ceil(_FINEST * span / size)) for span, size in zip(spans, (bare.frame.w, bare.frame.h), strict=True)
    ]
    bins = np.floor_divide(plot.cells.points - np.array(plot.walk_away), steps)
    places, number = np.unique(bins, axis=0, return_inverse=True)
    heaps = np.zeros(len(places))
    np.add.at(heaps, number.reshape(-1), plot.cells.texts.astype(np.float64))
    tones = np.log1p(heaps) / np.log1p(heaps.max())
    shades = np.minimum((tones * SHADES).astype(int), SHADES - 1)
    agreeable = (places >= 0).all(axis=1)
    for inside, few, many in ((False, theme.few, theme.many), (True, theme.few_agreeable, theme.many_agreeable)):
        for shade, colour in enumerate(ramp(few, many, SHADES)):
            rows = places[(agreeable == inside) & (shades == shade)]
            if len(rows):
                yield Cells(colour, tuple(_runs(bare, plot.walk_away, rows.tolist(), steps)))


def _runs(bare: Picture, origin: Point, rows: Sequence[Sequence[int]], steps: Sequence[int]) -> Iterator[Area]:
    """Cells of one colour; those that lie side by side are one."""
    by_line: dict[int, list[int]] = {}
    for x, y in rows:
        by_line.setdefault(y, []).append(x)
    for y, line in by_line.items():
        line.sort()
        begin = line[0]
        for n, x in enumerate(line):
            if n + 1 == len(line) or line[n + 1] != x + 1:
                first = (origin[0] + begin * steps[0] - 0.5, origin[1] + (y + 1) * steps[1] - 0.5)
                last = (origin[0] + (x + 1) * steps[0] - 0.5, origin[1] + y * steps[1] - 0.5)
                (left, top), (right, bottom) = bare.to_picture(first), bare.to_picture(last)
                yield Area(left, top, right - left, bottom - top)
                begin = line[n + 1] if n + 1 < len(line) else x
