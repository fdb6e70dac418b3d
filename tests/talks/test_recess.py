"""A recess passes over nothing, whoever talks and in whatever scenario."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.delegations import Decision
from game.scenario import Scenario, lowest_band
from game.talks import Refused, Say, Talks, open_talks, play, replay, view
from game.talks.events import Cabled, Happened, Recessed
from tests.library import DRILLS, LARGE_SLOWLY, random_policy, scenario


def talkative(told: Scenario, seed: int) -> Iterator[Talks]:
    """The talks before each move of a game in which much is only talked, and after the last."""
    talks, chance = open_talks(told, seed), Random(seed)
    other = random_policy()
    yield talks
    while not talks.over:
        seen = view(talks, talks.floor)
        says = seen.legal.may(Say) and chance.random() < 0.6
        choice = Decision(Say(talks.floor, remark="Well.")) if says else other(seen, chance)
        after = play(talks, choice.move)
        if not isinstance(after, Refused):
            talks = after
            yield talks


def check_recess(before: Talks, after: Talks) -> bool:
    """A recess that came with one move: it passes over no answer, no dated event, no sitting and not into the last
    hours; and whoever spoke was told. Whether there was one."""
    told, fresh = after.scenario, after.events[len(before.events) :]
    expected = view(before, before.floor).recess
    rests = [event for event in fresh if isinstance(event, Recessed)]
    if not rests:
        spoke = isinstance(after.moves[-1], Say)
        assert not (expected and spoke) or len(fresh) > 1, "only what came with the hours can have kept them"
        return False
    (rest,) = rests
    assert isinstance(after.moves[-1], Say)
    assert 0 < rest.until - rest.at <= expected <= told.clock.recess
    assert after.hours == rest.until <= after.deadline - told.clock.recess
    assert rest.at == before.hours + told.clock.say
    due = [event.due for event in before.events if isinstance(event, Cabled)]
    came = [event.at for event in fresh if isinstance(event, Happened)]
    ends = accumulate(session.hours for session in told.calendar.sessions)
    assert not [hour for hour in (*due, *came, *ends) if rest.at < hour < rest.until]
    state = before.agreed, told.binding, lowest_band(before.goodwill)
    passed = [each for hour, each in told.dated if rest.at < hour < rest.until and each.id not in before.happened]
    assert not any(each.condition.met(*state) for each in passed)
    return True


def rests_of(name: str, seed: int, hours: float) -> int:
    """How often talks rest in a scenario with so long a recess, each time as it should; the record has the same."""
    told = replace(scenario(name), clock=replace(scenario(name).clock, recess=hours))
    games = list(talkative(told, seed))
    again, stopped = replay(open_talks(told, seed), games[-1].moves)
    assert (again.events, stopped) == (games[-1].events, None)
    return sum(check_recess(before, after) for before, after in pairwise(games))


@pytest.mark.parametrize("name", LARGE_SLOWLY)
def test_a_recess_passes_over_nothing(name: str) -> None:
    """In talks in which much is only talked, in every scenario, with recesses of its own length and of others."""
    own = scenario(name).clock.recess
    assert sum(rests_of(name, seed, hours) for seed, hours in enumerate((own, 1.0, 4.0)))


@settings(max_examples=30)
@given(st.sampled_from(DRILLS), st.integers(0, 999), st.integers(1, 48))
def test_whatever_its_length(name: str, seed: int, quarters: int) -> None:
    """The same in small scenarios, with recesses of any length."""
    rests_of(name, seed, quarters / 4)
