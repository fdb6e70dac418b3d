"""A plot laid out as a picture: the cloud of all texts, its axes and lines, the marks, and words beside them.

Every place in it is an exact number of points; only the words look for room, so that none lies over another or is cut
off. What is told by colour is told by shape, dash or letter as well.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from game.debrief.parallel import Pairs, Parallel
from game.debrief.plot import Line, Mark, MarkKind, Plot
from game.debrief.turning_points import Prospects
from game.reports.captions import About, captions
from game.reports.cloud import cloud
from game.reports.legend import Entry, entries, key_high, key_lines, key_signs, key_words
from game.reports.lettering import above, wide
from game.reports.pairs import pairs_picture
from game.reports.parallel import parallel_picture
from game.reports.picture import Area, Label, Picture, Spot, Stroke, Symbol, clipped
from game.reports.prospects import prospects_picture
from game.reports.signs import Sign, signs
from game.reports.symbols import DISC, badge, line_of, symbol_of, ticks
from game.reports.themes import PAPER, Theme
from game.scenario import Scenario
from game.text import DelegationId
from game.words import plain
from game.words.page import Shown
from game.words.plots import axis

TYPE = 14.0
"""The size of the words of a picture, in its own units."""
_HEAD, _FOOT, _MARGIN = 34.0, 52.0, 10.0
"""Above a plot and below it, without a key; and beside the key."""
_LEAST = 200.0
"""How high a plot has to be that its key names what can go without."""
_ORDER: tuple[MarkKind, ...] = (
    "draft", "earlier", "nash", "historical", "kalai-smorodinsky", "no-text", "better", "table", "yours"
)  # fmt: skip
"""What lies over what where marks share a place: of two, the smaller sign later."""


def figure(
    shown: Shown, scenario: Scenario, width: float, height: float, *, theme: Theme = PAPER, kept: Sequence[Area] = ()
) -> Picture:
    """The picture of what a figure shows, so wide and so high in units that a painter takes for pixels, or for what it
    will. No words of a plot stand where room is `kept` for something else."""
    match shown:
        case Plot():
            return _plot(shown, scenario, width, height, theme, kept)
        case Parallel():
            return parallel_picture(shown, scenario, width, height, theme)
        case Pairs():
            return pairs_picture(shown, scenario, width, height, theme)
        case Prospects():
            return prospects_picture(shown, scenario, width, height, theme)
        case _:
            assert_never(shown)


def _plot(plot: Plot, scenario: Scenario, width: float, height: float, theme: Theme, kept: Sequence[Area]) -> Picture:
    """With a key below it of what has no room beside its mark, and that takes room in turn."""
    keyed: tuple[About, ...] = ()
    while True:
        drawn = _drawn(plot, scenario, (width, height), theme, keyed)
        told, missing = captions(drawn, plot, scenario, theme, kept, keyed)
        before = keyed
        for about in sorted(missing, key=_goes_without):
            longer = (*keyed, about)
            room = height - _HEAD - _FOOT - key_high(_key(plot, scenario, width, longer))
            if room >= _LEAST or not _goes_without(about):
                keyed = longer
        if keyed == before:
            return told


def _goes_without(about: About) -> bool:
    """Whether its look tells what it is: the line of a walk-away has its points at the axis, an opening its letter."""
    return not isinstance(about, Mark) or about.kind == "draft"


def _key(plot: Plot, scenario: Scenario, width: float, keyed: Sequence[About]) -> list[Entry]:
    """The key below a plot so wide; its first row ends where the axis is named."""
    first = width - wide(axis(scenario, plot, plot.one), TYPE, bold=True) - 74
    return entries(plot, scenario, keyed, first, width - 2 * _MARGIN)


def _drawn(plot: Plot, scenario: Scenario, size: Spot, theme: Theme, keyed: Sequence[About]) -> Picture:
    """All but the words beside marks and lines."""
    low, high = _limits(plot)
    (width, height), seen = size, signs(scenario)
    upright = [plain(tick) for tick in ticks(low[1], high[1], height)]
    left = max(wide(words, TYPE, bold=True) for words in [*upright, plain(plot.walk_away[1])]) + 14
    named = _key(plot, scenario, width, keyed)
    foot = height - key_high(named)
    frame = Area(left, _HEAD, width - left - 18, foot - _HEAD - _FOOT)
    bare = Picture(width, height, theme.ground, frame, low, high)
    key = _MARGIN, foot - 14
    return replace(
        bare,
        cells=tuple(cloud(bare, plot, theme)),
        strokes=(*_axes(bare, plot, theme), *_lines(bare, plot, theme, seen), *key_lines(named, plot, *key, seen)),
        symbols=(
            *_axis_signs(bare, plot, scenario, seen),
            *key_signs(named, plot, *key, theme, seen),
            *_signs(bare, plot, theme, seen),
        ),
        labels=(*_scale(bare, plot, scenario, theme, seen), *key_words(named, *key, theme)),
    )


# ---- the frame ---------------------------------------------------------------------------------------------------


def _limits(plot: Plot) -> tuple[Spot, Spot]:
    """The points at the corners of the frame: everything, and a little more; of a part just that."""
    least, most = plot.bounds
    if plot.window is not None:
        return (least[0] - 0.5, least[1] - 0.5), (most[0] + 0.5, most[1] + 0.5)
    pads = [max(1.0, (high - low) * 0.04) for low, high in zip(least, most, strict=True)]
    return (least[0] - pads[0], least[1] - pads[1]), (most[0] + pads[0], most[1] + pads[1])


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
        for tick in ticks(bare.low[0], bare.high[0], bare.frame.w)
        if abs(bare.to_picture((tick, 0))[0] - bare.to_picture((one, 0))[0]) > room + wide(plain(tick), TYPE) / 2
    ]


def _upwards(bare: Picture, plot: Plot) -> list[int]:
    """The ticks upwards that leave room for the walk-away's."""
    other = plot.walk_away[1]
    return [
        tick
        for tick in ticks(bare.low[1], bare.high[1], bare.frame.h)
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
        yield badge(seen[who], at, 9)


def _titles(bare: Picture, plot: Plot, scenario: Scenario) -> Mapping[DelegationId, Spot]:
    """Where the mark before what stands at each axis is: below the right end of one, above the upper end of the
    other."""
    across = wide(axis(scenario, plot, plot.one), TYPE, bold=True)
    return {plot.one: (bare.frame.right - across - 16, bare.frame.bottom + 38), plot.other: (12.0, 16.0)}


# ---- lines and signs ---------------------------------------------------------------------------------------------


def _lines(bare: Picture, plot: Plot, theme: Theme, seen: Mapping[DelegationId, Sign]) -> Iterator[Stroke]:
    for line in sorted(plot.lines, key=lambda line: ("walk-away", "frontier", "path").index(line.kind)):
        spots = tuple(bare.to_picture(points) for points in line.points)
        if line.kind == "walk-away":
            yield _walk_away(bare, plot, line, seen)
        else:
            for part in clipped(spots, bare.frame):
                yield _stroke(part, line, theme, seen[line.who or plot.one])


def _walk_away(bare: Picture, plot: Plot, line: Line, seen: Mapping[DelegationId, Sign]) -> Stroke:
    """All across the frame; one of the two is dashed."""
    frame, (x, y) = bare.frame, bare.to_picture(plot.walk_away)
    upright = line.who == plot.one
    ends = ((x, frame.y), (x, frame.bottom)) if upright else ((frame.x, y), (frame.right, y))
    colour = seen[plot.one if upright else plot.other].ink
    return Stroke(ends, colour, 2, () if upright else (9, 6), what="walk-away", who=line.who)


def _stroke(spots: tuple[Spot, ...], line: Line, theme: Theme, look: Sign) -> Stroke:
    """A frontier, dashed where it may not be one; or a path, in the line of its side."""
    if line.kind == "frontier":
        return Stroke(spots, theme.ink, 2.5, () if line.exact else (9, 5), what="frontier")
    return line_of(look, spots, theme, line.who)


def _signs(bare: Picture, plot: Plot, theme: Theme, seen: Mapping[DelegationId, Sign]) -> Iterator[Symbol]:
    """A sign for every mark; tables that crowd have dots, and their letters beside these."""
    for mark in sorted(plot.marks, key=lambda mark: (_ORDER.index(mark.kind), not mark.hour)):
        at = bare.to_picture(mark.points)
        yield symbol_of(mark, at, theme, seen[mark.who or plot.one], crowded=_crowded(bare, plot, at))


def _crowded(bare: Picture, plot: Plot, at: Spot) -> bool:
    """Whether a disc with a letter would lie over that of another table, or hide a sign that shares its place."""
    tables = (bare.to_picture(mark.points) for mark in plot.marks if mark.kind == "table")
    others = (bare.to_picture(mark.points) for mark in plot.marks if mark.kind != "table")
    over = sum(math.dist(at, spot) < 2 * DISC for spot in tables) > 1
    return over or any(math.dist(at, spot) < DISC for spot in others)
