"""Any move in any state is played or refused in a sentence: no exception, and a refusal changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from random import Random
from typing import cast

import pytest

from game.delegations import computer
from game.table import open_table
from game.talks import Move, Refused, Revoke, Talks, Why, play, read_move, version, watchers, write_move
from game.words.refusals import refusal
from tests.anything import WRONG, any_move, wrong_move
from tests.invariants import check_news, check_state, check_waiting
from tests.library import EVERY, late, late_game, mixed_game, opened, source
from tests.night import tries

SENTENCE = re.compile(r"[A-Z“].*[^.]\.", re.DOTALL)
FEW, MANY = 1_800, tries(50_000, 150_000)
"""Moves in each scenario: some ten thousand in all; a third of a million in all, and a million at night."""


def state(talks: Talks) -> str:
    """Everything in the talks but the scenario, as it is written out."""
    return repr([getattr(talks, field.name) for field in fields(talks) if field.name not in ("scenario", "before")])


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
        seen = {who: version(talks, who) for who in watchers(talks)}
        assert all(seen[who] <= version(after, who) <= seen[who] + 1 for who in seen), move
        assert after.moves == (*talks.moves, move)
        assert read_move(write_move(move)) == move
        if chance.random() < 0.05:
            if not isinstance(move, Revoke):
                check_news(talks, after)
            check_state(after)
            check_waiting(after)
        talks, was = after, ""
    return tally


@pytest.mark.parametrize("name", EVERY)
def test_any_move_is_played_or_refused_in_a_sentence(name: str) -> None:
    """Some thousand moves of all kinds, with ids that are not there, seats that have not the floor, numbers beyond all
    bounds, nothing where something should be."""
    tally = wander(name, FEW, Random(name))
    played = sum(number for kind, number in tally.items() if not kind.endswith("refused"))
    assert 0.05 < played / FEW < 0.95


def stumble(name: str, moves: int, chance: Random) -> Counter[str]:
    """Make moves of wrong types: how many were refused at the door, refused by the rules, and played."""
    tally: Counter[str] = Counter()
    places = beginnings(name, many=False)
    for _ in range(moves):
        talks = chance.choice(places)
        move = wrong_move(talks, chance)
        after = play(talks, cast("Move", move))
        if isinstance(after, Refused):
            assert SENTENCE.fullmatch(refusal(talks.scenario, after)), move
            tally["door" if after.kind in (Why.ILL_FORMED, Why.NO_SUCH_MOVE) else "rules"] += 1
            continue
        tally["played"] += 1
        line = write_move(cast("Move", move))
        again = read_move(line)
        assert again == move
        assert write_move(again) == line
        assert repr(again) == repr(move), "False is not [], and 1 is not True"
    return tally


@pytest.mark.parametrize("name", EVERY)
def test_what_is_no_move_is_refused_in_a_sentence(name: str) -> None:
    """Parts of wrong types, such as a program or a wire may hand in: never an exception, and what is played can be
    read back from its line."""
    tally = stumble(name, FEW // 2, Random(name))
    assert tally["door"] > FEW // 4


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", EVERY)
def test_much_that_is_no_move_is_refused_in_a_sentence(name: str) -> None:
    """The same, more than a hundred thousand times in all."""
    assert stumble(name, tries(17_000, 100_000), Random(f"much {name}"))["door"] > 0


def test_what_is_no_move_is_refused_at_the_table() -> None:
    """The table asks whose name a move is in: of what is no move, too."""
    table = open_table(source("two-words"), "two-words", {}, computer)
    for move in WRONG:
        refused = table.submit(table.floor, cast("Move", move), table.version)
        assert refused is not None
        assert refused.kind in (Why.NO_SUCH_MOVE, Why.ANOTHERS_NAME)
    assert table.version == 0


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
    kinds |= {"Pass", "Extend", "Wire", "Revoke", "Close", "Transcribe"}
    kinds |= {"Admit", "Excuse", "KeepSilence", "BreakSilence", "Reply"} if "Circulate" in kinds else set()
    kinds |= {"Headline"} if any(audience.power == "press" for audience in told.audiences) else set()
    assert kinds <= tally.keys()
    assert {f"{kind} refused" for kind in kinds} <= tally.keys()
