"""Why talks are not kept or not read back, in the sentences that a player reads."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from game.table import StoreError, StoreFault
from game.table.migrations import VERSION
from game.words.storage import not_kept

PLACE = Path("kept") / "talks.sqlite3"
TOLD: dict[StoreFault, tuple[dict[str, object], str]] = {
    "cannot-keep": (
        {"path": PLACE, "written": "unable to open database file"},
        f"Talks cannot be kept in {PLACE}: unable to open database file. Play with --no-save, or set"
        " AS_APPROPRIATE_HOME to a folder that can be written.",
    ),
    "later-version": (
        {"path": PLACE, "number": VERSION + 1},
        f"Talks cannot be kept in {PLACE}: a later version of the game has made that file, in format {VERSION + 1}, and"
        f" this one knows formats up to {VERSION}. Play with --no-save, or set AS_APPROPRIATE_HOME to another folder.",
    ),
    "not-saved": (
        {"path": PLACE, "written": "database or disk is full"},
        f"This could not be saved in {PLACE}: database or disk is full. Play with --no-save, or set AS_APPROPRIATE_HOME"
        " to a folder that can be written.",
    ),
    "large-seed": ({"written": "9" * 30}, f"The seed {'9' * 30} is too large to be kept."),
    "another-window": (
        {"game": 1, "number": 7},
        "Move 7 does not follow what is kept of these talks: another window plays them.",
    ),
    "cannot-read": (
        {"path": PLACE, "written": "no such table: event"},
        f"The talks in {PLACE} cannot be read: no such table: event.",
    ),
    "no-game": ({"path": PLACE, "game": 12_345}, f"No talks number 12345 are kept in {PLACE}."),
    "damaged-scenario": ({"game": 1}, "The scenario that is kept with talks 1 is damaged."),
    "damaged-move": ({"game": 1, "number": 3}, "Move 3 of talks 1 is damaged or missing."),
    "damaged-date": ({"game": 1}, "The date of talks 1 is damaged."),
    "unreadable-record": (
        {"game": 1, "written": "line 5: there is no move 'sings'"},
        "Talks 1 cannot be read back: line 5: there is no move 'sings'.",
    ),
    "no-store": ({}, "Nothing is kept in this session."),
    "no-talks": ({}, "There are no talks to begin again."),
    "no-delegation": (
        {"written": "'CELO'", "names": ("ARIA", "BORO")},
        "There is no delegation 'CELO' in this scenario; there are ARIA, BORO.",
    ),
}


@pytest.mark.parametrize("kind", TOLD)
def test_a_fault_of_the_store_is_told(kind: StoreFault) -> None:
    """Each kind of fault is one sentence or two, with the place, the game and the move that it is about."""
    values, sentence = TOLD[kind]
    assert not_kept(StoreError(kind, **values)) == sentence  # type: ignore[arg-type]


def test_no_fault_is_left_out() -> None:
    """Every kind of fault is told above, but for the one that says what the rules or a scenario say."""
    assert set(get_args(StoreFault)) - set(TOLD) == {"unplayable"}
