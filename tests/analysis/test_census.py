"""What is counted without enumerating is what enumeration counts."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from benchmarks.domains import domain
from game.analysis import ORDINARY_BUDGET, census, density, texts_in
from game.analysis.census import count_texts
from game.analysis.meet_in_the_middle import texts_by_arc
from tests.analysis.worlds import World, worlds
from tests.night import tries


def agrees(world: World) -> None:
    """Counts of a world against enumeration."""
    space = world.space
    found = census(space, world.walk_away)
    assert found is not None
    good = [world.texts[n] for n in world.agreeable]
    assert found.texts == len(good)
    having = Counter(item for text in good for item in text.items())
    for issue in space.text.issues:
        for option in issue.options:
            assert found.having[issue.id][option.id] == having[issue.id, option.id]
            share = found.share(issue.id, option.id)
            assert share == (having[issue.id, option.id] / len(good) if good else 0)


@settings(max_examples=120)
@given(worlds())
def test_agreeable_texts_are_counted_by_option(world: World) -> None:
    """How many texts give everybody the walk-away, and how many of those have each option."""
    agrees(world)


@settings(max_examples=80)
@given(worlds(thresholds=0))
def test_all_texts_are_counted(world: World) -> None:
    """With no threshold and no walk-away, every allowed text counts."""
    assert texts_in(world.space) == len(world.texts)
    everything = census(world.space)
    assert everything is not None
    assert everything.texts == len(world.texts)


@settings(max_examples=80)
@given(worlds())
def test_the_density_is_a_histogram(world: World) -> None:
    """Every pair of sums that a text has is there once, with the number of its texts; with and without walk-aways."""
    one, other = tuple(world.space.sheets)[:2]
    for floors, numbers in (({}, range(len(world.texts))), (world.walk_away, world.agreeable)):
        found = density(world.space, one, other, floors)
        assert found is not None
        counted = {tuple(row): int(n) for row, n in zip(found.points.tolist(), found.texts, strict=True)}
        assert len(counted) == len(found.points)
        assert counted == Counter(world.sums[n][:2] for n in numbers)


@settings(max_examples=80)
@given(worlds())
def test_halves_and_gathering_count_the_same(world: World) -> None:
    """With few thresholds sums are gathered, with many the texts are matched half by half: the same counts."""
    space = world.space
    limits = [*((space.gains[who], least) for who, least in world.walk_away.items()), *space.limits]
    gathered = count_texts(space.diagram, limits, space.all_arcs, ORDINARY_BUDGET, by_arc=True)
    assert gathered is not None
    if len(space.diagram.layers) > 1:
        halved = texts_by_arc(space.diagram, limits, space.all_arcs, ORDINARY_BUDGET)
        assert halved is not None
        assert halved.tolist() == gathered.by_arc.tolist()


def test_a_million_texts_of_six_delegations() -> None:
    """Where hardly two texts have the same sums, both ways of counting still agree."""
    made = domain(6, 6).space()
    least = dict.fromkeys(made.sheets, 45)
    halved = census(made, least)
    assert halved is not None
    gathered = count_texts(made.diagram, [(made.gains[who], 45) for who in least], made.all_arcs, ORDINARY_BUDGET)
    assert gathered is not None
    assert halved.texts == gathered.total > 1000


@pytest.mark.slow
@settings(max_examples=tries(1_000, 3_000))
@given(worlds())
def test_the_counts_of_thousands_of_scenarios(world: World) -> None:
    """The same, for longer."""
    agrees(world)
