"""No line of words is cut through its letters at an edge beyond which an area can be scrolled."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.pointing import Memory

_STYLE = Style("sans", 15, colours.PALE, line=20)


def drawn(at: float, *, high: float = 110.0, scale: float = 1.0) -> tuple[Canvas, Canvas]:
    """Twelve lines in an area that is scrolled so far; and a canvas with the ground alone."""
    pygame.font.init()
    both = tuple(Canvas(pygame.Surface((round(300 * scale), round(200 * scale))), scale, Memory()) for _ in range(2))
    for canvas in both:
        canvas.fill(colours.FELT1)
    canvas, ground = both
    canvas.memory.scroll["lines"] = at
    with canvas.scrolled("lines", Box(20, 30, 200, high)) as pane:
        for number in range(12):
            canvas.text(f"Quiet days, {number}", 20, pane.top + 20 * number, _STYLE)
        pane.bottom = pane.top + 240
    return canvas, ground


def shown(canvas: Canvas) -> list[str]:
    """The lines that can be read."""
    return [each.words.rsplit(" ", 1)[1] for each in canvas.texts]


def test_a_line_is_seen_as_a_whole_or_not_at_all() -> None:
    """In the beginning, in the middle and at the end."""
    assert shown(drawn(0)[0]) == ["0", "1", "2", "3", "4"]
    assert shown(drawn(10)[0]) == ["1", "2", "3", "4", "5"]
    assert shown(drawn(130)[0]) == ["7", "8", "9", "10", "11"]
    assert shown(drawn(0, high=240)[0]) == [str(number) for number in range(12)]
    assert shown(drawn(0, high=15)[0]) == ["0"]  # with no room for one it is seen as far as there is


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_where_a_line_was_there_is_the_ground(scale: float) -> None:
    """Nothing is left of it at either edge."""
    for at in range(0, 130, 7):
        canvas, ground = drawn(at, scale=scale)
        boxes = [each.box for each in canvas.texts]
        first, last = min(box.y for box in boxes), max(box.bottom for box in boxes)
        for x in range(round(20 * scale), round(200 * scale)):
            for y in (*range(round(first * scale) - 8), *range(round(last * scale) + 8, round(200 * scale))):
                assert canvas.surface.get_at((x, y)) == ground.surface.get_at((x, y))
