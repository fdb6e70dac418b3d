"""How well the computer is to play: the four levels side by side, and a sentence on the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, focus_ring
from game.table import EVERYBODY
from game.talks import LEVEL_NAMES, USUAL_LEVEL, Sits
from game.words import say
from game.words.levels import level_note, level_title

KEY = "l"
"""The key that goes on to the next level, and from the last to the first."""
_HIGH = 40.0
_FACE = Style("sans-semibold", 15, colours.PALE)
_TOLD = Style("sans", 15, colours.DIM, line=21)


class Levels:
    """The choice, as it stands until the talks begin; the next time it is made anew."""

    def __init__(self, given: Mapping[str, Sits]) -> None:
        self.chosen: Mapping[str, Sits] = dict(given)
        """By delegation or for everybody, as `table.Start` has them."""

    @property
    def level(self) -> Sits:
        """The level of everybody who has none of their own."""
        return self.chosen.get(EVERYBODY, USUAL_LEVEL)

    @property
    def note(self) -> str:
        """What it means."""
        note = level_note(self.level)
        if self.chosen.keys() <= {EVERYBODY}:
            return note
        return say("{note} Some play as you have named it.", note=note)

    @property
    def other(self) -> Action:
        """What goes to the next one."""
        return Action("level-next", say("Another level"), self._next, keys=(KEY,))

    def height(self, canvas: Canvas, width: float) -> float:
        """How high it is at this width."""
        return 24 + self._fields_high(canvas, width) + 6 + canvas.height_of(self.note, width, _TOLD)

    @staticmethod
    def _across(canvas: Canvas, width: float) -> int:
        """How many fields stand side by side."""
        four = (width - 3 * 8) / 4
        return 4 if all(canvas.measure(level_title(each), _FACE) <= four - 8 for each in LEVEL_NAMES) else 2

    def _fields_high(self, canvas: Canvas, width: float) -> float:
        rows = 4 // self._across(canvas, width)
        return rows * _HIGH + (rows - 1) * 6

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Heading, four fields, a sentence."""
        canvas.text(say("HOW WELL THE COMPUTER PLAYS"), box.x, box.y, LABEL)
        canvas.text(KEY.upper(), box.right, box.y, Style("sans", 14, colours.DIM), align="right")
        canvas.spot(self.other, Box(box.right - 30, box.y - 4, 36, 26), focusable=False)
        across = self._across(canvas, box.w)
        wide = (box.w - (across - 1) * 8) / across
        for place, (level, words) in enumerate((each, level_title(each)) for each in LEVEL_NAMES):
            x, y = box.x + place % across * (wide + 8), box.y + 24 + place // across * (_HIGH + 6)
            self._field(canvas, Box(x, y, wide, _HIGH), level, words)
        canvas.paragraph(self.note, box.x, box.y + 24 + self._fields_high(canvas, box.w) + 6, box.w, _TOLD)

    def _field(self, canvas: Canvas, box: Box, level: Sits, words: str) -> None:
        id, chosen = f"level-{level}", level == self.level
        lit = canvas.hovered(id) or canvas.focused(id)
        ground = colours.CHOSEN if chosen else colours.FELT3 if lit else colours.FELT1
        canvas.panel(box, ground, 6, colours.PALE if chosen else colours.FELT3, 2 if chosen else 1)
        y = box.y + (box.h - _FACE.leading) / 2
        canvas.text(words, box.centre[0], y, _FACE, align="middle", width=box.w - 6)
        focus_ring(canvas, id, box.inset(2))
        canvas.spot(Action(id, words, self._taking(level)), box)

    def _taking(self, level: Sits) -> Callable[[], None]:
        def act() -> None:
            self.chosen = {EVERYBODY: level}

        return act

    def _next(self) -> None:
        every = list(LEVEL_NAMES)
        self.chosen = {EVERYBODY: every[(every.index(self.level) + 1) % len(every)]}
