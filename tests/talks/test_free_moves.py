"""What a scenario may make free of hours is soon used up: nobody can talk for ever at one hour."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest

from game.scenario import Scenario, load
from game.scenario.reader import read
from game.talks import Leave, Refused, Talks, play
from game.talks.rules import RULES, price
from tests.anything import any_move
from tests.library import EVERY, late, opened, source
from tests.scenario.spoiling import told

TURNS = ("package", "short_package", "amend", "say", "circulate")
HOURS = (
    *TURNS,
    *("accept", "decline", "withdraw", "cable", "answer", "sign", "leave", "announce", "sound", "hold", "respond"),
    "last_swap",
)


def with_clock(name: str, **hours: float) -> str:
    """A scenario with another clock, as JSON, which is YAML too."""
    data = read(source(name), name).data
    assert isinstance(data, dict)
    return json.dumps(data | {"clock": hours})


@pytest.mark.parametrize("key", HOURS)
def test_a_turn_that_can_be_made_again_and_again_costs_time(key: str) -> None:
    """Whatever brings the floor back to where it was without using anything up cannot be free; all else can."""
    answers = told(with_clock("two-words", **{key: 0}))
    free = [answer for answer in answers if "talks could go on without end" in answer]
    assert len(free) == len(answers) == (key in TURNS)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("seed", [1, 2])
def test_free_moves_come_to_an_end(name: str, seed: int) -> None:
    """With everything free that can be, talks stand still at no hour: after some free moves no more can be made."""
    free = dict.fromkeys(set(HOURS) - {*TURNS}, 0.0) | dict.fromkeys(TURNS, 0.25)
    scenario: Scenario = load(with_clock(name, **free), name)
    talks, chance = late(name, seed) if seed % 2 else opened(name, seed), Random(seed)
    talks = replace(talks, scenario=replace(talks.scenario, clock=scenario.clock))
    for _ in range(12):
        talks, made = all_that_is_free(talks)
        assert made < 60 * len(scenario.ids)
        talks = some_more(talks, chance, 15)


def all_that_is_free(talks: Talks) -> tuple[Talks, int]:
    """Make every move that is offered and takes no time, until there is none, as long as talks are not over."""
    made, going = 0, True
    while going and not talks.over and made < 1_000:
        going = False
        for move in [move for rule in RULES for move in rule.offers(talks, talks.floor)]:
            after = Refused if isinstance(move, Leave) or price(talks, move) else play(talks, move)
            if isinstance(after, Talks):
                talks, made, going = after, made + 1, True
                break
    return talks, made


def some_more(talks: Talks, chance: Random, tries: int) -> Talks:
    """Some moves of any kind."""
    for _ in range(tries):
        move = any_move(talks, chance)
        after = talks if isinstance(move, Leave) else play(talks, move)
        talks = talks if isinstance(after, Refused) else after
    return talks
