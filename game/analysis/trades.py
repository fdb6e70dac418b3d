"""What words could be traded for: how far every issue moves every delegation, and which two issues are worth swapping.

Points of wordings alone are reckoned with; what two wordings are worth together is left out, and said elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from game.analysis.space import Space
from game.scenario import Scenario
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Swing:
    """What one issue moves a delegation, among the wordings that everybody could sign."""

    issue: IssueId
    best: Mapping[DelegationId, OptionId]
    """The wording that each delegation likes best; of equals the strongest."""
    points: Mapping[DelegationId, int]
    """From the wording that it likes least to that one, in points of its sheet."""


@dataclass(frozen=True, slots=True)
class Leg:
    """Half of a swap: in one issue somebody goes from its own best wording to the other's."""

    issue: IssueId
    by: DelegationId
    to: DelegationId
    old: OptionId
    option: OptionId
    lost: int
    """Points that it costs whoever goes."""
    gained: int
    """Points that it brings the other."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Two legs, one by each of two delegations, by which both gain."""

    legs: tuple[Leg, Leg]

    @property
    def gains(self) -> Mapping[DelegationId, int]:
        """What each of the two has of it."""
        one, other = self.legs
        return {one.by: other.gained - one.lost, other.by: one.gained - other.lost}


def swings(scenario: Scenario, space: Space) -> tuple[Swing, ...]:
    """Every negotiated issue, the one that moves anybody most first; of equals in the order of the text."""
    found = []
    for issue in scenario.text.negotiated:
        options = [option.id for option in issue.options if (issue.id, option.id) not in space.shut]
        rows = {who: scenario.instructions[who].points[issue.id] for who in scenario.ids}
        if options:
            best = {who: max(options, key=row.__getitem__) for who, row in rows.items()}
            least = {who: min(row[option] for option in options) for who, row in rows.items()}
            found.append(Swing(issue.id, best, {who: rows[who][best[who]] - least[who] for who in rows}))
    return tuple(sorted(found, key=lambda swing: -max(swing.points.values())))


def swaps(scenario: Scenario, space: Space) -> tuple[Swap, ...]:
    """The swaps of whole issues by which both gain, the best for whoever gains less first."""
    found: list[Swap] = []
    for one, other in combinations(scenario.ids, 2):
        legs = [*_legs(scenario, space, one, other), *_legs(scenario, space, other, one)]
        for two in combinations(legs, 2):
            if two[0].by != two[1].by and two[0].issue != two[1].issue:
                swap = Swap(two)
                if min(swap.gains.values()) > 0:
                    found.append(swap)
    return tuple(sorted(found, key=lambda swap: (-min(swap.gains.values()), -sum(swap.gains.values()))))


def _legs(scenario: Scenario, space: Space, by: DelegationId, to: DelegationId) -> Iterator[Leg]:
    for swing in swings(scenario, space):
        old, option = swing.best[by], swing.best[to]
        mine, theirs = (scenario.instructions[who].points[swing.issue] for who in (by, to))
        if theirs[option] > theirs[old]:
            yield Leg(swing.issue, by, to, old, option, mine[old] - mine[option], theirs[option] - theirs[old])
