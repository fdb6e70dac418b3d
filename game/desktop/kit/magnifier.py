"""A page that is larger than the window: which part of it is seen, how one moves over it, and the sign that there is
more.

The part follows the focus, the wheel where nothing beneath it scrolls, the mouse at the edge of the window, and Ctrl
with an arrow. A strip below the page says in which directions it goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pygame

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.pointing import Memory
from game.desktop.kit.settings import SMALL_PAGE
from game.desktop.kit.themes import Theme
from game.words import phrase, say

Way = Literal["left", "up", "down", "right"]
WAYS: dict[Way, tuple[int, int]] = {"left": (-1, 0), "up": (0, -1), "down": (0, 1), "right": (1, 0)}
_SIGNS: dict[Way, str] = {"left": "back", "up": "up", "down": "down", "right": "on"}
_SAYS: dict[Way, str] = {
    "left": phrase("More on the left"),
    "up": phrase("More above"),
    "down": phrase("More below"),
    "right": phrase("More on the right"),
}
STRIP = 34
"""Pixels of the strip below the page, whatever the size of type."""
_STEP = 0.6
"""How much of the window one press moves over."""
_EDGE, _SPEED = 10, 900.0
"""Pixels from the window's edge at which the mouse moves the page, and how many a second."""
_WORDS = Style("sans-semibold", 15, colours.PALE)


class Magnifier:
    """The part of a page that the window shows."""

    def __init__(self) -> None:
        self.page: pygame.Surface | None = None
        """The whole page, where the window does not show all of it."""
        self._room = (0, 0)
        self._drift = (0, 0)
        self._when: float | None = None

    @property
    def on(self) -> bool:
        """Whether the page is larger than the window."""
        return self.page is not None

    def way(self, key: str) -> Way | None:
        """Which way an arrow moves over the page."""
        return next((way for way in WAYS if self.on and way == key), None)

    def fit(self, room: tuple[int, int], scale: float) -> None:
        """Take a page for a window of this many pixels, if it is too small for any."""
        wide, high = SMALL_PAGE[0] * scale, SMALL_PAGE[1] * scale
        if room[0] >= wide - 1 and room[1] >= high - 1:
            self.page, self._room, self._drift = None, room, (0, 0)
            return
        self._room = room[0], max(1, room[1] - STRIP)
        size = max(self._room[0], round(wide)), max(self._room[1], round(high))
        if self.page is None or self.page.get_size() != size:
            self.page = pygame.Surface(size)

    def seen(self, memory: Memory) -> tuple[int, int]:
        """The pixel of the page that stands in the window's corner."""
        if self.page is None:
            return 0, 0
        reach = (self.page.get_width() - self._room[0], self.page.get_height() - self._room[1])
        return max(0, min(reach[0], round(memory.pan[0]))), max(0, min(reach[1], round(memory.pan[1])))

    def move(self, memory: Memory, dx: float, dy: float) -> bool:
        """Move over the page by so many pixels; whether that was possible."""
        before = self.seen(memory)
        memory.pan = before[0] + dx, before[1] + dy
        after = self.seen(memory)
        memory.pan = float(after[0]), float(after[1])
        return after != before

    def step(self, memory: Memory, way: Way) -> bool:
        """Move over the page by a good part of the window."""
        dx, dy = WAYS[way]
        return self.move(memory, dx * self._room[0] * _STEP, dy * self._room[1] * _STEP)

    def bring(self, memory: Memory, box: Box, scale: float) -> bool:
        """Move so far that a box of the page can be seen, its left upper corner if it is larger than the window."""
        if self.page is None:
            return False
        left, top = self.seen(memory)
        near = 12 * scale
        dx = _needed(left, self._room[0], box.x * scale - near, box.right * scale + near)
        dy = _needed(top, self._room[1], box.y * scale - near, box.bottom * scale + near)
        return self.move(memory, dx, dy)

    def at_edge(self, x: float, y: float) -> None:
        """The mouse is at this pixel of the window: at its edge it moves the page."""
        wide, high = self._room[0], self._room[1] + STRIP
        self._drift = (
            (x >= wide - _EDGE) - (x < _EDGE),
            (y >= high - _EDGE) - (y < _EDGE),
        ) if self.on else (0, 0)  # fmt: skip
        self._when = None

    def drift(self, memory: Memory, now: float, *, smooth: bool) -> bool:
        """Move on while the mouse is at the edge: smoothly, or by one step; whether anything moved."""
        if self._drift == (0, 0) or self.page is None:
            return False
        if not smooth:
            (dx, dy), self._drift = self._drift, (0, 0)
            return self.move(memory, dx * self._room[0] * _STEP, dy * self._room[1] * _STEP)
        passed = 0.0 if self._when is None else min(0.1, now - self._when)
        self._when = now
        return self.move(memory, self._drift[0] * _SPEED * passed, self._drift[1] * _SPEED * passed)

    @property
    def drifting(self) -> bool:
        """Whether the mouse moves the page."""
        return self._drift != (0, 0)

    def show(self, window: pygame.Surface, memory: Memory, theme: Theme, go: Callable[[Way], None]) -> Canvas:
        """Put the part that is seen into the window, and the strip below it; gives the strip, with what can be pressed
        there."""
        assert self.page is not None
        left, top = self.seen(memory)
        window.blit(self.page, (0, 0), (left, top, *self._room))
        strip = Canvas(window.subsurface((0, self._room[1], window.get_width(), STRIP)), 1.0, Memory(), theme=theme)
        strip.fill(colours.FELT0)
        strip.line(0, 0, strip.width, 0, colours.FELT3, 2)
        x = 12.0
        for way in self.more(memory):
            words = say(_SAYS[way])
            strip.sign(_SIGNS[way], x, 9, 16, colours.PALE)
            end = strip.text(words, x + 22, 7, _WORDS).right
            strip.spot(Action(f"more-{way}", words, _going(go, way)), Box(x - 6, 2, end - x + 14, STRIP - 2))
            x = end + 22
        return strip

    def more(self, memory: Memory) -> list[Way]:
        """In which directions the page goes on."""
        assert self.page is not None
        left, top = self.seen(memory)
        reach = {
            "left": left > 0,
            "up": top > 0,
            "down": top < self.page.get_height() - self._room[1],
            "right": left < self.page.get_width() - self._room[0],
        }
        return [way for way in WAYS if reach[way]]


def _needed(start: int, room: int, low: float, high: float) -> float:
    """How far to move along one side so that a stretch can be seen."""
    if low < start or high - low > room:
        return low - start
    return max(0.0, high - start - room)


def _going(go: Callable[[Way], None], way: Way) -> Callable[[], None]:
    return lambda: go(way)
