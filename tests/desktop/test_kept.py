"""Panels that stand because nothing has changed look as if they had just been painted, through whole games."""

from __future__ import annotations

from random import Random

import pygame
import pytest

from game.delegations import computer
from game.desktop import Driven
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Pane
from game.desktop.kit.hands import Hands
from game.desktop.kit.pointing import Memory
from game.desktop.screens.table import TableScreen
from tests.desktop.driving import HARBOUR, ISTANBUL, STATUS_TALKS, at_table, dismiss
from tests.desktop.rooms import SIZES, floor

Frame = tuple[bytes, list[object], list[object]]


def frame(app: Driven) -> Frame:
    """What is seen, what is read, and what can be pressed."""
    pressed: list[object] = [(spot.id, spot.boxes, spot.words, spot.keys, spot.hint) for spot in app.canvas.spots]
    return pygame.image.tobytes(app.surface, "RGB"), [*app.boxes()], pressed


def anew(app: Driven) -> Frame:
    """The same frame on an empty window, every panel painted."""
    assert isinstance(app.top, TableScreen)
    app.top.forget()
    app.surface.fill("#FF00FF")
    pygame.event.post(pygame.Event(pygame.WINDOWEXPOSED))
    app.settle()
    return frame(app)


def point(app: Driven, number: int) -> None:
    """Move the mouse onto one of the things that can be pressed."""
    spot = app.canvas.spots[number % len(app.canvas.spots)]
    x, y = (spot.box if spot.clip is None else spot.box.meet(spot.clip)).centre
    at = round(x * app.scale), round(y * app.scale)
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    app.settle()


def play(app: Driven, most: int) -> int:
    """A game in which somebody looks about before every move; gives how many frames were compared."""
    chance, compared = Random(1), 0
    table = app.host.table
    assert table is not None
    while table.verdict is None and table.version < most:
        dismiss(app)
        if isinstance(app.top, TableScreen):
            for act in (*(3 * ["point"]), chance.choice(("tab", "f6", "j", "b", "1", "delete", "pagedown"))):
                if act == "point":
                    point(app, chance.randrange(1000))
                else:
                    app.key(act)
                    app.settle()  # what scrolls lays something else under the mouse
                assert frame(app) == anew(app), (table.version, act)
                compared += 1
            app.key("r")  # a sheet is laid over the table, and taken away
            app.key("escape")
            if isinstance(app.top, TableScreen):
                assert frame(app) == anew(app)
        if (who := app.host.who) is not None and floor(table) == who and table.verdict is None:
            app.host.submit(computer(table.view(who), Random(table.version)).move, table.version_for(who))
        app.wait()
    return compared


def test_what_stands_is_what_would_be_painted() -> None:
    """At the harbour, in a small window."""
    app = at_table(HARBOUR, "BORO", size=(1024, 768))
    assert play(app, 12) > 12
    app.close()


def test_a_pane_that_is_drawn_elsewhere_than_it_stands_is_drawn_once_more() -> None:
    """What it shows has become shorter than it was scrolled, or a part of it was brought into sight."""
    memory, box = Memory(reach={"draft": 30.0}, scroll={"draft": 30.0}), Box(0, 0, 100, 50)
    before_it, at_its_end, past_it = (Pane("draft", box, -down, 50.0) for down in (10.0, 30.0, 48.0))
    assert not Hands(memory, [], [at_its_end]).look_again()
    assert Hands(memory, [], [past_it]).look_again()
    assert Hands(memory, [], [before_it]).look_again()


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [HARBOUR, ISTANBUL, STATUS_TALKS])
@pytest.mark.parametrize(("size", "scale"), [*SIZES, ((1440, 900), 1.0)])
def test_so_it_is_through_whole_games(scenario: str, size: tuple[int, int], scale: float) -> None:
    """In windows of every size."""
    app = at_table(scenario, "BORO" if scenario == HARBOUR else "RUS", size=size, scale=scale)
    assert play(app, 400) > 12
    app.close()
