"""The computer's delegations, in many games. Bounds are loose: the constants may be tuned, the rules may not."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from game.delegations import Policy, computer
from game.simulation.liveliness import given_up_unheard
from game.talks import Accept, Amend, Consult, Leave, Propose, Sign, Talks, Verdict, verdict, view
from game.text import DelegationId, IssueId
from tests import corpus
from tests.invariants import check_instructions
from tests.library import EDITIONS, EVERY, MAIN, computers, game, mixed_game, opened, played, scenario, step, stonewall

RUS, NATO, STATUS = DelegationId("RUS"), DelegationId("NATO"), IssueId("status")


@cache
def over(name: str, seed: int) -> Talks:
    """Computer against computer, when it is over."""
    return played(opened(name, seed))


def end_of(talks: Talks) -> Verdict:
    """How talks that are over ended."""
    ended = verdict(talks)
    assert ended is not None
    return ended


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_it_plays_by_the_rules_and_honours_its_instructions(name: str) -> None:
    """Computer against computer: no move is refused, no red line is crossed, nobody signs below the walk-away, and the
    talks end."""
    for seed in range(4):
        talks = over(name, seed)
        check_instructions(talks, talks.scenario.ids)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", EVERY)
def test_it_plays_by_the_rules_in_many_games(name: str) -> None:
    """The same in 30 games. Those against other hands are looked at in `tests/test_every_scenario.py`."""
    for seed in range(30):
        talks = over(name, seed)
        check_instructions(talks, talks.scenario.ids)


@pytest.mark.parametrize("name", EVERY)
def test_it_honours_its_instructions_against_other_hands(name: str) -> None:
    """In a game in which chance or a pushover has another seat it keeps to its instructions as well."""
    *_, talks = mixed_game(name, 5)
    check_instructions(talks, computers(talks, 5))


@pytest.mark.parametrize("name", [*EVERY, *EDITIONS])
def test_its_move_is_one_that_the_view_lists(name: str) -> None:
    """Every move of its own but a package, a remark and a longer cable is one that its view lists, and it says
    something with most; a package is within what the view says it may offer."""
    talks = opened(name, 4)
    while verdict(talks) is None:
        seen = view(talks, talks.floor)
        talks, decision = step(talks)
        move = decision.move
        assert decision.because
        if isinstance(move, Propose):
            own = seen.legal.own or {}
            assert all(s.option in own[s.issue] for s in move.shifts if s.delegation == seen.who)
            assert len(move.issues) <= seen.legal.largest
        elif isinstance(move, Accept | Amend | Sign | Leave):
            assert type(move) in {type(listed) for listed in seen.legal.moves}
        elif isinstance(move, Consult):
            assert len(move.issues) <= seen.legal.longest_cable


@pytest.mark.parametrize("name", EVERY)
def test_same_seed_same_moves(name: str) -> None:
    """The same seed gives the same game, word for word."""
    assert played(opened(name, 5)).moves == over(name, 5).moves


def test_another_seed_is_another_game() -> None:
    """Another seed gives other moves, and not all texts are the same."""
    games = [over(MAIN, seed) for seed in range(8)]
    assert len({talks.moves for talks in games}) == 8
    assert len({tuple(sorted((end_of(talks).outcome or {}).items())) for talks in games}) >= 3


def test_the_same_view_gives_the_same_move() -> None:
    """The computer keeps nothing between its turns: the same view and the same chance give the same move."""
    for talks in game(opened(MAIN, 2)):
        if verdict(talks) is None and talks.version % 5 == 0:
            seen = view(talks, talks.floor)
            assert computer(seen, Random(9)) == computer(view(talks, talks.floor), Random(9))


def test_most_talks_of_the_main_scenario_settle() -> None:
    """Most of eight games of the main scenario end with a signed text."""
    assert sum(end_of(over(MAIN, seed)).agreed for seed in range(8)) >= 4


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_sixty_of_a_hundred_settle() -> None:
    """At least sixty of a hundred games of the main scenario end with a signed text; in none of them is Russia given a
    direct voice."""
    found = corpus.played(corpus.TUNED, 100)
    assert len(found.agreed) >= 60
    assert all(run.outcome[STATUS] != "voice" for run in found.agreed if run.outcome is not None)


def demands(talks: Talks) -> list[str]:
    """The status wordings that Moscow tabled, in the order in which it first did."""
    told: dict[str, None] = {}
    for move in talks.moves:
        if isinstance(move, Propose) and move.by == RUS:
            told |= dict.fromkeys(shift.option for shift in move.shifts if shift.issue == STATUS)
    return list(told)


def test_moscow_asks_in_the_order_of_history() -> None:
    """Moscow tables a direct voice first and a consultative role second, but for what it gives up unheard; and in some
    games it does, and in some it does not."""
    given_up = [given_up_unheard(over(MAIN, seed), RUS) for seed in range(8)]
    assert 0 < sum(map(bool, given_up)) < 8
    for seed, gone in enumerate(given_up):
        due = [demand for demand in ("voice", "role") if demand not in gone]
        assert demands(over(MAIN, seed))[: len(due)] == due


@pytest.mark.parametrize("name", EVERY)
def test_a_wall_gets_nothing_below_the_walk_away(name: str) -> None:
    """Against those who never move and never answer it does not give itself away: at every moment it can still reach
    its reservation value with what it has given and with what it has on offer."""
    told = scenario(name)
    for who in told.ids:
        walls: dict[DelegationId, Policy] = {other: stonewall for other in told.ids if other != who}
        for talks in game(opened(name, 1), walls):
            sheet, seen = talks.scenario.instructions[who], view(talks, who)
            if talks.floor != who and verdict(talks) is None:
                assert seen.reach()[1] >= sheet.reservation_value
                for package in seen.packages:
                    assert seen.reach(seen.after(package.shifts))[1] >= sheet.reservation_value
            last = talks
        assert end_of(last).outcome is None
        assert any(isinstance(move, Propose) and move.by == who for move in last.moves)
