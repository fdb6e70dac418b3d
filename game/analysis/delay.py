"""What the hours cost. They are paid however the talks end, so they move no walk-away; they say who can wait."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.scenario import Scenario
from game.text import DelegationId


@dataclass(frozen=True, slots=True)
class DelayCost:
    """What the hours of the talks cost one delegation."""

    an_hour: Fraction
    """Points an hour, on average: they are charged when a number of hours is full."""
    to_the_end: int
    """Points that the whole calendar costs."""


def delay_costs(scenario: Scenario) -> dict[DelegationId, DelayCost]:
    """What the talks cost each delegation whose envelope is open, in the order of the table."""
    delays = {who: scenario.instructions[who].delay for who in scenario.ids if who in scenario.instructions}
    return {
        who: DelayCost(Fraction(delay.points) / Fraction(delay.hours), delay.cost(scenario.calendar.hours))
        for who, delay in delays.items()
    }
