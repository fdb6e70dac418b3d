"""The words in the picture of a plot: at its marks, walk-aways and frontier, each where there is room for it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from game.debrief.plot import Mark, MarkKind, Plot
from game.reports.lettering import above, area_of, below, wide
from game.reports.picture import Anchor, Area, Label, Picture, Spot, Stroke
from game.reports.placing import Lines, Place, Words, arrange
from game.reports.signs import signs
from game.reports.themes import Theme
from game.scenario import Scenario
from game.words import hours as hours_words
from game.words.plots import beyond, label, walk_away

_TYPE = 14.0
_LEADING = 1.25
"""From one base line to the next, as a part of the size."""
_NEVER = 1000.0
"""What it costs to leave out what should be there: more than any arrangement with all of it."""
_WAYS: tuple[tuple[float, float, float], ...] = (
    (1, 0, 0), (1, -1, 1), (1, 1, 1), (-1, 0, 1.5), (-1, -1, 2), (-1, 1, 2), (0, -1, 3), (0, 1, 3),
    (1, -2, 2), (1, 2, 2), (-1, -2, 3), (-1, 2, 3), (2, -1, 2), (2, 1, 2), (-2, -1, 3), (-2, 1, 3),
)  # fmt: skip
"""The directions from a mark in which its words may stand, and how much less each is liked."""
_FAR = (0.0, 14.0, 28.0, 46.0, 70.0, 100.0)
_COVERED: Mapping[str, float] = {"frontier": 14.0, "walk-away": 10.0, "path": 8.0, "axis": 25.0}
"""How bad it is if words lie over a line."""


def captions(drawn: Picture, plot: Plot, scenario: Scenario, theme: Theme, kept: Sequence[Area] = ()) -> Picture:
    """The picture with its words, and with the lines that lead from some of them; nothing stands where room is kept."""
    taken = [*kept, *(sign.area for sign in drawn.symbols), *map(area_of, drawn.labels)]
    lines = Lines([(stroke, _COVERED.get(stroke.what, 0.0)) for stroke in drawn.strokes])
    wanted = [*_at_walk_aways(drawn, plot, scenario, theme), *_at_marks(drawn, plot, scenario, theme)]
    wanted += _beyond(drawn, plot, theme)
    places = arrange(wanted, taken, lines)
    found = [place for place in places if place is not None]
    led = [place.leader for place in found if place.leader is not None]
    for words in (*_at_tables(drawn, plot, scenario, theme), *_hours(drawn, plot, theme)):
        (place,) = arrange([words], [*taken, *(other.area for other in found)], lines, led)
        found += [place] if place is not None else []
        led += [place.leader] if place is not None and place.leader is not None else []
    return replace(
        drawn,
        strokes=(*drawn.strokes, *led),
        labels=(*drawn.labels, *(label for place in found for label in place.labels)),
        left_out=tuple(
            words.words
            for words, place in zip(wanted, places, strict=True)
            if place is None and words.left_out >= _NEVER
        ),
    )


# ---- at the marks ------------------------------------------------------------------------------------------------


def _at_marks(drawn: Picture, plot: Plot, scenario: Scenario, theme: Theme) -> Iterator[Words]:
    """What each place with marks is called. Tables have their letter, earlier games are nameless, and the draft on its
    way has its hour at most."""
    seen = signs(scenario)
    for marks in _by_place(plot):
        colour = seen[marks[0].who].ink if len(marks) == 1 and marks[0].who is not None else theme.ink
        radius = max(sign.radius for sign in drawn.symbols if sign.mark in marks)
        words = label(scenario, plot, marks)
        spot = drawn.to_picture(marks[0].points)
        yield _beside(drawn, words, spot, radius + 5, colour, theme, _NEVER, bold=True)


def _at_tables(drawn: Picture, plot: Plot, scenario: Scenario, theme: Theme) -> Iterator[Words]:
    """The letters of the tables that have none in their signs, one place after the other: with as many as a class has,
    the best arrangement of all would take too long."""
    for sign in drawn.symbols:
        if sign.mark is not None and sign.mark.kind == "table" and sign.mark.name and not sign.letter:
            words = label(scenario, plot, [sign.mark])
            yield _beside(drawn, words, (sign.x, sign.y), sign.radius + 2, theme.ink, theme, _NEVER, bold=True)


_FIRST: tuple[MarkKind, ...] = (
    "yours", "no-text", "better", "historical", "nash", "kalai-smorodinsky", "draft", "table", "earlier"
)  # fmt: skip
"""Which of several marks at one place is named first."""


def _by_place(plot: Plot) -> list[list[Mark]]:
    """The marks with words, those at one place together."""
    places: dict[tuple[int, int], list[Mark]] = {}
    for mark in plot.marks:
        if mark.kind not in ("table", "earlier") and not (mark.kind == "draft" and mark.hour):
            places.setdefault(mark.points, []).append(mark)
    return [sorted(marks, key=lambda mark: _FIRST.index(mark.kind)) for marks in places.values()]


def _beside(
    drawn: Picture, words: str, spot: Spot, off: float, colour: str, theme: Theme, left_out: float, *,
    bold: bool = False, size: float = _TYPE,
) -> Words:  # fmt: skip
    """Words that belong to a spot, beside it or a little away with a line that leads to it; in two lines if need be."""
    whole, places = Area(0, 0, drawn.width, drawn.frame.bottom), []
    pen = Label("", 0, 0, colour, size, bold=bold, halo=theme.ground)
    for folds, written in enumerate(_folded(words)):
        across, high = max(wide(line, size, bold=bold) for line in written), _high(size, len(written))
        for ring, far in enumerate(_FAR if left_out >= _NEVER else _FAR[:1]):
            for right, down, dislike in _WAYS:
                reach = (off + far) / math.hypot(right, down)
                x, y = spot[0] + right * reach, spot[1] + down * reach
                left = x - (across if right < 0 else across / 2 if not right else 0)
                area = Area(left, y - (high if down < 0 else high / 2 if not down else 0), across, high)
                if area.grown(2).within(whole):
                    leader = Stroke(((x, y), spot), colour, 1, what="leader") if ring else None
                    cost = dislike + 3.5 * ring + 2.5 * folds
                    places.append(Place(area, _set(written, area, right, pen), cost, leader))
    return Words(words, tuple(places), left_out)


def _folded(words: str) -> Iterator[tuple[str, ...]]:
    """Words in one line, and where they are long also in two, as even as they can be."""
    yield (words,)
    gaps = [n for n, sign in enumerate(words) if sign == " "]
    if len(words) > 20 and gaps:
        middle = min(gaps, key=lambda n: abs(2 * n - len(words)))
        yield words[:middle], words[middle + 1 :]


def _high(size: float, lines: int) -> float:
    """The height of a few lines."""
    return above(size) + below(size) + (lines - 1) * size * _LEADING


def _set(written: Sequence[str], area: Area, right: float, pen: Label) -> tuple[Label, ...]:
    """Lines in an area, on the side that is next to what they are about."""
    anchor: Anchor = "end" if right < 0 else "middle" if not right else "start"
    x = {"start": area.x, "middle": area.x + area.w / 2, "end": area.right}[anchor]
    first = area.y + above(pen.size)
    return tuple(
        replace(pen, words=words, x=x, y=first + n * pen.size * _LEADING, anchor=anchor)
        for n, words in enumerate(written)
    )


def _hours(drawn: Picture, plot: Plot, theme: Theme) -> Iterator[Words]:
    """When the draft came where it is, for as many of its stations as have room."""
    for mark in plot.marks:
        if mark.kind == "draft" and mark.hour:
            spot = drawn.to_picture(mark.points)
            yield _beside(drawn, hours_words(mark.hour), spot, 8, theme.muted, theme, 6.0)


# ---- at the lines ------------------------------------------------------------------------------------------------


def _at_walk_aways(drawn: Picture, plot: Plot, scenario: Scenario, theme: Theme) -> Iterator[Words]:
    """Words along both lines, near one of their ends."""
    seen, frame = signs(scenario), drawn.frame
    x, y = drawn.to_picture(plot.walk_away)
    for who in (plot.one, plot.other):
        words, places = walk_away(scenario, plot, who), []
        pen = Label("", 0, 0, seen[who].ink, _TYPE, bold=True, halo=theme.ground)
        for folds, written in enumerate(_folded(words)):
            across, high = max(wide(line, _TYPE, bold=True) for line in written), _high(_TYPE, len(written))
            if who == plot.one:
                lefts, tops = [x + 6, x - 6 - across], _along(frame.y + 4, frame.bottom - high - 6)
            else:
                lefts, tops = _along(frame.right - across - 4, frame.x + 8), [y + 5, y - 5 - high]
            for n, (left, top) in enumerate((left, top) for left in lefts for top in tops):
                area = Area(left, top, across, high)
                side = -1 if who == plot.one and left < x else 1
                if area.within(frame):
                    places.append(Place(area, _set(written, area, side, pen), 0.05 * n + 1.5 * folds))
        yield Words(words, tuple(places), _NEVER)


def _along(first: float, last: float, steps: int = 12) -> list[float]:
    return [first + (last - first) * n / steps for n in range(steps + 1)]


def _beyond(drawn: Picture, plot: Plot, theme: Theme) -> Iterator[Words]:
    """What the frontier is, where there is room beyond it."""
    for line in plot.lines:
        if line.kind == "frontier" and len(line.points) > 1:
            spots = [drawn.to_picture(points) for points in line.points]
            words = beyond(line)
            pen = Label("", 0, 0, theme.muted, _TYPE, italic=True, halo=theme.ground)
            places = [
                place
                for folds, written in enumerate(_folded(words))
                for place in _beyond_places(drawn, written, spots, pen, 2.0 * folds)
            ]
            yield Words(words, tuple(places), 30.0)


def _beyond_places(
    drawn: Picture, written: Sequence[str], spots: Sequence[Spot], pen: Label, cost: float
) -> Iterator[Place]:
    frame = drawn.frame
    across, high = max(wide(line, pen.size) for line in written), _high(pen.size, len(written))
    for y in _along(frame.y + 3, frame.bottom - high, 16):
        for x in _along(frame.right - across - 2, frame.x + 4, 10):
            area = Area(x, y, across, high)
            # A text that gave both more than the left lower corner of the words would lie within them.
            beyond_all = not any(left >= area.x and top <= area.bottom for left, top in spots)
            if beyond_all and area.within(frame):
                away = (y - frame.y + frame.right - area.right) / 60
                yield Place(area, _set(written, area, -1, pen), cost + away)
