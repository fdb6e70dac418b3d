"""Classes to try things at: people who come in, a teacher who leads, and a clock that is handed in."""

from __future__ import annotations

from pathlib import Path
from random import Random

from game.delegations import computer
from game.lesson import Classroom, Fault, House, Pupil, Settings, lead, next_tick, open_class, tick
from game.lesson.class_acts import Lock, Show, Sit
from game.lesson.doings import Doing, Start
from game.table import Store, Thought
from tests.library import random_policy, source

SMALL = "istanbul-communique-1994"
BEGAN = 1_790_000_000.0
"""When a lesson begins, in seconds since 1970."""

__all__ = ["BEGAN", "SMALL", "Doing", "Lock", "Show", "Sit", "Start", "held", "joined", "opened", "passed", "played"]


def on_the_shelf(name: str) -> bytes:
    """The file of a scenario that a class may play."""
    try:
        return source(name)
    except FileNotFoundError as fault:
        raise LookupError(name) from fault


def house(path: Path, **how: float) -> House:
    """Whoever keeps a class in a file."""
    return House(Store(path), on_the_shelf, computer, **how)


def opened(path: Path, *, code: str = "HKT46B", **how: object) -> Classroom:
    """A new class."""
    settings = Settings(**{"scenario": SMALL, "expected": 8, **how})  # type: ignore[arg-type]
    return open_class(house(path), code, 7, settings)


def joined(room: Classroom, people: int, now: float = BEGAN) -> list[Pupil]:
    """So many people who have come in."""
    found = [room.enrol("", now) for _ in range(people)]
    assert all(isinstance(each, Pupil) for each in found)
    return [each for each in found if isinstance(each, Pupil)]


def held(room: Classroom, doing: Doing, now: float) -> Fault | None:
    """What the teacher has done."""
    return lead(room, doing, now)


def passed(room: Classroom, since: float, until: float) -> float:
    """Time that has passed: every second somebody looks at the clock, and does what is due by then, as a host does.
    Everybody is there all the while."""
    now = since
    while now < until:
        now = min(until, now + 1.0)
        for table in room.tables.values():
            for team in table.teams.seats.values():
                for member in team.members:
                    table.sign_of_life(member.device, now)
        due = next_tick(room, now)
        if due is not None and due <= now:
            tick(room, now)
    return now


def played(room: Classroom, chance: Random, now: float, most: int = 400) -> float:
    """All tables play to their end, people by chance, the computer as it does; a second a move."""
    policy = random_policy()
    for number in range(most):
        going = [table for table in room.tables.values() if table.table.verdict is None]
        if not going:
            return now
        now += 1.0
        tick(room, now)
        for letter, task in list(room.due(now)):
            room.answer(letter, Thought(task, task.decide()), now)
        for table in going:
            if table.table.verdict is None and table.table.waits_for:
                who = table.table.waits_for[0]
                pen = table.teams.pen(who)
                if pen is not None:
                    move = policy(table.table.view(who), chance).move
                    room.submit(pen, f"m{number}", move, table.table.version_for(who), now)
    return now
