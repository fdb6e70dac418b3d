"""The words in the picture of a plot: at its marks, walk-aways and frontier, each where there is room for it.

None lies over a line, a mark or other words. What finds no place beside its mark stands a little away, with a thin line
that leads to it; what finds none there either is told in a key below the plot.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TypeAlias

from game.debrief.plot import Mark, MarkKind, Plot
from game.reports.lettering import above, area_of, below, wide
from game.reports.picture import Anchor, Area, Label, Picture, Spot, Stroke, Symbol
from game.reports.placing import Place, Words, arrange
from game.reports.signs import signs
from game.reports.themes import Theme
from game.scenario import Scenario
from game.text import DelegationId
from game.words import hours as hours_words
from game.words.plots import beyond, called, label, walk_away

_TYPE = 14.0
_LEADING = 1.25
"""From one base line to the next, as a part of the size."""
_NEVER = 1000.0
"""What it costs to leave out what should be there: more than any arrangement with all of it."""
_DEAR: Mapping[MarkKind, float] = {"yours": 8 * _NEVER, "no-text": 8 * _NEVER, "historical": 4 * _NEVER,
                                   "draft": 2 * _NEVER}  # fmt: skip
"""Of which marks it costs more, where not all words have room: one's own text, that of history, where each opened."""
_APART = 4.0
"""How far words keep from lines, signs and other words, so that nobody takes two for one."""
_OTHERS = 4.0
"""How much farther they keep from marks that they could be taken to be the name of."""
_WAYS: tuple[tuple[float, float, float], ...] = (
    (1, 0, 0), (1, -1, 1), (1, 1, 1), (-1, 0, 1.5), (-1, -1, 2), (-1, 1, 2), (0, -1, 3), (0, 1, 3),
    (1, -2, 2), (1, 2, 2), (-1, -2, 3), (-1, 2, 3), (2, -1, 2), (2, 1, 2), (-2, -1, 3), (-2, 1, 3),
)  # fmt: skip
"""The directions from a mark in which its words may stand, and how much less each is liked."""
_FAR = (0.0, 14.0, 28.0, 46.0, 70.0, 100.0, 140.0)
_BY = 3.0
"""How far from its words a line begins that leads from them, at the least."""
About: TypeAlias = Mark | DelegationId
"""What words are about: a mark, or the line of a delegation's walk-away."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Words that are to be placed, and what must be told elsewhere if they are not."""

    words: Words
    about: tuple[About, ...] = ()


def captions(
    drawn: Picture, plot: Plot, scenario: Scenario, theme: Theme, kept: Sequence[Area] = (), keyed: Sequence[About] = ()
) -> tuple[Picture, tuple[About, ...]]:
    """The picture with its words, and with the lines that lead from some of them; and what must be told elsewhere, as
    there is no room for its words. Nothing stands where room is kept, nor is told what is `keyed` elsewhere."""
    taken = [*kept, *(sign.area for sign in drawn.symbols), *map(area_of, drawn.labels)]
    wanted = [*_at_walk_aways(drawn, plot, scenario, theme, keyed), *_at_marks(drawn, plot, scenario, theme, keyed)]
    wanted += [_Wanted(words) for words in _beyond(drawn, plot, theme)]
    places = arrange([each.words for each in wanted], taken, drawn.strokes)
    found = [place for place in places if place is not None]
    led = [place.leader for place in found if place.leader is not None]
    for words in (*_at_tables(drawn, plot, scenario, theme), *_hours(drawn, plot, theme)):
        (place,) = arrange([words], [*taken, *(other.area for other in found)], [*drawn.strokes, *led])
        found += [place] if place is not None else []
        led += [place.leader] if place is not None and place.leader is not None else []
    told = replace(
        drawn,
        strokes=(*drawn.strokes, *led),
        labels=(*drawn.labels, *(label for place in found for label in place.labels)),
    )
    missing = (each.about for each, place in zip(wanted, places, strict=True) if place is None)
    return told, tuple(about for abouts in missing for about in abouts)


# ---- at the marks ------------------------------------------------------------------------------------------------


def _at_marks(
    drawn: Picture, plot: Plot, scenario: Scenario, theme: Theme, keyed: Sequence[About]
) -> Iterator[_Wanted]:
    """What each place with marks is called, with how many texts share it if there is room for that. Tables have their
    letter, earlier games are nameless, and the draft on its way has its hour at most."""
    seen = signs(scenario)
    for marks in _by_place(plot):
        if marks[0] in keyed:
            continue
        colour = seen[marks[0].who].ink if len(marks) == 1 and marks[0].who is not None else theme.ink
        radius = max(sign.radius for sign in drawn.symbols if sign.mark in marks)
        spot = drawn.to_picture(marks[0].points)
        ways = dict.fromkeys((label(scenario, plot, marks), called(scenario, plot, marks)))
        dear = max(_DEAR.get(mark.kind, _NEVER) for mark in marks)
        yield _Wanted(_beside(drawn, tuple(ways), spot, radius + 5, colour, theme, dear, bold=True), tuple(marks))


def _at_tables(drawn: Picture, plot: Plot, scenario: Scenario, theme: Theme) -> Iterator[Words]:
    """The letters of the tables that have none in their signs, one place after the other: with as many as a class has,
    the best arrangement of all would take too long."""
    for sign in drawn.symbols:
        if sign.mark is not None and sign.mark.kind == "table" and sign.mark.name and not sign.letter:
            words = label(scenario, plot, [sign.mark])
            yield _beside(drawn, (words,), (sign.x, sign.y), sign.radius + 2, theme.ink, theme, _NEVER, bold=True)


