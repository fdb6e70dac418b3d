"""Arrows, and page keys, on a screen of the toolkit alone: no talks are needed to press a key."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.driver import Driver
from game.desktop.kit.screen import Screen
from game.desktop.kit.widgets import button
from tests.desktop.plain import window

ROWS = 30
"""Buttons in the pane, of which ten can be seen."""


class Board(Screen):
    """Six buttons in two rows at the left, a long list in a pane at the right, and below them a short pane."""

    title = "Board"

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def draw(self, canvas: Canvas) -> None:
        """Everything in its place."""
        canvas.fill(colours.FELT1)
        for row in range(2):
            for column in range(3):
                self._button(canvas, f"{'ab'[row]}{column}", Box(40 + 130 * column, 40 + 80 * row, 110, 44))
        with canvas.scrolled("list", Box(500, 40, 300, 440)) as pane:
            for place in range(ROWS):
                self._button(canvas, f"row {place}", Box(510, pane.top + 44 * place, 200, 40))
            pane.bottom = pane.top + 44 * ROWS
        with canvas.scrolled("short", Box(40, 300, 200, 100)) as pane:
            self._button(canvas, "far down", Box(50, pane.top + 300, 150, 40))
            pane.bottom = pane.top + 345

    def _button(self, canvas: Canvas, name: str, box: Box) -> None:
        button(canvas, box, Action(name, name, lambda: self.pressed.append(name)))


@pytest.fixture
def board() -> Iterator[Driver]:
    driver = window(Board())
    yield driver
    driver.close()


def on(driver: Driver, *keys: str) -> str:
    """Where the focus is after these keys."""
    for key in keys:
        driver.key(key)
    return driver.memory.focus


def scroll(driver: Driver, pane: str) -> float:
    """How far a pane is scrolled."""
    return driver.memory.scroll.get(pane, 0.0)


@pytest.mark.parametrize("key", ["left", "right", "up", "down"])
def test_the_first_arrow_shows_the_focus(board: Driver, key: str) -> None:
    """Whichever it is: nothing was focused before, and the first button is now."""
    assert on(board, key) == "a0"
    assert board.memory.shown


def test_an_arrow_goes_to_the_nearest_in_its_direction(board: Driver) -> None:
    """Along a row, down a column and back; at the edge it stays."""
    assert on(board, "right", "right") == "a1"
    assert on(board, "down") == "b1"
    assert on(board, "left") == "b0"
    assert on(board, "left") == "b0"
    assert on(board, "up") == "a0"
    assert on(board, "up") == "a0"
    assert on(board, "right", "right", "right").startswith("row ")
    assert on(board, "left") == "a2"


def test_the_focus_comes_back_where_the_mouse_took_it(board: Driver) -> None:
    """A click takes the ring away and the focus along; the next arrow shows it there, and the one after moves it."""
    on(board, "right")
    board.press("b2")
    assert not board.memory.shown
    assert on(board, "up") == "b2"
    assert board.memory.shown
    assert on(board, "up") == "a2"


@pytest.mark.parametrize("key", ["enter", "space"])
def test_what_has_the_focus_is_pressed(board: Driver, key: str) -> None:
    """By Enter and by Space."""
    on(board, "right", "right", key)
    assert isinstance(board.top, Board)
    assert board.top.pressed == ["a1"]


def test_the_focus_is_scrolled_into_sight(board: Driver) -> None:
    """Going down a list scrolls it as far as is needed, and going up again scrolls back."""
    on(board, *["right"] * 4)
    assert on(board, *["up"] * 10) == "row 0"
    assert on(board, *["down"] * (ROWS - 1)) == f"row {ROWS - 1}"
    assert scroll(board, "list") == board.memory.reach["list"]
    spot = board.spot(f"row {ROWS - 1}")
    assert spot.clip is not None
    assert spot.box.bottom <= spot.clip.bottom
    assert on(board, *["up"] * (ROWS - 1)) == "row 0"
    assert scroll(board, "list") < 12


def test_page_keys_scroll_the_largest_pane(board: Driver) -> None:
    """Four fifths of what can be seen at a time, and not beyond the ends."""
    board.key("pagedown")
    assert scroll(board, "list") == pytest.approx(0.8 * 440)
    board.key("pageup")
    assert scroll(board, "list") == 0
    board.key("end")
    assert scroll(board, "list") == board.memory.reach["list"] == 44 * ROWS - 440
    board.key("pagedown")
    assert scroll(board, "list") == board.memory.reach["list"]
    board.key("home")
    assert scroll(board, "list") == 0
    assert scroll(board, "short") == 0


def test_page_keys_scroll_the_pane_under_the_mouse(board: Driver) -> None:
    """Where no focus is shown, the mouse says which pane is meant."""
    board.memory.mouse = (100.0, 350.0)
    board.key("pagedown")
    assert (scroll(board, "short"), scroll(board, "list")) == (80, 0)


def test_page_keys_scroll_the_pane_with_the_focus(board: Driver) -> None:
    """The focus comes before the mouse."""
    board.memory.mouse = (600.0, 100.0)
    board.memory.focus, board.memory.shown = "far down", True
    board.key("end")
    assert (scroll(board, "short"), scroll(board, "list")) == (board.memory.reach["short"], 0)


def test_keys_with_ctrl_move_nothing(board: Driver) -> None:
    """Ctrl and an arrow is no arrow."""
    board.key("right", ctrl=True)
    board.key("end", ctrl=True)
    assert (board.memory.focus, board.memory.scroll) == ("", {})


def test_a_press_of_the_mouse_ends_with_its_screen(board: Driver) -> None:
    """What was held when another screen came is not pressed by letting go when that has gone."""
    spot = board.spot("a1")
    at = (round(spot.box.centre[0]), round(spot.box.centre[1]))
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    board.settle()
    first = board.top
    board.push(Board())
    board.pop()
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))
    board.settle()
    assert isinstance(first, Board)
    assert first.pressed == []
