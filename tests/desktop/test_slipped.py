"""Something comes, and what one was about to press slides away under the mouse: nothing else is pressed for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pygame
import pytest

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.driver import Driver
from game.desktop.kit.screen import Screen
from game.desktop.kit.widgets import button
from tests.desktop.plain import window

AT = (100, 60)


class Row(Screen):
    """Two buttons in a row; whatever comes puts itself before them."""

    title = "Row"

    def __init__(self) -> None:
        super().__init__()
        self.names, self.pressed = ["keep", "drop"], list[str]()

    def draw(self, canvas: Canvas) -> None:
        """One beside the other."""
        canvas.fill(colours.FELT1)
        for place, name in enumerate(self.names):
            button(canvas, Box(40 + 200 * place, 40, 180, 44), Action(name, name, partial(self._press, name)))

    def _press(self, name: str) -> None:
        self.pressed.append(name)
        if name == "drop":
            self.names = ["come", "keep"]


@pytest.fixture
def clock() -> list[float]:
    return [10.0]


@pytest.fixture
def driver(clock: list[float]) -> Iterator[Driver]:
    driver = window(Row(), clock)
    driver.lately.reacts = 0.3
    yield driver
    driver.close()


def row(driver: Driver) -> Row:
    assert isinstance(driver.top, Row)
    return driver.top


def press(driver: Driver, at: tuple[int, int] = AT) -> list[str]:
    """Click there; gives what has been pressed."""
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.Event(kind, pos=at, button=1))
    driver.settle()
    return row(driver).pressed


def comes(driver: Driver, *names: str) -> None:
    """Something comes of itself."""
    row(driver).names = list(names)
    driver.redraw()
    driver.settle()


def test_a_press_a_moment_after_presses_nothing(driver: Driver, clock: list[float]) -> None:
    """It was meant for what lay there; a little later one has seen what lies there now."""
    clock[0] += 1
    comes(driver, "come", "keep", "drop")
    clock[0] += 0.2
    assert press(driver) == []
    clock[0] += 0.2
    assert press(driver) == ["come"]


def test_what_stayed_where_it_was_is_pressed_at_once(driver: Driver, clock: list[float]) -> None:
    """Only what lies under the mouse counts."""
    clock[0] += 1
    comes(driver, "keep", "come", "drop")
    assert press(driver) == ["keep"]


def test_what_one_has_moved_oneself_is_pressed_at_once(driver: Driver, clock: list[float]) -> None:
    """Who presses one thing after the other has seen what the first press did."""
    clock[0] += 1
    assert press(driver, (300, 60)) == ["drop"]
    assert press(driver) == ["drop", "come"]


def test_what_keeps_moving_is_pressed_as_it_stood_a_moment_ago(driver: Driver, clock: list[float]) -> None:
    """However long it goes on, and once it stands it is pressed again."""
    for number in range(30):
        clock[0] += 0.05
        comes(driver, f"come {number}", "keep")
    assert press(driver) == []
    clock[0] += 0.35
    assert press(driver) == ["come 29"]
