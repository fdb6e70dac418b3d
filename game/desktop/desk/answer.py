"""The tray when nothing else can be done: what is held up and the three answers to it, or the closing statements."""

from __future__ import annotations

from dataclasses import dataclass

from game.desktop.desk.desk import Desk
from game.desktop.desk.gauge import draw_gauge
from game.desktop.desk.words import cost_of_hours
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Action, Canvas
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.widgets import SMALL, focus_ring
from game.scenario import Reading, SideText, Stake
from game.talks import Answer, Respond, hold_ups, hours_words, opening_capital, sentence_name, signed_points, strain

_NAME = Style("sans-bold", 16, colours.PALE)
_SAYS = Style("serif", 16, colours.PALE, line=22)
_SUM = Style("sans-bold", 19, colours.PALE)
_NOTHING = Stake(0, 0)
_LITTLE, _MUCH = 7, 16
"""How far a closing statement wakes the other side's audiences, in words: little up to this, much from this on."""


def draw_held(canvas: Canvas, desk: Desk, box: Box) -> None:
    """The three answers to a hold-up side by side, each with what it means for this seat."""
    side = _held(desk)
    if side is None:
        return
    gap = 10.0
    wide = (box.w - 2 * gap) / 3
    ways: tuple[tuple[Answer, str, str, str], ...] = (
        ("give", "Give the word", "g", opening_capital(side.give)),
        ("swap", "Swap it", "w", opening_capital(side.swap)),
        ("sit", "Sit it out", "s", "Nothing changes; the clock runs"),
    )
    for place, (how, words, key, means) in enumerate(ways):
        area = Box(box.x + place * (wide + gap), box.y, wide, box.h)
        _answer(canvas, desk, area, _Way(how, words, key, f"{means}."), side)


@dataclass(frozen=True, slots=True)
class _Way:
    """One answer."""

    how: Answer
    words: str
    key: str
    means: str


def _answer(canvas: Canvas, desk: Desk, box: Box, way: _Way, side: SideText) -> None:
    id = f"answer-{way.how}"
    lit = canvas.hovered(id) or canvas.focused(id)
    canvas.panel(box, colours.FELT3 if lit else colours.FELT1, 8, colours.FELT3)
    inner = box.inset(14, 10)
    stake, cost = _stake(desk, way.how, side), cost_of_hours(desk.view, desk.view.price(_move(desk, way.how)))
    sum_ = canvas.text(signed_points(stake - cost), inner.right, inner.y - 2, _SUM, align="right")
    key = canvas.text(way.key.upper(), sum_.x - 12, inner.y + 1, SMALL, align="right")
    canvas.text(way.words, inner.x, inner.y, _NAME, width=key.x - inner.x - 8)
    with canvas.scrolled(f"{id}-means", Box(inner.x, inner.y + 27, inner.w + 8, inner.h - 27)) as pane:
        canvas.paragraph(way.means, inner.x, pane.top, inner.w, _SAYS)
        y = pane.top + canvas.height_of(way.means, inner.w, _SAYS) + 5
        spans = [Span(words, SMALL) for words in _price(desk, way.how, stake, cost)]
        canvas.paragraph(spans, inner.x, y, inner.w)
        pane.bottom = y + canvas.height_of(spans, inner.w)
    focus_ring(canvas, id, box.inset(3))
    hint = f"{way.words}: {signed_points(stake - cost)} points for you, all told."
    canvas.spot(Action(id, way.words, lambda: desk.respond(way.how), keys=(way.key,), hint=hint), box)


def _price(desk: Desk, how: Answer, stake: int, cost: int) -> list[str]:
    """The sum in its parts: the word, the hours, and goodwill."""
    hours = hours_words(desk.view.price(_move(desk, how)))
    wait = f"{hours} of waiting: {signed_points(-cost)}" if cost else f"{hours}, which costs no point"
    held = desk.view.held
    who = desk.view.scenario[held.by].short if held else ""
    change = strain(how, hold_ups(desk.view.record, held.by) - 1) if held else 0
    warmth = f"goodwill with {who} {signed_points(change)}" if change else "goodwill stays"
    word = "" if how == "sit" else f"The word: {signed_points(stake)} for you. "
    return [word, f"{opening_capital(wait)}. ", f"{opening_capital(warmth)}."]


def _move(desk: Desk, how: Answer) -> Respond:
    return Respond(desk.view.who, how)


def _held(desk: Desk) -> SideText | None:
    return desk.view.scenario.side_text(desk.view.held.side_text) if desk.view.held else None


