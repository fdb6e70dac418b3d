"""The left column: who is at the table and how goodwill stands, who waits in the corridor, then the summary record."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.desk.corridor import BRIEF, FULL, LEAST, corridor
from game.desktop.desk.desk import Desk
from game.desktop.desk.gauge import BANDS, WIDE, draw_gauge
from game.desktop.desk.ways import Ways
from game.desktop.desk.words import effect_of, when
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block, Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, SMALL, focus_ring, panel, pill
from game.scenario import Delegation
from game.talks import hours_words, opening_capital
from game.talks.events import Opened
from game.words.events import tell

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
        told = _told(canvas, desk, inner.w - 6, inner.h, ways)
        y = told.paint(inner.x, pane.top)
        pane.bottom = _record(canvas, desk, inner.x + 8, y + 4, inner.w - 20, ways.record)


def _told(canvas: Canvas, desk: Desk, wide: float, room: float, ways: Ways) -> Column:
    """Those at the table and outside, told so that everybody is seen at once, if that is possible."""
    levels = _LEVELS if desk.view.standings else _LEVELS[:1]
    for much, brief in levels:
        column = _column(canvas, desk, wide, ways, much, brief=brief)
        if column.high <= room:
            break
    return column


def _column(canvas: Canvas, desk: Desk, wide: float, ways: Ways, much: int, *, brief: bool) -> Column:
    column = Column(canvas, wide)
    column.draw(26, lambda x, y: canvas.text("AT THE TABLE", x + 8, y + 2, LABEL))
    for delegation in desk.view.scenario.delegations:
        column.add(_card(canvas, desk, delegation, wide, brief=brief), gap=8)
    column.space(2)
    column.add(_cables(canvas, desk, wide - 14), left=8)
    column.space(2)
    column.add(corridor(canvas, desk, wide, much, ways.audience))
    return column


def _card(canvas: Canvas, desk: Desk, who: Delegation, wide: float, *, brief: bool) -> Block:
    """One delegation. `brief` leaves out its role, and what we have said ourselves."""
    view, room = desk.view, wide - 56
    mine = view.own is not None and who.id == view.who
    floor = view.verdict is None and view.floor == who.id
    said = "" if brief and mine else _last_words(desk, who)
    state = _state(desk, who, floor=floor)
    told = Column(canvas, wide)
    told.space(8)
    name = who.name if not brief else opening_capital(who.short)
    told.words(name, _NAME, left=48, wide=room - (54 if mine else 0))
    if not brief:
        told.words(who.role, SMALL, left=48, wide=room)
    if state:
        told.add(_doing(canvas, state, room), left=48)
    told.add(_goodwill(canvas, desk, who, room), left=48)
    if said:
        told.space(4)
        told.words(f"“{said}”", _SAID, left=12, wide=wide - 24)
    high = max(46.0, told.high + 8)

    def paint(x: float, y: float) -> None:
        card = Box(x, y, wide, high)
        canvas.panel(card, colours.FELT1, 8, colours.GOLD if floor and mine else colours.FELT3)
        canvas.mark(desk.signs[who.id], x + 11, y + 9, 28)
        if mine:
            pill(canvas, card.right - 8, y + 9, "YOU")
        told.paint(x, y)

    return Block(high, paint)


def _doing(canvas: Canvas, state: tuple[str, str, str], room: float) -> Block:
    """What a delegation is doing."""
    words, colour, sign = state

    def paint(x: float, y: float) -> None:
        canvas.sign(sign, x, y + 5, 13, colour)
        canvas.text(words, x + 19, y + 1, Style("sans-semibold", 14, colour), width=room - 19)

    return Block(22, paint)


def _goodwill(canvas: Canvas, desk: Desk, who: Delegation, room: float) -> Column:
    """How we stand with a delegation, as a band with its one effect."""
    told = Column(canvas, room)
    if desk.view.own is None or who.id == desk.view.who or not desk.view.goodwill:
        return told
    band = desk.view.band(who.id)
    steps, colour = BANDS[band]
    spans = [Span(f"goodwill {band} ", Style("sans-semibold", 14, colour, line=20))]
    if band != "correct":
        spans.append(Span(effect_of(band), Style("sans", 14, colours.DIM, line=20)))
    told.draw(0, lambda x, y: draw_gauge(canvas, x, y + 6, steps, colour))
    told.words(spans, left=WIDE + 8, gap=1)
    return told


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


def _cables(canvas: Canvas, desk: Desk, wide: float) -> Column:
    """What the capital has been asked and has not answered."""
    told, own = Column(canvas, wide), desk.view.own
    for cable in own.cables if own else ():
        capital = desk.view.scenario[desk.view.who].capital
        titles = ", ".join(desk.view.scenario.text[issue].title for issue in cable.issues)
        waits = hours_words(max(0.0, cable.due - desk.view.hours))
        sentence = f"{titles}: the answer of {capital} is due in {waits}, on {when(desk.view, cable.due)}."
        if wide < 220:
            sentence = f"{titles}: answer due in {waits}."
        told.draw(0, lambda x, y: canvas.sign("envelope", x, y + 3, 15, colours.GOLD))
        told.words(sentence, SMALL, left=24, gap=8)
    return told


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
