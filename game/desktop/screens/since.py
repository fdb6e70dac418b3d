"""What has happened at the table while another person was at the screen."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.desk.people import draw_events
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.widgets import button
from game.desktop.screens.overlay import Sheet
from game.talks.events import Event
from game.words import SENTENCES, phrase, quoted, say, stopped, strung
from game.words.events import tell


class SinceSheet(Sheet):
    """Every event since, oldest first, over the table of whoever has come back."""

    title = phrase("Since you looked")
    wide = 760.0

    def __init__(self, app: App, board: Board, told: Sequence[Event], heading: str = "") -> None:
        """`heading` says from where it comes, if there is more to say of that."""
        super().__init__(app)
        self._heading = heading or say(self.title)
        self._board = board
        self._told = told
        self._high = 0.0

    @property
    def lying(self) -> tuple[str, ...]:
        """All that has happened."""
        told = ((tell(self._board.scenario, each), each.remark) for each in self._told)
        return tuple(strung((stopped(words), quoted(remark)), SENTENCES) if remark else words for words, remark in told)

    def draw(self, canvas: Canvas) -> None:
        """As high as it has to be, once it is known how high that is."""
        room = canvas.height - 48
        self.tall = min(room, self._high + 66 + 20 + 58)
        box = self.sheet(canvas, self._heading)
        told = [(event, False) for event in self._told]
        with canvas.scrolled("since", Box(box.x, box.y, box.w + 12, box.h - 58)) as pane:
            pane.bottom = draw_events(canvas, self._board, told, box.x, pane.top, box.w - 6)
            high = pane.bottom - pane.top
        if high != self._high:
            self._high = high
            self.app.redraw()
        on = Action("on", say("To the table"), self.close, keys=("enter", "space", "escape"))
        button(canvas, Box(box.x, box.bottom - 46, 220, 46), on, gold=True, size=16)
