"""What stands beside the tables on the teacher's desk: the start, the room, the debrief, and what its sheets offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from game.classroom.pages.markup import part
from game.classroom.pages.said import said as told
from game.classroom.pages.wall import Door
from game.debrief.comparison import Comparison
from game.lesson.class_acts import Lock, Show
from game.lesson.doings import Start, write_doing
from game.lesson.overview import Overview
from game.lesson.wall import HISTORY, Answers, EveryTable, Prices, Progress, Question, Seats, Shown
from game.scenario import Scenario
from game.talks.happenings import Coming
from game.text import DelegationId
from game.words.class_desk import away_told, shown_called, uncertain
from game.words.class_lesson import seated_of, side, table_name
from game.words.class_wall import text_called
from game.words.language import head, plain, say

_OPEN: tuple[Shown, ...] = (Seats(), Progress(), Question())
_CLOSED: tuple[Shown, ...] = (EveryTable(), EveryTable(fair=True), Prices(), Answers())


def side_region(overview: Overview, scenario: Scenario, door: Door, said: Mapping[str, str]) -> Markup:
    """The start with what is uncertain; later the room."""
    room = part(
        "desk_parts.html",
        "room",
        said=said,
        code=overview.code,
        address=door.address,
        locked=overview.locked,
        lock=write_doing(Lock(not overview.locked)),
        rows=_rows(overview, said) if overview.phase != "join" else (),
        wall=shown_called(scenario, overview.shows),
    )
    if overview.phase != "join":
        return room
    start = part("desk_parts.html", "begin", said=said, lines=uncertain(overview), start=write_doing(Start()))
    return start + room


def _rows(overview: Overview, said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """How many are there, and what of them is worth knowing."""
    return (
        (said["people here"], seated_of(overview)),
        (said["people away"], away_told(overview)),
        (said["briefs"], plain(overview.read)),
        (said["computers"], plain(overview.computers)),
    )


def lists(
    overview: Overview, scenario: Scenario, to_come: Sequence[Coming], said: Mapping[str, str]
) -> dict[str, Markup]:
    """What the sheets of the desk offer to choose from: tables, seats, places, events, and what the wall may show."""
    letters = tuple(row.letter for row in overview.tables)
    tables = [(letter, table_name(letter)) for letter in letters]
    seats = [(who, head(side(scenario, DelegationId(who)))) for who in scenario.seats]
    events = [(each.id, each.title, each.story) for each in to_come]
    of_tables = part("desk_parts.html", "options", rows=tables)
    return {
        "cable-tables": of_tables,
        "event-tables": of_tables,
        "cable-seats": part("desk_parts.html", "options", rows=seats),
        "places": told(("places", letters), lambda: _places(tables, seats), scenario),
        "events": part("desk_parts.html", "events", said=said, rows=events),
        "walls": part("desk_parts.html", "walls", said=said, rows=_walls(overview, scenario, _OPEN)),
    }


def _places(tables: Sequence[tuple[str, str]], seats: Sequence[tuple[str, str]]) -> Markup:
    """Every seat of every table."""
    rows = [
        (f"{letter} {seat}", say("{table}, {seat}", table=table, seat=name))
        for letter, table in tables
        for seat, name in seats
    ]
    return part("desk_parts.html", "options", rows=rows)


def _walls(overview: Overview, scenario: Scenario, shown: Sequence[Shown]) -> list[tuple[str, str, bool]]:
    return [(write_doing(Show(each)), head(shown_called(scenario, each)), each == overview.shows) for each in shown]


def debrief_region(
    overview: Overview, scenario: Scenario, laid_open: Comparison | None, said: Mapping[str, str]
) -> Markup:
    """What the wall may show when all is laid open, and what is kept of the class."""
    ready = laid_open is not None
    tables = [(row.letter, table_name(row.letter)) for row in overview.tables]
    texts = [(row.letter, table_name(row.letter)) for row in overview.tables if row.stage == "signed"]
    if scenario.history is not None:
        texts.append((HISTORY, head(text_called(scenario, HISTORY))))
    words = [
        (issue.title, [(f"{issue.id} {option.id}", option.name) for option in issue.options])
        for issue in scenario.text.negotiated
    ]
    return part(
        "desk_parts.html",
        "debrief",
        said=said,
        simple=_walls(overview, scenario, (*_OPEN, *(_CLOSED if ready else ()))),
        texts=texts,
        tables=tables,
        words=words,
        chairs=[(each.id, each.name) for each in scenario.audiences],
        ready=ready,
    )
