"""A plot laid out as a picture: the cloud of all texts, its axes and lines, the marks, and words beside them.

Every place in it is an exact number of points; only the words look for room, so that none lies over another or is cut
off. What is told by colour is told by shape, dash or letter as well.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from game.debrief.plot import Line, Mark, MarkKind, Plot, Point
from game.reports.captions import captions
from game.reports.lettering import above, wide
from game.reports.picture import Area, Cells, Label, Picture, Spot, Stroke, Symbol
from game.reports.signs import Sign, Underlining, signs
from game.reports.themes import PAPER, Theme, ramp
from game.scenario import Scenario
from game.text import DelegationId
from game.words import plain
from game.words.plots import axis

TYPE = 14.0
"""The size of the words of a picture, in its own units."""
_SHADES = 12
_FINEST = 3.0
"""The side of the smallest cell."""
_DISC = 10.0
"""The radius of a sign with the letter of a table in it."""
_DASHES: Mapping[Underlining, tuple[float, ...]] = {
    "solid": (),
    "double": (),
    "dotted": (2, 3),
    "dashed": (7, 4),
    "thick": (),
    "dashdot": (8, 3, 2, 3),
}
_ORDER: tuple[MarkKind, ...] = (
    "draft", "earlier", "nash", "historical", "kalai-smorodinsky", "no-text", "better", "table", "yours"
)  # fmt: skip
"""What lies over what where marks share a place: of two, the smaller sign later."""


def figure(plot: Plot, scenario: Scenario, width: float, height: float, *, theme: Theme = PAPER) -> Picture:
    """The picture of a plot, so wide and so high in units that a painter takes for pixels, or for what it will."""
    low, high = _limits(plot)
    upright = [plain(tick) for tick in _ticks(low[1], high[1], height)]
    left = max(wide(words, TYPE, bold=True) for words in [*upright, plain(plot.walk_away[1])]) + 14
    frame = Area(left, 34, width - left - 18, height - 34 - 52)
    bare = Picture(width, height, theme.ground, frame, low, high)
    seen = signs(scenario)
    drawn = replace(
        bare,
        cells=tuple(_cloud(bare, plot, theme)),
        strokes=(*_axes(bare, plot, theme), *_lines(bare, plot, theme, seen)),
        symbols=(*_axis_signs(bare, plot, scenario, seen), *_signs(bare, plot, theme, seen)),
        labels=tuple(_scale(bare, plot, scenario, theme, seen)),
    )
    return captions(drawn, plot, scenario, theme)


# ---- the frame ---------------------------------------------------------------------------------------------------


def _limits(plot: Plot) -> tuple[Spot, Spot]:
    """The points at the corners of the frame: everything, and a little more."""
    least, most = plot.bounds
    pads = [max(1.0, (high - low) * 0.04) for low, high in zip(least, most, strict=True)]
    return (least[0] - pads[0], least[1] - pads[1]), (most[0] + pads[0], most[1] + pads[1])


def _ticks(low: float, high: float, room: float) -> list[int]:
    """Round numbers of points, at least so far apart that their figures have room."""
    least = (high - low) * 46 / max(room, 1)
    step = next((size * 10**power for power in range(9) for size in (1, 2, 5) if size * 10**power >= least), 10**9)
    return list(range(math.ceil(low / step) * step, math.floor(high) + 1, step))


def _axes(bare: Picture, plot: Plot, theme: Theme) -> Iterator[Stroke]:
    frame = bare.frame
    corner, top, right = (frame.x, frame.bottom), (frame.x, frame.y), (frame.right, frame.bottom)
    yield Stroke((top, corner, right), theme.ink, 1.5)
    for tick in (*_across(bare, plot), plot.walk_away[0]):
        x = bare.to_picture((tick, bare.low[1]))[0]
        yield Stroke(((x, frame.bottom), (x, frame.bottom + 5)), theme.ink, 1, what="tick")
    for tick in (*_upwards(bare, plot), plot.walk_away[1]):
        y = bare.to_picture((bare.low[0], tick))[1]
        yield Stroke(((frame.x - 5, y), (frame.x, y)), theme.ink, 1, what="tick")


def _across(bare: Picture, plot: Plot) -> list[int]:
    """The ticks to the right that leave room for the walk-away's."""
    one = plot.walk_away[0]
    room = wide(plain(one), TYPE, bold=True) / 2 + 4
    return [
        tick
        for tick in _ticks(bare.low[0], bare.high[0], bare.frame.w)
        if abs(bare.to_picture((tick, 0))[0] - bare.to_picture((one, 0))[0]) > room + wide(plain(tick), TYPE) / 2
    ]


def _upwards(bare: Picture, plot: Plot) -> list[int]:
    """The ticks upwards that leave room for the walk-away's."""
    other = plot.walk_away[1]
    return [
        tick
        for tick in _ticks(bare.low[1], bare.high[1], bare.frame.h)
        if abs(bare.to_picture((0, tick))[1] - bare.to_picture((0, other))[1]) > TYPE + 2
    ]


def _scale(
    bare: Picture, plot: Plot, scenario: Scenario, theme: Theme, seen: Mapping[DelegationId, Sign]
) -> Iterator[Label]:
    """The figures at the axes, those of the walk-aways in the colours of their sides, and whose points they are."""
    frame, (one, other) = bare.frame, plot.walk_away
    drop = above(TYPE) / 2
    at_x, at_y = bare.to_picture((one, other))
    yield Label(plain(one), at_x, frame.bottom + 20, seen[plot.one].ink, TYPE, "middle", bold=True)
    yield Label(plain(other), frame.x - 9, at_y + drop, seen[plot.other].ink, TYPE, "end", bold=True)
    for tick in _across(bare, plot):
        yield Label(plain(tick), bare.to_picture((tick, other))[0], frame.bottom + 20, theme.muted, TYPE, "middle")
    for tick in _upwards(bare, plot):
        yield Label(plain(tick), frame.x - 9, bare.to_picture((one, tick))[1] + drop, theme.muted, TYPE, "end")
    for who, (x, y) in _titles(bare, plot, scenario).items():
        yield Label(axis(scenario, plot, who), x + 16, y + drop, theme.ink, TYPE, bold=True)


