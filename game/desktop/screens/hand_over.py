"""The screen between two people at one computer. It is cream, for all may see it, and holds nothing of any seat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import focus_ring
from game.desktop.screen import GameScreen
from game.desktop.screens.chair import ChairSheet
from game.desktop.screens.layout import NARROW, button_rows, buttons
from game.desktop.seat_marks import draw_mark, ink_of
from game.desktop.styled import styled
from game.text import DelegationId
from game.words import head, phrase, say
from game.words.names import seat as seat_name

if TYPE_CHECKING:
    from game.desktop.app import App

_WIDE, _MARK = 720.0, 132.0
_LEAST = 24.0
_ROW = 36.0
_SMALL_MARK = 64.0
_HEAD = Style("sans-bold", 34, colours.INK, line=44)
_SMALL_HEAD = Style("sans-bold", 23, colours.INK, line=31)
_SMALL = Style("sans", 16, colours.INK, line=23)
_BODY = Style("sans", 18, colours.INK, line=27)


class HandOverScreen(GameScreen):
    """Whose turn it is, and a button for them; it asks the host for nothing but names that everybody knows."""

    title = phrase("Pass the computer")

    def __init__(self, app: App) -> None:
        super().__init__(app)
        if app.host.table is None or app.host.handing is None:
            raise LookupError("nobody is handed the screen")
        self._who = app.host.handing
        self._scenario = app.host.table.scenario
        self._name = seat_name(self._scenario, self._who)
        self._others = [who for who in app.host.people if who != self._who]
        self._since: float | None = None

    def shown(self) -> None:
        """From now on it takes a moment until a press is heard."""
        self._since = self.app.clock() if self._since is None else self._since

    @property
    def lying(self) -> tuple[str, ...]:
        """To whom, and what is not here."""
        return (self._promise(),)

    def draw(self, canvas: Canvas) -> None:
        """The mark, to whom, what is not here, and two buttons; it scrolls where the window is lower."""
        canvas.fill(colours.FELT1)
        wide = min(_WIDE, canvas.width - 2 * _LEAST - 16)
        most = canvas.height - 2 * _LEAST
        told = self._told(canvas, wide, small=canvas.width < NARROW)
        if told.high > most:
            told = self._told(canvas, wide, small=True)
        high = min(told.high, most)
        page = Box((canvas.width - wide) / 2, max(_LEAST, (canvas.height - high) / 2 - 12), wide, high)
        canvas.sheet(page)
        with canvas.scrolled("page", page) as pane:
            pane.bottom = told.paint(page.x + (page.w - told.wide) / 2, pane.top)

    def _told(self, canvas: Canvas, wide: float, *, small: bool) -> Column:
        told = Column(canvas, wide - (56 if small else 128))
        big = _SMALL_HEAD if small else _HEAD
        name = Span(self._name, big.of(ink_of(self._scenario, self._who)))
        heading = styled(phrase("Pass the computer to {who}."), big, who=name)
        size = _SMALL_MARK if small else _MARK if len(self._others) < 4 else _MARK * 0.6
        told.space(22 if small else 52)
        if small:  # the heading beside the mark
            high = canvas.height_of(heading, told.wide - size - 18)
            told.draw(max(0.0, (size - high) / 2), self._mark(canvas, size))
            told.words(heading, left=size + 18)
            told.space(max(0.0, (size - high) / 2) + 14)
        else:
            told.draw(size, self._mark(canvas, size))
            told.space(28)
            told.words(heading, gap=14)
        told.words(self._promise(), _SMALL if small else _BODY, gap=18 if small else 34)
        rows = button_rows(canvas, self._actions(), told.wide)
        for row in rows:
            told.draw(48 if small else 52, self._buttons(canvas, row, told.wide, 48 if small else 52))
            told.space(10 if row is not rows[-1] else 0)
        if len(self._others) > 1:
            told.space(18 if small else 30)
            told.words(say("Or somebody else looks at their papers first:"), _SMALL, gap=8)
            for place, who in enumerate(self._others, 1):
                told.draw(_ROW + 6, self._other(canvas, told.wide, who, str(place) if place < 10 else ""))
        told.space(22 if small else 44)
        return told

    def _mark(self, canvas: Canvas, size: float) -> Callable[[float, float], object]:
        return lambda x, y: draw_mark(canvas, self._scenario, self._who, x, y, size, felt=False)

    def _other(self, canvas: Canvas, room: float, who: DelegationId, key: str) -> Callable[[float, float], object]:
        """A row for one who asks for the screen out of turn."""
        id, words = f"pass-{who}", head(seat_name(self._scenario, who))

        def paint(x: float, y: float) -> None:
            row = Box(x, y, room, _ROW)
            if canvas.hovered(id) or canvas.focused(id):
                canvas.fill(colours.HOT, row)
            draw_mark(canvas, self._scenario, who, x + 8, y + (_ROW - 22) / 2, 22, felt=False)
            canvas.text(words, x + 42, y + (_ROW - _SMALL.leading) / 2, _SMALL, width=room - 80)
            canvas.text(key, row.right - 10, y + (_ROW - _SMALL.leading) / 2, _SMALL, align="right")
            focus_ring(canvas, id, row.inset(3), paper=True)
            keys = (key,) if key else ()
            hint = say("The computer is passed to them first.")
            canvas.spot(Action(id, words, lambda: self.app.host.pass_to(who), keys=keys, hint=hint), row)

        return paint

    def _promise(self) -> str:
        names = [seat_name(self._scenario, who) for who in self._others]
        if not names:
            return say("Nothing of the table is on this screen.")
        return say("Nothing is on this screen that belongs to {names:or}. What comes next is for {who} only.",
                   names=names, who=self._name)  # fmt: skip

    def _actions(self) -> list[Action]:
        """Somebody is there; the chair, where several play; the way out."""
        words = say("I speak for {who}", who=self._name)
        hint = say("The table of {who} opens, as it was left.", who=self._name)
        actions = [Action("there", words, self._there, keys=("enter",), hint=hint)]
        if self._others:
            hint = say("For whoever leads the table: hours, cables, what happens, and the last move.")
            actions.append(Action("chair", say("The chair"), self._chair, keys=("c",), hint=hint))
        away = Action("back", say("Title"), lambda: self.app.leaving(lambda: self.app.go("title")), keys=("escape",))
        return [*actions, away]

    @staticmethod
    def _buttons(
        canvas: Canvas, actions: Sequence[Action], wide: float, high: float
    ) -> Callable[[float, float], object]:
        return lambda x, y: buttons(canvas, Box(x, y, wide, high), actions, gold="there")

    def _chair(self) -> None:
        self.app.push(ChairSheet(self.app))

    def _there(self) -> None:
        """Somebody is there; the second half of a double press that made the last move is not somebody."""
        if self._since is not None and self.app.clock() - self._since >= self.app.host.pace:
            self.app.take_seat(self._who)
