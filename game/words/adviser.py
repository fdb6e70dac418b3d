"""The player's adviser as the faces hear it: what it says, in the language that is spoken when it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.adviser import Counsel, counsel
from game.seat import Seated
from game.talks import Move
from game.words.advice import lead
from game.words.advice_arguments import argument
from game.words.advice_warnings import warning


@dataclass(frozen=True, slots=True)
class ToldAdvice:
    """What the adviser would do, in sentences."""

    move: Move
    lead: str
    """The move, and the reason that matters most."""
    arguments: tuple[str, ...]
    """What else speaks for it."""


@dataclass(frozen=True)
class ToldCounsel:
    """All that an adviser can say at one moment, in the language that is spoken when it is asked."""

    here: Seated
    """What it is about."""
    counsel: Counsel

    def think(self) -> None:
        """Work out what it would do, so that it is there when it is asked."""
        self.counsel.think()

    @property
    def advice(self) -> ToldAdvice | None:
        """What it would do; None while somebody else has the floor, and in the gallery."""
        found, scenario = self.counsel.advice, self.here.scenario
        if found is None:
            return None
        return ToldAdvice(found.move, lead(scenario, found.lead), tuple(argument(scenario, a) for a in found.arguments))

    def warnings(self, move: Move) -> tuple[str, ...]:
        """What it says before a move is made; nothing before most of them."""
        return tuple(warning(self.here.scenario, each) for each in self.counsel.warnings(move))


class Adviser(Protocol):
    """Whoever is asked at a seat."""

    def __call__(self, here: Seated) -> ToldCounsel:
        """What an adviser can say to this seat now."""


def told_counsel(here: Seated) -> ToldCounsel:
    """The adviser of a seat."""
    return ToldCounsel(here, counsel(here.view))
