"""The planes of every two delegations as one picture: a half square of small plots, those in a column with the points
of one delegation to the right, those in a row with the points of another upwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from game.debrief.parallel import Pairs
from game.debrief.plot import Mark, MarkKind, Plot
from game.reports.cloud import cloud
from game.reports.lettering import above, wide, wrapped
from game.reports.picture import Area, Cells, Label, Picture, Spot, Stroke, Symbol
from game.reports.signs import Sign, signs
from game.reports.symbols import badge, symbol_of, ticks
from game.reports.themes import Theme
from game.scenario import Scenario
from game.text import DelegationId
from game.words import head, plain, say
from game.words.people import name
from game.words.plots import mark_name

_TYPE = 14.0
_LINE = 18.0
_GAP, _INDENT = 12.0, 30.0
_MARKS: tuple[MarkKind, ...] = ("nash", "historical", "kalai-smorodinsky", "no-text", "table", "yours")
"""The marks that are shown, what lies over others later."""
_SMALLER = 0.7
"""Signs beside those of a plot that stands alone."""


@dataclass(frozen=True, eq=False, slots=True)
class _Sheet:
    """What the small plots are laid out on."""

    shown: Pairs
    scenario: Scenario
    theme: Theme
    seen: Mapping[DelegationId, Sign]
    area: Area
    """All cells together."""
    spans: Mapping[DelegationId, tuple[float, float]]
    """The points at the two ends of everything that is drawn of a delegation."""
    columns: int = 0
    """How many columns of names of the signs there are below; none where these stand in the corner without plots."""

    @property
    def cell(self) -> tuple[float, float]:
        """How wide and how high a cell is."""
        many = len(self.shown.ids) - 1
        return (self.area.w - _GAP * (many - 1)) / many, (self.area.h - _GAP * (many - 1)) / many

    def at(self, column: int, row: int) -> Area:
        """A cell, counted from the left upper one."""
        wide, high = self.cell
        return Area(self.area.x + column * (wide + _GAP), self.area.y + row * (high + _GAP), wide, high)


def pairs_picture(shown: Pairs, scenario: Scenario, width: float, height: float, theme: Theme) -> Picture:
    """The picture, so wide and so high."""
    sheet = _sheet(shown, scenario, width, height, theme)
    cells: list[Cells] = []
    strokes: list[Stroke] = []
    symbols: list[Symbol] = list(_heads(sheet))
    labels: list[Label] = list(_names(sheet))
    bare = Picture(width, height, theme.ground, sheet.area, (0, 0), (1, 1))
    for row, other in enumerate(shown.ids[1:]):
        for column, one in enumerate(shown.ids[: row + 1]):
            plane = shown.between(one, other)
            assert plane is not None
            (left, right), (low, high) = sheet.spans[one], sheet.spans[other]
            small = replace(bare, frame=sheet.at(column, row), low=(left, low), high=(right, high))
            cells += cloud(small, plane.plot, theme)
            strokes += _lines(small, plane.plot, sheet)
            symbols += _signs(small, plane.plot, theme, sheet.seen)
            labels += _figures(small, plane.plot, sheet, first=not column, last=other == shown.ids[-1])
    legend = list(_legend(sheet))
    return replace(
        bare,
        cells=tuple(cells),
        strokes=(*strokes, *(part for part in legend if isinstance(part, Stroke))),
        symbols=(*symbols, *(part for part in legend if isinstance(part, Symbol))),
        labels=(*labels, *(part for part in legend if isinstance(part, Label))),
    )


def _sheet(shown: Pairs, scenario: Scenario, width: float, height: float, theme: Theme) -> _Sheet:
    names = [head(name(scenario, who, shown.me)) for who in shown.ids]
    left = min(max(wide(word, _TYPE, bold=True) for words in names for word in words.split()), 0.2 * width) + 58
    spans = {}
    for who in shown.ids:
        ends = [
            (edge[0], edge[1]) if plane.plot.one == who else (edge[2], edge[3])
            for plane in shown.planes
            if who in (plane.plot.one, plane.plot.other)
            for edge in [_edges(plane.plot)]
        ]
        spans[who] = (min(low for low, _ in ends), max(high for _, high in ends))
    area = Area(left, 12, width - left - 12, height - 12 - 62)
    sheet = _Sheet(shown, scenario, theme, signs(scenario), area, spans)
    entries, corner = _entries(sheet), _corner(sheet)
    room = corner.w - _INDENT
    high = sum(len(wrapped(words, _TYPE, room)) * _LINE + 6 for words in entries)
    words = max(wide(word, _TYPE) for each in entries for word in each.split())
    if high <= corner.h + 6 and words <= room:
        return sheet
    widest = max(wide(each, _TYPE) for each in entries) + _INDENT + 8
    columns = max(1, min(len(entries), int((width - 24) / widest)))
    below = -(-len(entries) // columns) * (_LINE + 6) + 6
    return replace(sheet, area=replace(area, h=area.h - below), columns=columns)


def _edges(plot: Plot) -> tuple[float, float, float, float]:
    """What is drawn of both: from left to right, and from below upwards."""
    points = [tuple(mark.points) for mark in plot.marks if mark.kind in _MARKS]
    points += [plot.walk_away] if plot.cells is None else [plot.walk_away, *map(tuple, plot.cells.points.tolist())]
    xs, ys = ([point[n] for point in points] for n in (0, 1))
    return min(xs) - 3, max(xs) + 3, min(ys) - 3, max(ys) + 3


# ---- around the cells --------------------------------------------------------------------------------------------


def _heads(sheet: _Sheet) -> Iterator[Symbol]:
    """The marks of the delegations: below their columns, and left of their rows."""
    last = len(sheet.shown.ids) - 2
    for n, who in enumerate(sheet.shown.ids[:-1]):
        yield badge(sheet.seen[who], _below(sheet, n, last), 10)
    for n, who in enumerate(sheet.shown.ids[1:]):
        yield badge(sheet.seen[who], (13, sheet.at(0, n).y + 12), 10)


def _below(sheet: _Sheet, column: int, row: int) -> Spot:
    area = sheet.at(column, row)
    return area.x + 10, area.bottom + 42


def _names(sheet: _Sheet) -> Iterator[Label]:
    last = len(sheet.shown.ids) - 2
    for n, who in enumerate(sheet.shown.ids[:-1]):
        x, y = _below(sheet, n, last)
        lines = wrapped(_called(sheet, who), _TYPE, sheet.cell[0] - 26, bold=True)[:2]
        for line, words in enumerate(lines):
            top = y + above(_TYPE) / 2 + (line - (len(lines) - 1) / 2) * 16
            yield Label(words, x + 16, top, sheet.seen[who].ink, _TYPE, bold=True)
    for n, who in enumerate(sheet.shown.ids[1:]):
        y = sheet.at(0, n).y + 40
        for line, words in enumerate(wrapped(_called(sheet, who), _TYPE, sheet.area.x - 44, bold=True)):
            yield Label(words, 3, y + line * _LINE, sheet.seen[who].ink, _TYPE, bold=True)


def _called(sheet: _Sheet, who: DelegationId) -> str:
    return head(name(sheet.scenario, who, sheet.shown.me))


def _figures(small: Picture, plot: Plot, sheet: _Sheet, *, first: bool, last: bool) -> Iterator[Label]:
    """Points at the left of a row and below a column: the walk-away, and round numbers where there is room."""
    frame, muted = small.frame, sheet.theme.muted
    if last:
        at = small.to_picture(plot.walk_away)[0]
        yield Label(
            plain(plot.walk_away[0]), at, frame.bottom + 20, sheet.seen[plot.one].ink, _TYPE, "middle", bold=True
        )
        for tick in ticks(small.low[0], small.high[0], frame.w):
            x, half = small.to_picture((tick, 0))[0], wide(plain(tick), _TYPE) / 2
            if abs(x - at) > 26 and frame.x - 2 < x - half and x + half < frame.right + 2:
                yield Label(plain(tick), x, frame.bottom + 20, muted, _TYPE, "middle")
    if first:
        at = small.to_picture(plot.walk_away)[1]
        drop = above(_TYPE) / 2
        yield Label(
            plain(plot.walk_away[1]), frame.x - 7, at + drop, sheet.seen[plot.other].ink, _TYPE, "end", bold=True
        )
        for tick in ticks(small.low[1], small.high[1], frame.h):
            y = small.to_picture((0, tick))[1]
            if abs(y - at) > 17:
                yield Label(plain(tick), frame.x - 7, y + drop, muted, _TYPE, "end")


# ---- in a cell ---------------------------------------------------------------------------------------------------


def _lines(small: Picture, plot: Plot, sheet: _Sheet) -> Iterator[Stroke]:
    """Its edge, both walk-aways and the frontier between the two."""
    frame, theme = small.frame, sheet.theme
    x, y = small.to_picture(plot.walk_away)
    corners = ((frame.x, frame.y), (frame.right, frame.y), (frame.right, frame.bottom), (frame.x, frame.bottom))
    yield Stroke((*corners, corners[0]), theme.muted, 1)
    yield Stroke(((x, frame.y), (x, frame.bottom)), sheet.seen[plot.one].ink, 1.5, what="walk-away", who=plot.one)
    yield Stroke(((frame.x, y), (frame.right, y)), sheet.seen[plot.other].ink, 1.5, (6, 4), "", "walk-away", plot.other)
    for line in plot.lines:
        if line.kind == "frontier" and len(line.points) > 1:
            spots = tuple(small.to_picture(points) for points in line.points)
            yield Stroke(spots, theme.ink, 1.5, () if line.exact else (7, 4), what="frontier")


def _signs(small: Picture, plot: Plot, theme: Theme, seen: Mapping[DelegationId, Sign]) -> Iterator[Symbol]:
    for mark in sorted((mark for mark in plot.marks if mark.kind in _MARKS), key=lambda mark: _MARKS.index(mark.kind)):
        drawn = symbol_of(mark, small.to_picture(mark.points), theme, seen[plot.one], crowded=True)
        yield replace(drawn, radius=drawn.radius * _SMALLER, thick=min(drawn.thick, 1.5))


def _corner(sheet: _Sheet) -> Area:
    """The corner that has no plots."""
    many = len(sheet.shown.ids) - 1
    first, corner = sheet.at(many - many // 2, 0), sheet.at(many - 1, many // 2 - 1)
    return Area(first.x + 8, first.y + 12, corner.right - first.x - 8, corner.bottom - first.y - 12)


def _marks(sheet: _Sheet) -> list[tuple[Mark, str]]:
    """The signs, and what they are called."""
    some = sheet.shown.planes[0].plot
    found = [mark for kind in reversed(_MARKS) if (mark := some.first(kind)) is not None]
    return [
        (mark, head(say("the text of a table") if mark.kind == "table" else mark_name(sheet.scenario, some, mark)))
        for mark in found
    ]


def _strokes() -> list[tuple[str, tuple[float, ...], float]]:
    """The lines: what they are called, their dashes, and how thick they are."""
    return [
        (head(say("walk-away of the column")), (), 1.5),
        (head(say("walk-away of the row")), (6.0, 4.0), 1.5),
        (head(say("the frontier between the two")), (), 2.5),
    ]


def _entries(sheet: _Sheet) -> list[str]:
    """What all of them are called."""
    return [*(words for _, words in _marks(sheet)), *(words for words, _, _ in _strokes())]


def _places(sheet: _Sheet) -> Iterator[tuple[Spot, list[str]]]:
    """Where each of them stands, with what it is called in lines: in the corner, or in columns below."""
    corner, entries = _corner(sheet), _entries(sheet)
    if not sheet.columns:
        x, y = corner.x, corner.y
        for words in entries:
            lines = wrapped(words, _TYPE, corner.w - _INDENT)
            yield (x, y), lines
            y += len(lines) * _LINE + 6
        return
    rows, top = -(-len(entries) // sheet.columns), sheet.area.bottom + 74
    across = (sheet.area.right - 12) / sheet.columns
    for n, words in enumerate(entries):
        yield (12 + n // rows * across, top + n % rows * (_LINE + 6)), [words]


def _legend(sheet: _Sheet) -> Iterator[Stroke | Symbol | Label]:
    """What the signs are."""
    some, theme, marks = sheet.shown.planes[0].plot, sheet.theme, _marks(sheet)
    places = list(_places(sheet))
    for ((x, y), lines), (mark, _) in zip(places, marks, strict=False):
        yield symbol_of(mark, (x + 10, y), theme, sheet.seen[some.one], crowded=True)
        yield from _entry(lines, x, y, theme)
    for ((x, y), lines), (_, dash, width) in zip(places[len(marks) :], _strokes(), strict=True):
        yield Stroke(((x, y), (x + 22, y)), theme.ink, width, dash)
        yield from _entry(lines, x, y, theme)


def _entry(lines: Sequence[str], x: float, y: float, theme: Theme) -> Iterator[Label]:
    for n, words in enumerate(lines):
        yield Label(words, x + _INDENT, y + above(_TYPE) / 2 + n * _LINE, theme.ink, _TYPE)
