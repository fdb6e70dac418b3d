"""Pareto-optimal sums by dynamic programming: what is beaten in a node can be dropped there and then.

Two beginnings of a text that meet in one node have the same futures. If one of them is worth at least as much on every
sheet, the other leads to nothing better and is forgotten; so is a beginning from which a threshold cannot be met any
more. What is left at the end is the Pareto frontier, exactly (H. Daellenbach and C. De Kluyver, "Note on Multiple
Objective Dynamic Programming", Journal of the Operational Research Society 31, 1980). Which of many sums are beaten is
asked of `moocore`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import moocore
import numpy as np

from game.analysis.budget import Budget
from game.analysis.diagram import Diagram, Flags, Floats, Indices
from game.analysis.limits import limit, reachable
from game.analysis.trail import Trail, text_behind
from game.text import Outcome


@dataclass(frozen=True, eq=False, slots=True)
class Criterion:
    """What is asked of one sheet."""

    gains: Floats
    """What each arc (a,) adds to the sum on it, in points."""
    at_least: float = -np.inf
    """Points that a text must reach."""
    wanted: bool = True
    """Whether more than that is wanted."""


@dataclass(frozen=True, eq=False, slots=True)
class ParetoSums:
    """The sums that nothing beats."""

    sums: Floats
    """One row for each sum, one column for each criterion: (n, s)."""
    exact: bool
    """Whether these are all of them. If not, the budget was too small; each is still the sum of a text."""
    diagram: Diagram
    _trails: tuple[Trail, ...]

    def text(self, row: int) -> Outcome:
        """The text behind a row."""
        return text_behind(self.diagram, self._trails, row)


def pareto_sums(diagram: Diagram, criteria: Sequence[Criterion], open_arcs: Flags, budget: Budget) -> ParetoSums:
    """The sums of the texts that reach the least of every criterion and are not beaten in those that are wanted, by
    open arcs (a,).

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
    trails: list[Trail] = []
    exact, looked_at = diagram.exact, 0
    for number, layer in enumerate(diagram.layers):
        usual = len(layer.sources) / max(1, len(np.unique(layer.sources)))
        most = int(min(budget.held, max(budget.sums(len(criteria)) - looked_at, 1000)) / usual)
        thinned = _spread_out(sums, most) if len(sums) > most else None
        if thinned is not None:
            exact = False
        before, arcs = layer.onward(nodes, open_arcs)
        if thinned is not None:
            kept = thinned[before]
            before, arcs = before[kept], arcs[kept]
        looked_at += len(before)
        grown, reached = sums[before] + gains[arcs], layer.targets[arcs - layer.first]
        rows = reachable(limits, grown, reached, number + 1)
        rows = rows[_unbeaten(grown[rows], reached[rows])]
        sums, nodes = grown[rows], reached[rows]
        trails.append(Trail(before[rows].astype(np.int32), arcs[rows].astype(np.int32)))
    wanted = [n for n, each in enumerate(criteria) if each.wanted]
    if len(wanted) < len(criteria) and len(sums):
        rows = np.flatnonzero(_unbeaten(sums[:, wanted], nodes))
        sums, trails[-1] = sums[rows], Trail(trails[-1].before[rows], trails[-1].arcs[rows])
    return ParetoSums(sums, exact, diagram, tuple(trails))


def _unbeaten(sums: Floats, nodes: Indices) -> Flags:
    """Which rows of sums (n, s) no other row of the same node (n,) beats or, being earlier, equals: (n,). The nodes are
    sorted."""
    if not len(sums) or nodes[0] == nodes[-1]:
        return _nondominated(sums)
    bounds = [0, *(np.flatnonzero(np.diff(nodes)) + 1).tolist(), len(nodes)]
    parts = [_nondominated(sums[first:last]) for first, last in pairwise(bounds)]
    return np.concatenate(parts)


def _nondominated(sums: Floats) -> Flags:
    """Which rows of sums (n, s) no other row beats or, being earlier, equals: (n,)."""
    if len(sums) < 2:
        return np.ones(len(sums), dtype=np.bool_)
    if sums.shape[1] == 1:
        best = np.zeros(len(sums), dtype=np.bool_)
        best[int(sums[:, 0].argmax())] = True
        return best
    found: Flags = moocore.is_nondominated(sums, maximise=True)
    return found


def _spread_out(sums: Floats, most: int) -> Flags:
    """Which rows of sums (n, s) are kept where only so many may be: the best of each column, and the rows that are best
    for all together. Flags (n,)."""
    span = np.ptp(sums, axis=0)
    alike = ((sums - sums.min(axis=0)) / np.where(span > 0, span, 1)).sum(axis=1)
    kept = np.zeros(len(sums), dtype=np.bool_)
    kept[np.argsort(-alike, kind="stable")[: max(1, most)]] = True
    kept[sums.argmax(axis=0)] = True
    return kept
