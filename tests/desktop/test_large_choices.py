"""What must be answered before all else, in large letters and in small windows: a hold-up, and a frozen text."""

from __future__ import annotations

import pytest

from game.desktop import Driven
from tests.desktop.driving import HARBOUR, mislaid
from tests.desktop.test_held import frozen, held
from tests.desktop.test_large_type import SIZES, large, seen


def whole(app: Driven, words: str) -> bool:
    """Whether all of what reads so lies in the window."""
    return seen(app, words, share=0.999)


def lettered(app: Driven, type: int) -> Driven:
    """With letters of such a size."""
    app.settings.type = type
    app.redraw()
    app.settle()
    return app


ANSWERS = ["Give the word", "Swap it", "Sit it out"]
CHOOSING = [((1024, 768), 200, 1), ((1024, 768), 150, 3), ((1366, 768), 125, 3)]
"""A window, its letters, and how many of the choices are seen at once at the least."""


@pytest.mark.parametrize(("size", "type", "least"), CHOOSING)
def test_what_a_hold_up_is_answered_with_is_seen_at_once(size: tuple[int, int], type: int, least: int) -> None:
    """The answers have the room: what is held up, and below it what each answer means; any of them is given by a press
    also where it had to be scrolled to."""
    app = lettered(held(size), type)
    assert app.reads("A TEXT IS HELD UP")
    assert all(whole(app, words) for words in ANSWERS[:least])
    assert app.reads("Goodwill with Aria")
    assert mislaid(app) == []
    app.press("Sit it out")
    assert app.find("Sit it out") is None
    app.close()


@pytest.mark.parametrize(("size", "type", "least"), CHOOSING)
def test_the_closing_statements_are_seen_at_once(size: tuple[int, int], type: int, least: int) -> None:
    """As many as have room, and what each brings."""
    app = lettered(frozen(size), type)
    assert app.reads("THE TEXT IS FROZEN")
    statements = [spot.words for spot in app.canvas.spots if spot.id.startswith("reading-")]
    assert all(whole(app, words) for words in statements[:least])
    assert app.reads("at home")
    assert mislaid(app) == []
    app.press("Make no statement.")
    app.wait()
    assert app.find("Make no statement.") is None
    app.close()


def by_keys(app: Driven, id: str) -> None:
    """Come to it by Tab, see it, and press it."""
    for _ in range(40):
        app.key("tab")
        if app.memory.focus == id:
            break
    assert app.memory.focus == id
    app.settle()
    box = next(spot for spot in app.canvas.spots if spot.id == id)
    assert whole(app, box.words)
    app.key("enter")


def test_by_tab_every_answer_is_come_to_and_seen_in_the_largest_letters() -> None:
    """Also the last, which has to be scrolled to; and its letter is heard where it is not seen."""
    app = lettered(held((1024, 768)), 200)
    assert not whole(app, "Sit it out")
    by_keys(app, "answer-sit")
    assert app.find("Sit it out") is None
    app.close()
    app = lettered(held((1024, 768)), 200)
    app.key("s")
    assert app.find("Sit it out") is None
    app.close()


def test_by_tab_every_closing_statement_is_come_to_and_seen_in_the_largest_letters() -> None:
    """Also that there is none."""
    app = lettered(frozen((1024, 768)), 200)
    by_keys(app, "reading-none")
    app.wait()
    assert app.find("Make no statement.") is None
    app.close()


@pytest.mark.parametrize("size", SIZES)
def test_what_holds_a_text_up_is_always_seen(size: tuple[int, int]) -> None:
    """However much is told of it."""
    app = large(HARBOUR, "BORO", size=size)
    app.key("h")
    assert whole(app, "Hold it up")
    assert whole(app, "Back to the table")
    assert mislaid(app) == []
    app.close()
