"""Least sums, as they look from every node of a diagram: which beginnings of a text can still reach them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.analysis.diagram import Diagram, Flags, Floats, Indices

LeastSums = Sequence[tuple[Floats, int]]
"""Some thresholds, each as what every arc (a,) adds to a sum, and the least that the sum must come to."""


@dataclass(frozen=True, eq=False, slots=True)
class Limit:
    """A least sum in one column of the sums."""

    column: int
    needed: list[Floats]
    """By layer of nodes, an array (v,): the sum below which the least is out of reach; infinite where no text can come
    any more."""
    enough: list[Floats]
    """By layer of nodes, an array (v,): the sum from which the least is sure, whatever comes."""
    cuts: bool
    """Whether more than enough counts as enough: it does where nobody wants more."""

    def reached_by(self, sums: NDArray[Any], nodes: Indices, layer: int) -> Flags:
        """Which beginnings, with sums (n, s) in nodes (n,) after so many layers, can still reach the least: (n,). Their
        sums are changed in place: what is more than enough is cut off."""
        column = sums[:, self.column]
        possible: Flags = column >= self.needed[layer][nodes]
        if self.cuts:
            np.minimum(column, self.enough[layer][nodes], out=column, where=possible, casting="unsafe")
        return possible


def limit(
    diagram: Diagram, column: int, gains: Floats, at_least: float, open_arcs: Flags, *, cuts: bool = True
) -> Limit:
    """The limit of a column to which each arc adds its part of `gains` (a,), and which must come to so much at least by
    arcs that are open (a,)."""
    least, _ = diagram.outlook(np.where(open_arcs, gains, np.inf))
    _, most = diagram.outlook(np.where(open_arcs, gains, -np.inf))
    return Limit(column, [at_least - high for high in most], [at_least - low for low in least], cuts)


def reachable(limits: Iterable[Limit], sums: NDArray[Any], nodes: Indices, layer: int) -> Indices:
    """The rows that can still reach every limit, of beginnings with sums (n, s) in nodes (n,) after so many layers.
    Their sums are changed in place: what is more than enough is cut off."""
    possible: Flags = np.ones(len(sums), dtype=np.bool_)
    for one in limits:
        possible &= one.reached_by(sums, nodes, layer)
    return np.flatnonzero(possible)
