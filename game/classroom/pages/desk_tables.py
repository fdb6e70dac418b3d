"""The tables on the teacher's desk: who sits where before the start, and how each is getting on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from game.classroom.pages.drawings import marks
from game.classroom.pages.markup import part
from game.classroom.pages.said import said
from game.lesson.overview import Overview, Person, SeatRow, TableRow
from game.lesson.plan import PLANS
from game.reports.signs import signs
from game.scenario import AudienceId, Scenario
from game.table import Device
from game.text import DelegationId
from game.words.class_desk import pens, person_called, person_told, seat_state
from game.words.class_lesson import (
    hours_gone,
    out_of,
    people_at,
    seat_called,
    stage,
    table_name,
    waits_for,
)
from game.words.class_wall import state_of
from game.words.language import strung

_WIDE, _HIGH = 300.0, 74.0
"""Of a curve, in units of its own; it stands so high above its ground."""
_TICK = 10.0
"""Seconds by which the end of a curve goes on, so that a card is not said anew every second."""
_FEW = 25
"""So many tables are few."""


def order(overview: Overview) -> str:
    """The letters of the tables in the order in which they are shown: before the start and after the end as they are;
    while they negotiate, those that have ended last, and of the others the longest without a move first."""
    rows = list(overview.tables)
    if overview.phase in ("talks", "close"):
        ended = ("signed", "unsigned")
        rows.sort(key=lambda row: (row.stage in ended, row.last_move is None, row.last_move or 0.0))
    return " ".join(row.letter for row in rows)


def device_of(person: Person) -> Device:
    """What somebody goes by in a class: the number, as everybody is numbered who comes in."""
    return Device(f"d{person.number}")


def plan_card(_: Overview, scenario: Scenario, row: TableRow, labels: Mapping[str, str]) -> Markup:
    """A table before the start."""
    return said(("plan", row), lambda: _plan(scenario, row, labels), scenario)


def _plan(scenario: Scenario, row: TableRow, labels: Mapping[str, str]) -> Markup:
    table = {**_named(row), "people": people_at(row), "seats": _seats(scenario, row)}
    return part("desk_parts.html", "plan", said=labels, table=table)


def card(overview: Overview, scenario: Scenario, row: TableRow, labels: Mapping[str, str]) -> Markup:
    """A table as it stands."""
    path = curve(overview, row)
    return said(("card", row, path), lambda: _card(scenario, row, path, labels), scenario)


def _card(scenario: Scenario, row: TableRow, path: str, labels: Mapping[str, str]) -> Markup:
    ended = row.stage in ("signed", "unsigned")
    calm = state_of(row)
    tone = "stuck" if row.stuck else "calm" if calm and row.stage != "unsigned" else "plain"
    waits = next((who for who in row.waits_for if who in scenario.ids), None)
    table = {
        **_named(row),
        "seats": _seats(scenario, row),
        "waits": "" if ended else waits_for(scenario, row),
        "mark": marks(scenario).get(waits, "") if waits else "",
        "stage": strung([stage(row), *([told] if (told := pens(row)) else [])]),
        "pill": labels["stuck"] if row.stuck else calm,
        "tone": tone,
        "left": row.brackets,
        "of": out_of(row),
        "hours": hours_gone(row),
        "last": None if row.last_move is None else round(row.last_move),
        "ended": ended,
        "curve": path,
    }
    return part("desk_parts.html", "card", said=labels, table=table)


def _named(row: TableRow) -> dict[str, object]:
    return {"letter": row.letter, "name": table_name(row.letter)}


def _seats(scenario: Scenario, row: TableRow) -> Sequence[dict[str, object]]:
    seen, drawn = said("signs", lambda: signs(scenario), scenario), marks(scenario)
    return [
        {
            "id": seat.seat,
            "name": seat_called(scenario, seat),
            "mark": drawn[side],
            "shape": seen[side].shape,
            "outside": seat.audience is not None,
            "people": [_person(person) for person in seat.people],
            "nobody": "" if seat.people and not seat.computer else seat_state(seat),
            "relieved": seat.relieved,
        }
        for seat in row.seats
        for side in [_side(scenario, seat)]
    ]


def _side(scenario: Scenario, seat: SeatRow) -> DelegationId:
    """The delegation that a seat is, or that answers to it."""
    return seat.seat if seat.audience is None else scenario.audience(AudienceId(seat.audience)).of


def _person(person: Person) -> dict[str, object]:
    return {
        "device": device_of(person),
        "shown": person_called(person),
        "told": person_told(person),
        "name": person.name,
        "pen": person.pen,
        "away": person.away,
    }


def curve(overview: Overview, row: TableRow) -> str:
    """Brackets over time as the path of an SVG, as wide as the talks are long; empty where nothing has been seen."""
    if not row.curve or not row.of:
        return ""
    talking = overview.phase == "talks"
    talks = max(overview.seconds if talking else PLANS[overview.settings.minutes].seconds("talks"), row.curve[-1][0])
    # Of many tables the ends of all curves go on less often: each step says every card anew.
    tick = _TICK * max(1, len(overview.tables) // _FEW)
    now = overview.elapsed - overview.elapsed % tick if talking else talks
    path, last = "", 0.0
    for second, brackets in row.curve:
        x, y = _WIDE * min(1.0, second / talks), 79.5 - _HIGH * min(1.0, brackets / row.of)
        path += f"H{x:.1f}V{y:.1f}" if path else f"M0 {y:.1f}"
        last = x
    return f"{path}H{max(last, _WIDE * min(1.0, now / talks)):.1f}"
