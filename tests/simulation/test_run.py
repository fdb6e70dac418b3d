"""Many talks between policies: the same seeds give the same, and what is counted is what happened."""

from __future__ import annotations

import json
from functools import cache
from random import Random
from statistics import mean, stdev

import pytest

from game.delegations import LEVELS, Decision, computer
from game.reports.simulation_json import tally_values
from game.simulation import POLICIES, LostPolicy, Run, Tally, run
from game.simulation.run import told
from game.talks import Accept, View, events, open_talks, verdict
from game.talks.causes import GivenUpUnheard
from game.text import DelegationId
from tests.library import MAIN, played, scenario

RUS, NATO = DelegationId("RUS"), DelegationId("NATO")
TRADERS = {RUS: computer, NATO: computer}


@cache
def traded(seed: int) -> Run:
    """Talks of the main scenario between traders."""
    return run(scenario(MAIN), TRADERS, seed)


def test_the_same_seed_gives_the_same_run() -> None:
    """A run depends on the scenario, the policies and the seed, and on nothing else."""
    assert run(scenario(MAIN), TRADERS, 1) == traded(1)
    assert traded(1) != traded(2)


def test_a_run_says_what_the_record_says() -> None:
    """Ending, points, hours, moves, hold-ups and demands are those of the talks."""
    for seed in range(3):
        talks = played(open_talks(scenario(MAIN), seed))
        ended, found = verdict(talks), told(talks, seed)
        assert ended is not None
        assert found == traded(seed)
        assert (found.ending, found.outcome, found.hours) == (ended.kind, ended.outcome, talks.hours)
        assert found.points == {who: score.total for who, score in ended.scores.items()}
        assert found.moves.total() == len(talks.moves)
        assert found.silence_broken == any(isinstance(event, events.Broke) for event in talks.events)
        assert len(found.held) == sum(isinstance(event, events.Responded) and event.over for event in talks.events)
        tabled = [e for e in talks.events if isinstance(e, events.Proposed) and e.by == RUS and not e.off_record]
        assert set(found.demands[RUS]) <= {s.option for e in tabled for s in e.shifts}
        charged = [each for each in talks.events if isinstance(each, events.Charged) and each.by == RUS]
        paid = [each.cause.options for each in charged if isinstance(each.cause, GivenUpUnheard)]
        assert found.unheard == {RUS: tuple(option for options in paid for option in options), NATO: ()}


def test_talks_that_go_on_are_not_told() -> None:
    """What came of talks is known when they are over."""
    with pytest.raises(ValueError, match="go on"):
        told(open_talks(scenario(MAIN), 1), 1)


@pytest.mark.slow
@pytest.mark.parametrize("who", [RUS, NATO])
@pytest.mark.parametrize("level", sorted(LEVELS))
def test_never_to_everything_earns_no_more(level: str, who: DelegationId) -> None:
    """Whoever answers with never every package that it does not take, over the word that costs it most, earns no more
    than the computer does in the same seat against the same opponent."""
    other = POLICIES[level]
    ways = [{RUS: other, NATO: other, who: POLICIES[name]} for name in ("never-all", "ambassador")]
    earned = [[run(scenario(MAIN), way, seed).points[who] for seed in range(1, 17)] for way in ways]
    more = [said - traded for said, traded in zip(*earned, strict=True)]
    assert mean(more) <= 2 * stdev(more) / len(more) ** 0.5


@pytest.mark.parametrize("name", sorted(POLICIES))
@pytest.mark.parametrize("who", [RUS, NATO])
def test_every_policy_plays_to_an_end_in_every_seat(name: str, who: DelegationId) -> None:
    """Each player with one idea makes only moves that the rules allow, and the talks end."""
    found = run(scenario("istanbul-communique-1994"), {**TRADERS, who: POLICIES[name]}, 3)
    assert found.ending in {"signed", "refused", "left", "deadline"}


@pytest.mark.parametrize("name", ["stonewaller", "pushover", "splitter", "salami", "random", "liar"])
def test_a_policy_plays_at_a_table_of_three(name: str) -> None:
    """With three delegations as well, in any seat."""
    opened = scenario("warsaw-at-the-table")
    for who in opened.ids:
        policies = {**dict.fromkeys(opened.ids, computer), who: POLICIES[name]}
        assert run(opened, policies, 2).hours > 0


def test_a_policy_that_makes_no_move_is_found_out() -> None:
    """A policy whose moves are all refused does not hang the program."""

    def lost(view: View, chance: Random) -> Decision:
        del chance
        return Decision(Accept(view.who, 99))

    with pytest.raises(LostPolicy, match="RUS"):
        run(scenario(MAIN), {RUS: lost, NATO: computer}, 1)


def test_a_tally_adds_up() -> None:
    """Shares, means and counts over a handful of runs are those of the runs, and all of it is plain JSON."""
    opened = scenario(MAIN)
    runs = tuple(map(traded, range(4)))
    tally = Tally(runs, {RUS: "trader", NATO: "trader"})
    found = json.loads(json.dumps(tally_values(tally, opened)))
    assert found["runs"] == 4
    assert found["agreed"] == len(tally.agreed) == sum(found["status"].values()) == found["endings"].get("signed", 0)
    assert found["mean_points"]["RUS"] == pytest.approx(sum(one.points[RUS] for one in runs) / 4, abs=0.01)
    assert found["mean_hours"] == pytest.approx(sum(one.hours for one in runs) / 4, abs=0.01)
    assert sum(found["moves"].values()) == sum(one.moves.total() for one in runs)
    assert found["outcomes"] <= found["agreed"]
    assert set(found["decided"]) == {audience.id for audience in opened.audiences}
    assert found["policies"] == {"RUS": "trader", "NATO": "trader"}
    assert tally_values(Tally(()), opened)["mean_hours"] == 0


def test_the_idea_of_each_player_shows() -> None:
    """The stonewaller never moves, the press player talks to the press, the one that holds up holds up."""
    opened = scenario(MAIN)
    wall = run(opened, {**TRADERS, RUS: POLICIES["stonewaller"]}, 6)
    assert not wall.agreed
    assert run(opened, {**TRADERS, NATO: POLICIES["press"]}, 6).moves["announce"] > 4
    assert sum(who == RUS for who, _, _ in run(opened, {**TRADERS, RUS: POLICIES["hold-up"]}, 6).held) >= 2
    pushed = (run(opened, {**TRADERS, RUS: POLICIES["pushover"]}, seed) for seed in range(30))
    assert any(one.agreed and one.words[RUS] < traded(one.seed).words[RUS] - 5 for one in pushed)