_FIRST: tuple[MarkKind, ...] = (
    "yours", "no-text", "better", "historical", "nash", "kalai-smorodinsky", "draft", "table", "earlier"
)  # fmt: skip
"""Which of several marks at one place is named first."""


def _by_place(plot: Plot) -> list[list[Mark]]:
    """The marks with words, those at one place together."""
    places: dict[tuple[int, int], list[Mark]] = {}
    for mark in plot.marks:
        if _named(mark):
            places.setdefault(mark.points, []).append(mark)
    return [sorted(marks, key=lambda mark: _FIRST.index(mark.kind)) for marks in places.values()]


def _beside(
    drawn: Picture, ways: Sequence[str], spot: Spot, off: float, colour: str, theme: Theme, left_out: float, *,
    bold: bool = False,
) -> Words:  # fmt: skip
    """Words that belong to a spot, beside it or a little away with a line that leads to it; in two lines if need be, or
    the shorter of two `ways` to say it. They keep away from the signs of other spots."""
    whole, places = Area(0, 0, drawn.width, drawn.frame.bottom), []
    pen = Label("", 0, 0, colour, _TYPE, bold=bold, halo=theme.ground)
    others = [sign.area.grown(_OTHERS) for sign in drawn.symbols if (sign.x, sign.y) != spot and _told(sign)]
    for folds, written in ((0.8 * n + folds, lines) for n, way in enumerate(ways) for folds, lines in _folds(way)):
        across, high = max(wide(line, _TYPE, bold=bold) for line in written), _high(_TYPE, len(written))
        for ring, far in enumerate(_FAR if left_out >= _NEVER else _FAR[:1]):
            for right, down, dislike in _WAYS:
                reach = (off + far) / math.hypot(right, down)
                x, y = spot[0] + right * reach, spot[1] + down * reach
                left = x - (across if right < 0 else across / 2 if not right else 0)
                area = Area(left, y - (high if down < 0 else high / 2 if not down else 0), across, high)
                room = area.grown(_APART)
                if area.grown(2).within(whole) and not any(room.meets(other) for other in others):
                    begin = x - right * _BY, y - down * _BY
                    leader = Stroke((begin, spot), colour, 1, what="leader") if ring else None
                    cost = dislike + 3.5 * ring + 2.5 * folds
                    places.append(Place(room, _set(written, area, right, pen), cost, leader))
    return Words(tuple(places), left_out)


def _told(sign: Symbol) -> bool:
    """Whether a sign is that of a mark with a name."""
    return sign.mark is not None and _named(sign.mark)


def _named(mark: Mark) -> bool:
    """Whether a mark has a name beside it."""
    return mark.kind not in ("table", "earlier") and not (mark.kind == "draft" and mark.hour)


def _folds(words: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Words in one line, and where they are long also in two or three, as even as they can be; with how often they are
    folded."""
    yield 0, (words,)
    gaps = [n for n, sign in enumerate(words) if sign == " "]
    for folds in (1, 2):
        if len(words) > 10 * (folds + 1) and len(gaps) >= folds:
            cuts = min(combinations(gaps, folds), key=lambda cuts: _longest(cuts, len(words)))
            yield folds, tuple(words[a + 1 : b] for a, b in pairwise((-1, *cuts, len(words))))


def _longest(cuts: Sequence[int], end: int) -> int:
    """The length of the longest line."""
    return max(b - a for a, b in pairwise((-1, *cuts, end)))


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
            yield _beside(drawn, (hours_words(mark.hour),), spot, 9, theme.ink, theme, 6.0)


# ---- at the lines ------------------------------------------------------------------------------------------------


def _at_walk_aways(
    drawn: Picture, plot: Plot, scenario: Scenario, theme: Theme, keyed: Sequence[About]
) -> Iterator[_Wanted]:
    """Words along both lines, at one of their ends."""
    seen, frame = signs(scenario), drawn.frame
    others = [sign.area.grown(_OTHERS) for sign in drawn.symbols if _told(sign)]
    x, y = drawn.to_picture(plot.walk_away)
    for who in (plot.one, plot.other):
        if who in keyed:
            continue
        words, places = walk_away(scenario, plot, who), []
        pen = Label("", 0, 0, seen[who].ink, _TYPE, bold=True, halo=theme.ground)
        for folds, written in _folds(words):
            across, high = max(wide(line, _TYPE, bold=True) for line in written), _high(_TYPE, len(written))
            if who == plot.one:
                tops = _ends(frame.y + 2, frame.bottom - high - 6)
                spots = [(left, top, cost) for left in (x + 6, x - 6 - across) for top, cost in tops]
            else:
                lefts = _ends(frame.right - across - 2, frame.x + 8)
                spots = [(left, top, cost) for top in (y - 6 - high, y + 6) for left, cost in lefts]
            for left, top, cost in spots:
                area = Area(left, top, across, high)
                side = -1 if (left < x if who == plot.one else cost < 1) else 1
                room = area.grown(_APART)
                if area.within(frame) and not any(room.meets(other) for other in others):
                    places.append(Place(room, _set(written, area, side, pen), cost + 1.5 * folds))
        yield _Wanted(Words(tuple(places), _NEVER), (who,))


def _ends(first: float, last: float) -> list[tuple[float, float]]:
    """Places at one end of a line or a little towards its middle, and then at the other, with what each costs."""
    step = math.copysign(10.0, last - first)
    return [*((first + n * step, 0.2 * n) for n in range(4)), *((last - n * step, 1 + 0.2 * n) for n in range(4))]


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
                for folds, written in _folds(words)
                for place in _beyond_places(drawn, written, spots, pen, 2.0 * folds)
            ]
            yield Words(tuple(places), 30.0)


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
                yield Place(area.grown(_APART), _set(written, area, -1, pen), cost + away)
