"""What a computer delegation is: a function from its own view to a move, and why."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Protocol

from game.delegations.reasons import Alternative, Reason
from game.talks import Move, View


@dataclass(frozen=True, slots=True)
class Decision:
    """A move, and the reason that is kept for the debrief and never shown during the talks."""

    move: Move
    because: Reason | None = None
    """None for a policy that gives none."""
    alternative: Alternative | None = None
    """What else it had in mind, and what was missing."""


class Policy(Protocol):
    """View to move. It sees its seat's view and nothing else; chance breaks its ties and picks its words."""

    def __call__(self, view: View, chance: Random) -> Decision:
        """A legal move for the seat whose view this is; it has the floor, or speaks for an audience that is asked."""
