"""Plain alternating offers between two: a whole text each time, taken or answered by another, while there are rounds.

The protocol is that of A. Rubinstein ("Perfect Equilibrium in a Bargaining Model", Econometrica 50, 1982) with a last
round in place of a discount. In each round the one who opened speaks, and then the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.text import Outcome


class Bidder(Protocol):
    """One side of alternating offers. What it wants, it knows; of the other it sees the offers and nothing else."""

    def answer(self, offer: Outcome | None, turn: int) -> Outcome | None:
        """A text that it offers instead, or None: it takes this one. `turn` counts the rounds from nothing; no offer
        means that it opens, and then it has to offer a text."""
        ...


@dataclass(frozen=True, slots=True)
class Ended:
    """How alternating offers ended."""

    text: Outcome | None
    """What was agreed, if anything was."""
    rounds: int
    """How many rounds were begun."""


def alternate(first: Bidder, second: Bidder, rounds: int) -> Ended:
    """Let two make offers until one is taken or the rounds are over. Raises `ValueError` if nobody opens."""
    said = None
    for turn in range(rounds):
        reply = first.answer(said, turn)
        if reply is None:
            if said is None:
                raise ValueError("there is no offer to take in the first turn")
            return Ended(said, turn + 1)
        said = second.answer(reply, turn)
        if said is None:
            return Ended(reply, turn + 1)
    return Ended(None, rounds)
