"""One line of typed text, for screens that have `typing` set while it has the focus.

It is longer than its box at times: then it slides sideways, and the cursor can always be seen. The mouse puts the
cursor and selects, twice a word, three times everything. Enter, Escape, Tab and the arrows up and
down are left to others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

import pygame

from game.desktop.kit import clipboard, colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.inputs import Composed, Input, Key, MouseDown, MouseMoved, MouseUp, Typed
from game.desktop.kit.paragraph import Style
from game.desktop.kit.pointing import Memory
from game.desktop.kit.writing import Step, Writing, stops

_BLINK = 0.53
_STYLE = Style("serif", 17, colours.PALE, line=25)
LONGEST = 400
"""Signs that a field takes, if nothing else is said."""
HEIGHT = _STYLE.line + 16
"""Of the box of a field."""
_LEFT = 6.0
"""Room before the words, for a cursor at their beginning."""
_STEPS: dict[tuple[str, bool], Step] = {
    ("left", False): "letter-left", ("right", False): "letter-right", ("left", True): "word-left",
    ("right", True): "word-right", ("home", False): "start", ("end", False): "end", ("home", True): "start",
    ("end", True): "end",
}  # fmt: skip
_ERASING: dict[tuple[str, bool], Step] = {
    ("backspace", False): "letter-left", ("backspace", True): "word-left", ("delete", False): "letter-right",
    ("delete", True): "word-right",
}  # fmt: skip


class Field:
    """Typed text in the frames of one screen, whose memory says what has the focus; `id` is the spot of the field."""

    def __init__(self, memory: Memory, id: str = "field", longest: int = LONGEST) -> None:
        self.memory = memory
        self.id = id
        self.writing = Writing(longest)
        self.composed = Composed("", 0)
        """What an input method is composing at the cursor."""
        self._lit = True
        self._dragging = False
        self.slid = 0.0
        """How far the words are moved to the left."""
        self._inner = Box(0, 0, 0, 0)
        self._measure: Callable[[int], float] = float
        """How wide the first of its signs were in the last frame."""

    @property
    def text(self) -> str:
        """What has been written."""
        return self.writing.line.text

    @property
    def focused(self) -> bool:
        """Whether letters are for the field: always, but while a ring shows that the focus is at something else."""
        return not self.memory.shown or self.memory.focus == self.id

    # ---- what it hears ------------------------------------------------------------------------------------------

    def on(self, said: Input) -> bool:
        """Take what is meant for the field."""
        match said:
            case Typed(words):
                self.composed = Composed("", 0)
                self.writing.write(words)
            case Composed():
                self.composed = said
            case Key():
                if not (self.focused and self._key(said)):
                    return False
            case MouseDown(x, y) if self._inner.inset(-12, -8).holds(x, y) and not self.composed.words:
                self._press(said)
            case MouseMoved(x, _) if self._dragging:
                self.writing.go(self._place(x), keep=True)
            case MouseUp() if self._dragging:
                self._dragging = False
            case _:
                return False
        self._lit = True
        return True

    def _press(self, down: MouseDown) -> None:
        self.memory.focus, self.memory.shown = self.id, False
        self._dragging = down.times == 1
        if down.times == 1:
            self.writing.go(self._place(down.x), keep=down.shift)
        elif down.times == 2:
            self.writing.select_word(self._place(down.x))
        else:
            self.writing.select_all()

    def _place(self, x: float) -> int:
        return self._near(self.text, x - self._inner.x - _LEFT + self.slid)

    def _key(self, key: Key) -> bool:
        """Whether a key was meant for the field; if so, it is done."""
        if step := _STEPS.get((key.name, key.ctrl)):
            self.writing.move(step, keep=key.shift)
        elif key.name == "delete" and key.shift:
            self._cut()
        elif step := _ERASING.get((key.name, key.ctrl)):
            self.writing.erase(step)
        elif key.name == "insert" and key.ctrl != key.shift:
            (self._copy if key.ctrl else self._paste)()
        elif key.ctrl:
            act = self._shortcuts(shift=key.shift).get(key.name)
            if act:
                act()
            return act is not None
        else:
            return len(key.name) == 1 or key.name == "space"
        return True

    def _shortcuts(self, *, shift: bool) -> dict[str, Callable[[], None]]:
        """What Ctrl does with a letter."""
        writing = self.writing
        return {
            "a": writing.select_all, "c": self._copy, "x": self._cut, "v": self._paste,
            "z": writing.redo if shift else writing.undo, "y": writing.redo,
        }  # fmt: skip

    def _copy(self) -> None:
        if words := self.writing.line.selected:
            clipboard.copy(words)

    def _cut(self) -> None:
        if self.writing.line.selected:
            self._copy()
            self.writing.erase("letter-left")

    def _paste(self) -> None:
        self.writing.write(clipboard.pasted())

    def blink(self, now: float) -> bool:
        """Whether the cursor has just changed and must be drawn."""
        lit = int(now / _BLINK) % 2 == 0
        changed, self._lit = lit != self._lit, lit
        return changed

    # ---- what it looks like -------------------------------------------------------------------------------------

    def draw(self, canvas: Canvas, box: Box, hint: str, enter: Callable[[], None]) -> None:
        """The field; `hint` stands in it while it is empty, `enter` is what Enter does in it."""
        if not self.memory.focus:
            self.memory.focus, self.memory.shown = self.id, True
        canvas.panel(box, colours.FELT0, 6, colours.PALE if self.focused else colours.FELT3)
        canvas.spot(Action(self.id, self.text or hint, enter), box)
        self._inner = inner = Box(box.x + 12, box.y + (box.h - _STYLE.line) / 2, box.w - 24, _STYLE.line)
        line, made = self.writing.line, self.composed.words
        text = line.text[: line.first] + made + line.text[line.last :] if made else line.text
        cursor = line.first + min(self.composed.at, len(made)) if made else line.at
        self._measure = lambda signs: canvas.measure(text[:signs], _STYLE)
        at = inner.x + _LEFT - self._slide(cursor, len(text)) + self._measure(cursor)
        with canvas.scrolled(self.id, inner):
            if not text:
                canvas.text(hint, inner.x + _LEFT, inner.y, _STYLE.of(colours.DIM), width=inner.w - _LEFT)
            self._words(canvas, text, line.first, line.first + len(made) if made else line.last)
            if self._lit and self.focused:
                canvas.line(at, inner.y + 3, at, inner.y + 22, colours.PALE, 2)
        if self.focused:
            # Where an input method lays its list of words.
            pygame.key.set_text_input_rect((canvas.px(at), canvas.px(inner.y), canvas.px(2), canvas.px(inner.h)))

    def _slide(self, cursor: int, end: int) -> float:
        """Move the words so far to the left that the cursor is seen, and that no room is left behind their end."""
        room = self._inner.w - 2 * _LEFT
        at, wide = self._measure(cursor), self._measure(end)
        self.slid = max(0.0, at - room, min(at, self.slid, wide - room))
        return self.slid

    def _words(self, canvas: Canvas, text: str, first: int, last: int) -> None:
        """The words, as far as they can be seen: before, in and behind what is selected or being composed."""
        begin, marked = self._inner.x + _LEFT - self.slid, _STYLE
        if self.composed.words:
            marked = _STYLE._replace(underline="solid")
        elif last > first:
            left, right = begin + self._measure(first), begin + self._measure(last)
            canvas.fill(colours.LIT, Box(left, self._inner.y, right - left, self._inner.h))
        parts = pairwise((0, first, last, len(text))) if last > first else ((0, len(text)),)
        low, high = self._near(text, self.slid - _LEFT), self._near(text, self.slid + self._inner.w)
        for (start, end), style in zip(parts, (_STYLE, marked, _STYLE), strict=False):
            start, end = max(start, low), min(end, high)
            if start < end:
                canvas.text(text[start:end], begin + self._measure(start), self._inner.y, style)

    def _near(self, text: str, x: float) -> int:
        """The place of the cursor that is nearest to x, counted from where the words begin."""
        places = stops(text)
        number = bisect_left(places, x, key=self._measure)
        return min(places[max(0, number - 1) : number + 1], key=lambda place: abs(self._measure(place) - x))
