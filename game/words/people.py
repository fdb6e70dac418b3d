"""What those at the table are called in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from game.scenario import Scenario
from game.text import DelegationId
from game.words.language import count, say
from game.words.names import seat


def name(scenario: Scenario, who: DelegationId, me: DelegationId | None = None) -> str:
    """The name of a delegation, an audience or the chair in the middle of a sentence, or `you`."""
    return say("you") if who == me else seat(scenario, who)


def at_table(scenario: Scenario, who: DelegationId) -> DelegationId | None:
    """A delegation, whose mark stands beside what it does; None for an audience and the chair, who have no mark."""
    return who if who in scenario.ids else None


def names(scenario: Scenario, many: Iterable[DelegationId], me: DelegationId | None = None) -> list[str]:
    """The names of several, in the order in which they are given."""
    return [name(scenario, who, me) for who in many]


def mine_first(many: Iterable[DelegationId], me: DelegationId) -> list[DelegationId]:
    """The same delegations, oneself first."""
    return sorted(many, key=lambda who: who != me)


def up_to(scenario: Scenario, who: DelegationId, points: int, me: DelegationId | None = None) -> str:
    """How many points one side could have had at most, as a part of a sentence."""
    return count("up to {n} point for {who}", "up to {n} points for {who}", points, who=name(scenario, who, me))
