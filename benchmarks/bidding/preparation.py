"""A text and a sheet made ready for bidding, and what can be asked of an other side by a model of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from math import ceil

import numpy as np

from benchmarks.bidding.bundles import Bundles, bundled
from benchmarks.bidding.opponent_model import OpponentModel, Prior
from game.analysis import ORDINARY_BUDGET, Points, Profile, Reply, Sheet, best_reply, profile, worth
from game.analysis.compile_diagram import diagram_of
from game.analysis.diagram import Diagram, Floats, names, together
from game.analysis.profile import profile_in
from game.text import IssueId, OptionId, Outcome, Text

_USUAL = 0.7
"""A share that is usually fair: both tend to have much more than half of their best, over their walk-aways."""
_DOUBT = 0.4
"""How far it leans to the usual share: the Nash text of a guess is the guess of a Nash text."""
_DUST = 1e-9


@dataclass(frozen=True, eq=False)
class Preparation:
    """A text and a sheet made ready for bidding; worth keeping for many negotiations."""

    text: Text
    sheet: Sheet
    walk_away: int

    @cached_property
    def numbers(self) -> dict[tuple[IssueId, OptionId], int]:
        """The number of each option, through all issues."""
        return {name: number for number, name in enumerate(names(self.text))}

    @cached_property
    def points(self) -> Floats:
        """The points of each option."""
        return np.array([self.sheet.points[issue][option] for issue, option in self.numbers], dtype=np.float64)

    @cached_property
    def prior(self) -> Prior:
        """What is believed of the other before it has said anything."""
        sizes = [len(issue.options) for issue in self.text.issues]
        starts = np.cumsum([0, *sizes[:-1]], dtype=np.intp)
        least = float(np.minimum.reduceat(self.points, starts).sum())
        own = (self.best - least) / max(self.best - self.walk_away, 1)
        return Prior(self.points, starts, np.repeat(np.arange(len(sizes), dtype=np.intp), sizes), own)

    @cached_property
    def plain(self) -> Diagram:
        """All texts, as the paths of a graph."""
        return diagram_of(self.text, together([self.sheet]), ORDINARY_BUDGET.width)

    @cached_property
    def bundles(self) -> Bundles:
        """The same texts, as the paths of a shorter graph."""
        return bundled(self.text, self.sheet)

    @cached_property
    def opening(self) -> Plan:
        """What it plans before it has heard anything."""
        costs = self.prior.before
        # Bundles are worth making for the second plan: the first offer should not wait for them.
        return self._planned(profile_in(self.plain, self.plain.whole(self.sheet), costs[self.plain.options]), costs)

    def opening_text(self, place: int) -> Outcome:
        """A text of the first plan, by its place."""
        found = self._opening_texts.get(place)
        if found is None:
            found = self._opening_texts[place] = self.opening.profile[place].text
        return found

    @cached_property
    def _opening_texts(self) -> dict[int, Outcome]:
        return {}

    @cached_property
    def best(self) -> int:
        """The most that a text can be worth."""
        return int(self.plain.outlook(self.plain.whole(self.sheet))[1][0][0])

    def model(self) -> OpponentModel:
        """A model of an other side that has said nothing yet."""
        return OpponentModel(self.prior)

    @cached_property
    def listed(self) -> list[float]:
        """The points of each option."""
        listed: list[float] = self.points.tolist()
        return listed

    def share(self, text: Outcome, options: Sequence[int]) -> float:
        """What a text is worth, of which the options are given by number: 0 is the walk-away, 1 the best."""
        listed = self.listed
        points = worth(self.sheet, text) if self.sheet.pairs else sum([listed[option] for option in options])
        return (points - self.walk_away) / max(self.best - self.walk_away, 1)

    def plan(self, costs: Floats, doubt: float = _DOUBT) -> Plan:
        """What can be asked of an other side to whom the options are worth so much (0 or less), and how far what seems
        fair leans to what is usual."""
        return self._planned(self.bundles.profile(costs), costs, doubt)

    def _planned(self, quick: Profile | None, costs: Floats, doubt: float = _DOUBT) -> Plan:
        found = quick or profile(self.text, self.sheet, self.estimate(costs))
        shares = (found.mine - self.walk_away) / max(self.best - self.walk_away, 1)
        both = np.maximum(shares, 0.0) * np.maximum(found.theirs + 1.0, 0.0)
        fair = max(float(shares[int(both.argmax())]), 0.0)
        return Plan(found, shares, fair + doubt * (_USUAL - fair), costs)

    def best_first(self, costs: Floats, at_least: float) -> Iterator[Reply]:
        """The texts that give us such a share, the best for them first: after each, the best of those that differ from
        it, parted by the first issue in which they do (E. Lawler, "A Procedure for Computing the K Best Solutions to
        Discrete Optimization Problems", Management Science 18, 1972)."""
        theirs = self.estimate(costs)
        points = ceil(self.walk_away + at_least * max(self.best - self.walk_away, 1) - _DUST)
        every = {issue.id: frozenset(option.id for option in issue.options) for issue in self.text.issues}
        found: list[tuple[float, int, Reply, dict[IssueId, frozenset[OptionId]]]] = []
        parts = [every]
        number = 0
        while True:
            for choices in parts:
                if all(choices.values()) and (reply := best_reply(self.text, self.sheet, theirs, points, choices)):
                    number += 1
                    heappush(found, (-reply.theirs, number, reply, choices))
            if not found:
                return
            _, _, reply, choices = heappop(found)
            yield reply
            parts = []
            for issue, option in reply.text.items():
                parts.append({**choices, issue: choices[issue] - {option}})
                choices = {**choices, issue: frozenset({option})}

    def estimate(self, costs: Floats) -> Points:
        """The costs as a sheet."""
        points: dict[IssueId, dict[OptionId, float]] = {issue.id: {} for issue in self.text.issues}
        for (issue, option), cost in zip(self.numbers, costs.tolist(), strict=True):
            points[issue][option] = cost
        return Points(points)


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """What can be asked, and what of it seems fair."""

    profile: Profile
    shares: Floats
    """Of ours, for each text of the profile."""
    fair: float
    """Our share at the Nash text, as far as it is believed."""
    costs: Floats
