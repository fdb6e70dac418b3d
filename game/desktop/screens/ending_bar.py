"""The bar below the debrief: see the talks again, save what is worth keeping, play again, or leave. What was done, and
what could not be, is said above."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.screens.layout import button_rows, buttons, footer
from game.scenario import ScenarioError
from game.table import StoreError, Table
from game.text import DelegationId
from game.words import say
from game.words.faults import fault as fault_words

if TYPE_CHECKING:
    from game.desktop.app import App


class EndingBar:
    """What can be done with talks that are over, by whoever sat in a seat of them, or watched."""

    def __init__(self, app: App, table: Table, who: DelegationId | None) -> None:
        self._app = app
        self._table = table
        self._who = who
        self.said = ""
        """What came of the last press."""
        self.fault = False
        """Whether that is bad news."""

    def tell(self, words: str, *, fault: bool = False) -> None:
        """Say something above."""
        self.said, self.fault = words, fault
        self._app.redraw()

    def _choices(self) -> Iterator[Action]:
        watched = self._who is None
        again = say("Watch again") if watched else say("Play again")
        other = say("Take a seat") if watched else say("Other seat")
        yield Action("again", again, lambda: self._open(self._who), keys=("enter",))
        yield Action("other", other, self._other, keys=("o",))
        yield Action("save", say("Save the record"), self._save, keys=("w",))
        yield Action("back", say("Title"), lambda: self._app.go("title"), keys=("escape",))

    def rows(self, canvas: Canvas) -> int:
        """How many rows of buttons there are."""
        return len(button_rows(canvas, tuple(self._choices())))

    def draw(self, canvas: Canvas) -> None:
        """The bar, with as many rows as the buttons need."""
        rows = button_rows(canvas, tuple(self._choices()))
        inside = footer(canvas, len(rows))
        for place, row in enumerate(rows):
            high = (inside.h - 8 * (len(rows) - 1)) / len(rows)
            buttons(canvas, Box(inside.x, inside.y + place * (high + 8), inside.w, high), row, gold="again", size=16)

    def _other(self) -> None:
        if self._who is None:
            self._app.go("choose")
            return
        ids = self._table.scenario.ids
        self._open(ids[(ids.index(self._who) + 1) % len(ids)])

    def _open(self, seat: DelegationId | None) -> None:
        try:
            self._app.host.again(seat)
        except (ScenarioError, StoreError) as fault:
            self.tell(fault_words(fault).splitlines()[0], fault=True)
            return
        self._app.go("table" if seat is None else "briefing")

    def _save(self) -> None:
        try:
            path = self._app.export()
        except OSError as fault:
            self.tell(say("The record could not be written: {why}.", why=fault), fault=True)
            return
        self.tell(say("The record is in {file}.", file=path))
