"""The player's adviser as the faces hear it: what it says, in the language that is spoken when it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.adviser import Counsel, counsel
from game.talks import Move, View
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

    counsel: Counsel

    @property
    def view(self) -> View:
        """What it is about."""
        return self.counsel.view

    def think(self) -> None:
        """Work out what it would do, so that it is there when it is asked."""
        self.counsel.think()

    @property
    def advice(self) -> ToldAdvice | None:
        """What it would do; None while somebody else has the floor, and in the gallery."""
        found, scenario = self.counsel.advice, self.view.scenario
        if found is None:
            return None
        return ToldAdvice(found.move, lead(scenario, found.lead), tuple(argument(scenario, a) for a in found.arguments))

    def warnings(self, move: Move) -> tuple[str, ...]:
        """What it says before a move is made; nothing before most of them."""
        return tuple(warning(self.view.scenario, each) for each in self.counsel.warnings(move))


class Adviser(Protocol):
    """View to counsel."""

    def __call__(self, view: View) -> ToldCounsel:
        """What an adviser can say to the seat whose view this is."""


def told_counsel(view: View) -> ToldCounsel:
    """The adviser of the seat whose view this is."""
    return ToldCounsel(counsel(view))
