"""A class as its teacher sees it at a glance: each table's row, and how its brackets have closed over time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from game.lesson.class_table import ClassTable
from game.lesson.classroom import Classroom
from game.lesson.lesson import Pupil
from game.lesson.overview import STUCK, Overview, Person, SeatRow, Stage, TableRow
from game.lesson.seating import Letter, Place, in_order, planned
from game.scenario import AudienceId, Scenario
from game.table import Device, Team


@dataclass(slots=True)
class _Seen:
    """What has been seen of a table so far: moves, when the last was new, and its brackets over time."""

    moves: int
    last: float
    curve: list[tuple[float, int]] = field(default_factory=list)


class Looking:
    """Somebody who looks at a class now and then, and remembers when what had changed. Nothing of it is kept: whoever
    begins to look later sees curves from then on."""

    def __init__(self, room: Classroom) -> None:
        self._room = room
        self._seen: dict[Letter, _Seen] = {}

    def notice(self, now: float) -> None:
        """Note what has changed since the last time."""
        lesson = self._room.lesson
        negotiating = lesson.phase == "talks"
        for letter, at in self._room.tables.items():
            table, seen = at.table, self._seen.get(letter)
            if seen is None or (seen.moves == 0 == table.version and not negotiating):
                seen = self._seen[letter] = _Seen(0, now)
            brackets = len(table.brackets)
            if negotiating and (not seen.curve or seen.curve[-1][1] != brackets):
                seen.curve.append((round(lesson.elapsed(now), 1), brackets))
            if table.version != seen.moves:
                seen.moves, seen.last = table.version, now

    def overview(self, now: float) -> Overview:
        """The whole class as it is now."""
        self.notice(now)
        room, lesson = self._room, self._room.lesson
        plan = Counter[Place]()
        if not lesson.started:
            plan.update(planned(max(lesson.settings.expected, len(lesson.people)), room.scenario))
        letters = {place.letter for place in (*lesson.seating.values(), *plan)} | room.tables.keys()
        tables = tuple(self._row(letter, plan, now) for letter in in_order(letters))
        people = [person for row in tables for seat in row.seats for person in seat.people]
        return Overview(
            settings=lesson.settings,
            code=room.code,
            phase=lesson.phase,
            began=lesson.began,
            seconds=lesson.seconds(),
            elapsed=lesson.elapsed(now),
            now=now,
            resting=lesson.resting is not None,
            locked=lesson.locked,
            present=len(lesson.people),
            away=sum(person.away for person in people),
            read=sum(each.read for each in lesson.people.values()),
            computers=sum(seat.computer for row in tables for seat in row.seats),
            shows=lesson.shows,
            tables=tables,
        )

    def _row(self, letter: Letter, plan: Counter[Place], now: float) -> TableRow:
        room = self._room
        pupils = {each.device: each for each in room.lesson.people.values() if each.place.letter == letter}
        at = room.tables.get(letter)
        if at is None:
            return TableRow(letter, _planned(letter, room.scenario, pupils, plan))
        table, seen = at.table, self._seen[letter]
        over = table.verdict is not None
        talking = over or room.lesson.phase not in ("brief", "caucus")
        return TableRow(
            letter=letter,
            seats=_seats(at, pupils, playing=room.lesson.phase in ("talks", "close") and not over),
            waits_for=table.waits_for if talking else (),
            stage=stage(at) if talking else None,
            brackets=len(table.brackets),
            of=len(table.scenario.text.negotiated),
            hours=table.hours,
            deadline=table.deadline,
            moves=table.version,
            last_move=seen.last,
            stuck=room.lesson.phase == "talks" and not over and not at.teams.paused and now - seen.last >= STUCK,
            curve=tuple(seen.curve),
        )


def stage(at: ClassTable) -> Stage:
    """What those are at for whom a table waits."""
    table = at.table
    if table.verdict is not None:
        return "signed" if table.verdict.agreed else "unsigned"
    if table.silent:
        return "silence"
    if any(who not in table.scenario.ids for who in table.waits_for):
        return "votes"
    if not table.brackets:
        return "closes"
    if table.answering:
        return "answers"
    return "asks" if table.asking else "builds"


def _planned(
    letter: Letter, scenario: Scenario, pupils: dict[Device, Pupil], plan: Counter[Place]
) -> tuple[SeatRow, ...]:
    """The seats of a table that has not been opened."""
    rows = []
    for seat in scenario.seats:
        here = [each for each in pupils.values() if each.place.seat == seat]
        inside, expected = seat in scenario.ids, plan[Place(letter, seat)]
        if inside or here or expected:
            people = tuple(Person(each.number, each.name, pen=place == 0) for place, each in enumerate(here))
            rows.append(SeatRow(seat, None if inside else AudienceId(seat), people, expected))
    return tuple(rows)


def _seats(at: ClassTable, pupils: dict[Device, Pupil], *, playing: bool) -> tuple[SeatRow, ...]:
    scenario = at.table.scenario
    rows = []
    for seat in scenario.seats:
        team, inside = at.teams.seats[seat], seat in scenario.ids
        if inside or team.members:
            rows.append(
                SeatRow(
                    seat,
                    None if inside else AudienceId(seat),
                    _people(team, pupils),
                    computer=playing and team.pen is None,
                    relieved=team.relieved,
                )
            )
    return tuple(rows)


def _people(team: Team, pupils: dict[Device, Pupil]) -> tuple[Person, ...]:
    known = [(each, pupils[each.device]) for each in team.members if each.device in pupils]
    return tuple(
        Person(pupil.number, pupil.name, team.pen == each.device, each.away, pupil.read) for each, pupil in known
    )
