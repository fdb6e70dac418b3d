"""Where one text lies, and which small changes of it would have helped somebody and hurt nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from game.analysis.diagram import names
from game.analysis.frontier import Frontier, beaten_by
from game.analysis.sheet import worth
from game.analysis.space import Space
from game.text import DelegationId, IssueId, OptionId, Outcome


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text lies in relation to the frontier."""

    points: tuple[int, ...]
    """In the order of the frontier's delegations."""
    beaten_by: tuple[tuple[int, ...], ...]
    """The points of the frontier that give everybody at least as much and somebody more."""
    left: tuple[int, ...]
    """For each delegation the most points that another text would have brought it, with nobody worse off. They are not
    to be had all at once, and points of two sheets are not to be added."""
    distance: float
    """To the nearest point of the frontier, in points, in a straight line."""
    possible: bool
    """Whether it is itself one of the texts of the space, of which the frontier is."""
    exact: bool

    @property
    def on_frontier(self) -> bool:
        """Whether it is one of these texts and has points of the frontier, so that it is at no distance from it. A text
        that could not be signed lies on no frontier of those that could, even where none of these beats it."""
        return self.possible and not self.distance


def place(space: Space, outcome: Outcome, of: Frontier) -> Place:
    """Where a text lies in relation to a frontier of the same space. Raises `ValueError` if the frontier is empty."""
    mine = tuple(int(worth(space.sheets[who], outcome)) for who in of.delegations)
    if not len(of):
        raise ValueError("there is no text at all to compare with")
    better = of.points[beaten_by(of.points, mine)]
    left = tuple((better.max(axis=0) - np.array(mine)).tolist()) if len(better) else (0,) * len(mine)
    gaps = (of.points - np.array(mine)).astype(np.float64)
    distance = float(np.sqrt((gaps**2).sum(axis=1)).min())
    possible = _possible(space, outcome, [])
    return Place(mine, tuple(tuple(row) for row in better.tolist()), left, distance, possible, of.exact)


@dataclass(frozen=True, slots=True)
class Improvement:
    """Other options in one issue or in two, and what they add on each sheet: nobody loses, somebody gains."""

    options: Mapping[IssueId, OptionId]
    gains: Mapping[DelegationId, int]
    """In points."""


def improvements(space: Space, outcome: Outcome) -> list[Improvement]:
    """The changes of one or two options that somebody gains by and nobody loses by, the best for whoever gains least
    first. A pair is left out where both halves would do on their own, or one of them does all that the pair does."""
    ways = [way for way in names(space.text) if way not in space.shut and outcome[way[0]] != way[1]]
    if not ways:
        return []
    one_by_one = np.array([_gains(space, outcome, [way]) for way in ways], dtype=np.int64)
    alone = {n for n in _helpful(one_by_one) if _possible(space, outcome, [ways[n]])}
    found = [_improvement(space, [ways[n]], one_by_one[n]) for n in sorted(alone)]
    first, second = np.triu_indices(len(ways), 1)
    both = one_by_one[first] + one_by_one[second]
    tied = _tied(space)
    for n, (i, j) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        if frozenset((ways[i][0], ways[j][0])) in tied:
            both[n] = _gains(space, outcome, [ways[i], ways[j]])
    for n in _helpful(both):
        i, j = int(first[n]), int(second[n])
        trade = [ways[i], ways[j]]
        enough = {i, j} <= alone or any(half in alone and (one_by_one[half] >= both[n]).all() for half in (i, j))
        if ways[i][0] != ways[j][0] and not enough and _possible(space, outcome, trade):
            found.append(_improvement(space, trade, both[n]))
    return sorted(found, key=lambda change: (-min(change.gains.values()), -sum(change.gains.values())))


Way = tuple[IssueId, OptionId]
"""One option that could stand in its issue."""


def _gains(space: Space, outcome: Outcome, ways: Sequence[Way]) -> list[int]:
    """What a change adds on each sheet, in points."""
    changed = {**outcome, **dict(ways)}
    return [int(worth(sheet, changed) - worth(sheet, outcome)) for sheet in space.sheets.values()]


def _helpful(gains: NDArray[np.int64]) -> list[int]:
    """The rows of gains (n, s) by which somebody gains and nobody loses."""
    return np.flatnonzero((gains >= 0).all(axis=1) & (gains > 0).any(axis=1)).tolist()


def _tied(space: Space) -> set[frozenset[IssueId]]:
    """The pairs of issues of which two options earn points together: there two changes do not simply add up."""
    issues = [tuple(pair.options) for sheet in space.sheets.values() for pair in sheet.pairs]
    return {frozenset(two) for several in issues for two in combinations(several, 2)}


def _possible(space: Space, outcome: Outcome, ways: Sequence[Way]) -> bool:
    """Whether a text so changed is one of the space: allowed, and worth enough wherever there is a threshold."""
    changed = {**outcome, **dict(ways)}
    met = all(worth(threshold.sheet, changed) >= threshold.at_least for threshold in space.thresholds)
    return met and not space.shut.intersection(changed.items()) and space.text.conflict(changed) is None


def _improvement(space: Space, ways: Sequence[Way], gains: NDArray[np.int64]) -> Improvement:
    """These options, with what they add on each sheet (s,)."""
    return Improvement(dict(ways), dict(zip(space.sheets, gains.tolist(), strict=True)))
