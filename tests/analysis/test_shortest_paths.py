"""Of all texts with the same points the one with the fewest other words is the one that enumeration finds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings

from benchmarks.domains import domain
from game.analysis import HASTY_BUDGET, Budget, density
from game.analysis.shortest_paths import ShortestPaths, shortest_paths
from game.text import Outcome
from tests.analysis.worlds import World, worlds
from tests.night import tries


def unlike(text: Outcome, other: Outcome) -> int:
    """In how many issues two texts have other words."""
    return sum(text[issue] != other[issue] for issue in text)


def agrees(world: World) -> None:
    """Every pair of sums, how many texts have it, and the least unlike of them, against enumeration."""
    one, other = tuple(world.space.sheets)[:2]
    found = shortest_paths(world.space, (one, other), world.some)
    assert found is not None
    texts: dict[tuple[int, ...], list[Outcome]] = defaultdict(list)
    for text, sums in zip(world.texts, world.sums, strict=True):
        texts[sums[:2]].append(text)
    assert [tuple(row) for row in found.sums.tolist()] == sorted(texts)
    for row, sums in enumerate(sorted(texts)):
        assert int(found.texts[row]) == len(texts[sums])
        assert found.text(row) in texts[sums]
        assert int(found.unlike[row]) == min(unlike(text, world.some) for text in texts[sums])
        assert unlike(found.text(row), world.some) == int(found.unlike[row])


@settings(max_examples=100)
@given(worlds())
def test_the_least_unlike_text_of_every_point(world: World) -> None:
    """Small scenarios with every tangle, whether or not the other text could itself be signed."""
    agrees(world)


@pytest.mark.slow
@settings(max_examples=tries(1_000, 3_000))
@given(worlds())
def test_the_least_unlike_texts_of_thousands_of_scenarios(world: World) -> None:
    """The same, for longer."""
    agrees(world)


@settings(max_examples=60)
@given(worlds(thresholds=0))
def test_the_nearest_point_of_a_place(world: World) -> None:
    """A place anywhere in the plane, with axes of any scale, is answered with the nearest pair of sums."""
    found = shortest_paths(world.space, tuple(world.space.sheets)[:2])
    assert found is not None
    chance = Random(len(world.texts))
    for _ in range(10):
        x, y, wide, high = (
            chance.uniform(-40, 60),
            chance.uniform(-40, 60),
            chance.uniform(1, 9),
            chance.uniform(1, 9),
        )
        row = found.nearest((x, y), (wide, high))
        apart = [((a - x) * wide) ** 2 + ((b - y) * high) ** 2 for a, b in found.sums.tolist()]
        assert (row is None) == (not apart)
        assert row is None or apart[row] == min(apart)


def test_with_no_other_text_any_will_do() -> None:
    """The counts are those of the density, and nothing is unlike."""
    space = domain(6, 2, tangled=True).space()
    one, other = space.sheets
    found, whole = shortest_paths(space, (one, other)), density(space, one, other)
    assert isinstance(found, ShortestPaths)
    assert whole is not None
    assert found.sums.tolist() == whole.points.tolist()
    assert found.texts.tolist() == whole.texts.tolist()
    assert not found.unlike.any()


def test_counts_beyond_the_range_of_a_machine() -> None:
    """10^25 texts are counted one by one."""
    space = domain(25, 2).space()
    found = shortest_paths(space, tuple(space.sheets))
    assert found is not None
    assert sum(found.texts.tolist()) == 10**25


def test_what_is_too_large_is_not_answered() -> None:
    """None where the budget is too small: for the sums, or for the diagram."""
    space = domain(9, 2, tangled=True).space()
    assert shortest_paths(space, tuple(space.sheets), budget=Budget(held=10)) is None
    narrow = replace(space, budget=Budget(width=2))
    assert shortest_paths(narrow, tuple(narrow.sheets), budget=HASTY_BUDGET) is None
