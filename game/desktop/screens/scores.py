"""The points at the end: a card for each side with the parts of its sum, and a row for each issue beside history."""

from __future__ import annotations

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import pill
from game.desktop.screens.issue_rows import Result, draw_rows
from game.desktop.screens.layout import day_words, points_words
from game.desktop.screens.score_rows import Row, rows_of
from game.desktop.signs import signs
from game.talks import opening_capital
from game.text import DelegationId

_SMALL = Style("sans", 14, colours.DIM, line=20)
_BODY = Style("sans", 15, colours.PALE, line=22)
_NUMBER = Style("sans-bold", 15, colours.PALE, line=21)


def draw(canvas: Canvas, box: Box, result: Result) -> None:
    """The cards above, the table below, all in one scrolled pane."""
    with canvas.scrolled("points", box) as pane:
        inner = Box(box.x, pane.top, box.w - 12, 0)
        y = _cards(canvas, inner, result) + 20
        pane.bottom = draw_rows(canvas, Box(inner.x, y, inner.w, 0), result)


# ---- the cards --------------------------------------------------------------------------------------------------


def _cards(canvas: Canvas, box: Box, result: Result) -> float:
    each = min(len(result.order), 3 if box.w >= 1200 else 2)
    gap = 16.0
    wide = (box.w - gap * (each - 1)) / each
    y = box.y
    for first in range(0, len(result.order), each):
        row = result.order[first : first + each]
        high = max(_card(canvas, Box(0, 0, wide, 0), result, who, drawn=False) for who in row)
        for place, who in enumerate(row):
            _card(canvas, Box(box.x + place * (wide + gap), y, wide, high), result, who, drawn=True)
        y += high + gap
    return y - gap


def _card(canvas: Canvas, box: Box, result: Result, who: DelegationId, *, drawn: bool) -> float:
    """One side's sum; gives the height that it takes."""
    score, delegation = result.ended.scores[who], result.scenario[who]
    rows, compared = rows_of(score, signed=result.ended.agreed), _compared(result, who)
    room = box.w - 100
    if not drawn:
        high = sum(_row(canvas, Box(0, 0, room, 0), row, 0, drawn=False) for row in rows)
        return 76 + high + sum(canvas.height_of(words, room, _BODY) + 2 for words, _ in compared) + 22
    canvas.panel(box, colours.FELT2, 8, colours.FELT3)
    canvas.mark(signs(result.scenario)[who], box.x + 20, box.y + 18, 42)
    total = Style("sans-bold", 34, colours.PALE)
    right = box.right - 20
    wide = canvas.text(points_words(score.total), right, box.y + 12, total, align="right").w
    wide = canvas.text("points", right - wide - 8, box.y + 28, _SMALL, align="right").w + wide + 22
    name = Style("sans-bold", 17, colours.PALE)
    if who == result.who:
        wide += pill(canvas, right - wide, box.y + 27, "YOU").w + 10
    named = delegation.name
    if canvas.measure(named, name) > box.w - 96 - wide:
        named = opening_capital(delegation.short)
    canvas.text(named, box.x + 76, box.y + 26, name, width=box.w - 96 - wide)
    y = box.y + 72
    for row in rows:
        y += _row(canvas, Box(box.x + 20, y, room, 0), row, right, drawn=True)
    if compared:
        canvas.line(box.x + 20, y + 3, right, y + 3, colours.FELT3)
        y += 8
    for words, points in compared:
        canvas.paragraph(words, box.x + 20, y, room, _BODY.of(colours.DIM))
        canvas.text(points, right, y, _NUMBER.of(colours.DIM), align="right")
        y += canvas.height_of(words, room, _BODY) + 2
    return box.h


def _row(canvas: Canvas, box: Box, row: Row, right: float, *, drawn: bool) -> float:
    """A part of a sum, or under it one of its reasons; gives the height."""
    style, number = (_BODY, _NUMBER) if row.sum else (_SMALL, _SMALL)
    left = 0.0 if row.sum else 16.0
    high = canvas.height_of(row.words, box.w - left, style) + (2 if row.sum else 1)
    if drawn:
        canvas.paragraph(row.words, box.x + left, box.y, box.w - left, style)
        canvas.text(points_words(row.points, plus=True), right, box.y, number, align="right")
    return high


def _compared(result: Result, who: DelegationId) -> list[tuple[str, str]]:
    """The walk-away, and what history would have been worth."""
    ended, found = result.ended, []
    score, away = ended.scores[who], ended.walk_away.get(who)
    if away is not None and ended.agreed:
        apart = score.words - away
        side = f"{abs(apart)} {'above' if apart > 0 else 'below'}" if apart else "just that"
        found.append((f"walk-away, before the hours: the words are {side}", points_words(away)))
    history = result.scenario.history
    if history and ended.historical and who in ended.historical:
        worth = ended.historical[who].total
        apart = worth - score.total
        side = f"{abs(apart)} {'more' if apart > 0 else 'less'}" if apart else "as much"
        found.append((f"the text of {day_words(history.day)}, same hours: {side}", points_words(worth)))
    return found
