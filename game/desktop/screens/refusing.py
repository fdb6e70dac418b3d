"""The sheet on which it is chosen what a refusal says beside no."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button
from game.desktop.screens.overlay import Sheet
from game.talks import Far
from game.words import phrase, say
from game.words.how_far import FAR, NEVER, never

_SAYS = Style("sans", 15, colours.PALE, line=21)
_LEFT = 196.0


class HowFarSheet(Sheet):
    """How far off the package is called, or that its word is refused for ever, with what that costs."""

    title = phrase("How far")
    wide, tall = 640.0, 470.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board

    def draw(self, canvas: Canvas) -> None:
        """A row for each thing that may be said; what is chosen now is in gold."""
        box, tray = self.sheet(canvas, say("What do you say with your no?")), self.board.tray
        with canvas.scrolled("how-far", Box(box.x, box.y - 4, box.w + 12, box.h - 54)) as pane:
            y = pane.top + 4
            for number, (far, said) in enumerate(FAR.items(), 1):
                act = Action(far or "none", say(said.button), self._say(far), keys=(str(number),))
                chosen = far == tray.far and not tray.never
                y = self._row(canvas, Box(box.x + 4, y, box.w - 8, 0), act, say(said.hint), gold=chosen)
            why = self.board.why_not_swear()
            act = Action("never", say(NEVER), self._swear, keys=(str(len(FAR) + 1), "v"), why=why)
            told = why or never(self.board.never_row)
            pane.bottom = self._row(canvas, Box(box.x + 4, y, box.w - 8, 0), act, told, gold=tray.never)
        close = Action("close", say("Back to the table"), self.close, keys=("enter", "escape"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), close)

    @staticmethod
    def _row(canvas: Canvas, box: Box, act: Action, hint: str, *, gold: bool) -> float:
        """One button with what is understood by it; gives where the next begins."""
        high = canvas.height_of(hint, box.w - _LEFT, _SAYS)
        row = max(42.0, high)
        button(canvas, Box(box.x, box.y + (row - 42) / 2, _LEFT - 16, 42), act, gold=gold)
        canvas.paragraph(hint, box.x + _LEFT, box.y + (row - high) / 2, box.w - _LEFT, _SAYS)
        return box.y + row + 12

    def _say(self, far: Far | None) -> Callable[[], None]:
        def measured() -> None:
            self.close()
            self.board.measure(far)

        return measured

    def _swear(self) -> None:
        self.close()
        self.board.swear()
