"""Screens round the table, for whoever has only keys or only ears: Tab and F6 go everywhere, F1 tells what a button
does, and what lies on a screen is said when it comes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from game.desktop import Driven
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.screen import GameScreen
from game.desktop.screens.chair import ChairSheet, HappenSheet
from game.desktop.screens.explain import ExplainSheet
from game.desktop.screens.hand_over import HandOverScreen
from game.desktop.screens.title import TitleScreen
from game.seat import Seated
from game.text import DelegationId
from game.words import phrase, stopped
from tests.desktop.driving import HARBOUR, ISTANBUL, THREE_RIVERS, mislaid
from tests.desktop.rooms import begin, window
from tests.desktop.test_two_at_one import ARIA, BORO, CELO, two
from tests.desktop.test_voice import listening

RUS = DelegationId("RUS")


@contextmanager
def in_turns(scenario: str = HARBOUR, *, also: tuple[DelegationId, ...] = (ARIA,), type: int = 100) -> Iterator[Driven]:
    """A window between several people."""
    with window(size=(1024, 768)) as app:
        app.settings.type = type
        app.host.begin(scenario, BORO, 3, as_written=True, also=also)
        app.go("table")
        app.settle()
        yield app


def by_tab(app: Driven) -> list[str]:
    """Everything to which Tab goes from the first thing back to it, each seen when it has the focus."""
    found: list[str] = []
    for _ in range(60):
        app.key("tab")
        if app.memory.focus in found:
            return found
        spot = next(spot for spot in app.canvas.spots if spot.id == app.memory.focus)
        assert spot.clip is None or spot.clip.meet(spot.box).h > spot.box.h / 2, spot
        found.append(spot.id)
    raise AssertionError(f"{found} go on for ever")


@pytest.mark.parametrize("type", [100, 200])
def test_tab_goes_to_every_button_and_brings_it_into_sight(type: int) -> None:
    """Between people, and on the chair's sheet, which is longer than the window in large letters."""
    with in_turns(THREE_RIVERS, also=(ARIA, CELO), type=type) as app:
        assert by_tab(app) == ["there", "chair", "back", "pass-BORO", "pass-CELO"]
        app.key("c")
        found = by_tab(app)
        assert found[0] == "pass-1"
        assert found[-1] == "back"
        assert len(found) == len(app.canvas.spots)


def test_f6_goes_from_what_scrolls_to_what_stands_below() -> None:
    """Where no panels have names; to the gold button of each, or else to what comes first."""
    with in_turns() as app:
        app.key("c")
        told = []
        for _ in range(3):
            app.key("f6")
            told.append(app.memory.focus)
        assert told == ["pass-1", "back", "pass-1"]
        app.key("f6", shift=True)
        assert app.memory.focus == "back"


def test_f1_tells_what_a_button_does_on_any_screen() -> None:
    """What has the focus first, then the others; Escape, Enter and F1 itself lead back."""
    with in_turns(type=200) as app:
        app.key("c")
        while app.memory.focus != "revoke":
            app.key("tab")
        app.key("f1")
        assert isinstance(app.top, ExplainSheet)
        assert app.reads("Take the last move back")
        assert app.reads("Nothing can be taken back.")
        assert mislaid(app) == []
        app.key("j")
        assert not app.reads("Nothing can be taken back.")
        app.key("f1")
        assert isinstance(app.top, ChairSheet)
        app.key("escape")
        app.key("f1")
        assert app.reads("The table of Boro opens, as it was left.")
        app.key("enter")
        assert isinstance(app.top, HandOverScreen)
        assert app.host.handing == BORO, "no press was one more"


def test_f1_says_at_least_the_key() -> None:
    """Of a button of which there is nothing else to tell."""
    with window() as app:
        app.go("join")
        for _ in range(6):
            if app.memory.focus != "back":
                app.key("tab")
        app.key("f1")
        assert app.reads("Title")
        assert app.reads("Its key is Esc.")


class FarBelow(GameScreen):
    """One button, further down in a pane than it shows."""

    title = phrase("What is this?")

    def draw(self, canvas: Canvas) -> None:
        """A pane, and the button below its edge."""
        with canvas.scrolled("far", Box(0, 0, 400, 100)) as pane:
            canvas.spot(Action("leave", "Leave it all", self.app.pop, keys=("l",)), Box(0, pane.top + 500, 90, 30))
            pane.bottom = pane.top + 560


def test_f1_tells_of_what_is_scrolled_out_of_sight_where_nothing_else_is() -> None:
    """No screen with a button has nothing to tell."""
    with window(size=(1024, 768)) as app:
        app.push(FarBelow(app))
        app.settle()
        app.key("f1")
        assert isinstance(app.top, ExplainSheet)
        assert app.reads("Leave it all")


def test_where_f1_did_something_already_it_does_that() -> None:
    """On the title it opens the glossary."""
    with window() as app:
        app.go("title")
        app.key("f1")
        assert not isinstance(app.top, ExplainSheet | TitleScreen)


def test_what_lies_there_is_said_when_it_comes() -> None:
    """The screen between two, the chair, and what came of a press there; hours in full."""
    with window() as app:
        heard = listening(app)
        app.settings.aloud = True
        two(app, HARBOUR, BORO, ARIA)
        assert heard[-1].startswith("Pass the computer. Nothing is on this screen that belongs to Aria.")
        app.key("c")
        assert heard[-1].startswith("The chair. For whoever leads the table.")
        app.key("tab")
        assert heard[-1] == "1 hour. So much time passes, with all that it brings and costs."
        app.key("8")
        assert heard[-1] == "Done."
        app.key("h")
        assert isinstance(app.top, HappenSheet)
        assert heard[-1].endswith("Nobody else should look.")


def test_what_is_read_first_is_read_aloud() -> None:
    """What everybody knows, and then the cable, to its end."""
    with window() as app:
        heard = listening(app)
        app.settings.aloud = True
        table = begin(app, ISTANBUL, RUS)
        app.go("briefing")
        app.settle()
        assert heard[-1].startswith(f"Briefing. {table.scenario.background.strip()[:40]}")
        app.key("enter")
        cable = Seated(table.view(RUS)).scenario.instructions[RUS].cable
        assert stopped(cable[0])[:40] in heard[-1]
        assert cable[-1][-30:] in heard[-1]
