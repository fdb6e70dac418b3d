"""The line above everything: which talks, where and when, which phase, how many hours are left, and two keys."""

from __future__ import annotations

from game.desktop.desk.desk import Desk
from game.desktop.desk.ways import Ways
from game.desktop.desk.words import hours_left, moment_words
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.widgets import bar, focus_ring
from game.talks import View

HEIGHT = 54.0
_SMALL = Style("sans", 14, colours.DIM)


def draw_header(canvas: Canvas, desk: Desk, ways: Ways) -> None:
    """Draw the header over the whole width."""
    canvas.fill(colours.FELT0, Box(0, 0, canvas.width, HEIGHT))
    canvas.line(0, HEIGHT - 1, canvas.width, HEIGHT - 1, colours.FELT3)
    right = _keys(canvas, ways, adviser=desk.app.counsellor.heard)
    wide = 240.0 if canvas.width >= 1280 else 190.0
    _clock(canvas, desk.view, Box(right - 24 - wide, 0, wide, HEIGHT))
    _title(canvas, desk.view, right - 48 - wide)


def _clock(canvas: Canvas, view: View, box: Box) -> None:
    """Hours left, over a bar that is notched where one phase of the talks ends and the next begins."""
    whole = max(view.deadline, 0.1)
    tone = colours.ALARM if view.hours_left < 0.15 * whole else colours.PALE
    canvas.text(hours_left(view), box.right, 8, Style("sans-semibold", 14, tone), align="right")
    line = Box(box.x, 33, box.w, 7)
    bar(canvas, line, view.hours_left / whole, colour=colours.GOLD if tone == colours.PALE else colours.ALARM)
    for hours in _borders(view):
        # What is left is drawn from the left, so the end of the talks is there too.
        x = line.x + line.w * (whole - hours) / whole
        canvas.fill(colours.FELT0, Box(x - 1.5, line.y - 2, 3, line.h + 4))


def _borders(view: View) -> list[float]:
    """The hours of talks at which a new phase begins."""
    found: list[float] = []
    hours, last = 0.0, view.scenario.calendar.sessions[0].phase
    for session in view.scenario.calendar.sessions:
        if session.phase != last:
            found.append(hours)
        hours, last = hours + session.hours, session.phase
    return found


def _keys(canvas: Canvas, ways: Ways, *, adviser: bool) -> float:
    """The ways that are always open, from the right; gives their left edge."""
    right = canvas.width - 18
    shown = [("menu", "Esc menu", "escape", ways.menu), ("help", "F1 help", "f1", ways.help)]
    if adviser:
        shown.append(("adviser", "G adviser", "g", ways.adviser))
    for id, words, key, act in shown:
        lit = canvas.hovered(id) or canvas.focused(id)
        style = Style("sans-semibold", 14, colours.PALE if lit else colours.DIM)
        wide = canvas.measure(words, style)
        canvas.text(words, right - wide, 17, style)
        box = Box(right - wide - 6, 8, wide + 12, 38)
        focus_ring(canvas, id, box.inset(2))
        canvas.spot(Action(id, words, act, keys=(key,)), box)
        right -= wide + 18
    return right


def _title(canvas: Canvas, view: View, room: float) -> None:
    """The talks, and beside or below them the phase, the sitting and the hour, as much as there is room for."""
    x, title = 18.0, Style("serif-bold", 21, colours.PALE)
    wide = canvas.measure(view.scenario.title, title)
    above, below = _lines(view)
    phase = Style("sans-semibold", 14, colours.PALE)
    if x + wide + 28 + max(canvas.measure(above, phase), canvas.measure(below, _SMALL)) <= room:
        canvas.text(view.scenario.title, x, 11, title)
        canvas.text(above, x + wide + 28, 8, phase)
        canvas.text(below, x + wide + 28, 27, _SMALL)
        return
    size = next((size for size in (18, 17, 16, 15) if _fits(canvas, view, size, room - x)), 15)
    canvas.text(view.scenario.title, x, 3, Style("serif-bold", size, colours.PALE), width=room - x)
    for line in _shorter(view):
        if canvas.measure(line, _SMALL) <= room - x:
            canvas.text(line, x, 29, _SMALL)
            return


def _fits(canvas: Canvas, view: View, size: float, room: float) -> bool:
    return canvas.measure(view.scenario.title, Style("serif-bold", size)) <= room


def _lines(view: View) -> tuple[str, str]:
    """The phase, or the sitting where there are no phases; and the sitting with the hour."""
    sitting, count = view.moment.session, len(view.scenario.calendar.sessions)
    which = f"sitting {view.moment.number} of {count}: {sitting.title}" if count > 1 else sitting.title
    if view.phase is None:
        return f"{sitting.place} · {which}", moment_words(view)
    return view.phase.title, f"{moment_words(view)} · {which}"


def _shorter(view: View) -> tuple[str, ...]:
    """One line for a narrow window, in ever fewer words."""
    when = view.moment.when
    hour = f"{when.day} {when:%B}, {when:%H:%M}"
    place = view.moment.session.place
    if view.phase is None:
        return (f"{place} · {moment_words(view)}", f"{place} · {hour}", hour)
    return (f"{view.phase.title} · {moment_words(view)}", f"{view.phase.title} · {hour}", hour)
