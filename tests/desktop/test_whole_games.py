"""Whole games from the choice of a seat to the aftermath, by keys alone and by the mouse alone, on either side."""

from __future__ import annotations

from game.desktop import Driven
from game.desktop.screens.briefing import BriefingScreen
from game.desktop.screens.choose import ChooseScreen
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.news import NewsScreen
from game.desktop.screens.table import TableScreen
from game.seat import Mode
from game.talks import View, events
from tests.desktop.driving import HARBOUR, agreeable, dismiss, look_at, mislaid, playing, propose
from tests.desktop.rooms import window
from tests.desktop.test_held import answer, come, hold


def seen(app: Driven) -> View:
    """What the player's seat sees now."""
    assert app.host.table is not None
    return app.host.table.view(app.host.who or app.host.table.scenario.ids[0])


def happened(app: Driven, kind: type[events.Event]) -> list[events.Event]:
    """Events of a kind that this seat has heard."""
    return [event for event in seen(app).record if isinstance(event, kind)]


def mode(app: Driven) -> Mode:
    """What the tray is for."""
    assert isinstance(app.top, TableScreen)
    return app.top.board.mode


def test_a_whole_game_by_keys_alone() -> None:
    """Boro: a hold-up, a statement to the press, a package, a clean text, initials, a closing statement, and what came
    after. No mouse."""
    turns = [answer("give"), come("notice", "will"), come("form", "protocol"), come("toll", "half")]
    with window(policy=playing(turns)) as app:
        app.push(ChooseScreen(app, HARBOUR))
        app.settle()
        for key in ("i", "b", "enter"):
            app.key(key)
        assert isinstance(app.top, BriefingScreen)
        assert app.host.who == "BORO"
        app.key("enter")
        assert app.reads("OF BORO")
        app.key("enter")
        app.key("h")
        app.key("enter")
        dismiss(app)
        look_at(app, "toll")
        app.key("p")
        app.key("enter")
        dismiss(app)
        for key in ("b", "2", "m"):
            app.key(key)
            dismiss(app)
        for _ in range(12):
            if mode(app) == "sign":
                break
            look_at(app, seen(app).brackets[0])
            theirs = seen(app).positions[seen(app).others[0].id]
            options = [option.id for option in seen(app).scenario.text[seen(app).brackets[0]].options]
            app.key(str(options.index(theirs[seen(app).brackets[0]]) + 1))
            app.key("m")
            dismiss(app)
        app.key("s")
        dismiss(app)
        for _ in range(6):
            if not isinstance(app.top, TableScreen) or mode(app) == "closing":
                break
            app.key("f")
            app.key("tab")
            app.key("enter")
            dismiss(app)
        assert mode(app) == "closing"
        app.key("2")
        dismiss(app)
        app.settle(6)
        assert isinstance(app.top, EndingScreen)
        app.key("a")
        assert app.reads("WHAT REALLY HAPPENED")
        assert mislaid(app) == []
        ended = seen(app).verdict
        assert ended is not None
        assert ended.kind == "signed"
        for kind in (events.HeldUp, events.Announced, events.Interpreted, events.Ratified):
            assert happened(app, kind), kind


def test_a_whole_game_by_the_mouse_alone() -> None:
    """Aria answers a hold-up, tells the press, sounds the guild, circulates, initials, and reads a phrase its way."""
    half = propose(("BORO", "toll", "half"), ("ARIA", "toll", "half"))
    turns = [hold("pilots"), come("notice", "will"), come("form", "summary"), half]
    with window(policy=playing(turns)) as app:
        app.push(ChooseScreen(app, HARBOUR))
        app.settle()
        app.press("As written")
        app.press("The Town of Aria")
        app.press("Read the brief")
        app.press("Read the cable")
        app.press("To the table")
        dismiss(app)
        assert mode(app) == "held"
        app.press("Swap it")
        dismiss(app)
        app.press("Go public")
        app.press("Tell the newspapers")
        dismiss(app)
        look_at(app, "notice")
        app.press("will tell", among="option")
        app.press("Move alone")
        dismiss(app)
        assert app.reads("TABLES PACKAGE 1")
        app.press("Accept")
        dismiss(app)
        for _ in range(6):
            if mode(app) == "sign":
                break
            app.press("More")
            app.press("Say")
            app.press("We are listening. Please go on.")
            dismiss(app)
        app.press("The guild of pilots", among="audience")
        app.press("Sound")
        assert isinstance(app.top, NewsScreen)
        app.press("Back to the table")
        app.press("Circulate")
        dismiss(app)
        app.press("Initial the text")
        dismiss(app)
        assert mode(app) == "closing"
        app.press("“We will tell, when there is something to tell.”")
        dismiss(app)
        app.settle(6)
        assert isinstance(app.top, EndingScreen)
        app.press("Aftermath")
        assert app.reads("The dredger")
        for kind in (events.Responded, events.Announced, events.Sounded, events.Consented, events.Interpreted):
            assert happened(app, kind), kind


def test_istanbul_against_a_partner_who_agrees() -> None:
    """The first game that a player sees comes to an end in the window, with every event on the way."""
    with window(policy=agreeable) as app:
        app.go("choose")
        app.settle()
        app.press("Istanbul: five hours over one statement")
        for words in ("Read the brief", "Read the cable", "To the table"):
            app.press(words)
        for _ in range(60):
            dismiss(app)
            if not isinstance(app.top, TableScreen) or seen(app).verdict:
                break
            if mode(app) == "compose":
                app.key("b")
                app.key("3")
                app.key("t")
            elif mode(app) == "closing":
                app.key("1")
            else:
                app.key("enter")
            assert mislaid(app) == []
        app.settle(6)
        assert isinstance(app.top, EndingScreen)
