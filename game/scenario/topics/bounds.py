"""The bounds within which the seed draws instructions before the first cable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, DelegationName, Id, Share, Sum, Whole, several
from game.scenario.topics.audiences import AudienceName
from game.scenario.topics.temperaments import DEGREES

Range = Annotated[tuple[int, int], several(Sum, 2, 2)]
ShareRange = Annotated[tuple[float, float], several(Share, 2, 2)]


@dataclass(frozen=True, slots=True)
class DrawnTemperament(AsWritten):
    """Who may come, and bounds for single degrees; these go before those of whoever came."""

    like: Annotated[tuple[Id, ...], Field(max_length=20, description="Of `temperaments`: one of them comes.")] = ()
    patience: Annotated[ShareRange | None, Field(description="Lowest and highest patience, 0 to 1.")] = None
    generosity: Annotated[ShareRange | None, Field(description="Lowest and highest generosity, 0 to 1.")] = None
    candour: Annotated[ShareRange | None, Field(description="Lowest and highest candour, 0 to 1.")] = None
    pride: Annotated[ShareRange | None, Field(description="Lowest and highest pride, 0 to 1.")] = None
    talk: Annotated[ShareRange | None, Field(description="Lowest and highest talk, 0 to 1.")] = None

    @property
    def ranges(self) -> Mapping[str, tuple[float, float]]:
        """The bounds that are given, by the names of the degrees."""
        return {name: bounds for name in DEGREES if (bounds := getattr(self, name)) is not None}


@dataclass(frozen=True, slots=True)
class Draw(AsWritten):
    """Bounds within which the seed draws instructions before the first cable."""

    weights: Annotated[
        Whole, Field(ge=0, le=60, description="Per cent by which the weight of an issue may move on a sheet.")
    ] = 0
    reservation_value: Annotated[
        Mapping[DelegationName, Range], Field(description="Lowest and highest walk-away of a delegation.")
    ] = field(default_factory=dict)
    threshold: Annotated[
        Mapping[AudienceName, Range], Field(description="Lowest and highest threshold of an audience.")
    ] = field(default_factory=dict)
    temperament: Annotated[
        Mapping[DelegationName, DrawnTemperament], Field(description="How each delegation may be played.")
    ] = field(default_factory=dict)


def check_draw(draw: Draw | None, names: Names, at: Path = ("draw",)) -> None:
    """Mark bounds of nobody, characters that are not there, and bounds that run from high to low."""
    if draw is None:
        return
    names.keyed((*at, "reservation_value"), draw.reservation_value, "delegation")
    names.keyed((*at, "threshold"), draw.threshold, "audience")
    names.keyed((*at, "temperament"), draw.temperament, "delegation")
    ranges: list[tuple[Path, Sequence[float]]] = []
    ranges += [((*at, "reservation_value", who), found) for who, found in draw.reservation_value.items()]
    ranges += [((*at, "threshold", name), found) for name, found in draw.threshold.items()]
    for who, drawn in draw.temperament.items():
        path: Path = (*at, "temperament", who)
        for n, like in enumerate(drawn.like):
            names.named((*path, "like", n), like, "temperament")
        ranges += [((*path, name), found) for name, found in drawn.ranges.items()]
    for path, (low, high) in ranges:
        if low > high:
            names.proof.mark(path, f"bounds run from low to high, not from {low:g} to {high:g}")
