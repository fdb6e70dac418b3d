"""What the text is worth to this seat, now and after the package, beside the walk-away and what has been paid."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.desk.board import Board
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import LABEL, SMALL, focus_ring
from game.words import plain, say
from game.words.points import span

_BIG = Style("sans-bold", 22, colours.PALE)


def draw_worth(canvas: Canvas, board: Board, box: Box, why: Callable[[], None]) -> None:
    """Worst to best while brackets stand, and the way to the reasons of every number."""
    worth, shown = board.desk.worth, board.desk.shown
    assert worth is not None
    x, w = box.x, box.w
    canvas.subject("points", Box(x, box.y, w, 70))
    canvas.text(say("YOUR POINTS"), x, box.y, LABEL)
    draw_why(canvas, Box(x, box.y, w, 20), why)
    open_ = any(row.agreed is None for row in board.desk.issues)
    canvas.text(say("worst to best, now") if open_ else say("as the text stands"), x, box.y + 25, SMALL, width=w)
    if shown.after:
        canvas.text(span(worth.now), x, box.y + 45, Style("sans-semibold", 17, colours.LOCKED))
        canvas.subject("after", Box(x, box.y + 71, w, 46))
        lacks = worth.lacks(shown.after)
        told = say("after it, {n} too few", n=str(lacks)) if lacks else say("after this package")
        canvas.text(told, x, box.y + 71, SMALL.of(colours.ALARM) if lacks else SMALL, width=w)
        canvas.text(span(shown.after), x, box.y + 90, _BIG.of(colours.ALARM) if lacks else _BIG)
    else:
        canvas.text(span(worth.now), x, box.y + 45, _BIG)
        if worth.signed is not None:
            canvas.text(say("all told, if signed"), x, box.y + 73, SMALL, width=w)
            canvas.text(plain(worth.signed.total), x, box.y + 92, Style("sans-semibold", 17, colours.PALE))
    y = box.y + 121
    canvas.subject("walk-away", Box(x, y - 2, w, 22))
    canvas.subject("price", Box(x, y + 20, w, 22))
    canvas.text(say("walk-away {points}", points=worth.walk_away), x, y, SMALL.of(colours.PALE))
    if paid := worth.paid:
        canvas.text(say("so far {points:signed}", points=paid), x + w, y, SMALL, align="right")
    canvas.text(_hours(board), x, y + 22, SMALL, width=w)


def draw_why(canvas: Canvas, box: Box, why: Callable[[], None]) -> None:
    """The way to the list of reasons, at the right edge of a line."""
    lit = canvas.hovered("why") or canvas.focused("why")
    style = Style("sans", 14, colours.PALE if lit else colours.DIM)
    at = canvas.text(say("why?  Y"), box.right, box.y, style, align="right")
    focus_ring(canvas, "why", at.inset(-3, 0))
    hint = say("Every number of yours that has changed, with the reason.")
    canvas.spot(Action("why", say("Why?"), why, keys=("y",), hint=hint), at.inset(-6, -4))


def _hours(board: Board) -> str:
    """What the next move takes, or what waiting costs."""
    if board.mode == "answer" and (accept := board.desk.choice("accept")):
        return say("to accept takes {hours:hours}", hours=accept.hours)
    if board.tray.shifts and (table := board.desk.choice("propose")):
        return say("to table it takes {hours:hours}", hours=table.hours)
    if board.mode == "sign" and board.needs_consent and (circulate := board.desk.choice("circulate")):
        return say("silence runs for {hours:hours}", hours=circulate.hours)
    if board.mode == "sign" and (sign := board.desk.choice("sign")):
        return say("to initial takes {hours:hours}", hours=sign.hours)
    delay = board.scenario.instructions[board.desk.who].delay
    if not delay.points:
        return say("waiting costs nothing")
    return say("{points} every {hours:hours}", points=-delay.points, hours=delay.hours)
