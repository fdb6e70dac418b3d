"""The tray when nothing else can be done: what is held up and the three answers to it, or the closing statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from game.desktop.desk.board import Board
from game.desktop.desk.gauge import draw_gauge
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import SMALL, focus_ring
from game.desktop.styled import styled
from game.scenario import SideText
from game.seat import HoldUpAnswer, ReadingRow, Wakes
from game.talks import Answer, Interpret, Respond
from game.words import SENTENCES, phrase, quoted, say, signed, strung

_NAME = Style("sans-bold", 16, colours.PALE)
_SAYS = Style("serif", 16, colours.PALE, line=22)
_GAIN = Style("sans-bold", 15, colours.PALE)
_SUM = Style("sans-bold", 19, colours.PALE)
_GAP = 10.0
_WAYS: Mapping[Answer, tuple[str, str]] = {
    "give": (phrase("Give the word"), "g"),
    "swap": (phrase("Swap it"), "w"),
    "sit": (phrase("Sit it out"), "s"),
}
"""What is written on each answer, and its key."""


def draw_held(canvas: Canvas, board: Board, box: Box) -> None:
    """The three answers to a hold-up side by side, each with what it means for this seat."""
    held = board.desk.held
    side = board.scenario.side_text(held.side_text) if held else None
    if held is None or side is None:
        return
    wide = _column(box.w, len(held.answers))
    for place, answer in enumerate(held.answers):
        area = Box(box.x + place * (wide + _GAP), box.y, wide, box.h)
        with _card(canvas, board, area, answer) as inner:
            means = Box(inner.x, inner.y + 27, inner.w + 8, inner.h - 27)
            with canvas.scrolled(f"answer-{answer.how}-means", means) as pane:
                pane.bottom = _told(canvas, board, answer, side, Box(inner.x, pane.top, inner.w, 0))


def held_below(canvas: Canvas, board: Board, x: float, y: float, room: float, columns: int) -> float:
    """The same in so many columns of a panel that scrolls, each as high as it has to be; gives the lower edge."""
    held = board.desk.held
    side = board.scenario.side_text(held.side_text) if held else None
    if held is None or side is None:
        return y
    wide = _column(room, columns)
    for first, high in zip(range(0, len(held.answers), columns), _highs(canvas, board, room, columns), strict=True):
        for place, answer in enumerate(held.answers[first : first + columns]):
            with _card(canvas, board, Box(x + place * (wide + _GAP), y, wide, high), answer) as inner:
                _told(canvas, board, answer, side, Box(inner.x, inner.y + 27, inner.w, 0))
        y += high + _GAP
    return y - _GAP


def held_height(canvas: Canvas, board: Board, room: float, columns: int) -> float:
    """How high the answers are in so many columns if each can be read."""
    highs = _highs(canvas, board, room, columns)
    return sum(highs) + _GAP * (len(highs) - 1)


def _highs(canvas: Canvas, board: Board, room: float, columns: int) -> list[float]:
    """How high each row of answers is."""
    held = board.desk.held
    side = board.scenario.side_text(held.side_text) if held else None
    if held is None or side is None:
        return []
    wide = _column(room, columns) - 28
    talls = [52 + _tall(canvas, board, answer, side, wide) for answer in held.answers]
    return [max(talls[first : first + columns]) for first in range(0, len(talls), columns)]


def _tall(canvas: Canvas, board: Board, answer: HoldUpAnswer, side: SideText, wide: float) -> float:
    """How much height what an answer means takes."""
    return canvas.height_of(_means(answer, side), wide, _SAYS) + canvas.height_of(_price(board, answer), wide, SMALL)


def _column(room: float, columns: int) -> float:
    return (room - (columns - 1) * _GAP) / columns


def _means(answer: HoldUpAnswer, side: SideText) -> str:
    if answer.how == "sit":
        return say("Nothing changes; the clock runs.")
    return say("{words:head}.", words=side.give if answer.how == "give" else side.swap)


@contextmanager
def _card(canvas: Canvas, board: Board, box: Box, answer: HoldUpAnswer) -> Iterator[Box]:
    """The card of an answer, with its name and its sum; gives the box inside, below whose first line is room."""
    id, (template, key) = f"answer-{answer.how}", _WAYS[answer.how]
    words = say(template)
    lit = canvas.hovered(id) or canvas.focused(id)
    canvas.panel(box, colours.FELT3 if lit else colours.FELT1, 8, colours.FELT3)
    inner = box.inset(14, 10)
    sum_ = canvas.text(signed(answer.sum), inner.right, inner.y - 2, _SUM, align="right")
    at = canvas.text(key.upper(), sum_.x - 12, inner.y + 1, SMALL, align="right")
    canvas.text(words, inner.x, inner.y, _NAME, width=at.x - inner.x - 8)
    yield inner
    focus_ring(canvas, id, box.inset(3))
    hint = say("{answer}: {points:signed} points for you, all told.", answer=words, points=answer.sum)
    move = Respond(board.desk.who, answer.how)
    canvas.spot(Action(id, words, lambda: board.make(move), keys=(key,), hint=hint), box)


def _told(canvas: Canvas, board: Board, answer: HoldUpAnswer, side: SideText, box: Box) -> float:
    """What it means, and its price; gives the lower edge."""
    means, price = _means(answer, side), _price(board, answer)
    canvas.paragraph(means, box.x, box.y, box.w, _SAYS)
    y = box.y + canvas.height_of(means, box.w, _SAYS) + 5
    canvas.paragraph(price, box.x, y, box.w, SMALL)
    return y + canvas.height_of(price, box.w, SMALL)


def _price(board: Board, answer: HoldUpAnswer) -> str:
    """The sum in its parts: the word, the hours, and goodwill."""
    wait = phrase("{hours:hours|head} of waiting: {points:signed}.")
    parts = [say(wait if answer.cost else _FREE, hours=answer.hours, points=answer.cost)]
    if answer.goodwill and board.desk.held:
        who = board.scenario[board.desk.held.by].short
        parts.append(say("Goodwill with {who} {points:signed}.", who=who, points=answer.goodwill))
    else:
        parts.append(say("Goodwill stays."))
    if answer.how != "sit":
        parts.insert(0, say("The word: {points:signed} for you.", points=answer.word))
    return strung(parts, SENTENCES)


_FREE = phrase("{hours:hours|head}, which costs no point.")


def held_heading(board: Board) -> str:
    """What the tray is about."""
    held = board.desk.held
    return say("YOU HOLD UP A TEXT") if held and held.by == board.desk.who else say("A TEXT IS HELD UP")


def held_words(board: Board, *, brief: bool = False) -> tuple[Span, ...]:
    """What is held up, and what is asked; unless it is to be brief, also that nothing else is spoken of until then."""
    held, serif = board.desk.held, Style("serif", 17, colours.PALE, line=24)
    side = board.scenario.side_text(held.side_text) if held else None
    if side is None or held is None:
        return ()
    mine = held.by == board.desk.who
    line = phrase("{side} You ask {what}. {wait}") if mine else phrase("{side} {who:head} asks {what}. {wait}")
    if brief:
        line = phrase("{side} You ask {what}.") if mine else phrase("{side} {who:head} asks {what}.")
    spans = styled(
        line,
        serif,
        side=Span(say("{side:head}.", side=side.title), Style("serif-bold", 17, colours.PALE, line=24)),
        who=board.scenario[held.by].short,
        what=side.words,
        wait=Span(say("Until it is answered, nothing else is spoken of."), Style("sans", 15, colours.LOCKED, line=24)),
    )
    return tuple(spans)


# ---- closing statements -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Degree:
    """How far a statement may wake others: in words, in steps of a gauge."""

    words: str
    steps: int


_DEGREES: Mapping[Wakes, _Degree] = {
    "nobody": _Degree(phrase("wakes nobody"), 0),
    "little": _Degree(phrase("may wake: little"), 1),
    "some": _Degree(phrase("may wake: some"), 2),
    "much": _Degree(phrase("may wake: much"), 3),
}


def draw_readings(canvas: Canvas, board: Board, box: Box) -> None:
    """Each reading that can be made, with what it brings at home and how far it wakes others; and none."""
    with canvas.scrolled("readings", box) as pane:
        pane.bottom = readings_below(canvas, board, box.x, pane.top, box.w - 8, 2)


def readings_below(canvas: Canvas, board: Board, x: float, y: float, room: float, columns: int) -> float:
    """The same in so many columns of a panel that scrolls; gives the lower edge."""
    readings: list[ReadingRow | None] = [*board.desk.readings, None]
    gap = 8.0
    wide = (room - gap * (columns - 1)) / columns
    for first in range(0, len(readings), columns):
        row = list(enumerate(readings, 1))[first : first + columns]
        high = max(_height(canvas, board, reading, wide) for _, reading in row)
        for place, (number, reading) in enumerate(row):
            _reading(canvas, board, Box(x + place * (wide + gap), y, wide, high), reading, number)
        y += high + gap
    return y - gap


def readings_height(canvas: Canvas, board: Board, room: float, columns: int) -> float:
    """The height that all closing statements take in so many columns."""
    readings: list[ReadingRow | None] = [*board.desk.readings, None]
    wide = (room - 8 * (columns - 1)) / columns
    highs = [_height(canvas, board, reading, wide) for reading in readings]
    return sum(max(highs[first : first + columns]) + 8 for first in range(0, len(highs), columns)) - 8


def _said(board: Board, reading: ReadingRow | None) -> str:
    if reading is None:
        return say("Make no statement.")
    return quoted(next(each.says for each in board.scenario.readings if each.id == reading.reading))


def _height(canvas: Canvas, board: Board, reading: ReadingRow | None, wide: float) -> float:
    _, whole = _in_line(canvas, reading, wide)
    line = 0 if whole else 21
    return canvas.height_of(_said(board, reading), wide - 28, _SAYS) + 44 + line


def _in_line(canvas: Canvas, reading: ReadingRow | None, wide: float) -> tuple[bool, bool]:
    """Whether there is room in one line for what a statement brings and how far it wakes others; and whether there is
    for the goodwill that this may cost, too."""
    gain, degree = _brings(reading), _DEGREES[reading.wakes if reading else "nobody"]
    told = canvas.measure(gain, _GAIN) + 18 + canvas.measure(say(degree.words), SMALL)
    room = wide - 28 - 16
    brief = told + (60 if degree.steps else 0) <= room
    return brief, brief and (not (cold := _cold(reading)) or told + canvas.measure(cold, SMALL) + 70 <= room)


def _cold(reading: ReadingRow | None) -> str:
    """What goodwill goes if it wakes somebody."""
    return say("goodwill {points:signed} if it does", points=reading.chill) if reading and reading.chill else ""


def _brings(reading: ReadingRow | None) -> str:
    return say("{points:signed} at home", points=reading.gain if reading else 0)


def _reading(canvas: Canvas, board: Board, box: Box, reading: ReadingRow | None, number: int) -> None:
    id, words = f"reading-{reading.reading if reading else 'none'}", _said(board, reading)
    lit = canvas.hovered(id) or canvas.focused(id)
    canvas.panel(box, colours.FELT3 if lit else colours.FELT1, 8, colours.FELT3)
    inner = box.inset(14, 9)
    style = _SAYS if reading is None else Style("serif-italic", 16, colours.PALE, line=22)
    canvas.paragraph(words, inner.x, inner.y, inner.w, style)
    y = inner.bottom - 20
    canvas.text(str(number), inner.right, y, SMALL, align="right")
    beside, whole = _in_line(canvas, reading, box.w)
    first = y if whole else y - 21
    end = canvas.text(_brings(reading), inner.x, first, _GAIN)
    degree, second = _DEGREES[reading.wakes if reading else "nobody"], first if beside else y
    at = canvas.text(say(degree.words), end.right + 18 if beside else inner.x, second, SMALL)
    if degree.steps:
        draw_gauge(canvas, at.right + 8, second + 4, degree.steps, colours.ALARM if degree.steps == 3 else colours.PALE)
    if beside and (cold := _cold(reading)):
        canvas.text(cold, at.right + 52 if whole else inner.x, y, SMALL)
    focus_ring(canvas, id, box.inset(3))
    move = Interpret(board.desk.who, reading.reading if reading else None)
    hint = ""
    if reading and reading.chill:
        line = phrase("An ally who wakes opens the text again, and goodwill {points:signed} with it.")
        hint = say(line, points=reading.chill)
    canvas.spot(Action(id, words, lambda: board.make(move), keys=(str(number),), hint=hint), box)
