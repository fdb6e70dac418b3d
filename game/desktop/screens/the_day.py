"""The day of the historical text, between a signature and what came after: cards with what was said and seen."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Style
from game.desktop.screens.result import Result
from game.words.the_day import CardTold, cards, of_which_text

_TITLE = Style("sans-bold", 14, colours.MUTED, line=20)
_SAYS = Style("serif", 21, colours.INK, line=29)
_BY = Style("sans-bold", 15, colours.INK, line=21)
_STORY = Style("sans", 15, colours.INK, line=22)
_SMALL = Style("sans", 14, colours.MUTED, line=20)
_GAP, _WITHIN = 18.0, 18.0


def draw(canvas: Canvas, box: Box, result: Result) -> None:
    """One sheet that scrolls: of which text all this was said, then the cards."""
    page = Box(box.x, box.y, box.w, box.h - 8)
    canvas.sheet(page)
    inner = page.inset(28 if page.w > 700 else 20, 0)
    wide = inner.w - 12
    words = of_which_text(result.scenario, signed=result.agreed)
    with canvas.scrolled("day", page) as pane:
        y = pane.top + 18
        canvas.paragraph(words, inner.x, y, wide, _SMALL)
        y += canvas.height_of(words, wide, _SMALL) + 16
        pane.bottom = _cards(canvas, Box(inner.x, y, wide, 0), cards(result.scenario)) + 18


def _cards(canvas: Canvas, box: Box, told: Sequence[CardTold]) -> float:
    """The cards, each below the shortest column; gives the lower edge."""
    across = max(1, min(3, int(box.w // 300)))
    wide = (box.w - (across - 1) * _GAP) / across
    feet = [box.y] * across
    for card in told:
        place = min(range(across), key=lambda each: feet[each])
        column = _card(canvas, wide - 2 * _WITHIN, card)
        at = Box(box.x + place * (wide + _GAP), feet[place], wide, column.high + 2 * _WITHIN)
        canvas.panel(at, colours.PAPER, edge=colours.LINE)
        column.paint(at.x + _WITHIN, at.y + _WITHIN)
        feet[place] = at.bottom + _GAP
    return max(feet) - _GAP


def _card(canvas: Canvas, wide: float, card: CardTold) -> Column:
    """Title, the words that were said, whose they are, what was seen, and where it stands."""
    column = Column(canvas, wide)
    column.words(card.title, _TITLE, gap=6)
    if card.says:
        column.words(card.says, _SAYS, gap=6)
    if card.by:
        column.words(card.by, _BY, gap=6)
    if card.story:
        column.words(card.story, _STORY, gap=8)
    column.words(card.sources, _SMALL)
    return column
