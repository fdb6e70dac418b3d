"""The Pareto frontier: what no other text gives to all at least as much of, with a text for each of its points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.diagram import Flags, Indices, Texts
from game.analysis.pareto_dp import Criterion, pareto_sums
from game.analysis.profile import profile_in
from game.analysis.space import Space
from game.text import DelegationId, Outcome


@dataclass(frozen=True, slots=True)
class Deal:
    """One text with its points, in the order of the delegations that were asked about."""

    points: tuple[int, ...]
    text: Outcome


@dataclass(frozen=True, eq=False, slots=True)
class Frontier:
    """The points that nothing beats, from the most for the first delegation down. Each has at least one text."""

    delegations: tuple[DelegationId, ...]
    points: NDArray[np.int64]
    """One row for each point, one column for each delegation: (n, s)."""
    exact: bool
    """Whether these are all of them, and none is beaten. If not, the budget was too small: each is still a text."""
    _texts: Texts
    _rows: Indices
    """For each point (n,) its row in `_texts`."""

    def __len__(self) -> int:
        return len(self.points)

    def __getitem__(self, place: int) -> Deal:
        return Deal(tuple(self.points[place].tolist()), self._texts.text(int(self._rows[place])))

    def deals(self) -> list[Deal]:
        """Every point with a text."""
        return [self[place] for place in range(len(self))]


def frontier(
    space: Space, among: Sequence[DelegationId] | None = None, at_least: Mapping[DelegationId, int] | None = None
) -> Frontier:
    """The frontier of all delegations or of those in `among`, over the texts that give everybody named in `at_least`
    so much: with the reservation values, what could be agreed."""
    who = tuple(space.sheets) if among is None else tuple(among)
    if not who:
        raise ValueError("a frontier is between one delegation at least")
    floors = dict(at_least or {})
    if len(who) == 2 and not space.thresholds and not set(floors) - set(who):
        found = profile_in(space.diagram, space.gains[who[0]], space.gains[who[1]])
        if found is not None:
            points = np.stack([found.mine, np.rint(found.theirs).astype(np.int64)], axis=1)[::-1]
            enough = _enough(points, who, floors)
            return Frontier(who, points[enough], found.exact, found.texts, found.rows[::-1][enough])
    criteria = [Criterion(space.gains[one], floors.get(one, -np.inf)) for one in who]
    criteria += [Criterion(space.gains[one], least, wanted=False) for one, least in floors.items() if one not in who]
    criteria += [Criterion(gains, least, wanted=False) for gains, least in space.limits]
    pareto = pareto_sums(space.diagram, criteria, space.all_arcs, space.budget)
    points = np.rint(pareto.sums[:, : len(who)]).astype(np.int64)
    rows = np.lexsort(points.T[::-1])[::-1]
    return Frontier(who, points[rows], pareto.exact, pareto, rows)


def _enough(points: NDArray[np.int64], who: Sequence[DelegationId], floors: Mapping[DelegationId, int]) -> Flags:
    """Which points (n, s) give everybody in `floors` at least so much: (n,)."""
    kept = np.ones(len(points), dtype=np.bool_)
    for n, one in enumerate(who):
        if one in floors:
            kept &= points[:, n] >= floors[one]
    return kept


def beaten_by(points: NDArray[np.int64], point: Iterable[int]) -> Indices:
    """The rows of points (n, s) that give everybody at least as much as one point, and somebody more."""
    than = np.array(list(point), dtype=np.int64)
    return np.flatnonzero((points >= than).all(axis=1) & (points > than).any(axis=1))
