"""A class is open on this computer: its address, its code and a QR code, large enough for a projector."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING

import segno

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.own_class import OwnClass
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import between, buttons, footer, header, stacked
from game.guest import Opened
from game.words import phrase, say

if TYPE_CHECKING:
    from game.desktop.app import App

_LABEL = Style("sans-semibold", 24, colours.LOCKED, line=34)
_BODY = Style("sans", 24, colours.PALE, line=34)
_SMALL = Style("sans", 16, colours.DIM, line=24)
_LEAD = Style("serif-bold", 30, colours.PALE, line=42)
_LIGHT, _DARK = "white", "black"
"""The colours of a code, which are the same in every theme: a camera reads it."""
_QUIET = 4
"""White modules round a QR code, as its standard wants them."""


class OpenClassScreen(GameScreen):
    """How one comes into the class; the class is led in the browser."""

    title = phrase("A class on this computer")

    def __init__(self, app: App, own: OwnClass) -> None:
        super().__init__(app)
        self._own = own
        self._shown = own.state
        self._desk_opened = False

    def tick(self, now: float) -> bool:
        """The class has been opened, or is no more."""
        del now
        if self._own.state != self._shown:
            self._shown = self._own.state
            self.app.redraw()
        if self._own.opened is not None and not self._desk_opened:
            self._desk_opened = True
            self._browse(self._own.opened.desk)
        return False

    def draw(self, canvas: Canvas) -> None:
        """Address, code and QR code; or what is in the way."""
        header(canvas, say(self.title))
        opened, fault = self._shown
        box = between(canvas)
        if opened is not None:
            self._door(canvas, box, opened)
        elif fault is not None:
            y = stacked(canvas, [say("The class could not be opened, or is closed.")], box.x, box.y + 40, box.w, _LEAD)
            canvas.paragraph(fault, box.x, y + 10, box.w, _BODY.of(colours.ALARM))
        else:
            stacked(canvas, [say("One moment: the class is being opened.")], box.x, box.y + 40, box.w, _LEAD)
        self._below(canvas)

    def _door(self, canvas: Canvas, box: Box, opened: Opened) -> None:
        code = min(box.h, box.w * 0.42)
        self._qr(canvas, Box(box.right - code, box.y + (box.h - code) / 2, code, code), opened.join)
        left = Box(box.x, box.y, box.w - code - 36, box.h)
        y = stacked(
            canvas,
            [say("1. Be in the wifi of this room, and open")],
            left.x,
            left.y + max(8.0, (box.h - 460) / 2),
            left.w,
            _LABEL,
        )
        y = _large(canvas, opened.addresses[0].removeprefix("http://"), left, y + 2, 72) + 26
        y = stacked(canvas, [say("2. Type the code")], left.x, y, left.w, _LABEL)
        y = _large(canvas, opened.code, left, y - 4, 120) + 26
        others = [each.removeprefix("http://") for each in opened.addresses[1:]]
        told = [say("Or scan the picture with the camera of a phone.")]
        if others:
            told.append(say("If that is not reached: {others:or}.", others=others))
        y = stacked(canvas, told, left.x, y, left.w, _BODY) + 18
        note = say("Your desk is open in the browser: there you begin. Every move is kept on this computer.")
        stacked(canvas, [note], left.x, y, left.w, _SMALL)

    def _qr(self, canvas: Canvas, box: Box, address: str) -> None:
        """The modules of the code, each of whole pixels."""
        rows = [bytes(row) for row in segno.make(address, error="l", micro=False).matrix]
        size = int(box.w * canvas.scale) // (len(rows) + 2 * _QUIET) / canvas.scale
        whole = size * (len(rows) + 2 * _QUIET)
        sheet = Box(box.right - whole, box.y + (box.h - whole) / 2, whole, whole)
        canvas.fill(_LIGHT, sheet)
        for down, row in enumerate(rows):
            for along, dark in enumerate(row):
                if dark:
                    x, y = sheet.x + (along + _QUIET) * size, sheet.y + (down + _QUIET) * size
                    canvas.fill(_DARK, Box(x, y, size, size))

    def _below(self, canvas: Canvas) -> None:
        opened, fault = self._shown
        choices = []
        if opened is not None:
            desk, wall = opened.desk, opened.wall
            choices = [
                Action("desk", say("Open your desk"), lambda: self._browse(desk), keys=("enter", "d")),
                Action("wall", say("Open the wall"), lambda: self._browse(wall), keys=("w",)),
            ]
        words = say("Title") if fault is not None else say("Close the class")
        choices.append(Action("close", words, self.app.leave_class, keys=("escape",)))
        buttons(canvas, footer(canvas), choices, gold="desk")

    def _browse(self, address: str) -> None:
        """Open a page in the browser of this computer; beside the drawing, for a browser may take its time."""
        self.app.worker.put(lambda: webbrowser.open(address), lambda _: None, first=True)


def _large(canvas: Canvas, words: str, box: Box, y: float, size: float) -> float:
    """Words as large as they fit; gives the lower edge."""
    while size > 20 and canvas.measure(words, Style("sans-bold", size)) > box.w:
        size -= 2
    style = Style("sans-bold", size, colours.GOLD, line=size * 1.22)
    canvas.text(words, box.x, y, style, width=box.w)
    return y + style.leading
