"""Talks that play by themselves, and records told again."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from game.delegations import computer
from game.scenario import Past, load, source_of
from game.table import Recorded, Start, open_table
from game.talks import CHAIR, EARLIER, Move, Record, Refused, Say, Why
from game.talks.causes import LeftBehind
from game.talks.events import Happened, Tempered
from game.terminal import replay, watch
from game.terminal.starting import follows_words
from game.terminal.watching import Telling
from game.text import DelegationId
from game.words.events import tell
from game.words.refusals import refusal
from tests.terminal.desk import HARBOUR, HARBOUR_LATER, LAKE, RIVERS, Desk


def watched(scenario: str, seed: int, *, as_json: bool = False) -> str:
    """What watching prints."""
    desk = Desk()
    assert watch(desk.console, computer, Start(scenario, seed=seed), as_json=as_json) == 0
    return desk.printed


def record_of(scenario: str, seed: int) -> Record:
    """The record of computers playing a scenario."""
    source = source_of(scenario)
    ids = load(source, scenario).ids
    table = open_table(source, scenario, dict.fromkeys(ids, "computer"), computer, seed=seed)
    while task := table.due():
        assert table.submit(task.who, task.decide().move, task.view.version) is None
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
        assert f"points of {name}:" in shown
    assert shown.count("walk-away, which was") == 3


def test_what_was_told_is_not_told_again_when_the_talks_are_over() -> None:
    """Then the papers of all are opened, and what stood in them is not news: the hours never go back."""
    hours = [float(hour) for hour in re.findall(r"^Hour (\d+)", watched(HARBOUR, 1), re.MULTILINE)]
    assert len(hours) > 5
    assert hours == sorted(hours)


def test_json_is_one_object_a_line_and_a_summary() -> None:
    """Each event is one object; the last object sums the talks up."""
    *events, summary = [json.loads(line) for line in watched(LAKE, 1, as_json=True).splitlines()]
    assert all(list(event)[:5] == ["type", "by", "hours", "sentence", "remark"] for event in events)
    assert events[0]["type"] == "opened"
    assert list(summary)[:6] == ["agreed", "outcome", "points", "hours", "moves", "reason"]
    assert summary["agreed"] == (summary["outcome"] is not None)
    assert set(summary["points"]) == {"ARIA", "BORO"}


def test_json_has_what_was_said_sign_for_sign() -> None:
    """Signs that a terminal should not get are escaped in it, and are there when it is read."""
    said = "one\u2028two \u202ethree\u200b \x85 \x7f “½” −"
    desk = Desk()
    table = open_table(source_of(LAKE), LAKE, {}, computer)
    assert table.submit(table.view(CHAIR).floor, Say(table.view(CHAIR).floor, remark=said), 0) is None
    Telling(desk.console, table, as_json=True).events()
    lines = desk.printed.splitlines()
    assert not any(sign in desk.printed for sign in "\u2028\u202e\u200b\x85\x7f")
    assert [event["remark"] for event in map(json.loads, lines) if event.get("remark")] == [said]


def test_json_holds_only_what_is_on_the_record() -> None:
    """What a capital answers, and what a delegation pays, is nobody else's business."""
    kinds = {
        json.loads(line).get("type") for seed in range(4) for line in watched(LAKE, seed, as_json=True).splitlines()
    }
    assert not kinds & {"cabled", "answered", "charged", "hinted"}


def test_a_replay_tells_what_was_watched() -> None:
    """The record of watched talks, told again, has the same events and the same ending."""
    desk = Desk()
    assert replay(desk.console, computer, Recorded(record_of(LAKE, 5), source_of(LAKE))) == 0
    told = desk.printed.partition("Hour 0.")[2]
    assert told == watched(LAKE, 5).partition("Hour 0.")[2] != ""


def test_a_record_that_stops_is_told_as_far_as_it_goes() -> None:
    """Unfinished talks end with the text as it stands."""
    record = record_of(LAKE, 5)
    desk = Desk()
    assert replay(desk.console, computer, Recorded(replace(record, moves=record.moves[:2]), source_of(LAKE))) == 0
    assert "are not over" in desk.flat
    assert "as it stands." in desk.flat


