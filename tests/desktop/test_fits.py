"""Through whole games nothing is cut, nothing lies over anything else, and where a pane hides a part it can be
scrolled: in every theme, and at type of 80, 100 and 200 %."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest

from game.delegations import computer
from game.desktop import ROUTES, Driven, Settings
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.themes import THEMES, ThemeName
from game.desktop.screen import GameScreen
from game.desktop.screens.table import TableScreen
from game.scenario import shelf
from game.text import DelegationId
from tests.desktop.driving import HARBOUR
from tests.desktop.fitting import Fitting, fitting
from tests.night import AT_NIGHT

WORDS = Style("sans", 15, colours.PALE)
SHEETS = ("f1", "y", "r", "e", "g", "0", "escape", "f", "p", "h", "v")
TYPES = (80, 100, 200)
SEATS = dict(zip(shelf.shipped(), ("NATO", "RUS", "RUS", "PLB"), strict=True))
"""A seat of each shipped scenario."""


def game(fit: Fitting, app: Driven, every: int) -> Iterator[str]:
    """Play until the talks are over, and look at each screen; at every so many of the seat's turns also at sheets and
    at a package. Gives what is wrong, and where."""
    table, who, turns = app.host.table, app.host.who, 0
    assert table is not None
    assert who is not None
    for _ in range(200):
        yield from (f"{app.top.__class__.__name__} at {table.version}: {each}" for each in fit.wrong(app))
        if table.verdict is not None:
            return
        if not isinstance(app.top, TableScreen):
            app.key("enter")
        elif table.view(who).my_turn:
            turns += 1
            if turns % every == 0:
                yield from look_about(fit, app)
            app.host.submit(computer(table.view(who), Random(table.version)).move, table.version_for(who))
        app.wait()
    raise AssertionError(f"the talks stand at {table.version}")


def look_about(fit: Fitting, app: Driven) -> Iterator[str]:
    """Every sheet, and a package with three moves in it."""
    table = app.top
    for key in SHEETS:
        app.key(key)
        if app.top is not table:
            yield from (f"the sheet of {key}: {each}" for each in fit.wrong(app))
        for _ in range(4):
            if app.top is not table:
                app.key("escape")
    for key in ("b", "1", "b", "2", "b", "3"):
        app.key(key)
        yield from (f"the tray: {each}" for each in fit.wrong(app))
    app.key("delete")


def played(scenario: str, seat: str, size: tuple[int, int], theme: ThemeName, type: int, every: int) -> list[str]:
    """What is wrong in a whole game."""
    settings = Settings(motion=False, theme=theme, type=type)
    with fitting() as fit:
        app = Driven(pace=0.0, policy=computer, size=size, settings=settings, routes=ROUTES)
        app.host.begin(scenario, DelegationId(seat), 2)
        app.go("table")
        app.wait()
        found = list(game(fit, app, every))
        app.close()
    return found


def test_a_game_fits_in_the_smallest_window() -> None:
    """At the harbour, in high contrast, with a sheet over the table now and then."""
    assert played(HARBOUR, "BORO", (1024, 768), "contrast", 100, 4) == []


def cases() -> Iterator[tuple[str, tuple[int, int], ThemeName, int]]:
    """Every scenario in every window at every size of type. A theme moves no words, so by day each case has the next
    one, and at night all of them."""
    for number, (scenario, size, type) in enumerate(product(SEATS, ((1024, 768), (1440, 900)), TYPES)):
        for theme in THEMES if AT_NIGHT else (list(THEMES)[(number + number // len(TYPES)) % len(THEMES)],):
            yield scenario, size, theme, type


@pytest.mark.slow
@pytest.mark.parametrize(("scenario", "size", "theme", "type"), list(cases()))
def test_every_game_fits(scenario: str, size: tuple[int, int], theme: ThemeName, type: int) -> None:
    """Of every scenario, in the smallest window and in an ordinary one."""
    assert played(scenario, SEATS[scenario], size, theme, type, 4) == []


class Badly(GameScreen):
    """A screen on which nothing fits."""

    def draw(self, canvas: Canvas) -> None:
        """Words over words, words past the edge, and words that a pane hides without a sign."""
        canvas.fill(colours.FELT1)
        canvas.text("one over", 40, 40, WORDS)
        canvas.text("the other", 42, 44, WORDS)
        canvas.text("past the edge of the window", canvas.width - 30, 90, WORDS)
        with canvas.scrolled("short", Box(40, 140, 300, 60)) as pane:
            canvas.text("too far to the right", 320, pane.top + 4, WORDS)
            canvas.text("too far down", 40, pane.top + 90, WORDS)
            pane.bottom = pane.top + 60


def test_what_does_not_fit_is_found() -> None:
    """Each of four ways in which it does not."""
    with fitting() as fit:
        app = Driven(pace=0.0, policy=computer, size=(1024, 768), settings=Settings(motion=False), routes=ROUTES)
        app.push(Badly(app))
        found = fit.wrong(app)
        app.close()
    assert len(found) == 4
    for each in (
        "lies over",
        "'past the edge of the window' is cut off",
        "cut at the side",
        "'too far down' is hidden",
    ):
        assert any(each in wrong for wrong in found), found
