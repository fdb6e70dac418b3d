"""The computer's turns, opened when the talks are over, and never before."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.debrief import Estimate, Openly, SealedError
from game.delegations import LEVELS, computer
from game.table import open_table
from game.talks import CHAIR, Accept, Decline, Leave, Record, ReplayError, Say, Sits, replay
from game.text import DelegationId, IssueId
from game.words.opened import OpenedTalks
from tests.debrief.courses import record
from tests.library import MAIN, opened, played, source

RUS, NATO = DelegationId("RUS"), DelegationId("NATO")


@cache
def found(name: str = MAIN, seed: int = 1) -> Openly:
    """The same, opened."""
    return Openly.of(record(name, seed), source(name))


def test_every_turn_of_the_computer_is_there_and_made_again() -> None:
    """Each of its moves is opened, none of a person's, and asked again it would do what it did."""
    seen = found()
    assert [turn.number for turn in seen.turns] == [n for n, move in enumerate(record().moves, 1) if move.by == NATO]
    assert seen.strays == ()
    for turn in seen.turns:
        assert turn.events
        assert all(event.by == NATO for event in turn.events)


def test_the_other_half_has_its_numbers() -> None:
    """The aim lies between the walk-away and what the target is worth or more, the reason is there, and the estimate
    stands beside the real sheet."""
    for turn in found().turns:
        opened_turn = found().open(turn)
        mind = opened_turn.thought
        assert mind.walk_away < mind.floor <= mind.aim
        assert opened_turn.decision.because
        (estimate,) = opened_turn.estimates.values()
        assert sum(estimate.taken.values()) == pytest.approx(1)
        assert sum(estimate.true.values()) == pytest.approx(1)
        assert 0 < estimate.overlap <= 1
        assert 0 <= estimate.hits <= 3


def test_the_estimate_is_set_beside_the_truth() -> None:
    """Which issues it put first, how many of them are, and how much of the weight lies where it belongs."""
    a, b, c, d = (IssueId(name) for name in "abcd")
    guess = Estimate({a: 0.4, b: 0.3, c: 0.2, d: 0.1}, {a: 0.1, b: 0.5, c: 0.2, d: 0.2})
    assert guess.first(guess.taken) == (a, b)
    assert guess.first(guess.true) == (b, c)
    assert guess.hits == 1
    assert guess.overlap == pytest.approx(0.7)


def test_what_it_nearly_did_is_opened() -> None:
    """Of at least some refusals and some acceptances it is known what it nearly did instead."""
    turns = [turn for turn in found().turns if found().open(turn).decision.alternative is not None]
    assert {Accept, Decline} <= {type(turn.move) for turn in turns}


def test_nothing_is_opened_while_the_talks_go_on() -> None:
    """A record that is not over is refused in a sentence, whatever seats it has."""
    going = replace(record(), moves=record().moves[:-1])
    with pytest.raises(SealedError):
        Openly.of(going, source(MAIN))
    with pytest.raises(SealedError, match="not over"):
        OpenedTalks.of(going, source(MAIN))


def test_a_record_of_another_version_is_said_to_be_one() -> None:
    """Where it would have moved otherwise, that is said, no reason is made up, and the rest is opened all the same."""
    kept = record()
    talked = tuple(Say(who, remark="We have time.") for _ in range(400) for who in (RUS, NATO))
    with pytest.raises(ReplayError):
        Openly.of(replace(kept, moves=talked), source(MAIN))
    opening = opened(MAIN, 1)
    over = next(n for n in range(1, len(talked)) if replay(opening, talked[:n])[0].over)
    seen = Openly.of(replace(kept, moves=talked[:over]), source(MAIN))
    assert len(seen.strays) > over / 4
    stray = next(turn for turn in seen.turns if turn.number in seen.strays)
    assert not seen.open(stray).same
    kinds = [line.kind for line in OpenedTalks.of(replace(kept, moves=talked[:over]), source(MAIN)).lines(stray, RUS)]
    assert kinds == ["version", "aim", "estimate", "target"]


def test_a_seat_is_asked_at_the_level_that_it_played() -> None:
    """What the record says of a seat is its level; a plain computer played at the ordinary one."""
    as_minister = Openly.of(replace(record(), seats={RUS: "person", NATO: "minister"}), source(MAIN))
    assert as_minister.level(NATO) is LEVELS["minister"]
    assert found().level(NATO) is LEVELS["ambassador"]


def test_three_computers_have_two_estimates_each() -> None:
    """At a table of three each is opened with what it took both others to want."""
    talks = played(opened("warsaw-at-the-table", 1))
    seats: dict[DelegationId, Sits] = dict.fromkeys(talks.scenario.ids, "computer")
    seen = Openly.of(Record("warsaw-at-the-table", "", 1, seats, talks.moves), source("warsaw-at-the-table"))
    assert {turn.who for turn in seen.turns} == set(talks.scenario.ids)
    for turn in seen.turns[:6]:
        assert set(seen.open(turn).estimates) == set(talks.scenario.ids) - {turn.who}


def test_neither_the_chair_nor_an_audience_is_opened() -> None:
    """Whoever is let in and speaks from outside has no sheet of a delegation's that could be laid open."""
    seats: dict[DelegationId, Sits] = {DelegationId("ARIA"): "person", DelegationId("GUILD"): "attache"}
    table = open_table(source("harbour"), "harbour", seats, computer, seed=3)
    for _ in range(4):
        who = table.floor
        assert table.submit(who, Say(who, remark="Well."), table.version_for(who)) is None
    assert table.submit(table.floor, Leave(table.floor), table.version_for(table.floor)) is None
    opened_ = Openly.of(table.record(), source("harbour"))
    assert [move.by for move in table.record().moves][:1] == [CHAIR]
    assert {turn.who for turn in opened_.turns} <= set(table.scenario.ids)
    assert opened_.turns
