"""What words are worth later, known beforehand: the aftermath as a sheet, exactly, with nothing enumerated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.analysis.additive_terms import terms
from game.analysis.decision_tables import DecisionTable, Where, decision_table
from game.analysis.sheet import Options, PairTerm, Together, named
from game.scenario import Aftermath, Band, Scenario
from game.text import DelegationId, IssueId, OptionId, Text


@dataclass(frozen=True, slots=True)
class AftermathSheet:
    """A sheet of what the aftermath brings one delegation, alone or together with the words."""

    points: Mapping[IssueId, Mapping[OptionId, float]]
    pairs: tuple[PairTerm, ...]
    left_out: tuple[str, ...] = ()
    """The tests that read too many words at once to be in it."""


def aftermath_sheet(
    scenario: Scenario, who: DelegationId, lowest: Band, tests: Iterable[Aftermath] | None = None
) -> AftermathSheet:
    """What the aftermath of a text brings a delegation where the coldest two are in this band of goodwill: the worth
    of any text is the sum over all tests, or over some. No envelope is opened but that delegation's own."""
    points = {issue.id: {option.id: 0.0 for option in issue.options} for issue in scenario.text.issues}
    together: dict[Options, Together] = {}
    left_out: list[str] = []
    for test in scenario.aftermath if tests is None else tests:
        table = decision_table(scenario, test, lowest)
        if table is None:
            left_out.append(test.id)
            continue
        for where, worth in _sum(scenario.text, table, [branch.points.get(who, 0) for branch in test.branches]):
            if len(where) == 1:
                for issue, options in where.items():
                    points[issue].update((option, points[issue][option] + worth) for option in options)
            else:
                term = Together(where, worth)
                before = together.get(named(term))
                together[named(term)] = Together(where, worth + (before.points if before else 0))
    return AftermathSheet(points, tuple(term for term in together.values() if term.points), tuple(left_out))


def _sum(text: Text, table: DecisionTable, worths: Sequence[int]) -> Iterator[tuple[Where, int]]:
    """What the deciding branches are worth, as a sum of points for some texts each."""
    for term in terms(table.shape, tuple([worths[branch] for branch in table.branches])):
        where = {
            table.issues[issue]: frozenset[OptionId]().union(*(table.choices[issue][choice] for choice in choices))
            for issue, choices in term.choices.items()
        }
        # What every text earns stands with the first issue, of which every text has an option.
        first = text.issues[0]
        yield where or {first.id: frozenset(option.id for option in first.options)}, term.points


def walk_away_with_aftermath(scenario: Scenario, who: DelegationId) -> int:
    """What a text must be worth, its aftermath counted in, to be no worse than none: the walk-away, and what comes
    where nothing is signed. What the hours have cost is lost either way."""
    return scenario.instructions[who].reservation_value + scenario.without_text(who)
