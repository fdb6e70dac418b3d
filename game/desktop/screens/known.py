"""The sheet that says what is known of a scenario and what is made up."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.widgets import button
from game.desktop.screens.overlay import Sheet
from game.desktop.screens.pages import Look, Page
from game.desktop.signs import signs
from game.scenario import Scenario
from game.words import phrase, say
from game.words.known import TITLE, known_section


class KnownSheet(Sheet):
    """One page, for whoever has not begun and for whoever sits at the table; of the scenario that they may see."""

    title = phrase("What is known")
    wide, tall = 1040.0, 820.0

    def __init__(self, app: App, scenario: Scenario) -> None:
        super().__init__(app)
        self._scenario = scenario
        self._section = known_section(scenario)
        self._laid: tuple[tuple[float, float], Page] | None = None
        """The page, with the width and the size of type that it was laid out for."""

    def draw(self, canvas: Canvas) -> None:
        """The page in a pane, and the way back."""
        box = self.sheet(canvas, self._scenario.title)
        room = Box(box.x, box.y - 4, box.w + 10, box.h - 50)
        wide = room.w - 24
        if self._laid is None or self._laid[0] != (wide, canvas.scale):
            self._laid = (wide, canvas.scale), Page(canvas, self._section, wide, Look(signs(self._scenario)))
        with canvas.scrolled("known", room) as pane:
            pane.bottom = self._laid[1].draw(canvas, room.x, pane.top, room) + 20
        back = Action("close", say("Back"), self.close, keys=("enter", "escape", "k"))
        button(canvas, Box(box.x, box.bottom - 38, 200, 42), back, gold=True)

    def tick(self, now: float) -> bool:
        """Draw on while the page is being laid out."""
        del now
        return self._laid is not None and not self._laid[1].whole


def known_action(app: App, scenario: Scenario) -> Action:
    """What opens the sheet, for the bars and sheets that offer it. What is sealed for the others stays so."""
    show = lambda: app.push(KnownSheet(app, scenario))  # noqa: E731
    return Action("known", say("What is known"), show, keys=("k",), hint=say(TITLE))
