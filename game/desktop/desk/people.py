"""The left column: who is at the table and what they last said, then cables and the summary record."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop import colours
from game.desktop.box import Box
from game.desktop.canvas import Action, Canvas
from game.desktop.desk.desk import Desk
from game.desktop.desk.words import when
from game.desktop.paragraph import Span, Style
from game.desktop.widgets import LABEL, SMALL, focus_ring, panel, pill
from game.scenario import Delegation
from game.talks import hours_words, tell
from game.talks.events import Opened

_NAME = Style("sans-bold", 15, colours.PALE)
_SAID = Style("serif-italic", 15.5, colours.PALE)
_TOLD = Style("sans", 14, colours.PALE)


def draw_people(canvas: Canvas, desk: Desk, box: Box, record: Callable[[], None]) -> None:
    """Draw the column; `record` opens the whole record."""
    panel(canvas, box, "", colour=colours.FELT2)
    inner = Box(box.x + 6, box.y + 8, box.w - 12, box.h - 14)
    with canvas.scrolled("people", inner) as pane:
        y = pane.top
        canvas.text("AT THE TABLE", inner.x + 8, y + 2, LABEL)
        y += 26
        for delegation in desk.view.scenario.delegations:
            y = _card(canvas, desk, delegation, inner.x, y, inner.w - 6) + 8
        y = _cables(canvas, desk, inner.x + 8, y + 2, inner.w - 20)
        pane.bottom = _record(canvas, desk, inner.x + 8, y + 4, inner.w - 20, record)


def _card(canvas: Canvas, desk: Desk, who: Delegation, x: float, y: float, w: float) -> float:
    """One delegation; gives its lower edge."""
    view, sign = desk.view, desk.signs[who.id]
    mine = view.own is not None and who.id == view.who
    floor = view.verdict is None and view.floor == who.id
    left, room = x + 48, w - 56
    name_room = room - (54 if mine else 0)
    said = _last_words(desk, who)
    heights = [canvas.height_of(who.name, name_room, _NAME)]
    heights.append(canvas.height_of(who.role, room, SMALL))
    state = _state(desk, who, floor=floor)
    heights.append(22.0 if state else 0.0)
    heights.append(canvas.height_of(f"“{said}”", w - 24, _SAID) + 6 if said else 0.0)
    box = Box(x, y, w, sum(heights) + 18)
    canvas.panel(box, colours.FELT1, 8, colours.GOLD if floor and mine else colours.FELT3)
    canvas.mark(sign, x + 11, y + 11, 28)
    if mine:
        pill(canvas, box.right - 8, y + 9, "YOU")
    top = y + 9
    canvas.paragraph(who.name, left, top, name_room, _NAME)
    top += heights[0]
    canvas.paragraph(who.role, left, top, room, SMALL)
    top += heights[1]
    if state:
        words, colour, drawn = state
        canvas.sign(drawn, left, top + 5, 13, colour)
        canvas.text(words, left + 19, top + 1, Style("sans-semibold", 14, colour), width=room - 19)
        top += heights[2]
    if said:
        canvas.paragraph(f"“{said}”", x + 12, top + 4, w - 24, _SAID)
    return box.bottom


def _state(desk: Desk, who: Delegation, *, floor: bool) -> tuple[str, str, str] | None:
    """What a delegation is doing: words, colour, sign."""
    if who.id in desk.view.initials:
        return "has initialled", colours.AGREED_PALE, "tick"
    if not floor:
        return None
    if who.id == desk.view.who and desk.view.own:
        return "you have the floor", colours.GOLD, "pen"
    return "confers…", colours.DIM, "pen"


def _last_words(desk: Desk, who: Delegation) -> str:
    heard = (event.remark for event in reversed(desk.view.record) if event.by == who.id and event.remark)
    return next(heard, "")


def _cables(canvas: Canvas, desk: Desk, x: float, y: float, w: float) -> float:
    own = desk.view.own
    if own is None or not own.cables:
        return y
    for cable in own.cables:
        capital = desk.view.scenario[desk.view.who].capital
        titles = ", ".join(desk.view.scenario.text[issue].title for issue in cable.issues)
        waits = hours_words(max(0.0, cable.due - desk.view.hours))
        sentence = f"{titles}: the answer of {capital} is due in {waits}, on {when(desk.view, cable.due)}."
        canvas.sign("envelope", x, y + 3, 15, colours.GOLD)
        canvas.paragraph(sentence, x + 24, y, w - 24, SMALL)
        y += canvas.height_of(sentence, w - 24, SMALL) + 8
    return y


def _record(canvas: Canvas, desk: Desk, x: float, y: float, w: float, record: Callable[[], None]) -> float:
    canvas.text("SUMMARY RECORD", x, y, LABEL)
    if w > 220:
        lit = canvas.hovered("record") or canvas.focused("record")
        words = Style("sans", 14, colours.PALE if lit else colours.DIM)
        at = canvas.text("all  R", x + w, y, words, align="right")
        focus_ring(canvas, "record", at.inset(-3, 0))
        canvas.spot(Action("record", "Summary record", record, keys=("r",)), at.inset(-6, -4))
    else:
        canvas.spot(Action("record", "Summary record", record, keys=("r",)), Box(x, y, w, 20))
        focus_ring(canvas, "record", Box(x, y, w, 20))
    return draw_events(canvas, desk, x, y + 26, w, most=30)


def draw_events(canvas: Canvas, desk: Desk, x: float, y: float, w: float, *, most: int = 10_000) -> float:
    """What happened, newest first, each under its hour; gives the lower edge."""
    view = desk.view
    hour = -1.0
    for event in list(reversed(view.record))[:most]:
        if event.at != hour:
            hour = event.at
            canvas.text(when(view, hour), x, y, Style("sans-semibold", 14, colours.DIM), width=w)
            y += 21
        sign = desk.signs.get(event.by) if event.by else None
        spans = [Span(tell(view.scenario, event), _TOLD, "", sign)]
        if event.remark and not isinstance(event, Opened):
            spans.append(Span(f" “{event.remark}”", _SAID))
        canvas.paragraph(spans, x, y, w, felt=True)
        y += canvas.height_of(spans, w) + 8
    return y
