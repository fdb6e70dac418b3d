"""The headline that whoever speaks for an audience prints: one line, which everybody reads."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.field import HEIGHT
from game.desktop.kit.widgets import SMALL, button
from game.desktop.screens.overlay import WritingSheet
from game.talks import LONGEST_HEADLINE
from game.words import count, phrase, say


class HeadlineSheet(WritingSheet):
    """A field, and how much room is left in it."""

    title = phrase("Headline")
    wide, tall = 660.0, 230.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app, longest=LONGEST_HEADLINE)
        self.board = board

    def draw(self, canvas: Canvas) -> None:
        """The field, what it is, and two buttons."""
        box = self.sheet(canvas, say("Print a headline"))
        here = Box(box.x, box.y, box.w, HEIGHT)
        self.field.draw(canvas, here, say("Type what is printed."), self._print)
        left = LONGEST_HEADLINE - len(self.field.text)
        told = count(
            "All at the table read it; {n} sign is left.", "All at the table read it; {n} signs are left.", left
        )
        canvas.paragraph(self.board.notice or told, box.x, here.bottom + 12, box.w, SMALL)
        why = "" if self.field.text.strip() else say("Nothing has been typed.")
        go = Action("print", say("Print it"), self._print, keys=("enter",), why=why)
        button(canvas, Box(box.x, box.bottom - 44, 180, 44), go, gold=True)
        close = Action("close", say("Print nothing"), self.close, keys=("escape",))
        button(canvas, Box(box.x + 196, box.bottom - 44, 180, 44), close)

    def _print(self) -> None:
        if said := self.field.text.strip():
            self.board.do("headline", remark=said, then=self.close)
