"""Every test of the window ends without one."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.desktop.kit import fonts, shapes
from game.scenario import folder


@pytest.fixture(autouse=True)
def _no_window() -> Iterator[None]:
    """Close what a test has opened, and forget fonts that do not outlive it."""
    fonts.home = folder("assets") / "fonts"
    yield
    fonts.forget()
    shapes.forget()
    pygame.font.quit()
    pygame.display.quit()
