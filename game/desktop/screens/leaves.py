"""Two panels of a page with little room, each behind a tab, and buttons below: what stands side by side elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import tab_row
from game.desktop.screens.layout import button_rows, buttons
from game.words import say

_GAP, _TABS, _BUTTON, _APART = 8.0, 32.0, 38.0, 6.0
_SAID = Style("serif-italic", 16, colours.LOCKED, line=21)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A panel: what stands on its tab, and how it is drawn."""

    words: str
    paint: Callable[[Box], object]


def shaded(box: Box) -> Box:
    """As much smaller as the shadow of a sheet needs."""
    return Box(box.x, box.y, box.w - 8, box.h - 8)


class Leaves:
    """Which of two panels is shown."""

    def __init__(self, turned: Callable[[], None] | None = None, key: str = "t") -> None:
        """`turned` is told when it is another, to which `key` turns."""
        self.second = False
        self._turned, self._key = turned, key

    def draw(
        self, canvas: Canvas, first: Leaf, second: Leaf, actions: Sequence[Action], *, gold: str, said: str = ""
    ) -> None:
        """The tabs, the panel, and the buttons; `said` stands above these."""
        canvas.fill(colours.FELT1)
        room = canvas.width - 2 * _GAP
        tabs = [self._tab(leaf, second=bool(place)) for place, leaf in enumerate((first, second))]
        tab_row(canvas, Box(_GAP, _GAP, room, _TABS), tabs, tabs[self.second].id)
        rows = button_rows(canvas, actions, room)
        foot = canvas.height - _GAP - len(rows) * (_BUTTON + _APART) + _APART
        low = foot - _GAP
        if said:
            low -= canvas.height_of(said, room, _SAID)
            canvas.paragraph(said, _GAP, low, room, _SAID)
            low -= 4
        top = _GAP + _TABS + _APART
        (second if self.second else first).paint(Box(_GAP, top, room, low - top))
        for row in rows:
            buttons(canvas, Box(_GAP, foot, room, _BUTTON), row, gold=gold)
            foot += _BUTTON + _APART

    def _tab(self, leaf: Leaf, *, second: bool) -> Action:
        shown = self.second == second
        hint = say("It is shown now.") if shown else say("Another page of this screen.")
        keys = () if shown or not self._key else (self._key,)
        return Action(f"leaf-{int(second)}", leaf.words, partial(self.show, second=second), keys=keys, hint=hint)

    def on(self, words: str, why: str) -> Action:
        """What goes on to the second panel, before it goes on to anything else."""
        return Action("on", words, lambda: self.show(second=True), keys=("enter",), why=why)

    def show(self, *, second: bool) -> None:
        """Turn to one of them."""
        if self.second != second:
            self.second = second
            if self._turned is not None:
                self._turned()
