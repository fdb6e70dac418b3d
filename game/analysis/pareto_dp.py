"""Pareto-optimal sums by dynamic programming: what is beaten in a node can be dropped there and then.

Two beginnings of a text that meet in one node have the same futures. If one of them is worth at least as much on every
sheet, the other leads to nothing better and is forgotten; so is a beginning from which a threshold cannot be met any
more. What is left at the end is the Pareto frontier, exactly. Which of many sums are beaten is asked of `moocore`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import moocore
import numpy as np
from numpy.typing import NDArray

from game.analysis.budget import Budget
from game.analysis.diagram import Diagram, Floats, Indices, Layer
from game.text import Outcome


@dataclass(frozen=True, eq=False, slots=True)
class Criterion:
    """What is asked of one sheet: what each arc adds, what a text must reach, and whether more than that is wanted."""

    gains: Floats
    at_least: float = -np.inf
    wanted: bool = True


@dataclass(frozen=True, eq=False, slots=True)
class _Trail:
    """Where the sums of one layer came from."""

    before: NDArray[np.int32]
    arcs: NDArray[np.int32]


@dataclass(frozen=True, eq=False, slots=True)
class ParetoSums:
    """The sums that nothing beats, one row each, one column for each sheet."""

    sums: Floats
    exact: bool
    diagram: Diagram
    _trails: tuple[_Trail, ...]

    def text(self, row: int) -> Outcome:
        """The text behind a row."""
        arcs: list[int] = []
        for trail in reversed(self._trails):
            arcs.append(int(trail.arcs[row]))
            row = int(trail.before[row])
        return self.diagram.outcome(arcs)


def pareto_sums(
    diagram: Diagram, criteria: Sequence[Criterion], open_arcs: NDArray[np.bool_], budget: Budget
) -> ParetoSums:
    """The sums of the texts that reach the least of every criterion and are not beaten in those that are wanted.

    Sums in one that is not wanted are cut off where every text that can still come reaches the least.
    """
    if diagram.empty:
        return ParetoSums(np.zeros((0, len(criteria))), diagram.exact, diagram, ())
    gains = np.stack([each.gains for each in criteria], axis=1)
    limits = [
        limit(diagram, n, each.gains, each.at_least, open_arcs, cuts=not each.wanted)
        for n, each in enumerate(criteria)
        if each.at_least > -np.inf
    ]
    sums, nodes = np.zeros((1, len(criteria))), np.zeros(1, dtype=np.intp)
    trails: list[_Trail] = []
    exact, looked_at = diagram.exact, 0
    for number, layer in enumerate(diagram.layers):
        usual = len(layer.sources) / max(1, len(np.unique(layer.sources)))
        most = int(min(budget.held, max(budget.sums(len(criteria)) - looked_at, 1000)) / usual)
        thinned = _spread_out(sums, most) if len(sums) > most else None
        if thinned is not None:
            exact = False
        before, arcs = follow(layer, nodes, open_arcs)
        if thinned is not None:
            kept = thinned[before]
            before, arcs = before[kept], arcs[kept]
        looked_at += len(before)
        grown, reached = sums[before] + gains[arcs], layer.targets[arcs - layer.first]
        possible = np.ones(len(grown), dtype=np.bool_)
        for one in limits:
            possible &= one.reached_by(grown, reached, number + 1)
        rows = np.flatnonzero(possible)
        rows = rows[_unbeaten(grown[rows], reached[rows])]
        sums, nodes = grown[rows], reached[rows]
        trails.append(_Trail(before[rows].astype(np.int32), arcs[rows].astype(np.int32)))
    wanted = [n for n, each in enumerate(criteria) if each.wanted]
    if len(wanted) < len(criteria) and len(sums):
        rows = np.flatnonzero(_unbeaten(sums[:, wanted], nodes))
        sums, trails[-1] = sums[rows], _Trail(trails[-1].before[rows], trails[-1].arcs[rows])
    return ParetoSums(sums, exact, diagram, tuple(trails))


def follow(layer: Layer, nodes: Indices, open_arcs: NDArray[np.bool_]) -> tuple[Indices, Indices]:
    """Every way on from beginnings that stand in these nodes (sorted): the beginning's row, and the arc."""
    arcs = np.flatnonzero(open_arcs[layer.arcs])
    first = np.searchsorted(nodes, layer.sources[arcs], side="left")
    many = np.searchsorted(nodes, layer.sources[arcs], side="right") - first
    jumps = np.repeat(first - np.concatenate(([0], np.cumsum(many)[:-1])), many) if len(arcs) else many
    return np.arange(int(many.sum())) + jumps, np.repeat(arcs + layer.first, many)


@dataclass(frozen=True, eq=False, slots=True)
class Limit:
    """A least sum in one column, as it looks from every node."""

    column: int
    needed: list[Floats]
    """By layer and node, the sum below which the least is out of reach; infinite where no text can come any more."""
    enough: list[Floats]
    """The sum from which it is sure, whatever comes."""
    cuts: bool
    """Whether more than enough counts as enough: it does where nobody wants more."""

    def reached_by(self, sums: NDArray[Any], nodes: Indices, layer: int) -> NDArray[np.bool_]:
        """Which rows can still reach the least; in those, what is more than enough is cut off."""
        possible: NDArray[np.bool_] = sums[:, self.column] >= self.needed[layer][nodes]
        if self.cuts:
            column = sums[:, self.column]
            np.minimum(column, self.enough[layer][nodes], out=column, where=possible, casting="unsafe")
        return possible


def limit(
    diagram: Diagram, column: int, gains: Floats, at_least: float, open_arcs: NDArray[np.bool_], *, cuts: bool = True
) -> Limit:
    """The limit of a column whose sums must come to so much at least."""
    least, _ = diagram.outlook(np.where(open_arcs, gains, np.inf))
    _, most = diagram.outlook(np.where(open_arcs, gains, -np.inf))
    return Limit(column, [at_least - high for high in most], [at_least - low for low in least], cuts)


def _unbeaten(sums: Floats, nodes: Indices) -> NDArray[np.bool_]:
    """Which rows no other row of the same node (sorted) beats or, being earlier, equals."""
    if not len(sums) or nodes[0] == nodes[-1]:
        return _nondominated(sums)
    bounds = [0, *(np.flatnonzero(np.diff(nodes)) + 1).tolist(), len(nodes)]
    parts = [_nondominated(sums[first:last]) for first, last in pairwise(bounds)]
    return np.concatenate(parts)


def _nondominated(sums: Floats) -> NDArray[np.bool_]:
    if len(sums) < 2:
        return np.ones(len(sums), dtype=np.bool_)
    if sums.shape[1] == 1:
        best = np.zeros(len(sums), dtype=np.bool_)
        best[int(sums[:, 0].argmax())] = True
        return best
    found: NDArray[np.bool_] = moocore.is_nondominated(sums, maximise=True)
    return found


def _spread_out(sums: Floats, most: int) -> NDArray[np.bool_]:
    """A part of the rows: for each column the best, and the rows that are best for all together."""
    span = np.ptp(sums, axis=0)
    alike = ((sums - sums.min(axis=0)) / np.where(span > 0, span, 1)).sum(axis=1)
    kept = np.zeros(len(sums), dtype=np.bool_)
    kept[np.argsort(-alike, kind="stable")[: max(1, most)]] = True
    kept[sums.argmax(axis=0)] = True
    return kept
