"""The adviser's two sheets: what it would do, when it is asked; and a word before a move that gives something away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import SMALL, button
from game.desktop.screens.sheets import Sheet
from game.guest import Advice
from game.talks import Propose
from game.words import SENTENCES, phrase, say, strung
from game.words.storage import not_kept

if TYPE_CHECKING:
    from game.words.adviser import ToldAdvice

_LEAD = Style("sans-semibold", 18, colours.PALE, line=27)
_GROUND = Style("sans", 16, colours.LOCKED, line=24)
_SIGN = 22.0


class AdviserSheet(Sheet):
    """What the adviser would do and why; a package goes into the tray, or to the table as it stands."""

    title = phrase("Your adviser")
    wide = 720.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board
        self._advice: ToldAdvice | Advice | None = app.counsellor.advice(board.here)

    def changed(self) -> None:
        """The floor has passed on meanwhile: ask again."""
        self._advice = self.app.counsellor.advice(self.board.here)

    def _words(self) -> tuple[str, ...]:
        if self._advice is None:
            return (self.board.why("say") or say("I have nothing to suggest just now."),)
        return (self._advice.lead, *self._advice.arguments)

    def draw(self, canvas: Canvas) -> None:
        """The lead, the grounds, and what can be done with it. The sheet is as high as its words."""
        words = self._words()
        room = min(self.wide, canvas.width - 48) - 56
        heights = [canvas.height_of(said, room, _LEAD if not n else _GROUND) + 10 for n, said in enumerate(words)]
        self.tall = min(66 + sum(heights) + 14 + 44 + 44 + 20, canvas.height - 48)
        box = self.sheet(canvas, say("A word from your adviser"))
        with canvas.scrolled("advice", Box(box.x, box.y - 2, box.w + 10, box.h - 98)) as pane:
            y = pane.top
            for n, said in enumerate(words):
                canvas.paragraph(said, box.x, y, box.w, _LEAD if not n else _GROUND)
                y += heights[n]
            pane.bottom = y
        self._buttons(canvas, Box(box.x, box.bottom - 92, box.w, 44))
        told = say("It sees your papers and what you have heard, and no more. It may be wrong.")
        canvas.paragraph(told, box.x, box.bottom - 34, box.w - 130, SMALL)
        if self.app.counsellor.there:
            off = Action("hush", say("Silence"), self._hush, keys=("x",), hint=say("No more advice in these talks."))
            button(canvas, Box(box.right - 116, box.bottom - 40, 116, 38), off, quiet=True, size=14)

    def _buttons(self, canvas: Canvas, box: Box) -> None:
        advice = self._advice
        choices: list[Action] = []
        if advice is not None and isinstance(advice.move, Propose):
            choices.append(Action("take", say("Into the tray"), self._take, keys=("enter", "k")))
            words = say("Float it as it stands") if advice.move.off_record else say("Table it as it stands")
            choices.append(Action("do", words, self._do, keys=("t",)))
        elif advice is not None:
            choices.append(Action("do", say("Do that"), self._do, keys=("enter",)))
        closes = ("escape", "g") if choices else ("enter", "escape", "g")
        choices.append(Action("close", say("Back to the table"), self.close, keys=closes))
        wide = (box.w - 12 * (len(choices) - 1)) / max(2, len(choices))
        for place, action in enumerate(choices):
            button(canvas, Box(box.x + place * (wide + 12), box.y, wide, 44), action, gold=place == 0)

    def _take(self) -> None:
        self.close()
        if self._advice is not None and isinstance(self._advice.move, Propose):
            self.board.take_over(self._advice.move)

    def _do(self) -> None:
        self.close()
        if self._advice is not None:
            packed = isinstance(self._advice.move, Propose)
            self.board.make(self._advice.move, self.board.clear if packed else None)

    def _hush(self) -> None:
        self.close()
        fault = self.app.counsellor.hush(hushed=True)
        silent = say("Your adviser is silent from now on. The menu (Esc) brings it back.")
        self.board.explain(strung([silent, not_kept(fault)], SENTENCES) if fault else silent)


class CautionSheet(Sheet):
    """A word before a move: what it costs by the rules, and what the adviser thinks of it. The harmless way is gold."""

    title = phrase("Before you do that")
    wide = 620.0

    def __init__(self, app: App, words: Sequence[str], rules: Sequence[str], go: Callable[[], None]) -> None:
        super().__init__(app)
        self._said = (*words, *rules)
        self._go = go

    def draw(self, canvas: Canvas) -> None:
        """Every sentence, then two buttons."""
        room = min(self.wide, canvas.width - 48) - 56 - _SIGN - 10
        heights = [canvas.height_of(said, room, _GROUND) + 10 for said in self._said]
        self.tall = min(66 + sum(heights) + 14 + 44 + 20, canvas.height - 48)
        box = self.sheet(canvas, say("A word from your adviser"))
        with canvas.scrolled("caution", Box(box.x, box.y - 2, box.w + 10, box.h - 54)) as pane:
            y = pane.top
            for high, said in zip(heights, self._said, strict=True):
                canvas.sign("octagon", box.x, y + 3, 16, colours.ALARM)
                canvas.paragraph(said, box.x + _SIGN + 10, y, room, _GROUND)
                y += high
            pane.bottom = y
        again = Action("again", say("Think again"), self.close, keys=("enter", "escape"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), again, gold=True)
        go = Action("go", say("Do it all the same"), self._do, keys=("d",))
        button(canvas, Box(box.x + 236, box.bottom - 44, 220, 44), go)

    def _do(self) -> None:
        self.close()
        self._go()
