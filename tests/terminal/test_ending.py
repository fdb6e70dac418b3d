"""The end as it is read: points in their parts, the aftermath test by test, history on the same terms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.delegations import computer
from game.scenario import load, source_of
from game.table import Table, open_table
from game.talks import GALLERY, Sits, read_move, score, signed_points
from game.terminal.ending import show_ending
from game.text import DelegationId
from tests.terminal.desk import HARBOUR, RIVERS, Desk

BORO, ARIA = DelegationId("BORO"), DelegationId("ARIA")
SIGNED = (
    "BORO tables BORO:notice=will ARIA:notice=will BORO:toll=half ARIA:toll=half BORO:form=summary",
    "ARIA accepts 1",
    "BORO initials",
    "ARIA circulates",
    'BORO says "We wait."',
    "ARIA initials",
    "BORO reads boro-mild",
    "ARIA reads -",
)


def table_after(*moves: str, as_written: bool = True, seed: int = 1) -> Table:
    """The harbour after these moves."""
    seats: dict[DelegationId, Sits] = dict.fromkeys((BORO, ARIA), "person")
    table = open_table(source_of(HARBOUR), HARBOUR, seats, computer, seed=seed, as_written=as_written)
    for move in moves:
        made = read_move(move)
        assert table.submit(made.by, made, table.version) is None, move
    return table


def read(table: Table, who: DelegationId) -> str:
    """What a watcher reads at the end, on one line."""
    desk = Desk()
    show_ending(desk.console, table.view(who))
    return desk.flat


def test_points_come_in_their_parts() -> None:
    """The words, the hours, the talks with each charge, and what came later, each with its sum."""
    shown = read(table_after(*SIGNED), BORO)
    assert "Your points: 57. The words alone are 31 above the walk-away, which was 26." in shown
    assert "The words: +57. +30, Notice: will tell. +21, Toll: half the toll. +6, The paper: a summary." in shown
    assert "The hours, 4½ h of talks: −1." in shown
    assert "What was won and lost in the talks: 0. −1, the Gazette is against what you stand for (20 June)." in shown
    assert "+1, your closing statement was liked at home: “Neighbours talk”. What came later" in shown
    assert "What came later: +1. +1, The dredger, 1995: Aria had promised, and told Boro a week before." in shown


def test_the_aftermath_quotes_the_words_that_decided() -> None:
    """Each test with its date, question, sentence, why, the points of both sides, and what really happened."""
    shown = read(table_after(*SIGNED), ARIA).partition("The aftermath.")[2]
    assert "are MODEL; what really happened is on record where it says FACT." in shown
    assert "Goodwill at the end: Boro and Aria, correct." in shown
    assert (
        "1 March 1995. The dredger. Did Boro hear of it in time? The words that decided: “Aria will tell Boro" in shown
    )
    assert "Aria had promised, and told Boro a week before. 0 for you and +1 for Boro." in shown
    assert "What really happened: The dredger came at night, and the ships lay dry in the morning. FACT (Notes" in shown


def test_silence_can_decide() -> None:
    """Where the text says nothing, that is said."""
    asked = (
        "BORO tables ARIA:form=protocol",
        "ARIA declines 1",
        "BORO asks notice",
        *('BORO says "."', 'ARIA says "."') * 2,
    )
    clean = "BORO tables BORO:notice=silence BORO:toll=half ARIA:toll=half BORO:form=summary"
    shown = read(table_after(*asked, clean, "ARIA accepts 2", *SIGNED[2:-1]), BORO)
    assert "Silence decided: the text says nothing on “Notice”." in shown


def test_without_a_text_there_is_an_aftermath_too() -> None:
    """The walk-away stands for the words, and the tests say what came of it."""
    shown = read(table_after("BORO leaves"), BORO)
    assert "No text, so the walk-away: +30." in shown
    assert "Your points: 28, 2 less than the walk-away, which was 30." in shown
    assert "Nobody had promised anything. −2 for you and −1 for Aria." in shown
    assert "The words that decided" not in shown


def test_drawn_instructions_are_those_of_the_end() -> None:
    """The walk-away and the points are those that were drawn and that events have changed, not those of the file."""
    written, drawn = (read(table_after("BORO leaves", as_written=each), BORO) for each in (True, False))
    assert "which was 30" in written
    assert any(f"which was {limit}." in drawn for limit in (31, 32, 33, 34))


@pytest.mark.parametrize("as_written", [True, False])
def test_history_is_compared_on_the_same_terms(as_written: bool) -> None:
    """The historical text counts with the same hours, the same charges and its own aftermath at the same goodwill."""
    table = table_after(*SIGNED, as_written=as_written)
    ended = table.verdict
    assert ended is not None
    scenario = load(source_of(HARBOUR), HARBOUR)
    assert scenario.history is not None
    view = table.view(BORO)
    told = replace(scenario, instructions=ended.sheets)
    worth = score(told, BORO, scenario.history.outcome, view.hours, view.seat.charges, view.goodwill)
    assert worth.part("aftermath") == -2
    gap = ended.scores[BORO].total - worth.total
    shown = read(table, BORO)
    assert f"To you it would have been worth {worth.total} after the same hours, the same talks and its own" in shown
    assert f"you did better than history, by {gap}." in shown


def test_what_has_changed_in_my_instructions() -> None:
    """Events that changed my walk-away or my points are told once more, those of the others are not mine to hear."""
    table = table_after(*SIGNED)
    shown = read(table, BORO)
    assert "20 June. Your walk-away: 30 to 26 (−4). No ship can leave until somebody dredges." in shown
    assert "20 June. Your points for “half the toll” in “Toll”: 20 to 21 (+1). The pilots have to be paid." in shown
    assert "What has changed in your instructions" not in read(table, ARIA)


def test_a_guest_reads_everybody_as_they() -> None:
    """Without a seat nobody is you, and the reasons of a seat are told as somebody else hears them."""
    shown = read(table_after(*SIGNED), GALLERY)
    assert "The points of Boro: 57" in shown
    assert "their closing statement was liked at home" in shown
    assert "+1 for Boro and 0 for Aria" in shown
    assert " your " not in shown


def test_a_drill_has_no_aftermath() -> None:
    """Where a scenario has no tests, nothing is said of them."""
    ids = load(source_of(RIVERS), RIVERS).ids
    table = open_table(source_of(RIVERS), RIVERS, dict.fromkeys(ids, "person"), computer)
    assert table.submit(ids[0], read_move(f"{ids[0]} leaves"), 0) is None
    shown = read(table, ids[0])
    assert "aftermath" not in shown
    assert "What came later" not in shown
    ended = table.verdict
    assert ended is not None
    assert f"{signed_points(ended.scores[ids[0]].total)}" in shown
