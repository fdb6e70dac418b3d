"""The adviser's two sheets: what could be done, when it is asked; and a word before something is given away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from game.desktop.app import App
from game.desktop.desk.board import Board
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import SMALL, button
from game.desktop.screens.overlay import Sheet
from game.talks import Move, Propose
from game.words import SENTENCES, phrase, say, strung
from game.words.storage import not_kept

_LEAD = Style("sans-semibold", 17, colours.PALE, line=25)
_GROUND = Style("sans", 15, colours.LOCKED, line=22)
_SIGN = 22.0
_NUMBER = 30.0
_TRAY = 138.0
"""How wide the button is that takes a package into the tray."""
_FOOT = 104.0
"""How high the button at the foot is, with the line beneath it."""


class Told(Protocol):
    """A course, or an opinion, in sentences."""

    @property
    def lead(self) -> str:
        """What it is, and the reason that matters most."""
        ...

    @property
    def speaks(self) -> tuple[str, ...]:
        """What else speaks for it."""
        ...

    @property
    def risks(self) -> tuple[str, ...]:
        """What stands against it."""
        ...


class Course(Told, Protocol):
    """What could be done now."""

    @property
    def move(self) -> Move:
        """The move that it is."""
        ...


class AdviserSheet(Sheet):
    """The courses that the adviser sees, with what speaks for each and against it, and what it thinks of the package in
    the tray. A package goes into the tray with one press; whatever is done is done at the table, by the player."""

    title = phrase("Your adviser")
    wide = 820.0

    def __init__(self, app: App, board: Board) -> None:
        super().__init__(app)
        self.board = board
        self._courses: Sequence[Course] = ()
        self._opinion: Told | None = None
        self._ask()

    def _ask(self) -> None:
        counsellor = self.app.counsellor
        self._courses = counsellor.courses(self.board.here)
        self._opinion = counsellor.opinion(self.board.here, self.board.tray.shifts)

    def changed(self) -> None:
        """The floor has passed on meanwhile: ask again."""
        self._ask()

    def _nothing(self) -> str:
        """What is said where it has nothing to say."""
        return self.board.why("say") or say("I have nothing to suggest just now.")

    def draw(self, canvas: Canvas) -> None:
        """Course below course, and the way back. The sheet is as high as its words."""
        told = self._told(canvas)
        self.tall = min(66 + sum(high for high, _ in told) + _FOOT + 20, canvas.height - 48)
        box = self.sheet(canvas, say("A word from your adviser"))
        with canvas.scrolled("advice", Box(box.x, box.y - 2, box.w + 10, box.h - _FOOT)) as pane:
            y = pane.top
            for high, draw in told:
                draw(Box(box.x, y, box.w, high))
                y += high
            pane.bottom = y
        back = Action("close", say("Back to the table"), self.close, keys=("enter", "escape", "g"))
        button(canvas, Box(box.x, box.bottom - 92, 260, 44), back, gold=True)
        foot = say("It sees your papers and what you have heard, and no more. It may be wrong; what is done is yours.")
        canvas.paragraph(foot, box.x, box.bottom - 40, box.w - 130, SMALL)
        if self.app.counsellor.there:
            off = Action("hush", say("Silence"), self._hush, keys=("x",), hint=say("No more advice in these talks."))
            button(canvas, Box(box.right - 116, box.bottom - 40, 116, 38), off, quiet=True, size=14)

    def _told(self, canvas: Canvas) -> list[tuple[float, Callable[[Box], None]]]:
        """What is drawn from top to bottom, each with its height."""
        wide = min(self.wide, canvas.width - 48) - 56
        rows: list[tuple[float, Callable[[Box], None]]] = []
        if self._opinion is not None:
            rows.append(self._row(canvas, wide, self._opinion, say("Yours:"), None))
        for number, course in enumerate(self._courses, 1):
            rows.append(self._row(canvas, wide, course, str(number), course.move))
        if not rows:
            words = self._nothing()
            high = canvas.height_of(words, wide, _LEAD) + 14

            def say_so(box: Box) -> None:
                canvas.paragraph(words, box.x, box.y, box.w, _LEAD)

            rows.append((high, say_so))
        return rows

    def _row(
        self, canvas: Canvas, wide: float, told: Told, mark: str, move: Move | None
    ) -> tuple[float, Callable[[Box], None]]:
        packed = move if isinstance(move, Propose) else None
        indent = max(_NUMBER, canvas.measure(mark, _LEAD) + 12)
        room = wide - indent - (_TRAY + 16 if packed else 0)
        grounds = [*((words, False) for words in told.speaks), *((words, True) for words in told.risks)]
        heights = [canvas.height_of(words, wide - indent - _SIGN, _GROUND) + 4 for words, _ in grounds]
        head = max(canvas.height_of(told.lead, room, _LEAD), 40 if packed else 0) + 4

        def draw(box: Box) -> None:
            canvas.text(mark, box.x, box.y, _LEAD)
            canvas.paragraph(told.lead, box.x + indent, box.y, room, _LEAD)
            if packed:
                take = Action(
                    f"take-{mark}", say("Into the tray"), lambda: self._take(packed), keys=(mark,), hint=told.lead
                )
                button(canvas, Box(box.right - _TRAY, box.y, _TRAY, 36), take, size=14)
            y = box.y + head
            for (words, against), high in zip(grounds, heights, strict=True):
                name, ink = ("octagon", colours.ALARM) if against else ("tick", colours.AGREED_PALE)
                canvas.sign(name, box.x + indent, y + 4, 13, ink)
                canvas.paragraph(words, box.x + indent + _SIGN, y, wide - indent - _SIGN, _GROUND)
                y += high

        return head + sum(heights) + 18, draw

    def _take(self, move: Propose) -> None:
        self.close()
        self.board.take_over(move)

    def _hush(self) -> None:
        self.close()
        fault = self.app.counsellor.hush(hushed=True)
        silent = say("Your adviser is silent from now on. The menu (Esc) brings it back.")
        self.board.explain(strung([silent, not_kept(fault)], SENTENCES) if fault else silent)


class CautionSheet(Sheet):
    """A word before a move: what it costs by the rules, and what the adviser thinks of it. The harmless way is gold."""

    title = phrase("Before you do that")
    wide = 620.0

    def __init__(
        self,
        app: App,
        words: Sequence[str],
        rules: Sequence[str],
        go: Callable[[], None],
        again: Callable[[], None],
    ) -> None:
        """`go` does it all the same; `again` follows when it is not done."""
        super().__init__(app)
        self._said = (*words, *rules)
        self._go, self._again = go, again

    @property
    def lying(self) -> tuple[str, ...]:
        """Every sentence."""
        return self._said

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
        again = Action("again", say("Think again"), self._leave, keys=("enter", "escape"))
        button(canvas, Box(box.x, box.bottom - 44, 220, 44), again, gold=True)
        go = Action("go", say("Do it all the same"), self._do, keys=("d",))
        button(canvas, Box(box.x + 236, box.bottom - 44, 220, 44), go)

    def _leave(self) -> None:
        self.close()
        self._again()

    def _do(self) -> None:
        self.close()
        self._go()
