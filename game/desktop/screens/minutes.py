"""The record at the end: every sentence, sitting by sitting, with what was said off the record marked as such."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Style
from game.desktop.seat_marks import draw_mark
from game.scenario import Moment, Scenario
from game.seat import Minute
from game.talks import CHAIR
from game.talks.events import Event
from game.words import quoted, say
from game.words.calendar import clock
from game.words.events import heard_only, tell
from game.words.known import INVENTED

_WORDS = Style("serif", 16, colours.INK, line=24)
_REMARK = Style("serif-italic", 16, colours.INK, line=24)
_LABEL = Style("sans-bold", 14, colours.MUTED, line=22)
_WHOSE = Style("sans", 14, colours.MUTED, line=22)
_STAMP = 62.0
_NARROW = 340.0
"""On a sheet narrower than this the hour and the mark stand above the words."""


def draw(canvas: Canvas, box: Box, scenario: Scenario, record: Sequence[Minute], *, headed: bool = True) -> None:
    """One sheet that scrolls; `record` should hold everything that was said, be it revoked. `headed`: with the sittings
    above what was said in them."""
    page = Box(box.x, box.y, box.w, box.h - 8)
    canvas.sheet(page)
    side = 44.0 if page.w > 1100 else 26.0 if page.w >= _NARROW else 16.0
    inner = page.inset(side, 0)
    with canvas.scrolled("record", page) as pane:
        y, sitting = pane.top + (20 if headed else 10), 0
        for event, gone in record:
            moment = scenario.calendar.at(event.at)
            if headed and moment.number != sitting:
                y = _heading(canvas, inner, y, moment)
                sitting = moment.number
            y = _event(canvas, page, inner, y, scenario, (event, gone), moment)
        canvas.paragraph(say(INVENTED), inner.x, y + 14, inner.w, _WHOSE)
        pane.bottom = y + 28 + canvas.height_of(say(INVENTED), inner.w, _WHOSE)


def _heading(canvas: Canvas, inner: Box, y: float, moment: Moment) -> float:
    session = moment.session
    words = say("{day:day}, {place}: {title}", day=session.day, place=session.place, title=session.title).upper()
    canvas.paragraph(words, inner.x, y + 8, inner.w, _LABEL)
    bottom = y + 8 + canvas.height_of(words, inner.w, _LABEL) + 2
    canvas.line(inner.x, bottom, inner.right, bottom, colours.LINE)
    return bottom + 8


def _event(
    canvas: Canvas, page: Box, inner: Box, y: float, scenario: Scenario, minute: Minute, moment: Moment
) -> float:
    """One sentence with its hour, its speaker's mark and the remark; gives the bottom. Drawn only where it is seen."""
    event, gone = minute
    above = 26.0 if page.w < _NARROW else 0.0
    left, room = (inner.x, inner.w) if above else (inner.x + _STAMP + 34, inner.w - _STAMP - 40)
    told, column = list(_told(scenario, event)), Column(canvas, room)
    column.space(above)
    for words, style in told:
        column.words(words, style._replace(strike=gone))
    bottom = y + column.high + 8
    if bottom < page.y or y > page.bottom:
        return bottom
    if told[-1][1] is _WHOSE:
        canvas.fill(colours.FLIMSY, Box(inner.x - 8, y - 2, inner.w + 8, bottom - y - 2))
    canvas.text(clock(moment.when), inner.x, y, Style("sans", 14, colours.MUTED, line=24))
    if event.by and event.by != CHAIR:
        draw_mark(canvas, scenario, event.by, inner.x + _STAMP, y + 2, 20, felt=False)
    column.paint(left, y)
    return bottom


def _told(scenario: Scenario, event: Event) -> Iterator[tuple[str, Style]]:
    """What happened, what was said with it, and who alone heard it."""
    yield tell(scenario, event), _WORDS
    if event.remark:
        yield quoted(event.remark), _REMARK
    if words := heard_only(scenario, event):
        yield words, _WHOSE
