"""What a scenario file says: read with bounds, checked in words, handed on as frozen values."""

from game.scenario.build import load
from game.scenario.check import Doubt, Look, Report, check
from game.scenario.mistakes import Mistake, ScenarioError
from game.scenario.scenario import (
    Brief,
    Calendar,
    Clock,
    Delay,
    Delegation,
    History,
    Instructions,
    Moment,
    Pair,
    Reference,
    Scenario,
    Session,
    Temperament,
)
from game.scenario.shelf import asset, open_scenario, shipped, source_of

__all__ = [
    "Brief",
    "Calendar",
    "Clock",
    "Delay",
    "Delegation",
    "Doubt",
    "History",
    "Instructions",
    "Look",
    "Mistake",
    "Moment",
    "Pair",
    "Reference",
    "Report",
    "Scenario",
    "ScenarioError",
    "Session",
    "Temperament",
    "asset",
    "check",
    "load",
    "open_scenario",
    "shipped",
    "source_of",
]
