"""What words bring later, as a delegation reckons it on its own sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from game.analysis import Sheet
from game.analysis.aftermath_sheet import aftermath_sheet
from game.scenario import Band, Scenario
from game.talks import View
from game.text import DelegationId, Text


@dataclass(frozen=True, slots=True)
class _Question:
    """What foresight depends on; the scenario itself is not compared."""

    text: Text
    who: DelegationId
    lowest: Band
    points: tuple[int, ...]
    """What each way in which the tests of the aftermath may fall out is worth to it."""
    scenario: Scenario = field(compare=False)


@lru_cache(maxsize=64)
def _foreseen(asked: _Question) -> Sheet:
    return aftermath_sheet(asked.scenario, asked.who, asked.lowest)


def foreseen(view: View, lowest: Band) -> Sheet:
    """What the words of a text bring its delegation in the aftermath, at this goodwill with whoever is coldest."""
    scenario, who = view.scenario, view.who
    points = tuple(branch.points.get(who, 0) for test in scenario.aftermath for branch in test.branches)
    return _foreseen(_Question(scenario.text, who, lowest, points, scenario))
