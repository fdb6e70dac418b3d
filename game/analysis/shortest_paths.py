"""For every pair of sums the text that is least unlike another: shortest paths through the diagram.

A text is a path; say that an arc is one long where its wording is not the other text's, and nothing else. The shortest
path to each sum in each node is one arc longer than a shortest one before it, or as long (R. Bellman, "On a Routing
Problem", Quarterly of Applied Mathematics 16, 1958). So one walk through the layers finds, for all points of a plane at
once, how many texts have them and which of these has the fewest other words. Only the arcs on shortest paths are kept;
a text is read off them when somebody asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.budget import Budget
from game.analysis.census import Counts, added_up, whole_numbers
from game.analysis.diagram import Diagram
from game.analysis.gathering import BudgetSpent, Gathering, gatherings
from game.analysis.space import Space
from game.analysis.trail import Trail, text_behind
from game.text import DelegationId, Outcome

_FARTHEST = np.iinfo(np.int32).max


@dataclass(frozen=True, eq=False, slots=True)
class ShortestPaths:
    """The sums on some sheets that at least one text has, each with how many have it and one that is least unlike
    another text."""

    sums: NDArray[np.int64]
    """The different sums, rising: (n, s)."""
    texts: Counts
    """How many texts have each row of sums: (n,)."""
    unlike: NDArray[np.int32]
    """In how many issues the least unlike of them has other words: (n,)."""
    diagram: Diagram
    _trails: tuple[Trail, ...]

    def __len__(self) -> int:
        return len(self.sums)

    def text(self, row: int) -> Outcome:
        """Of the texts with these sums one that is least unlike."""
        return text_behind(self.diagram, self._trails, row)

    def nearest(self, place: Sequence[float], scale: Sequence[float]) -> int | None:
        """The row whose sums are nearest to a place, where a point is so long on each sheet; of equals the first. None
        where there is no text."""
        if not len(self):
            return None
        apart = (self.sums - np.asarray(place, np.float64)) * np.asarray(scale, np.float64)
        return int((apart**2).sum(axis=1).argmin())


def shortest_paths(
    space: Space, among: Sequence[DelegationId], unlike: Outcome | None = None, *, budget: Budget | None = None
) -> ShortestPaths | None:
    """The sums of the texts of a space on the sheets of these delegations, and behind each a text with the fewest words
    other than in `unlike`, which may be any text (None: any of those behind it will do). None if that takes more than
    the budget allows, or where the diagram leaves texts out."""
    diagram = space.diagram
    if not diagram.exact:
        return None
    chosen = {} if unlike is None else unlike
    lengths = np.array([chosen.get(issue, option) != option for issue, option in diagram.names], np.int32)
    longer = lengths[diagram.options]
    texts: Counts = np.ones(1, whole_numbers(diagram, space.all_arcs))
    apart = np.zeros(1, np.int32)
    sums, trails = np.zeros((1, len(among)), np.int64), list[Trail]()
    try:
        for found in gatherings(
            diagram, [space.gains[who] for who in among], space.limits, space.all_arcs, budget or space.budget
        ):
            texts, sums = added_up(found, texts), found.sums[:, : len(among)]
            apart, trail = _shortest(found, apart[found.before] + longer[found.arcs])
            trails.append(trail)
    except BudgetSpent:
        return None
    if diagram.empty or len(trails) < len(diagram.layers):
        return ShortestPaths(sums[:0], texts[:0], apart[:0], diagram, ())
    return ShortestPaths(sums, texts, apart, diagram, tuple(trails))


def _shortest(found: Gathering, lengths: NDArray[np.int32]) -> tuple[NDArray[np.int32], Trail]:
    """The shortest of the ways to each row, by how long each of them is (w,); of equals the first."""
    least = np.full(len(found), _FARTHEST, np.int32)
    np.minimum.at(least, found.after, lengths)
    ways = np.flatnonzero(lengths == least[found.after])[::-1]
    taken = np.zeros(len(found), np.intp)
    taken[found.after[ways]] = ways
    return least, Trail(found.before[taken].astype(np.int32), found.arcs[taken].astype(np.int32))
