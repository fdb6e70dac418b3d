"""A class before its tables are opened, and after one has left it: what there is to be said where no table is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Style
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import TOP, button_rows, buttons, header
from game.desktop.visit import Lost, Visit
from game.guest import Said
from game.words import phrase, say
from game.words.class_lesson import table_name
from game.words.teams import member_name

if TYPE_CHECKING:
    from game.desktop.app import App

_LEAD = Style("serif-bold", 34, colours.PALE, line=44)
_BODY = Style("sans", 18, colours.PALE, line=28)
_CODE = Style("sans-bold", 44, colours.PALE, line=56)
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

    def __init__(self, app: App, visit: Visit) -> None:
        super().__init__(app)
        self._visit = visit

    @property
    def lying(self) -> tuple[str, ...]:
        """All of it."""
        return tuple(words for words, _, _ in self._told())

    def _told(self) -> Iterator[tuple[str, Style, float]]:
        """Who one is, what happens next, and the seat code, each with the gap below it."""
        seat, room = self._visit.seat, self._visit.room
        assert seat is not None
        name = member_name((room.name if room else seat.name) or str(seat.number))
        yield say("You are in, {name}.", name=name), _LEAD, 12
        letter = room.letter if room else seat.table
        if letter:
            yield say("You sit at {table}.", table=table_name(letter)), _BODY, 0
        over = room is not None and room.phase == "over"
        wait = phrase("This lesson is over.") if over else phrase("Wait for your teacher: the lesson opens by itself.")
        yield say(wait), _BODY, 26
        yield seat.seat_code, _CODE, 0
        yield say("Your seat code: with it you take this seat on any other device."), _SMALL, 30

    def draw(self, canvas: Canvas) -> None:
        """Who one is, the seat code, and what happens next."""
        told = Column(canvas, _wide(canvas))
        for words, style, gap in self._told():
            told.words(words, style, gap=gap)
        _choices(told, [Action("leave", say("Leave the class"), self.app.leave_class, keys=("escape",))])
        _draw(canvas, self, self._visit, told)


class LostScreen(GameScreen):
    """The class cannot be followed any more."""

    title = phrase("In class")

    def __init__(self, app: App, visit: Visit, why: Lost) -> None:
        super().__init__(app)
        self._visit, self._why = visit, why
        self._fault = ""
        self._asking: Visit | None = None

    @property
    def lying(self) -> tuple[str, ...]:
        """Why, and what was in the way of coming back."""
        return say(_LOST[self._why]), self._fault

    def draw(self, canvas: Canvas) -> None:
        """Why, and the ways on."""
        told = Column(canvas, _wide(canvas))
        told.words(say(_LOST[self._why]), _BODY, gap=26)
        choices = []
        if self._why == "moved":
            choices.append(Action("on", say("Take it back"), self._take, keys=("enter",)))
        elif self._why != "removed":
            choices.append(Action("on", say("Join a class"), lambda: self.app.go("join"), keys=("enter",)))
        _choices(told, [*choices, Action("title", say("Title"), self._leave, keys=("escape",))])
        if self._fault:
            told.space(18)
            told.words(self._fault, _SMALL.of(colours.ALARM))
        _draw(canvas, self, self._visit, told)

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


def _wide(canvas: Canvas) -> float:
    return min(_WIDE, canvas.width - 48)


def _choices(told: Column, actions: Sequence[Action]) -> None:
    """The ways on, below what is told."""
    canvas, wide = told.canvas, told.wide

    def row_of(row: Sequence[Action]) -> Callable[[float, float], object]:
        return lambda x, y: buttons(canvas, Box(x, y, wide, 46), row, gold="on")

    for row in button_rows(canvas, actions, wide):
        told.draw(46, row_of(row))
        told.space(10)


def _draw(canvas: Canvas, screen: GameScreen, visit: Visit, told: Column) -> None:
    """Below the bar with the address of the class, in the upper half where there is room; else it scrolls."""
    header(canvas, screen.caption, visit.address)
    area = Box(0, TOP + 8, canvas.width, canvas.height - TOP - 8)
    down = max(8.0, min(canvas.height * 0.2 - 8, (area.h - told.high) / 2))
    with canvas.scrolled("told", area) as pane:
        pane.bottom = told.paint((canvas.width - told.wide) / 2, pane.top + down)
