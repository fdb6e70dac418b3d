"""What a teacher chooses for a class; every choice has a usual one, so that a class can be opened without any."""

from __future__ import annotations

from dataclasses import dataclass

from game.lesson.plan import Length
from game.scenario import WHOLE
from game.talks import USUAL_LEVEL, Sits

MOST_PEOPLE = 2500
"""People of one class: a hall, or many rooms."""
SILENCES = 30.0, 600.0
"""Seconds between which an ally may be given to consent by silence."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a class is held."""

    scenario: str
    """The id of a scenario of the shelf."""
    edition: str = WHOLE
    minutes: Length = 50
    expected: int = 30
    """How many people are expected; those who come are seated, whatever was expected."""
    level: Sits = USUAL_LEVEL
    """How well the computer plays."""
    adviser: bool = False
    """Whether the people may ask an adviser."""
    own_names: bool = False
    """Whether people go by names of their own, and not by their numbers."""
    silence: float = 90.0
    """Seconds that somebody who speaks for an audience is given to answer."""
