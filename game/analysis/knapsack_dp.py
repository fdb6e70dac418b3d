"""The quick way for two sheets, a knapsack table: for every sum of mine, the most that the other can have with it.

In each layer of the diagram a table holds, for each node and each sum of mine so far, the most of theirs. Whole layers
are added and compared at once, so a question costs a few calls of numpy for each issue (H. Kellerer, U. Pferschy and D.
Pisinger, "Knapsack Problems", Springer 2004, chapter 11: the multiple-choice knapsack). The tables are as long as the
span of my points: where that is too long, and with more than two sheets, `pareto_dp` does the work.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.analysis.diagram import Diagram, Floats, Indices
from game.text import Outcome

LARGEST = 100_000
"""Entries that the tables of one sheet may have in all: beyond this `pareto_dp` is quicker (measured with sheets of 100
to 10,000 points, texts of 10^3 to 10^12)."""


@dataclass(frozen=True, eq=False, slots=True)
class _Step:
    """One layer, made ready for one sheet of mine."""

    fetched: Indices
    """For each arc and each sum after it, the entry of the table before: (b, sums)."""
    margin: int
    """Entries to either side in each row of the table before, for sums that cannot be had."""
    sums: int
    """How many sums are possible after it, counted from the least."""
    added: list[int]
    """What each arc adds to mine, over the least of the layer."""
    sources: list[int]
    """The node that each arc leaves."""


class Steps:
    """A diagram made ready for one sheet of mine, by what each arc (a,) adds to it; kept for many questions."""

    def __init__(self, diagram: Diagram, gains: Floats) -> None:
        self.diagram = diagram
        self.least = 0
        """The sum that the first entry of the last table stands for."""
        self.steps: list[_Step] = []
        if diagram.empty:
            return
        firsts = [layer.first for layer in diagram.layers]
        low = np.minimum.reduceat(gains, firsts)
        self.least = int(low.sum())
        added = (gains - np.repeat(low, np.diff(firsts, append=len(gains)))).astype(np.intp)
        margins: list[int] = np.maximum.reduceat(added, firsts).tolist()
        listed = added.tolist()
        sums = 1
        for layer, margin in zip(diagram.layers, margins, strict=True):
            rows = layer.sources * (sums + 2 * margin) - added[layer.arcs]
            sums += margin
            fetched = rows[:, None] + np.arange(margin, margin + sums)
            self.steps.append(_Step(fetched, margin, sums, listed[layer.arcs], layer.sources.tolist()))

    def tables(self, values: Floats) -> list[Floats]:
        """For each layer the most of theirs by node and sum of mine, when each arc (a,) adds `values` to theirs; minus
        infinity is what cannot be had. Each is (v, sums), with the margin of the step that reads it at either side."""
        margins = [step.margin for step in self.steps] + [0]
        first = np.full((1, 1 + 2 * margins[0]), -np.inf)
        first[0, margins[0]] = 0.0
        tables = [first]
        for layer, step, margin in zip(self.diagram.layers, self.steps, margins[1:], strict=True):
            offered = tables[-1].take(step.fetched)
            offered += values[layer.arcs, None]
            table = np.full((layer.nodes, step.sums + 2 * margin), -np.inf)
            np.maximum.reduceat(offered, layer.starts, axis=0, out=table[:, margin : margin + step.sums])
            tables.append(table)
        return tables

    def path(self, values: Floats, tables: list[Floats], place: int) -> Outcome:
        """The text behind an entry of the last table."""
        arcs: list[int] = []
        node, margin = 0, 0
        for layer, step, before, after in zip(
            reversed(self.diagram.layers),
            reversed(self.steps),
            reversed(tables[:-1]),
            reversed(tables[1:]),
            strict=True,
        ):
            wanted, place = after[node, place], place - margin + step.margin
            arc = int(layer.starts[node])
            while before[step.sources[arc], place - step.added[arc]] + values[layer.first + arc] != wanted:
                arc += 1
            arcs.append(layer.first + arc)
            node, place, margin = step.sources[arc], place - step.added[arc], step.margin
        return self.diagram.outcome(arcs)


@lru_cache(maxsize=16)
def steps_of(diagram: Diagram, gains: bytes) -> Steps | None:
    """The steps for a sheet whose gains are these bytes of float64; None where the tables would be too large."""
    mine = np.frombuffer(gains, dtype=np.float64)
    sums, size = 1, 0
    for layer in diagram.layers:
        here = mine[layer.arcs]
        sums += int(here.max() - here.min())
        size += sums * len(here)
    return Steps(diagram, mine) if size <= LARGEST else None
