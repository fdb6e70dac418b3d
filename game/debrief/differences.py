"""Two texts held against each other: only the words that differ, with what each is worth to each delegation.

Points of a text are a sum over its words and over its pair terms. What both texts have is told as one sum, so that the
rest accounts for the whole difference, exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.scenario import Pair, Scenario
from game.text import DelegationId, IssueId, OptionId, Outcome

Sums = Mapping[DelegationId, int]
"""Points of each delegation, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Worded:
    """One wording, with its own points: what it earns beside another is no part of them."""

    option: OptionId
    points: Sums


@dataclass(frozen=True, slots=True)
class Difference:
    """An issue in which the texts have other words."""

    issue: IssueId
    one: Worded
    other: Worded


@dataclass(frozen=True, slots=True)
class PairTerm:
    """Points that a delegation has for two wordings together, which stand so in only one of the texts."""

    who: DelegationId
    pair: Pair
    in_one: bool
    """Whether they stand so in the first text."""

    @property
    def change(self) -> int:
        """What it adds from the first text to the other."""
        return -self.pair.points if self.in_one else self.pair.points


@dataclass(frozen=True, slots=True)
class Differences:
    """All that differs from one text to another."""

    one: Outcome
    other: Outcome
    issues: tuple[Difference, ...]
    """In reading order."""
    pairs: tuple[PairTerm, ...]
    same: Sums
    """What all that is in both texts is worth, words and pair terms."""
    sums: tuple[Sums, Sums]
    """What each text is worth."""


def differences(scenario: Scenario, one: Outcome, other: Outcome) -> Differences:
    """What differs between two texts, whole ones, on the sheets of a scenario."""
    sheets = scenario.instructions
    changed = [issue.id for issue in scenario.text.issues if one[issue.id] != other[issue.id]]
    pairs = tuple(_pairs(scenario, one, other))
    sums = tuple({who: sheets[who].utility(text) for who in scenario.ids} for text in (one, other))
    kept = {issue: option for issue, option in one.items() if other[issue] == option}
    return Differences(
        one,
        other,
        tuple(Difference(at, _worded(scenario, at, one[at]), _worded(scenario, at, other[at])) for at in changed),
        pairs,
        {who: sheets[who].utility(kept) for who in scenario.ids},
        (sums[0], sums[1]),
    )


def _worded(scenario: Scenario, issue: IssueId, option: OptionId) -> Worded:
    return Worded(option, {who: scenario.instructions[who].points[issue][option] for who in scenario.ids})


def _pairs(scenario: Scenario, one: Outcome, other: Outcome) -> Iterable[PairTerm]:
    """The pair terms that come or go, delegation by delegation."""
    for who in scenario.ids:
        for pair in scenario.instructions[who].pairs:
            before, after = (pair.options.items() <= text.items() for text in (one, other))
            if before != after and pair.points:
                yield PairTerm(who, pair, before)
