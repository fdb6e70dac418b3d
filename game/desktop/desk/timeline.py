"""The packages of the talks in a row, oldest first: whose each was and what came of it. Each can be opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from game.desktop.desk.board import Board
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, focus_ring, key_name
from game.seat import Bargain, Fate
from game.words import count, say
from game.words.bargaining import fate, heading, numbered

HEIGHT = 32.0
_GAP = 6.0
_NAMED = 400.0
"""From this width on it is said what the row is."""
_NUMBER = Style("sans-bold", 14, colours.PALE)
_WORD = Style("sans", 14, colours.LOCKED)
_SIGNS: Mapping[Fate, tuple[str, str]] = {
    "lies": ("pen", colours.PALE),
    "agreed": ("tick", colours.AGREED_PALE),
    "liked": ("tick", colours.AGREED_PALE),
    "declined": ("cross", colours.ALARM),
    "countered": ("arrow", colours.PALE),
    "withdrawn": ("minus", colours.DIM),
    "overtaken": ("minus", colours.DIM),
}
"""Sign and colour of what has become of a package; a word always stands beside it."""


def draw_timeline(canvas: Canvas, board: Board, box: Box, every: Callable[[], None]) -> None:
    """Draw as many of the last ones as there is room for, and the way to all of them."""
    packages = board.bargaining.packages
    label, left = say("PACKAGES"), box.x
    if box.w >= _NAMED:
        left = canvas.text(label, box.x + 4, box.y + (box.h - LABEL.leading) / 2, LABEL).right + 12
    right = _all(canvas, Box(box.x, box.y, box.w, box.h), every, packages)
    shown: list[tuple[Bargain, float]] = []
    room = right - 12 - left
    for each in reversed(packages):
        wide = _wide(canvas, board, each)
        if room < wide:
            break
        room -= wide + _GAP
        shown.insert(0, (each, wide))
    if not shown:
        canvas.text(label, box.x + 4, box.y + (box.h - LABEL.leading) / 2, LABEL, width=right - box.x - 8)
    for each, wide in shown:
        _entry(canvas, board, each, Box(left, box.y + 2, wide, box.h - 4))
        left += wide + _GAP


def _all(canvas: Canvas, box: Box, every: Callable[[], None], packages: Sequence[Bargain]) -> float:
    """The way to the list of all, with its key in a cap, as that is a digit too; gives its left edge."""
    words = say("all {n}", n=len(packages))
    if box.w >= _NAMED:
        words = count("{n} package", "all {n} packages", len(packages))
    lit = canvas.hovered("packages") or canvas.focused("packages")
    style = Style("sans", 14, colours.PALE if lit else colours.DIM)
    key, top = key_name("0"), box.y + (box.h - style.leading) / 2
    right = box.right - 6
    if canvas.heard(("0",)):
        cap = Box(right - canvas.measure(key, style) - 12, box.y + 5, canvas.measure(key, style) + 12, box.h - 10)
        canvas.panel(cap, colours.FELT1, 4, colours.FELT3)
        canvas.text(key, cap.x + 6, top, style)
        right = cap.x - 8
    at = canvas.text(words, right, top, style, align="right")
    area = Box(at.x - 6, box.y + 2, box.right - at.x + 6, box.h - 4)
    focus_ring(canvas, "packages", area.inset(2))
    hint = say("Every package of these talks, with what was said to it.")
    canvas.spot(Action("packages", say("All packages"), every, keys=("0",), hint=hint), area)
    return area.x


def _wide(canvas: Canvas, board: Board, each: Bargain) -> float:
    number, word = numbered(each), fate(each, board.desk.who)
    return 10 + 22 + canvas.measure(number, _NUMBER) + 6 + 18 + canvas.measure(word, _WORD) + 10


def _entry(canvas: Canvas, board: Board, each: Bargain, box: Box) -> None:
    id, answer = f"package:{each.number}", board.answer
    lit = canvas.hovered(id) or canvas.focused(id)
    opened = answer is not None and answer.bargain.number == each.number
    waits = board.waiting is not None and board.waiting.number == each.number
    edge = colours.GOLD if waits else colours.PALE if opened else colours.FELT3
    canvas.panel(box, colours.FELT3 if lit else colours.FELT1, box.h / 2, edge, 2 if waits or opened else 1)
    middle = box.y + box.h / 2
    canvas.mark(board.signs[each.by], box.x + 10, middle - 9, 18)
    number = canvas.text(numbered(each), box.x + 32, middle - _NUMBER.leading / 2, _NUMBER)
    name, tone = _SIGNS[each.fate]
    canvas.sign(name, number.right + 6, middle - 6, 12, tone)
    canvas.text(fate(each, board.desk.who), number.right + 24, middle - _WORD.leading / 2, _WORD)
    focus_ring(canvas, id, box.inset(2))
    words = heading(board.scenario, each, None)
    canvas.spot(Action(id, words, lambda: board.open_package(each.number), hint=partial(_hint, words)), box)


def _hint(package: str) -> str:
    return say("{package}: see it in the draft, with what was answered.", package=package)
