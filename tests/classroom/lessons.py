"""Classes to show: seven tables of the lesson of the main scenario as they might stand, and as computers ended them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import islice
from random import Random

from game.classroom import wire
from game.classroom.pages.wall import Door
from game.debrief import Course, Debrief
from game.debrief.comparison import Comparison, comparison
from game.delegations import computer
from game.lesson import Doing
from game.lesson.guesses import Guesses
from game.lesson.overview import Overview, Person, SeatRow, Stage, TableRow
from game.lesson.seating import letters
from game.lesson.settings import Settings
from game.lesson.wall import Seats
from game.scenario import Scenario
from game.talks import Record, open_talks, view
from game.text import DelegationId
from tests.library import MAIN, must, scenario, source

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"
"""What somebody may call himself."""
DOOR = Door("http://192.168.4.20", "http://192.168.4.20/#HKT46-ABCDEFGH")
_STAGES: tuple[Stage, ...] = ("builds", "answers", "asks", "signed", "closes", "unsigned", "silence")
_LEFT = (4, 3, 6, 0, 0, 2, 0)
_AGO = (15, 310, 220, 60, 45, 80, 5)
"""Seconds since the last move of each table."""


def example(name: str = "") -> Overview:
    """Twenty-eight people at seven tables, one of them with a name of its own."""
    told, rows, number = scenario(f"{MAIN}/lesson"), [], 1
    for place, letter in enumerate("ABCDEFG"):
        seats = []
        for who in told.ids:
            people = tuple(_person(number + n, name, pen=not n) for n in range(2))
            number += 2
            absent = letter == "G" and who == told.ids[1]
            seats.append(SeatRow(who, people=() if absent else people, computer=absent))
        if letter == "E":
            audience = told.audiences[0]
            seats.append(SeatRow(DelegationId(audience.id), audience.id, (Person(29, ""),)))
        rows.append(_table(letter, tuple(seats), place))
    settings = Settings(MAIN, "lesson", own_names=bool(name))
    return Overview(
        settings, "HKT 46", "talks", 1000, 1200.0, 520.0, 1520.0, False, False, 28, 1, 27, 1, Seats(), tuple(rows)
    )  # fmt: skip


def _person(number: int, name: str, *, pen: bool) -> Person:
    """The fifth is away, and the sixth has her pen."""
    return Person(number, name if number == 1 else "", (pen or number == 6) and number != 5, number == 5, read=True)


def _table(letter: str, seats: tuple[SeatRow, ...], place: int) -> TableRow:
    curve = ((0.0, 6), (100.0, 5), (300.0 + 20 * place, 4))
    return TableRow(
        letter, seats, (seats[place % 2].seat,), _STAGES[place], _LEFT[place], 6, 9.5, 24.0, 12, 1520.0 - _AGO[place],
        place in (1, 2), curve,
    )  # fmt: skip


@cache
def laid_open(name: str = f"{MAIN}/lesson", tables: int = 7) -> Comparison:
    """So many tables of computers, each with chances of its own."""
    opening = open_talks(scenario(name), 3)
    debriefs = []
    for place in range(tables):
        talks = opening
        while not talks.over:
            chance = Random(f"{place} {talks.version}")
            talks = must(talks, computer(view(talks, talks.floor), chance).move)
        debriefs.append(Debrief(Course.of(Record(MAIN, "", 3, {}, talks.moves, edition="lesson"), source(MAIN))))
    return comparison(debriefs)


def answers(told: Scenario) -> tuple[Guesses, ...]:
    """What two sides answered before and after."""
    every = {issue.id: place for place, issue in enumerate(told.text.negotiated)}
    return tuple(Guesses(who, every, {issue: 9 - place for issue, place in every.items()}) for who in told.ids)


def crowd(told: Scenario, tables: int, each: int) -> Overview:
    """So many tables with so many people in every delegation, and somebody outside at every other one."""
    rows, number = list[TableRow](), 1
    for letter in islice(letters(), tables):
        seats = []
        for who in told.ids:
            seats.append(SeatRow(who, people=tuple(Person(number + n, "", pen=not n) for n in range(each))))
            number += each
        if len(rows) % 2 and told.audiences:
            audience = told.audiences[0].id
            seats.append(SeatRow(DelegationId(audience), audience, (Person(number, ""),)))
            number += 1
        rows.append(TableRow(letter, tuple(seats), told.ids[:1], "builds", len(rows) % 7, 6, 3.0, 24.0, 9, 1500.0))
    return replace(example(), tables=tuple(rows), present=number - 1)


def doing_in(sent: str) -> Doing:
    """What the teacher's desk asks for, as the host reads it. Raises `Misread`."""
    return wire.read(wire.Teaching, f'{{"do":{sent}}}'.encode()).do
