"""A line that is being written, whatever is done to it: letters stay whole, and every step has a way back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.kit.writing import Line, Step, Writing, clean, cut, stops

FAMILY, FLAG, ACCENT, SYLLABLE, GIRL = "👨‍👩‍👧", "🇩🇪", "é", "क्षि", "👧🏽"
LETTERS = (FAMILY, FLAG, ACCENT, SYLLABLE, GIRL, "a", "ß", "я", "ש", "각", "日")
STEPS: tuple[Step, ...] = ("letter-left", "letter-right", "word-left", "word-right", "start", "end")

Edit = Callable[[Writing], None]


def _edits() -> st.SearchStrategy[Edit]:
    """Everything that a person can do to a line, with signs that join, break, hide and cannot be drawn."""
    pieces = st.sampled_from([*LETTERS, "\u0301", "\u200d", "\ufe0f", "🇫", " ", "\n", "\0", "\ud800", "word", "’s "])
    words = st.lists(pieces, max_size=5).map("".join)
    steps, places, keeps = st.sampled_from(STEPS), st.integers(-3, 40), st.booleans()
    return st.one_of(
        words.map(lambda said: lambda line: line.write(said)),
        steps.map(lambda step: lambda line: line.erase(step)),
        st.tuples(steps, keeps).map(lambda way: lambda line: line.move(way[0], keep=way[1])),
        st.tuples(places, keeps).map(lambda way: lambda line: line.go(way[0], keep=way[1])),
        places.map(lambda place: lambda line: line.select_word(place)),
        st.sampled_from([Writing.undo, Writing.redo, Writing.select_all]),
    )


@given(st.lists(_edits(), max_size=30), st.integers(0, 25))
def test_whatever_is_done_letters_stay_whole(edits: list[Edit], longest: int) -> None:
    """The cursor and the other end of the selection stand between letters, the limit holds, no sign is there that
    cannot be drawn; going back leads to the empty line, and forward again to the last one."""
    writing = Writing(longest)
    for edit in edits:
        edit(writing)
        line = writing.line
        assert {line.at, line.mark} <= set(stops(line.text))
        assert len(line.text) <= longest
        assert not {unicodedata.category(sign) for sign in line.text} & {"Cc", "Cs", "Co", "Zl", "Zp"}
    for _ in edits:
        writing.undo()
    assert writing.line.text == ""
    writing = Writing(longest)
    for edit in edits:
        if edit not in (Writing.undo, Writing.redo):
            edit(writing)
    last = writing.line.text
    for _ in edits:
        writing.undo()
    assert writing.line.text == ""
    for _ in edits:
        writing.redo()
    assert writing.line.text == last


@given(st.lists(st.sampled_from(LETTERS), max_size=12), st.data())
def test_a_step_passes_one_letter(letters: list[str], data: st.DataObject) -> None:
    """And Backspace and Delete take one: there are as many as were written."""
    writing = Writing(1000)
    for letter in letters:
        writing.write(letter)
    for letter in reversed(letters):
        writing.move("letter-left")
        assert writing.line.text[writing.line.at :].startswith(letter)
    place = data.draw(st.integers(0, len(letters)))
    for _ in range(place):
        writing.move("letter-right")
    writing.erase("letter-left")
    left = letters[: max(0, place - 1)] + letters[place:]
    assert writing.line.text == "".join(left)
    writing.erase("letter-right")
    place = max(0, place - 1)
    assert writing.line.text == "".join(left[:place] + left[place + 1 :])


@pytest.mark.parametrize("letter", LETTERS)
def test_a_limit_leaves_out_whole_letters(letter: str) -> None:
    """None is halved, and none that has room is left out."""
    for most in range(12):
        kept = cut(letter * 3, most)
        assert kept == letter * min(3, most // len(letter))
        writing = Writing(most)
        writing.write(letter * 3)
        assert writing.line.text == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("one\r\ntwo\n\nthree\u2028four\tfive", "one two three four five"),
        ("a\0b\x1b[31mc\x7f\x85d", "ab[31mc d"),
        ("half \ud83d, private \ue000, mark \ufeff", "half , private , mark "),
        (FAMILY + FLAG + ACCENT, FAMILY + FLAG + ACCENT),
    ],
)
def test_what_comes_from_elsewhere_is_one_line(said: str, kept: str) -> None:
    """Ends of lines are spaces, controls and halves of signs are gone; what joins letters stays."""
    assert clean(said) == kept


def test_a_book_is_pasted_as_far_as_there_is_room() -> None:
    """No more of it is looked at, nor kept."""
    writing = Writing(400)
    for words in (FAMILY * 10_000_000, "\n" * 1_000_000, FAMILY * 1_000):
        writing.select_all()
        writing.write(words)
    assert writing.line.text == FAMILY * (400 // len(FAMILY))
    assert stops.cache_info().currsize <= 256


def test_words() -> None:
    """The cursor goes to the beginning of one and to the end of one; a word keeps its apostrophe and its hyphen."""
    writing = Writing(100)
    writing.write("We don't co-operate,  Żółć!")
    seen = []
    while writing.line.at:
        writing.move("word-left")
        seen.append(writing.line.text[writing.line.at :].split()[0])
    assert seen == ["Żółć!", "co-operate,", "don't", "We"]
    writing.move("word-right")
    writing.move("word-right", keep=True)
    assert writing.line.selected == " don't"
    writing.erase("word-right")
    writing.erase("word-right")
    assert writing.line.text == "We,  Żółć!"
    writing.select_word(7)
    assert writing.line.selected == "Żółć"
    writing.select_word(3)
    assert writing.line.selected == ",  "


def test_a_selection_gives_way() -> None:
    """To what is written, to Backspace; a step without Shift ends at its edge."""
    writing = Writing(100)
    writing.write("One text")
    writing.select(0, 3)
    writing.write("No")
    assert writing.line == Line("No text", 2, 2)
    writing.select_all()
    writing.move("letter-left")
    assert writing.line.at == 0
    writing.select_all()
    writing.move("letter-right")
    assert writing.line.at == 7
    writing.select_all()
    writing.erase("letter-left")
    assert writing.line.text == ""


def test_a_step_back_is_a_word() -> None:
    """Letters that are typed one after the other go together; what follows is forgotten when something else is done."""
    writing = Writing(100)
    for letter in "We hear you":
        writing.write(letter)
    seen = []
    for _ in range(3):
        writing.undo()
        seen.append(writing.line.text)
    assert seen == ["We hear ", "We ", ""]
    writing.redo()
    writing.write("all")
    assert writing.line.text == "We all"
    writing.redo()
    assert writing.line.text == "We all"


def test_what_was_taken_away_in_one_go_comes_back_in_one() -> None:
    """As when Backspace is held; a selection is a step of its own."""
    writing = Writing(100)
    writing.write("We hear you")
    for _ in range(4):
        writing.erase("letter-left")
    writing.select(0, 3)
    writing.erase("letter-left")
    assert writing.line.text == "hear"
    seen = []
    for _ in range(3):
        writing.undo()
        seen.append(writing.line.text)
    assert seen == ["We hear", "We hear you", ""]
