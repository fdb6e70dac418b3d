"""What the clock on the wall does in a class: parts of the lesson follow each other, and it is the calendar of the
talks. A table that is slower than the bell is moved along; one that is ahead is left alone."""

from __future__ import annotations

from math import ceil, floor

from game.lesson.class_acts import Begin
from game.lesson.class_objection import ClassObjection
from game.lesson.class_table import ClassTable
from game.lesson.classroom import PLAYED, Classroom
from game.lesson.plan import Phase, after
from game.lesson.seating import Letter
from game.table import TEACHER, GoOn, Pause
from game.talks import CHAIR, Close, Pass

STEP = 1.0
"""Hours by which a table must be behind before it is moved along: not with every glance at the clock."""
QUARTER = 0.25
"""The chair counts in quarters of an hour."""


def tick(room: Classroom, now: float) -> None:
    """Do what is due by the clock. Raises `StoreError` where something could not be kept; it is tried again."""
    lesson = room.lesson
    left = lesson.left(now)
    if left == 0.0 and lesson.resting is None and not room.unopened:
        advance(room, now)
    room.open_some(now)
    for table in room.tables.values():
        table.tick(now)
    if room.lesson.phase == "talks" and room.lesson.resting is None:
        gone = min(1.0, room.lesson.elapsed(now) / max(1.0, room.lesson.seconds()))
        for letter, table in room.tables.items():
            _move_along(room, letter, table, gone, now)


def next_tick(room: Classroom, now: float) -> float | None:
    """When something is next due by the clock, which may be before `now`; None when nothing is."""
    if room.unopened:
        return now
    due = [at for table in room.tables.values() if (at := table.next_tick()) is not None]
    lesson = room.lesson
    if lesson.resting is None and lesson.began is not None and lesson.left(now) is not None:
        begins, whole = lesson.began + lesson.rested, lesson.seconds()
        due.append(begins + whole)
        if lesson.phase == "talks":
            due += (
                begins + whole * gone for table in room.tables.values() if (gone := _when_behind(table)) is not None
            )
    return min(due, default=None)


def _when_behind(table: ClassTable) -> float | None:
    """When a table that does nothing is to be moved along, as a share of the talks; None where it is not any more."""
    talks = table.table
    if talks.verdict is not None or talks.frozen or talks.hours + STEP >= talks.deadline:
        return None
    return (talks.hours + STEP) / talks.deadline


def advance(room: Classroom, now: float) -> ClassObjection | None:
    """Go on to the next part of the lesson. Raises `StoreError`."""
    phase = after(room.lesson.phase)
    if phase == "over" and room.lesson.phase == "exit":
        # The end deletes nothing, but nobody gets in any more: that is the teacher's to say.
        return None
    _leave(room, room.lesson.phase, now)
    room.keep(Begin(phase, int(now)))
    if phase in PLAYED and room.lesson.resting is None:
        room.everywhere(GoOn(TEACHER), now)
    if phase == "debrief":
        room.everywhere(Pause(TEACHER), now)
    return None


def _leave(room: Classroom, phase: Phase, now: float) -> None:
    """At the bell the hours that are left run out, where they may; what is frozen is closed when the next part ends."""
    for letter, table in room.tables.items():
        if table.table.verdict is not None:
            continue
        if phase == "talks":
            _move_along(room, letter, table, 1.0, now)
        elif phase == "close":
            room.preside(letter, Close(CHAIR), now)


def _move_along(room: Classroom, letter: Letter, table: ClassTable, gone: float, now: float) -> None:
    talks = table.table
    if talks.verdict is not None or talks.frozen:
        return
    behind = talks.deadline * gone - talks.hours
    if gone >= 1.0:
        hours = ceil(max(behind, QUARTER) / QUARTER) * QUARTER
    else:
        hours = floor(behind / QUARTER) * QUARTER
        if hours < STEP or talks.hours + hours >= talks.deadline:
            return
    room.preside(letter, Pass(CHAIR, hours), now)
