"""The chair's sheet over the screen between two people: every move of the chair's, asked twice where it must be."""

from __future__ import annotations

from game.desktop import Driven
from game.desktop.screens.chair import ChairSheet, HappenSheet, WireSheet
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.hand_over import HandOverScreen
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.since import SinceSheet
from game.desktop.screens.table import TableScreen
from game.seat import presiding
from game.table import Table
from game.talks import CHAIR, write_move
from tests.desktop.driving import HARBOUR, mislaid
from tests.desktop.rooms import window
from tests.desktop.test_two_at_one import ARIA, BORO, say, there, two


def in_chair(app: Driven) -> Table:
    """Two people at the harbour, and somebody who leads them."""
    table = two(app, HARBOUR, BORO, ARIA)
    app.key("c")
    assert isinstance(app.top, ChairSheet)
    assert mislaid(app) == []
    return table


def done(table: Table) -> list[str]:
    """What the chair has done, as the record has it."""
    return [write_move(move) for move in table.record().moves if move.by == CHAIR]


def test_hours_pass_and_are_added() -> None:
    """By a digit or the mouse. What passes, passes for all, with all that hours bring."""
    with window(size=(1024, 768)) as app:
        table = in_chair(app)
        app.key("4")
        app.press("2 h", among="extend")
        assert done(table) == ["*chair passes 4", "*chair extends 2"]
        assert table.view(CHAIR).hours == 4
        app.key("escape")
        assert isinstance(app.top, HandOverScreen)
        app.key("enter")
        app.key("enter")
        while isinstance(app.top, NewsScreen | SinceSheet):
            app.key("enter")
        assert isinstance(app.top, TableScreen)
        assert app.reads("18 h of 22 h left")


def test_a_cable_in_the_chairs_own_words() -> None:
    """To one alone, who reads it; the other does not."""
    with window(size=(1024, 768)) as app:
        table = in_chair(app)
        app.key("w")
        assert isinstance(app.top, WireSheet)
        app.key("enter")
        assert done(table) == [], "nothing has been typed"
        app.type("The ferry waits.")
        app.press("Aria", among="to")
        assert mislaid(app) == []
        app.key("enter")
        assert isinstance(app.top, ChairSheet)
        assert done(table) == ['*chair wires ARIA  "The ferry waits."']
        app.key("escape")
        there(app)
        assert not app.reads("The ferry waits.")
        say(app, "Well.")
        app.key("enter")
        app.key("enter")
        assert isinstance(app.top, SinceSheet)
        assert app.reads("The ferry waits.")


def test_something_is_let_happen() -> None:
    """What is to come is read only by whoever says to be alone; what happens is news to both."""
    with window(size=(1024, 768)) as app:
        table = in_chair(app)
        title = presiding(table.view(CHAIR)).to_come[0].title
        app.key("h")
        assert isinstance(app.top, HappenSheet)
        assert not app.reads(title)
        app.key("enter")
        assert mislaid(app) == []
        app.press(title)
        assert done(table) == ["*chair releases storm"]
        app.key("escape")
        app.key("enter")
        app.key("enter")
        assert isinstance(app.top, NewsScreen)
        assert app.reads(title)


def test_the_last_move_is_taken_back() -> None:
    """When it has been pressed twice; the screen goes back to whoever made it, who moves again."""
    with window(size=(1024, 768)) as app:
        table = two(app, HARBOUR, BORO, ARIA)
        there(app)
        say(app, "Too much.")
        assert app.host.handing == ARIA
        app.key("c")
        app.key("r")
        assert done(table) == []
        assert mislaid(app) == []
        app.key("r")
        assert done(table) == ["*chair revokes 0"]
        assert isinstance(app.top, HandOverScreen)
        assert app.host.handing == BORO
        there(app)
        say(app, "Enough.")
        assert app.host.handing == ARIA


def test_the_talks_are_closed() -> None:
    """When it has been pressed twice: the end is everybody's."""
    with window(size=(1024, 768)) as app:
        table = in_chair(app)
        app.key("x")
        app.key("escape")
        app.key("c")
        app.key("x")
        assert done(table) == [], "asked anew"
        app.key("x")
        assert done(table) == ["*chair closes"]
        assert isinstance(app.top, EndingScreen)


def test_what_the_chair_cannot_do_is_said() -> None:
    """In a sentence on the sheet; nothing is done."""
    with window(size=(1024, 768)) as app:
        table = in_chair(app)
        app.key("r")
        assert app.reads("Nothing can be taken back.")
        for _ in range(30):
            app.key("8")
        assert app.reads("in all")
        assert mislaid(app) == []
        assert len(done(table)) < 30
