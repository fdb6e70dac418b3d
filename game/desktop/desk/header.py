"""The line above everything: which talks, where and when, which phase, how many hours are left, and two keys."""

from __future__ import annotations

from game.desktop.desk.board import Board
from game.desktop.desk.moments import LATE
from game.desktop.desk.ways import Ways
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import bar, focus_ring
from game.scenario import Phase, Session
from game.words import say
from game.words.calendar import day_and_hour, moment

_SMALL = Style("sans", 14, colours.DIM)
_LEFT = Style("sans-semibold", 14, colours.PALE)
_LOW, _NARROW = 50.0, 640.0
"""Below this height two lines stand close, and below this width the hours that are left take no more room than they
need."""


def draw_header(canvas: Canvas, board: Board, box: Box, ways: Ways) -> None:
    """Draw the header over the whole width."""
    canvas.fill(colours.FELT0, box)
    canvas.line(0, box.bottom - 1, box.w, box.bottom - 1, colours.FELT3)
    right = _keys(canvas, ways, box, adviser=board.place.advised)
    apart = 24.0 if box.w >= _NARROW else 13.0
    wide = 240.0 if box.w >= 1280 else 190.0 if box.w >= _NARROW else canvas.measure(_left(board), _LEFT)
    _clock(canvas, board, Box(right - apart - wide, 0, wide, box.h))
    _title(canvas, board, right - 2 * apart - wide, box.h)


def told_above(board: Board) -> tuple[str, ...]:
    """What the header says of the talks where it has room."""
    return board.scenario.title, *_lines(board)


def _left(board: Board) -> str:
    return say("{left:hours} of {all:hours} left", left=board.desk.now.left, all=board.desk.now.deadline)


def _clock(canvas: Canvas, board: Board, box: Box) -> None:
    """Hours left, over a bar that is notched where one phase of the talks ends and the next begins."""
    now = board.desk.now
    whole = max(now.deadline, 0.1)
    tone = colours.ALARM if now.left < LATE * whole else colours.PALE
    canvas.text(_left(board), box.right, box.h / 2 - 19, _LEFT.of(tone), align="right")
    canvas.subject("clock", Box(box.x, 4, box.w, box.h - 8))
    line = Box(box.x, box.h / 2 + 6, box.w, 7)
    bar(canvas, line, now.left / whole, colour=colours.DIM if tone == colours.PALE else tone)
    for hours in board.scenario.calendar.borders:
        # What is left is drawn from the left, so the end of the talks is there too.
        x = line.x + line.w * (whole - hours) / whole
        canvas.fill(colours.FELT0, Box(x - 1.5, line.y - 2, 3, line.h + 4))


def _keys(canvas: Canvas, ways: Ways, header: Box, *, adviser: bool) -> float:
    """The ways that are always open, from the right; gives their left edge."""
    right = header.w - 18
    shown = [("menu", say("Esc menu"), "escape", ways.menu), ("help", say("F1 help"), "f1", ways.help)]
    if adviser:
        shown.append(("adviser", say("G adviser"), "g", ways.adviser))
    for id, words, key, act in shown:
        lit = canvas.hovered(id) or canvas.focused(id)
        style = Style("sans-semibold", 14, colours.PALE if lit else colours.DIM)
        wide = canvas.measure(words, style)
        canvas.text(words, right - wide, header.h / 2 - 10, style)
        box = Box(right - wide - 6, header.h / 2 - 19, wide + 12, 38)
        focus_ring(canvas, id, box.inset(2))
        canvas.spot(Action(id, words, act, keys=(key,)), box)
        right -= wide + 18
    return right


def _title(canvas: Canvas, board: Board, room: float, high: float) -> None:
    """The talks, and beside or below them the phase, the sitting and the hour, as much as there is room for."""
    x, title, middle = 18.0, Style("serif-bold", 21, colours.PALE), high / 2
    canvas.subject("talks", Box(x, 4, max(0.0, room - x), high - 8))
    named = board.scenario.title
    wide = canvas.measure(named, title)
    above, below = _lines(board)
    phase = Style("sans-semibold", 14, colours.PALE)
    if x + wide + 28 + max(canvas.measure(above, phase), canvas.measure(below, _SMALL)) <= room:
        canvas.text(named, x, middle - 16, title)
        canvas.text(above, x + wide + 28, middle - 19, phase)
        canvas.text(below, x + wide + 28, middle, _SMALL)
        return
    upper, lower, sizes = (
        (middle - 20, middle, (16, 15)) if high < _LOW else (middle - 24, middle + 2, (18, 17, 16, 15))
    )
    styles = (Style("serif-bold", size, colours.PALE, line=20 if high < _LOW else 0) for size in sizes)
    shown = next((style for style in styles if canvas.measure(named, style) <= room - x), None)
    if shown:
        canvas.text(named, x, upper, shown)
    for line in _shorter(board):
        if canvas.measure(line, _SMALL) <= room - x:
            canvas.text(line, x, lower if shown else middle - 10, _SMALL)
            return


def _session(board: Board) -> Session:
    return board.scenario.calendar.at(board.desk.now.hours).session


def _phase(board: Board) -> Phase | None:
    return board.scenario.phase(board.desk.now.phase)


def _lines(board: Board) -> tuple[str, str]:
    """The phase, or the sitting where there are no phases; and the sitting with the hour."""
    sitting, now, phase = _session(board), board.desk.now, _phase(board)
    number = len(board.scenario.calendar.sessions)
    which = sitting.title
    if number > 1:
        which = say("sitting {n} of {all}: {sitting}", n=now.sitting, all=number, sitting=sitting.title)
    if phase is None:
        return _dotted(sitting.place, which), moment(now.when)
    return phase.title, _dotted(moment(now.when), which)


def _shorter(board: Board) -> tuple[str, ...]:
    """One line for a narrow window, in ever fewer words."""
    when, phase = board.desk.now.when, _phase(board)
    hour, where = day_and_hour(when), phase.title if phase else _session(board).place
    return _dotted(where, moment(when)), _dotted(where, hour), hour


def _dotted(first: str, then: str) -> str:
    return say("{first} · {next}", first=first, next=then)
