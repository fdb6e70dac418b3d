"""The first words of a debrief: how the talks ended, when, and who came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.screens.last_moment import LastMoment
from game.desktop.screens.layout import spacious
from game.desktop.screens.result import Result
from game.table import Table
from game.talks.verdict import Ending
from game.words import SENTENCES, count, phrase, say, strung
from game.words.calendar import clock, weekday
from game.words.endings import ending, judged
from game.words.levels import who_came
from game.words.starting import taken_over

_HEADLINES: Mapping[Ending, str] = {
    "signed": phrase("The text is signed"),
    "deadline": phrase("No text: time ran out"),
    "broken-off": phrase("No text: the talks were broken off"),
    "left": phrase("No text: the talks were left"),
    "refused": phrase("No text: it was refused at home"),
}
Look = Literal["lead", "plain", "fault", "done"]
LOOKS: Mapping[Look, Style] = {
    "lead": Style("sans-semibold", 17, colours.PALE, line=24),
    "plain": Style("sans", 15, colours.LOCKED, line=21),
    "fault": Style("sans", 15, colours.ALARM, line=21),
    "done": Style("sans", 15, colours.AGREED_PALE, line=21),
}


def ended(result: Result) -> str:
    """How it ended, in a few words."""
    return say(_HEADLINES[result.ended.kind])


def draw_headline(
    canvas: Canvas, box: Box, result: Result, told: Sequence[tuple[str, Look]], moment: LastMoment
) -> float:
    """How it ended, beside the signatures, or on a narrow page above them, and what is told of it when the points have
    been counted; gives the top of what follows."""
    beside = spacious(canvas)
    card = moment.card(box) if beside else Box(0, 0, 0, 0)
    moment.sign(canvas, card)
    foot, room = card.bottom + 6 if card.w else 0.0, box.left_part(box.w - card.w - 28 if card.w else box.w)
    y = draw_told(canvas, room, result, told, moment)
    if not beside and not moment.counting:
        return draw_signatures(canvas, Box(room.x, y, room.w, 0), moment)
    return max(y, foot) + 12


def draw_signatures(canvas: Canvas, box: Box, moment: LastMoment) -> float:
    """The signatures from the top of a box down, if there are any; gives the top of what follows."""
    card = moment.card_below(canvas, Box(box.x, box.y + 8, box.w - 8, 0))
    moment.sign(canvas, card)
    return (card.bottom + 6 if card.w else box.y) + 12


def draw_ending(canvas: Canvas, result: Result, told: Sequence[tuple[str, Look]], moment: LastMoment) -> None:
    """A page that shows how talks end, and nothing else, for the moment that it takes."""
    canvas.fill(colours.FELT1)
    page = canvas.box.inset(24, 16)
    foot = draw_headline(canvas, page, result, told, moment)
    moment.wait(canvas, Box(page.x, foot, page.w, page.bottom - foot))


def draw_told(canvas: Canvas, box: Box, result: Result, told: Sequence[tuple[str, Look]], moment: LastMoment) -> float:
    """How it ended, and what is told of it; gives the lower edge."""
    size = 29.0
    head = ended(result)
    while size > 20 and canvas.measure(head, Style("serif-bold", size)) > box.w:
        size -= 1
    y = canvas.text(head, box.x, box.y - 6, Style("serif-bold", size, colours.PALE), width=box.w).bottom + 2
    if moment.counting:
        y = moment.count(canvas, Box(box.x, y + 4, box.w, 0))
    for words, look in told if moment.over else ():
        if words:
            style = LOOKS[look]
            canvas.paragraph(words, box.x, y, box.w, style)
            y += canvas.height_of(words, box.w, style) + 2
    return y


def how(result: Result, table: Table) -> str:
    """How and when it ended, how many wordings are those of the historical text, and who came."""
    return strung([*_circumstances(result), *_who_came(table)], SENTENCES)


def circumstances(result: Result) -> str:
    """The same without who came."""
    return strung(list(_circumstances(result)), SENTENCES)


def _who_came(table: Table) -> Iterator[str]:
    if table.verdict is not None:
        yield from who_came(table.scenario, table.seats, table.verdict.sheets)
    if table.carried:
        yield taken_over(table.carried)


def _circumstances(result: Result) -> Iterator[str]:
    ended, now = result.ended, result.desk.now
    if not result.agreed:
        yield ending(result.scenario, ended)
    line = phrase("{weekday}, {day:day}, {time}, {place}, after {hours:hours} of talks.")
    place = result.scenario.calendar.at(now.hours).session.place
    time = {"weekday": weekday(now.when), "day": now.when.date(), "time": clock(now.when)}
    yield say(line, place=place, hours=now.hours, **time)
    if ended.signed is not None and ended.as_in_history is not None:
        yield _like_history(ended.as_in_history, len(result.scenario.text.negotiated))
    if result.desk.judging is not None:
        yield judged(result.scenario, ended, result.desk.who)[0]


def _like_history(same: int, every: int) -> str:
    """How many wordings of the signed text are those of the historical one."""
    if not same:
        return say("Of {all} wordings none is that of history.", all=every)
    return count(
        "Of {all} wordings {n} is that of history.", "Of {all} wordings {n} are those of history.", same, all=every
    )
