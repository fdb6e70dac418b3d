"""A sheet over the screen below it, which Escape takes away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block
from game.desktop.kit.field import LONGEST, Field
from game.desktop.kit.inputs import Input
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import SMALL
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import button_rows, buttons, buttons_wide

if TYPE_CHECKING:
    from game.desktop.app import App

_HEADS = (24.0, 21.0, 19.0, 17.0)
"""Sizes of the title of a sheet: the largest for which there is room."""
_LOW = 600.0
"""On a page lower than this a sheet leaves less of it free."""
_BUTTON, _GAP = 44.0, 8.0
"""How high a button at the foot is, and what is left between two rows of them."""
_BESIDE = 170.0
"""How wide the words beside the buttons must be at the least; else they stand above."""
_HEAD = Style("serif-bold", 24, colours.PALE)


class Sheet(GameScreen):
    """A sheet over the screen below; Escape takes it away."""

    overlay = True
    wide, tall = 560.0, 520.0

    def within(self, canvas: Canvas) -> float:
        """How wide what lies on it may be."""
        return min(self.wide, canvas.width - _edge(canvas)) - 56

    def sheet(self, canvas: Canvas, title: str) -> Box:
        """Draw the sheet in the middle; gives the box below its title."""
        wide, tall = self.within(canvas) + 56, min(self.tall, canvas.height - _edge(canvas))
        box = Box(round((canvas.width - wide) / 2), round((canvas.height - tall) / 2), wide, tall)
        canvas.panel(box, colours.FELT2, 12, colours.FELT3)
        sizes = (size for size in _HEADS if canvas.measure(title, _HEAD._replace(size=size)) <= wide - 56)
        head = _HEAD._replace(size=next(sizes, _HEADS[-1]), line=_HEAD.leading)
        canvas.text(title, box.x + 28, box.y + 20, head, width=wide - 56)
        return Box(box.x + 28, box.y + 66, wide - 56, tall - 86)

    @staticmethod
    def foot(canvas: Canvas, wide: float, actions: Sequence[Action], *, gold: str = "", told: str = "") -> Block:
        """The buttons at the lower edge, and what is told beside them, or above them where room is short."""
        rows = button_rows(canvas, actions, wide)
        beside = wide - buttons_wide(canvas, rows[-1], wide)
        lies_beside = beside >= _BESIDE and canvas.height_of(told, beside, SMALL) <= _BUTTON
        high = canvas.height_of(told, beside if lies_beside else wide, SMALL) if told else 0.0
        above = 0.0 if lies_beside or not told else high + _GAP

        def paint(x: float, y: float) -> None:
            if above:
                canvas.paragraph(told, x, y, wide, SMALL)
            at = Box(x, y + above, wide, _BUTTON)
            for row in rows:
                right = buttons(canvas, at, row, gold=gold)
                at = at.moved(0, _BUTTON + _GAP)
            if told and lies_beside:
                canvas.paragraph(told, right, at.y - _GAP - (_BUTTON + high) / 2, beside, SMALL)

        return Block(above + len(rows) * (_BUTTON + _GAP) - _GAP, paint)

    def close(self) -> None:
        """Take the sheet away, if it still lies there."""
        if self in self.app.stack:
            self.app.back_to(self)
            self.app.pop()


class WritingSheet(Sheet):
    """A sheet with one field to write in."""

    def __init__(self, app: App, longest: int = LONGEST) -> None:
        super().__init__(app)
        self.field = Field(self.memory, longest=longest)

    @property
    def typing(self) -> bool:
        """While the field has the focus."""
        return self.field.focused

    def on(self, said: Input) -> bool:
        """What is typed goes into the field, unless a button has the focus."""
        return self.field.on(said)

    def tick(self, now: float) -> bool:
        """The cursor blinks."""
        if self.app.settings.motion and self.field.blink(now):
            self.app.redraw()
        return False


def _edge(canvas: Canvas) -> float:
    """What a sheet leaves free of the page, in all."""
    return 48.0 if canvas.height >= _LOW else 24.0
