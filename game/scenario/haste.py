"""The fewest hours in which talks over a scenario can come to a signature, whatever is said: no fewer will do."""

from __future__ import annotations

from game.scenario.scenario import Scenario


def fewest_hours(scenario: Scenario) -> float:
    """Hours of the shortest way from the opening to the last initial, if everybody is of one mind.

    Every bracket is closed by a move alone or in a package with others; where no wording of an issue is open to all, a
    capital has to be asked first. The end is circulated and initialled. It may well take more, never less.
    """
    clock = scenario.clock
    allied = {audience.of for audience in scenario.audiences if audience.power == "consent"}
    end = clock.sign * len(scenario.ids) + clock.circulate * len(allied)
    taken = min(clock.amend, _accepting(scenario))
    asked = min(clock.short_package, clock.package) + clock.cable + clock.answer + taken if _must_ask(scenario) else 0.0
    return max(asked, _closing(scenario)) + end


def _accepting(scenario: Scenario) -> float:
    """To accept takes half the time, in quarters and rounded up, where relations are warm."""
    return (scenario.clock.accept * 4 + 1) // 2 / 4


def _closing(scenario: Scenario) -> float:
    """Hours in which all brackets of the opening are closed."""
    clock, largest = scenario.clock, scenario.clock.largest_package
    openings = [delegation.opening for delegation in scenario.delegations]
    brackets = sum(len({opening[issue.id] for opening in openings}) > 1 for issue in scenario.text.issues)
    alone = min(clock.amend, min(clock.short_package, clock.package) + _accepting(scenario))
    hours = [0.0]
    for left in range(1, brackets + 1):
        # A few brackets more than a package has room for may all be in the last one.
        most = left if left <= 2 * largest else largest
        together = min(hours[left - most : left]) + clock.package + _accepting(scenario)
        hours.append(min(hours[-1] + alone, together))
    return hours[-1]


def _must_ask(scenario: Scenario) -> bool:
    """Whether no wording of some issue is open to everybody before a capital has opened more, and nothing else may."""
    effects = [effect for each in scenario.happenings for effect in each.effects]
    if scenario.sequel or any(effect.mandate for effect in effects):
        return False
    return any(
        not frozenset.intersection(*(sheet.allowed(issue.id, 0, issue.ids) for sheet in scenario.instructions.values()))
        for issue in scenario.text.issues
    )
