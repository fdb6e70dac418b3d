"""The left column: who is at the table and how goodwill stands, who waits in the corridor, then the summary record."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.desk.corridor import BRIEF, FULL, LEAST, draw_corridor
from game.desktop.desk.desk import Desk
from game.desktop.desk.gauge import BANDS, WIDE, draw_gauge
from game.desktop.desk.ways import Ways
from game.desktop.desk.words import effect_of, when
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, SMALL, focus_ring, panel, pill
from game.scenario import Delegation
from game.talks import hours_words, opening_capital, tell
from game.talks.events import Opened

_NAME = Style("sans-bold", 15, colours.PALE)
_LEVELS = ((FULL, False), (BRIEF, False), (BRIEF, True), (LEAST, True))
"""How much is told of those outside, and whether less is told of those at the table: the first for which there is
room."""
_SAID = Style("serif-italic", 15.5, colours.PALE)
_TOLD = Style("sans", 14, colours.PALE)


def draw_people(canvas: Canvas, desk: Desk, box: Box, ways: Ways) -> None:
    """Draw the column. As much is told of those outside as there is room for; then it scrolls."""
    panel(canvas, box, "", colour=colours.FELT2)
    inner = Box(box.x + 6, box.y + 8, box.w - 12, box.h - 14)
    with canvas.scrolled("people", inner) as pane:
        y, w = pane.top, inner.w - 6
        canvas.text("AT THE TABLE", inner.x + 8, y + 2, LABEL)
        y += 26
        much, brief = _much(canvas, desk, Box(inner.x, 0, w, inner.h))
        for delegation in desk.view.scenario.delegations:
            y = _card(canvas, desk, delegation, Box(inner.x, y, w, 0), brief=brief) + 8
        y = _cables(canvas, desk, inner.x + 8, y + 2, inner.w - 20)
        y = draw_corridor(canvas, desk, Box(inner.x, y + 2, w, 0), much, ways.audience)
        pane.bottom = _record(canvas, desk, inner.x + 8, y + 4, inner.w - 20, ways.record)


def _much(canvas: Canvas, desk: Desk, box: Box) -> tuple[int, bool]:
    """How much can be told, so that everybody at the table and outside is seen at once, if that is possible."""
    if not desk.view.standings:
        return FULL, False
    for much, brief in _LEVELS:
        cards = [
            _card(canvas, desk, who, Box(0, 0, box.w, 0), brief=brief, drawn=False) + 8
            for who in desk.view.scenario.delegations
        ]
        high = 28 + sum(cards) + _cables(canvas, desk, 0, 0, box.w - 14, drawn=False)
        if high + draw_corridor(canvas, desk, box.moved(0, -box.y), much, lambda _: None, drawn=False) <= box.h:
            return much, brief
    return LEAST, True


def _card(canvas: Canvas, desk: Desk, who: Delegation, box: Box, *, brief: bool, drawn: bool = True) -> float:
    """One delegation; gives its lower edge. `brief` leaves out its role, and what we have said ourselves."""
    view, sign = desk.view, desk.signs[who.id]
    mine = view.own is not None and who.id == view.who
    floor = view.verdict is None and view.floor == who.id
    x, y = box.x, box.y
    left, room = x + 48, box.w - 56
    name_room = room - (54 if mine else 0)
    said = "" if brief and mine else _last_words(desk, who)
    state = _state(desk, who, floor=floor)
    name = who.name if not brief else opening_capital(who.short)
    highs = [canvas.height_of(name, name_room, _NAME)]
    highs.append(0.0 if brief else canvas.height_of(who.role, room, SMALL))
    highs.append(22.0 if state else 0.0)
    highs.append(_goodwill(canvas, desk, who, left, 0, room, drawn=False))
    highs.append(canvas.height_of(f"“{said}”", box.w - 24, _SAID) + 4 if said else 0.0)
    card = Box(x, y, box.w, max(46.0, sum(highs) + 16))
    if not drawn:
        return card.h
    canvas.panel(card, colours.FELT1, 8, colours.GOLD if floor and mine else colours.FELT3)
    canvas.mark(sign, x + 11, y + 9, 28)
    if mine:
        pill(canvas, card.right - 8, y + 9, "YOU")
    top = y + 8
    canvas.paragraph(name, left, top, name_room, _NAME)
    top += highs[0]
    if not brief:
        canvas.paragraph(who.role, left, top, room, SMALL)
    top += highs[1]
    if state:
        words, colour, drawn_sign = state
        canvas.sign(drawn_sign, left, top + 5, 13, colour)
        canvas.text(words, left + 19, top + 1, Style("sans-semibold", 14, colour), width=room - 19)
        top += highs[2]
    top += _goodwill(canvas, desk, who, left, top, room)
    if said:
        canvas.paragraph(f"“{said}”", x + 12, top + 4, box.w - 24, _SAID)
    return card.bottom


def _goodwill(
    canvas: Canvas, desk: Desk, who: Delegation, x: float, y: float, room: float, *, drawn: bool = True
) -> float:
    """How we stand with a delegation, as a band with its one effect; gives its height."""
    if desk.view.own is None or who.id == desk.view.who or not desk.view.goodwill:
        return 0.0
    band = desk.view.band(who.id)
    steps, colour = BANDS[band]
    spans = [Span(f"goodwill {band} ", Style("sans-semibold", 14, colour, line=20))]
    if band != "correct":
        spans.append(Span(effect_of(band), Style("sans", 14, colours.DIM, line=20)))
    if drawn:
        draw_gauge(canvas, x, y + 6, steps, colour)
        canvas.paragraph(spans, x + WIDE + 8, y, room - WIDE - 8)
    return canvas.height_of(spans, room - WIDE - 8) + 1


def _state(desk: Desk, who: Delegation, *, floor: bool) -> tuple[str, str, str] | None:
    """What a delegation is doing: words, colour, sign."""
    if who.id in desk.view.initials:
        return "has initialled", colours.AGREED_PALE, "tick"
    if floor and who.id == desk.view.who and desk.view.own:
        return "you have the floor", colours.GOLD, "pen"
    if who.id in desk.view.consented and not desk.view.brackets and _speaks_for_others(desk, who):
        return "allies consent", colours.AGREED_PALE, "tick"
    return ("confers…", colours.DIM, "pen") if floor else None


def _speaks_for_others(desk: Desk, who: Delegation) -> bool:
    return any(each.power == "consent" for each in desk.view.scenario.audiences_of(who.id))


def _last_words(desk: Desk, who: Delegation) -> str:
    heard = (event.remark for event in reversed(desk.view.record) if event.by == who.id and event.remark)
    return next(heard, "")


def _cables(canvas: Canvas, desk: Desk, x: float, y: float, w: float, *, drawn: bool = True) -> float:
    """What the capital has been asked and has not answered; gives the lower edge."""
    own = desk.view.own
    if own is None or not own.cables:
        return y
    for cable in own.cables:
        capital = desk.view.scenario[desk.view.who].capital
        titles = ", ".join(desk.view.scenario.text[issue].title for issue in cable.issues)
        waits = hours_words(max(0.0, cable.due - desk.view.hours))
        sentence = f"{titles}: the answer of {capital} is due in {waits}, on {when(desk.view, cable.due)}."
        if w < 220:
            sentence = f"{titles}: answer due in {waits}."
        if drawn:
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
