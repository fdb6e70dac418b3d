"""Goodwill between each two delegations: how it is counted and named, and where a scenario lets it begin."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, Whole, Words
from game.text import DelegationId

Band = Literal["cold", "correct", "warm"]

COLDEST, NEUTRAL, WARMEST = 0, 5, 10
"""The ends of the scale of goodwill, and where it begins unless a scenario says otherwise."""
_COLD, _WARM = 3, 7

Couple = tuple[DelegationId, DelegationId]
"""Two delegations, in the order of the table."""

TwoNames = Annotated[Words, Field(pattern=r"^[A-Z][A-Z0-9]{0,7} [A-Z][A-Z0-9]{0,7}$")]


def band(goodwill: int) -> Band:
    """The name under which goodwill is shown: cold to 3, warm from 7, correct between."""
    return "cold" if goodwill <= _COLD else "warm" if goodwill >= _WARM else "correct"


def lowest_band(goodwill: Mapping[Couple, int]) -> Band:
    """The band of the coldest two."""
    return band(min(goodwill.values(), default=NEUTRAL))


def couple(ids: Sequence[DelegationId], one: DelegationId, other: DelegationId) -> Couple:
    """Two delegations in the order of the table."""
    return (one, other) if ids.index(one) < ids.index(other) else (other, one)


def couples(ids: Collection[DelegationId]) -> tuple[Couple, ...]:
    """Every two delegations, in the order of the table."""
    order = tuple(ids)
    return tuple((one, other) for n, one in enumerate(order) for other in order[n + 1 :])


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodwillModel(AsWritten):
    """Goodwill when the talks open, 0 to 10: cold to 3, warm from 7."""

    start: Annotated[Whole, Field(ge=0, le=10, description="Between each two that `pairs` does not name, 0 to 10.")] = 5
    pairs: Annotated[
        dict[TwoNames, Annotated[Whole, Field(ge=0, le=10)]],
        Field(description="For some two delegations another number, as 'RUS NATO: 4'."),
    ] = field(default_factory=dict)


def goodwill_of(model: GoodwillModel, ids: Sequence[DelegationId]) -> dict[Couple, int]:
    """Goodwill between each two delegations when the talks open."""
    found = dict.fromkeys(couples(ids), model.start)
    for names, start in model.pairs.items():
        one, other = names.split()
        found[couple(ids, DelegationId(one), DelegationId(other))] = start
    return found


def check_goodwill(model: GoodwillModel, names: Names) -> None:
    """Mark every pair that is not two delegations, or stands there twice."""
    for pair in model.pairs:
        path: Path = ("goodwill", "pairs", pair)
        one, other = pair.split()
        for name in (one, other):
            names.key(path, name, "delegation")
        if one == other:
            names.proof.mark_key(path, "goodwill is between two delegations")
        if one != other and f"{other} {one}" in model.pairs and other < one:
            names.proof.mark_key(path, "these two stand here twice")
