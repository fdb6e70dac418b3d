"""The table: header, delegations, paper, wordings and tray over one view."""

from __future__ import annotations

from game.desktop import colours
from game.desktop.app import App
from game.desktop.box import Box
from game.desktop.canvas import Canvas
from game.desktop.desk import Desk
from game.desktop.desk.header import HEIGHT, draw_header
from game.desktop.desk.options import draw_options
from game.desktop.desk.paper import draw_paper
from game.desktop.desk.people import draw_people
from game.desktop.desk.tray import HEIGHT as TRAY
from game.desktop.desk.tray import draw_status, draw_tray
from game.desktop.inputs import Input, Key
from game.desktop.screen import Screen
from game.desktop.screens.sheets import HelpSheet, MenuSheet, RecordSheet, SaySheet

_GAP = 12.0


class TableScreen(Screen):
    """The talks at `app.table`, seen from the seat `app.who`."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        if app.table is None:
            raise LookupError("a table screen needs a table")
        self.desk = Desk(app, app.table)
        self.title = app.table.scenario.title
        self._ended = 0.0

    def draw(self, canvas: Canvas) -> None:
        """Draw the panels in the order in which the focus goes through them."""
        canvas.fill(colours.FELT1)
        top = HEIGHT + _GAP
        tray = Box(_GAP, canvas.height - TRAY - _GAP, canvas.width - 2 * _GAP, TRAY)
        tall = tray.y - _GAP - top
        left = max(224.0, min(320.0, canvas.width * 0.205))
        right = max(288.0, min(430.0, canvas.width * 0.265))
        paper = Box(_GAP + left + _GAP, top, canvas.width - left - right - 4 * _GAP - 4, tall - 4)
        draw_paper(canvas, self.desk, paper)
        draw_options(canvas, self.desk, Box(canvas.width - _GAP - right, top, right, tall))
        draw_tray(canvas, self.desk, tray, self._say)
        draw_people(canvas, self.desk, Box(_GAP, top, left, tall), self._record)
        draw_header(canvas, self.desk, self._help, self._menu)
        draw_status(canvas, self.desk, tray)

    def on(self, said: Input) -> bool:
        """Escape hides the focus first."""
        if isinstance(said, Key) and said.name == "escape" and not said.ctrl and self.memory.shown:
            self.memory.shown = False
            return True
        return False

    def tick(self, now: float) -> bool:
        """Draw while words dry; when the talks are over, stay a moment and go on to the ending."""
        if self.desk.view.verdict and "ending" in self.app.routes and now - self._ended >= self.app.settings.pace:
            self.app.go("ending")
            return False
        wet = self.desk.drying
        if not wet and self.desk.fresh and self.desk.dried_at:
            self.desk.dried_at = 0.0
            self.app.redraw()
        return wet > 0

    def changed(self) -> None:
        """A move was made: look again; the last one closes every sheet."""
        self.desk.changed()
        if self.desk.view.verdict:
            self._ended = self.app.clock()
            self.app.back_to(self)

    def refused(self, why: str) -> None:
        """Say why a button cannot be pressed."""
        self.desk.explain(why)

    def _help(self) -> None:
        self.app.push(HelpSheet(self.app))

    def _menu(self) -> None:
        self.app.push(MenuSheet(self.app, self.desk))

    def _record(self) -> None:
        self.app.push(RecordSheet(self.app, self.desk))

    def _say(self) -> None:
        self.app.push(SaySheet(self.app, self.desk))
