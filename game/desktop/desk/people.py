"""The left column: who is at the table and how goodwill stands, who waits in the corridor, then the summary record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from game.desktop.desk.board import Board
from game.desktop.desk.corridor import BRIEF, FULL, LEAST, corridor
from game.desktop.desk.gauge import BANDS, WIDE, draw_gauge
from game.desktop.desk.seal import draw_seal
from game.desktop.desk.ways import Ways
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.column import Block, Column
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import LABEL, SMALL, focus_ring, panel, pill
from game.scenario import Band
from game.seat import Minute, Person
from game.seat.memo import kept
from game.talks.events import Event, Opened
from game.words import head, phrase, quoted, say
from game.words.calendar import day_and_hour
from game.words.events import tell
from game.words.goodwill import effect
from game.words.language import spoken

_NAME = Style("sans-bold", 15, colours.PALE)
_LEVELS = ((FULL, False), (BRIEF, False), (BRIEF, True), (LEAST, True))
"""How much is told of those outside, and whether less is told of those at the table: the first for which there is
room."""
_SAID = Style("serif-italic", 15.5, colours.PALE)
_TOLD = Style("sans", 14, colours.PALE)


def draw_people(canvas: Canvas, board: Board, box: Box, ways: Ways, above: Sequence[str] = ()) -> None:
    """Draw the column. As much is told of those outside as there is room for; then it scrolls. `above`: what else is
    told in it, before all."""
    panel(canvas, box, "", colour=colours.FELT2)
    inner = Box(box.x + 6, box.y + 8, box.w - 12, box.h - 14)
    with canvas.scrolled("people", inner) as pane:
        y = pane.top
        for style, words in zip((_NAME, SMALL.of(colours.PALE), SMALL), above, strict=False):
            canvas.paragraph(words, inner.x + 8, y, inner.w - 20, style)
            y += canvas.height_of(words, inner.w - 20, style) + 2
        told = _told(canvas, board, inner.w - 6, inner.h, ways)
        y = told.paint(inner.x, y + 8 if above else y)
        pane.bottom = _record(canvas, board, inner.x + 8, y + 4, inner.w - 20, ways.record)


def _told(canvas: Canvas, board: Board, wide: float, room: float, ways: Ways) -> Column:
    """Those at the table and outside, told so that everybody is seen at once, if that is possible."""
    levels = _LEVELS if board.desk.corridor else _LEVELS[:1]

    def fitting() -> int:
        columns = (_column(canvas, board, wide, ways, much, brief=brief) for much, brief in levels)
        return next((number for number, column in enumerate(columns) if column.high <= room), len(levels) - 1)

    desk = board.desk
    much, brief = levels[kept(("level", wide, room, canvas.scale, spoken()), fitting, desk, board.scenario)]
    return _column(canvas, board, wide, ways, much, brief=brief)


def _column(canvas: Canvas, board: Board, wide: float, ways: Ways, much: int, *, brief: bool) -> Column:
    column = Column(canvas, wide)
    column.draw(26, lambda x, y: canvas.text(say("AT THE TABLE"), x + 8, y + 2, LABEL))
    for person in sorted(board.desk.people, key=lambda person: person.id != board.desk.who):
        column.add(_card(canvas, board, person, wide, brief=brief), gap=8)
    column.space(2)
    column.add(_cables(canvas, board, wide - 14), left=8)
    column.space(2)
    column.add(corridor(canvas, board, wide, much, ways.audience))
    return column


def _card(canvas: Canvas, board: Board, person: Person, wide: float, *, brief: bool) -> Block:
    """One delegation. `brief` leaves out a role that takes more than two lines, and what we have said ourselves."""
    seal = 30.0 if brief or wide < 250 else 44.0
    who, left = board.scenario[person.id], seal + 18
    room = wide - left - 8
    mine = person.id == board.desk.who
    said = "" if person.said is None or (brief and mine) else board.desk.record[person.said].remark
    state = _state(person, mine=mine)
    told = Column(canvas, wide)
    told.space(8)
    name = who.name if not brief else head(who.short)
    told.words(name, _NAME, left=left, wide=room - (54 if mine else 0))
    if not brief or canvas.height_of(who.role, room, SMALL) <= 2 * SMALL.leading:
        told.words(who.role, SMALL, left=left, wide=room)
    if state:
        told.add(_doing(canvas, state, room), left=left)
    told.add(_goodwill(canvas, board, person, room), left=left)
    if said:
        told.space(4)
        told.words(quoted(said), _SAID, left=12, wide=wide - 24)
    high = max(seal + 16, told.high + 8)
    place = board.scenario.ids.index(who.id)

    def paint(x: float, y: float) -> None:
        card = Box(x, y, wide, high)
        canvas.panel(card, colours.FELT1, 8, colours.GOLD if person.floor and mine else colours.FELT3)
        canvas.subject("delegation", card)
        canvas.subject("seal", Box(x + 8, y + 8, seal, seal))
        draw_seal(canvas, board.signs[who.id], place, x + 8, y + 8, seal, person.goodwill)
        if mine:
            pill(canvas, card.right - 8, y + 9, say("YOU"))
        told.paint(x, y)

    return Block(high, paint)


def _doing(canvas: Canvas, state: tuple[str, str, str], room: float) -> Block:
    """What a delegation is doing."""
    words, colour, sign = state
    ink = colours.PALE if colour == colours.GOLD else colour

    def paint(x: float, y: float) -> None:
        canvas.sign(sign, x, y + 5, 13, colour)
        canvas.text(words, x + 19, y + 1, Style("sans-semibold", 14, ink), width=room - 19)

    return Block(22, paint)


_GOODWILL: Mapping[Band, str] = {
    "cold": phrase("goodwill cold"),
    "correct": phrase("goodwill correct"),
    "warm": phrase("goodwill warm"),
}


def _goodwill(canvas: Canvas, board: Board, person: Person, room: float) -> Column:
    """How we stand with a delegation, as a band with its one effect."""
    told, band = Column(canvas, room), person.goodwill
    if band is None:
        return told
    steps, colour = BANDS[band]
    spans = [Span(say(_GOODWILL[band]) + " ", Style("sans-semibold", 14, colour, line=20))]
    if band != "correct":
        told_of = effect(board.scenario.clock, band, say("them"))
        spans.append(Span(told_of, Style("sans", 14, colours.DIM, line=20)))
    told.draw(0, lambda x, y: draw_gauge(canvas, x, y + 6, steps, colour))
    told.draw(0, lambda x, y: canvas.subject("goodwill", Box(x, y, room, 20)))
    told.words(spans, left=WIDE + 8, gap=1)
    return told


def _state(person: Person, *, mine: bool) -> tuple[str, str, str] | None:
    """What a delegation is doing: words, colour, sign."""
    if person.initialled:
        return say("has initialled"), colours.AGREED_PALE, "tick"
    if person.floor and mine:
        return say("you have the floor"), colours.GOLD, "pen"
    if person.consents:
        return say("allies consent"), colours.AGREED_PALE, "tick"
    return (say("confers…"), colours.DIM, "pen") if person.floor else None


def _cables(canvas: Canvas, board: Board, wide: float) -> Column:
    """What the capital has been asked and has not answered."""
    told = Column(canvas, wide)
    for cable in board.desk.cables:
        line = phrase("{titles:strung}: the answer of {capital} is due in {hours:hours}, on {when}.")
        sentence = say(
            line if wide >= 220 else phrase("{titles:strung}: answer due in {hours:hours}."),
            titles=[board.scenario.text[issue].title for issue in cable.issues],
            capital=board.scenario[board.desk.who].capital,
            hours=cable.left,
            when=when(board, cable.due),
        )
        told.draw(0, lambda x, y: canvas.sign("envelope", x, y + 3, 15, colours.PALE))
        told.draw(0, lambda x, y: canvas.subject("cables", Box(x, y, wide, 21)))
        told.words(sentence, SMALL, left=24, gap=8)
    return told


def when(board: Board, hours: float) -> str:
    """An hour of talks on the calendar: 24 May, 14:00."""
    calendar = board.scenario.calendar
    return kept(("when", hours), lambda: day_and_hour(calendar.at(hours).when), calendar, spoken())


def _record(canvas: Canvas, board: Board, x: float, y: float, w: float, record: Callable[[], None]) -> float:
    canvas.text(say("SUMMARY RECORD"), x, y, LABEL)
    if w > 220:
        lit = canvas.hovered("record") or canvas.focused("record")
        words = Style("sans", 14, colours.PALE if lit else colours.DIM)
        at = canvas.text(say("all  {key}", key="R"), x + w, y, words, align="right")
        focus_ring(canvas, "record", at.inset(-3, 0))
        canvas.spot(Action("record", say("Summary record"), record, keys=("r",)), at.inset(-6, -4))
    else:
        canvas.spot(Action("record", say("Summary record"), record, keys=("r",)), Box(x, y - 2, w, 24))
        focus_ring(canvas, "record", Box(x, y, w, 20))
    return draw_events(canvas, board, board.desk.minutes[:-31:-1], x, y + 26, w)


def draw_events(canvas: Canvas, board: Board, told: Iterable[Minute], x: float, y: float, w: float) -> float:
    """What happened, each under its hour, what was revoked struck; gives the lower edge."""
    hour = -1.0
    for event, gone in told:
        if event.at != hour:
            hour = event.at
            canvas.text(when(board, hour), x, y, Style("sans-semibold", 14, colours.DIM), width=w)
            y += 21
        laid = canvas.laid(_minute(board, event, gone=gone), w)
        canvas.set(laid, x, y, felt=True)
        y += laid.height / canvas.scale + 8
    return y


def _minute(board: Board, event: Event, *, gone: bool) -> tuple[Span, ...]:
    """What happened once, in words: told once, since it never changes."""

    def told() -> tuple[Span, ...]:
        sign = board.signs.get(event.by) if event.by else None
        spans = [Span(tell(board.scenario, event), _TOLD._replace(strike=gone), "", sign)]
        if event.remark and not isinstance(event, Opened):
            spans.append(Span(" " + quoted(event.remark), _SAID._replace(strike=gone)))
        return tuple(spans)

    return kept(("minute", gone), told, event, board.scenario, spoken())
