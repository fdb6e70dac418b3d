"""The course of the expected end as a picture: a line for each side over the hours, with the moves that turned it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from game.debrief.turning_points import Prospects
from game.reports.lettering import above, area_of, wide
from game.reports.picture import Area, Label, Picture, Spot, Stroke, Symbol
from game.reports.signs import Sign, signs
from game.reports.symbols import badge, line_of, ticks
from game.reports.themes import Theme
from game.scenario import Scenario
from game.text import DelegationId
from game.words import plain, say

_TYPE = 14.0
_SIDE = 30.0
"""Room to the right of the frame for the marks of the delegations."""
_APART = 21.0
"""From one of these marks to the next, at least."""


def prospects_picture(shown: Prospects, scenario: Scenario, width: float, height: float, theme: Theme) -> Picture:
    """The picture, so wide and so high. Hours of talks run to the right, points upwards."""
    points = [float(each) for moment in shown.moments for each in moment.points.values()]
    points += [float(least) for least in shown.walk_away.values()]
    low, high = min(points, default=0.0) - 1.5, max(points, default=1.0) + 1.5
    hours = max((moment.hours for moment in shown.moments), default=0.0) or 1.0
    left = max(wide(plain(tick), _TYPE) for tick in (*ticks(low, high, height), 0)) + 14
    frame = Area(left, 46, width - left - _SIDE, height - 46 - 44)
    bare = Picture(width, height, theme.ground, frame, (0.0, low), (hours, high))
    seen = signs(scenario)
    turned = tuple(_turned(bare, shown, theme))
    return replace(
        bare,
        strokes=(*_axes(bare, theme), *turned, *_walk_aways(bare, shown, seen), *_lines(bare, shown, seen, theme)),
        symbols=tuple(_marks(bare, shown, seen)),
        labels=(*(scale := tuple(_scale(bare, theme))), *_numbers(bare, shown, theme, scale)),
    )


def _axes(bare: Picture, theme: Theme) -> Iterator[Stroke]:
    frame = bare.frame
    yield Stroke(((frame.x, frame.y), (frame.x, frame.bottom), (frame.right, frame.bottom)), theme.ink, 1.5)
    for tick in ticks(bare.low[0], bare.high[0], frame.w):
        x = bare.to_picture((tick, bare.low[1]))[0]
        yield Stroke(((x, frame.bottom), (x, frame.bottom + 5)), theme.ink, 1, what="tick")
    for tick in ticks(bare.low[1], bare.high[1], frame.h):
        y = bare.to_picture((bare.low[0], tick))[1]
        yield Stroke(((frame.x - 5, y), (frame.x, y)), theme.ink, 1, what="tick")


def _scale(bare: Picture, theme: Theme) -> Iterator[Label]:
    frame, drop = bare.frame, above(_TYPE) / 2
    for tick in ticks(bare.low[0], bare.high[0], frame.w):
        x = bare.to_picture((tick, bare.low[1]))[0]
        yield Label(plain(tick), x, frame.bottom + 20, theme.muted, _TYPE, "middle")
    for tick in ticks(bare.low[1], bare.high[1], frame.h):
        yield Label(plain(tick), frame.x - 9, bare.to_picture((0, tick))[1] + drop, theme.muted, _TYPE, "end")
    yield Label(say("Points"), 4, 16, theme.ink, _TYPE, bold=True)
    yield Label(say("Hours of talks"), frame.right, bare.height - 6, theme.ink, _TYPE, "end", bold=True)


def _lines(bare: Picture, shown: Prospects, seen: Mapping[DelegationId, Sign], theme: Theme) -> Iterator[Stroke]:
    """What was expected stays so until a move changes it: each line goes in steps."""
    for who, look in seen.items():
        spots: list[Spot] = []
        for moment, following in pairwise((*shown.moments, *shown.moments[-1:])):
            height = float(moment.points[who])
            spots += [bare.to_picture((moment.hours, height)), bare.to_picture((following.hours, height))]
        yield line_of(look, tuple(spots), theme, who, thin=2.5)


def _walk_aways(bare: Picture, shown: Prospects, seen: Mapping[DelegationId, Sign]) -> Iterator[Stroke]:
    for who, least in shown.walk_away.items():
        y = bare.to_picture((0, least))[1]
        yield Stroke(((bare.frame.x, y), (bare.frame.right, y)), seen[who].ink, 1, (2, 4), what="walk-away", who=who)


def _marks(bare: Picture, shown: Prospects, seen: Mapping[DelegationId, Sign]) -> Iterator[Symbol]:
    """Whose line it is, at its end; where two end alike, one stands above the other."""
    if not shown.moments:
        return
    last = sorted(shown.moments[-1].points.items(), key=lambda each: each[1])
    lowest = bare.frame.bottom + _APART
    for who, points in last:
        y = min(bare.to_picture((0, float(points)))[1], lowest - _APART)
        lowest = y
        yield badge(seen[who], (bare.frame.right + 16, y), 9)


def _turned(bare: Picture, shown: Prospects, theme: Theme) -> Iterator[Stroke]:
    for point in shown.turned:
        x = bare.to_picture((point.after.hours, bare.low[1]))[0]
        yield Stroke(((x, bare.frame.y), (x, bare.frame.bottom)), theme.muted, 1, (3, 4), what="leader")


def _numbers(bare: Picture, shown: Prospects, theme: Theme, scale: Sequence[Label]) -> Iterator[Label]:
    """The number of the move above each turning point, in one of three lines where they are close together."""
    taken = [area_of(label) for label in scale]
    for point in shown.turned:
        x = bare.to_picture((point.after.hours, bare.low[1]))[0]
        for y in (bare.frame.y - 6 - line * _TYPE for line in range(3)):
            label = Label(str(point.number), x, y, theme.ink, _TYPE, "middle", bold=True)
            area = area_of(label).grown(2)
            if not any(area.meets(each) for each in taken):
                taken.append(area)
                yield label
                break
