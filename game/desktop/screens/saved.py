"""The list of saved talks: open what is not over, look at how the others ended, delete with a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.inputs import Input, Key
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button, button_wide, key_name
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import NARROW, between, buttons, footer, header
from game.desktop.screens.saved_pictures import HIGH, WIDE, SavedPictures
from game.desktop.screens.saved_rows import Row, rows
from game.scenario import ScenarioError
from game.table import GameId, StoreError
from game.talks import ReplayError
from game.words import phrase, say, strung
from game.words.faults import fault as fault_words

if TYPE_CHECKING:
    from game.desktop.app import App

_SEAT = Style("sans", 15, colours.LOCKED, line=21)
_SMALL = Style("sans", 15, colours.DIM)
_TOLD = Style("sans", 16, colours.LOCKED, line=24)


class SavedScreen(GameScreen):
    """What is kept on this computer."""

    title = phrase("Saved talks")

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._rows: tuple[Row, ...] = ()
        self._fault = ""
        self._pictures = SavedPictures(app)

    def shown(self) -> None:
        """Read the store anew."""
        try:
            self._rows = rows(self.app.host.store) if self.app.host.store else ()
        except StoreError as fault:
            self._rows, self._fault = (), fault_words(fault)

    def on(self, said: Input) -> bool:
        """Delete asks about the row that has the focus."""
        if isinstance(said, Key) and said.name == "delete" and self.memory.shown:
            focus = self.memory.focus
            row = next((row for row in self._rows if focus in (f"open-{row.game}", f"delete-{row.game}")), None)
            if row:
                self._ask(row)
                return True
        return False

    def refused(self, why: str) -> None:
        """Say why these talks cannot be opened."""
        self._fault = why

    def draw(self, canvas: Canvas) -> None:
        """One row for each talks, newest first."""
        header(canvas, say("Saved talks"), say("{n} kept on this computer", n=len(self._rows)))
        box = between(canvas)
        with canvas.scrolled("talks", box) as pane:
            y = pane.top + 4
            for row in self._rows:
                y += self._row(canvas, Box(box.x + 4, y, box.w - 20, 0), row) + 10
            if not self._rows:
                canvas.text(say("Nothing is kept here."), box.x, y, Style("sans", 17, colours.PALE))
            pane.bottom = y
        self._below(canvas)

    def _row(self, canvas: Canvas, box: Box, row: Row) -> float:
        """One talks; gives the height that it takes."""
        go_on = say("Look at the ending") if row.ended else say("Go on")
        verb = say("Cannot be opened") if row.fault else go_on
        says = Style("sans-bold", 15, colours.ALARM if row.fault else colours.PALE)
        delete_wide = button_wide(canvas, say("Delete"))
        low = canvas.width < NARROW  # no picture, and what can be done stands below what is told
        picture = box.x - 4 if low else box.x + 12 + WIDE
        left, right = picture + 16 + (46 if row.sign else 0), box.right - 28 - delete_wide
        room = box.right - 14 - left if low else right - canvas.measure(verb, says) - 24 - left
        told = 24 + 24 + canvas.height_of(row.seat, room, _SEAT) + _SMALL.leading + 4
        high = told + 48 if low else max(HIGH + 20, told)
        box, told = Box(box.x, box.y, box.w, high), told if low else high
        below = Box(box.x, box.y + told, box.w, high - told) if low else box
        act, gone = f"open-{row.game}", f"delete-{row.game}"
        lit = canvas.hovered(act) or canvas.focused(act)
        canvas.panel(box, colours.CHOSEN if lit else colours.FELT2, 8, colours.FELT3)
        if canvas.focused(act):
            canvas.ring(box.inset(-3), colours.PALE, 10, 2)
        canvas.text(verb, right, below.y + (below.h - says.leading) / 2, says, align="right")
        if row.sign:
            canvas.mark(row.sign, picture + 16, box.y + (told - 32) / 2, 32)
        canvas.text(row.title, left, box.y + 12, Style("sans-bold", 17, colours.PALE), width=room)
        canvas.paragraph(row.seat, left, box.y + 38, room, _SEAT)
        place = Box(box.x + 12, box.y + (high - HIGH) / 2, WIDE, HIGH)
        agreed = "" if low else self._pictures.draw(canvas, place, row)
        state = say("{begun}  ·  {state}", begun=row.begun, state=row.state) if row.begun else row.state
        longer = say("{state}  ·  {agreed}", state=state, agreed=agreed) if agreed else state
        state = longer if canvas.measure(longer, _SMALL) <= room else state
        canvas.text(state, left, box.y + told - _SMALL.leading - 10, _SMALL, width=room)
        canvas.spot(Action(act, strung((row.title, row.seat, row.state, verb)), self._opening(row), why=row.fault), box)
        place = Box(box.right - 14 - delete_wide, below.y + (below.h - 40) / 2, delete_wide, 40)
        button(canvas, place, Action(gone, say("Delete"), lambda: self._ask(row)), quiet=True)
        return high

    def _below(self, canvas: Canvas) -> None:
        inside = footer(canvas)
        wide = button_wide(canvas, say("Back"), key_name("escape")) + 20
        button(canvas, inside.left_part(wide), Action("back", say("Back"), self.app.pop, keys=("escape",)))
        words = self._fault or say("Every move is kept as it is made. Del deletes the talks that have the focus.")
        style = Style("sans", 15, colours.ALARM if self._fault else colours.DIM, line=20)
        room = inside.w - wide - 24
        high = canvas.height_of(words, room, style)
        canvas.paragraph(words, inside.x + wide + 24, inside.y + (inside.h - high) / 2, room, style)

    # ---- what a row does ----------------------------------------------------------------------------------------

    def _opening(self, row: Row) -> Callable[[], None]:
        def act() -> None:
            try:
                self.app.host.resume(row.game)
            except (StoreError, ScenarioError, ReplayError) as fault:
                self._fault = fault_words(fault).splitlines()[0]
                return
            self.app.go("ending" if row.ended else "table")

        return act

    def _ask(self, row: Row) -> None:
        self.app.push(DeleteScreen(self.app, row))

    def forget(self, game: GameId) -> None:
        """Take talks out of the store for good."""
        try:
            if self.app.host.store:
                self.app.host.store.delete(game)
        except StoreError as fault:
            self._fault = fault_words(fault)


class DeleteScreen(GameScreen):
    """The question before talks are deleted."""

    title = phrase("Delete talks")
    overlay = True

    def __init__(self, app: App, row: Row) -> None:
        super().__init__(app)
        self._row = row
        self._under = app.top

    def draw(self, canvas: Canvas) -> None:
        """What would be lost, and the two ways on; the harmless one is gold."""
        row = self._row
        told = phrase("{title}, {seat}. Begun on {begun}; {state}.") if row.begun else phrase("{title}. {state}")
        words = say(told, title=row.title, seat=row.seat, begun=row.begun, state=row.state)
        wide = min(560.0, canvas.width - 24)
        high = 154 + max(82.0, canvas.height_of(words, wide - 56, _TOLD))
        box = Box((canvas.width - wide) / 2, (canvas.height - high) / 2, wide, high)
        canvas.sheet(box, colours.FELT2)
        canvas.text(say("Delete these talks for good?"), box.x + 28, box.y + 24, Style("serif-bold", 23, colours.PALE))
        canvas.paragraph(words, box.x + 28, box.y + 70, wide - 56, _TOLD)
        keep = Action("keep", say("Keep them"), self.app.pop, keys=("enter", "escape"))
        delete = Action("delete", say("Delete"), self._delete, keys=("d",))
        buttons(canvas, Box(box.x + 28, box.bottom - 70, wide - 56, 46), (keep, delete), gold=keep.id)

    def _delete(self) -> None:
        if isinstance(self._under, SavedScreen):
            self._under.forget(self._row.game)
        self.app.pop()
