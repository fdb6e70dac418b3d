"""Every package of the talks on a sheet, the newest first, with what was said to it; each opens in the draft."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.desk.people import when
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import SMALL, button, focus_ring
from game.desktop.screens.overlay import Sheet
from game.seat import Bargain
from game.words import SENTENCES, phrase, quoted, say, strung
from game.words.bargaining import fate, heading, over
from game.words.events import describe

_NAME = Style("sans-bold", 15, colours.PALE, line=21)
_WHAT = Style("serif", 16, colours.PALE, line=22)
_SAID = Style("serif-italic", 15.5, colours.PALE, line=22)


class PackagesSheet(Sheet):
    """The list of them."""

    title = phrase("Packages")
    wide, tall = 860.0, 720.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self._board = board

    def draw(self, canvas: Canvas) -> None:
        """A row for each, and the way back."""
        box = self.sheet(canvas, self.caption)
        rows = Box(box.x, box.y, box.w, box.h - 60)
        with canvas.scrolled("bargains", rows) as pane:
            y = pane.top + 4
            for each in reversed(self._board.bargaining.packages):
                y = self._row(canvas, each, Box(rows.x + 4, y, rows.w - 18, 0)) + 8
            pane.bottom = y
        back = Action("close", say("Back to the table"), self.close, keys=("escape", "enter", "0"))
        button(canvas, Box(box.x, box.bottom - 46, 220, 46), back, gold=True, size=16)

    def _row(self, canvas: Canvas, each: Bargain, box: Box) -> float:
        """One package; gives its lower edge."""
        board, id = self._board, f"bargain:{each.number}"
        told = Column(canvas, box.w - 68)
        named = heading(board.scenario, each, None)
        at = when(board, board.desk.record[each.place].at)
        told.words([Span(named, _NAME), Span(f"  {at} · {fate(each, board.desk.who)}", SMALL)])
        told.words(describe(board.scenario, each.by, each.shifts), _WHAT, gap=2)
        for reply in each.replies:
            said = board.desk.record[reply.place].remark
            answer = say("{answer}.", answer=heading(board.scenario, each, reply))
            parts = [answer, over(board.scenario, each, reply)]
            spans = [Span(strung([part for part in parts if part], SENTENCES), SMALL, "", board.signs[reply.by])]
            told.words([*spans, *([Span(" " + quoted(said), _SAID)] if said else [])], gap=3)
        row = Box(box.x, box.y, box.w, told.high + 18)
        lit = canvas.hovered(id) or canvas.focused(id)
        canvas.panel(row, colours.FELT3 if lit else colours.FELT1, 8, colours.FELT3)
        canvas.mark(board.signs[each.by], row.x + 14, row.y + 12, 26)
        told.paint(row.x + 54, row.y + 8)
        focus_ring(canvas, id, row.inset(2))
        canvas.spot(Action(id, named, lambda: self._open(each)), row)
        return row.bottom

    def _open(self, each: Bargain) -> None:
        self.close()
        self._board.open_package(each.number)
