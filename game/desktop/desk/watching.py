"""Whoever watches the computer play every side sets how fast: pauses, lets one move be made, slower and faster."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.widgets import SMALL, button, button_wide, key_name
from game.table import Host
from game.words import phrase, plain, say

WIDE = 236.0
_PACES = (0.2, 0.6, 1.2, 2.5, 5.0, 10.0)
"""Seconds from one move to the next."""


@dataclass(frozen=True, slots=True)
class Watching:
    """How fast it goes now."""

    pace: float
    paused: bool = False
    once: bool = False
    """Whether it pauses again after the next move."""

    @property
    def place(self) -> int:
        """Which of the paces it is nearest to."""
        return min(range(len(_PACES)), key=lambda place: abs(_PACES[place] - self.pace))

    def next(self, by: int) -> Watching:
        """So many paces faster, or slower."""
        return replace(self, pace=_PACES[max(0, min(len(_PACES) - 1, self.place - by))])


class Watched:
    """The talks as they are watched."""

    def __init__(self, host: Host, redraw: Callable[[], None]) -> None:
        self._host, self._redraw = host, redraw
        self.now = Watching(host.pace)

    def set(self, now: Watching) -> None:
        """Go on at another pace, or stand still."""
        self.now = now
        self._host.tempo = 0.0 if now.once else inf if now.paused else now.pace
        self._redraw()

    def moved(self) -> None:
        """A move was made."""
        if self.now.once:
            self.set(replace(self.now, once=False))

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Four buttons, and the pace in words."""
        now, gap = self.now, 8.0
        wide, high = (box.w - gap) / 2, 42.0
        paused = now.paused
        self._button(canvas, Box(box.x, box.y, box.w, high), "pause", say("Go on") if paused else say("Pause"), "space",
                     lambda: replace(now, paused=not paused, once=False))  # fmt: skip
        y = box.y + high + gap
        self._button(canvas, Box(box.x, y, wide, high), "slower", say("Slower"), "-", lambda: now.next(-1),
                     say("It goes no slower.") if now.place == len(_PACES) - 1 else "")  # fmt: skip
        self._button(canvas, Box(box.x + wide + gap, y, wide, high), "faster", say("Faster"), "+", lambda: now.next(1),
                     "" if now.place else say("It goes no faster."))  # fmt: skip
        y += high + gap
        self._button(canvas, Box(box.x, y, wide, high), "one-move", say("One move"), "m",
                     lambda: replace(now, paused=True, once=True))  # fmt: skip
        told = say("Paused.") if paused else say(_AT, n=plain(now.pace))
        canvas.paragraph(told, box.x + wide + gap + 4, y + 2, wide - 4, SMALL)

    def draw_row(self, canvas: Canvas, box: Box) -> None:
        """The same side by side, where there is room for one row."""
        now, x = self.now, box.x
        paces: tuple[tuple[str, str, str, Callable[[], Watching], str], ...] = (
            ("pause", say("Go on") if now.paused else say("Pause"), "space",
             lambda: replace(now, paused=not now.paused, once=False), ""),
            ("slower", say("Slower"), "-", lambda: now.next(-1),
             say("It goes no slower.") if now.place == len(_PACES) - 1 else ""),
            ("faster", say("Faster"), "+", lambda: now.next(1), "" if now.place else say("It goes no faster.")),
            ("one-move", say("One move"), "m", lambda: replace(now, paused=True, once=True), ""),
        )  # fmt: skip
        for id, words, key, then, why in paces:
            wide = button_wide(canvas, words, key_name(key))
            self._button(canvas, Box(x, box.y, wide, box.h), id, words, key, then, why)
            x += wide + 6
        told = say("Paused.") if now.paused else say(_AT, n=plain(now.pace))
        if x + 6 + canvas.measure(told, SMALL) <= box.right:
            canvas.text(told, x + 6, box.y + (box.h - SMALL.leading) / 2, SMALL)

    def _button(
        self, canvas: Canvas, box: Box, id: str, words: str, key: str, then: Callable[[], Watching], why: str = ""
    ) -> None:
        button(canvas, box, Action(id, words, lambda: self.set(then()), keys=(key,), why=why), size=15)


_AT = phrase("A move every {n} s.")
