"""A lesson so far: how it is held, who is there, which part of it has begun. Acts make the next; nothing is edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from game.lesson.class_acts import (
    Begin,
    Call,
    ClassAct,
    Enrol,
    Guess,
    Lengthen,
    Lock,
    Missed,
    Open,
    Read,
    Remove,
    Rest,
    Resume,
    Settle,
    Show,
    Sit,
    When,
)
from game.lesson.plan import PLANS, Phase, Plan
from game.lesson.seating import Letter, Place, Seating
from game.lesson.settings import Settings
from game.lesson.wall import Seats, Shown, shown_in
from game.table import Device, GameId
from game.text import IssueId


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody of the class."""

    device: Device
    number: int
    """From 1, in the order in which they came."""
    name: str
    """Empty for whoever goes by the number."""
    place: Place
    read: bool = False
    """Whether the brief has been read."""
    guesses: Mapping[When, IssueId] = field(default_factory=dict)
    """What was answered to the question of the lesson."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Everything that has been done in a class beside its tables."""

    settings: Settings
    people: Mapping[Device, Pupil] = field(default_factory=dict)
    """Those who are there, in the order in which they came."""
    came: int = 0
    """How many have ever come."""
    tables: Mapping[Letter, GameId] = field(default_factory=dict)
    phase: Phase = "join"
    began: int | None = None
    """When this part began; None before the first has a clock."""
    longer: int = 0
    """Seconds that it has got beyond those of the plan."""
    rested: int = 0
    """Seconds of it that do not count: all tables rested, or nobody served the class."""
    resting: int | None = None
    """Since when all tables have been resting."""
    locked: bool = False
    shows: Shown = field(default_factory=Seats)
    """What the wall shows."""

    @property
    def plan(self) -> Plan:
        """How long each part takes."""
        return PLANS[self.settings.minutes]

    @property
    def started(self) -> bool:
        """Whether the teacher has begun the lesson: everybody sits where he sits."""
        return self.phase != "join"

    @property
    def seating(self) -> Seating:
        """Where everybody sits."""
        return {device: each.place for device, each in self.people.items()}

    def seconds(self) -> float:
        """How long this part takes in all."""
        return max(0.0, self.plan.seconds(self.phase) + self.longer)

    def elapsed(self, now: float) -> float:
        """Seconds of this part that have passed."""
        if self.began is None:
            return 0.0
        until = now if self.resting is None else min(now, self.resting)
        return max(0.0, until - self.began - self.rested)

    def left(self, now: float) -> float | None:
        """Seconds of this part that are left; None for one that has no clock."""
        if self.began is None or self.phase in ("join", "over"):
            return None
        return max(0.0, self.seconds() - self.elapsed(now))


def then(lesson: Lesson, act: ClassAct) -> Lesson:
    """The lesson after an act. Whether it may be done has been looked at before."""
    match act:
        case Settle(settings=settings):
            return replace(lesson, settings=settings)
        case Open(letter=letter, game=game):
            return replace(lesson, tables={**lesson.tables, letter: GameId(game)})
        case Lock(locked=locked):
            return replace(lesson, locked=locked)
        case Show(shown=shown):
            return replace(lesson, shows=shown)
        case Begin() | Lengthen() | Rest() | Resume() | Missed():
            return _by_the_clock(lesson, act)
        case Enrol() | Sit() | Call() | Remove() | Read() | Guess():
            return replace(_with(lesson, act), came=lesson.came + isinstance(act, Enrol))
        case _:
            assert_never(act)


def _by_the_clock(lesson: Lesson, act: Begin | Lengthen | Rest | Resume | Missed) -> Lesson:
    match act:
        case Begin(phase=phase, at=at):
            resting = None if lesson.resting is None else at
            shows = shown_in(phase)
            return replace(lesson, phase=phase, began=at, longer=0, rested=0, resting=resting, shows=shows)
        case Lengthen(seconds=seconds):
            return replace(lesson, longer=lesson.longer + seconds)
        case Missed(seconds=seconds):
            return replace(lesson, rested=lesson.rested + seconds)
        case Rest(at=at):
            return replace(lesson, resting=at if lesson.resting is None else lesson.resting)
        case Resume(at=at):
            passed = 0 if lesson.resting is None else max(0, at - lesson.resting)
            return replace(lesson, resting=None, rested=lesson.rested + passed)
        case _:
            assert_never(act)


def _with(lesson: Lesson, act: Enrol | Sit | Call | Remove | Read | Guess) -> Lesson:
    """The lesson with one more person, one fewer, or one that is changed."""
    people = dict(lesson.people)
    match act:
        case Enrol(device=device, name=name, letter=letter, seat=seat):
            people[device] = Pupil(device, lesson.came + 1, name, Place(letter, seat))
        case Remove(device=device):
            del people[device]
        case Sit(device=device, letter=letter, seat=seat):
            people[device] = replace(people[device], place=Place(letter, seat))
        case Call(device=device, name=name):
            people[device] = replace(people[device], name=name)
        case Read(device=device):
            people[device] = replace(people[device], read=True)
        case Guess(device=device, when=when, issue=issue):
            found = people[device]
            people[device] = replace(found, guesses={**found.guesses, when: issue})
        case _:
            assert_never(act)
    return replace(lesson, people=people)