def _axis_signs(bare: Picture, plot: Plot, scenario: Scenario, seen: Mapping[DelegationId, Sign]) -> Iterator[Symbol]:
    """The marks of both sides before the words at their axes."""
    for who, at in _titles(bare, plot, scenario).items():
        yield _sign_of(seen[who], at, 9)


def _titles(bare: Picture, plot: Plot, scenario: Scenario) -> Mapping[DelegationId, Spot]:
    """Where the mark before what stands at each axis is: below the right end of one, above the upper end of the
    other."""
    across = wide(axis(scenario, plot, plot.one), TYPE, bold=True)
    return {plot.one: (bare.frame.right - across - 16, bare.height - 14), plot.other: (12.0, 16.0)}


def _sign_of(look: Sign, at: Spot, radius: float, mark: Mark | None = None) -> Symbol:
    return Symbol(look.shape, *at, radius, look.ink, "#FFFFFF", 1.5, letter=look.letter, mark=mark)


# ---- the cloud ---------------------------------------------------------------------------------------------------


def _cloud(bare: Picture, plot: Plot, theme: Theme) -> Iterator[Cells]:
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
    shades = np.minimum((tones * _SHADES).astype(int), _SHADES - 1)
    agreeable = (places >= 0).all(axis=1)
    for inside, few, many in ((False, theme.few, theme.many), (True, theme.few_agreeable, theme.many_agreeable)):
        for shade, colour in enumerate(ramp(few, many, _SHADES)):
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


# ---- lines and signs ---------------------------------------------------------------------------------------------


def _lines(bare: Picture, plot: Plot, theme: Theme, seen: Mapping[DelegationId, Sign]) -> Iterator[Stroke]:
    for line in sorted(plot.lines, key=lambda line: ("walk-away", "frontier", "path").index(line.kind)):
        if len(line.points) < 2 and line.kind != "walk-away":
            continue
        yield _stroke(bare, plot, line, theme, seen)


def _stroke(bare: Picture, plot: Plot, line: Line, theme: Theme, seen: Mapping[DelegationId, Sign]) -> Stroke:
    spots, look = tuple(bare.to_picture(points) for points in line.points), seen.get(line.who or plot.one)
    assert look is not None, "whose line it is sits at the table"
    if line.kind == "frontier":
        return Stroke(spots, theme.ink, 2.5, () if line.exact else (9, 5), what="frontier")
    if line.kind == "walk-away":
        frame = bare.frame
        x, y = bare.to_picture(plot.walk_away)
        upright = line.who == plot.one
        ends = ((x, frame.y), (x, frame.bottom)) if upright else ((frame.x, y), (frame.right, y))
        return Stroke(ends, look.ink, 2, () if upright else (9, 6), what="walk-away", who=line.who)
    double = look.underline == "double"
    width = {"double": 4.0, "thick": 4.0, "dotted": 2.5}.get(look.underline, 1.6)
    return Stroke(spots, look.ink, width, _DASHES[look.underline], theme.ground if double else "", "path", line.who)


def _signs(bare: Picture, plot: Plot, theme: Theme, seen: Mapping[DelegationId, Sign]) -> Iterator[Symbol]:
    """A sign for every mark; tables that crowd have dots, and their letters beside these."""
    for mark in sorted(plot.marks, key=lambda mark: (_ORDER.index(mark.kind), not mark.hour)):
        at = bare.to_picture(mark.points)
        match mark.kind:
            case "draft":
                look = seen[mark.who or plot.one]
                if mark.hour:
                    yield Symbol(look.shape, *at, 4, look.ink, theme.ground, 1, mark=mark)
                else:
                    yield _sign_of(look, at, 9, mark)
            case "nash":
                yield Symbol("diamond", *at, 11, "#FFFFFF", theme.ink, 2, mark=mark)
            case "kalai-smorodinsky":
                yield Symbol("cross", *at, 7, theme.ink, "#FFFFFF", 1, mark=mark)
            case "historical":
                yield Symbol("square", *at, 9, "#FFFFFF", theme.ink, 2.5, mark=mark)
            case "no-text":
                yield Symbol("round", *at, 10, theme.ground, theme.ink, 2, (4, 3), mark=mark)
            case "earlier":
                yield Symbol("round", *at, 4, theme.muted, theme.ground, 1, mark=mark)
            case "better":
                yield Symbol("triangle", *at, 9, "#FFFFFF", theme.ink, 2, mark=mark)
            case "table":
                letter = mark.name if len(mark.name) == 1 and not _crowded(bare, plot, at) else ""
                yield Symbol(
                    "round", *at, _DISC if letter else 5, theme.ink, theme.ground, 1.5, letter=letter, mark=mark
                )
            case "yours":
                yield Symbol("round", *at, 7, theme.ink, "#FFFFFF", 2, mark=mark)


def _crowded(bare: Picture, plot: Plot, at: Spot) -> bool:
    """Whether a disc with a letter would lie over that of another table."""
    others = (bare.to_picture(mark.points) for mark in plot.marks if mark.kind == "table")
    return sum(math.dist(at, other) < 2 * _DISC for other in others) > 1
