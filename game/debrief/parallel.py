"""More than two delegations at once: parallel coordinates, and the planes of all pairs.

A delegation is an axis, from its worst text that could be signed to its best; a text is a line that meets each axis at
what the text is worth there (A. Inselberg, "The Plane with Parallel Coordinates", The Visual Computer 1, 1985). Points
of different delegations are not the same thing, so nothing is added up across the axes: what is told is how far each
has come on its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias

from game.analysis import frontier
from game.debrief.debrief import Debrief, Yardstick
from game.debrief.plot import Plot, plot
from game.text import DelegationId, Outcome

StrandKind: TypeAlias = Yardstick | Literal["yours", "no-text", "best", "table"]


@dataclass(frozen=True, slots=True)
class Axis:
    """What the texts that could be signed are worth to one delegation."""

    who: DelegationId
    worst: int
    best: int
    walk_away: int
    """It may lie beyond either end: then every text is better than none, or no text is."""

    def place(self, points: int) -> float:
        """Where points lie, from 0 at the worst to 1 at the best; beyond them for what could not be signed."""
        return (points - self.worst) / max(1, self.best - self.worst)

    def way(self, points: int) -> float | None:
        """How far from the walk-away, which is 0, to the best, which is 1; None where no text is better than none."""
        return None if self.best <= self.walk_away else (points - self.walk_away) / (self.best - self.walk_away)


@dataclass(frozen=True, slots=True)
class Strand:
    """One text, or no text, on all axes."""

    kind: StrandKind
    """`yours` is the signed text; `no-text` is the walk-aways, where nothing was signed; `best` is a text that is best
    for one delegation, and `table` what some of several tables came to."""
    points: tuple[int, ...]
    """In the order of the axes."""
    text: Outcome | None = None
    who: DelegationId | None = None
    """Whose best text it is."""
    name: str = ""
    """What the tables are called."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """All delegations side by side."""

    axes: tuple[Axis, ...]
    """In the order of the table."""
    strands: tuple[Strand, ...]
    """What came of these talks first."""
    me: DelegationId | None = None
    """Who reads it."""

    @property
    def came_of_it(self) -> Strand | None:
        """The signed text, or no text; None where it is not of one talks."""
        return next((strand for strand in self.strands if strand.kind in ("yours", "no-text")), None)

    def order(self, came_of_it: Strand) -> tuple[Axis, ...]:
        """Who came farthest from the walk-away towards the best first; last who could gain nothing."""
        came = dict(zip(self.axes, came_of_it.points, strict=True))
        ways = {axis: axis.way(points) for axis, points in came.items()}
        return tuple(sorted(self.axes, key=lambda axis: (ways[axis] is None, -(ways[axis] or 0.0))))


def parallel(debrief: Debrief, me: DelegationId | None = None) -> Parallel | None:
    """The delegations of some talks side by side, for one of them to read or for a watcher. None where their texts are
    too tangled for the exact ends of an axis, or none could be signed."""
    axes = _axes(debrief)
    return Parallel(axes, tuple(_strands(debrief)), me) if axes else None


def parallel_tables(sheets: Debrief, tables: Iterable[Strand]) -> Parallel | None:
    """Several tables side by side on the sheets of one debrief, among the fair texts and history; None as above."""
    axes = _axes(sheets)
    return Parallel(axes, (*tables, *_yardsticks(sheets))) if axes else None


def _axes(debrief: Debrief) -> tuple[Axis, ...]:
    """None where the ends of an axis are not known."""
    space, axes = debrief.space, []
    if not space.diagram.exact or space.diagram.empty:
        return ()
    for who in debrief.scenario.ids:
        least, most = space.diagram.outlook(space.gains[who])
        axes.append(Axis(who, int(least[0][0]), int(most[0][0]), debrief.walk_away[who]))
    return tuple(axes)


@dataclass(frozen=True, eq=False, slots=True)
class Plane:
    """The texts between two of the delegations."""

    plot: Plot
    better: int | None
    """How many texts give neither of the two less than what came of these talks, and one of them more, whatever they
    give the others; None where they were too many to count."""


@dataclass(frozen=True, eq=False, slots=True)
class Pairs:
    """The planes of all pairs."""

    ids: tuple[DelegationId, ...]
    planes: tuple[Plane, ...]
    """In the order of the table: the first with the second, the first with the third, and so on."""
    me: DelegationId | None = None
    """Who reads it."""

    def between(self, one: DelegationId, other: DelegationId) -> Plane | None:
        """The plane with `one` to the right and `other` upwards, if it is there so."""
        return next((each for each in self.planes if (each.plot.one, each.plot.other) == (one, other)), None)


def pairs(debrief: Debrief, me: DelegationId | None = None) -> Pairs:
    """The plane of every two delegations."""
    ids = debrief.scenario.ids
    came = debrief.points(debrief.course.signed)
    planes = []
    for one, other in combinations(ids, 2):
        shown = plot(debrief, one, other, me)
        planes.append(Plane(shown, _better(shown, came[one], came[other])))
    return Pairs(ids, tuple(planes), me)


def _better(shown: Plot, mine: int, theirs: int) -> int | None:
    if shown.cells is None:
        return None
    gains = shown.cells.points - (mine, theirs)
    return int(shown.cells.texts[(gains >= 0).all(axis=1) & (gains > 0).any(axis=1)].sum())


def _strands(debrief: Debrief) -> Iterator[Strand]:
    signed = debrief.course.signed
    yield _strand(debrief, "no-text" if signed is None else "yours", signed)
    yield from _yardsticks(debrief)
    for who in debrief.scenario.ids:
        yield _strand(debrief, "best", best_for(debrief, who), who)


def _yardsticks(debrief: Debrief) -> Iterator[Strand]:
    for kind, text in debrief.yardsticks.items():
        yield _strand(debrief, kind, text)


def best_for(debrief: Debrief, who: DelegationId) -> Outcome:
    """A text that could be signed and is best for one delegation; of several that with the most points of all together,
    where the whole frontier is known."""
    edge = debrief.frontier
    if not edge.exact:
        return frontier(debrief.space, (who,))[0].text
    mine = edge.delegations.index(who)
    rows = range(len(edge))
    return edge[max(rows, key=lambda row: (edge.points[row, mine], edge.points[row].sum()))].text


def _strand(debrief: Debrief, kind: StrandKind, text: Outcome | None, who: DelegationId | None = None) -> Strand:
    return Strand(kind, tuple(debrief.points(text).values()), text, who)
