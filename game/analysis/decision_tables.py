"""How a test of the aftermath falls out, for all texts at once: a small table over the issues that it reads.

Options that no branch tells apart are one choice. A table has the deciding branch for every combination of choices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from game.analysis.additive_terms import Numbers, Shape
from game.scenario import Aftermath, Band, Condition, Scenario
from game.text import IssueId, OptionId, Outcome

_LARGEST = 10_000
"""Combinations of choices in one test; a person who writes one has a hundred in mind."""

Where = Mapping[IssueId, frozenset[OptionId]]
"""Some texts: those that have one of these options in every one of these issues."""


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """Which branch of a test decides."""

    issues: tuple[IssueId, ...]
    choices: tuple[tuple[frozenset[OptionId], ...], ...]
    """By issue: the options that act alike."""
    branches: Numbers
    """For every combination of choices the number of the branch, the choices of the last issue one after the other."""

    @property
    def shape(self) -> Shape:
        """How many choices each issue has."""
        return tuple(len(choices) for choices in self.choices)

    def cells(self) -> Iterator[tuple[int, Where]]:
        """Every combination of choices with the number of the branch that decides there."""
        for branch, chosen in zip(self.branches, product(*self.choices), strict=True):
            yield branch, dict(zip(self.issues, chosen, strict=True))


def decision_table(scenario: Scenario, test: Aftermath, lowest: Band) -> DecisionTable | None:
    """How a test falls out at this goodwill; None if it reads too many words at once."""
    ways = [
        (number, where)
        for number, branch in enumerate(test.branches)
        for where in _ways(scenario, branch.condition, lowest)
    ]
    read = {issue for _, where in ways for issue in where}
    issues = tuple(issue.id for issue in scenario.text.issues if issue.id in read)
    choices: list[tuple[frozenset[OptionId], ...]] = []
    admitted: list[list[int]] = []
    """By issue and choice, the ways that admit it, as bits."""
    for issue in issues:
        limits = [where.get(issue) for _, where in ways]
        alike: dict[int, list[OptionId]] = {}
        for option in scenario.text[issue].options:
            bits = sum(1 << n for n, limit in enumerate(limits) if limit is None or option.id in limit)
            alike.setdefault(bits, []).append(option.id)
        choices.append(tuple(frozenset(options) for options in alike.values()))
        admitted.append(list(alike))
    if prod(len(each) for each in choices) > _LARGEST:
        return None
    open_ways = [(1 << len(ways)) - 1]
    for each in admitted:
        open_ways = [ways_left & bits for ways_left in open_ways for bits in each]
    # The first branch that holds decides: the lowest bit that is left.
    branches = tuple(ways[(left & -left).bit_length() - 1][0] for left in open_ways)
    return DecisionTable(issues, tuple(choices), branches)


def _ways(scenario: Scenario, condition: Condition, lowest: Band) -> Iterator[Where]:
    """The texts for which a condition holds at this goodwill, in parts: one for each way in which the form of the
    paper bears on the words."""
    if condition.open or (condition.goodwill and lowest not in condition.goodwill):
        return
    if not condition.binds or scenario.force is None:
        yield from _part(scenario, condition, {})
        return
    form, parts = scenario.force.issue, dict[tuple[frozenset[OptionId], ...], list[OptionId]]()
    for option in scenario.text[form].options:
        bound = tuple(_bound(scenario, condition, {form: option.id}).values())
        parts.setdefault(bound, []).append(option.id)
    for options in parts.values():
        yield from _part(scenario, condition, {form: frozenset(options)})


def _part(scenario: Scenario, condition: Condition, form: Where) -> Iterator[Where]:
    """The part of those texts that have one of some forms, all of which bear on the words in the same way."""
    where = dict(condition.words)
    some = {issue: next(iter(options)) for issue, options in form.items()}
    for issue, options in (*form.items(), *_bound(scenario, condition, some).items()):
        where[issue] = where.get(issue, options) & options
    if all(where.values()):
        yield where


def _bound(scenario: Scenario, condition: Condition, form: Outcome) -> Where:
    """In each issue of which a condition asks how far it binds, the options that bind so far under a form."""
    return {
        issue: frozenset(
            option.id
            for option in scenario.text[issue].options
            if scenario.binding({**form, issue: option.id}, issue) in degrees
        )
        for issue, degrees in condition.binds.items()
    }
