"""The question before something is left that would be lost."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.widgets import BODY, button
from game.desktop.screens.overlay import Sheet
from game.words import phrase, say


class QuitSheet(Sheet):
    """What would be lost, and the two ways on; the harmless one is gold."""

    title = phrase("Leave without keeping")
    wide, tall = 600.0, 300.0

    def __init__(self, app: App) -> None:
        super().__init__(app)
        assert app.at_stake is not None
        self._stake = app.at_stake

    @property
    def lying(self) -> tuple[str, ...]:
        """What is asked, and what would be lost."""
        stake = self.app.at_stake or self._stake
        return stake.asks, stake.means

    def draw(self, canvas: Canvas) -> None:
        """The loss, and two buttons."""
        stake = self.app.at_stake or self._stake
        words = stake.means
        room = min(self.wide, canvas.width - 48) - 56
        self.tall = min(86 + canvas.height_of(words, room, BODY) + 24 + 44, canvas.height - 48)
        box = self.sheet(canvas, stake.asks)
        with canvas.scrolled("loss", Box(box.x, box.y, box.w + 10, box.h - 58)) as pane:
            canvas.paragraph(words, box.x, pane.top, box.w, BODY)
            pane.bottom = pane.top + canvas.height_of(words, box.w, BODY)
        stay = Action("stay", say("Stay"), self.close, keys=("enter", "escape"))
        button(canvas, Box(box.x, box.bottom - 44, 200, 44), stay, gold=True)
        go = Action("go", stake.goes, self.app.leave, keys=("l",))
        button(canvas, Box(box.x + 216, box.bottom - 44, 240, 44), go)
