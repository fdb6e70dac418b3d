"""Where the talks stand, before each move."""

from __future__ import annotations

from game.terminal.situation import show_situation, show_why
from tests.terminal.desk import LAKE, RIVERS, Desk
from tests.terminal.test_choosing import ARIA, CELO, TWO_WAIT, after


def test_what_keeps_from_a_package_is_said_with_it() -> None:
    """The wording beyond the mandate, and that the capital cannot be asked about it yet."""
    here = after(LAKE, ARIA, 'ARIA says "."', "BORO tables ARIA:council=none BORO:fish=same")
    desk = Desk()
    show_situation(desk.console, here)
    assert "You cannot accept it as things are. “no council” is beyond your mandate: ask the town hall" in desk.flat
    assert "cannot be asked about “What a council may do” now: type ask council to hear why." in desk.flat
    refused = after(LAKE, ARIA, 'ARIA says "."', "BORO tables ARIA:verb=seek BORO:fish=same")
    desk = Desk()
    show_situation(desk.console, refused)
    assert "Your instructions forbid “will seek to”." in desk.flat


def test_what_can_be_accepted_needs_no_word() -> None:
    """Nothing is said where every package or one of them can be taken."""
    desk = Desk()
    show_situation(desk.console, after(RIVERS, CELO, *TWO_WAIT))
    assert "You cannot accept" not in desk.flat
    assert "Package 1, from Aria, waits for Boro and you." in desk.flat


def test_the_words_that_are_agreed_are_told_apart() -> None:
    """What is sure, and what hangs on the brackets; and that no number has changed."""
    here = after(LAKE, ARIA, "ARIA tables BORO:verb=shall", "BORO accepts 1")
    desk = Desk()
    show_why(desk.console, here)
    assert "30 for the 1 that are agreed" in desk.flat
    assert "None of your numbers has changed yet" in desk.flat
