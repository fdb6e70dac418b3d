"""The question of the lesson, before the talks and after them: what the other side holds dearest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.settings import LEAST
from game.desktop.kit.widgets import SMALL, button, focus_ring
from game.desktop.screens.overlay import Sheet
from game.desktop.visit import Visit
from game.guest import Said
from game.scenario import Scenario
from game.text import Issue, IssueId
from game.words import phrase, say

if TYPE_CHECKING:
    from game.desktop.app import App

_ROW = Style("sans", 16, colours.PALE, line=24)


class QuestionSheet(Sheet):
    """One issue of the text is chosen; it may be changed as long as it is asked."""

    title = phrase("A question")
    least = LEAST
    wide, tall = 640.0, 620.0

    def __init__(self, app: App, scenario: Scenario, visit: Visit) -> None:
        super().__init__(app)
        self.scenario, self.visit = scenario, visit
        self.said = ""

    def draw(self, canvas: Canvas) -> None:
        """Every issue in a row of its own."""
        box = self.sheet(canvas, say("Which of these does the other side hold dearest?"))
        with canvas.scrolled("question", Box(box.x, box.y - 4, box.w + 12, box.h - 54)) as pane:
            y = pane.top + 4
            for place, issue in enumerate(self.scenario.text.negotiated, 1):
                y = self._issue(canvas, Box(box.x + 4, y, box.w - 8, 0), issue, place) + 6
            pane.bottom = y
        close = Action("close", say("Back"), self.close, keys=("escape", "enter"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), close, gold=self._answer is not None)
        told = self.said or (say("Kept. You may change it.") if self._answer is not None else "")
        canvas.paragraph(told, box.x + 236, box.bottom - 34, box.w - 236, SMALL)

    @property
    def _answer(self) -> IssueId | None:
        return self.visit.room.answer if self.visit.room else None

    def _issue(self, canvas: Canvas, box: Box, issue: Issue, place: int) -> float:
        id, chosen = f"issue-{issue.id}", issue.id == self._answer
        row = Box(box.x, box.y, box.w, canvas.height_of(issue.title, box.w - 28, _ROW) + 16)
        lit = canvas.hovered(id) or canvas.focused(id)
        ground = colours.CHOSEN if chosen else colours.FELT3 if lit else colours.FELT1
        canvas.panel(row, ground, 6, colours.GOLD if chosen else colours.FELT3)
        canvas.paragraph(issue.title, row.x + 14, row.y + 8, row.w - 28, _ROW)
        focus_ring(canvas, id, row)
        keys = (str(place),) if place < 10 else ()
        canvas.spot(Action(id, issue.title, self._answering(issue.id), keys), row)
        return row.bottom

    def _answering(self, issue: IssueId) -> Callable[[], None]:
        def answered(said: Said | None) -> None:
            self.said = "" if said is None else said.said or say("The class does not answer.")
            self.app.redraw()

        return lambda: self.visit.predict(issue, answered)

    def changed(self) -> None:
        """It is asked no more when the talks begin."""
        if self.visit.room is None or not self.visit.room.asks:
            self.close()
