"""Several fields on one screen: one of them has the cursor, Tab and the mouse give it to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.field import HEIGHT, Field
from game.desktop.kit.inputs import Input, MouseDown
from game.desktop.kit.paragraph import Style
from game.desktop.kit.pointing import Memory

_LABEL = Style("sans-semibold", 15, colours.PALE, line=22)
HIGH = _LABEL.leading + HEIGHT + 16
"""Of one field with its label."""


class OneField(Field):
    """One of several: letters are for it only while it has the focus."""

    @property
    def focused(self) -> bool:
        """Whether the focus is here."""
        return self.memory.focus == self.id


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field, what it is for, and what stands in it while it is empty."""

    field: OneField
    label: str
    hint: str


class Fields:
    """The fields of one screen, in the order in which they are filled in."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.shown: Sequence[Labelled] = ()

    @property
    def typing(self) -> bool:
        """Whether one of them has the focus."""
        return any(each.field.focused for each in self.shown)

    def first_empty(self) -> None:
        """Give the cursor to the first that has still to be filled in."""
        empty = next((each.field for each in self.shown if not each.field.text), None)
        if empty is not None:
            self._memory.focus, self._memory.shown = empty.id, True

    def on(self, said: Input) -> bool:
        """Take what is meant for one of them."""
        pressed = isinstance(said, MouseDown)
        return any(each.field.on(said) for each in self.shown if pressed or each.field.focused)

    def blink(self, now: float) -> bool:
        """Whether a cursor has just changed and must be drawn."""
        return any(each.field.blink(now) for each in self.shown if each.field.focused)

    def draw(self, canvas: Canvas, box: Box, enter: Callable[[], None]) -> float:
        """One below the other; `enter` is what Enter does in each. Gives the lower edge."""
        y = box.y
        for each in self.shown:
            canvas.text(each.label, box.x, y, _LABEL, width=box.w)
            each.field.draw(canvas, Box(box.x, y + _LABEL.leading + 2, box.w, HEIGHT), each.hint, enter)
            y += HIGH
        return y
