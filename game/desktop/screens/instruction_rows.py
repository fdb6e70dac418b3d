"""The right side of the briefing: the instructions in rows, each part shown when the cable has come so far."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
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
_NUMBER = Style("sans-bold", 17, colours.GOLD)
_INKS = {"octagon": colours.ALARM, "lock": colours.LOCKED, "tick": colours.AGREED_PALE, "pen": colours.PALE}
_SHAPES = ("round", "gable", "diamond")
"""Signs of those who judge from outside: in the colour of the delegation that answers to them."""


def draw_instructions(
    canvas: Canvas, box: Box, scenario: Scenario, who: DelegationId, parts: Sequence[Part], told: float
) -> None:
    """Mark, name and the parts of the sheet; `told` is the share of the cable that has been typed. The last part, the
    walk-away, stands below the others, which scroll."""
    canvas.panel(box, colours.FELT2, 8, colours.FELT3)
    inner = box.inset(22, 16)
    top = _name(canvas, inner, scenario, who)
    last = _last(canvas, inner, parts[-1], signs(scenario)[who], known=told >= 1.0)
    body = Box(inner.x, top, inner.w, last - top - 12)
    sides, sign = 2 if body.w >= 460 else 1, signs(scenario)[who]
    column = (body.w - 12 - 32 * (sides - 1)) / sides
    with canvas.scrolled("sheet", body) as pane:
        tops = [pane.top] * sides
        for number, part in enumerate(parts[:-1]):
            if told < _due(number, len(parts)):
                continue
            side = _column(part, tops)
            tops[side] = _part(canvas, Box(body.x + side * (column + 32), tops[side], column, 0), part, sign)
        pane.bottom = max(tops) - 12


def _last(canvas: Canvas, inner: Box, part: Part, sign: Sign, *, known: bool) -> float:
    """The walk-away at the lower edge, once the cable has come to it; gives the top of its place."""
    high = 29.0 + sum(canvas.height_of(line.words, inner.w - 74, _WORDS) + 3 for line in part.lines)
    high += sum(canvas.height_of(note, inner.w, _NOTE) + 3 for note in part.notes)
    top = inner.bottom - high
    if known:
        _part(canvas, Box(inner.x, top, inner.w, 0), part, sign)
    return top


def _due(number: int, many: int) -> float:
    """The share of the cable after which a part is known; the walk-away comes with its last letter."""
    return 1.0 if number == many - 1 else (number + 1) / (many + 0.5)


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


def _part(canvas: Canvas, box: Box, part: Part, sign: Sign) -> float:
    """A heading with its rows; gives the top of what follows."""
    canvas.text(part.heading.upper(), box.x, box.y, LABEL, width=box.w)
    canvas.line(box.x, box.y + 23, box.right, box.y + 23, colours.FELT3)
    y = box.y + 29
    if part.lead:
        canvas.paragraph(part.lead, box.x, y, box.w, _NOTE)
        y += canvas.height_of(part.lead, box.w, _NOTE) + 3
    for line in part.lines:
        y = _row(canvas, Box(box.x, y, box.w, 0), line, sign)
    for note in part.notes:
        canvas.paragraph(note, box.x, y, box.w, _NOTE)
        y += canvas.height_of(note, box.w, _NOTE) + 3
    return y + 12


def _row(canvas: Canvas, box: Box, line: Line, sign: Sign) -> float:
    """One row of the sheet; gives the bottom."""
    left, room = box.x, box.w
    if line.sign == "bar":
        canvas.fill(colours.GOLD, Box(left + 3, box.y + 2, 10, 20))
    elif line.sign:
        ink = sign.felt if line.sign in _SHAPES else _INKS.get(line.sign, colours.DIM)
        canvas.sign(line.sign, left, box.y + 4, 15 if line.sign in _SHAPES else 17, ink)
        if line.sign == "octagon":
            canvas.sign("bar", left, box.y + 4, 17, colours.FELT2)
    if line.sign:
        left, room = left + 26, room - 26
    if line.points is not None:
        canvas.text(
            plain(line.points) if line.sign == "bar" else signed(line.points), box.right, box.y, _NUMBER, align="right"
        )
        room -= 48
    canvas.paragraph(line.words, left, box.y, room, _WORDS)
    y = box.y + canvas.height_of(line.words, room, _WORDS)
    if line.note:
        canvas.paragraph(line.note, left, y - 1, room, _NOTE)
        y += canvas.height_of(line.note, room, _NOTE)
    return y + 3
