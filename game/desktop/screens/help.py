"""The sheet that says how to play, and every key: what is to be done now first, then in sections with their rows."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import BODY, LABEL, SMALL
from game.desktop.screens.glossary import glossary_action
from game.desktop.screens.known import known_action
from game.desktop.screens.layout import button_rows, buttons
from game.desktop.screens.overlay import Sheet
from game.scenario import Scenario
from game.words import phrase, say
from game.words.how_to_play import HOW, KEYS, Rows

_NAME = Style("sans-bold", 15, colours.PALE)
_KEY = Style("sans-bold", 14, colours.PALE)
_NOW = Style("serif", 18, colours.PALE, line=26)
_APART = 18.0
"""Above a section, and between what stands side by side."""
_ROW = 50.0
"""A row of buttons with what is above it."""
_NARROW = 520.0
"""Where there is less room a name stands above what is said of it."""


class HelpSheet(Sheet):
    """How to play, and every key; from it one comes to the glossary, and to what is known and what is made up."""

    title = phrase("Help")
    wide, tall = 980.0, 820.0

    def __init__(self, app: App, scenario: Scenario, now: str) -> None:
        """`now` is what can be done at this moment."""
        super().__init__(app)
        self._scenario, self._now = scenario, now

    def draw(self, canvas: Canvas) -> None:
        """What is to be done now, how to play, then the keys in tables."""
        box = self.sheet(canvas, say("How to play"))
        back = Action("close", say("Back to the table"), self.close, keys=("enter", "escape", "f1"))
        ways = [back, known_action(self.app, self._scenario), glossary_action(self.app, self._scenario)]
        rows_of_ways = button_rows(canvas, ways, box.w)
        foot = _ROW * len(rows_of_ways) - 8
        with canvas.scrolled("help", Box(box.x, box.y - 4, box.w + 10, box.h - foot - 4)) as pane:
            wide = box.w - 10
            y = _heading(canvas, say("Now"), Box(box.x, pane.top, wide, 0))
            canvas.paragraph(self._now, box.x, y, wide, _NOW)
            y += canvas.height_of(self._now, wide, _NOW) + _APART
            for heading, rows in HOW:
                y = _heading(canvas, say(heading), Box(box.x, y, wide, 0))
                y = _section(canvas, Box(box.x, y, wide, 0), rows) + _APART - 8
            pane.bottom = _keys(canvas, Box(box.x, y, wide, 0))
        for number, row in enumerate(rows_of_ways):
            place = Box(box.x, box.bottom + 4 - foot + number * _ROW, box.w, _ROW - 8)
            buttons(canvas, place, row, gold=back.id)


def _heading(canvas: Canvas, words: str, box: Box) -> float:
    """A heading with a line below it; gives where its rows begin."""
    canvas.text(words.upper(), box.x, box.y, LABEL, width=box.w)
    canvas.line(box.x, box.y + 23, box.right, box.y + 23, colours.FELT3)
    return box.y + 31


def _section(canvas: Canvas, box: Box, rows: Rows) -> float:
    """What is told of at the left, what there is to say of it beside it; gives the bottom."""
    narrow, y = box.w < _NARROW, box.y
    left = 0 if narrow else max(canvas.measure(say(name), _NAME) for _, each in HOW for name, _ in each) + _APART
    for name, words in rows:
        told = say(words)
        canvas.text(say(name), box.x, y, _NAME)
        y += _NAME.leading if narrow else 0
        canvas.paragraph(told, box.x + left, y, box.w - left, BODY)
        y += canvas.height_of(told, box.w - left, BODY) + 8
    return y


def _keys(canvas: Canvas, box: Box) -> float:
    """The tables of keys side by side, as many as there is room for; gives the bottom."""
    beside = len(KEYS) if box.w > 860 else 2 if box.w > 560 else 1
    wide = (box.w - (beside - 1) * _APART) / beside
    top, lowest = box.y, box.y
    for number, (heading, rows) in enumerate(KEYS):
        if number and number % beside == 0:
            top = lowest + _APART
        x = box.x + number % beside * (wide + _APART)
        y = _heading(canvas, say(heading), Box(x, top, wide, 0))
        left = max(canvas.measure(say(key), _KEY) for key, _ in rows) + _APART
        for key, words in rows:
            told, style = say(words), SMALL.of(colours.PALE)
            canvas.text(say(key), x, y, _KEY)
            canvas.paragraph(told, x + left, y, wide - left, style)
            y += canvas.height_of(told, wide - left, style) + 4
        lowest = max(lowest, y)
    return lowest
