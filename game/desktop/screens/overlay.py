"""A sheet over the screen below it, which Escape takes away."""

from __future__ import annotations

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.settings import SMALL_PAGE
from game.desktop.screen import GameScreen

_HEADS = (24.0, 21.0, 19.0, 17.0)
"""Sizes of the title of a sheet: the largest for which there is room."""
_LOW = 600.0
"""On a page lower than this a sheet leaves less of it free."""
_HEAD = Style("serif-bold", 24, colours.PALE)


class Sheet(GameScreen):
    """A sheet over the screen below; Escape takes it away."""

    overlay = True
    wide, tall = 560.0, 520.0
    least = SMALL_PAGE

    def sheet(self, canvas: Canvas, title: str) -> Box:
        """Draw the sheet in the middle; gives the box below its title."""
        edge = 48 if canvas.height >= _LOW else 24
        wide, tall = min(self.wide, canvas.width - edge), min(self.tall, canvas.height - edge)
        box = Box(round((canvas.width - wide) / 2), round((canvas.height - tall) / 2), wide, tall)
        canvas.panel(box, colours.FELT2, 12, colours.FELT3)
        sizes = (size for size in _HEADS if canvas.measure(title, _HEAD._replace(size=size)) <= wide - 56)
        head = _HEAD._replace(size=next(sizes, _HEADS[-1]), line=_HEAD.leading)
        canvas.text(title, box.x + 28, box.y + 20, head, width=wide - 56)
        return Box(box.x + 28, box.y + 66, wide - 56, tall - 86)

    def close(self) -> None:
        """Take the sheet away, if it still lies there."""
        if self in self.app.stack:
            self.app.back_to(self)
            self.app.pop()
