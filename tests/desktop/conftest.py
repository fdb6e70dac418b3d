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

_FORGET = fonts.forget
"""Lets go of everything that was measured and painted; the tests do so only where fonts are other ones."""


def _close_fonts() -> None:
    fonts.font.cache_clear()
    fonts.lent.cache_clear()


@pytest.fixture(autouse=True)
def _no_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close what a test has opened, and the fonts, which do not outlive it. What was painted by them does: the tests
    show the same words again and again, so one paints them for all."""
    fonts.home = folder("assets") / "fonts"
    monkeypatch.setattr(fonts, "forget", _close_fonts)
    monkeypatch.setattr(shapes, "forget", lambda: None)
    yield
    _close_fonts()
    pygame.font.quit()
    pygame.display.quit()


@pytest.fixture
def other_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """What exchanges fonts for others, so that nothing is left of either before and after."""
    _FORGET()
    yield monkeypatch
    _FORGET()


@pytest.fixture(autouse=True)
def _keys_that_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test draws: the key that a button shows is one that is heard."""
    spot = Canvas.spot

    def checked(self: Canvas, action: Action, boxes: Box | Sequence[Box], *, focusable: bool = True) -> None:
        assert set(action.keys) <= NAMES, action
        spot(self, action, boxes, focusable=focusable)

    monkeypatch.setattr(Canvas, "spot", checked)
