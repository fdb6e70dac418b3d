"""Two delegations and what each wants, for alternating offers: by chance with a stated conflict, or from a scenario.

Everything is measured over the walk-aways: a delegation's share is 0 where it walks away and 1 at its best text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot, prod
from random import Random

from game.analysis import Points, Space, fair, frontier, space_of, worth
from game.scenario import open_scenario
from game.text import DelegationId, Issue, IssueId, Option, OptionId, Outcome, Text, parse_template

FIRST, SECOND = DelegationId("FIRST"), DelegationId("SECOND")
LARGEST = 1_000
"""Texts that negmas's negotiators are given at most: some of them look at every one, every round."""
POINTS = 100
CONFLICTS = (0.25, 0.5, 0.75, 1.0)
"""How far the options of an issue are ordered against each other on the two sheets, by turns."""


@dataclass(frozen=True)
class Quarrel:
    """A text and the two sheets, with what no text is worth to each."""

    name: str
    text: Text
    sheets: tuple[Points, Points]
    walk_away: tuple[int, int]

    @cached_property
    def best(self) -> tuple[int, int]:
        """The most that each could have."""
        one, other = (sum(max(row.values()) for row in sheet.points.values()) for sheet in self.sheets)
        return int(one), int(other)

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return prod(len(issue.options) for issue in self.text.issues)

    def named(self, options: Sequence[str]) -> Outcome:
        """A text from its options in the order of the issues."""
        return {issue.id: OptionId(option) for issue, option in zip(self.text.issues, options, strict=True)}

    def shares(self, outcome: Outcome | None) -> tuple[float, float]:
        """What a text, or none, is to each: 0 is the walk-away, 1 the best."""
        if outcome is None:
            return 0.0, 0.0
        return self._shares(worth(sheet, outcome) for sheet in self.sheets)

    def _shares(self, points: Iterable[float]) -> tuple[float, float]:
        one, other = (
            (worth - least) / (best - least)
            for worth, least, best in zip(points, self.walk_away, self.best, strict=True)
        )
        return one, other

    @cached_property
    def frontier(self) -> tuple[tuple[float, float], ...]:
        """The shares that nothing beats."""
        found = frontier(self._space)
        return tuple(self._shares(row) for row in found.points.tolist())

    @cached_property
    def _space(self) -> Space:
        return Space(self.text, dict(zip((FIRST, SECOND), self.sheets, strict=True)))

    @cached_property
    def nash(self) -> tuple[tuple[float, float], ...]:
        """The shares at the Nash text; several where the product is the same."""
        found = fair(self._space, dict(zip((FIRST, SECOND), self.walk_away, strict=True)))
        if found.nash is None:
            return ((0.0, 0.0),)
        return tuple(self._shares(row) for row in (found.nash.points, *found.alike["nash"]))

    def nash_distance(self, outcome: Outcome | None) -> float:
        """How far from the Nash text, in shares; for no text, how far the walk-aways are from it."""
        one, other = self.shares(outcome)
        return min(hypot(one - x, other - y) for x, y in self.nash)

    def on_frontier(self, outcome: Outcome) -> bool:
        """Whether nothing is better for both."""
        one, other = self.shares(outcome)
        return not any(x >= one and y >= other and (x, y) != (one, other) for x, y in self.frontier)

    @cached_property
    def opposition(self) -> float:
        """How far the best that both could have together is from everything for both: 0 is no quarrel at all
        (negmas calls this the opposition level)."""
        return min(hypot(1 - x, 1 - y) for x, y in self.frontier) / hypot(1, 1)


def quarrel(seed: int) -> Quarrel:
    """A quarrel by chance: four to seven issues, weights and walk-aways by chance, its conflict by turns."""
    chance = Random(f"quarrel {seed}")
    conflict = CONFLICTS[seed % len(CONFLICTS)]
    sizes = [chance.randint(3, 6)]
    while len(sizes) < 7 and prod(sizes) * 3 <= LARGEST and (prod(sizes) < 200 or chance.random() < 0.8):
        sizes.append(chance.randint(2, min(6, LARGEST // prod(sizes))))
    issues = tuple(
        Issue(IssueId(f"i{n}"), f"Issue {n}", tuple(Option(OptionId(f"o{m}"), f"{m}", f"{m}") for m in range(size)))
        for n, size in enumerate(sizes)
    )
    ranks = [[chance.random() for _ in issue.options] for issue in issues]
    sheets = tuple(_sheet(issues, ranks, chance, conflict, against=against) for against in (False, True))
    walk_away = tuple(round(POINTS * chance.uniform(0.0, 0.4)) for _ in sheets)
    return Quarrel(
        f"by chance {seed}, conflict {conflict}",
        Text(parse_template("PAPER"), (), issues, ()),
        (sheets[0], sheets[1]),
        (walk_away[0], walk_away[1]),
    )


def _sheet(
    issues: tuple[Issue, ...], ranks: list[list[float]], chance: Random, conflict: float, *, against: bool
) -> Points:
    weights = [chance.gammavariate(2, 1) for _ in issues]
    points = {}
    for issue, rank, weight in zip(issues, ranks, weights, strict=True):
        heights = [conflict * (1 - one if against else one) + (1 - conflict) * chance.random() for one in rank]
        low, high = min(heights), max(heights)
        whole = POINTS * weight / sum(weights)
        points[issue.id] = {
            option.id: round(whole * (height - low) / (high - low))
            for option, height in zip(issue.options, heights, strict=True)
        }
    return Points(points)


def heaviest(name: str) -> Quarrel:
    """The heaviest issues of a scenario for two, as many as make no more texts than `LARGEST`; the others are taken as
    settled as in its Nash text, and the walk-aways lowered by what they bring. Pair terms and exclusions are left out:
    the peers' additive utilities cannot have them."""
    scenario = open_scenario(name)
    one, other = scenario.instructions.values()
    settled = fair(space_of(scenario), {who: sheet.reservation_value for who, sheet in scenario.instructions.items()})
    if settled.nash is None:
        raise ValueError(f"nothing could be agreed in {name}")
    weights = {i.id: max(one.points[i.id].values()) + max(other.points[i.id].values()) for i in scenario.text.issues}
    kept: list[Issue] = []
    for issue in sorted(scenario.text.issues, key=lambda issue: -weights[issue.id]):
        if prod(len(each.options) for each in kept) * len(issue.options) > 5 * LARGEST:
            break
        kept.append(issue)
    ids = {issue.id for issue in kept}
    sheets = [Points({issue.id: dict(sheet.points[issue.id]) for issue in kept}) for sheet in (one, other)]
    brought = [
        sum(sheet.points[issue][option] for issue, option in settled.nash.text.items() if issue not in ids)
        for sheet in (one, other)
    ]
    return Quarrel(
        f"{name}, {len(kept)} heaviest issues",
        Text(parse_template("PAPER"), (), tuple(kept), ()),
        (sheets[0], sheets[1]),
        (int(one.reservation_value - brought[0]), int(other.reservation_value - brought[1])),
    )
