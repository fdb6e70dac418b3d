"""What holds for every test of the window: it ends without one, and shows no key that nobody could press."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame
import pytest

from game.desktop.kit import fonts, shapes
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.keyboard import NAMES
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


@pytest.fixture(autouse=True)
def _keys_that_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test draws: the key that a button shows is one that is heard."""
    spot = Canvas.spot

    def checked(self: Canvas, action: Action, boxes: Box | Sequence[Box], *, focusable: bool = True) -> None:
        assert set(action.keys) <= NAMES, action
        spot(self, action, boxes, focusable=focusable)

    monkeypatch.setattr(Canvas, "spot", checked)
