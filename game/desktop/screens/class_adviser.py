"""The adviser of a seat in a class: it thinks on the host, and only where the teacher lets the class have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.screens.adviser import AdviserSheet
from game.desktop.visit import Visit
from game.guest import Advice, Said
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.desk.board import Board


class ClassAdviserSheet(AdviserSheet):
    """The courses that the adviser sees, as soon as they have come."""

    def __init__(self, app: App, board: Board, visit: Visit) -> None:
        self.visit = visit
        self._version = -1
        self._said = ""
        super().__init__(app, board)

    def _ask(self) -> None:
        if self._version != self.board.desk.version:
            self._version, self._courses, self._opinion = self.board.desk.version, (), None
            self._said = say("One moment: your adviser reads.")
            self.visit.advice(self.board.tray, self._heard)

    def _heard(self, found: Advice | Said) -> None:
        if isinstance(found, Advice):
            self._courses, self._opinion = found.courses, found.opinion
        else:
            self._said = found.said or say("The class does not answer.")
        self.app.redraw()

    def _nothing(self) -> str:
        return self._said
