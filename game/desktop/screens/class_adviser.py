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
    """What the adviser would do, as soon as it has come."""

    def __init__(self, app: App, board: Board, visit: Visit) -> None:
        super().__init__(app, board)
        self.visit = visit
        self._version = -1
        self._said = ""
        self.changed()

    def changed(self) -> None:
        """The talks have moved on: it is asked again."""
        if self._version != self.board.desk.version:
            self._version, self._advice = self.board.desk.version, None
            self._said = say("One moment: your adviser reads.")
            self.visit.advice(self._heard)

    def _heard(self, found: Advice | Said) -> None:
        if isinstance(found, Advice):
            self._advice = found
        else:
            self._said = found.said or say("The class does not answer.")
        self.app.redraw()

    def _words(self) -> tuple[str, ...]:
        return super()._words() if self._advice is not None else (self._said,)
