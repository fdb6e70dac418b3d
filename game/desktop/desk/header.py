"""The line above everything: which talks, where and when, how many hours are left, and the two keys to know."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop import colours
from game.desktop.box import Box
from game.desktop.canvas import Action, Canvas
from game.desktop.desk.desk import Desk
from game.desktop.desk.words import hours_left, moment_words
from game.desktop.paragraph import Style
from game.desktop.widgets import bar, focus_ring

HEIGHT = 54.0


def draw_header(canvas: Canvas, desk: Desk, help_: Callable[[], None], menu: Callable[[], None]) -> None:
    """Draw the header over the whole width."""
    view = desk.view
    canvas.fill(colours.FELT0, Box(0, 0, canvas.width, HEIGHT))
    canvas.line(0, HEIGHT - 1, canvas.width, HEIGHT - 1, colours.FELT3)
    right = _keys(canvas, help_, menu)
    left = right - 24 - 190
    words = hours_left(view)
    short_of_time = view.hours_left < 0.15 * view.scenario.calendar.hours
    tone = colours.ALARM if short_of_time else colours.PALE
    canvas.text(words, left + 190, 8, Style("sans-semibold", 14, tone), align="right")
    share = view.hours_left / view.scenario.calendar.hours
    bar(canvas, Box(left, 33, 190, 7), share, colour=colours.ALARM if short_of_time else colours.GOLD)
    _title(canvas, desk, left - 24)


def _keys(canvas: Canvas, help_: Callable[[], None], menu: Callable[[], None]) -> float:
    right = canvas.width - 18
    for id, words, key, press in (("menu", "Esc menu", "escape", menu), ("help", "F1 help", "f1", help_)):
        lit = canvas.hovered(id) or canvas.focused(id)
        style = Style("sans-semibold", 14, colours.PALE if lit else colours.DIM)
        wide = canvas.measure(words, style)
        canvas.text(words, right - wide, 17, style)
        box = Box(right - wide - 6, 8, wide + 12, 38)
        focus_ring(canvas, id, box.inset(2))
        canvas.spot(Action(id, words, press, keys=(key,)), box)
        right -= wide + 18
    return right


def _title(canvas: Canvas, desk: Desk, room: float) -> None:
    view = desk.view
    x = 18.0
    sitting = view.moment.session
    count = len(view.scenario.calendar.sessions)
    where = f"{sitting.place} · {sitting.title}"
    if count > 1:
        where = f"{sitting.place} · sitting {view.moment.number} of {count}: {sitting.title}"
    when = moment_words(view)
    title = Style("serif-bold", 21, colours.PALE)
    wide = canvas.measure(view.scenario.title, title)
    small = Style("sans", 14, colours.DIM)
    beside = max(canvas.measure(where, small), canvas.measure(when, small))
    if x + wide + 28 + beside <= room:
        canvas.text(view.scenario.title, x, 11, title)
        canvas.text(where, x + wide + 28, 8, small)
        canvas.text(when, x + wide + 28, 27, small)
        return
    canvas.text(view.scenario.title, x, 3, Style("serif-bold", 18, colours.PALE), width=room - x)
    line = f"{sitting.place} · {when}"
    canvas.text(line, x, 29, small, width=room - x)
