"""Every talks end, whatever their scenario says: the rules bound the moves, also where no hour ever passes."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields, replace
from functools import cache
from random import Random
from typing import Any

import pytest

from game.scenario import Calendar, Clock, Scenario, ScenarioError, load
from game.scenario.reader import read
from game.talks import Leave, Move, Refused, Say, Talks, open_talks, play, verdict
from game.talks.rules import candidates
from tests.anything import any_move
from tests.library import DRILLS, random_positions, source
from tests.night import tries
from tests.scenario.test_fuzz_world import KINDS, at, paths, spoilt_data

FEW, MANY = 150, tries(2_000, 100_000)
QUARTERS = (0.0, 0.0, 0.25, 0.5, 2.0)
"""Hours that a move may take here: `check` refuses a clock in which the wrong ones are nothing, the rules do not."""
HOURS = tuple(each.name for each in fields(Clock) if isinstance(each.default, float))


@cache
def data_of(name: str) -> Any:
    """What stands in a scenario file."""
    return read(source(name), name).data


@cache
def spoilt(name: str, number: int) -> Scenario:
    """A scenario in which a value or two are others, as far as that is one."""
    chance, places = Random(f"{name} {number}"), [path for path in paths(data_of(name)) if path]
    for _ in range(4):
        others = (*KINDS, at(data_of(name), chance.choice(places)))
        spoilings = [(chance.choice(places), "put", chance.choice(others)) for _ in range(chance.choice((1, 2)))]
        try:
            return load(json.dumps(spoilt_data(spoilings, data_of(name))), name)
        except ScenarioError:
            continue
    return load(source(name), name)


def mutated(chance: Random, scenarios: int) -> Talks:
    """Talks of a spoilt scenario, with a clock of their own and a few hours, that open anywhere."""
    told = spoilt(chance.choice(DRILLS), chance.randrange(scenarios))
    still = chance.random() < 0.05
    hours = {name: 0.0 if still else chance.choice(QUARTERS) for name in HOURS}
    sessions = tuple(replace(each, hours=chance.choice((0.25, 1.0, 2.0))) for each in told.calendar.sessions)
    clock = Clock(**hours, largest_package=chance.choice((1, 4)))  # type: ignore[arg-type]
    told = replace(told, clock=clock, calendar=Calendar(sessions))
    talks = open_talks(told, chance.randrange(1_000_000), as_written=chance.random() < 0.3)
    if chance.random() < 0.5:
        talks = replace(talks, positions=random_positions(told.text, told.ids, chance))
    return talks


def to_the_end(talks: Talks, chance: Random) -> Talks:
    """Any moves, one after the other, by hands of which most never leave and some just talk, within the bound of the
    rules."""
    leave, talk = chance.random() < 0.1, 0.97 if chance.random() < 0.1 else 0.0
    while not talks.over:
        assert talks.version < talks.most_moves + len(talks.scenario.ids)
        talks = one_more(talks, chance, leave=leave, talk=talk)
    return talks


def one_more(talks: Talks, chance: Random, *, leave: bool, talk: float) -> Talks:
    """The talks after any move that the rules allow; so often it is a few words, if it can be."""
    for _ in range(40):
        move: Move = Say(talks.floor, remark="—") if chance.random() < talk else any_move(talks, chance)
        if leave or not isinstance(move, Leave):
            after = play(talks, move)
            if not isinstance(after, Refused):
                return after
    allowed = (play(talks, move) for move in candidates(talks, talks.floor) if leave or not isinstance(move, Leave))
    return next(after for after in allowed if not isinstance(after, Refused))


def endings(number: int, scenarios: int, chance: Random) -> Counter[str]:
    """How so many talks of some spoilt scenarios ended."""
    found: Counter[str] = Counter()
    for _ in range(number):
        ended = verdict(to_the_end(mutated(chance, scenarios), chance))
        assert ended is not None
        found[ended.kind] += 1
    return found


def test_any_talks_end() -> None:
    """Talks of spoilt scenarios and clocks that stand still end, in every way that there is."""
    found = endings(FEW, 4, Random(1))
    assert found.total() == FEW
    assert found["broken-off"] > 0


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_any_talks_end_many_times() -> None:
    """Two thousand of them, and a hundred thousand at night."""
    found = endings(MANY, tries(20, 100), Random(2))
    assert found.total() == MANY
    assert set(found) >= {"signed", "left", "deadline", "broken-off"}
