"""What everybody knows before the talks: the background on cream, who is at the table, when and where they meet."""

from __future__ import annotations

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, pill
from game.desktop.screens.instructions_world import SHAPES
from game.desktop.screens.scenario_list import opens_with
from game.desktop.signs import signs
from game.scenario import Scenario
from game.text import DelegationId
from game.words import day_of_month, say

_WORDS = Style("serif", 16, colours.PALE, line=23)
_ROLE = Style("sans", 15, colours.DIM, line=23)
_NAME = Style("sans-bold", 15, colours.PALE, line=21)
_LINE = Style("sans", 15, colours.DIM, line=21)
_READING = tuple(Style("serif", size, colours.INK, line=round(size * 1.55)) for size in (19.0, 18.0, 17.0, 16.0))


def draw_background(canvas: Canvas, box: Box, scenario: Scenario) -> None:
    """The page that every side has read."""
    canvas.sheet(box)
    side = 44.0 if box.w > 640 else 30.0
    inner = Box(box.x + side, box.y + 26, box.w - 2 * side, box.h - 40)
    small = Style("sans-bold", 14, colours.MUTED)
    canvas.text(say("COMMON GROUND: WHAT EVERY SIDE HAS READ"), inner.x, inner.y, small, width=inner.w)
    canvas.line(inner.x, inner.y + 28, inner.right, inner.y + 28, colours.LINE)
    body = Box(inner.x, inner.y + 40, inner.w, inner.h - 40)
    tried = (_background(canvas, body.w - 12, scenario, style) for style in _READING)
    read = next((column for column in tried if column.high <= body.h), None)
    read = read or _background(canvas, body.w - 12, scenario, _READING[-1])
    with canvas.scrolled("background", body) as pane:
        pane.bottom = read.paint(body.x, pane.top)


def read_by_all(scenario: Scenario) -> tuple[str, ...]:
    """Its paragraphs."""
    return tuple(filter(str.strip, scenario.background.split("\n")))


def _background(canvas: Canvas, room: float, scenario: Scenario, style: Style) -> Column:
    """The paragraphs in one size of type."""
    column, gap = Column(canvas, room), style.size * 0.75
    for place, paragraph in enumerate(read_by_all(scenario)):
        column.space(gap if place else 0)
        column.words(paragraph, style)
    return column


def draw_parties(canvas: Canvas, box: Box, scenario: Scenario, me: DelegationId | None) -> None:
    """Who sits at the table, who judges from outside, and the calendar; nobody is called you where several read it
    together."""
    canvas.panel(box, colours.FELT2, 8, colours.FELT3)
    inner = box.inset(22, 18)
    canvas.text(say("AT THE TABLE"), inner.x, inner.y, LABEL)
    with canvas.scrolled("parties", Box(inner.x, inner.y + 30, inner.w, inner.h - 30)) as pane:
        y = pane.top + 4
        for delegation in scenario.delegations:
            canvas.mark(signs(scenario)[delegation.id], inner.x, y + 2, 40)
            left, room = inner.x + 58, inner.w - 70
            if delegation.id == me:
                pill(canvas, inner.right - 8, y, say("YOU"))
            name = Style("sans-bold", 17, colours.PALE)
            name_room = room - (56 if delegation.id == me else 0)
            canvas.paragraph(delegation.name, left, y, name_room, name)
            y += canvas.height_of(delegation.name, name_room, name)
            told = opens_with(scenario, delegation, _ROLE, _WORDS)
            canvas.paragraph(told, left, y + 2, room)
            y += canvas.height_of(told, room) + 20
        if scenario.audiences:
            canvas.text(say("IN THE CORRIDOR"), inner.x, y, LABEL)
            y = _corridor(canvas, Box(inner.x, y + 28, inner.w - 12, 0), scenario, me) + 12
        canvas.text(say("WHEN AND WHERE"), inner.x, y, LABEL)
        pane.bottom = _calendar(canvas, Box(inner.x, y + 28, inner.w - 12, 0), scenario)


def _corridor(canvas: Canvas, box: Box, scenario: Scenario, me: DelegationId | None) -> float:
    """Who judges from outside, whom, and what each looks at, as far as this seat knows it; gives the bottom."""
    y, marks, room = box.y, signs(scenario), box.w - 26
    for audience in scenario.audiences:
        known, of = audience.sealed_for(me), scenario[audience.of]
        told = [Span(known.name + " ", _NAME), Span(say("judges {who}.", who=of.short) + " ", _LINE)]
        told += [Span(known.line, _LINE.of(colours.PALE))] if known.line else []
        canvas.sign(SHAPES[audience.power], box.x + 2, y + 4, 15, marks[audience.of].felt)
        canvas.paragraph(told, box.x + 26, y, room)
        y += canvas.height_of(told, room) + 6
    return y


def _calendar(canvas: Canvas, box: Box, scenario: Scenario) -> float:
    day, words = Style("sans", 15, colours.DIM, line=22), Style("sans", 15, colours.PALE, line=22)
    sessions = scenario.calendar.sessions
    wide = max(canvas.measure(day_of_month(session.day), day) for session in sessions) + 16
    y = box.y
    for session in sessions:
        canvas.text(day_of_month(session.day), box.x, y, day)
        told = [Span(session.title + " ", words), Span(session.place, day)]
        canvas.paragraph(told, box.x + wide, y, box.w - wide)
        y += canvas.height_of(told, box.w - wide) + 4
    return y
