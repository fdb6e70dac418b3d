"""What one process serves: classes on one store and one queue, their clock, and somebody who thinks for the
computer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from datetime import UTC, datetime
from functools import partial

from game.classroom.doors import Guessing, Limit, Open, new_code, same, typed_code
from game.classroom.hall import Hall
from game.classroom.keys import DESK, WALL, door_of
from game.classroom.laid_open import Finished
from game.classroom.pages.presses import sound
from game.classroom.pages.wall import Door
from game.classroom.referee import Crowded, Failed, Referee
from game.guest import Advice, Course, Opinion
from game.lesson import Classroom, House, Settings, open_class, restore_class
from game.lesson.preflight import Preflight
from game.seat import Tray
from game.table import ClassId, KeptClass, Notice, StoreError, Task, Thought, new_seed
from game.words.adviser import ToldCounsel

STEP = 0.25
"""Seconds between two looks at the clock."""
NEWS = 0.5
"""Seconds for which other servers are listened to at a time."""
SIGNS = 10.0
"""Seconds between two times that others are told who is here."""
DAY = 86_400.0
"""Seconds of a day."""
IDLE = 3600.0
"""Seconds after which a class is let go of for which nobody has asked."""

_log = logging.getLogger(__name__)


class Campus:
    """The classes of one process. Use it from one loop."""

    def __init__(self, house: House, clock: Callable[[], float], settings: Settings, *, served: float = 0.0) -> None:
        """`settings` are those of a class that is opened; `served` is when somebody last wrote to the store, as far as
        that is known."""
        self.house, self.settings = house, settings
        self.only: ClassId | None = None
        """The one class that is served; else all are that are kept in the store and not over."""
        self._served = served
        self.referee = Referee(house.store, clock, self._again, self._done)
        self.halls: dict[ClassId, Hall] = {}
        self.codes = Guessing()
        self.seat_codes = Guessing(of_all_a_minute=30)
        self.rates = Limit(100, 5.0)
        self.streams = Open(most_of_one=4, most=6_000)
        self.strangers = Open(most_of_one=30, most=100)
        self.preflight = Preflight()
        """What devices have found out that tried the room."""
        self.door: Callable[[Hall], Door] = lambda _: Door("", "")
        """How people come into a class, as its wall shows it."""
        self.teachers = ""
        """What the secret is hashed to with which teachers open classes of their own; empty where none may."""
        self._asked: dict[ClassId, float] = {}
        self._thinker = ThreadPoolExecutor(1, "thinker")
        self._listener = ThreadPoolExecutor(1, "listener")
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.stopping = False

    # ---- classes ------------------------------------------------------------------------------------------------

    def open(self) -> Hall:
        """A new class. Raises `StoreError`."""
        while self.house.store.class_of(code := new_code()) is not None:
            pass
        return self.put(open_class(self.house, code, new_seed(), self.settings))

    async def open_for_teacher(self) -> tuple[Hall, str, str]:
        """A new class, with the secrets of its desk and of its wall. Raises what the referee raises."""
        opened: list[Hall] = []

        def work(_: float) -> tuple[Hall, str, str]:
            hall = self.open()
            opened.append(hall)
            return hall, hall.give_link(DESK), hall.give_link(WALL)

        try:
            return await self.referee.do(work)
        except (StoreError, Crowded, Failed):
            for hall in opened:
                self._drop(hall.room.id)
            raise

    def put(self, room: Classroom) -> Hall:
        """Serve a class."""
        hall = self.halls[room.id] = Hall(self.house, room, self.referee)
        hall.stopping, hall.preflight, hall.door = self.stopping, self.preflight, self.door(hall)
        self._asked[room.id] = self.referee.now()
        return hall

    def hall(self, id: ClassId) -> Hall | None:
        """A class by its number, as it is kept where it is not served yet; None where none is to be served. Raises
        `StoreError`."""
        if self.only is not None and id != self.only:
            return None
        found = self.halls.get(id)
        if found is None:
            kept = next((each for each in self.house.store.classes() if each.id == id and not each.ended), None)
            found = self.restored(kept) if kept else None
        if found is not None:
            self._asked[id] = self.referee.now()
        return found

    def restored(self, kept: KeptClass) -> Hall:
        """A class as it was kept. Raises `StoreError`."""
        now = self.referee.now()
        served = None
        if self.house.store.hold(kept.id):  # else another server serves it
            signs = (now - ago for ago in self.house.store.signs(kept.id).values())
            served = max((self._served, kept.used.timestamp(), *signs))
        return self.put(restore_class(self.house, kept, now, served=served))

    async def delete(self, hall: Hall) -> None:
        """Delete a class with everything that was done in it: nobody is let in any more. Raises `StoreError`."""
        id = hall.room.id
        await self.referee.see(lambda: self.house.store.delete_class(id))
        self._drop(id)
        hall.forget()

    def _drop(self, id: ClassId) -> None:
        self.halls.pop(id, None)
        self._asked.pop(id, None)

    async def of_key(self, hash: str, door: str) -> tuple[Hall, str] | None:
        """The class that a token of this hash opens at a door, and who holds it. Raises `StoreError`."""
        for hall in self.halls.values():
            if (holder := hall.keys.holder(hash)) is not None:
                self._asked[hall.room.id] = self.referee.now()
                return (hall, holder) if door_of(holder) == door else None
        if self.only is not None:
            return None
        return await self.referee.see(lambda: self._kept_key(hash, door))

    def _kept_key(self, hash: str, door: str) -> tuple[Hall, str] | None:
        found = self.house.store.let_in_by(hash)
        if found is None or door_of(found[1]) != door:
            return None
        hall = self.hall(found[0])
        if hall is not None and hall.keys.holder(hash) is None:  # another server has let that one in
            hall.heard({Notice("class", found[0])})
        return (hall, found[1]) if hall is not None and hall.keys.holder(hash) == found[1] else None

    async def of_code(self, typed: str) -> tuple[Hall | None, bool]:
        """The class of a code that was typed; and whether it came with the key of that class's QR code. Raises
        `StoreError`."""
        code, _, key = typed.partition("-") if len(typed) > 20 else (typed, "", "")
        code = typed_code(code)
        for hall in self.halls.values():
            if same(code, hall.room.code):
                return hall, bool(key) and same(key, hall.link_key)
        if self.only is not None:
            return None, False
        return await self.referee.see(lambda: self._kept_under(code)), False

    def _kept_under(self, code: str) -> Hall | None:
        found = self.house.store.class_of(code)
        return self.hall(found) if found is not None else None

    # ---- what was done ------------------------------------------------------------------------------------------

    def _done(self) -> None:
        for hall in self.halls.values():
            if hall.touched:
                hall.kept()

    def _again(self) -> None:
        for hall in self.halls.values():
            if hall.touched:
                hall.lost()

    # ---- the clock ----------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to serve."""
        self._loop = asyncio.get_running_loop()
        self.referee.start()
        self._go(self._by_the_clock())
        self._go(self._by_others())
        self._go(self._by_the_day())

    def part(self) -> None:
        """Let everybody know who looks on that the host ends. It may be called from anywhere."""
        self.stopping = True
        for hall in self.halls.values():
            hall.stopping = True
            if self._loop is not None:
                self._loop.call_soon_threadsafe(hall.ring)

    async def stop(self) -> None:
        """Let everybody know, finish what was begun, and end."""
        self.part()
        await self.referee.stop()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for hall in self.halls.values():
            hall.room_bell.hush()
            hall.desk_bell.hush()
        for each in (self._thinker, self._listener):
            each.shutdown(wait=False, cancel_futures=True)
        for id in self.halls:
            with suppress(StoreError):
                self.house.store.let_go(id)

    def _go(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _by_the_clock(self) -> None:
        while True:
            await asyncio.sleep(STEP)
            for id, hall in tuple(self.halls.items()):
                with suppress(StoreError, Crowded, Failed):  # it is tried again at the next step
                    for letter, task in await hall.step():
                        self._go(self._think(hall, letter, task))
                    if laid := await hall.see(hall.to_lay_open):
                        self._go(self._lay_open(hall, laid))
                if self.only is None and self.referee.now() - self._asked[id] > IDLE:
                    self._drop(id)
                    with suppress(StoreError):
                        await self.referee.see(partial(self.house.store.let_go, id))

    async def _by_the_day(self) -> None:
        """Delete classes in which nothing has been done for long: when this begins, and each day."""
        while True:
            with suppress(StoreError):  # it is tried again tomorrow
                old = await self.referee.see(lambda: self.house.store.delete_old_classes(datetime.now(UTC)))
                for hall in [self.halls[id] for id in old if id in self.halls]:
                    self._drop(hall.room.id)
                    hall.forget()
            await asyncio.sleep(DAY)

    async def _by_others(self) -> None:
        """Hear what other servers keep, where there can be any, and tell them who is here."""
        news = self.house.store.news()
        if news is None:
            return
        loop = asyncio.get_running_loop()
        signed = loop.time()
        try:
            while True:
                try:
                    notices = await loop.run_in_executor(self._listener, news.poll, NEWS)
                    await self._heard(set(notices))
                    if loop.time() - signed >= SIGNS:
                        signed = loop.time()
                        for hall in tuple(self.halls.values()):
                            await hall.share_signs()
                except (StoreError, Crowded, Failed) as fault:
                    _log.warning("other servers cannot be heard: %s", fault)
                    await asyncio.sleep(1.0)
                    with suppress(StoreError):
                        news.close()
                        news = self.house.store.news() or news
                        await self._heard(None)
        finally:
            news.close()

    async def _heard(self, notices: set[Notice] | None) -> None:
        if notices is not None and not notices:
            return
        for hall in tuple(self.halls.values()):
            await self.referee.see(partial(hall.heard, notices))

    async def _lay_open(self, hall: Hall, laid: Finished) -> None:
        """Lay the tables of a class side by side beside the loop."""
        context = copy_context()
        try:
            loop = asyncio.get_running_loop()
            hall.lay_open(await loop.run_in_executor(self._thinker, context.run, laid.side_by_side))
        except Exception:
            _log.exception("the tables of class %s could not be laid side by side", hall.room.id)

    async def advised(self, counsel: ToldCounsel, tray: Tray) -> Advice | None:
        """Let an adviser think beside the loop, also of a tray as it came; None where it has nothing to say."""

        def told() -> Advice | None:
            courses = tuple(Course(each.move, each.lead, each.speaks, each.risks) for each in counsel.courses)
            mine = counsel.opinion(sound(counsel.here.scenario, counsel.here.desk, tray).shifts)
            return Advice(courses, Opinion(mine.lead, mine.speaks, mine.risks) if mine else None) if courses else None

        return await asyncio.get_running_loop().run_in_executor(self._thinker, copy_context().run, told)

    async def _think(self, hall: Hall, letter: str, task: Task) -> None:
        """Let the computer think beside the loop, and hand in what came of it."""
        context = copy_context()
        try:
            decision = await asyncio.get_running_loop().run_in_executor(self._thinker, context.run, task.decide)
        except Exception:
            _log.exception("the computer has found no move for %s", task.who)
            decision = None
        with suppress(StoreError, Crowded, Failed):  # it is thought about once more
            await hall.answer(letter, Thought(task, decision))
