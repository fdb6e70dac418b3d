"""The right side of the briefing: the instructions in rows, each part shown when the cable has come so far."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Style
from game.desktop.kit.sign import Sign
from game.desktop.kit.widgets import LABEL, pill
from game.desktop.screens.instructions_world import Line, Part
from game.desktop.signs import signs
from game.scenario import Scenario
from game.text import DelegationId
from game.words import plain, say, signed

_WORDS = Style("serif", 16, colours.PALE, line=23)
_NOTE = Style("sans", 14, colours.DIM, line=20)
_NUMBER = Style("sans-bold", 17, colours.PALE)
_LOW = 400.0
"""How high the sheet must be for the name and the walk-away to stand still while the other parts scroll."""
_GAP = 12.0
"""Below each part."""
_INKS = {"octagon": colours.ALARM, "lock": colours.LOCKED, "tick": colours.AGREED_PALE, "pen": colours.PALE}
_SHAPES = ("round", "gable", "diamond")
"""Signs of those who judge from outside: in the colour of the delegation that answers to them."""


def draw_instructions(
    canvas: Canvas, box: Box, scenario: Scenario, who: DelegationId, parts: Sequence[Part], told: float
) -> None:
    """Mark, name and the parts of the sheet; `told` is the share of the cable that has been typed. The last part, the
    walk-away, stands below the others, which scroll."""
    canvas.panel(box, colours.FELT2, 8, colours.FELT3)
    inner, sign = box.inset(22, 16), signs(scenario)[who]
    if box.h < _LOW:
        _together(canvas, box.inset(18, 4), scenario, who, parts, told)
        return
    top = _name(canvas, inner, scenario, who)
    walk_away = _part(canvas, inner.w, parts[-1], sign)
    last = inner.bottom - walk_away.high + _GAP
    if told >= 1.0:
        walk_away.paint(inner.x, last)
        canvas.subject("walk-away", Box(inner.x, last, inner.w, walk_away.high - _GAP))
    body = Box(inner.x, top, inner.w, last - top - 12)
    sides = 2 if body.w >= 460 else 1
    wide = (body.w - 12 - 32 * (sides - 1)) / sides
    with canvas.scrolled("sheet", body) as pane:
        tops = [pane.top] * sides
        for number, part in enumerate(parts[:-1]):
            if told >= _due(number, len(parts)):
                side = _column(part, tops)
                tops[side] = _part(canvas, wide, part, sign).paint(body.x + side * (wide + 32), tops[side])
        pane.bottom = max(tops) - 12


def _together(
    canvas: Canvas, box: Box, scenario: Scenario, who: DelegationId, parts: Sequence[Part], told: float
) -> None:
    """All of it one below the other, which scrolls, where there is little room."""
    wide, sign = box.w - 4, signs(scenario)[who]
    with canvas.scrolled("sheet", Box(box.x, box.y, box.w + 12, box.h)) as pane:
        y = _name(canvas, Box(box.x, pane.top + 10, wide, 0), scenario, who)
        for number, part in enumerate(parts):
            if part is parts[-1] and told >= 1.0:
                canvas.subject("walk-away", Box(box.x, y, wide, _part(canvas, wide, part, sign).high - _GAP))
            if told >= min(1.0, _due(number, len(parts))):
                y = _part(canvas, wide, part, sign).paint(box.x, y)
        pane.bottom = y


def _due(number: int, many: int) -> float:
    """The share of the cable after which a part is known."""
    return (number + 1) / (many + 0.5)


def _name(canvas: Canvas, inner: Box, scenario: Scenario, who: DelegationId) -> float:
    delegation = scenario[who]
    canvas.mark(signs(scenario)[who], inner.x, inner.y, 44)
    pill(canvas, inner.right, inner.y, say("YOU"))
    name, role = Style("sans-bold", 18, colours.PALE), Style("sans", 15, colours.DIM, line=20)
    left, room = inner.x + 60, inner.w - 60
    canvas.paragraph(delegation.name, left, inner.y - 2, room - 64, name)
    y = inner.y - 2 + canvas.height_of(delegation.name, room - 64, name)
    canvas.paragraph(delegation.role, left, y, room, role)
    return max(inner.y + 52, y + canvas.height_of(delegation.role, room, role)) + 8


def _column(part: Part, tops: Sequence[float]) -> int:
    """In two columns: what we want at the left, what we do not sign at the right, the rest where there is room."""
    if len(tops) == 1:
        return 0
    return min((0, 1), key=lambda side: tops[side]) if part.side is None else part.side


def _part(canvas: Canvas, wide: float, part: Part, sign: Sign) -> Column:
    """A heading with its rows."""
    column = Column(canvas, wide)

    def heading(x: float, y: float) -> None:
        canvas.text(part.heading.upper(), x, y, LABEL, width=wide)
        canvas.line(x, y + 23, x + wide, y + 23, colours.FELT3)

    column.draw(29, heading)
    if part.lead:
        column.words(part.lead, _NOTE, gap=3)
    for line in part.lines:
        _row(column, line, sign)
    for note in part.notes:
        column.words(note, _NOTE, gap=3)
    column.space(_GAP)
    return column


def _row(column: Column, line: Line, sign: Sign) -> None:
    """One row of the sheet."""
    canvas, left = column.canvas, 26.0 if line.sign else 0.0
    room = column.wide - left - (48 if line.points is not None else 0)
    column.draw(0, lambda x, y: _marked(canvas, Box(x, y, column.wide, 0), line, sign))
    column.words(line.words, _WORDS, left=left, wide=room)
    if line.note:
        column.space(-1)
        column.words(line.note, _NOTE, left=left, wide=room, gap=1)
    column.space(3)


def _marked(canvas: Canvas, box: Box, line: Line, sign: Sign) -> None:
    """The sign before a row and its points at the right."""
    if line.sign == "bar":
        canvas.fill(colours.PALE, Box(box.x + 3, box.y + 2, 10, 20))
    elif line.sign:
        outside = line.sign in _SHAPES
        ink = sign.felt if outside else _INKS.get(line.sign, colours.DIM)
        canvas.sign(line.sign, box.x, box.y + 4, 15 if outside else 17, ink)
        if line.sign == "octagon":
            canvas.sign("bar", box.x, box.y + 4, 17, colours.FELT2)
    if line.points is not None:
        points = plain(line.points) if line.sign == "bar" else signed(line.points)
        canvas.text(points, box.right, box.y, _NUMBER, align="right")
