"""The points at the end: a card for each side with the parts of its sum, and a row for each issue beside history."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import pill
from game.desktop.screens.issue_rows import draw_rows
from game.desktop.screens.result import Result
from game.seat import Account
from game.words import head, phrase, plain, say, signed
from game.words.endings import judged
from game.words.score_rows import rows_of

_SMALL = Style("sans", 14, colours.DIM, line=20)
_BODY = Style("sans", 15, colours.PALE, line=22)
_NUMBER = Style("sans-bold", 15, colours.PALE, line=21)
_TWO = 720.0
"""How wide it must be for two cards side by side."""


def draw(canvas: Canvas, box: Box, result: Result) -> None:
    """The cards above, the table below, all in one scrolled pane."""
    with canvas.scrolled("points", box) as pane:
        inner = Box(box.x, pane.top, box.w - 12, 0)
        y = _outside(canvas, inner, result, _cards(canvas, inner, result)) + 20
        pane.bottom = draw_rows(canvas, Box(inner.x, y, inner.w, 0), result)


def _outside(canvas: Canvas, box: Box, result: Result, y: float) -> float:
    """What the text is worth to those who spoke for an audience, below the cards; where it ends."""
    told = Column(canvas, box.w)
    for line in judged(result.scenario, result.ended, result.desk.who):
        told.words(line, _SMALL)
    return told.paint(box.x, y + 14) if told.high else y


# ---- the cards --------------------------------------------------------------------------------------------------


def _cards(canvas: Canvas, box: Box, result: Result) -> float:
    accounts = result.ended.accounts
    each = min(len(accounts), 3 if box.w >= 1200 else 2 if box.w >= _TWO else 1)
    gap = 16.0
    wide = (box.w - gap * (each - 1)) / each
    y = box.y
    for first in range(0, len(accounts), each):
        row = accounts[first : first + each]
        cards = [_card(canvas, wide, result, account) for account in row]
        high = max(card.high for card in cards)
        for place, (account, card) in enumerate(zip(row, cards, strict=True)):
            at = Box(box.x + place * (wide + gap), y, wide, high)
            canvas.panel(at, colours.FELT2, 8, colours.FELT3)
            _head(canvas, at, result, account)
            card.paint(at.x + 20, at.y)
        y += high + gap
    return y - gap


def _card(canvas: Canvas, wide: float, result: Result, account: Account) -> Column:
    """One side's sum, below the head of its card."""
    card, room = Column(canvas, wide - 40), wide - 100
    card.space(72)
    for row in rows_of(result.scenario, account.who, account.score, result.desk.who, signed=result.agreed):
        style, number = (_BODY, _NUMBER) if row.sum else (_SMALL, _SMALL)
        left = 0.0 if row.sum else 16.0
        up = card.words(row.words, style, left=left, wide=room - left)
        card.draw(2 if row.sum else 1, _number(canvas, signed(row.points), number, up), left=wide - 40)
    compared = list(_compared(result, account))
    if compared:
        card.draw(8, lambda x, y: canvas.line(x, y + 3, x + wide - 40, y + 3, colours.FELT3))
    for words, points in compared:
        up = card.words(words, _BODY.of(colours.DIM), wide=room)
        card.draw(2, _number(canvas, plain(points), _NUMBER.of(colours.DIM), up), left=wide - 40)
    card.space(26 if not compared else 18)
    return card


def _number(canvas: Canvas, points: str, style: Style, up: float) -> Callable[[float, float], object]:
    """Points at the right edge, so far up that they stand on the first line of the words before them."""
    return lambda x, y: canvas.text(points, x, y - up, style, align="right")


def _head(canvas: Canvas, box: Box, result: Result, account: Account) -> None:
    """Whose card it is, and the whole sum."""
    delegation = result.scenario[account.who]
    canvas.mark(result.marks[account.who], box.x + 20, box.y + 18, 42)
    total = Style("sans-bold", 34, colours.PALE)
    right = box.right - 20
    wide = canvas.text(plain(account.score.total), right, box.y + 12, total, align="right").w
    wide = canvas.text(say("points"), right - wide - 8, box.y + 28, _SMALL, align="right").w + wide + 22
    name = Style("sans-bold", 17, colours.PALE)
    if account.who == result.desk.who:
        wide += pill(canvas, right - wide, box.y + 27, say("YOU")).w + 10
    named = delegation.name
    if canvas.measure(named, name) > box.w - 96 - wide:
        named = head(delegation.short)
    while name.size > 14 and canvas.measure(named, name) > box.w - 96 - wide:
        name = name._replace(size=name.size - 1)
    canvas.text(named, box.x + 76, box.y + 26, name, width=box.w - 96 - wide)


def _compared(result: Result, account: Account) -> Iterator[tuple[str, int]]:
    """The walk-away, and what history would have been worth."""
    if result.agreed:
        yield say(_AWAY[_sign(account.apart)], n=abs(account.apart)), account.walk_away
    history = result.scenario.history
    if history and account.historical and account.better is not None:
        line = say(_HISTORY[_sign(account.better)], day=history.day, n=abs(account.better))
        yield line, account.historical.total


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


_AWAY = {
    1: phrase("walk-away, before the hours: the words are {n} above"),
    0: phrase("walk-away, before the hours: the words are just that"),
    -1: phrase("walk-away, before the hours: the words are {n} below"),
}
_HISTORY = {
    -1: phrase("the text of {day:day}, same hours: {n} more"),
    0: phrase("the text of {day:day}, same hours: as much"),
    1: phrase("the text of {day:day}, same hours: {n} less"),
}
"""Each by whether what there is, is more than it, as much or less."""
