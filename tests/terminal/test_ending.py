"""The end as it is read: points in their parts, the aftermath test by test, history on the same terms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.delegations import computer
from game.scenario import ReadingId, load, source_of
from game.seat import Ended, Seated, desk
from game.table import Table, open_table
from game.talks import GALLERY, Sits, read_move, score
from game.talks.causes import Ground, Pressed, ReadingLiked
from game.terminal.ending import show_ending
from game.text import DelegationId
from game.words import signed
from game.words.aftermath import consequence, goodwill_at_the_end
from game.words.changes import why
from game.words.scores import head_line, parts
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
        assert table.submit(made.by, made, table.version_for(made.by)) is None, move
    return table


def read(table: Table, who: DelegationId) -> str:
    """What a watcher reads at the end, on one line."""
    screen = Desk()
    show_ending(screen.console, Seated(table.view(who)))
    return screen.flat


def ended(table: Table, who: DelegationId) -> Ended:
    """The end as a watcher knows it."""
    found = desk(table.view(who)).ended
    assert found is not None
    return found


def talked(table: Table) -> list[tuple[int, Ground]]:
    """What Boro has earned and paid in the talks, and what came later."""
    score = ended(table, BORO).accounts[0].score
    return [(entry.points, entry.ground) for entry in score.entries if entry.kind in {"talks", "aftermath"}]


def test_points_come_in_their_parts() -> None:
    """The words, the hours, the talks with each charge, and what came later, each with its sum."""
    table = table_after(*SIGNED)
    mine = ended(table, BORO).accounts[0]
    assert (mine.who, mine.score.total, mine.score.words, mine.walk_away) == (BORO, 57, 57, 26)
    assert [mine.score.part(kind) for kind in ("hours", "talks", "aftermath")] == [-1, 0, 1]
    assert [points for points, ground in talked(table) if isinstance(ground, Pressed)] == [-1]
    assert (1, ReadingLiked(ReadingId("boro-mild"), "Neighbours talk.")) in talked(table)
    shown, place = read(table, BORO), 0
    lines = [head_line(table.scenario, ended(table, BORO), mine, BORO)]
    lines += [line for head, entries in parts(table.scenario, mine, BORO) for line in (head, *entries)]
    assert len(lines) == 11
    for line in lines:
        assert line in shown[place:]
        place = shown.index(line, place)


def test_the_aftermath_quotes_the_words_that_decided() -> None:
    """Each test with its date, question, sentence, why, the points of both sides, and what really happened."""
    table = table_after(*SIGNED)
    shown, over = read(table, ARIA).partition("The aftermath.")[2], ended(table, ARIA)
    assert "are MODEL;" in shown
    assert [(each.between, each.points) for each in over.goodwill] == [((BORO, ARIA), 6)]
    assert goodwill_at_the_end(table.scenario, over) in shown
    (came,) = over.aftermath
    assert (came.decides, came.points) == ("notice", {BORO: 1, ARIA: 0})
    assert "will tell Boro" in came.quoted
    assert came.quoted in shown
    assert " ".join(consequence(table.scenario, over, came, ARIA)) in shown
    assert table.scenario.aftermath[0].story in shown


def test_silence_can_decide() -> None:
    """Where the text says nothing, that is said."""
    asked = (
        "BORO tables ARIA:form=protocol",
        "ARIA declines 1",
        "BORO asks notice",
        *('BORO says "."', 'ARIA says "."') * 2,
    )
    clean = "BORO tables BORO:notice=silence BORO:toll=half ARIA:toll=half BORO:form=summary"
    table = table_after(*asked, clean, "ARIA accepts 2", *SIGNED[2:-1])
    (came,) = ended(table, BORO).aftermath
    assert (came.decides, came.quoted) == ("notice", "")
    shown = read(table, BORO)
    assert all(sentence in shown for sentence in consequence(table.scenario, ended(table, BORO), came, BORO))
    assert "Silence decided:" in shown


def test_without_a_text_there_is_an_aftermath_too() -> None:
    """The walk-away stands for the words, and the tests say what came of it."""
    table = table_after("BORO leaves")
    shown, over = read(table, BORO), ended(table, BORO)
    mine, (came,) = over.accounts[0], over.aftermath
    assert (mine.score.total, mine.score.part("walk-away"), mine.walk_away) == (28, 30, 30)
    assert head_line(table.scenario, over, mine, BORO) in shown
    assert "the walk-away: +30." in shown
    assert (came.decides, came.points) == (None, {BORO: -2, ARIA: -1})
    assert all(sentence in shown for sentence in consequence(table.scenario, over, came, BORO))
    assert "words that decided" not in shown


def test_drawn_instructions_are_those_of_the_end() -> None:
    """The walk-away and the points are those that were drawn and that events have changed, not those of the file."""
    written, drawn = (read(table_after("BORO leaves", as_written=each), BORO) for each in (True, False))
    assert "which was 30" in written
    assert any(f"which was {limit}." in drawn for limit in (31, 32, 33, 34))


@pytest.mark.parametrize("as_written", [True, False])
def test_history_is_compared_on_the_same_terms(as_written: bool) -> None:
    """The historical text counts with the same hours, the same charges and its own aftermath at the same goodwill."""
    table = table_after(*SIGNED, as_written=as_written)
    over = table.verdict
    assert over is not None
    scenario = load(source_of(HARBOUR), HARBOUR)
    assert scenario.history is not None
    view = table.view(BORO)
    told = replace(scenario, instructions=over.sheets)
    worth = score(told, BORO, scenario.history.outcome, view.hours, view.seat.charges, view.goodwill)
    assert worth.part("aftermath") == -2
    gap = over.scores[BORO].total - worth.total
    shown = read(table, BORO)
    mine = desk(view).ended.accounts[0]  # type: ignore[union-attr]
    assert mine.historical is not None
    assert mine.historical.total == worth.total
    assert f"been worth {worth.total} after" in shown
    assert f"history, by {gap}." in shown


def test_what_has_changed_in_my_instructions() -> None:
    """Events that changed my walk-away or my points are told once more, those of the others are not mine to hear."""
    table = table_after(*SIGNED)
    shown = read(table, BORO)
    changed = {
        reason.sort: reason for reason in why(Seated(table.view(BORO))) if reason.sort in {"walk-away", "points"}
    }
    assert set(changed) == {"walk-away", "points"}
    told = shown.partition("in your instructions")[2]
    for reason in changed.values():
        assert f"{reason.what[1:]}: {reason.change}. {reason.reason[0].upper()}{reason.reason[1:]}." in told
    assert "in your instructions" not in read(table, ARIA)


def test_a_guest_reads_everybody_as_they() -> None:
    """Without a seat nobody is you, and the reasons of a seat are told as somebody else hears them."""
    table = table_after(*SIGNED)
    shown, over = read(table, GALLERY), ended(table, GALLERY)
    for account in over.accounts:
        assert head_line(table.scenario, over, account, GALLERY) in shown
        assert all(entry in shown for _, entries in parts(table.scenario, account, GALLERY) for entry in entries)
    assert "their closing statement" in shown
    assert "+1 for Boro" in shown
    assert " your " not in shown


def test_a_drill_has_no_aftermath() -> None:
    """Where a scenario has no tests, nothing is said of them."""
    ids = load(source_of(RIVERS), RIVERS).ids
    table = open_table(source_of(RIVERS), RIVERS, dict.fromkeys(ids, "person"), computer)
    assert table.submit(ids[0], read_move(f"{ids[0]} leaves"), 0) is None
    shown = read(table, ids[0])
    assert "aftermath" not in shown
    assert "What came later" not in shown
    over = table.verdict
    assert over is not None
    assert f"{signed(over.scores[ids[0]].total)}" in shown
