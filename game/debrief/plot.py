"""Every possible text in the plane of two delegations' points: how many lie where, and what is to be seen among them.

Points are those of a text's words on the sheets of the end, as the analysis counts them; hours, talks and aftermath are
not in them. Nothing is a sample: each text that could be signed is counted at its place. The draft is two texts while
brackets stand in it, one as each of the two delegations would have it: so its path is two lines, which meet in the text
that is signed. A position may be no text that could be signed, and lie where there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from game.analysis import Density, Frontier, frontier, texts_in
from game.debrief.debrief import Debrief, Yardstick
from game.scenario import Scenario
from game.text import DelegationId, Outcome

Point: TypeAlias = tuple[int, int]
"""The points of one delegation and of the other."""
MarkKind: TypeAlias = Yardstick | Literal["yours", "no-text", "draft", "earlier", "table", "better"]
LineKind = Literal["frontier", "walk-away", "path"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One place that is told of."""

    kind: MarkKind
    """`yours` is the signed text, `draft` a position while it stood, `earlier` and `table` other talks of the same
    scenario, and `no-text` what everybody has without one: the walk-away."""
    points: Point
    text: Outcome | None = None
    """The text that lies there; None for no text, or where it is not known."""
    texts: int | None = None
    """How many of the texts that could be signed share the place; None where they were too many to count."""
    hour: float | None = None
    """Hours of talks when a draft had come there."""
    who: DelegationId | None = None
    """Whose position a draft is."""
    name: str = ""
    """What a table is called, or with spaces between them several that share the place; empty where that is told
    elsewhere."""
    games: int = 1
    """How many earlier games ended there."""


@dataclass(frozen=True, slots=True)
class Line:
    """Places that hang together."""

    kind: LineKind
    points: tuple[Point, ...]
    """A frontier rises for the one, a path goes on with the hours; a walk-away is the two ends of what is shown."""
    who: DelegationId | None = None
    """Whose walk-away, or whose positions."""
    exact: bool = True
    """Whether nothing lies beyond this frontier. If not, the budget was too small to say so."""


@dataclass(frozen=True, eq=False)
class Plot:
    """The texts between two delegations."""

    one: DelegationId
    """Whose points go to the right."""
    other: DelegationId
    """Whose points go upwards."""
    cells: Density | None
    """How many texts lie where; None where that was too much to count."""
    texts: int | None
    """How many texts could be signed; None where they were too many to count."""
    agreeable: int | None
    """How many of them give every delegation at the table at least its walk-away."""
    walk_away: Point
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    me: DelegationId | None = None
    """Who reads it, and is called you; None for a watcher."""
    window: tuple[Point, Point] | None = None
    """The corners of the part that is shown; None for the whole."""

    @property
    def bounds(self) -> tuple[Point, Point]:
        """The least and the most points of anything that is shown."""
        if self.window is not None:
            return self.window
        return _bounds(self.cells, [*_all_points(self.lines, self.marks), self.walk_away])

    def first(self, kind: MarkKind) -> Mark | None:
        """The first mark of a kind, if there is one."""
        return next((mark for mark in self.marks if mark.kind == kind), None)

    def texts_at(self, points: Point) -> int | None:
        """How many texts lie at a place; None where they were not counted."""
        if self.cells is None:
            return None
        here = np.flatnonzero((self.cells.points == points).all(axis=1))
        return int(self.cells.texts[here].sum())

    def next_to(self, points: Point, right: int, up: int, least: int = 1) -> Point | None:
        """The nearest place with a text in a direction, so many points away at least; what lies aside counts double.
        None where there is none, or texts were not counted."""
        if self.cells is None:
            return None
        apart = self.cells.points - points
        ahead = apart @ np.array((right, up))
        aside = np.abs(apart @ np.array((up, right)))
        there = np.flatnonzero((ahead >= least) & (aside <= ahead))
        if not len(there):
            return None
        x, y = self.cells.points[there[np.argmin(ahead[there] + 2 * aside[there])]].tolist()
        return x, y


def plot(debrief: Debrief, one: DelegationId, other: DelegationId, me: DelegationId | None = None) -> Plot:
    """The plot of these talks between two of their delegations, as `me` reads it. Raises `ValueError` if they are the
    same."""
    if one == other:
        raise ValueError(f"a plot is between two delegations, not between {one} and itself")
    space = debrief.space
    cells = debrief.density(one, other)
    least = debrief.walk_away[one], debrief.walk_away[other]
    edge = _frontier(debrief, one, other)
    marks = [*_ends(debrief, one, other), *_drafts(debrief, one, other)]
    lines = [Line("frontier", tuple((x, y) for x, y in edge.points[::-1].tolist()), exact=edge.exact)]
    for who in (one, other):
        lines.append(
            Line("path", tuple(mark.points for mark in marks if mark.kind == "draft" and mark.who == who), who)
        )
    (left, low), (right, high) = _bounds(cells, [*_all_points(lines, marks), least])
    lines.append(Line("walk-away", ((least[0], low), (least[0], high)), one))
    lines.append(Line("walk-away", ((left, least[1]), (right, least[1])), other))
    bare = Plot(
        one,
        other,
        cells,
        texts_in(space) if space.diagram.exact else None,
        None if debrief.agreeable is None else debrief.agreeable.texts,
        least,
        tuple(lines),
        (),
        me,
    )
    return with_marks(bare, _apart(marks))


