"""What one process serves: a class with its keys, its queue, its clock, and somebody who thinks for the computer."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from typing import TypeVar

from game.classroom.bells import Bell
from game.classroom.doors import Guessing, Limit, Open, new_code, new_token, same, typed_code
from game.classroom.keys import DESK, MOST_LINKS, WALL, Keys, NewKey
from game.classroom.pages.wall import Door
from game.classroom.referee import Crowded, Failed, Referee
from game.classroom.regions import Pages
from game.lesson import Classroom, Doing, Fault, House, Looking, Pupil, lead, next_tick, restore_class, tick
from game.lesson.class_acts import Remove
from game.table import Device, MoveId, StoreError, Task, Thought
from game.talks import Move

STEP = 0.25
"""Seconds between two looks at the clock."""
ROOM_GAP, DESK_GAP = 0.5, 1.0
"""Seconds between two messages about the class, for those in it and for its teacher."""
MOST_JOINS = 2_000
"""Joins whose answers are remembered for whoever sends one twice."""

_log = logging.getLogger(__name__)
_Found = TypeVar("_Found")


class Hall:
    """A class that is served. Use it from one loop."""

    def __init__(self, house: House, room: Classroom, clock: Callable[[], float]) -> None:
        self.house, self.room = house, room
        self.keys = Keys(house.store.keys(room.id))
        self.looking = Looking(room)
        self.referee = Referee(house.store, clock, self._again, self._done)
        self.room_bell, self.desk_bell = Bell(ROOM_GAP), Bell(DESK_GAP)
        self.link_key = new_token()[:22]
        """Stands behind the code in the address of the QR code: whoever has it is not held up by those who guess."""
        self.codes = Guessing()
        self.seat_codes = Guessing(of_all_a_minute=30)
        self.rates = Limit(100, 5.0)
        self.streams = Open(most_of_one=4, most=6_000)
        self.strangers = Open(most_of_one=30, most=100)
        self.stopping = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self.door = Door("", "")
        """How people come in, as the wall shows it."""
        self._lost = False
        self._version = room.version
        self._joins: OrderedDict[str, asyncio.Future[tuple[Pupil, NewKey] | Fault]] = OrderedDict()
        self._taught: OrderedDict[str, None] = OrderedDict()
        self._thinker = ThreadPoolExecutor(1, "thinker")
        self._tasks: set[asyncio.Task[None]] = set()
        self.pages = Pages(int(clock() * 1000))

    # ---- the queue ----------------------------------------------------------------------------------------------

    async def do(self, work: Callable[[float], _Found]) -> _Found:
        """Do something in the class; it is on disk when this comes back. Raises what the referee raises."""

        def sound(now: float) -> _Found:
            self._find_again()
            return work(now)

        return await self.referee.do(sound)

    async def see(self, look: Callable[[], _Found]) -> _Found:
        """Look at something, when it is on disk. Raises `StoreError` where the class cannot be read."""

        def sound() -> _Found:
            self._find_again()
            return look()

        return await self.referee.see(sound)

    def _done(self) -> None:
        self.desk_bell.ring()
        if self._version != self.room.version:
            self._version = self.room.version
            self.room_bell.ring()

    def _again(self) -> None:
        """What was done has not been kept: the class is as it is kept, as soon as that can be read."""
        self._lost = True
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
        self.room_bell.ring()
        self.desk_bell.ring()

    # ---- its clock ----------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to serve."""
        self._loop = asyncio.get_running_loop()
        self.referee.start()
        self._go(self._by_the_clock())

    def part(self) -> None:
        """Let everybody know who looks on that the host ends. It may be called from anywhere."""
        self.stopping = True
        if self._loop is not None:
            for bell in (self.room_bell, self.desk_bell):
                self._loop.call_soon_threadsafe(bell.ring)

    async def stop(self) -> None:
        """Let everybody know, finish what was begun, and end."""
        self.part()
        await self.referee.stop()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.room_bell.hush()
        self.desk_bell.hush()
        self._thinker.shutdown(wait=False, cancel_futures=True)

    def _go(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _by_the_clock(self) -> None:
        while True:
            await asyncio.sleep(STEP)
            with suppress(StoreError, Crowded, Failed):  # it is tried again at the next step
                await self._step()

    async def _step(self) -> None:
        due = await self.see(lambda: next_tick(self.room, self.referee.now()))
        if due is not None and due <= self.referee.now():
            await self.do(lambda now: tick(self.room, now))
        for letter, task in await self.see(self._look_round):
            self._go(self._think(letter, task))

    def _look_round(self) -> list[tuple[str, Task]]:
        now = self.referee.now()
        self.looking.notice(now)
        return list(self.room.due(now))

    async def _think(self, letter: str, task: Task) -> None:
        """Let the computer think beside the loop, and hand in what came of it."""
        context = copy_context()
        try:
            decision = await asyncio.get_running_loop().run_in_executor(self._thinker, context.run, task.decide)
        except Exception:
            _log.exception("the computer has found no move for %s", task.who)
            decision = None
        thought = Thought(task, decision)
        with suppress(StoreError, Crowded, Failed):  # it is thought about once more
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
        if table := self.room.at(device):
            table.sign_of_life(device, now)

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

    def role(self, holder: str) -> str:
        """Whose door a key opens: the desk's, the wall's, or a seat's."""
        kind = holder.partition(".")[0]
        return kind if kind in (DESK, WALL) else "seat"


def code_for(store_has: Callable[[str], bool]) -> str:
    """A code that no other class has."""
    code = new_code()
    while store_has(code):
        code = new_code()
    return code
