"""The wall: what a projector shows the whole class, in regions of HTML.

Nothing on it is smaller than 24 dots of a picture 1024 wide and 768 high, and before the end nothing on it tells of a
sheet: until then it is made of the overview and of the scenario's public side alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.classroom.pages.drawings import marks, qr
from game.classroom.pages.markup import part, whole
from game.classroom.pages.said import said
from game.classroom.pages.wall_debrief import debrief_sheet
from game.classroom.pages.wall_sheet import Sheet
from game.debrief.comparison import Comparison
from game.lesson.class_acts import When
from game.lesson.guesses import Guesses
from game.lesson.overview import Overview, SeatRow, TableRow
from game.lesson.plan import PHASES
from game.lesson.seating import PAIR
from game.lesson.wall import Answers, Progress, Question, Seats
from game.reports.signs import signs
from game.scenario import Scenario
from game.words import say
from game.words.class_lesson import (
    brackets_left,
    left,
    minutes_seconds,
    phase_name,
    seat_called,
    seated_of,
    table_name,
    what_is_left,
)
from game.words.class_wall import (
    answer_rows,
    answered,
    counted_tables,
    how_to_come_in,
    question_words,
    rightly,
    state_of,
)
from game.words.language import head, tongue

_LINES, _FEW_ROWS, _TILES = 11, 7, 24
"""So many lines of seats a wall has room for, so many large ones, and so many tables' progress; more are counted."""
_ACROSS = {2: 3, 3: 2}
"""Small seats beside each other in a delegation, by how many delegations there are; with more of these, one."""
_ANSWERS = {2: 4, 3: 2}
"""Answers of each side, likewise."""


@dataclass(frozen=True, slots=True)
class Door:
    """How people come in."""

    address: str
    """As it is typed."""
    link: str
    """What the square says: the address with all that opens the door."""


def wall_page() -> str:
    """The page, whose regions come by the stream."""
    return whole(
        "wall.html",
        language=tongue(),
        title=say("The wall of a class"),
        waiting=say("Looking for the class …"),
        off=say("No connection. It comes back by itself."),
        unknown=say("This wall belongs to no class here: open the wall’s link of the class once more."),
    )


def wall_regions(
    overview: Overview,
    scenario: Scenario,
    door: Door,
    asked: Sequence[Guesses] = (),
    laid_open: Comparison | None = None,
) -> dict[str, str]:
    """The regions for what the wall shows now: `head`, `shown` and `foot`. What tells of sheets is told where
    everything is `laid_open`, and waits until then."""
    sheet = _sheet(overview, scenario, door, asked, laid_open)
    return {
        "head": str(part("wall_parts.html", "head", title=sheet.title, note=sheet.note)),
        "shown": str(sheet.body),
        "foot": str(sheet.foot),
    }


def _sheet(
    overview: Overview,
    scenario: Scenario,
    door: Door,
    asked: Sequence[Guesses],
    laid_open: Comparison | None,
) -> Sheet:
    shown = overview.shows
    match shown:
        case Seats():
            return _seats(overview, scenario, door)
        case Question():
            return _question(overview, scenario, asked)
        case Progress():
            return _progress(overview, scenario)
    if laid_open is None:
        return _progress(overview, scenario)
    if isinstance(shown, Answers):
        return _answers(scenario, asked, laid_open)
    return said(("wall", shown), lambda: debrief_sheet(laid_open, shown), laid_open)


# ---- before the end ----------------------------------------------------------------------------------------------


