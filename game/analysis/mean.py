"""What texts are worth on the average: the exact mean of each delegation's points over some of the texts of a space."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from game.analysis.census import count_texts, how_many
from game.analysis.meet_in_the_middle import texts_by_arc
from game.analysis.space import Space
from game.text import DelegationId, IssueId, OptionId

_MANY = 4
"""Delegations from which on hardly two sums are the same, and halves are quicker than gathering."""
_FITS = 2**62


@dataclass(frozen=True, slots=True)
class Mean:
    """Some texts, each of which counts as much as any other."""

    texts: int
    points: Mapping[DelegationId, Fraction]
    """The mean of each delegation's points, exactly; empty where there is no text."""


def mean(
    space: Space, choices: Mapping[IssueId, Iterable[OptionId]], at_least: Mapping[DelegationId, int]
) -> Mean | None:
    """The mean over the texts of a space that have only these options (an issue that is not named is open) and give
    everybody in `at_least` so much. None if that takes more than the budget of the space allows."""
    diagram = space.diagram
    if not diagram.exact:
        return None
    if diagram.empty:
        return Mean(0, {})
    open_arcs = diagram.open(choices)
    limits = [*((space.gains[who], least) for who, least in at_least.items()), *space.limits]
    if len(limits) >= _MANY and how_many(diagram, open_arcs) < _FITS:
        used = texts_by_arc(diagram, limits, open_arcs, space.budget)
        if used is not None:
            by_arc = used.tolist()
            texts = sum(by_arc[diagram.layers[0].arcs])
            # The points of a text are the sum of what its arcs add: so are those of all texts together.
            added = {who: zip(by_arc, gains.tolist(), strict=True) for who, gains in space.gains.items()}
            return _mean(texts, {who: sum(many * int(gain) for many, gain in each) for who, each in added.items()})
    found = count_texts(diagram, limits, open_arcs, space.budget, totals=list(space.gains.values()))
    if found is None:
        return None
    totals = [sum(column) for column in zip(*found.totals.tolist(), strict=True)] or [0] * len(space.gains)
    return _mean(found.total, dict(zip(space.gains, totals, strict=True)))


def _mean(texts: int, totals: Mapping[DelegationId, int]) -> Mean:
    return Mean(texts, {who: Fraction(total, texts) for who, total in totals.items()} if texts else {})
