"""The question in whose seat talks that are over are taken over, from the move that a replay shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button
from game.desktop.screens.overlay import Sheet
from game.desktop.signs import signs
from game.scenario import ScenarioError
from game.table import StoreError
from game.text import DelegationId
from game.words import count, head, phrase, say
from game.words.faults import fault as fault_words

if TYPE_CHECKING:
    from game.debrief import Course
    from game.desktop.app import App

_BODY = Style("sans", 16, colours.LOCKED, line=24)


class TakeOverSheet(Sheet):
    """Shown over the replay."""

    title = phrase("Take over")
    wide = 600.0

    def __init__(self, app: App, course: Course, at: int, me: DelegationId | None) -> None:
        super().__init__(app)
        self._course, self._at = course, at
        self._ids = sorted(course.ids, key=lambda who: who != me)
        self._fault = ""
        self.tall = 262.0 + 56 * len(self._ids)

    def draw(self, canvas: Canvas) -> None:
        """What it means, and a button for each seat."""
        box = self.sheet(canvas, say("Take over from here"))
        words = count(
            "New talks begin where these stood after {n} move, with the same instructions. The computer has the other"
            " seats. You know now what you did not know then: the record says that these talks were taken over.",
            "New talks begin where these stood after {n} moves, with the same instructions. The computer has the other"
            " seats. You know now what you did not know then: the record says that these talks were taken over.",
            self._at,
        )
        style = _BODY.of(colours.ALARM) if self._fault else _BODY
        foot = Box(box.x, box.bottom - 42, box.w, 42)
        with canvas.scrolled("seats", Box(box.x - 4, box.y - 4, box.w + 12, foot.y - box.y - 4)) as pane:
            y = pane.top + 4
            canvas.paragraph(self._fault or words, box.x, y, box.w - 8, style)
            y += canvas.height_of(self._fault or words, box.w - 8, style) + 18
            for place, who in enumerate(self._ids, 1):
                at = Box(box.x + 44, y, box.w - 52, 44)
                canvas.mark(signs(self._course.scenario)[who], box.x, y + 8, 28)
                named = say("In the seat of {who}", who=self._course.scenario[who].short)
                keys = ("enter", "1") if place == 1 else (str(place),)
                button(canvas, at, Action(f"seat-{who}", head(named), self._seat(who), keys=keys), gold=place == 1)
                y += 56
            pane.bottom = y
        button(canvas, foot.left_part(160), Action("keep", say("Back"), self.close, keys=("escape",)), quiet=True)

    def _seat(self, who: DelegationId) -> Callable[[], None]:
        def sit() -> None:
            try:
                self.app.host.take_over(self._course.record, self._at, who)
            except (StoreError, ScenarioError) as fault:
                self._fault = fault_words(fault).splitlines()[0]
                return
            self.close()
            self.app.pop()
            self.app.go("table")

        return sit
