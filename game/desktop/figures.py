"""Figures of a page as the window paints them: on paper, since everybody may read what they show."""

from __future__ import annotations

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.pictures import paint
from game.desktop.screens.layout import sheet
from game.desktop.screens.pages import Painter
from game.reports.figure import figure
from game.reports.picture import Picture
from game.scenario import Scenario
from game.words.page import Figure

_EDGE = 12.0


def figure_painter(scenario: Scenario) -> Painter:
    """What paints figures of talks of a scenario; each is laid out once for its size."""
    pictures: dict[tuple[int, float, float], tuple[Figure, Picture]] = {}

    def painted(canvas: Canvas, box: Box, shown: Figure) -> None:
        page = Box(box.x, box.y, box.w - 8, box.h - 8)
        key = id(shown), page.w, page.h
        if key not in pictures:
            laid = figure(shown.plot, scenario, page.w - 2 * _EDGE, page.h - 2 * _EDGE)
            # The figure is kept with it: as long as it is, no other has its id.
            pictures[key] = shown, laid
        sheet(canvas, page)
        paint(canvas, page.x + _EDGE, page.y + _EDGE, pictures[key][1])

    return painted
