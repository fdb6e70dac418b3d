"""A class: its lesson, its people and its tables, and what the teacher does with them.

Like a table it reads no clock, no network and no disk but through the store. Times are seconds since 1970, which must
not go back. All tables share one draw, so that their texts can be laid side by side. What is done is on disk before it
is answered; a class that is made anew from what was kept goes on as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from game.lesson.class_acts import ClassAct, Enrol, Guess, Open, Read, write_class_act
from game.lesson.class_objection import ClassObjection
from game.lesson.class_table import PACE, ClassTable
from game.lesson.lesson import Lesson, Pupil, then
from game.lesson.seating import Letter, in_order, late_place, next_place
from game.lesson.settings import MOST_PEOPLE, Settings
from game.scenario import Scenario, Seed, load
from game.table import (
    TEACHER,
    Act,
    ClassId,
    Computers,
    Device,
    GameId,
    Join,
    Keeping,
    MoveId,
    Objection,
    Pause,
    Quit,
    Rename,
    Task,
    Thought,
    open_table,
)
from game.table.teams import why_no_name
from game.talks import Move, Refused, Sits
from game.text import DelegationId

PLAYED = ("talks", "close")
"""The parts of a lesson in which tables negotiate."""
AT_ONCE = 8
"""Tables that are opened before anything else is done."""

Fault = ClassObjection | Objection | Refused
"""Why something was not done: the class has something against it, a table, or the rules."""


@dataclass(frozen=True, slots=True)
class House:
    """What a class needs of whoever keeps it."""

    store: Keeping
    source: Callable[[str], bytes]
    """The file of a scenario, by its id. Raises `LookupError`."""
    policy: Computers
    pace: float = PACE
    """Seconds that the computer takes at least."""


class Classroom:
    """A class. It changes in place; `version` grows with everything that is done beside the tables."""

    def __init__(self, house: House, id: ClassId, code: str, seed: Seed, lesson: Lesson) -> None:
        self.house, self.id, self.code, self.seed = house, id, code, seed
        self.lesson = lesson
        self.version = 0
        """How many acts are kept."""
        self.tables: dict[Letter, ClassTable] = {}
        """Those that have been opened, in the order of their letters."""
        self._waiting: list[Callable[[], None]] = []

    # ---- what it is about ---------------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """How it is held."""
        return self.lesson.settings

    @property
    def source(self) -> bytes:
        """The file of its scenario. Raises `LookupError`."""
        return self.house.source(self.settings.scenario)

    @property
    def scenario(self) -> Scenario:
        """The public half of what is played. Raises `ScenarioError`, `LookupError`."""
        settings = self.settings
        return load(self.source, settings.scenario, settings.edition).sealed_for(None)

    # ---- acts ---------------------------------------------------------------------------------------------------

    def keep(self, act: ClassAct) -> None:
        """Do something that may be done: it is kept, and whoever waits is called. Raises `StoreError`."""
        over = then(self.lesson, act).phase == "over"
        self.house.store.keep_class_act(self.id, self.version + 1, write_class_act(act), ended=over)
        self.done(act)

    def done(self, act: ClassAct) -> None:
        """Go on after an act that is kept."""
        self.lesson = then(self.lesson, act)
        self.version += 1
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each()

    def wait(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Be called once when something has been done beside the tables; what comes back lets go of that."""
        self._waiting.append(wake)

        def let_go() -> None:
            with suppress(ValueError):
                self._waiting.remove(wake)

        return let_go

    # ---- people -------------------------------------------------------------------------------------------------

    def enrol(self, name: str, now: float) -> Pupil | Fault:
        """Let somebody in, who takes a seat; an empty name is for whoever goes by a number. Raises `StoreError`."""
        lesson = self.lesson
        if lesson.phase == "over":
            return ClassObjection(kind="over")
        if lesson.locked:
            return ClassObjection(kind="locked")
        if len(lesson.people) >= MOST_PEOPLE:
            return ClassObjection(kind="full", most=MOST_PEOPLE)
        if name and (wrong := why_no_name(name)):
            return wrong
        if lesson.started:
            place = late_place(lesson.seating, self.scenario)
        else:
            place = next_place(lesson.seating, self.settings.expected, self.scenario)
        device = Device(f"d{lesson.came + 1}")
        self.keep(Enrol(device, name if self.settings.own_names else "", place.letter, place.seat))
        if lesson.started:
            self.sit(device, now)
        return self.lesson.people[device]

    def pupil(self, device: Device) -> Pupil | None:
        """Somebody of the class; None for whoever is not of it."""
        return self.lesson.people.get(device)

    def at(self, device: Device) -> ClassTable | None:
        """The table at which somebody sits; None before it has been opened."""
        found = self.pupil(device)
        return self.tables.get(found.place.letter) if found else None

    def sit(self, device: Device, now: float) -> Objection | None:
        """Have somebody sit down where the roll says, if that table is open, and get up elsewhere. Raises
        `StoreError`."""
        pupil = self.lesson.people[device]
        for letter, table in self.tables.items():
            team = table.teams.at(device)
            if team and (letter, team.seat) != (pupil.place.letter, pupil.place.seat):
                table.act(Quit(device), now)
        here = self.tables.get(pupil.place.letter)
        if here is None or here.teams.at(device):
            return None
        return here.act(Join(device, pupil.place.seat, called(pupil)), now)

    def rename(self, device: Device, now: float) -> None:
        """Have a table call somebody as the roll does. Raises `StoreError`."""
        table, pupil = self.at(device), self.pupil(device)
        if table and pupil and table.teams.at(device):
            table.act(Rename(device, called(pupil)), now)

    def read(self, device: Device) -> ClassObjection | None:
        """Note that somebody has read the brief. Raises `StoreError`."""
        pupil = self.pupil(device)
        if pupil is None:
            return ClassObjection(kind="no-person")
        if not self.lesson.started:
            return ClassObjection(kind="not-started")
        if not pupil.read:
            self.keep(Read(device))
        return None

    def guess(self, device: Device, issue: str) -> ClassObjection | None:
        """Note what somebody thinks that the other side holds dearest: before the talks, and once more when all has
        been laid open. Raises `StoreError`."""
        pupil, phase = self.pupil(device), self.lesson.phase
        if pupil is None:
            return ClassObjection(kind="no-person")
        if phase not in ("brief", "caucus", "exit"):
            return ClassObjection(kind="not-asked")
        asked = {each.id for each in self.scenario.text.negotiated}
        found = next((each for each in asked if each == issue), None)
        if found is None:
            return ClassObjection(kind="no-issue", name=issue[:40])
        self.keep(Guess(device, "after" if phase == "exit" else "before", found))
        return None

    # ---- tables -------------------------------------------------------------------------------------------------

    @property
    def unopened(self) -> tuple[Letter, ...]:
        """Tables at which people are to sit and that have not been opened, in their order."""
        if not self.lesson.started:
            return ()
        wanted = {each.place.letter for each in self.lesson.people.values()} - self.tables.keys()
        return tuple(in_order(wanted))

    def open_some(self, now: float, most: int = AT_ONCE) -> None:
        """Open a few of the tables that are lacking, with their people in their seats. Raises `StoreError`."""
        for letter in self.unopened[:most]:
            game = self._open(letter)
            self.keep(Open(letter, game))
            for pupil in self.lesson.people.values():
                if pupil.place.letter == letter:
                    self.sit(pupil.device, now)

    def _open(self, letter: Letter) -> GameId:
        settings = self.settings
        seats: dict[DelegationId, Sits] = dict.fromkeys(self.scenario.ids, "person")
        table = open_table(
            self.source, settings.scenario, seats, self.house.policy, seed=self.seed, store=self.house.store,
            adviser=settings.adviser, edition=settings.edition, of_class=self.id,
        )  # fmt: skip
        assert table.game is not None
        settings, house = self.settings, self.house
        self.put(
            letter,
            ClassTable(table, store=house.store, level=settings.level, pace=house.pace, silence=settings.silence),
        )
        if self.lesson.phase not in PLAYED or self.lesson.resting is not None:
            self.tables[letter].act(Pause(TEACHER), 0.0)
        return table.game

    def put(self, letter: Letter, table: ClassTable) -> None:
        """Have a table under its letter."""
        self.tables = {each: (self.tables | {letter: table})[each] for each in in_order({*self.tables, letter})}

    def everywhere(self, act: Act, now: float) -> None:
        """Do something at all tables. Raises `StoreError`."""
        for table in self.tables.values():
            table.act(act, now)

    def act(self, act: Act, now: float) -> Fault | None:
        """Do something at one's table, beside the talks; why it cannot be done, or None. Raises `StoreError`."""
        table = self.at(act.device)
        return table.act(act, now) if table else ClassObjection(kind="not-started")

    def submit(self, device: Device, id: MoveId, move: Move, seen: int, now: float) -> Fault | None:
        """Make a move at one's table; why it cannot be made, or None. Raises `StoreError`."""
        table = self.at(device)
        return table.submit(device, id, move, seen, now) if table else ClassObjection(kind="not-started")

    def preside(self, letter: Letter, move: Move, now: float) -> Refused | Objection | None:
        """Make a move of the chair's at a table; why it cannot be made, or None. Raises `StoreError`."""
        table = self.tables[letter]
        number = f"{move.by}.{table.table.version}"
        return table.submit(TEACHER, number, move, table.table.version_for(move.by), now)

    def due(self, now: float) -> Iterator[tuple[Letter, Task]]:
        """What the computer should think about now, each handed out once, and at which table."""
        for letter, table in self.tables.items():
            if task := table.due(now):
                yield letter, task

    def answer(self, letter: Letter, thought: Thought, now: float) -> None:
        """Hand in what came of a task. Raises `StoreError`."""
        if table := self.tables.get(letter):
            table.answer(thought, now)

    @property
    def laid_open(self) -> bool:
        """Whether nothing is sealed any more: no table negotiates."""
        ended = (each.table.verdict is not None for each in self.tables.values())
        return bool(self.tables) and all(ended) and not self.unopened


def called(pupil: Pupil) -> str:
    """What somebody goes by at a table: a name, or a number in digits."""
    return pupil.name or str(pupil.number)
