"""A class from its first second to its last: who may do what when, the bell, and that it comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from game.lesson import (
    PLANS,
    ClassObjection,
    Classroom,
    Lesson,
    Looking,
    Pupil,
    Settings,
    catch_up,
    read_class_act,
    restore_class,
    room_view,
    tick,
    write_class_act,
)
from game.lesson.class_acts import Call, Lengthen, Lock, Remove, Settle, Show, Sit
from game.lesson.doings import Advance, Finish, GivePen, GoAhead, Hold, Preside, Start, Substitute
from game.lesson.wall import EveryTable, Progress, Question
from game.seat.codec import CodecError
from game.table import Device, Objection, StoreError
from game.talks import CHAIR, Pass, Refused, Wire
from game.text import DelegationId
from tests.lesson.lessons import BEGAN, SMALL, held, house, joined, opened, passed, played
from tests.library import scenario

RUS, NATO = scenario(SMALL).ids


@pytest.fixture
def room(tmp_path: Path) -> Classroom:
    """A class for eight."""
    return opened(tmp_path / "talks.sqlite3")


def talking(room: Classroom, people: int = 8) -> float:
    """A class that has just begun to talk; the time."""
    joined(room, people)
    assert held(room, Start(), BEGAN) is None
    now = BEGAN
    while room.lesson.phase != "talks":
        now += 60.0
        assert held(room, Advance(), now) is None
    return now


def phase_of(room: Classroom) -> str:
    """Which part of the lesson it is."""
    return room.lesson.phase


def test_people_sit_down_as_they_come_and_tables_open_when_the_lesson_starts(room: Classroom) -> None:
    people = joined(room, 7)
    assert [(each.number, each.place.letter) for each in people] == [(n + 1, "AAAABBB"[n]) for n in range(7)]
    assert not room.tables
    assert held(room, Start(), BEGAN) is None
    assert list(room.tables) == ["A", "B"]
    first = room.at(people[0].device)
    assert first is not None
    assert first.teams.pen(people[0].place.seat) == people[0].device
    assert first.teams.paused
    late = room.enrol("", BEGAN + 5)
    assert isinstance(late, Pupil)
    assert (late.place.letter, late.place.seat) == ("B", NATO)
    table = room.at(late.device)
    assert table is not None
    assert table.teams.at(late.device) is not None


def test_parts_of_the_lesson_follow_each_other_by_the_clock(room: Classroom) -> None:
    joined(room, 4)
    tick(room, BEGAN + 9999)
    assert room.lesson.phase == "join", "nothing begins by itself"
    held(room, Start(), BEGAN)
    now, phases = BEGAN, []
    for phase in ("brief", "caucus", "talks", "close", "debrief"):
        phases.append((phase, room.lesson.phase))
        now = passed(room, now, now + PLANS[50].seconds(room.lesson.phase) + 1)
    assert [one for one, _ in phases] == [other for _, other in phases]
    assert phase_of(room) == "exit"
    passed(room, now, now + 3600)
    assert phase_of(room) == "exit", "only the teacher ends a lesson"
    assert held(room, Finish(), now) is None
    assert isinstance(room.enrol("", now), ClassObjection)


def test_the_clock_on_the_wall_is_the_calendar_of_slow_tables_and_ends_them(room: Classroom) -> None:
    now = talking(room)
    half = passed(room, now, now + room.lesson.seconds() / 2)
    table = room.tables["A"].table
    assert table.deadline * 0.4 <= table.hours <= table.deadline * 0.5
    passed(room, half, half + room.lesson.seconds() / 2 + 2)
    assert room.lesson.phase == "close"
    assert table.verdict is not None
    assert room.laid_open


def test_a_table_that_is_ahead_is_left_alone(room: Classroom) -> None:
    now = talking(room)
    assert held(room, Preside(Pass(CHAIR, 7.0), "A"), now) is None
    hours = room.tables["A"].table.hours
    slow = passed(room, now, now + room.lesson.seconds() / 3)
    assert room.tables["A"].table.hours == hours
    assert 0 < room.tables["B"].table.hours < hours
    assert slow


def test_a_pause_costs_no_time_and_nobody_moves(room: Classroom) -> None:
    now = talking(room)
    left = room.lesson.left(now)
    assert held(room, Hold(), now) is None
    pen = room.tables["A"].teams.pen(RUS)
    assert pen is not None
    move = room.tables["A"].table.view(RUS).legal.moves[0]
    refused = room.submit(pen, "m1", move, room.tables["A"].table.version_for(RUS), now)
    assert isinstance(refused, Objection)
    assert refused.kind == "paused"
    passed(room, now, now + 600)
    assert held(room, GoAhead(), now + 600) is None
    assert room.lesson.left(now + 600) == left
    assert held(room, Lengthen(120), now + 600) is None
    assert left is not None
    assert room.lesson.left(now + 600) == left + 120


def test_the_teacher_leads(room: Classroom) -> None:
    """A cable to all tables and to one seat, a seat for the computer, somebody moved, renamed, sent out."""
    now = talking(room)
    assert held(room, Preside(Wire(CHAIR, remark="Ten minutes left.")), now) is None
    assert all(at.table.version == 1 for at in room.tables.values())
    assert held(room, Preside(Wire(CHAIR, RUS, remark="Moscow is uneasy."), "A"), now) is None
    assert held(room, Substitute("B", NATO, computer=True), now) is None
    assert room.tables["B"].teams.pen(NATO) is None
    assert held(room, Substitute("B", NATO, computer=False), now) is None
    first, second = list(room.lesson.people)[:2]
    assert held(room, GivePen(second), now) is None
    assert room.tables["A"].teams.pen(RUS) == second
    assert held(room, Sit(first, "B", NATO), now) is None
    assert room.at(first) is room.tables["B"]
    assert len(room.tables["B"].teams.seats[NATO].members) == 3
    assert held(room, Call(first, "Ada"), now) is None
    assert held(room, Remove(second), now) is None
    assert room.pupil(second) is None
    assert room.tables["A"].teams.pen(RUS) is None
    assert held(room, Lock(True), now) is None
    locked = room.enrol("", now)
    assert isinstance(locked, ClassObjection)
    assert locked.kind == "locked"


def test_a_lesson_that_ends_early_can_be_laid_open(room: Classroom) -> None:
    now = talking(room)
    assert not room.laid_open
    assert held(room, Finish(), now) is None
    assert room.laid_open
    assert phase_of(room) == "over"


def test_what_cannot_be_done_says_why(room: Classroom) -> None:
    def why(found: object) -> str:
        assert isinstance(found, ClassObjection), found
        return found.kind

    assert why(held(room, Start(), BEGAN)) == "nobody"
    assert why(held(room, Advance(), BEGAN)) == "not-started"
    assert why(held(room, Settle(Settings("nowhere")), BEGAN)) == "no-scenario"
    assert why(held(room, Settle(Settings(SMALL, edition="nowhere")), BEGAN)) == "no-edition"
    assert why(held(room, Settle(Settings(SMALL, expected=0)), BEGAN)) == "odd-settings"
    assert why(held(room, Sit(Device("d9"), "A", RUS), BEGAN)) == "no-person"
    now = talking(room, 4)
    assert why(held(room, Settle(Settings(SMALL)), now)) == "started"
    assert why(held(room, Sit(Device("d1"), "Q", RUS), now)) == "no-table"
    assert why(held(room, Sit(Device("d1"), "A", DelegationId("X")), now)) == "no-seat"
    assert why(held(room, Show(EveryTable()), now)) == "too-early"
    shown = [room.lesson.shows]
    assert held(room, Show(Question()), now) is None
    shown.append(room.lesson.shows)
    assert shown == [Progress(), Question()], (
        "the wall goes along with the lesson, until the teacher wants something else"
    )
    assert why(held(room, Lengthen(-99999), now)) == "odd-seconds"
    assert why(room.guess(Device("d1"), "status")) == "not-asked"
    assert isinstance(held(room, Preside(Wire(CHAIR), "A"), now), Refused)


def test_the_question_is_asked_before_and_after(room: Classroom) -> None:
    (first, *_) = joined(room, 4)
    assert room_view(room, first.device, BEGAN).seconds == 0, "nobody is hurried before the teacher begins"
    held(room, Start(), BEGAN)
    held(room, Advance(), BEGAN + 60)
    assert room_view(room, first.device, BEGAN + 60).asks
    issue = room.scenario.text.negotiated[0].id
    assert room.guess(first.device, issue) is None
    assert room_view(room, first.device, BEGAN + 61).answer == issue
    wrong = room.guess(first.device, "nothing")
    assert isinstance(wrong, ClassObjection)
    assert wrong.kind == "no-issue"


def test_a_class_comes_back_as_it_was(tmp_path: Path) -> None:
    """After a lesson of people and computers, wherever it was left: the same lesson, tables and numbers."""
    path = tmp_path / "talks.sqlite3"
    room = opened(path)
    now = talking(room, 6)
    held(room, Substitute("B", RUS, computer=True), now)
    held(room, Call(Device("d2"), "Ada"), now)
    now = played(room, Random(3), now, most=12)
    kept = room.house.store.classes()[0]
    back = restore_class(house(path), kept, now)
    assert back.lesson == room.lesson
    assert back.version == room.version
    assert list(back.tables) == list(room.tables)
    for letter, table in room.tables.items():
        other = back.tables[letter]
        assert other.table.export() == table.table.export()
        assert other.teams == table.teams
        assert all(other.number(who) == table.number(who) for who in (RUS, NATO))
    gone = restore_class(house(path), kept, now + 500, served=now)
    assert gone.lesson.left(now + 500) == room.lesson.left(now)


def test_a_class_that_two_programs_serve(tmp_path: Path) -> None:
    """What one has done the other hears of when it catches up, with the same numbers; what was overtaken is refused by
    the store, and nothing of it is done."""
    path = tmp_path / "talks.sqlite3"
    room = opened(path)
    now = talking(room, 6)
    other = restore_class(house(path), room.house.store.classes()[0], now)
    woken: list[str] = []
    other.tables["A"].wait(RUS, lambda: woken.append("table"))
    other.wait(lambda: woken.append("room"))
    played(room, Random(5), now, most=8)
    late = room.enrol("", now + 20)
    assert isinstance(late, Pupil)
    assert woken == []
    with pytest.raises(StoreError):
        other.enrol("", now + 20)
    assert other.lesson.came == 6
    assert catch_up(other, now + 21)
    assert sorted(woken) == ["room", "table"]
    assert not catch_up(other, now + 22)
    assert other.lesson == room.lesson
    for letter, table in room.tables.items():
        assert other.tables[letter].table.export() == table.table.export()
        assert other.tables[letter].teams == table.teams
        assert all(other.tables[letter].number(who) == table.number(who) for who in (RUS, NATO))


def test_the_overview_shows_what_is_not_secret(room: Classroom) -> None:
    looking = Looking(room)
    joined(room, 5)
    before = looking.overview(BEGAN)
    assert (before.present, before.phase, [row.letter for row in before.tables]) == (5, "join", ["A", "B"])
    assert [(len(seat.people), seat.expected) for seat in before.tables[1].seats] == [(1, 2), (0, 2)]
    held(room, Start(), BEGAN)
    assert [(row.stage, row.waits_for) for row in looking.overview(BEGAN).tables] == [(None, ())]
    for _ in range(2):
        held(room, Advance(), BEGAN)
    looking.notice(BEGAN)
    later = looking.overview(BEGAN + 200)
    row = later.tables[0]
    assert (row.stage, row.stuck, row.brackets, row.moves) == ("builds", True, row.of, row.moves)
    played(room, Random(1), BEGAN + 200)
    assert looking.overview(BEGAN + 900).tables[0].stage in ("signed", "unsigned")


@pytest.mark.parametrize(
    "line", ["", "{}", "[]", '{"kind":"nothing"}', '{"kind":"lock","locked":1}', '{"kind":"start"}']
)
def test_a_line_that_is_no_act_of_a_class(line: str) -> None:
    with pytest.raises(CodecError):
        read_class_act(line)


def test_acts_are_read_back_as_they_were(room: Classroom) -> None:
    talking(room)
    lines = room.house.store.class_acts(room.id)
    assert len(lines) == room.version
    assert all(write_class_act(read_class_act(line)) == line for line in lines)
    assert all(isinstance(json.loads(line), dict) for line in lines)
    assert Lesson(room.settings).left(BEGAN) is None
