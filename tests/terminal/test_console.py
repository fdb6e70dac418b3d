"""The console: wrapping, choosing, help, and the end of the input."""

from __future__ import annotations

import pytest

from game.terminal import Gone
from game.terminal.console import Entry, NoMatch, matching
from tests.terminal.desk import Desk

FRUIT = [Entry("An apple.", ("apple",)), Entry("A pear.", ("pear", "peach")), Entry("A plum.", ("plum",))]


def test_paragraphs_are_wrapped_to_the_width() -> None:
    """No line is longer than the terminal, and further lines of a list entry hang under its words."""
    desk = Desk(width=40)
    desk.console.number(["the words of a text that is long enough to be wrapped over several lines"])
    lines = desk.printed.splitlines()
    assert len(lines) > 1
    assert all(len(line) <= 40 for line in lines)
    assert lines[1].startswith("   ")


@pytest.mark.parametrize(("asked", "given"), [(10, 40), (72, 72), (400, 100)])
def test_the_width_has_bounds(asked: int, given: int) -> None:
    """A very narrow or very wide terminal gets lines that can still be read."""
    assert Desk(width=asked).console.width == given


def test_control_signs_are_never_printed() -> None:
    """A remark from a record cannot move the cursor or colour the screen."""
    desk = Desk()
    desk.console.tell("red \x1b[31malert\x07 \x9b2J")
    desk.console.line("\x1b[2J")
    desk.console.tell("turned \u202eround\u202c and \u2067again\u2069")
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u202c", "\u2067", "\u2069"} & set(desk.printed)


@pytest.mark.parametrize(
    ("typed", "meant"), [("1", 0), ("3", 2), ("apple", 0), ("APP", 0), ("pea", 1), ("peach", 1), ("plum", 2)]
)
def test_an_entry_is_chosen_by_number_or_by_the_beginning_of_a_name(typed: str, meant: int) -> None:
    """Numbers and short words both do."""
    assert matching(typed, FRUIT) == meant


@pytest.mark.parametrize("typed", ["0", "4", "99999999999999999999", "p", "kiwi", "²", "-1"])
def test_what_is_no_entry_is_answered_with_a_sentence(typed: str) -> None:
    """A choice that is not there, or could be two, is said so and not guessed."""
    answer = matching(typed, FRUIT)
    assert isinstance(answer, NoMatch)
    assert "ype" in answer.again


def test_a_wrong_choice_is_asked_again() -> None:
    """The list waits until something in it is chosen."""
    desk = Desk(["9", "kiwi", "plum"])
    assert desk.console.pick("Fruit:", FRUIT) == 2


@pytest.mark.parametrize("typed", ["", "back", "0"])
def test_enter_goes_back(typed: str) -> None:
    """One can always step back without choosing."""
    assert Desk([typed]).console.pick("Fruit:", FRUIT) is None


def test_a_question_mark_helps_and_asks_again() -> None:
    """Help is there at every question and costs nothing."""
    desk = Desk(["?", "ready"])
    assert desk.console.ask("Well?", ("Help is here.",)) == "ready"
    assert "Help is here." in desk.printed


@pytest.mark.parametrize("typed", [["q"], ["QUIT"], []])
def test_q_and_the_end_of_the_input_leave(typed: list[str]) -> None:
    """Both end the program in the same quiet way."""
    with pytest.raises(Gone):
        Desk(typed).console.ask("Well?")


@pytest.mark.parametrize(
    ("typed", "meant"), [(["yes"], True), (["Y"], True), (["no"], False), ([""], None), (["back"], None)]
)
def test_a_question_is_answered_or_left(typed: list[str], meant: bool | None) -> None:
    """Yes, no, or back to where one came from."""
    assert Desk(typed).console.confirm("Do you leave?") is meant


def test_what_is_neither_yes_nor_no_is_asked_again() -> None:
    """Nobody who believes to have asked for something else has answered a question."""
    desk = Desk(["corridor 2", "yes"])
    assert desk.console.confirm("Do you leave?") is True
    assert "“corridor 2” is neither. Type yes or no, or Enter to go back." in desk.flat
