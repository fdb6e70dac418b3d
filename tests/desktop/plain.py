"""A window with one screen and no talks, for tests of the toolkit alone."""

from __future__ import annotations

from game.desktop.kit.driver import Driver
from game.desktop.kit.screen import Screen
from game.desktop.kit.settings import Settings


def window(screen: Screen, clock: list[float] | None = None) -> Driver:
    """A window with one screen, driven by a test."""
    time = clock or [0.0]
    driver = Driver("A test", size=(1024, 768), settings=Settings(motion=False), clock=lambda: time[0])
    driver.push(screen)
    driver.settle()
    return driver
