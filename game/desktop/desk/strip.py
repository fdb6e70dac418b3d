"""The tray where room is short: a strip with the line that answers, the sum and the buttons of this turn, or with
whatever must be answered before all else; and a panel for the package with what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.desktop.desk.answer import held_below, held_height, held_words, readings_below, readings_height
from game.desktop.desk.board import Board
from game.desktop.desk.buttons import draw_button_row
from game.desktop.desk.chips import chips_below
from game.desktop.desk.outside import every_answer, judging_below
from game.desktop.desk.timeline import HEIGHT as TIMELINE
from game.desktop.desk.timeline import draw_timeline
from game.desktop.desk.tray import SHARES, STATUS, draw_status, heading, lead, status
from game.desktop.desk.ways import Ways
from game.desktop.desk.worth import draw_why, draw_worth
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.kept import Panel, solid
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, button, button_wide, key_name, panel
from game.words import say
from game.words.points import span

_LINE, _BUTTON, _GAP, _EDGE = 22.0, 36.0, 6.0, 8.0
_LOW = 420.0
"""On a page lower than this the line that answers is one line, which scrolls; else two."""
_SUM = Style("sans-semibold", 14, colours.PALE)
_MOST = 0.64
"""The share of the room below what stands at the top of a page that the strip takes at the most."""
_WHY = 28.0
"""How high the line with the way to the reasons is, below the choices where they have no heading."""
_CARD = 148.0
"""How wide each of some choices side by side must be at the least."""
_WORTH = 166.0
"""How high the points are told."""


def strip_height(canvas: Canvas, board: Board, width: float, room: float, ways: Ways) -> float:
    """How high the strip is: as high as choices that must be made before all else, up to most of the room."""
    if presses(board):
        told, wide = _told_high(canvas, board, width), _choices_wide(width)
        high = _choices_high(canvas, board, wide, _columns(canvas, board, width, room))
        return min(2 * _EDGE + told + _GAP + high, room * _MOST)
    return 2 * _EDGE + _told_high(canvas, board, width) + _rows(canvas, board, width, ways) * (_BUTTON + _GAP)


def presses(board: Board) -> bool:
    """Whether a few choices stand in the strip, of which one must be made before all else."""
    return board.mode in SHARES and board.desk.judging is None


def _told_high(canvas: Canvas, board: Board, width: float) -> float:
    """How high the line is that answers; above choices no higher than the news in it."""
    if canvas.height < _LOW:
        return _LINE
    room = _told_wide(width) - canvas.measure(sum_in_line(board), _SUM) - 26
    brief = presses(board) and canvas.height_of(status(board), room, STATUS) <= _LINE
    return _LINE if brief else 2 * _LINE


def _told_wide(width: float) -> float:
    return width - 2 * _EDGE - 4


def _rows(canvas: Canvas, board: Board, width: float, ways: Ways) -> int:
    """How many rows of buttons there are: none where there are choices in their place, or nothing is to be pressed."""
    if board.desk.judging is not None:
        return len(_in_rows(canvas, _answers(board, ways), width - 2 * _EDGE))
    return 1 if (board.seated or (board.watched and not board.desk.ended)) and board.mode not in SHARES else 0


def draw_strip_status(canvas: Canvas, board: Board, box: Box) -> None:
    """The line that answers, with the sum; over choices on a low page it tells what they are about."""
    high = _told_high(canvas, board, box.w)
    line = Box(box.x + _EDGE + 2, box.y + _EDGE - 2, _told_wide(box.w), high)
    about = heading(board) if presses(board) and canvas.height < _LOW else ""
    draw_status(canvas, board, line, sum_in_line(board), about)


def strip_panels(canvas: Canvas, board: Board, box: Box, room: float, ways: Ways, *, why: bool) -> list[Panel]:
    """The strip, and the buttons or the choices in it; `why`: with the way to the reasons, which is nowhere else."""
    rows = _rows(canvas, board, box.w, ways)
    top = box.y + _EDGE + _told_high(canvas, board, box.w) + _GAP
    buttons = Box(box.x + _EDGE, top, box.w - 2 * _EDGE, _BUTTON)
    panels = [Panel("tray", box, lambda: _strip(canvas, board, box), solid=solid(box))]
    if presses(board):
        inner = Box(buttons.x, top, buttons.w + 4, box.bottom - _EDGE - top)
        draw = partial(_choices, canvas, board, inner, ways, _columns(canvas, board, box.w, room), why=why)
        panels.append(Panel("choices", inner.inset(-2), draw, "tray", colours.FELT2))
    if rows:
        area = Box(buttons.x - 4, buttons.y - 4, buttons.w + 8, rows * (_BUTTON + _GAP) + 2)
        panels.append(Panel("buttons", area, lambda: _buttons(canvas, board, buttons, ways), "tray", colours.FELT2))
    return panels


def _strip(canvas: Canvas, board: Board, box: Box) -> None:
    """While something must be answered before all else its edge is gold."""
    if presses(board):
        canvas.panel(box, colours.FELT2, 8, colours.GOLD, 2)
    else:
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
    """All that is told of it, below each other."""
    panel(canvas, box, "")
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
        if presses(board):  # what is told and done stands in the strip
            draw_worth(canvas, board, Box(x, y + 4, wide, _WORTH), ways.why)
            pane.bottom = y + _WORTH + 8
            return
        told = heading(board)
        canvas.paragraph(told, x, y, wide, LABEL)
        y += canvas.height_of(told, wide, LABEL) + 6
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


# ---- what must be answered before all else ----------------------------------------------------------------------


def _choices_wide(width: float) -> float:
    """How wide what is told and chosen in a strip is, without its bar."""
    return width - 2 * _EDGE - 10


def _columns(canvas: Canvas, board: Board, width: float, room: float) -> int:
    """In how many columns the choices are lowest, if all have room; else one stands below the other."""
    wide, told = _choices_wide(width), _told_high(canvas, board, width)
    found = {
        columns: _choices_high(canvas, board, wide, columns)
        for columns in (1, 2, 3)
        if columns == 1 or wide / columns >= _CARD
    }
    best = min(found, key=lambda columns: found[columns])
    return best if 2 * _EDGE + told + _GAP + found[best] <= room * _MOST else 1


def _choices_high(canvas: Canvas, board: Board, wide: float, columns: int) -> float:
    """How high all that is told and chosen is."""
    high = held_height if board.mode == "held" else readings_height
    around = _above(canvas) or _WHY
    return around + canvas.height_of(_lead(canvas, board), wide - 2) + _EDGE + high(canvas, board, wide, columns)


def _lead(canvas: Canvas, board: Board) -> tuple[Span, ...]:
    """What is to be answered; on a low page in few words, so that more of the choices is seen."""
    return held_words(board, brief=True) if board.mode == "held" and canvas.height < _LOW else lead(board)


def _above(canvas: Canvas) -> float:
    """How high the heading is: on a low page it stands in the line that answers."""
    return 0.0 if canvas.height < _LOW else LABEL.leading + 2


def _choices(canvas: Canvas, board: Board, box: Box, ways: Ways, columns: int, *, why: bool) -> None:
    """What is held up and the answers to it, or the closing statements."""
    led, wide = _lead(canvas, board), box.w - 14
    with canvas.scrolled("choices", box) as pane:
        if above := _above(canvas):
            canvas.text(heading(board), box.x + 2, pane.top, LABEL, width=wide - 80)
            if why:
                draw_why(canvas, Box(box.x, pane.top, wide, 20), ways.why)
        canvas.paragraph(led, box.x + 2, pane.top + above, wide - 2)
        y = pane.top + above + canvas.height_of(led, wide - 2) + _EDGE
        below = held_below if board.mode == "held" else readings_below
        pane.bottom = below(canvas, board, box.x, y, wide, columns)
        if why and not above:
            draw_why(canvas, Box(box.x, pane.bottom + _GAP, wide, 20), ways.why)
            pane.bottom += _WHY
