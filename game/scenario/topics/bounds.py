"""The bounds within which the seed draws instructions before the first cable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, DelegationName, Id, Share, Sum, Whole
from game.scenario.topics.audiences import AudienceId, AudienceName
from game.scenario.topics.temperaments import DEGREES
from game.text import DelegationId

Range = Annotated[list[Sum], Field(min_length=2, max_length=2)]
ShareRange = Annotated[list[Share], Field(min_length=2, max_length=2)]


@dataclass(frozen=True, slots=True)
class Draw:
    """Bounds within which the seed draws instructions before the first cable."""

    weights: int = 0
    """Per cent by which the weight of an issue may move on a sheet, up or down."""
    reservation_value: Mapping[DelegationId, tuple[int, int]] = field(default_factory=dict)
    threshold: Mapping[AudienceId, tuple[int, int]] = field(default_factory=dict)
    temperament: Mapping[DelegationId, Mapping[str, tuple[float, float]]] = field(default_factory=dict)
    characters: Mapping[DelegationId, tuple[str, ...]] = field(default_factory=dict)
    """Ids of the temperaments of which one comes, before the bounds of single degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnTemperamentModel(AsWritten):
    """Who may come, and bounds for single degrees; these go before those of whoever came."""

    like: Annotated[tuple[Id, ...], Field(max_length=20, description="Of `temperaments`: one of them comes.")] = ()
    patience: ShareRange | None = None
    generosity: ShareRange | None = None
    candour: ShareRange | None = None
    pride: ShareRange | None = None
    talk: ShareRange | None = None

    @property
    def ranges(self) -> dict[str, tuple[float, float]]:
        """The bounds that are given, by the names of the degrees."""
        given = {name: getattr(self, name) for name in DEGREES}
        return {name: (bounds[0], bounds[1]) for name, bounds in given.items() if bounds is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawModel(AsWritten):
    """Bounds within which the seed draws instructions before the first cable."""

    weights: Annotated[
        Annotated[Whole, Field(ge=0, le=60)],
        Field(description="Per cent by which the weight of an issue may move on a sheet."),
    ] = 0
    reservation_value: dict[DelegationName, Range] = field(default_factory=dict)
    threshold: dict[AudienceName, Range] = field(default_factory=dict)
    temperament: dict[DelegationName, DrawnTemperamentModel] = field(default_factory=dict)


def draw_of(model: DrawModel | None) -> Draw | None:
    """The bounds within which the seed draws."""
    if model is None:
        return None
    return Draw(
        weights=model.weights,
        reservation_value={who: (low, high) for who, (low, high) in model.reservation_value.items()},
        threshold={name: (low, high) for name, (low, high) in model.threshold.items()},
        temperament={who: drawn.ranges for who, drawn in model.temperament.items()},
        characters={who: tuple(drawn.like) for who, drawn in model.temperament.items() if drawn.like},
    )


def check_draw(draw: DrawModel | None, names: Names) -> None:
    """Mark bounds of nobody, characters that are not there, and bounds that run from high to low."""
    if draw is None:
        return
    names.keyed(("draw", "reservation_value"), draw.reservation_value, "delegation")
    names.keyed(("draw", "threshold"), draw.threshold, "audience")
    names.keyed(("draw", "temperament"), draw.temperament, "delegation")
    ranges: list[tuple[Path, Sequence[float]]] = []
    ranges += [(("draw", "reservation_value", who), found) for who, found in draw.reservation_value.items()]
    ranges += [(("draw", "threshold", name), found) for name, found in draw.threshold.items()]
    for who, drawn in draw.temperament.items():
        path: Path = ("draw", "temperament", who)
        for n, like in enumerate(drawn.like):
            names.named((*path, "like", n), like, "temperament")
        ranges += [((*path, name), found) for name, found in drawn.ranges.items()]
    for path, (low, high) in ranges:
        if low > high:
            names.proof.mark(path, f"bounds run from low to high, not from {low:g} to {high:g}")