def test_a_refused_move_of_a_record_is_named() -> None:
    """A record that breaks the rules is answered with the number of the move and the sentence of the rules."""
    record = record_of(LAKE, 5)
    wrong: Move = Say(DelegationId("BORO"), remark="Me first.")
    desk = Desk()
    spoilt = Recorded(replace(record, moves=(wrong, *record.moves)), source_of(LAKE))
    assert replay(desk.console, computer, spoilt) == 1
    why = refusal(load(source_of(LAKE), LAKE), Refused(kind=Why.NOT_YOUR_TURN, delegation=DelegationId("ARIA")))
    assert re.search(f"Move 1 .*: {why}", desk.flat)


def harbour(*, as_json: bool = False, as_written: bool = True, past: Past | None = None) -> str:
    """What watching the harbour prints, or its sequel where a past is given."""
    desk = Desk()
    start = Start(HARBOUR_LATER if past else HARBOUR, seed=4, as_written=as_written, past=past)
    assert watch(desk.console, computer, start, as_json=as_json) == 0
    return desk.printed if as_json else desk.flat


def test_the_opening_says_how_the_instructions_came_about() -> None:
    """As written, or as the seed draws them where the scenario says how: to a person, and to a program."""
    for as_written, line, kind in (
        (True, "are as written.", "as written"),
        (False, "as the seed draws them.", "drawn"),
    ):
        assert line in harbour(as_written=as_written).partition("Hour 0")[0]
        summary = harbour(as_json=True, as_written=as_written).splitlines()[-1]
        assert json.loads(summary)["instructions"] == kind


def test_a_sequel_says_what_it_follows_and_what_it_takes_over() -> None:
    """Which talks, how they ended, goodwill, and each thing that they left; no seat's numbers."""
    between = (DelegationId("BORO"), DelegationId("ARIA"))
    past, later = Past("harbour", {between: 8}, None), load(source_of(HARBOUR_LATER), HARBOUR_LATER)
    shown = harbour(past=past)
    assert follows_words(past) in shown
    warmer = Tempered(at=0, between=between, before=5, after=8, cause=LeftBehind())
    assert tell(later, warmer) in shown
    assert later.sequel is not None
    assert later.sequel.no_text is not None
    left = Happened(at=0, happening=EARLIER, title="", story=later.sequel.no_text.because)
    assert tell(later, left) in shown
    private = [effect.because for effect in later.sequel.no_text.effects if effect.of]
    assert private
    assert all(because not in shown.partition("talks are over")[0] for because in private)


def test_a_guest_hears_no_numbers_of_a_seat() -> None:
    """What an event changes of one delegation's instructions is told to it alone."""
    shown = harbour().partition("talks are over")[0]
    assert "A storm." in shown
    assert "Gazette is easier" in shown
    assert "Your" not in shown


def test_json_has_what_is_new_and_keeps_the_charges() -> None:
    """Every event has its own fields behind the five that all have; nothing private is among them."""
    *told, _ = [json.loads(line) for line in harbour(as_json=True).splitlines()]
    kinds = {event["type"] for event in told}
    assert {"happened", "tempered", "circulated", "consented"} <= kinds
    assert not kinds & {"charged", "cabled", "answered", "sounded"}
    storm = next(event for event in told if event["type"] == "happened")
    assert (storm["happening"], storm["label"], storm["cite"]) == ("storm", "MODEL", ["note"])
    assert all(event["audience"] for event in told if event["type"] == "adjusted")
    tempered = next(event for event in told if event["type"] == "tempered")
    assert {"between", "before", "after", "reason"} <= set(tempered)
    package = next(event for event in told if event["type"] == "proposed")
    assert set(package["shifts"][0]) == {"delegation", "issue", "option"}


def test_the_summary_has_the_parts_of_every_score() -> None:
    """The ending, the points by what they are for, the aftermath, goodwill, and how the talks were opened."""
    past = Past("harbour", {(DelegationId("BORO"), DelegationId("ARIA")): 8}, None)
    summary = json.loads(harbour(as_json=True, past=past).splitlines()[-1])
    assert summary["ending"] == "signed"
    assert {who: sum(parts.values()) for who, parts in summary["parts"].items()} == summary["points"]
    assert set(summary["parts"]["BORO"]) == {"words", "walk-away", "hours", "talks", "aftermath"}
    assert [test["test"] for test in summary["aftermath"]] == ["dredging"]
    assert summary["aftermath"][0]["day"] == "1995-03-01"
    assert list(summary["goodwill"]) == ["BORO+ARIA"]
    assert set(summary["closing_statements"]) <= {"BORO", "ARIA"}
    assert (summary["as_written"], summary["after"], summary["returned"]) == (True, "harbour", [])
    assert set(summary["historical"]) == set(summary["walk_away"]) == {"BORO", "ARIA"}
