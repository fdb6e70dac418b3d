"""The screen between two people at one computer. It is cream, for all may see it, and holds nothing of any seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import button, key_name
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import button_wide, sheet
from game.desktop.signs import signs
from game.desktop.styled import styled
from game.words import phrase, say

if TYPE_CHECKING:
    from game.desktop.app import App

_WIDE, _MARK = 720.0, 132.0
_LEAST = 24.0
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
        self._others = [who for who in app.host.people if who != self._who]
        self._since: float | None = None

    def shown(self) -> None:
        """From now on it takes a moment until a press is heard."""
        self._since = self.app.clock() if self._since is None else self._since

    def draw(self, canvas: Canvas) -> None:
        """The mark, to whom, what is not here, and two buttons."""
        canvas.fill(colours.FELT1)
        wide = min(_WIDE, canvas.width - 2 * _LEAST - 16)
        told = self._told(canvas, wide)
        page = Box((canvas.width - wide) / 2, max(_LEAST, (canvas.height - told.high) / 2 - 12), wide, told.high)
        sheet(canvas, page)
        told.paint(page.x + 64, page.y)

    def _told(self, canvas: Canvas, wide: float) -> Column:
        room, told = wide - 128, Column(canvas, wide - 128)
        who = self._scenario[self._who]
        big = Style("sans-bold", 34, colours.INK, line=44)
        told.space(52)
        sign = signs(self._scenario)[self._who]
        told.draw(_MARK, lambda x, y: canvas.mark(sign, x, y, _MARK, felt=False))
        told.space(28)
        name = Span(who.short, big.of(sign.ink))
        told.words(styled(phrase("Pass the computer to {who}."), big, who=name), gap=14)
        told.words(self._promise(), _BODY, gap=34)
        told.draw(52, lambda x, y: self._buttons(canvas, Box(x, y, room, 52)))
        told.space(48)
        return told

    def _promise(self) -> str:
        names = [self._scenario[who].short for who in self._others]
        if not names:
            return say("Nothing of the table is on this screen.")
        return say("Nothing is on this screen that belongs to {names:or}. What comes next is for {who} only.",
                   names=names, who=self._scenario[self._who].short)  # fmt: skip

    def _buttons(self, canvas: Canvas, box: Box) -> None:
        words = say("I speak for {who}", who=self._scenario[self._who].short)
        there = Action("there", words, self._there, keys=("enter",))
        wide = button_wide(canvas, words, key_name("enter")) + 56
        button(canvas, box.left_part(wide), there, gold=True, size=18)
        leave = Action("back", say("Title"), lambda: self.app.leaving(lambda: self.app.go("title")), keys=("escape",))
        button(
            canvas,
            Box(box.x + wide + 16, box.y, button_wide(canvas, leave.words, key_name("escape")) + 24, box.h),
            leave,
        )

    def _there(self) -> None:
        """Somebody is there; the second half of a double press that made the last move is not somebody."""
        if self._since is not None and self.app.clock() - self._since >= self.app.host.pace:
            self.app.take_seat(self._who)
