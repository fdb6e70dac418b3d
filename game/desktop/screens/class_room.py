"""A class before its tables are opened, and after one has left it: what there is to be said where no table is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import header, stacked
from game.desktop.visit import Lost, Visit
from game.guest import Said
from game.words import phrase, say
from game.words.class_lesson import table_name
from game.words.teams import member_name

if TYPE_CHECKING:
    from game.desktop.app import App

_LEAD = Style("serif-bold", 34, colours.PALE, line=44)
_BODY = Style("sans", 18, colours.PALE, line=28)
_CODE = Style("sans-bold", 44, colours.GOLD, line=56)
_SMALL = Style("sans", 16, colours.DIM, line=24)
_WIDE = 640.0

_LOST: Mapping[Lost, str] = {
    "moved": phrase("Another device has taken this seat. To have it back, join with the seat code."),
    "removed": phrase("The teacher has taken you out of this class."),
    "no-token": phrase("This seat is not known here any more: join again."),
    "other-version": phrase("The host of this class is of another version than this program: use a browser."),
}


class WaitingScreen(GameScreen):
    """One is in the class, and no table has been opened."""

    title = phrase("In class")
    least = (512.0, 600.0)

    def __init__(self, app: App, visit: Visit) -> None:
        super().__init__(app)
        self._visit = visit

    def draw(self, canvas: Canvas) -> None:
        """Who one is, the seat code, and what happens next."""
        visit, seat, room = self._visit, self._visit.seat, self._visit.room
        assert seat is not None
        header(canvas, say(self.title), visit.address)
        wide = min(_WIDE, canvas.width - 48)
        box = Box((canvas.width - wide) / 2, canvas.height * 0.18, wide, 0)
        name = member_name((room.name if room else seat.name) or str(seat.number))
        y = stacked(canvas, [say("You are in, {name}.", name=name)], box.x, box.y, box.w, _LEAD) + 12
        letter = room.letter if room else seat.table
        told = [say("You sit at {table}.", table=table_name(letter))] if letter else []
        over = room is not None and room.phase == "over"
        wait = phrase("This lesson is over.") if over else phrase("Wait for your teacher: the lesson opens by itself.")
        told.append(say(wait))
        y = stacked(canvas, told, box.x, y, box.w, _BODY) + 26
        y = stacked(canvas, [seat.seat_code], box.x, y, box.w, _CODE)
        note = say("Your seat code: with it you take this seat on any other device.")
        y = stacked(canvas, [note], box.x, y, box.w, _SMALL) + 30
        leave = Action("leave", say("Leave the class"), self.app.leave_class, keys=("escape",))
        button(canvas, Box(box.x, y, 220, 46), leave)


class LostScreen(GameScreen):
    """The class cannot be followed any more."""

    title = phrase("In class")
    least = (512.0, 600.0)

    def __init__(self, app: App, visit: Visit, why: Lost) -> None:
        super().__init__(app)
        self._visit, self._why = visit, why
        self._fault = ""
        self._asking: Visit | None = None

    def draw(self, canvas: Canvas) -> None:
        """Why, and the ways on."""
        header(canvas, say(self.title), self._visit.address)
        wide = min(_WIDE, canvas.width - 48)
        box = Box((canvas.width - wide) / 2, canvas.height * 0.24, wide, 0)
        y = stacked(canvas, [say(_LOST[self._why])], box.x, box.y, box.w, _BODY) + 26
        x = box.x
        if self._why == "moved":
            take = Action("take", say("Take it back"), self._take, keys=("enter",))
            button(canvas, Box(x, y, 200, 46), take, gold=True)
            x += 216
        elif self._why != "removed":
            again = Action("again", say("Join a class"), lambda: self.app.go("join"), keys=("enter",))
            button(canvas, Box(x, y, 200, 46), again, gold=True)
            x += 216
        button(canvas, Box(x, y, 160, 46), Action("title", say("Title"), self._leave, keys=("escape",)))
        if self._fault:
            canvas.paragraph(self._fault, box.x, y + 64, box.w, _SMALL.of(colours.ALARM))

    def _leave(self) -> None:
        self.app.go("title")

    def _take(self) -> None:
        """Come back with the own seat code."""
        seat, before = self._visit.seat, self._visit
        assert seat is not None
        visit = Visit(before.address, self.app.clock)

        def entered(said: Said | None) -> None:
            if said is None:
                self.app.attend(visit)
            else:
                visit.close()
                self._fault = said.said or say("The class does not answer.")
                self._asking = None
                self.app.redraw()

        self._asking = visit
        visit.come_back(before.code, seat.seat_code, entered)

    def tick(self, now: float) -> bool:
        """The class answers."""
        del now
        if self._asking is not None and self._asking.deliver():
            self.app.redraw()
        return False
