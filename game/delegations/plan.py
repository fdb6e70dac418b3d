"""The text a delegation works towards: the best for the others that still gives it what it aims at.

Points are whole numbers and a sheet is a sum over issues, so the best text for every sum is built up issue by issue
and nothing is enumerated. Exclusions are met by barring one of their options and looking again; pair terms are
counted when a whole text is judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.delegations.estimate import Worths
from game.scenario import Instructions
from game.text import Exclusion, IssueId, OptionId, Outcome, Text

Choices = Mapping[IssueId, Sequence[OptionId]]
"""The options that may be used, in every issue."""

_MOST_BRANCHES = 64
"""How often one plan looks again because of an exclusion."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A text with what it is worth to us and what we take it to be worth to the others."""

    text: Outcome
    mine: int
    theirs: float


def plan(text: Text, sheet: Instructions, theirs: Worths, choices: Choices, aim: int) -> Plan | None:
    """The best text for the others among those that give us at least `aim`; if none does, the best for us.

    None if the choices leave no text at all.
    """
    best: Plan | None = None
    left = [dict(choices)]
    for _ in range(_MOST_BRANCHES):
        if not left:
            break
        tried = left.pop()
        found = _unbound(sheet, theirs, tried, aim)
        if found is None or (best is not None and not _better(found, best, aim)):
            continue
        broken = text.conflict(found.text)
        if broken is None:
            best = found
        else:
            left += _around(broken, tried)
    return best


def _better(one: Plan, other: Plan, aim: int) -> bool:
    if (one.mine >= aim) != (other.mine >= aim):
        return one.mine >= aim
    return (one.theirs, one.mine) > (other.theirs, other.mine) if one.mine >= aim else one.mine > other.mine


def _around(broken: Exclusion, choices: Choices) -> list[dict[IssueId, Sequence[OptionId]]]:
    """The choices again, each time without one side of an exclusion."""
    return [
        {**choices, issue: [option for option in choices[issue] if option not in options]}
        for issue, options in broken.apart.items()
    ]


def prospects(sheet: Instructions, theirs: Worths, choices: Choices) -> dict[int, float]:
    """For each sum of our points, the most that the others can have with it, exclusions and pair terms left aside."""
    reach: dict[int, float] = {0: 0.0}
    for issue, options in choices.items():
        grown: dict[int, float] = {}
        for option in options:
            gain, worth = sheet.points[issue][option], theirs[issue][option]
            for before, best in reach.items():
                grown[before + gain] = max(grown.get(before + gain, 0.0), best + worth)
        reach = grown
    return reach


def _unbound(sheet: Instructions, theirs: Worths, choices: Choices, aim: int) -> Plan | None:
    """The same without exclusions: for each sum of our points, the most that the others can have with it."""
    if any(not options for options in choices.values()):
        return None
    layers: list[dict[int, tuple[float, int, OptionId]]] = []
    reach: dict[int, float] = {0: 0.0}
    for issue, options in choices.items():
        grown: dict[int, tuple[float, int, OptionId]] = {}
        for option in options:
            gain, worth = sheet.points[issue][option], theirs[issue][option]
            for sum_before, best in reach.items():
                total = sum_before + gain
                if total not in grown or best + worth > grown[total][0]:
                    grown[total] = (best + worth, sum_before, option)
        layers.append(grown)
        reach = {total: entry[0] for total, entry in grown.items()}
    good = [total for total in reach if total >= aim]
    total = max(good, key=lambda sum_: (reach[sum_], sum_)) if good else max(reach)
    chosen: dict[IssueId, OptionId] = {}
    at = total
    for issue, layer in zip(reversed(list(choices)), reversed(layers), strict=True):
        _, before, option = layer[at]
        chosen[issue] = option
        at = before
    return Plan(chosen, sheet.utility(chosen), reach[total])
