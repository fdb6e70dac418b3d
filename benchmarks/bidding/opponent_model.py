"""What a bidder takes the other side to want, from the texts that it was offered and from nothing else.

Whoever makes offers chooses among texts, and chooses a text the more often the more it is worth to him: with a chance
that grows exponentially (R. D. Luce, "Individual Choice Behavior", 1959). On additive utilities the issues then part,
and the logarithm of how often an option was offered is its worth, but for one factor. That is the frequency model of
opponent modelling put on its feet: each different offer counts once, as O. Tunalı, R. Aydoğan and V. Sanchez-Anguix
found that it must ("Rethinking Frequency Opponent Modeling in Automated Negotiation", PRIMA 2017), early ones count for
more, and what is believed before the first offer counts as a few offers, as in the Bayesian model of K. Hindriks and
D. Tykhonov ("Opponent Modelling in Automated Multi-Issue Negotiation Using Bayesian Learning", AAMAS 2008).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np

from benchmarks.bidding.time_dependence import Pace, Said, pace_of
from game.analysis.diagram import Floats, Indices

_ALIKE = 0.3
"""How far an issue that matters to us is taken to matter to them; the rest is taken to matter alike."""
_AT_ALL = 0.3
"""Share of an issue that any option but the first offered is taken to cost them; the rest goes with our gain."""
_WHOLE = 1.3
"""What a worst text usually costs, when from the best to the walk-away is 1."""
_SHARP = 4.0
"""How sharply they are taken to choose, for each issue."""
_BELIEVED = 4.0
"""Offers that what is believed beforehand counts for."""
_FIRST, _LATE = 2.0, 0.3
"""What the first offer counts for beyond the others, and what the last one counts for."""


@dataclass(frozen=True)
class Prior:
    """What is believed before the first offer, from our own sheet; worth keeping for many negotiations."""

    points: Floats
    """Ours, by option, all issues in a row."""
    starts: Indices
    """The first option of each issue."""
    issue: Indices
    """The issue of each option."""
    own: float
    """What our own worst text costs us, when from our best to our walk-away is 1."""

    @cached_property
    def most(self) -> Floats:
        """Our best in each issue."""
        return np.maximum.reduceat(self.points, self.starts)

    @cached_property
    def least(self) -> Floats:
        """Our worst in each issue."""
        return np.minimum.reduceat(self.points, self.starts)

    @cached_property
    def whole(self) -> float:
        """What their worst text is taken to cost them: between what is usual and what ours costs us, for a quarrel that
        is hard on us is likely to be hard on them."""
        return sqrt(_WHOLE * self.own)

    @cached_property
    def weights(self) -> Floats:
        """What each issue is taken to matter to them, by option."""
        spans = self.most - self.least
        weights: Floats = self.whole * (_ALIKE * spans / (spans.sum() or 1.0) + (1 - _ALIKE) / len(spans))
        return weights[self.issue]

    def costs(self, there: Floats) -> Floats:
        """What each option is taken to cost them when their best has these points for us in each issue."""
        ours = (self.points - there[self.issue]) / np.maximum(self.most - there, 1e-9)[self.issue]
        found: Floats = self.weights * (_AT_ALL + (1 - _AT_ALL) * np.maximum(ours, 0.0))
        return found

    @cached_property
    def before(self) -> Floats:
        """An estimate before any offer: what is worst for us is best for them."""
        return -self.costs(self.least)


class OpponentModel:
    """The offers of one other side, and what they tell."""

    def __init__(self, prior: Prior) -> None:
        self.prior = prior
        self.counts: Floats | None = None
        """How often each option was offered, beliefs and weights counted in; nothing before the first offer."""
        self.first = -prior.before
        """What each option is taken to cost them after their first offer."""
        self.offers: list[Said] = []
        self.refused: dict[tuple[int, ...], float] = {}
        """When they refused a text, at the latest, that they were thought to take."""

    def hear(self, options: Sequence[int], time: float) -> None:
        """Take in an offer that was not made before, as its options by number; `time` runs from 0 to 1."""
        offered = np.array(options, dtype=np.intp)
        if self.counts is None:
            prior = self.prior
            costs = prior.costs(prior.points[offered])
            costs[offered] = 0.0
            self.first = costs
            chances = np.exp(-_SHARP * len(prior.starts) * costs)
            self.counts = chances * (_BELIEVED / np.add.reduceat(chances, prior.starts))[prior.issue]
            self.counts[offered] += _FIRST
        self.counts[offered] += 1 - time + _LATE
        self.offers.append((options, time))

    def estimate(self) -> Floats:
        """For each option what it costs them, as a number of 0 or less; 1 is from their best to their walk-away."""
        if self.counts is None:
            return self.prior.before
        starts, logs = self.prior.starts, np.log(self.counts)
        costs: Floats = logs - np.maximum.reduceat(logs, starts)[self.prior.issue]
        whole = -np.minimum.reduceat(costs, starts).sum()
        return costs * (self.prior.whole / whole) if whole else costs

    def pace(self) -> Pace:
        """How they go and what they want, if they go by the clock; they must have made an offer."""
        return pace_of(self.first, self.offers, self.refused.items())