def _apart(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks, without drafts that came to one place in one hour: where two positions meet they are one text."""
    there: set[tuple[Point, float]] = set()
    for mark in marks:
        if mark.kind == "draft" and mark.hour is not None:
            if (mark.points, mark.hour) in there:
                continue
            there.add((mark.points, mark.hour))
        yield mark


def with_marks(plot: Plot, marks: Iterable[Mark]) -> Plot:
    """The plot with more marks, each with how many texts share its place."""
    counted = (mark if mark.text is None else replace(mark, texts=plot.texts_at(mark.points)) for mark in marks)
    return replace(plot, marks=(*plot.marks, *counted))


def without_drafts(plot: Plot) -> Plot:
    """The plot without the way of the draft, and where each side opened."""
    lines = tuple(line for line in plot.lines if line.kind != "path")
    return replace(plot, lines=lines, marks=tuple(mark for mark in plot.marks if mark.kind != "draft"))


def closer(plot: Plot, low: Point, high: Point) -> Plot:
    """The part of a plot between two corners: nothing of it is counted anew, and its lines go on beyond."""
    cells = plot.cells
    if cells is not None:
        inside = ((cells.points >= low) & (cells.points <= high)).all(axis=1)
        cells = Density(cells.points[inside], cells.texts[inside])
    marks = tuple(
        mark for mark in plot.marks if all(a <= b <= c for a, b, c in zip(low, mark.points, high, strict=True))
    )
    return replace(plot, cells=cells, marks=marks, window=(low, high))


def agreement(plot: Plot) -> tuple[Point, Point] | None:
    """The corners of what gives both at least the walk-away, with every mark that is told of and a little round it.
    None where there is no such text, or texts were not counted."""
    if plot.cells is None:
        return None
    agreeable = plot.cells.points[(plot.cells.points >= plot.walk_away).all(axis=1)]
    if not len(agreeable):
        return None
    marks = [mark.points for mark in plot.marks if mark.kind != "draft"]
    points = np.concatenate((agreeable, np.array([plot.walk_away, *marks], dtype=np.int64)))
    low, high = points.min(axis=0), points.max(axis=0)
    room = np.maximum(2, (high - low) // 6)
    (left, bottom), (right, top) = (low - room).tolist(), (high + room // 2).tolist()
    return (left, bottom), (right, top)


def first_pair(scenario: Scenario, me: DelegationId | None) -> tuple[DelegationId, DelegationId]:
    """Between whom the plot is that is shown first: oneself and the first of the others, in the order of the table;
    for a watcher the first two."""
    ids = scenario.ids
    if me is None:
        return ids[0], ids[1]
    other = next(who for who in ids if who != me)
    return (me, other) if ids.index(me) < ids.index(other) else (other, me)


def points_of(debrief: Debrief, one: DelegationId, other: DelegationId, text: Outcome | None) -> Point:
    """The place of a text, or of no text: what the words, or the walk-aways, are worth to two delegations."""
    points = debrief.points(text)
    return points[one], points[other]


def _frontier(debrief: Debrief, one: DelegationId, other: DelegationId) -> Frontier:
    """What no text beats for these two, whatever it is worth to the others."""
    among = debrief.frontier
    return among if among.delegations == (one, other) else frontier(debrief.space, (one, other))


def _ends(debrief: Debrief, one: DelegationId, other: DelegationId) -> Iterator[Mark]:
    """What was signed in these talks, or without a text the walk-away; and what it is measured by."""
    signed = debrief.course.signed
    if signed is not None:
        yield Mark("yours", points_of(debrief, one, other, signed), signed, hour=debrief.course.end.hours)
    else:
        yield Mark("no-text", points_of(debrief, one, other, None), hour=debrief.course.end.hours)
    for kind, text in debrief.yardsticks.items():
        yield Mark(kind, points_of(debrief, one, other, text), text)


def _drafts(debrief: Debrief, one: DelegationId, other: DelegationId) -> Iterator[Mark]:
    """The positions of the two as whole texts: at the opening, and whenever one of them has changed."""
    for who in (one, other):
        before: Outcome | None = None
        for talks in debrief.course.moments:
            stands = talks.positions[who]
            if stands != before:
                yield Mark("draft", points_of(debrief, one, other, stands), stands, hour=talks.hours, who=who)
            before = stands


def _all_points(lines: Iterable[Line], marks: Iterable[Mark]) -> Iterator[Point]:
    for line in lines:
        yield from line.points
    for mark in marks:
        yield mark.points


def _bounds(cells: Density | None, points: Iterable[Point]) -> tuple[Point, Point]:
    """The least and the most of some places and of all texts."""
    rows = np.array(list(points), dtype=np.int64).reshape(-1, 2)
    if cells is not None:
        rows = np.concatenate((rows, cells.points))
    (left, low), (right, high) = rows.min(axis=0).tolist(), rows.max(axis=0).tolist()
    return (left, low), (right, high)
