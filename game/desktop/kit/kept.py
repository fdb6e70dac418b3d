"""Panels that are painted once, and stand until what they show has changed.

A panel shows a value, and how it looks hangs besides on what the mouse and the focus are on and on how far its panes
are scrolled. What it asks of those while it is drawn is noted with the answers: as long as the value is the same, and
every question has the same answer, it is not painted again, and all that can be pressed and read there is still so. It
simply stands on the page; only where another screen is laid over it is it copied first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pygame

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas, Pane, Spot, Subject, TextBox, Told, overlap
from game.desktop.kit.pointing import Asked
from game.desktop.kit.themes import Theme


class Panel(NamedTuple):
    """A part of a screen that is painted by itself, in a box of its own."""

    id: str
    box: Box
    draw: Callable[[], None]
    part: str = ""
    """The part of the screen to which F6 goes with it; by itself it is one."""
    ground: str = ""
    """What it stands on, where that is another panel that has been drawn before."""
    solid: Box | None = None
    """What of its box it paints over whatever it shows, corners included: no ground is painted there first."""


_ROUND = 10.0
"""How round the corners of a card are at most."""


def solid(card: Box) -> Box:
    """What a card paints over in any case: all but the strips in which its round corners lie."""
    return card.inset(_ROUND, 0)


_Look = tuple[float, Theme, bool]


@dataclass(slots=True)
class _Picture:
    """A panel as it was painted last."""

    value: object
    look: tuple[Box, _Look]
    asked: Asked
    spots: Sequence[Spot]
    told: Sequence[Told | TextBox]
    panes: Sequence[Pane]
    subjects: Sequence[Subject]
    copy: pygame.Surface | None = None


class Kept:
    """The panels of one screen."""

    def __init__(self) -> None:
        self._pictures: dict[str, _Picture] = {}
        self._places: object = None
        """Where the panels of the last frame were, and how they looked."""
        self._beneath: list[set[str]] = []
        """Over which earlier ones each of them lies."""
        self.painted: list[str] = []
        """Which panels were painted anew in the last frame."""

    def draw(self, canvas: Canvas, ground: str, panels: Sequence[Panel], value: object) -> None:
        """Draw panels on a ground, or leave them as they are; `value` is compared by `==`."""
        self.painted.clear()
        look = canvas.scale, canvas.theme, canvas.letters
        places = look, tuple((panel.id, panel.box) for panel in panels)
        stands = canvas.stands and places == self._places
        if places != self._places:
            self._places, self._beneath = places, _beneath(panels)
        if not stands:
            canvas.fill(ground)
        shown: set[str] = set()
        for panel, lower in zip(panels, self._beneath, strict=True):
            over = shown & lower
            beneath = panel.ground or (ground if stands else "")
            if not over.isdisjoint(self.painted):
                beneath = ""
            with canvas.part(panel.part or panel.id):
                if self._panel(canvas, panel, value, look, beneath, there=stands and not over):
                    shown.add(panel.id)

    def _panel(self, canvas: Canvas, panel: Panel, value: object, look: _Look, ground: str, *, there: bool) -> bool:
        """One panel. `there`: it stands on the page as it was. If it is painted, then on this ground, if there is one.
        Whether anything was put on the page."""
        kept, area = self._pictures.get(panel.id), canvas.pixels(panel.box).clip(canvas.surface.get_rect())
        same = kept is not None and (kept.look, kept.value) == ((panel.box, look), value) and _same(canvas, kept)
        if kept is not None and same and (there or kept.copy is not None):
            if not there and kept.copy is not None:
                canvas.surface.blit(kept.copy, area)
            canvas.spots += kept.spots
            canvas.told += kept.told
            canvas.panes += kept.panes
            canvas.subjects += kept.subjects
        else:
            if ground:
                canvas.fill_around(ground, panel.box, panel.solid)
            kept = self._pictures[panel.id] = self._painted(canvas, panel, value, look, area)
        if canvas.covered and kept.copy is None:
            kept.copy = canvas.surface.subsurface(area).copy()
        return not (same and there)

    def _painted(self, canvas: Canvas, panel: Panel, value: object, look: _Look, area: pygame.Rect) -> _Picture:
        self.painted.append(panel.id)
        starts = len(canvas.spots), len(canvas.told), len(canvas.panes), len(canvas.subjects)
        canvas.surface.set_clip(area)
        with canvas.noting() as asked:
            panel.draw()
        canvas.surface.set_clip(None)
        return _Picture(
            value, (panel.box, look), asked,
            canvas.spots[starts[0] :], canvas.told[starts[1] :], canvas.panes[starts[2] :],
            canvas.subjects[starts[3] :],
        )  # fmt: skip


def _beneath(panels: Sequence[Panel]) -> list[set[str]]:
    """Over which earlier ones each panel lies."""
    return [
        {other.id for other in panels[:place] if overlap(panel.box, other.box)} for place, panel in enumerate(panels)
    ]


class Over:
    """What is painted over panels in one frame, and taken away before the next, in which they may still stand."""

    def __init__(self) -> None:
        self._under: tuple[pygame.Rect, pygame.Surface] | None = None
        """What was there before."""

    def take_away(self, canvas: Canvas) -> None:
        """Before the panels are drawn: put back what it was painted over."""
        if self._under is not None and canvas.stands:
            canvas.surface.blit(self._under[1], self._under[0])
        self._under = None

    def begin(self, canvas: Canvas, box: Box) -> None:
        """When the panels have been drawn: from now on it is painted over this box."""
        area = canvas.pixels(box).clip(canvas.surface.get_rect())
        self._under = area, canvas.surface.subsurface(area).copy()


def _same(canvas: Canvas, kept: _Picture) -> bool:
    """Whether every question has the answer that it had, and every pane is scrolled as it was painted."""
    return kept.asked.same(canvas) and all(
        abs(canvas.offset(pane.id, follow=pane.follow) - pane.box.y + pane.top) < 0.01 for pane in kept.panes
    )
