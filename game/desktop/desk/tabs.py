"""The row of tabs over the panel beside the draft, where there is room for one at a time. F6 and Tab go through them in
the order in which all panels would be read, and show what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import get_args

from game.desktop.desk.board import Board
from game.desktop.desk.side import Side
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.kept import Panel
from game.desktop.kit.widgets import tab, tab_wide
from game.words import phrase, say

_TAB = "tab:"
_NAMES: Mapping[Side, str] = {
    "wordings": phrase("Wordings"),
    "package": phrase("Package"),
    "people": phrase("People"),
}
_HINTS: Mapping[Side, str] = {
    "wordings": phrase("The wordings of this issue, and what each is worth to you."),
    "package": phrase("The package, what it is worth, and all those before it."),
    "people": phrase("Who is here, where the talks stand, and the record."),
}
PARTS: Mapping[Side, str] = {"wordings": "options", "package": "package", "people": "people"}
"""The part of the screen to which F6 goes with each."""


@dataclass(frozen=True, slots=True)
class Tabs:
    """The tabs that are read before the panel that is shown, and those after it."""

    before: list[Panel]
    after: list[Panel]


def tabs(canvas: Canvas, board: Board, box: Box) -> Tabs:
    """A tab for each panel, as wide as its words need and the rest shared out."""
    sides: tuple[Side, ...] = get_args(Side)
    wides = [tab_wide(canvas, _named(board, side)) for side in sides]
    spare = (box.w - sum(wides)) / len(sides)
    x, made = box.x, Tabs([], [])
    reached = False
    for side, words in zip(sides, wides, strict=True):
        area = Box(x, box.y, words + spare, box.h)
        among = made.after if reached else made.before
        part = PARTS[side]
        among.append(Panel(f"{_TAB}{side}", area, partial(_draw, canvas, board, side, area), part))
        reached |= side == board.side
        x += words + spare
    return made


def shown_by(focus: str) -> Side | None:
    """Which panel the tab shows that has the focus."""
    sides: tuple[Side, ...] = get_args(Side)
    return next((side for side in sides if focus == _TAB + side), None)


def _named(board: Board, side: Side) -> str:
    """What stands on a tab: of a package that is prepared how many moves it has; a question by name."""
    if side == "package" and board.desk.judging is not None:
        return say("Question")
    if side == "package" and (moves := len(board.desk.shown.shifts)):
        return say("Package: {n}", n=str(moves))
    return say(_NAMES[side])


def _draw(canvas: Canvas, board: Board, side: Side, box: Box) -> None:
    """One tab; that of what waits for an answer is gold while something else is shown."""
    shown = side == board.side
    waits = side == "package" and not shown and board.mode in ("answer", "silence", "vote", "sounded")
    action = Action(_TAB + side, _named(board, side), partial(_show, board, side), hint=say(_HINTS[side]))
    tab(canvas, box, action, shown=shown, gold=waits)


def _show(board: Board, side: Side) -> None:
    board.side = side
