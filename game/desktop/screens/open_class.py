"""A class is open on this computer: its address, its code and a QR code, large enough for a projector."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING

import segno

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.paragraph import Style
from game.desktop.own_class import OwnClass
from game.desktop.screen import GameScreen
from game.desktop.screens.layout import NARROW, between, button_bar, button_rows, foot_high, header, stacked
from game.guest import Opened
from game.words import phrase, say

if TYPE_CHECKING:
    from game.desktop.app import App

_LABEL = Style("sans-semibold", 24, colours.LOCKED, line=34)
_BODY = Style("sans", 24, colours.PALE, line=34)
_SMALL = Style("sans", 16, colours.DIM, line=24)
_LEAD = Style("serif-bold", 30, colours.PALE, line=42)
_SMALL_LEAD = Style("serif-bold", 23, colours.PALE, line=32)
_SMALL_BODY = Style("sans", 17, colours.PALE, line=25)
"""The same where letters are large already."""
_LIGHT, _DARK = "white", "black"
"""The colours of a code, which are the same in every theme: a camera reads it."""
_LOW = 640.0
"""On a page lower than this the words are smaller as well."""
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

    @property
    def lying(self) -> tuple[str, ...]:
        """The way in, or why there is none."""
        opened, fault = self._shown
        if opened is not None:
            address = opened.addresses[0].removeprefix("http://")
            return say("1. Be in the wifi of this room, and open"), address, say("2. Type the code"), opened.code
        if fault is not None:
            return say("The class could not be opened, or is closed."), fault
        return (say("One moment: the class is being opened."),)

    def draw(self, canvas: Canvas) -> None:
        """Address, code and QR code; or what is in the way."""
        header(canvas, say(self.title))
        opened, fault = self._shown
        rows = button_rows(canvas, self._choices())
        box = between(canvas, foot_high(len(rows)))
        with canvas.scrolled("door", Box(box.x, box.y - 8, box.w + 12, box.h + 8)) as pane:
            inside = Box(box.x, pane.top + 8, box.w, box.h)
            if opened is not None:
                pane.bottom = self._door(canvas, inside, opened)
            else:
                pane.bottom = self._no_door(canvas, inside, fault)
        button_bar(canvas, rows, gold="close" if fault is not None else "desk")

    @staticmethod
    def _no_door(canvas: Canvas, box: Box, fault: str | None) -> float:
        """It is not open yet, or why it is not; gives the lower edge."""
        small = canvas.width < NARROW
        told = Column(canvas, box.w)
        told.space(8 if small else 40)
        lead, body = (_SMALL_LEAD, _SMALL_BODY) if small else (_LEAD, _BODY)
        if fault is None:
            told.words(say("One moment: the class is being opened."), lead)
        else:
            told.words(say("The class could not be opened, or is closed."), lead, gap=10)
            told.words(fault, body.of(colours.ALARM))
        return told.paint(box.x, box.y)

    def _door(self, canvas: Canvas, box: Box, opened: Opened) -> float:
        """The way in beside its picture, or above it in a narrow window; gives the lower edge."""
        if canvas.width < NARROW:
            code = min(box.w, box.h)
            y = self._ways(canvas, box, opened, 46, 64)
            self._qr(canvas, Box(box.x, y + 12, code, code), opened.join)
            return y + 12 + code
        code = min(box.h, box.w * 0.42)
        self._qr(canvas, Box(box.right - code, box.y + (box.h - code) / 2, code, code), opened.join)
        down, sizes = (box.h - 460) / 2, (72, 120)
        if down < 40:
            down, sizes = 8.0, (64, 96)
        return self._ways(canvas, Box(box.x, box.y + down, box.w - code - 36, box.h), opened, *sizes)

    @staticmethod
    def _ways(canvas: Canvas, box: Box, opened: Opened, address: float, code: float) -> float:
        """What one does to come in, the address and the code as large as that; gives the lower edge."""
        large = canvas.width >= NARROW and canvas.height >= _LOW
        label, body, gap = (_LABEL, _BODY, 26) if large else (_SMALL_BODY, _SMALL_BODY, 10)
        y = stacked(canvas, [say("1. Be in the wifi of this room, and open")], box.x, box.y, box.w, label)
        y = _large(canvas, opened.addresses[0].removeprefix("http://"), box, y + 2, address) + gap
        y = stacked(canvas, [say("2. Type the code")], box.x, y, box.w, label)
        y = _large(canvas, opened.code, box, y - 4, code) + gap
        others = [each.removeprefix("http://") for each in opened.addresses[1:]]
        told = [say("Or scan the picture with the camera of a phone.")]
        if others:
            told.append(say("If that is not reached: {others:or}.", others=others))
        y = stacked(canvas, told, box.x, y, box.w, body) + 18
        note = say("Your desk is open in the browser: there you begin. Every move is kept on this computer.")
        return stacked(canvas, [note], box.x, y, box.w, _SMALL)

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

    def _choices(self) -> list[Action]:
        """What can be done with the class."""
        opened, fault = self._shown
        choices = []
        if opened is not None:
            desk, wall = opened.desk, opened.wall
            choices = [
                Action("desk", say("Open your desk"), lambda: self._browse(desk), keys=("enter", "d"),
                       hint=say("Your page in the browser, for you alone: from there the class is led.")),
                Action("wall", say("Open the wall"), lambda: self._browse(wall), keys=("w",),
                       hint=say("The page for the projector: it tells no secret.")),
            ]  # fmt: skip
        if fault is not None:
            return [Action("close", say("Title"), self.app.leave_class, keys=("enter", "escape"))]
        return [*choices, Action("close", say("Close the class"), self.app.leave_class, keys=("escape",))]

    def _browse(self, address: str) -> None:
        """Open a page in the browser of this computer; beside the drawing, for a browser may take its time."""
        self.app.worker.put(lambda: webbrowser.open(address), lambda _: None, first=True)


def _large(canvas: Canvas, words: str, box: Box, y: float, size: float) -> float:
    """Words as large as they fit; gives the lower edge."""
    while size > 20 and canvas.measure(words, Style("sans-bold", size)) > box.w:
        size -= 2
    style = Style("sans-bold", size, colours.PALE, line=size * 1.22)
    canvas.text(words, box.x, y, style, width=box.w)
    return y + style.leading
