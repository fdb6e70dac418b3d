"""Talks that play by themselves, and records told again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from game.delegations import computer
from game.scenario import load, source_of
from game.table import open_table
from game.talks import Move, Record, Say
from game.terminal import replay, watch
from game.text import DelegationId
from tests.terminal.desk import LAKE, RIVERS, Desk


def watched(scenario: str, seed: int, *, as_json: bool = False) -> str:
    """What watching prints."""
    desk = Desk()
    assert watch(desk.console, computer, source_of(scenario), scenario, seed=seed, as_json=as_json) == 0
    return desk.printed


def record_of(scenario: str, seed: int) -> Record:
    """The record of computers playing a scenario."""
    source = source_of(scenario)
    ids = load(source, scenario).ids
    table = open_table(source, scenario, dict.fromkeys(ids, "computer"), computer, seed=seed)
    while task := table.due():
        assert table.submit(task.decide().move, task.view.version) is None
    return table.record()


@pytest.mark.parametrize("scenario", [LAKE, RIVERS])
@pytest.mark.parametrize("as_json", [False, True])
def test_the_same_seed_prints_the_same(scenario: str, as_json: bool) -> None:
    """Nothing that is printed depends on the time or the machine."""
    assert watched(scenario, 3, as_json=as_json) == watched(scenario, 3, as_json=as_json)


def test_every_delegation_is_read_at_the_end() -> None:
    """After the end each side's points are told with their parts, and what history was worth."""
    shown = " ".join(watched(RIVERS, 0).split())
    for name in ("Aria", "Boro", "Celo"):
        assert f"The points of {name}:" in shown
    assert "The walk-away was" in shown


def test_json_is_one_object_a_line_and_a_summary() -> None:
    """Each event is one object; the last object sums the talks up."""
    *events, summary = [json.loads(line) for line in watched(LAKE, 1, as_json=True).splitlines()]
    assert all(list(event) == ["type", "by", "hours", "sentence", "remark"] for event in events)
    assert events[0]["type"] == "opened"
    assert list(summary) == ["agreed", "outcome", "points", "hours", "moves", "reason"]
    assert summary["agreed"] == (summary["outcome"] is not None)
    assert set(summary["points"]) == {"ARIA", "BORO"}


def test_json_holds_only_what_is_on_the_record() -> None:
    """What a capital answers, and what a delegation pays, is nobody else's business."""
    kinds = {
        json.loads(line).get("type") for seed in range(4) for line in watched(LAKE, seed, as_json=True).splitlines()
    }
    assert not kinds & {"cabled", "answered", "charged", "hinted"}


def test_a_replay_tells_what_was_watched() -> None:
    """The record of watched talks, told again, has the same events and the same ending."""
    desk = Desk()
    assert replay(desk.console, computer, record_of(LAKE, 5), source_of(LAKE)) == 0
    told = desk.printed.partition("Hour 0.")[2]
    assert told == watched(LAKE, 5).partition("Hour 0.")[2] != ""


def test_a_record_that_stops_is_told_as_far_as_it_goes() -> None:
    """Unfinished talks end with the text as it stands."""
    record = record_of(LAKE, 5)
    desk = Desk()
    assert replay(desk.console, computer, replace(record, moves=record.moves[:2]), source_of(LAKE)) == 0
    assert "they are not over" in desk.flat
    assert "The text as it stands." in desk.flat


def test_a_refused_move_of_a_record_is_named() -> None:
    """A record that breaks the rules is answered with the number of the move and the sentence of the rules."""
    record = record_of(LAKE, 5)
    wrong: Move = Say(DelegationId("BORO"), "Me first.")
    desk = Desk()
    assert replay(desk.console, computer, replace(record, moves=(wrong, *record.moves)), source_of(LAKE)) == 1
    assert "Move 1 of the record cannot be played: Aria has the floor." in desk.flat
