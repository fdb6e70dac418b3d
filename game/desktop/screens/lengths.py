"""The editions of a scenario on its paper: at what length it is played."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block
from game.desktop.kit.paragraph import Style
from game.scenario import WHOLE, Scenario, edition_names, in_edition
from game.words import head, say
from game.words.starting import size_of

LENGTH_KEY = "e"
"""The key for the next edition."""
_NAME = Style("sans-semibold", 15, colours.INK)
_SIZE = Style("sans", 14, colours.MUTED)
_HIGH, _GAP = 34.0, 6.0


def following(whole: Scenario, chosen: str) -> str:
    """The edition after the chosen one; after the last comes the whole."""
    names = edition_names(whole)
    return names[(names.index(chosen) + 1) % len(names)]


def lengths(canvas: Canvas, wide: float, whole: Scenario, chosen: str, take: Callable[[str], None]) -> Block:
    """A row for each edition of a scenario, the whole first: its title, its size, and that it is the chosen one."""
    names, next_ = edition_names(whole), following(whole, chosen)

    def paint(x: float, y: float) -> None:
        for name in names:
            _row(canvas, Box(x, y, wide, _HIGH), whole, name, (name == chosen, name == next_), take)
            y += _HIGH + _GAP

    return Block(len(names) * (_HIGH + _GAP), paint)


def _row(
    canvas: Canvas, box: Box, whole: Scenario, name: str, state: tuple[bool, bool], take: Callable[[str], None]
) -> None:
    chosen, next_ = state
    told = in_edition(whole, name)
    title = say("The whole") if name == WHOLE else head(next(e.title for e in whole.editions if e.id == name))
    action = Action(f"edition-{name}", title, lambda: take(name), keys=(LENGTH_KEY,) if next_ else ())
    lit = canvas.hovered(action.id) or canvas.focused(action.id)
    canvas.panel(box, colours.PAPER, 6, colours.INK if lit or chosen else colours.MUTED, 2 if chosen else 1)
    measured = canvas.measure(words := size_of(told), _SIZE)
    canvas.text(words, box.right - 12, box.y + (_HIGH - _SIZE.leading) / 2, _SIZE, align="right")
    middle = box.y + _HIGH / 2
    canvas.dot(box.x + 18, middle, 6.5, colours.INK)
    canvas.dot(box.x + 18, middle, 5, colours.PAPER)
    if chosen:
        canvas.dot(box.x + 18, middle, 3.5, colours.INK)
    left = 34.0
    canvas.text(title, box.x + left, middle - _NAME.leading / 2, _NAME, width=box.w - measured - left - 28)
    if canvas.focused(action.id):
        canvas.ring(box.inset(-3), colours.INK, 8, 2)
    canvas.spot(action, box)
