"""The replay in the window: by keys, by the mouse along its bar, by itself; and taking a seat over from there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from game.desktop import Driven
from game.desktop.kit.inputs import MouseDown, MouseMoved, MouseUp
from game.desktop.screens.replay import ReplayScreen
from game.desktop.screens.table import TableScreen
from game.words.opened import OpenedTalks
from tests.debrief.courses import course
from tests.desktop.driving import ISTANBUL, mislaid
from tests.desktop.rooms import SIZES, window
from tests.library import source

COURSE = course(ISTANBUL)
MINDS = OpenedTalks(COURSE)
LAST = len(COURSE.steps)


@contextmanager
def replaying(
    at: int, size: tuple[int, int] = (1440, 900), scale: float = 1.0
) -> Iterator[tuple[Driven, ReplayScreen]]:
    """A window that shows the talks in Istanbul after so many moves."""
    with window(size=size, scale=scale) as app:
        app.host.source = (source(ISTANBUL), ISTANBUL)
        app.go("title")
        screen = ReplayScreen(app, COURSE, at, COURSE.ids[0], minds=MINDS, notable=(2,))
        app.push(screen)
        app.settle()
        yield app, screen


def test_keys_lead_to_every_move_and_no_further() -> None:
    """The arrows by one move, Home and End to the ends, the page keys to where another sitting begins."""
    with replaying(3) as (app, screen):
        places = []
        for key in ("right", "left", "left", "home", "left", "end", "right", "pageup", "pagedown"):
            app.key(key)
            places.append(screen.at)
        assert places[:7] == [4, 3, 2, 0, 0, LAST, LAST]
        assert 0 <= places[7] < LAST
        calendar = COURSE.scenario.calendar
        if places[7]:
            before, after = COURSE.steps[places[7] - 1].after, COURSE.steps[places[7]].after
            assert calendar.at(before.hours).number != calendar.at(after.hours).number


def test_the_bar_is_pulled_along_and_the_move_stands_above_it() -> None:
    """Where it is pressed is the move that is shown, also while it is held."""
    with replaying(0) as (app, screen):
        bar = screen._bar.box
        held = bar.y + bar.h / 2
        screen.on(MouseDown(bar.x + 20, held))
        screen.on(MouseMoved(bar.x + bar.w / 2, held))
        half = screen.at
        assert abs(half - LAST / 2) <= 1
        app.settle()
        assert any(f"Move {half} of {LAST}" in words for words in app.texts())
        screen.on(MouseMoved(bar.right + 90, held))
        assert screen.at == LAST
        screen.on(MouseUp(bar.right + 90, held))
        screen.on(MouseMoved(bar.x, held))
        assert screen.at == LAST


def test_it_runs_by_itself_and_stops_at_the_end() -> None:
    """Space lets it run; another key stops it."""
    with replaying(LAST - 1) as (app, screen):
        app.key("space")
        assert screen._plays is not None
        screen.tick(app.clock() + 2)
        assert screen.at == LAST
        screen.tick(app.clock() + 4)
        assert screen._plays is None
        app.key("space")
        assert screen.at == 0
        app.key("right")
        assert (screen.at, screen._plays) == (1, None)


def test_a_seat_is_taken_over_and_the_talks_go_on_from_there() -> None:
    """T asks for the seat; the table opens where the talks stood; at the end nothing can be taken over."""
    with replaying(LAST) as (app, screen):
        app.key("t")
        assert app.top is screen
        screen.go(3)
        app.settle()
        app.key("t")
        app.settle()
        app.press("In the seat of")
        app.settle()
        assert isinstance(app.top, TableScreen)
        assert app.host.table is not None
        assert app.host.table.carried == 3
        assert app.host.who == COURSE.ids[0]
        assert app.host.table.record().moves[:3] == COURSE.record.moves[:3]


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_nothing_is_cut_off_at_any_move(size: tuple[int, int], scale: float) -> None:
    """At the first, at one with the computer's mind, and at the last."""
    with replaying(0, size, scale) as (app, screen):
        for at in (0, 4, LAST):
            screen.go(at)
            app.settle()
            assert not mislaid(app)
        screen.go(next(n for n, step in enumerate(COURSE.steps, 1) if step.move.by != COURSE.ids[0]))
        app.key("m")
        app.settle()
        assert any("It worked for" in words for words in app.texts())
        assert not mislaid(app)
