"""The bar below the debrief: see the talks again, save what is worth keeping, play again, or leave. What was done, and
what could not be, is said above."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.kit.canvas import Action, Canvas
from game.desktop.screens.layout import button_bar, button_rows
from game.scenario import ScenarioError
from game.table import StoreError, Table
from game.text import DelegationId
from game.words import phrase, say
from game.words.faults import fault as fault_words

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.laid_open import LaidOpen


_EVERYBODY = phrase("The talks are over: everybody may look now.")


class EndingBar:
    """What can be done with talks that are over, by whoever sat in a seat of them, or watched."""

    def __init__(self, app: App, table: Table, who: DelegationId | None, laid: LaidOpen | None) -> None:
        self._app = app
        self._table = table
        self._who = who
        persons = tuple(each for each, sits in table.seats.items() if sits == "person")
        self._people = persons if who is None else (who,)
        self._laid = laid
        self.said = say(_EVERYBODY) if self._several else ""
        """What came of the last press; at first, with several people before the screen, that all may look."""
        self.fault = False
        """Whether that is bad news."""
        self.waits = True
        """Whether what waits is another game: Enter begins it. Nothing here waits while an answer is awaited above."""

    def tell(self, words: str, *, fault: bool = False) -> None:
        """Say something above."""
        self.said, self.fault = words, fault
        self._app.redraw()

    def _choices(self) -> Iterator[Action]:
        again = say("Play again") if self._people else say("Watch again")
        other = say("Other seats") if self._several else say("Other seat") if self._people else say("Take a seat")
        if self._laid is not None:
            barred = say("These talks could not be laid open.") if self._laid.fault else ""
            soon = say("The talks are still being laid open.") if self._laid.found is None else ""
            yield Action("replay", say("Replay the talks"), self.replay, keys=("v",), why=barred or soon)
            yield Action("report", say("Save the report"), self._report, keys=("s",), why=barred or soon)
        yield Action("again", again, lambda: self._open(*self._people), keys=("enter", "g") if self.waits else ("g",))
        yield Action("other", other, self._other, keys=("o",))
        yield Action("save", say("Save the record"), self._save, keys=("w",))
        yield Action("back", say("Title"), lambda: self._app.go("title"), keys=("escape",))

    @property
    def _several(self) -> bool:
        """Whether more than one person played at this screen."""
        return len(self._people) > 1

    @property
    def choices(self) -> tuple[Action, ...]:
        """All of it, in the order in which it is read."""
        return tuple(self._choices())

    def rows(self, canvas: Canvas) -> int:
        """How many rows of buttons there are."""
        return len(button_rows(canvas, self.choices))

    def draw(self, canvas: Canvas) -> None:
        """The bar, with as many rows as the buttons need."""
        button_bar(canvas, button_rows(canvas, self.choices), gold="again" if self.waits else "", size=16)

    def _other(self) -> None:
        if self._who is None or self._several:
            self._app.go("choose")
            return
        ids = self._table.scenario.ids
        self._open(ids[(ids.index(self._who) + 1) % len(ids)])

    def _open(self, seat: DelegationId | None = None, *also: DelegationId) -> None:
        try:
            self._app.host.again(seat, also)
        except (ScenarioError, StoreError) as fault:
            self.tell(fault_words(fault).splitlines()[0], fault=True)
            return
        self._app.go("table" if seat is None else "briefing")

    def replay(self, at: int | None = None) -> None:
        """See the talks again after a move, or at their end; from there one comes back to what was read here."""
        if self._laid is not None and self._laid.found is not None:
            self._app.push(self._laid.found.replay(self._app, at))

    def _report(self) -> None:
        """Write the report beside the drawing, and say where it is."""
        found = self._laid.found if self._laid is not None else None
        if found is None:
            return
        self.tell(say("The report is being written."))
        self._app.worker.put(
            lambda: self._app.written(self._table, "report", ".html", found.report()),
            self._is_written,
            lambda fault: self.tell(say("The report could not be written: {why}.", why=fault), fault=True),
        )

    def _is_written(self, path: Path) -> None:
        self.tell(say("The report is in {file}.", file=path))

    def _save(self) -> None:
        try:
            path = self._app.export()
        except OSError as fault:
            self.tell(say("The record could not be written: {why}.", why=fault), fault=True)
            return
        self.tell(say("The record is in {file}.", file=path))
