"""What everybody knows, read by all together who play at one computer, before the window is handed to the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.kit.canvas import Action, Canvas
from game.desktop.screens.background import draw_background, draw_parties, read_by_all
from game.desktop.screens.layout import between, buttons, columns, footer, header, spacious
from game.desktop.screens.leaves import Leaf, Leaves, shaded
from game.desktop.screens.reading import ReadFirst
from game.scenario import Scenario
from game.seat import Here, Seated
from game.table import StoreError
from game.text import DelegationId
from game.words import phrase, say
from game.words.storage import not_kept

if TYPE_CHECKING:
    from game.desktop.app import App


AT_THE_TABLE = phrase("At the table")
COMMON_GROUND = phrase("Common ground")
"""What everybody knows, on a tab."""


class CommonScreen(ReadFirst):
    """The background and who is at the table; what is private comes when somebody has the window."""

    title = phrase("What everybody knows")

    def __init__(self, app: App) -> None:
        super().__init__(app)
        assert app.host.table is not None
        self._scenario = app.host.table.scenario
        self._leaves = Leaves(self.reading.comes)

    @property
    def lying(self) -> tuple[str, ...]:
        """The background."""
        return read_by_all(self._scenario)

    def draw(self, canvas: Canvas) -> None:
        """The paper at the left, the felt at the right, the bar below."""
        if not spacious(canvas):
            self._folded(canvas)
            return
        header(canvas, self._scenario.title, right=say("what everybody knows"))
        paper, felt = columns(between(canvas), 20.0 if canvas.width < 1280 else 32.0, 0.57)
        draw_background(canvas, paper, self._scenario)
        draw_parties(canvas, felt, self._scenario, None)
        buttons(canvas, footer(canvas), self._choices(), gold="on")

    def _choices(self) -> list[Action]:
        words, why = say("To the cables, one by one"), self.reading.why
        on = Action("on", words, lambda: self.app.go("table"), keys=("enter",), why=why)
        return [on, Action("back", say("Title"), lambda: leave_unplayed(self.app), keys=("escape",))]

    def _folded(self, canvas: Canvas) -> None:
        """The background, then who is at the table; one goes on from there."""
        choices = self._choices()
        if not self._leaves.second:
            choices[0] = self._leaves.on(say(AT_THE_TABLE), self.reading.why)
        first, second = common_leaves(canvas, self._scenario, None)
        self._leaves.draw(canvas, first, second, choices, gold="on")


def common_leaves(canvas: Canvas, scenario: Scenario, me: DelegationId | None) -> tuple[Leaf, Leaf]:
    """What everybody knows, as two panels of a page with little room."""
    return (
        Leaf(say(COMMON_GROUND), lambda box: draw_background(canvas, shaded(box), scenario)),
        Leaf(say(AT_THE_TABLE), lambda box: draw_parties(canvas, box, scenario, me)),
    )


def seated(app: App) -> Here:
    """The seat of whoever is at the screen, in talks at this computer."""
    assert app.host.table is not None
    assert app.host.who is not None
    return Seated(app.host.table.view(app.host.who))


def leave_unplayed(app: App) -> None:
    """To the title; and talks in which nobody has moved are forgotten."""
    table, store = app.host.table, app.host.store
    unplayed = table.game if table and table.untouched else None
    app.go("title")
    if store and unplayed is not None:
        try:
            store.delete(unplayed)
        except StoreError as fault:
            if app.top:
                app.top.refused(not_kept(fault))
            return
        if app.top:
            app.top.shown()
