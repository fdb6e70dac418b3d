"""The fair texts of bargaining theory, over the reservation values: each a definition, none of them an advice.

All of them are points of the frontier that give everybody at least the walk-away; where a definition leaves a choice
between several, the one that is better for whoever gains least is taken, then for the next, and so on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import lcm, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.analysis.frontier import Deal, Frontier, frontier
from game.analysis.space import Space
from game.text import DelegationId

_FITS = 2**62

Numbers = NDArray[Any]
"""Whole numbers: int64 where they fit, Python's own (dtype object) else."""


@dataclass(frozen=True, slots=True)
class Fair:
    """The fair texts. None of them is there where nothing could be agreed."""

    nash: Deal | None
    """The largest product of gains (J. Nash, "The Bargaining Problem", Econometrica 18, 1950). Where no text gives
    everybody more than the walk-away, so that all products are nothing: the most delegations that gain, then the
    product of their gains (I. Caragiannis and others, "The Unreasonable Fairness of Maximum Nash Welfare", ACM
    Transactions on Economics and Computation 7, 2019)."""
    kalai_smorodinsky: Deal | None
    """The largest least share of what each could gain at most (E. Kalai and M. Smorodinsky, "Other Solutions to
    Nash's Bargaining Problem", Econometrica 43, 1975), as whole texts allow it."""
    egalitarian: Deal | None
    """The largest least gain (E. Kalai, "Proportional Solutions to Bargaining Situations", Econometrica 45, 1977)."""
    utilitarian: Deal | None
    """The largest sum of gains, if one delegation's points can be added to another's."""
    exact: bool
    nash_between: tuple[DelegationId, ...] = ()
    """Whose gains the Nash text multiplies: everybody's, or where all products are nothing, of those who gain by it."""
    alike: Mapping[str, tuple[tuple[int, ...], ...]] = field(default_factory=dict)
    """For each of them by its name, the other points of the frontier that its definition likes as well."""


def fair(space: Space, walk_away: Mapping[DelegationId, int], among: Frontier | None = None) -> Fair:
    """The fair texts between all delegations of a space; `among`, if it is known, is their frontier."""
    if among is None:
        among = frontier(space, tuple(walk_away), walk_away)
    least = np.array([walk_away[who] for who in among.delegations], dtype=np.int64)
    rows = np.flatnonzero((among.points >= least).all(axis=1))
    if not len(rows):
        return Fair(None, None, None, None, among.exact)
    gains: Numbers = among.points[rows] - least

    shares = _shares(gains)
    orders: dict[str, tuple[list[Numbers], list[Numbers]]] = {
        "nash": ([(gains > 0).sum(axis=1), _product(gains)], []),
        "kalai_smorodinsky": (shares[:1], shares[1:]),
        "egalitarian": ([gains.min(axis=1)], []),
        "utilitarian": ([gains.sum(axis=1)], []),
    }
    liked = {name: _highest(np.arange(len(gains)), meant) for name, (meant, _) in orders.items()}
    chosen = {
        name: int(_highest(liked[name], [*finer, *np.sort(gains, axis=1).T])[0]) for name, (_, finer) in orders.items()
    }
    deals = {row: among[int(rows[row])] for row in set(chosen.values())}
    alike = {
        name: tuple(tuple(among.points[rows[row]].tolist()) for row in liked[name].tolist() if row != chosen[name])
        for name in orders
    }
    found = {name: deals[row] for name, row in chosen.items()}
    gain_by_nash = (gains[chosen["nash"]] > 0).tolist()
    return Fair(
        found["nash"],
        found["kalai_smorodinsky"],
        found["egalitarian"],
        found["utilitarian"],
        among.exact,
        tuple(who for who, more in zip(among.delegations, gain_by_nash, strict=True) if more),
        alike,
    )


def _highest(rows: NDArray[np.intp], orders: Iterable[Numbers]) -> NDArray[np.intp]:
    """Of these rows (m,) those that are highest in the first order (n,); of those, the highest in the next, and so
    on."""
    for order in orders:
        if len(rows) == 1:
            break
        values = order[rows]
        rows = rows[values == values.max()]
    return rows


def _product(gains: Numbers) -> Numbers:
    """The product (n,) of those gains (n, s) of a row that are more than nothing."""
    factors = np.where(gains > 0, gains, 1)
    if prod(int(most) for most in factors.max(axis=0)) >= _FITS:
        factors = factors.astype(object)
    product: Numbers = factors.prod(axis=1)
    return product


def _shares(gains: Numbers) -> list[Numbers]:
    """By gains (n, s): shares (n,) of what each could gain at most, over one denominator, the least share of each row
    first, then the next. Who can gain nothing has no share."""
    most = gains.max(axis=0)
    can_gain = np.flatnonzero(most > 0)
    if not len(can_gain):
        return []
    whole = lcm(*(int(one) for one in most[can_gain]))
    part = gains[:, can_gain] if whole < _FITS else gains[:, can_gain].astype(object)
    return list(np.sort(part * np.array([whole // int(one) for one in most[can_gain]], dtype=part.dtype), axis=1).T)
