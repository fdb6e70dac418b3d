"""Figures in the window, laid out beside the drawing: what room they have is known only when they are drawn, and to
find places for their words takes longer than a frame may."""

from __future__ import annotations

from functools import partial

from game.debrief.parallel import Pairs, Parallel
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.pictures import paint, painted, stretch
from game.desktop.screens.pages import draw_waiting, usually_high
from game.desktop.worker import Worker
from game.reports.figure import figure
from game.reports.picture import Area, Picture
from game.scenario import Scenario
from game.words.page import Figure, Shown

_EDGE, _CORNER = 12.0, 26.0
"""Round a figure on its paper; and how high a corner is that is kept free of words."""
_MUCH = 560.0
"""How high a figure with all sides in it is on a narrow page."""
_ROOMS = 3
"""For how many sizes of its room a figure is kept: beside a topic, as a topic, and one more."""


class LaidFigure:
    """One figure, as it has been laid out for the room that it had."""

    def __init__(self, shown: Shown, scenario: Scenario, beside: Worker | None) -> None:
        """Without a thread `beside` the drawing it is laid out while it is waited for."""
        self._shown = shown
        self._scenario = scenario
        self._beside = beside
        self.corner = 0.0
        """How wide a right upper corner of a plot is in which no words stand."""
        self._kept: list[Picture] = []
        self._wanted: tuple[float, float, float] | None = None

    def picture(self, wide: float, high: float, scale: float, *, now: bool = False) -> Picture | None:
        """It for this room, or None while it is being laid out; `now` waits for it."""
        for each in self._kept:
            if (each.width, each.height) == (wide, high):
                return each
        if now or self._beside is None:
            self._keep(self._lay_out(wide, high))
            return self._kept[-1]
        if self._wanted != (wide, high, scale):
            self._wanted = wide, high, scale
            self._beside.put(partial(self._lay_out, wide, high, scale), self._keep, first=True)
        return None

    @property
    def last(self) -> Picture | None:
        """It as it was laid out last, for whatever room."""
        return self._kept[-1] if self._kept else None

    def _lay_out(self, wide: float, high: float, scale: float = 0.0) -> Picture:
        """It for some room; with a scale, painted already."""
        free = (Area(wide - self.corner, 0, self.corner, _CORNER),) if self.corner else ()
        found = figure(self._shown, self._scenario, wide, high, kept=free)
        if scale:
            painted(found, scale)
        return found

    def _keep(self, found: Picture) -> None:
        self._kept, self._wanted = [*self._kept[1 - _ROOMS :], found], None


class Figures:
    """The figures of the pages of one debrief."""

    def __init__(self, scenario: Scenario, beside: Worker | None = None) -> None:
        self._scenario = scenario
        self._beside = beside
        self._laid: dict[int, tuple[Figure, LaidFigure]] = {}

    def high(self, shown: Figure, wide: float, room: float) -> float:
        """How high a figure is on a narrow page: so that all of it is seen in the room, unless it has much to show."""
        if isinstance(shown.plot, Parallel | Pairs):
            return max(usually_high(wide), min(wide * 1.2, _MUCH))
        return min(usually_high(wide), room)

    def paint(self, canvas: Canvas, box: Box, shown: Figure) -> None:
        """A figure on paper; while it is being laid out, a word of that or the figure as it was."""
        canvas.sheet(box, deep=4)
        found = self._laid.get(id(shown))
        if found is None:
            found = self._laid[id(shown)] = shown, LaidFigure(shown.plot, self._scenario, self._beside)
        inside, (_, laid) = box.inset(_EDGE), found
        picture = laid.picture(inside.w, inside.h, canvas.scale)
        if picture is not None:
            paint(canvas, inside.x, inside.y, picture)
        elif laid.last is not None:
            stretch(canvas, inside, laid.last)
        else:
            draw_waiting(canvas, box, colours.MUTED)
