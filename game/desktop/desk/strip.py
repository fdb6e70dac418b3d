"""The tray where room is short: a strip with the line that answers, the sum and the buttons of this turn; and a panel
for the package with what it is worth, or for whatever must be answered before all else."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.desk.answer import held_below, readings_below
from game.desktop.desk.board import Board
from game.desktop.desk.buttons import draw_button_row
from game.desktop.desk.chips import chips_below
from game.desktop.desk.outside import every_answer, judging_below
from game.desktop.desk.timeline import HEIGHT as TIMELINE
from game.desktop.desk.timeline import draw_timeline
from game.desktop.desk.tray import SHARES, heading, lead
from game.desktop.desk.ways import Ways
from game.desktop.desk.worth import draw_why, draw_worth
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.kept import Panel, solid
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, button, button_wide, key_name, panel
from game.words import say
from game.words.points import span

_LINE, _BUTTON, _GAP, _EDGE = 22.0, 36.0, 6.0, 8.0
_LOW = 420.0
"""On a page lower than this the line that answers is one line, which scrolls; else two."""
_SUM = Style("sans-semibold", 14, colours.PALE)
_WORTH = 166.0
"""How high the points are told."""


def strip_height(canvas: Canvas, board: Board, width: float, ways: Ways) -> float:
    """How high the strip is."""
    return 2 * _EDGE + _told_high(canvas) + _rows(canvas, board, width, ways) * (_BUTTON + _GAP)


def _told_high(canvas: Canvas) -> float:
    return _LINE if canvas.height < _LOW else 2 * _LINE


def _rows(canvas: Canvas, board: Board, width: float, ways: Ways) -> int:
    """How many rows of buttons there are: none where the panel has what is to be pressed, or nothing is."""
    if board.desk.judging is not None:
        return len(_in_rows(canvas, _answers(board, ways), width - 2 * _EDGE))
    return 1 if (board.seated or (board.watched and not board.desk.ended)) and board.mode not in SHARES else 0


def strip_status(canvas: Canvas, box: Box) -> Box:
    """Where the line is that answers."""
    return Box(box.x + _EDGE + 2, box.y + _EDGE - 2, box.w - 2 * _EDGE - 4, _told_high(canvas))


def strip_panels(canvas: Canvas, board: Board, box: Box, ways: Ways) -> list[Panel]:
    """The strip, and the buttons in it."""
    rows = _rows(canvas, board, box.w, ways)
    buttons = Box(box.x + _EDGE, box.y + _EDGE + _told_high(canvas) + _GAP, box.w - 2 * _EDGE, _BUTTON)
    panels = [Panel("tray", box, lambda: _strip(canvas, box), solid=solid(box))]
    if rows:
        area = Box(buttons.x - 4, buttons.y - 4, buttons.w + 8, rows * (_BUTTON + _GAP) + 2)
        panels.append(Panel("buttons", area, lambda: _buttons(canvas, board, buttons, ways), "tray", colours.FELT2))
    return panels


def _strip(canvas: Canvas, box: Box) -> None:
    panel(canvas, box, "")
    canvas.subject("tray", box)


def sum_in_line(board: Board) -> str:
    """What the text is worth to this seat, now or after the package, beside the walk-away."""
    worth, after = board.desk.worth, board.desk.shown.after
    if worth is None or not board.seated:
        return ""
    if after:
        return say("after it {points}, walk-away {least}", points=span(after), least=worth.walk_away)
    return say("now {points}, walk-away {least}", points=span(worth.now), least=worth.walk_away)


def _buttons(canvas: Canvas, board: Board, box: Box, ways: Ways) -> None:
    if board.desk.judging is not None:
        y = box.y
        for row in _in_rows(canvas, _answers(board, ways), box.w):
            x = box.x
            for action in row:
                wide = _needs(canvas, action)
                button(canvas, Box(x, y, wide, box.h), action, gold="enter" in action.keys and not action.why)
                x += wide + _GAP
            y += box.h + _GAP
    elif watched := board.watched:
        watched.draw_row(canvas, box)
    else:
        draw_button_row(canvas, board, box, ways)


def _answers(board: Board, ways: Ways) -> list[Action]:
    """What whoever speaks for an audience can do now."""
    judging = board.desk.judging
    return list(every_answer(board, judging, ways)) if judging is not None else []


def _needs(canvas: Canvas, action: Action) -> float:
    return button_wide(canvas, action.words, key_name(action.keys[0]))


def _in_rows(canvas: Canvas, actions: Sequence[Action], room: float) -> list[list[Action]]:
    """Buttons in as many rows as they need."""
    rows: list[list[Action]] = []
    left = 0.0
    for action in actions:
        wide = _needs(canvas, action) + _GAP
        if not rows or wide - _GAP > left:
            rows.append([])
            left = room
        rows[-1].append(action)
        left -= wide
    return rows


# ---- the package ------------------------------------------------------------------------------------------------


def package_panel(canvas: Canvas, board: Board, box: Box, ways: Ways, *, packages: bool) -> Panel:
    """The package and its points; `packages`: all those of the talks too, as they have no row of their own."""
    return Panel("package", box, lambda: _package(canvas, board, box, ways, packages=packages), solid=solid(box))


def _package(canvas: Canvas, board: Board, box: Box, ways: Ways, *, packages: bool) -> None:
    """All that is told of it, below each other; while something must be answered before all else its edge is gold."""
    special = board.mode in SHARES
    canvas.panel(box, colours.FELT2, 8, colours.GOLD if special else colours.FELT3, 2 if special else 1)
    inner = Box(box.x + 8, box.y + 8, box.w - 12, box.h - 16)
    x, wide = inner.x + 4, inner.w - 16
    with canvas.scrolled("package", inner) as pane:
        y = pane.top
        if packages:
            draw_timeline(canvas, board, Box(inner.x, y, inner.w - 8, TIMELINE), ways.packages)
            y += TIMELINE + 8
        if board.desk.judging is not None:
            pane.bottom = judging_below(canvas, board, x, y, wide)
            return
        told = heading(board)
        canvas.paragraph(told, x, y, wide, LABEL)
        y += canvas.height_of(told, wide, LABEL) + 6
        if special:
            pane.bottom = _pressing(canvas, board, x, y, wide, ways)
            return
        if board.desk.shown.shifts and (summed := sum_in_line(board)):
            canvas.paragraph(summed, x, y, wide, _SUM)
            y += canvas.height_of(summed, wide, _SUM) + 6
        if board.desk.shown.shifts:
            y = chips_below(canvas, board, x, y, wide) + 6
        else:
            led = lead(board)
            canvas.paragraph(led, x, y, wide)
            y += canvas.height_of(led, wide) + 12
        if board.seated:
            canvas.line(x, y, x + wide, y, colours.FELT3)
            draw_worth(canvas, board, Box(x, y + 10, wide, _WORTH), ways.why)
            y += _WORTH + 14
        pane.bottom = y


def _pressing(canvas: Canvas, board: Board, x: float, y: float, wide: float, ways: Ways) -> float:
    """What is held up and the answers to it, or the closing statements; gives the lower edge."""
    led = lead(board)
    canvas.paragraph(led, x, y, wide)
    y += canvas.height_of(led, wide) + 10
    draw_why(canvas, Box(x, y, wide, 20), ways.why)
    y += 30
    below = held_below(canvas, board, x, y, wide) if board.mode == "held" else None
    return readings_below(canvas, board, x, y, wide, 1) if below is None else below