def _stake(desk: Desk, how: Answer, side: SideText) -> int:
    stake = desk.view.seat.instructions.stakes.get(side.id, _NOTHING)
    return {"give": stake.give, "swap": stake.swap, "sit": 0}[how]


def held_heading(desk: Desk) -> str:
    """What the tray is about."""
    held = desk.view.held
    return "YOU HOLD UP A TEXT" if held and held.by == desk.view.who else "A TEXT IS HELD UP"


def held_words(desk: Desk) -> tuple[Span, ...]:
    """What is held up, and what is asked."""
    side, serif = _held(desk), Style("serif", 17, colours.PALE, line=24)
    if side is None or desk.view.held is None:
        return ()
    small = Style("sans", 15, colours.LOCKED, line=24)
    asks = f"{sentence_name(desk.view.scenario, desk.view.held.by)} asks {side.words}. "
    if desk.view.held.by == desk.view.who:
        asks = f"You ask {side.words}. "
    return (
        Span(f"{opening_capital(side.title)}. ", Style("serif-bold", 17, colours.PALE, line=24)),
        Span(asks, serif),
        Span("Until it is answered, nothing else is spoken of.", small),
    )


# ---- closing statements -----------------------------------------------------------------------------------------


def draw_readings(canvas: Canvas, desk: Desk, box: Box) -> None:
    """Each reading that can be made, with what it brings at home and how far it wakes others; and none."""
    readings: list[Reading | None] = [*desk.view.seat.readings, None]
    gap = 8.0
    wide = (box.w - gap - 8) / 2
    with canvas.scrolled("readings", box) as pane:
        y = pane.top
        for first in range(0, len(readings), 2):
            row = list(enumerate(readings, 1))[first : first + 2]
            high = max(_height(canvas, reading, wide) for _, reading in row)
            for place, (number, reading) in enumerate(row):
                _reading(canvas, desk, Box(box.x + place * (wide + gap), y, wide, high), reading, number)
            y += high + gap
        pane.bottom = y - gap


def readings_height(canvas: Canvas, desk: Desk, width: float) -> float:
    """The height that all closing statements take in two columns."""
    readings: list[Reading | None] = [*desk.view.seat.readings, None]
    wide = (width - 16) / 2
    highs = [_height(canvas, reading, wide) for reading in readings]
    return sum(max(highs[first : first + 2]) + 8 for first in range(0, len(highs), 2)) - 8


def _said(reading: Reading | None) -> str:
    return f"“{reading.says}”" if reading else "Make no statement."


def _height(canvas: Canvas, reading: Reading | None, wide: float) -> float:
    return canvas.height_of(_said(reading), wide - 28, _SAYS) + 44


def _reading(canvas: Canvas, desk: Desk, box: Box, reading: Reading | None, number: int) -> None:
    id = f"reading-{reading.id if reading else 'none'}"
    lit = canvas.hovered(id) or canvas.focused(id)
    canvas.panel(box, colours.FELT3 if lit else colours.FELT1, 8, colours.FELT3)
    inner = box.inset(14, 9)
    style = _SAYS if reading is None else Style("serif-italic", 16, colours.PALE, line=22)
    canvas.paragraph(_said(reading), inner.x, inner.y, inner.w, style)
    y = inner.bottom - 20
    canvas.text(str(number), inner.right, y, SMALL, align="right")
    gain = reading.gain if reading else 0
    end = canvas.text(f"{signed_points(gain)} at home", inner.x, y, Style("sans-bold", 15, colours.PALE))
    degree = _wakes(reading)
    words = ("wakes nobody", "may wake: little", "may wake: some", "may wake: much")[degree]
    at = canvas.text(words, end.right + 18, y, SMALL)
    if degree:
        draw_gauge(canvas, at.right + 8, y + 4, degree, colours.ALARM if degree == 3 else colours.PALE)
    focus_ring(canvas, id, box.inset(3))
    chosen = reading.id if reading else None
    hint = "Whoever hears it may like the text less: an ally who wakes opens it again." if degree else ""
    words = _said(reading)
    canvas.spot(Action(id, words, lambda: desk.interpret(chosen), keys=(str(number),), hint=hint), box)


def _wakes(reading: Reading | None) -> int:
    """How far a statement lowers the text in the eyes of the others' audiences, in three degrees."""
    if reading is None or not reading.wakes:
        return 0
    return 1 if reading.wakes <= _LITTLE else 3 if reading.wakes >= _MUCH else 2


CLOSING_HEADING = "THE TEXT IS FROZEN"
CLOSING_WORDS = (
    "Before it is signed you may read one doubtful phrase your own way. It is liked at home, and the audiences of the "
    "others hear it too."
)
