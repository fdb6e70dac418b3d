"""One class that is served: its keys, who comes in, what is done in it, and how it is told."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Collection
from contextlib import suppress
from typing import TypeVar

from game.classroom.bells import Bell
from game.classroom.doors import new_token, same, typed_code
from game.classroom.keys import MOST_LINKS, Keys, NewKey
from game.classroom.laid_open import Finished, finished
from game.classroom.pages.wall import Door
from game.classroom.referee import Crowded, Failed, Referee
from game.classroom.regions import Pages
from game.debrief.comparison import Comparison
from game.lesson import Classroom, Doing, Fault, House, Looking, Pupil, catch_up, lead, next_tick, restore_class, tick
from game.lesson.class_acts import Remove
from game.lesson.preflight import Preflight
from game.table import ABSENCE, Device, MoveId, Notice, StoreError, Task, Thought
from game.talks import Move

ROOM_GAP, DESK_GAP = 0.5, 1.0
"""Seconds between two messages about the class, for those in it and for its teacher."""
OVERTAKEN = ("another-window", "another-server")
"""Of what kind the fault is where another server has done something first."""
MOST_OVERTAKEN = 20
"""How often something is begun once more because another server has just kept something else: where a whole school
joins at two of them at once, that comes again and again."""
TABLES_A_SECOND = 50
"""Tables of which the desk is told in a second, where there are many."""
MOST_JOINS = 2_000
"""Joins whose answers are remembered for whoever sends one twice."""

_Found = TypeVar("_Found")


class Hall:
    """A class that is served. Use it from one loop."""

    def __init__(self, house: House, room: Classroom, referee: Referee) -> None:
        self.house, self.room, self.referee = house, room, referee
        self.keys = Keys(house.store.keys(room.id))
        self.looking = Looking(room)
        self.room_bell, self.desk_bell = Bell(ROOM_GAP), Bell(DESK_GAP)
        self.pages = Pages(int(referee.now() * 1000))
        self.link_key = new_token()[:22]
        """Stands behind the code in the address of the QR code: whoever has it is not held up by those who guess."""
        self.door = Door("", "")
        """How people come in, as the wall shows it."""
        self.laid: Comparison | None = None
        """All tables side by side, once all have ended and that has been worked out."""
        self._laying = False
        self.preflight = Preflight()
        """What devices have found out that tried the room."""
        self.stopping = False
        self.touched = False
        """Whether something has been done here that is not on disk yet."""
        self._there: set[str] = set()
        """Devices of which there was a sign of life since others were told."""
        self._lost = False
        self._version = room.version
        self._joins: OrderedDict[str, asyncio.Future[tuple[Pupil, NewKey] | Fault]] = OrderedDict()
        self._taught: OrderedDict[str, None] = OrderedDict()

    # ---- the queue ----------------------------------------------------------------------------------------------

    async def do(self, work: Callable[[float], _Found]) -> _Found:
        """Do something in the class; it is on disk when this comes back. Raises what the referee raises."""

        def sound(now: float) -> _Found:
            self._find_again()
            self.touched = True
            for _ in range(MOST_OVERTAKEN):
                try:
                    return work(now)
                except StoreError as fault:
                    # Another server has gone on with it meanwhile: once more, from where it stands now.
                    if fault.kind not in OVERTAKEN or not catch_up(self.room, now):
                        raise
            return work(now)

        return await self.referee.do(sound)

    async def see(self, look: Callable[[], _Found]) -> _Found:
        """Look at something, when it is on disk. Raises `StoreError` where the class cannot be read."""

        def sound() -> _Found:
            self._find_again()
            return look()

        return await self.referee.see(sound)

    def kept(self) -> None:
        """What was done is on disk: call whoever waits."""
        self.touched = False
        # To say how hundreds of tables are takes a fifth of a second: nobody reads them all each second.
        self.desk_bell.gap = max(DESK_GAP, len(self.room.tables) / TABLES_A_SECOND)
        self.desk_bell.ring()
        if self._version != self.room.version:
            self._version = self.room.version
            self.room_bell.ring()

    def lost(self) -> None:
        """What was done has not been kept: the class is as it is kept, as soon as that can be read."""
        self.touched, self._lost = False, True
        with suppress(StoreError):
            self._find_again()

    def _find_again(self) -> None:
        if not self._lost:
            return
        kept = next((each for each in self.house.store.classes() if each.id == self.room.id), None)
        if kept is None:
            raise StoreError("no-class", of_class=self.room.id)
        self.room = restore_class(self.house, kept, self.referee.now())
        self.looking = Looking(self.room)
        self._lost = False
        self.ring()

    def heard(self, notices: Collection[Notice] | None) -> None:
        """Go on to where the class stands, where other servers have gone on with it; None stands for anything. Call it
        when nothing waits to be written. Raises `StoreError`."""
        self._find_again()
        ours = {table.table.game for table in self.room.tables.values()}
        games = None if notices is None else {each.number for each in notices if each.of == "game"} & ours
        beside = notices is None or Notice("class", self.room.id) in notices
        if not beside and not games:
            return
        if catch_up(self.room, self.referee.now(), games):
            self.kept()
        if beside:
            self.keys = Keys(self.house.store.keys(self.room.id))
            self.ring()

    def ring(self) -> None:
        """Have everybody look who waits."""
        self.room_bell.ring()
        self.desk_bell.ring()

    # ---- its clock ----------------------------------------------------------------------------------------------

    async def step(self) -> list[tuple[str, Task]]:
        """Do what is due by the clock; what the computer should think about now, and at which tables. Of several
        servers only the one does that has the clock. Raises what `do` raises."""
        if not await self.see(lambda: self.house.store.hold(self.room.id)):
            return []
        due = await self.see(lambda: next_tick(self.room, self.referee.now()))
        if due is not None and due <= self.referee.now():
            await self.do(lambda now: tick(self.room, now))
        return await self.see(self._look_round)

    def _look_round(self) -> list[tuple[str, Task]]:
        now = self.referee.now()
        self.looking.notice(now)
        return list(self.room.due(now))

    def to_lay_open(self) -> Finished | None:
        """What is to be worked out beside the loop now, once: the tables side by side. Where one of them
        negotiates again, because its end was revoked, nothing is laid open any more."""
        if not self.room.laid_open:
            self._laying, self.laid = False, None
        if self._laying or self.laid is not None:
            return None
        found = finished(self.room)
        self._laying = found is not None
        return found

    def lay_open(self, found: Comparison | None) -> None:
        """Show it from now on."""
        self.laid = found if self._laying else None
        self.desk_bell.ring()

    async def answer(self, letter: str, thought: Thought) -> None:
        """Hand in what the computer has thought of. Raises what `do` raises."""
        await self.do(lambda now: self.room.answer(letter, thought, now))

    # ---- who comes in -------------------------------------------------------------------------------------------

    def opens(self, typed: str) -> tuple[bool, bool]:
        """Whether what was typed is the code of the class; and whether it came with the key of the QR code."""
        code, _, key = typed.partition("-") if len(typed) > 20 else (typed, "", "")
        return same(typed_code(code), self.room.code), bool(key) and same(key, self.link_key)

    async def join(self, name: str, id: str) -> tuple[Pupil, NewKey] | Fault:
        """Let somebody in, with a key; one who sends the same `id` again has the same. Raises what `do` raises."""
        if id and (before := self._joins.get(id)) is not None:
            return await asyncio.shield(before)
        if not id:
            return await self._join(name)
        answer = self._joins[id] = asyncio.ensure_future(self._join(name))
        if len(self._joins) > MOST_JOINS:
            self._joins.popitem(last=False)
        try:
            found = await asyncio.shield(answer)
        except (StoreError, Crowded, Failed):
            self._joins.pop(id, None)
            raise
        if not isinstance(found, tuple):
            self._joins.pop(id, None)
        return found

    async def _join(self, name: str) -> tuple[Pupil, NewKey] | Fault:
        def work(now: float) -> tuple[Pupil, NewKey] | Fault:
            found = self.room.enrol(name, now)
            if not isinstance(found, Pupil):
                return found
            key = self.keys.cut(found.device)
            self._keep(key)
            return found, key

        found = await self.do(work)
        if isinstance(found, tuple):
            self._put(found[1])
        return found

    def submit(self, device: Device, id: MoveId, move: Move, seen: int, now: float) -> Fault | None:
        """Make a move; why it cannot be made, or None. Raises `StoreError`."""
        return self.room.submit(device, id, move, seen, now)

    def number(self, device: Device) -> int:
        """The number of the last message for a device of its table; 0 where it has none."""
        table = self.room.at(device)
        team = table.teams.at(device) if table else None
        return table.number(team.seat) if table and team else 0

    def sign_of_life(self, device: Device, now: float) -> None:
        """Note that a device is there. Raises `StoreError`."""
        self._there.add(device)
        if table := self.room.at(device):
            table.sign_of_life(device, now)

    async def share_signs(self) -> None:
        """Tell other servers who is here, and hear who is there. Raises what `do` raises."""
        there, self._there = self._there, set()

        def work(now: float) -> None:
            if there:
                self.house.store.sign(self.room.id, there)
            for device, ago in self.house.store.signs(self.room.id).items():
                if ago < ABSENCE / 2 and (table := self.room.at(Device(device))):
                    table.sign_of_life(Device(device), now)

        await self.do(work)

    async def teach(self, doing: Doing, id: str) -> Fault | None:
        """Do what the teacher wishes; why it cannot be done, or None. Raises what `do` raises."""

        def work(now: float) -> Fault | None:
            if id and id in self._taught:
                return None
            fault = lead(self.room, doing, now)
            if fault is None and isinstance(doing, Remove):
                self.house.store.drop_key(self.room.id, doing.device)
            if fault is None and id:
                self._taught[id] = None
            return fault

        try:
            fault = await self.do(work)
        except (StoreError, Crowded, Failed):
            self._taught.pop(id, None)
            raise
        if fault is None and isinstance(doing, Remove):
            self.keys.drop(doing.device)
        if len(self._taught) > MOST_JOINS:
            self._taught.popitem(last=False)
        return fault

    async def cut_again(self, device: str, *, seat_code: str | None) -> NewKey | None:
        """A new key for somebody of the class, in the place of the one before; with a new code of the seat where none
        is given. None for whoever is not in it any more."""

        def work(_: float) -> NewKey | None:
            if self.room.pupil(Device(device)) is None:
                return None
            key = self.keys.cut(device, seat_code=seat_code)
            self._keep(key)
            return key

        key = await self.do(work)
        if key is not None:
            self._put(key)
            self.room_bell.ring()
        return key

    def _keep(self, key: NewKey) -> None:
        self.house.store.keep_key(self.room.id, key.holder, key.hash, key.seat_code)

    def _put(self, key: NewKey) -> None:
        self.keys.put(key.holder, key.hash, key.seat_code)

    def give_link(self, kind: str) -> str:
        """A new secret for the teacher's desk or the wall; the oldest of many opens nothing any more. Call it before
        the loop runs. Raises `StoreError`."""
        links = self.keys.links(kind)
        number = int(links[-1].partition(".")[2]) + 1 if links else 1
        key = self.keys.cut(f"{kind}.{number}", seat_code="")
        self._keep(key)
        self._put(key)
        for old in self.keys.links(kind)[:-MOST_LINKS]:
            self.house.store.drop_key(self.room.id, old)
            self.keys.drop(old)
        return key.token

    def forget(self) -> None:
        """Let nobody in any more: the class has been deleted."""
        self.keys = Keys(())
        self.ring()
