"""A bidder that looks at nothing but the clock: what it asks falls with a power of time to its walk-away.

The time-dependent tactics of P. Faratin, C. Sierra and N. Jennings ("Negotiation Decision Functions for Autonomous
Agents", Robotics and Autonomous Systems 24, 1998): the power 4 is called Boulware, a quarter Conceder.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from operator import neg

import numpy as np

from benchmarks.bidding.preparation import Preparation
from game.text import Outcome

_DUST = 1e-9


class Timed:
    """One negotiation of it. A bidder for `alternate`."""

    def __init__(self, preparation: Preparation, rounds: int, power: float) -> None:
        self.preparation = preparation
        self.asks, self.places = _course(preparation, rounds, power)
        self.standing: Outcome | None = None
        self.taken_at = rounds
        """The round from which their standing offer is good enough."""

    def answer(self, offer: Outcome | None, turn: int) -> Outcome | None:
        """A text that it offers, or None: it takes theirs."""
        if offer is not self.standing and offer is not None:
            self.standing = offer
            numbers = self.preparation.numbers
            value = self.preparation.share(offer, [numbers[word] for word in offer.items()])
            self.taken_at = bisect_left(self.asks, -value - _DUST, key=neg)
        if turn >= self.taken_at:
            return None
        return self.preparation.opening_text(self.places[turn])


@lru_cache(maxsize=256)
def _course(preparation: Preparation, rounds: int, power: float) -> tuple[list[float], list[int]]:
    """What it asks in each round, and which text of its profile that is."""
    shares = preparation.opening.shares
    asks = 1 - ((np.arange(rounds) + 1) / (rounds + 1)) ** power
    places = np.minimum(shares.searchsorted(asks - _DUST), len(shares) - 1)
    return asks.tolist(), places.tolist()
