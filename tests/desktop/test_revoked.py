"""The window while a chair takes moves back, and at the end of such talks."""

from __future__ import annotations

from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.desktop.screens.why import WhySheet
from game.scenario import HappeningId
from game.table import Table
from game.talks import CHAIR, Close, Leave, Move, Pass, Release, Revoke, Say, Wire
from game.text import DelegationId
from tests.desktop.driving import SCENARIOS, TWO_WORDS, agreeable, mislaid
from tests.desktop.rooms import begin, window

NATO = DelegationId("NATO")


def chair(table: Table, move: Move) -> None:
    """What the chair does now."""
    assert table.submit(CHAIR, move, table.version_for(CHAIR)) is None


def test_the_window_goes_on_when_moves_are_taken_back() -> None:
    """A table that is on the screen goes on when the chair lets hours pass, sends a cable and takes moves back; the
    record shows what was revoked, on the table, at the end and when it is replayed."""
    with window() as app:
        table = begin(app, "istanbul-communique-1994", "NATO")
        app.go("table")
        app.settle(2)
        floor = table.floor
        assert table.submit(floor, Say(floor, remark="A slip of the tongue."), table.version_for(floor)) is None
        app.host.moved()
        app.settle(2)
        chair(table, Revoke(CHAIR, 0, remark="That was not meant."))
        app.host.moved()
        app.settle(2)
        chair(table, Wire(CHAIR, NATO, remark="Read clause 2 again."))
        chair(table, Pass(CHAIR, 1.0))
        app.host.moved()
        app.settle(2)
        assert app.reads("The chair takes back what was done")
        chair(table, Close(CHAIR))
        app.host.moved()
        app.settle(2)
        app.wait()
        app.key("r")
        app.settle(2)
        assert app.reads("A slip of the tongue.")
        assert app.reads("The chair closes the talks.")


def test_whoever_plays_alone_thinks_again() -> None:
    """A package that was taken back is in the tray again, and what was answered to it is gone; the record has both,
    struck. The menu and Ctrl+Z do the same, and say so where there is nothing to take back."""
    with window(policy=agreeable) as app:
        table = begin(app, TWO_WORDS, "ARIA")
        app.go("table")
        app.key("z", ctrl=True)
        assert app.reads("You have made no move yet that could be taken back.")
        app.press("will", among="option")
        app.key("t")
        app.wait()
        assert table.version == 2
        app.key("z", ctrl=True)
        assert app.reads("Your package is taken back, and in the tray.")
        assert app.find("drop will")
        assert (table.hours, table.version) == (0.0, 3)
        app.key("t")
        app.wait()
        app.press("Esc menu")
        app.press("Take my last move back")
        assert table.version == 6
        app.key("r")
        assert app.reads("Aria takes back what was done")
        app.key("escape")
        leave = Leave(DelegationId("ARIA"))
        assert app.host.submit(leave, table.version_for(leave.by)) is None
        app.key("z", ctrl=True)
        assert table.verdict is not None, "what is over is not taken back"


def test_where_two_play_at_one_screen_nobody_takes_a_move_back() -> None:
    """The menu has no such choice, and the key says why."""
    with window() as app:
        app.host.begin(TWO_WORDS, DelegationId("ARIA"), 3, also=[DelegationId("BORO")])
        app.take_seat(DelegationId("ARIA"))
        app.go("table")
        app.key("z", ctrl=True)
        assert app.reads("Others play here too")
        app.press("Esc menu")
        assert not app.find("Take my last move back")


def test_a_long_day_and_hour_stand_whole_beside_a_reason() -> None:
    """Quarters of hours run as well, and months have long names."""
    with window() as app:
        table = begin(app, str(SCENARIOS / "harbour.yaml"), "ARIA")
        app.go("table")
        assert isinstance(app.top, TableScreen)
        chair(table, Pass(CHAIR, 4.25))
        app.host.moved()
        app.settle()
        app.push(WhySheet(app, app.top.board))
        app.settle()
        assert "20 September, 13:15" in app.texts()
        assert mislaid(app) == []


def test_news_that_is_taken_back_while_it_is_read_is_read_to_its_end() -> None:
    """The card stays as it came, however short the record has become."""
    with window() as app:
        table = begin(app, str(SCENARIOS / "harbour.yaml"), "ARIA")
        app.go("table")
        chair(table, Release(CHAIR, HappeningId("storm")))
        app.host.moved()
        app.settle()
        assert isinstance(app.top, NewsScreen)
        told = app.texts()
        chair(table, Revoke(CHAIR, 0))
        app.host.moved()
        app.redraw()
        app.settle()
        assert app.texts() == told
        app.key("enter")
        assert isinstance(app.top, TableScreen)
