"""The buttons of the tray: what this turn is about, one of them gold, each that cannot be pressed with its reason.

Three rows of three at most. Every other move is one press away, under *More*, and its key works all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.desktop.desk.board import Board
from game.desktop.desk.choices import (
    alone,
    answers,
    capital,
    circulate,
    clear,
    hold,
    leave,
    more,
    nonpaper,
    plain,
    press,
    rest,
    sign,
    sound,
    speak,
    table,
    withdraw,
)
from game.desktop.desk.ways import Ways
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import button, key_name
from game.seat import Deed, Press

AWAY = Box(-9, -9, 1, 1)
"""Where a spot lies that only has a key."""
_APART = 6.0
_USUAL, _TIGHT = 15.0, 14.0
"""Sizes of type on buttons that stand in one row."""
_GOLD: Mapping[Press, str] = {
    "propose": "table", "amend": "alone", "consult": "capital", "accept": "accept", "decline": "decline",
    "counter": "counter", "circulate": "circulate", "sign": "sign", "say": "say",
}  # fmt: skip
"""The button of the next sensible press."""
_PLACED: frozenset[Deed] = frozenset({
    "propose", "non-paper", "accept", "decline", "withdraw", "amend", "consult", "announce", "hold", "respond", "sound",
    "circulate", "interpret", "say", "sign", "leave",
})  # fmt: skip
"""The moves that have a place of their own among the buttons; any other is listed with them."""


def draw_buttons(canvas: Canvas, board: Board, box: Box, ways: Ways) -> None:
    """Three rows of up to three columns, and the keys of everything that is not shown."""
    shown = _shown(board, ways)
    gold = _gold(board, shown)
    _others(canvas, board, ways, shown)
    gap = 8.0
    wide, tall = (box.w - 2 * gap) / 3, (box.h - 2 * gap) / 3
    column, row = 0, 0
    for choice in shown:
        if column + choice.wide > 3:
            column, row = 0, row + 1
        if choice.id == "more":
            column, row = 2, 2
        area = Box(box.x + column * (wide + gap), box.y + row * (tall + gap), choice.wide * (wide + gap) - gap, tall)
        here = choice.id == gold
        keyed = choice._replace(keys=_keys(choice, gold=here))
        button(canvas, area, keyed, gold=here, size=15 if wide > 140 else 14)
        column += choice.wide


def draw_button_row(canvas: Canvas, board: Board, box: Box, ways: Ways) -> None:
    """As many of them as one row has room for, the gold one among them and *More* the last, and the keys of the
    rest."""
    every = _shown(board, ways)
    gold = _gold(board, every)
    keyed = [choice._replace(keys=_keys(choice, gold=choice.id == gold)) for choice in every]
    row, size = _fitting(canvas, keyed, gold, box.w, _USUAL), _USUAL
    if len(tight := _fitting(canvas, keyed, gold, box.w, _TIGHT)) > len(row):
        row, size = tight, _TIGHT
    _others(canvas, board, ways, row)
    wides = [_needs(canvas, choice, size) for choice in row]
    spare = (box.w - sum(wides) - _APART * (len(row) - 1)) / len(row)
    x = box.x
    for choice, wide in zip(row, wides, strict=True):
        button(canvas, Box(x, box.y, wide + spare, box.h), choice, gold=choice.id == gold, size=size)
        x += wide + spare + _APART


def _fitting(canvas: Canvas, every: Sequence[Action], gold: str, room: float, size: float) -> list[Action]:
    """Those that fit side by side, in their order."""
    last, left = every[-1], room - _needs(canvas, every[-1], size)
    taken = []
    for choice in sorted(every[:-1], key=lambda each: each.id != gold):
        if (wide := _needs(canvas, choice, size) + _APART) <= left:
            taken.append(choice)
            left -= wide
    return [*(each for each in every if each in taken), last]


def _needs(canvas: Canvas, choice: Action, size: float) -> float:
    """How wide it has to be in type of a size; where that is small, one key is enough, and there is less to spare."""
    keys = [canvas.measure(key_name(key), Style("sans", 14)) for key in canvas.heard(choice.keys)]
    key = (min if size == _TIGHT else max)(keys, default=0.0)
    return canvas.measure(choice.words, Style("sans-bold", size)) + key + (26 if size == _TIGHT else 38)


def _others(canvas: Canvas, board: Board, ways: Ways, shown: Sequence[Action]) -> None:
    """The keys of every move that is not shown."""
    for choice in every_button(board, ways):
        if choice.id not in [other.id for other in shown]:
            canvas.spot(choice._replace(keys=_keys(choice, gold=False)), AWAY, focusable=False)


def _keys(choice: Action, *, gold: bool) -> tuple[str, ...]:
    """Enter presses the gold button and no other."""
    keys = tuple(key for key in choice.keys if key != "enter")
    return ("enter", *keys) if gold else keys


def every_button(board: Board, ways: Ways) -> tuple[Action, ...]:
    """Every move that a seat could ever make here, in the order of the sheet that lists them."""
    found = [*answers(board, ways)] if board.mode == "answer" else [table(board), nonpaper(board), alone(board)]
    found += [rest(board), clear(board), withdraw(board)]
    if board.desk.choice("consult"):
        found.append(capital(board))
    found.append(press(board, ways))
    if board.desk.choice("hold"):
        found.append(hold(board, ways))
    if board.desk.choice("sound"):
        found += [sound(board, ways), circulate(board)]
    found += [plain(board, choice.deed) for choice in board.desk.choices if choice.deed not in _PLACED]
    return (*found, speak(board, ways), sign(board), leave(board, ways))


def _shown(board: Board, ways: Ways) -> tuple[Action, ...]:
    """What this turn is about: nine squares at most, the last of them for everything else."""
    if board.mode == "answer":
        first = [*answers(board, ways)]
    elif board.mode == "sign":
        first = _clean(board, ways)
    elif board.initialled:
        first = [speak(board, ways)._replace(wide=2), table(board)._replace(wide=1)]
    else:
        first = [table(board), nonpaper(board), alone(board)]
    others = [capital(board)] if board.desk.choice("consult") else []
    others.append(_back(board, ways))
    others.append(press(board, ways) if board.scenario.audiences else speak(board, ways))
    others += [hold(board, ways) if board.desk.choice("hold") else speak(board, ways), sign(board)]
    ids = [choice.id for choice in first]
    room = 8 - sum(choice.wide for choice in first)
    unlike = {choice.id: choice for choice in others if choice.id not in ids}
    return (*first, *list(unlike.values())[:room], more(ways))


def _clean(board: Board, ways: Ways) -> list[Action]:
    """What is done with a clean text: the allies come before the initials."""
    if board.needs_consent:
        return [circulate(board)._replace(wide=2), sound(board, ways), sign(board)]
    return [sign(board, wide=2), table(board)._replace(wide=1)]


def _back(board: Board, ways: Ways) -> Action:
    """One square for what empties the tray or the table, closes the rest or says something."""
    if board.mode != "answer" and (board.tray.shifts or board.tray.countering):
        return clear(board)
    if board.own_package and not board.why("withdraw"):
        return withdraw(board)
    if not board.why_no_rest():
        return rest(board)
    if board.mode == "answer":
        return clear(board)
    return speak(board, ways)


def _gold(board: Board, buttons: tuple[Action, ...]) -> str:
    """The next sensible press, if it can be pressed."""
    if board.unread is not None or board.doubted:
        return ""
    open_ = [choice.id for choice in buttons if not choice.why]
    if board.cable_offered and "capital" in open_:
        return "capital"
    gold = _GOLD.get(board.desk.next) if board.desk.next else None
    return gold if gold in open_ else ""
