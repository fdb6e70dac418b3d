"""The best reply is the best there is."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis import Points, best_reply, knapsack_dp, profile
from game.text import IssueId, OptionId
from tests.analysis.worlds import World, points, world, worlds
from tests.night import tries


def agrees(world: World, at_least: int, chance: Random) -> None:
    """The best reply with some options barred and some issues fixed, against enumeration."""
    space = world.space
    mine, theirs = list(space.sheets.values())[:2]
    choices = chosen(world, chance)
    usable = [text for text in world.texts if all(text[i] in options for i, options in choices.items())]
    usable = [text for text in usable if not set(text.items()) & space.shut]
    for issue in space.text.issues:
        open_now = choices.get(issue.id, {option.id for option in issue.options})
        choices[issue.id] = {option for option in open_now if (issue.id, option) not in space.shut}
    found = best_reply(space.text, mine, theirs, at_least, choices, thresholds=space.thresholds)
    good = [(points(theirs, one), points(mine, one)) for one in usable if points(mine, one) >= at_least]
    if not good:
        assert found is None
        return
    assert found is not None
    assert found.exact
    assert found.text in usable
    assert (found.theirs, found.mine) == max(good)
    assert (points(theirs, found.text), points(mine, found.text)) == max(good)


def chosen(world: World, chance: Random) -> dict[IssueId, set[OptionId]]:
    """Some issues fixed, some with an option barred, some left alone."""
    found = {}
    for issue in world.space.text.issues:
        options = [option.id for option in issue.options]
        way = chance.random()
        if way < 0.3:
            found[issue.id] = {chance.choice(options)}
        elif way < 0.6:
            found[issue.id] = set(chance.sample(options, max(1, len(options) - 1)))
    return found


@settings(max_examples=120)
@given(worlds(seats=2), st.integers(-20, 60), st.integers(0, 2**32))
def test_the_best_reply_is_what_enumeration_finds(world: World, at_least: int, seed: int) -> None:
    """The best for them among the texts with these choices that meet the thresholds and give me at least so much; of
    equals, the best for me."""
    agrees(world, at_least, Random(seed))


@settings(max_examples=80)
@given(worlds(seats=2, thresholds=0))
def test_a_profile_answers_for_every_aim(world: World) -> None:
    """One profile holds the best reply for every sum that I may ask for."""
    mine, theirs = list(world.space.sheets.values())[:2]
    choices = {
        issue.id: [o.id for o in issue.options if (issue.id, o.id) not in world.space.shut]
        for issue in world.space.text.issues
    }
    found = profile(world.space.text, mine, theirs, choices)
    if not world.texts:
        assert len(found) == 0
        assert found.best_for_me is None
        return
    assert found.best_for_me is not None
    assert found.best_for_me.mine == max(mine for mine, _ in world.sums)
    for at_least in {mine for mine, _ in world.sums}:
        reply = found.reply(at_least)
        assert reply is not None
        assert reply.theirs == max(theirs for mine, theirs in world.sums if mine >= at_least)


def test_estimates_need_not_be_whole() -> None:
    """What the others are taken to want may be any number."""
    made = world(Random(3), [4, 3, 4, 2], seats=2, exclusions=2, pairs=1, thresholds=0, shut=0)
    mine = next(iter(made.space.sheets.values()))
    guess = Points({i.id: {o.id: 0.1 * n for n, o in enumerate(i.options)} for i in made.space.text.issues})
    found = best_reply(made.space.text, mine, guess, -1000)
    assert found is not None
    assert found.theirs == pytest.approx(max(sum(guess.points[i][o] for i, o in one.items()) for one in made.texts))


@pytest.mark.slow
@settings(max_examples=tries(1_000, 3_000))
@given(worlds(seats=2), st.integers(-20, 60), st.integers(0, 2**32))
def test_the_best_reply_in_thousands_of_scenarios(world: World, at_least: int, seed: int) -> None:
    """The same, for longer."""
    agrees(world, at_least, Random(seed))


@settings(max_examples=50)
@given(worlds(seats=2, thresholds=0), st.integers(0, 2**32))
def test_knapsack_and_pareto_give_the_same(world: World, seed: int) -> None:
    """Small whole numbers go by knapsack tables and all others by Pareto sums: the same pairs of sums come out."""
    mine, theirs = list(world.space.sheets.values())[:2]
    choices = chosen(world, Random(seed))
    quick = profile(world.space.text, mine, theirs, choices)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knapsack_dp, "LARGEST", 0)
        knapsack_dp.steps_of.cache_clear()
        other = profile(world.space.text, mine, theirs, choices)
    knapsack_dp.steps_of.cache_clear()
    assert quick.mine.tolist() == other.mine.tolist()
    assert quick.theirs.tolist() == other.theirs.tolist()
    for place in range(len(quick)):
        text = other[place].text
        assert (points(mine, text), points(theirs, text)) == (quick.mine[place], quick.theirs[place])
        assert all(text[issue] in options for issue, options in choices.items())
