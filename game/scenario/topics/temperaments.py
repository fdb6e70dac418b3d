"""How the computer plays a delegation: degrees, and characters that have them and a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import Field

from game.scenario.shapes import AsWritten, Id, Line, Share, Words


@dataclass(frozen=True, slots=True)
class Temperament:
    """How the computer plays a delegation: five degrees from 0 to 1, and the name of a character that has them."""

    patience: float = 0.6
    """0 gives way at once, 1 at the last hour."""
    generosity: float = 0.5
    """How near the middle it is content to end."""
    candour: float = 0.7
    """How readily it says which word it minds."""
    pride: float = 0.5
    """How long it remembers a slight: 0 forgives at once, 1 not before the talks are over."""
    talk: float = 0.5
    """How much it says with its moves, and how readily it puts a paper forward off the record."""
    name: str = ""
    """What its author calls it: the lawyer, the old hand. Empty where only the degrees are given."""
    note: str = ""
    """One sentence about somebody like that."""

    def but(self, degrees: Mapping[str, float]) -> Temperament:
        """The same with other degrees, by their names."""
        changed: Any = degrees
        return replace(self, **changed)


MIDDLING = Temperament()
DEGREES = ("patience", "generosity", "candour", "pride", "talk")
"""The names of the degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DegreesModel(AsWritten):
    """A temperament in degrees; what is not given is middling."""

    patience: Annotated[Share | None, Field(description="0 gives way at once, 1 at the last hour.")] = None
    generosity: Annotated[Share | None, Field(description="How near the middle it is content to end.")] = None
    candour: Annotated[Share | None, Field(description="How readily it says which word it minds.")] = None
    pride: Annotated[Share | None, Field(description="How long it remembers a slight.")] = None
    talk: Annotated[Share | None, Field(description="How much it says, and floats off the record.")] = None

    @property
    def given(self) -> dict[str, float]:
        """The degrees that are given, by their names."""
        degrees = {name: getattr(self, name) for name in DEGREES}
        return {name: degree for name, degree in degrees.items() if degree is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterModel(DegreesModel):
    """A temperament with a name, for delegations to be played like."""

    name: Annotated[Line, Field(description="In the middle of a sentence: the lawyer.")]
    note: Annotated[Words, Field(max_length=240, description="One sentence about somebody like that.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemperamentModel(DegreesModel):
    """How the computer plays this delegation."""

    like: Annotated[Id | None, Field(description="One of `temperaments`; degrees given beside it go before.")] = None


def character_of(model: CharacterModel) -> Temperament:
    """A character that a scenario knows."""
    return Temperament(name=model.name, note=model.note).but(model.given)


def temperament_of(model: TemperamentModel, characters: Mapping[str, Temperament]) -> Temperament:
    """A temperament: that of a character, if it names one, with the degrees that it gives itself."""
    return (characters[model.like] if model.like else MIDDLING).but(model.given)