def _seats(overview: Overview, scenario: Scenario, door: Door) -> Sheet:
    told = how_to_come_in()
    outside = any(seat.audience is not None for row in overview.tables for seat in row.seats)
    crowds = [max((len(seat.people) for seat in row.seats), default=0) for row in overview.tables]
    across = _ACROSS.get(len(scenario.ids), 1)
    fits = sum(max(1, -(-crowd // across)) for crowd in crowds) <= _LINES
    rows = [_row(scenario, row) for row in overview.tables] if fits else []
    body = part(
        "wall_parts.html",
        "seats",
        told=told,
        door=door,
        code=overview.code,
        square=qr(door.link, told["square"]),
        heads=[(head(scenario[who].short), mark) for who, mark in marks(scenario).items()],
        outside=say("Outside") if outside else "",
        rows=rows,
        few=len(rows) <= _FEW_ROWS and max(crowds, default=0) <= PAIR == len(scenario.ids),
        narrow=len(scenario.ids) > PAIR,
    )
    return Sheet(
        scenario.title,
        told["number"],
        body,
        _foot(overview, told["easy"], seated_of(overview)),
    )


def _row(scenario: Scenario, row: TableRow) -> dict[str, object]:
    """A table with the numbers in each of its seats; a delegation in which nobody is has free places."""
    shapes = {who: sign.shape for who, sign in signs(scenario).items()}
    inside = {seat.seat: seat for seat in row.seats if seat.audience is None}
    return {
        "letter": row.letter,
        "name": table_name(row.letter),
        "sides": [_chips(inside.get(who), shapes[who], head(scenario[who].short)) for who in scenario.ids],
        "outside": [
            _chips(seat, shapes[scenario.audience(seat.audience).of], seat_called(scenario, seat))
            for seat in row.seats
            if seat.audience is not None
        ],
    }


def _chips(seat: SeatRow | None, shape: str, name: str) -> dict[str, object]:
    numbers = [person.number for person in seat.people] if seat is not None else []
    return {"shape": shape, "name": name, "numbers": numbers, "free": max(0, PAIR - len(numbers))}


def _foot(overview: Overview, told: str, right: str) -> Markup:
    """What stands below a page without a large clock: the time that is left of this part, where it has one."""
    ends = _ends(overview)
    told = told if ends is None else what_is_left(overview)
    return part("wall_parts.html", "feet", left=told, right=right, ends=ends)


def _ends(overview: Overview) -> tuple[int, str] | None:
    """When this part ends, and all of its time as a clock shows it; None where no clock runs."""
    seconds = left(overview)
    if seconds is None or overview.resting:
        return None
    return round(overview.now + seconds), minutes_seconds(overview.seconds)


def _progress(overview: Overview, scenario: Scenario) -> Sheet:
    seconds, ends = left(overview), _ends(overview)
    tiles = [
        {
            "letter": row.letter,
            "name": table_name(row.letter),
            "left": row.brackets,
            "of": row.of,
            "told": brackets_left(row),
            "state": state_of(row),
            "signed": row.stage == "signed",
            "begun": row.stage is not None,
        }
        for row in overview.tables
    ]
    body = part(
        "wall_parts.html",
        "progress",
        phase=phase_name(overview.phase),
        clock=ends[1] if ends else "" if seconds is None else minutes_seconds(seconds),
        ends=ends[0] if ends else None,
        what=what_is_left(overview),
        tiles=tiles if len(tiles) <= _TILES else [],
        counted=counted_tables(overview.tables) if len(tiles) > _TILES else (),
        caption=say("Brackets that are left at each table"),
    )
    return Sheet(scenario.title, "", body, "")


def _question(overview: Overview, scenario: Scenario, asked: Sequence[Guesses]) -> Sheet:
    words, titles = question_words(scenario)
    when: When = "after" if PHASES.index(overview.phase) >= PHASES.index("debrief") else "before"
    body = part("wall_parts.html", "question", words=words, titles=titles, hint=say("Answer on your own screen."))
    return Sheet(scenario.title, "", body, _foot(overview, "", answered(asked, when)))


# ---- after it ----------------------------------------------------------------------------------------------------


def _answers(scenario: Scenario, asked: Sequence[Guesses], laid_open: Comparison) -> Sheet:
    sheets = laid_open.scenario
    rows = _ANSWERS.get(len(sheets.ids), 1)
    sides = [
        {"mark": marks(scenario)[each.by], "told": rightly(sheets, each), "rows": answer_rows(sheets, each)[:rows]}
        for each in asked
    ]
    most = max((number for each in asked for when in (each.before, each.after) for number in when.values()), default=1)
    words, _ = question_words(scenario)
    heads = {"before": say("before"), "after": say("after"), "right": say("right")}
    return Sheet(words, "", part("wall_parts.html", "answers", sides=sides, most=most, heads=heads))
