"""The fair texts are what their definitions say, looked for one text at a time."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import prod
from typing import Any

import pytest
from hypothesis import given, settings

from game.analysis import Deal, Fair, fair, frontier
from tests.analysis.worlds import World, points, worlds
from tests.night import tries

Gains = tuple[int, ...]


def by_the_book(world: World) -> dict[str, Gains]:
    """The gains of each fair text, from all agreeable texts; of equals, the better for whoever gains least."""
    least = tuple(world.walk_away[who] for who in world.space.sheets)
    gains = {tuple(a - b for a, b in zip(world.sums[n], least, strict=True)) for n in world.agreeable}
    if not gains:
        return {}
    most = [max(column) for column in zip(*gains, strict=True)]

    def shares(one: Gains) -> list[Fraction]:
        return sorted(Fraction(gain, top) for gain, top in zip(one, most, strict=True) if top)

    return {
        "nash": max(gains, key=lambda one: (sum(g > 0 for g in one), prod(g for g in one if g), sorted(one), one)),
        "kalai_smorodinsky": max(gains, key=lambda one: (shares(one), sorted(one), one)),
        "egalitarian": max(gains, key=lambda one: (sorted(one), one)),
        "utilitarian": max(gains, key=lambda one: (sum(one), sorted(one), one)),
    }


def gain(world: World, one: Gains) -> Gains:
    """What a point gives over the walk-aways."""
    return tuple(a - world.walk_away[who] for a, who in zip(one, world.space.sheets, strict=True))


def measures(world: World) -> dict[str, Callable[[Gains], Any]]:
    """What each definition looks at, and nothing finer."""
    all_gains = [gain(world, world.sums[n]) for n in world.agreeable]
    most = [max(column) for column in zip(*all_gains, strict=True)]
    return {
        "nash": lambda one: (sum(g > 0 for g in one), prod(g for g in one if g)),
        "kalai_smorodinsky": lambda one: min(
            (Fraction(g, top) for g, top in zip(one, most, strict=True) if top), default=0
        ),
        "egalitarian": min,
        "utilitarian": sum,
    }


def agrees(world: World, found: Fair) -> None:
    """Fair texts against the definitions."""
    least = tuple(world.walk_away[who] for who in world.space.sheets)
    expected = by_the_book(world)
    rule = measures(world)
    edge = {deal.points for deal in frontier(world.space, at_least=world.walk_away).deals()}
    for name in ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        deal: Deal | None = getattr(found, name)
        if not expected:
            assert deal is None
            continue
        assert deal is not None
        assert tuple(a - b for a, b in zip(deal.points, least, strict=True)) == expected[name], name
        assert deal.text in world.texts
        liked = max(rule[name](gain(world, one)) for one in edge)
        others = {one for one in edge if rule[name](gain(world, one)) == liked} - {deal.points}
        assert set(found.alike[name]) == others
        assert len(found.alike[name]) == len(others)
        assert tuple(points(sheet, deal.text) for sheet in world.space.sheets.values()) == deal.points
    assert found.exact
    who_gains = tuple(who for who, more in zip(world.space.sheets, expected.get("nash", ()), strict=False) if more)
    assert found.nash_between == who_gains


@settings(max_examples=120)
@given(worlds())
def test_fair_texts_are_what_their_definitions_say(world: World) -> None:
    """Nash, Kalai-Smorodinsky, egalitarian and utilitarian, in whole numbers; None where nothing can be agreed."""
    agrees(world, fair(world.space, world.walk_away))


@settings(max_examples=50)
@given(worlds())
def test_a_known_frontier_gives_the_same_fair_texts(world: World) -> None:
    """Looked for among the whole frontier or among what can be agreed: the same points."""
    agrees(world, fair(world.space, world.walk_away, frontier(world.space)))


@pytest.mark.slow
@settings(max_examples=tries(1_000, 3_000))
@given(worlds())
def test_the_fair_texts_of_thousands_of_scenarios(world: World) -> None:
    """The same, for longer."""
    agrees(world, fair(world.space, world.walk_away))
