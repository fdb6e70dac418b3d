"""Any move in any state is played or refused in a sentence: no exception, and a refusal changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from random import Random

import pytest

from game.talks import Refused, Talks, play, read_move, write_move
from game.words.refusals import refusal
from tests.anything import any_move
from tests.invariants import check_news, check_state
from tests.library import EVERY, late, late_game, mixed_game, opened
from tests.night import tries

SENTENCE = re.compile(r"[A-Z“].*[^.]\.", re.DOTALL)
FEW, MANY = 1_800, tries(50_000, 150_000)
"""Moves in each scenario: some ten thousand in all; a third of a million in all, and a million at night."""


def state(talks: Talks) -> str:
    """Everything in the talks but the scenario, as it is written out."""
    return repr([getattr(talks, field.name) for field in fields(talks) if field.name != "scenario"])


def beginnings(name: str, *, many: bool) -> list[Talks]:
    """Talks from their opening to their end, among them some that are held up, frozen, sent back and over."""
    found = [opened(name), opened(name, 1), *(late(name, seed) for seed in range(6))]
    for seed in range(12 if many else 2):
        found += late_game(name, seed)
    for seed in range(4 if many else 0):
        found += mixed_game(name, seed)
    return found


def wander(name: str, moves: int, chance: Random, *, many: bool = False) -> Counter[str]:
    """Make any moves at all, from one beginning and then from another; how often each kind was played and refused."""
    tally: Counter[str] = Counter()
    places = beginnings(name, many=many)
    talks, was = chance.choice(places), ""
    for _ in range(moves):
        if chance.random() < (0.3 if talks.over else 0.02):
            talks, was = chance.choice(places), ""
        if chance.random() < 0.02:
            was = state(talks)
        move = any_move(talks, chance)
        after = play(talks, move)
        if was:
            assert state(talks) == was, move
        kind = type(move).__name__
        if isinstance(after, Refused):
            said = refusal(talks.scenario, after)
            assert SENTENCE.fullmatch(said), said
            tally[f"{kind} refused"] += 1
            continue
        tally[kind] += 1
        assert after.moves == (*talks.moves, move)
        assert read_move(write_move(move)) == move
        if chance.random() < 0.05:
            check_news(talks, after)
            check_state(after)
        talks, was = after, ""
    return tally


@pytest.mark.parametrize("name", EVERY)
def test_any_move_is_played_or_refused_in_a_sentence(name: str) -> None:
    """Some thousand moves of all kinds, with ids that are not there, seats that have not the floor, numbers beyond all
    bounds, nothing where something should be."""
    tally = wander(name, FEW, Random(name))
    played = sum(number for kind, number in tally.items() if not kind.endswith("refused"))
    assert 0.05 < played / FEW < 0.95


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", EVERY)
def test_very_many_moves(name: str) -> None:
    """The same with hundreds of thousands of moves; every kind of move has been played and refused."""
    tally = wander(name, MANY, Random(f"many {name}"), many=True)
    told = opened(name).scenario
    kinds = {"Propose", "Accept", "Decline", "Withdraw", "Amend", "Say", "Sign", "Leave", "Announce"}
    kinds |= {"Hold", "Respond"} if told.side_texts else set()
    kinds |= {"Circulate", "Sound"} if any(audience.power == "consent" for audience in told.audiences) else set()
    kinds |= {"Interpret"} if told.readings else set()
    assert kinds <= tally.keys()
    assert {f"{kind} refused" for kind in kinds} <= tally.keys()
