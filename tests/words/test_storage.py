"""Why talks are not kept or not read back, in the sentences that a player reads."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from game.table import StoreError, StoreFault, Told, Trouble
from game.table.migrations import VERSION
from game.words.storage import how_kept, not_kept, set_aside

PLACE = Path("kept") / "talks.sqlite3"
TOLD: dict[StoreFault, tuple[dict[str, object], str]] = {
    "cannot-keep": (
        {"path": PLACE, "written": "unable to open database file"},
        f"Talks cannot be kept in {PLACE}: unable to open database file. Set AS_APPROPRIATE_HOME to a folder that can"
        " be written.",
    ),
    "later-version": (
        {"path": PLACE, "number": VERSION + 1},
        f"The talks in {PLACE} are left alone: a later version of the game has made that file, in format {VERSION + 1},"
        f" and this one knows formats up to {VERSION}. Use that version, or set AS_APPROPRIATE_HOME to another folder.",
    ),
    "not-saved": (
        {"path": PLACE, "written": "database or disk is full", "trouble": "full"},
        f"This could not be saved in {PLACE}: the disk is full. Make room on it, or set AS_APPROPRIATE_HOME to a folder"
        " on another one.",
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
    "another-course": (
        {"game": 1},
        "Another window has played talks 1, and otherwise than they were played here: they cannot go on here.",
    ),
    "damaged-game": ({"game": 1}, "What is kept of talks 1 is damaged."),
    "no-game": ({"path": PLACE, "game": 12_345}, f"No talks number 12345 are kept in {PLACE}."),
    "damaged-scenario": ({"game": 1}, "The scenario that is kept with talks 1 is damaged."),
    "damaged-move": ({"game": 1, "number": 3}, "Move 3 of talks 1 is damaged or missing."),
    "damaged-act": ({"game": 1, "number": 3}, "Of who sat where in talks 1, line 3 is damaged or missing."),
    "unreadable-record": (
        {"game": 1, "written": "line 5: there is no move 'sings'"},
        "Talks 1 cannot be read back: line 5: there is no move 'sings'.",
    ),
    "no-class": ({"of_class": 4}, "No class number 4 is kept."),
    "code-taken": ({"written": "KITE-42"}, "Another class that is not over has the code KITE-42."),
    "damaged-class": ({"of_class": 4}, "What is kept of class 4 is damaged."),
    "damaged-class-act": (
        {"of_class": 4, "number": 3},
        "Of what was done in class 4, line 3 is damaged or missing.",
    ),
    "another-server": (
        {"of_class": 4, "number": 3},
        "Line 3 does not follow what is kept of class 4: another program has gone on with it.",
    ),
    "no-address": ({}, "The address of the database cannot be read: it has the form postgresql://USER@HOST/NAME."),
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


@pytest.mark.parametrize("kind", ["not-saved", "cannot-keep", "cannot-read"])
def test_each_trouble_has_words_of_its_own(kind: StoreFault) -> None:
    """What helps against one trouble with the file is not what helps against another; and nothing tells of options that
    the command may not have."""
    told = {not_kept(StoreError(kind, path=PLACE, written="no luck", trouble=each)) for each in get_args(Trouble)}
    assert len(told) == len(get_args(Trouble))
    assert not any("--" in words for words in told)


def test_what_has_become_of_the_talks_is_told() -> None:
    """Each kind has its sentence, and nothing is said where all is well."""
    told = [how_kept(each) for each in get_args(Told)]
    assert told[0] == ""
    assert all(told[1:])
    assert str(PLACE) in set_aside(str(PLACE))
