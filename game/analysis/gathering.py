"""The walk through a diagram that gathers: beginnings of texts that meet in one node with the same sums are one.

What is told of the texts behind a sum (how many they are, what they are worth elsewhere, which is nearest to another)
is told of the ways that lead to it, layer by layer; each such question walks so, and keeps what it asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.budget import Budget
from game.analysis.diagram import Diagram, Flags, Floats, Indices
from game.analysis.limits import LeastSums, limit, reachable

_FITS = 2**62


class BudgetSpent(Exception):
    """The different sums are too many for the budget."""


@dataclass(frozen=True, eq=False, slots=True)
class Gathering:
    """One layer as it was walked: ways (w,) on from the rows of the layer before, and the rows (n,) that they make."""

    before: Indices
    """For each way (w,) the row of the beginning that it goes on from."""
    arcs: Indices
    """For each way (w,) the arc that it adds."""
    after: Indices
    """For each way (w,) the row that it leads to."""
    sums: NDArray[np.int64]
    """For each row its sums, on the sheets that are spread out and then on those with a threshold: (n, s)."""
    nodes: Indices
    """For each row the node that it stands in: (n,), in rising order."""

    def __len__(self) -> int:
        return len(self.nodes)


def gatherings(
    diagram: Diagram, spread: Sequence[Floats], thresholds: LeastSums, open_arcs: Flags, budget: Budget
) -> Iterator[Gathering]:
    """The layers one after the other, over the texts that meet every threshold by open arcs (a,). A sheet is what each
    arc (a,) adds to it. The first layer goes on from one row, the empty beginning; the rows of the last are the sums of
    whole texts, sorted. It ends early where there is no such text. Raises `BudgetSpent`.

    A sum from which a threshold is sure, whatever follows, is as good as any higher one, so those are one as well; a
    beginning from which it is out of reach is dropped.
    """
    gains = by_column([*spread, *(gain for gain, _ in thresholds)], diagram).astype(np.int64)
    limits = [limit(diagram, n, gain, least, open_arcs) for n, (gain, least) in enumerate(thresholds, len(spread))]
    sums, nodes = np.zeros((1, gains.shape[1]), np.int64), np.zeros(1, np.intp)
    looked_at = 0
    for number, layer in enumerate(diagram.layers, 1):
        before, arcs = layer.onward(nodes, open_arcs)
        looked_at += len(before)
        if len(before) > budget.held or looked_at > budget.work:
            raise BudgetSpent
        grown, reached = sums[before] + gains[arcs], layer.targets[arcs - layer.first]
        possible = reachable(limits, grown, reached, number)
        if not len(possible):
            return
        grown, reached = grown[possible], reached[possible]
        first, after = _same(grown, reached)
        sums, nodes = grown[first], reached[first]
        yield Gathering(before[possible], arcs[possible], after, sums, nodes)


def by_column(sheets: Sequence[Floats], diagram: Diagram) -> Floats:
    """What each arc adds to several sheets, one column each: (a, s)."""
    return np.array(sheets, np.float64).reshape(len(sheets), len(diagram.options)).T


def _same(sums: NDArray[np.int64], nodes: Indices) -> tuple[Indices, Indices]:
    """Rows with the same node (n,) and the same sums (n, s) are one: the first row of each, sorted by node, and for
    each row (n,) its number among them."""
    low = sums.min(axis=0)
    spans = (sums.max(axis=0) - low + 1).tolist()
    size = int(nodes.max()) + 1
    for span in spans:
        size *= span
    if size < _FITS:
        code = nodes.astype(np.int64)
        for n, span in enumerate(spans):
            code = code * span + (sums[:, n] - low[n])
        if size <= 4 * len(code) + 1024:
            return _by_table(code, size)
        _, first, after = np.unique(code, return_index=True, return_inverse=True)
        return first, after
    rows = np.concatenate((nodes[:, None], sums), axis=1)
    _, first, after = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    return first, after.reshape(-1)


def _by_table(code: NDArray[np.int64], size: int) -> tuple[Indices, Indices]:
    """The first row of each different code (n,), all of them below `size`, and for each row its number among them. A
    table of the codes is quicker than sorting where there are few different ones."""
    first_row = np.full(size, -1, dtype=np.intp)
    first_row[code[::-1]] = np.arange(len(code) - 1, -1, -1)
    present = np.flatnonzero(first_row >= 0)
    place = np.zeros(size, dtype=np.intp)
    place[present] = np.arange(len(present))
    return first_row[present], place[code]
