"""A gauge of three steps: how an audience feels, how warm goodwill is. A word always stands beside it."""

from __future__ import annotations

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.scenario import Band
from game.talks.events import Mood

WIDE = 29.0
MOODS: dict[Mood, tuple[int, str]] = {
    "content": (3, colours.AGREED_PALE), "uneasy": (2, colours.PALE), "against": (1, colours.ALARM),
}  # fmt: skip
"""Steps and colour of each mood."""
BANDS: dict[Band, tuple[int, str]] = {
    "warm": (3, colours.AGREED_PALE), "correct": (2, colours.PALE), "cold": (1, colours.ALARM),
}  # fmt: skip
"""Steps and colour of each band of goodwill."""


def draw_gauge(canvas: Canvas, x: float, y: float, steps: int, colour: str) -> None:
    """Three small blocks, so many of them filled."""
    for place in range(3):
        box = Box(x + place * 10, y, 8, 11)
        if place < steps:
            canvas.panel(box, colour, 2)
        else:
            canvas.panel(box, colours.FELT1, 2, colours.EMPTY)
