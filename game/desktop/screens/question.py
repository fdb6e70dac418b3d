"""The question of the lesson, before the talks and after them: what the other side holds dearest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import focus_ring
from game.desktop.screens.overlay import Sheet
from game.desktop.visit import Visit
from game.guest import Said
from game.scenario import Scenario
from game.text import Issue, IssueId
from game.words import phrase, say

if TYPE_CHECKING:
    from game.desktop.app import App

_ASKS = phrase("Which of these does the other side hold dearest?")
_ROW = Style("sans", 16, colours.PALE, line=24)
_KEY = Style("sans", 14, colours.DIM)


class QuestionSheet(Sheet):
    """One issue of the text is chosen; it may be changed as long as it is asked."""

    title = phrase("A question")
    wide = 640.0

    def __init__(self, app: App, scenario: Scenario, visit: Visit) -> None:
        super().__init__(app)
        self.scenario, self.visit = scenario, visit
        self.said = ""

    @property
    def lying(self) -> tuple[str, ...]:
        """The question, and what has come of an answer."""
        return say(_ASKS), self._told

    @property
    def _told(self) -> str:
        return self.said or (say("Kept. You may change it.") if self._answer is not None else "")

    def draw(self, canvas: Canvas) -> None:
        """Every issue in a row of its own."""
        wide = self.within(canvas)
        issues = self.scenario.text.negotiated
        rows = [self._issue(canvas, wide - 8, issue, place) for place, issue in enumerate(issues, 1)]
        close = Action("close", say("Back"), self.close, keys=("escape", "enter"))
        foot = self.foot(canvas, wide, [close], gold="close" if self._answer is not None else "", told=self._told)
        self.tall = 66 + sum(row.high + 6 for row in rows) + 12 + foot.high + 20
        box = self.sheet(canvas, say(_ASKS))
        with canvas.scrolled("question", Box(box.x, box.y - 4, box.w + 12, box.h - foot.high - 6)) as pane:
            y = pane.top + 4
            for row in rows:
                row.paint(box.x + 4, y)
                y += row.high + 6
            pane.bottom = y
        foot.paint(box.x, box.bottom - foot.high)

    @property
    def _answer(self) -> IssueId | None:
        return self.visit.room.answer if self.visit.room else None

    def _issue(self, canvas: Canvas, wide: float, issue: Issue, place: int) -> Block:
        id, chosen = f"issue-{issue.id}", issue.id == self._answer
        keys = canvas.heard((str(place),) if place < 10 else ())
        room = wide - 28 - (24 if keys else 0)
        high = canvas.height_of(issue.title, room, _ROW) + 16

        def paint(x: float, y: float) -> None:
            row = Box(x, y, wide, high)
            lit = canvas.hovered(id) or canvas.focused(id)
            ground = colours.CHOSEN if chosen else colours.FELT3 if lit else colours.FELT1
            canvas.panel(row, ground, 6, colours.PALE if chosen else colours.FELT3)
            canvas.paragraph(issue.title, row.x + 14, row.y + 8, room, _ROW)
            for key in keys:
                canvas.text(key, row.right - 14, row.y + (high - _KEY.leading) / 2, _KEY, align="right")
            focus_ring(canvas, id, row)
            hint = say("That is your answer.") if chosen else ""
            canvas.spot(Action(id, issue.title, self._answering(issue.id), keys, hint=hint), row)

        return Block(high, paint)

    def _answering(self, issue: IssueId) -> Callable[[], None]:
        def answered(said: Said | None) -> None:
            self.said = "" if said is None else said.said or say("The class does not answer.")
            self.app.redraw()

        return lambda: self.visit.predict(issue, answered)

    def changed(self) -> None:
        """It is asked no more when the talks begin."""
        if self.visit.room is None or not self.visit.room.asks:
            self.close()
