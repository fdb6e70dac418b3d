"""The computer speaks for audiences as the rules would decide for them: talks end the same with it as without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

import pytest

from game.delegations import computer
from game.scenario import shipped, turn_chance
from game.talks import (
    CHAIR,
    LONGEST_HEADLINE,
    Admit,
    BreakSilence,
    Headline,
    KeepSilence,
    Move,
    Reply,
    Talks,
    Vote,
    called_on,
    view,
)
from game.talks.record import write_move
from game.text import DelegationId
from tests.library import EVERY, LARGE, must, opened, scenario

SEEDS = {"harbour": (12, 18), "istanbul-communique-1994": (1, 2)}
"""Seeds of games in which a good deal is asked of those outside."""
OUTSIDE = [
    pytest.param(name, marks=pytest.mark.slow) if name in LARGE else name for name in EVERY if scenario(name).audiences
]


def seeds(name: str) -> tuple[int, ...]:
    """The seeds of the games that are looked at."""
    return SEEDS.get(name, (0, 1))


@cache
def attended(name: str, seed: int) -> Talks:
    """Talks of computers, at which the computer speaks for every audience as well."""
    talks = opened(name, seed)
    for audience in talks.scenario.audiences:
        talks = must(talks, Admit(CHAIR, audience.id))
    return played_out(talks)


def played_out(talks: Talks) -> Talks:
    """The talks when they are over. The chance of a delegation's turn hangs on how many such turns there were, and not
    on what is done outside."""
    turns = 0
    while not talks.over:
        who = called_on(talks)[0]
        mine = who in talks.scenario.ids
        chance = turn_chance(talks.seed, who, turns if mine else 10_000 + talks.version)
        talks = must(talks, computer(view(talks, who), chance).move)
        turns += mine
    return talks


def of_delegations(talks: Talks) -> list[str]:
    """What the delegations did, without what they said."""
    return [write_move(each).partition('  "')[0] for each in talks.moves if each.by in talks.scenario.ids]


@pytest.mark.parametrize("name", OUTSIDE)
def test_talks_end_as_with_nobody_there(name: str) -> None:
    """Every move of the delegations, the text and all points are the same."""
    for seed in seeds(name):
        alone, beside = played_out(opened(name, seed)), attended(name, seed)
        assert of_delegations(alone) == of_delegations(beside)
        assert (alone.positions, alone.hours, alone.charges) == (beside.positions, beside.hours, beside.charges)
        ends = view(alone, alone.scenario.ids[0]).verdict, view(beside, alone.scenario.ids[0]).verdict
        assert ends[0] is not None
        assert ends[1] is not None
        assert (ends[0].kind, ends[0].outcome, ends[0].scores) == (ends[1].kind, ends[1].outcome, ends[1].scores)


def made(name: str, many: Iterable[int]) -> list[Move]:
    """All that was done from outside in these games."""
    talks = [attended(name, seed) for seed in many]
    return [move for each in talks for move in each.moves if move.by not in (*each.scenario.ids, CHAIR)]


def test_it_does_all_that_an_audience_can() -> None:
    """In a few games somebody consents, breaks silence, answers, votes and prints; all but a consent has a remark, no
    headline is too long, and no seat says the same twice in a game."""
    moves = made("harbour", range(24))
    assert {type(move) for move in moves} == {KeepSilence, BreakSilence, Reply, Vote, Headline}
    assert all(bool(move.remark) == (not isinstance(move, KeepSilence)) for move in moves)
    assert all(len(move.remark) <= LONGEST_HEADLINE for move in moves if isinstance(move, Headline))
    for seed in seeds("harbour"):
        told = attended("harbour", seed)
        said = Counter((move.by, move.remark) for move in told.moves if move.by not in told.scenario.ids)
        assert max(times for (_, remark), times in said.items() if remark) == 1


def test_a_newspaper_prints_when_its_mood_has_changed() -> None:
    """Once in a stretch of the talks, right after its mood changed; with what it thinks then."""
    games = [attended("istanbul-communique-1994", seed) for seed in seeds("istanbul-communique-1994")]
    assert any(isinstance(move, Headline) for talks in games for move in talks.moves)
    for talks in games:
        for number, move in enumerate(talks.moves):
            if isinstance(move, Headline):
                assert DelegationId(move.by) in called_on(talks.at(number))


@pytest.mark.parametrize("name", shipped())
def test_authors_have_lines_for_every_audience(name: str) -> None:
    """Each audience of a shipped scenario has a line of its own for whatever it does, but for a consent."""
    told = scenario(name)
    occasions = {"consent": {"break-silence", "agree", "doubt", "object"}, "ratify": {"ratify", "send-back"}}
    for audience in told.audiences:
        own = [line.moves for line in told.remarks if line.of == DelegationId(audience.id)]
        assert set().union(*own) == occasions.get(audience.power, {"praise", "blame"})


def test_an_authors_line_is_said_first() -> None:
    """A line of the scenario's comes before those of the house."""
    told = scenario("istanbul-communique-1994")
    own = [line.say for line in told.remarks if line.of == DelegationId("EAST")]
    said = [
        move.remark
        for move in made("istanbul-communique-1994", seeds("istanbul-communique-1994"))
        if move.by == DelegationId("EAST")
    ]
    assert said
    assert all(any(line.partition("{")[0] in words for line in own) for words in said)
