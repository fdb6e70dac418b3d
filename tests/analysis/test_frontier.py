"""The frontier is what enumeration finds, and every point of it has a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis import frontier
from tests.analysis.worlds import World, points, unbeaten, worlds
from tests.night import tries


def agrees(world: World, seats: int) -> None:
    """The frontier of the first so many delegations against enumeration."""
    space = world.space
    who = tuple(space.sheets)[:seats]
    found = frontier(space, who)
    assert found.exact
    assert found.delegations == who
    deals = found.deals()
    assert [deal.points for deal in deals] == sorted(unbeaten([sums[:seats] for sums in world.sums]), reverse=True)
    for deal in deals:
        assert deal.text in world.texts
        assert tuple(points(space.sheets[one], deal.text) for one in who) == deal.points


@settings(max_examples=120)
@given(worlds(), st.integers(1, 6))
def test_the_frontier_is_what_enumeration_finds(world: World, seats: int) -> None:
    """For all delegations, for some and for one: the same points, none twice, each with a text that is allowed, meets
    the thresholds and is worth just that."""
    agrees(world, min(seats, len(world.space.sheets)))


@settings(max_examples=80)
@given(worlds())
def test_the_frontier_of_what_could_be_agreed(world: World) -> None:
    """With the walk-aways as floors, the frontier of the texts that give everybody so much."""
    found = frontier(world.space, at_least=world.walk_away)
    expected = unbeaten([world.sums[n] for n in world.agreeable])
    assert {deal.points for deal in found.deals()} == expected
    two = tuple(world.space.sheets)[:2]
    between = frontier(world.space, two, world.walk_away)
    assert {deal.points for deal in between.deals()} == unbeaten([world.sums[n][:2] for n in world.agreeable])


@pytest.mark.slow
@settings(max_examples=tries(1_000, 3_000))
@given(worlds(), st.integers(1, 6))
def test_the_frontier_of_thousands_of_scenarios(world: World, seats: int) -> None:
    """The same, for longer."""
    agrees(world, min(seats, len(world.space.sheets)))
