"""Panels that are painted once, and copied until what they show has changed.

A panel shows a value, and how it looks hangs besides on what the mouse and the focus are on and on how far its panes
are scrolled. What it asks of those while it is drawn is noted with the answers: as long as the value is the same, and
every question has the same answer, its picture stands, with all that can be pressed and read there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas, Pane, Spot, Subject, TextBox, Told
from game.desktop.kit.pointing import Question
from game.desktop.kit.themes import Theme


@dataclass(frozen=True, slots=True)
class _Picture:
    """A panel as it was painted last."""

    value: object
    look: tuple[Box, float, Theme, bool]
    answers: Mapping[Question, object]
    surface: pygame.Surface
    spots: Sequence[Spot]
    told: Sequence[Told | TextBox]
    panes: Sequence[Pane]
    subjects: Sequence[Subject]


class Kept:
    """The panels of one screen."""

    def __init__(self) -> None:
        self._pictures: dict[str, _Picture] = {}
        self.painted: list[str] = []
        """Which panels were painted anew in the last frame."""

    def begin(self) -> None:
        """A frame begins."""
        self.painted.clear()

    def panel(self, canvas: Canvas, id: str, box: Box, value: object, draw: Callable[[], None]) -> None:
        """Draw a panel in a box, or copy it as it was; `value` is compared by `==`."""
        look = box, canvas.scale, canvas.theme, canvas.letters
        kept = self._pictures.get(id)
        if kept is not None and kept.look == look and kept.value == value and _same(canvas, kept):
            canvas.surface.blit(kept.surface, (canvas.px(box.x), canvas.px(box.y)))
            canvas.spots += kept.spots
            canvas.told += kept.told
            canvas.panes += kept.panes
            canvas.subjects += kept.subjects
            return
        self.painted.append(id)
        starts = len(canvas.spots), len(canvas.told), len(canvas.panes), len(canvas.subjects)
        with canvas.noting() as answers:
            draw()
        self._pictures[id] = _Picture(
            value, look, dict(answers),
            canvas.surface.subsurface(canvas.pixels(box).clip(canvas.surface.get_rect())).copy(),
            canvas.spots[starts[0] :], canvas.told[starts[1] :], canvas.panes[starts[2] :],
            canvas.subjects[starts[3] :],
        )  # fmt: skip


def _same(canvas: Canvas, kept: _Picture) -> bool:
    """Whether every question has the answer that it had, and every pane is scrolled as it was painted."""
    return all(canvas.answer(question) == answer for question, answer in kept.answers.items()) and all(
        abs(canvas.offset(pane.id, follow=pane.follow) - pane.box.y + pane.top) < 0.01 for pane in kept.panes
    )
