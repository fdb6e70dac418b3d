"""What somebody wants who gives way by the clock and by nothing else, from what he offered when.

Whoever asks less with a power of time, down to his walk-away in the last round (the time-dependent tactics of
P. Faratin, C. Sierra and N. Jennings, "Negotiation Decision Functions for Autonomous Agents", Robotics and Autonomous
Systems 24, 1998), tells with every offer what it is worth to him: the hour says it. On additive utilities each offer is
then an equation for what its options cost him, and what he refuses cannot be cheaper than what he asked in that hour.
Least squares that lean to what was believed before (A. Hoerl and R. Kennard, "Ridge Regression", Technometrics 12,
1970) solve them for every power that he may go by; the one that fits best is believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from game.analysis.diagram import Floats

POWERS = (8.0, 4.0, 2.0, 1.0, 0.5, 0.25, 0.125)
"""Of time, that he may go by: from holding out to the end, by evenly, to giving way at once."""
_BELIEVED = 0.1
"""What a belief about one option counts for, beside one offer."""

Said = tuple[Sequence[int], float]
"""A text as its options by number, and when it was offered or refused: 0 is the beginning, 1 the end."""


@dataclass(frozen=True, eq=False, slots=True)
class Pace:
    """How he goes, and what he wants, if he goes by the clock."""

    power: float
    costs: Floats
    """What each option costs him; 1 is from his best to his walk-away."""
    misfit: float
    """The mean square by which one of his offers is off, beliefs counted in: small if he does go by the clock."""

    def asks_less_by(self, cost: float) -> float:
        """When he has come down so far; 1 is to his walk-away."""
        return float(max(cost, 0.0) ** (1 / self.power))

    def taken_at(self, options: Sequence[int]) -> float:
        """When he will take a text."""
        return self.asks_less_by(float(self.costs[list(options)].sum()))


def pace_of(believed: Floats, offers: Sequence[Said], refusals: Iterable[Said] = ()) -> Pace:
    """Of somebody who offered these texts, one at least, refused those, and whose costs were believed to be such."""
    said = [*offers, *refusals]
    rows = np.array([options for options, _ in said], dtype=np.intp)
    gone = np.array([time for _, time in said])[:, None] ** np.array(POWERS)
    texts = np.zeros((len(said), len(believed)))
    texts[np.arange(len(said))[:, None], rows] = 1.0
    normal = texts.T @ texts
    normal[np.diag_indices_from(normal)] += _BELIEVED
    costs = np.linalg.solve(normal, texts.T @ gone + _BELIEVED * believed[:, None])
    off, moved = (texts @ costs - gone) ** 2, _BELIEVED * ((costs - believed[:, None]) ** 2).sum(axis=0)
    best = int((off.sum(axis=0) + moved).argmin())
    misfit = (off[: len(offers), best].sum() + moved[best]) / len(offers)
    return Pace(POWERS[best], costs[:, best], float(misfit))
