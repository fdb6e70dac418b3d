"""Talks that are over, gone through move by move at the terminal, and taken over from there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.debrief import Course
from game.delegations import computer
from game.table import Recorded, Store
from game.talks.events import is_secret
from game.terminal import Fault
from game.terminal.stepping import step_through
from game.words.events import tell
from tests.debrief.courses import record
from tests.library import source
from tests.terminal.desk import Desk

ISTANBUL = "istanbul-communique-1994"
FOUND = Recorded(record(ISTANBUL), source(ISTANBUL))
LAST = len(FOUND.record.moves)


def stepped(*typed: str, at: int = 0, store: Store | None = None) -> str:
    """What is told when this is typed; then the reader is gone."""
    desk = Desk(typed)
    step_through(desk.console, computer, FOUND, lambda: store, at)
    return desk.flat


def test_the_talks_go_forward_and_back_and_to_any_move() -> None:
    """Enter, b and a number; at the end there is no more."""
    told = stepped("", "", "b", str(LAST), "", "99999", "q")
    places = [told.index(f"Move {n} of {LAST}.") for n in (1, 2)]
    assert places == sorted(places)
    assert told.count(f"Move 1 of {LAST}.") == 2
    assert "That was the last move." in told
    assert told.count(f"Move {LAST} of {LAST}.") == 2


def test_the_draft_and_the_mind_of_the_moment_are_told() -> None:
    """The text as it stood, and of a computer's move what it had in mind."""
    computers = next(n for n, move in enumerate(FOUND.record.moves, 1) if FOUND.record.seats[move.by] != "person")
    persons = next(n for n, move in enumerate(FOUND.record.moves, 1) if FOUND.record.seats[move.by] == "person")
    told = stepped("text", "mind", str(persons), "mind", "nonsense", at=computers)
    assert "The text as it stands." in told
    assert "It worked for" in told
    assert "This was no move of the computer's." in told
    assert "'nonsense' is not understood here" in told


def test_a_seat_is_taken_over_and_played_on(tmp_path: Path) -> None:
    """The talks go on in that seat, are kept, and say where they come from; an unknown seat is answered."""
    store = Store(tmp_path / "talks.sqlite3")
    told = stepped("take MARS", "take rus", "q", at=3, store=store)
    assert "There is no seat 'mars'" in told
    assert "They were taken over from other talks after 3 moves" in told
    (kept,) = store.games()
    assert store.load(kept.id)[0].carried == 3
    assert store.load(kept.id)[0].moves[:3] == FOUND.record.moves[:3]
    both = stepped("take rus mars", "take rus nato", "q", at=3, store=store)
    assert "no seat 'mars'" in both
    assert "At this keyboard people play Russia and the Alliance, by turns." in both
    assert "nothing to take over" in stepped("take RUS", at=LAST, store=store)


def test_talks_that_go_on_are_not_gone_through() -> None:
    """They hold what the others may not know."""
    going = replace(FOUND, record=replace(FOUND.record, moves=FOUND.record.moves[:-1]))
    with pytest.raises(Fault, match="not over"):
        step_through(Desk().console, computer, going, lambda: None)


def test_what_one_delegation_alone_was_told_says_whose_it_is() -> None:
    """Everybody's papers lie open here, and each calls its own delegation you."""
    papers = [step for step in Course.of(FOUND.record, FOUND.source).steps if any(map(is_secret, step.events))]
    assert papers
    for step in papers:
        told = stepped("q", at=step.number)
        for event in step.events:
            if is_secret(event):
                assert event.heard_by is not None
                (who,) = event.heard_by
                assert f"{tell(step.after.scenario, event)} Heard by {step.after.scenario[who].short} only." in told
