"""The record at the end: every sentence, sitting by sitting, with what was said off the record marked as such."""

from __future__ import annotations

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.screens.layout import day_words, sheet
from game.desktop.signs import signs
from game.scenario import Moment, Scenario
from game.talks import View, listed
from game.talks.events import Event
from game.words.events import tell

_WORDS = Style("serif", 16, colours.INK, line=24)
_REMARK = Style("serif-italic", 16, colours.INK, line=24)
_LABEL = Style("sans-bold", 14, colours.MUTED, line=22)
_SMALL = Style("sans", 14, colours.MUTED, line=22)
_STAMP = 62.0


def draw(canvas: Canvas, box: Box, view: View) -> None:
    """One sheet that scrolls; `view` should hear everything."""
    page = Box(box.x, box.y, box.w, box.h - 8)
    sheet(canvas, page)
    side = 44.0 if page.w > 1100 else 26.0
    inner = page.inset(side, 0)
    with canvas.scrolled("record", page) as pane:
        y, sitting = pane.top + 20, 0
        for event in view.record:
            moment = view.scenario.calendar.at(event.at)
            if moment.number != sitting:
                y = _heading(canvas, inner, y, moment)
                sitting = moment.number
            y = _event(canvas, page, inner, y, view.scenario, event, moment)
        pane.bottom = y + 14


def _heading(canvas: Canvas, inner: Box, y: float, moment: Moment) -> float:
    session = moment.session
    words = f"{day_words(session.day)}, {session.place}: {session.title}".upper()
    canvas.paragraph(words, inner.x, y + 8, inner.w, _LABEL)
    bottom = y + 8 + canvas.height_of(words, inner.w, _LABEL) + 2
    canvas.line(inner.x, bottom, inner.right, bottom, colours.LINE)
    return bottom + 8


def _event(canvas: Canvas, page: Box, inner: Box, y: float, scenario: Scenario, event: Event, moment: Moment) -> float:
    """One sentence with its hour, its speaker's mark and the remark; gives the bottom. Drawn only where it is seen."""
    left, room = inner.x + _STAMP + 34, inner.w - _STAMP - 40
    words = tell(scenario, event)
    remark = f"“{event.remark}”" if event.remark else ""
    whose = ""
    if event.heard_by is not None:
        names = [scenario[who].short for who in scenario.ids if who in event.heard_by]
        whose = f"Heard by {listed(names)} only." if names else ""
    highs = [canvas.height_of(words, room, _WORDS)]
    highs.append(canvas.height_of(remark, room, _REMARK) if remark else 0.0)
    highs.append(canvas.height_of(whose, room, _SMALL) if whose else 0.0)
    bottom = y + sum(highs) + 8
    if bottom < page.y or y > page.bottom:
        return bottom
    if whose:
        canvas.fill(colours.FLIMSY, Box(inner.x - 8, y - 2, inner.w + 8, bottom - y - 2))
    canvas.text(f"{moment.when:%H:%M}", inner.x, y, Style("sans", 14, colours.MUTED, line=24))
    if event.by:
        canvas.mark(signs(scenario)[event.by], inner.x + _STAMP, y + 2, 20, felt=False)
    for told, style, high in zip((words, remark, whose), (_WORDS, _REMARK, _SMALL), highs, strict=True):
        if told:
            canvas.paragraph(told, left, y, room, style)
            y += high
    return bottom
