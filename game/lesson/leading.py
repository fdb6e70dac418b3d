"""What becomes of what the teacher does: acts of the class, acts at tables, moves of the chair."""

from __future__ import annotations

from typing import assert_never

from game.lesson.bell import advance
from game.lesson.class_acts import Begin, Call, Lengthen, Lock, Remove, Rest, Resume, Settle, Show, Sit
from game.lesson.class_objection import ClassObjection
from game.lesson.classroom import PLAYED, Classroom, Fault
from game.lesson.doings import Advance, Doing, Finish, GivePen, GoAhead, Hold, Preside, Start, Substitute
from game.lesson.plan import PLANS
from game.lesson.seating import Letter, begun
from game.lesson.settings import MOST_PEOPLE, SILENCES, Settings
from game.lesson.wall import tells_of_sheets
from game.scenario import ScenarioError, load
from game.table import TEACHER, GiveBack, GoOn, HandPen, Pause, Quit, Relieve
from game.table.teams import why_no_name
from game.talks import CHAIR, Close, Wire, level_of
from game.text import DelegationId

MOST_SECONDS = 3 * 3600
"""That a part of a lesson may take."""


def lead(room: Classroom, doing: Doing, now: float) -> Fault | None:
    """Do what the teacher wishes; why it cannot be done, or None. Raises `StoreError`."""
    if room.lesson.phase == "over" and not isinstance(doing, Show):
        return ClassObjection(kind="over")
    match doing:
        case Settle() | Start() | Advance() | Finish() | Lengthen() | Hold() | GoAhead():
            return _course(room, doing, now)
        case Show(shown=shown) if tells_of_sheets(shown) and not room.laid_open:
            return ClassObjection(kind="too-early")
        case Lock() | Show():
            room.keep(doing)
            return None
        case Call() | Remove() | Sit() | GivePen():
            return _person(room, doing, now)
        case Substitute() | Preside():
            return _at_tables(room, doing, now)
        case _:
            assert_never(doing)


# ---- the course of the lesson ---------------------------------------------------------------------------------------


def _course(
    room: Classroom, doing: Settle | Start | Advance | Finish | Lengthen | Hold | GoAhead, now: float
) -> ClassObjection | None:
    lesson = room.lesson
    match doing:
        case Settle(settings=settings):
            if wrong := _why_not_so(room, settings):
                return wrong
            room.keep(doing)
        case Start():
            return _start(room, now)
        case Advance():
            return advance(room, now) if lesson.started else ClassObjection(kind="not-started")
        case Lengthen(seconds=seconds):
            if not lesson.started:
                return ClassObjection(kind="not-started")
            if not 0 <= lesson.seconds() + seconds <= MOST_SECONDS:
                return ClassObjection(kind="odd-seconds", most=MOST_SECONDS // 60)
            room.keep(doing)
        case Hold():
            if lesson.resting is None:
                room.keep(Rest(int(now)))
                room.everywhere(Pause(TEACHER), now)
        case GoAhead():
            if lesson.resting is not None:
                room.keep(Resume(int(now)))
                if lesson.phase in PLAYED:
                    room.everywhere(GoOn(TEACHER), now)
        case Finish():
            # What has been played can be laid open then, whenever the lesson ends.
            for letter, table in room.tables.items():
                if table.table.verdict is None:
                    room.preside(letter, Close(CHAIR), now)
            room.keep(Begin("over", int(now)))
        case _:
            assert_never(doing)
    return None


def _why_not_so(room: Classroom, settings: Settings) -> ClassObjection | None:
    """Why a class cannot be held so, or not any more."""
    if room.lesson.started:
        return ClassObjection(kind="started")
    low, high = SILENCES
    odd = not 1 <= settings.expected <= MOST_PEOPLE or not low <= settings.silence <= high
    if odd or settings.minutes not in PLANS or level_of(settings.level) is None:
        return ClassObjection(kind="odd-settings")
    try:
        load(room.house.source(settings.scenario), settings.scenario, settings.edition)
    except LookupError:
        return ClassObjection(kind="no-scenario", name=settings.scenario[:60])
    except ScenarioError:
        return ClassObjection(kind="no-edition", name=settings.edition[:60])
    return None


def _start(room: Classroom, now: float) -> ClassObjection | None:
    lesson = room.lesson
    if lesson.started:
        return ClassObjection(kind="started")
    if not lesson.people:
        return ClassObjection(kind="nobody")
    for device, place in begun(lesson.seating, room.scenario).items():
        if place != lesson.seating[device]:
            room.keep(Sit(device, place.letter, place.seat))
    room.keep(Begin("brief", int(now)))
    room.open_some(now)
    return None


# ---- people ---------------------------------------------------------------------------------------------------------


def _person(room: Classroom, doing: Call | Remove | Sit | GivePen, now: float) -> Fault | None:
    pupil = room.pupil(doing.device)
    if pupil is None:
        return ClassObjection(kind="no-person")
    match doing:
        case Call(device=device, name=name):
            if name and (wrong := why_no_name(name)):
                return wrong
            room.keep(doing)
            room.rename(device, now)
        case Remove(device=device):
            if table := room.at(device):
                table.act(Quit(device), now)
            room.keep(doing)
        case Sit(letter=letter, seat=seat):
            return _moved(room, doing, letter, seat, now)
        case GivePen(device=device):
            found = room.at(device)
            return found.act(HandPen(TEACHER, device), now) if found else ClassObjection(kind="not-started")
        case _:
            assert_never(doing)
    return None


def _moved(room: Classroom, act: Sit, letter: Letter, seat: DelegationId, now: float) -> Fault | None:
    known = {place.letter for place in room.lesson.seating.values()} | room.tables.keys()
    if letter not in known:
        return ClassObjection(kind="no-table", letter=letter[:8])
    if seat not in room.scenario.seats:
        return ClassObjection(kind="no-seat", seat=DelegationId(seat[:20]))
    room.keep(act)
    return room.sit(act.device, now)


# ---- tables ---------------------------------------------------------------------------------------------------------


def _at_tables(room: Classroom, doing: Substitute | Preside, now: float) -> Fault | None:
    if not room.lesson.started:
        return ClassObjection(kind="not-started")
    if doing.letter is not None and doing.letter not in room.tables:
        return ClassObjection(kind="no-table", letter=doing.letter[:8])
    if isinstance(doing, Substitute):
        act = Relieve if doing.computer else GiveBack
        return room.tables[doing.letter].act(act(TEACHER, doing.seat), now)
    letters = tuple(room.tables) if doing.letter is None else (doing.letter,)
    faults = [room.preside(letter, doing.move, now) for letter in letters if _reaches(room, letter, doing)]
    if not faults:
        to = doing.move.to if isinstance(doing.move, Wire) else None
        return ClassObjection(kind="no-seat", seat=to) if to else ClassObjection(kind="over")
    # What is done at all tables is done where it can be; only where it can be nowhere the first says why.
    return faults[0] if all(faults) else None


def _reaches(room: Classroom, letter: Letter, doing: Preside) -> bool:
    """Whether a move for all tables is for this one: its talks go on, and whom a cable is for sits there."""
    if doing.letter is not None:
        return True
    table, to = room.tables[letter].table, doing.move.to if isinstance(doing.move, Wire) else None
    seats = {*table.scenario.ids, *map(DelegationId, table.spoken_for)}
    return table.verdict is None and (to is None or to in seats)
