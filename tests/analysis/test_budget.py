"""What is too tangled says so: it is never passed off as exact, and it ends."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis import Budget, Points, Space, census, density, fair, frontier, profile, texts_in
from game.analysis.compile_diagram import diagram_of
from game.analysis.diagram import together
from game.text import Exclusion
from tests.analysis.worlds import World, points, world, worlds

TINY = st.builds(Budget, width=st.integers(1, 6), held=st.integers(1, 40), work=st.integers(1, 60))


@settings(max_examples=120)
@given(worlds(), TINY)
def test_nothing_is_passed_off_as_exact(given_world: World, budget: Budget) -> None:
    """With hardly any budget: what says that it is exact is exact; what does not still has real texts; and a count is
    right or is not there."""
    whole = given_world.space
    space = replace(whole, budget=budget)
    found, right = frontier(space), frontier(whole)
    if found.exact:
        assert found.points.tolist() == right.points.tolist()
    for deal in found.deals():
        assert deal.text in given_world.texts
        assert tuple(points(sheet, deal.text) for sheet in space.sheets.values()) == deal.points
    counted, best = census(space, given_world.walk_away), fair(space, given_world.walk_away)
    assert counted is None or counted.texts == len(given_world.agreeable)
    if best.exact:
        assert best == fair(whole, given_world.walk_away)
    one, other = tuple(space.sheets)[:2]
    spread = density(space, one, other)
    assert spread is None or sum(spread.texts.tolist()) == len(given_world.texts)
    reply = profile(space.text, space.sheets[one], space.sheets[other], budget=budget)
    if reply.exact:
        complete = profile(space.text, space.sheets[one], space.sheets[other])
        assert (reply.mine.tolist(), reply.theirs.tolist()) == (complete.mine.tolist(), complete.theirs.tolist())


def test_a_small_budget_is_not_always_too_small() -> None:
    """The last test means something: a budget that is only just enough gives exact answers, and less does not."""
    made = world(Random(6), [4, 4, 4, 3], seats=2, exclusions=2, pairs=2, thresholds=0, shut=0).space
    widest = max(layer.nodes for layer in made.diagram.layers)
    assert replace(made, budget=Budget(width=4 * widest)).diagram.exact
    assert not replace(made, budget=Budget(width=1)).diagram.exact


def hopeless(seed: int) -> Space:
    """Forty issues of twelve options with two hundred exclusions by chance: more than the schema's authors can read."""
    chance = Random(seed)
    made = world(chance, [12] * 40, seats=6, exclusions=0, pairs=40, thresholds=0, shut=0).space
    tangle = []
    for _ in range(200):
        issues = chance.sample(made.text.issues, chance.randint(2, 4))
        some = {issue.id: chance.sample(issue.options, chance.randint(1, 6)) for issue in issues}
        tangle.append(Exclusion({i: frozenset(o.id for o in options) for i, options in some.items()}, ""))
    return replace(made, text=replace(made.text, exclusions=tuple(tangle)))


@pytest.mark.slow
def test_the_worst_file_comes_to_an_end() -> None:
    """The largest scenario that the schema admits, tangled by chance: the answers come, and none says it is exact."""
    space = hopeless(1)
    assert not space.diagram.exact
    assert not frontier(space).exact
    assert not fair(space, dict.fromkeys(space.sheets, 0)).exact
    assert census(space) is None


def test_a_text_that_exclusions_leave_nothing_of() -> None:
    """Where every text is barred there is none, exactly."""
    made = world(Random(2), [2, 2], seats=2, exclusions=0, pairs=0, thresholds=0, shut=0).space
    barred = replace(made, shut=frozenset((made.text.issues[0].id, o.id) for o in made.text.issues[0].options))
    assert (texts_in(barred), len(frontier(barred)), frontier(barred).exact) == (0, 0, True)
    counted = census(barred)
    assert counted is not None
    assert counted.texts == 0
    assert fair(barred, dict.fromkeys(made.sheets, 0)).nash is None


def test_numbers_beyond_sixty_four_bits() -> None:
    """12 to the 40th texts are counted to the last one, and those with an option are a twelfth of them."""
    space = world(Random(3), [12] * 40, seats=2, exclusions=0, pairs=0, thresholds=0, shut=0).space
    small = replace(space, sheets={who: _flat(space) for who in space.sheets})
    assert texts_in(small) == 12**40
    counted = census(small, dict.fromkeys(small.sheets, 40))
    assert counted is not None
    issue = small.text.issues[0]
    assert counted.texts == 12**40
    assert {counted.having[issue.id][option.id] for option in issue.options} == {12**39}
    less = census(small, dict.fromkeys(small.sheets, 41))
    assert less is not None
    assert less.texts == 0


def _flat(space: Space) -> Points:
    return Points({issue.id: {option.id: 1 for option in issue.options} for issue in space.text.issues})


def test_the_order_of_the_issues_keeps_the_diagram_narrow() -> None:
    """A long chain of exclusions, told in the worst order, needs a few nodes in each layer, not thousands."""
    chance = Random(7)
    made = world(chance, [4] * 24, seats=2, exclusions=0, pairs=0, thresholds=0, shut=0).space
    issues = list(made.text.issues)
    chain = [
        Exclusion({one.id: frozenset({one.options[0].id}), other.id: frozenset({other.options[1].id})}, "")
        for one, other in pairwise(issues)
    ]
    chance.shuffle(chain)
    chance.shuffle(issues)
    text = replace(made.text, issues=tuple(issues), exclusions=tuple(chain))
    drawn = diagram_of(text, together(made.sheets.values()), made.budget.width)
    assert drawn.exact
    assert max(layer.nodes for layer in drawn.layers) <= 4
