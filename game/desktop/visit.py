"""A seat in a class that another machine hosts, as the window holds it. All that travels does so on a thread of its
own; what comes of it is handed over in `deliver`, on the drawing thread, so that a network that hangs delays no frame.

    visit = Visit(address)                    raises ValueError for no address
    visit.join(code, name, done)              done(why not), "" where one is in
    visit.here                                the seat, once its table has been opened; None before
    visit.lay(here)                           what is prepared: the host lays the desk for it
    visit.move(move, done), visit.act(...)    done(what the host says to it), None where it is done
"""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit
from uuid import uuid4

from game.guest import Advice, Gone, Guest, Preview, Said, Seat, Unreachable
from game.lesson import RoomView, read_room_view
from game.seat import Afar, CodecError, Desk, Setting, Tray
from game.table import Team
from game.talks import Move
from game.text import IssueId

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

Lost = Literal["moved", "removed", "no-token", "other-version"]
"""Why a class cannot be followed any more: another device has the seat, one was taken out of the class, one is not
known there any more, or the host speaks otherwise than this program."""
UNREACHED = Said(0, "unreached", "")
"""What comes of something where the host does not answer."""
AT_FIRST = 2.0
"""Seconds that the first message may take."""
BETWEEN = 0.2
"""Seconds between two times that the host is asked to lay a desk: a key that is held looks at many issues a second."""


def address_of(typed: str) -> tuple[str, str]:
    """The address of a host as somebody types it or copies it from a QR code, and the code behind it, if one is there.
    Raises `ValueError` for no address."""
    words = typed.strip()
    if "://" not in words:
        words = f"http://{words}"
    try:
        parts = urlsplit(words)
        odd = parts.port == 0
    except ValueError:
        raise ValueError(typed) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or odd:
        raise ValueError(typed)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", parts.fragment


class Visit:
    """One seat. Everything but what is said otherwise belongs to the drawing thread."""

    def __init__(self, address: str, clock: Callable[[], float] = time.monotonic) -> None:
        """At the host of an address. Raises `ValueError` for none."""
        self.address = address
        self.clock = clock
        self.seat: Seat | None = None
        """Who one is there; None before one is in."""
        self.room: RoomView | None = None
        self.told_at = 0.0
        """When the room was told, by the clock of the window."""
        self.team: Team | None = None
        """Who sits in the same seat."""
        self.resting = False
        """Whether the own table rests."""
        self.here: Afar | None = None
        self._due: float | None = None
        """Until when an audience has to answer, by the clock of the window; None where it is asked nothing."""
        self.lost: Lost | None = None
        self.code = ""
        """With which one has come in."""
        self.changed: Callable[[], None] = lambda: None
        """Called when the table has moved on, or the class is another."""
        self.opened: Setting | None = None
        """The seat that the window has opened."""
        self._guest = Guest(address)
        self._sent: tuple[Move, int, str] | None = None
        """What was sent and not answered, under its id: it goes out under the same again, and counts once."""
        self._found: deque[Callable[[], object]] = deque()
        self._previews: dict[Tray, Desk] = {}
        self._asking = False
        self._asked_at = -BETWEEN
        """When the host was asked last to lay a desk."""
        self._setting: Setting | None = None
        self._wholes = 0
        self._entered_at = clock()
        self._was_reached: bool | None = None
        self._closed = False
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="class", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        loop = self._loop
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            loop.run_until_complete(self._hung_up())
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(asyncio.sleep(0))  # what was closed lets go of its socket
            loop.close()

    async def _hung_up(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._guest.close()

    def close(self) -> None:
        """Hang up. Nobody waits for what is on its way."""
        if not self._closed:
            self._closed = True
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._found.clear()

    # ---- between the threads ------------------------------------------------------------------------------------

    def _ask(self, job: Callable[[], Awaitable[_T]], done: Callable[[_T | None], object]) -> None:
        """Do this on the network's thread; `done` hears of it on this one, None where the host does not answer."""

        async def work() -> None:
            found: _T | None = None
            try:
                found = await job()
            except (Unreachable, CodecError, LookupError) as fault:
                _log.info("%s: %s", self.address, fault)
            self._found.append(lambda: done(found))

        asyncio.run_coroutine_threadsafe(work(), self._loop)

    def deliver(self) -> bool:
        """Hand over what has come, on the thread that calls; whether there is anything to be drawn anew."""
        any_found = bool(self._found)
        while self._found:
            self._found.popleft()()
        if (reached := self.reached) != self._was_reached:
            self._was_reached, any_found = reached, True
            if reached and self.here is not None:
                self.lay(self.here)
        return any_found

    @property
    def reached(self) -> bool:
        """Whether the host is heard; at first it is given a moment to be."""
        return self._guest.connected or self.clock() - self._entered_at < AT_FIRST

    # ---- coming in ----------------------------------------------------------------------------------------------

    def join(self, code: str, name: str, done: Callable[[Said | None], object]) -> None:
        """Take a seat; `done` hears what is against it."""
        self.code = code
        self._enter(lambda: self._guest.join(code, name), done)

    def come_back(self, code: str, seat_code: str, done: Callable[[Said | None], object]) -> None:
        """Take the seat that was another device's."""
        self.code = code
        self._enter(lambda: self._guest.come_back(code, seat_code), done)

    def _enter(self, ask: Callable[[], Awaitable[Said | None]], done: Callable[[Said | None], object]) -> None:
        async def enter() -> tuple[Said | None]:
            return (await ask(),)

        def entered(found: tuple[Said | None] | None) -> None:
            said = found[0] if found else UNREACHED
            if said is None:
                self.seat, self._entered_at = self._guest.seat, self.clock()
                asyncio.run_coroutine_threadsafe(self._follow(), self._loop)
            done(said)

        self._ask(enter, entered)

    # ---- what is told: on the network's thread ------------------------------------------------------------------

    async def _follow(self) -> None:
        """Keep up with the class, and hand over each message as values."""
        guest = self._guest
        try:
            async for kind in guest.follow():
                if kind == "room":
                    room = read_room_view(json.dumps(guest.room["room"]))
                    self._found.append(lambda room=room: self._room_told(room))  # type: ignore[misc]
                else:
                    await self._table()
        except Gone as gone:
            kind = str(gone)
            self._found.append(lambda: self._gone(kind if kind in ("moved", "removed") else "no-token"))
        except (CodecError, LookupError, TypeError, ValueError):
            _log.exception("%s", self.address)
            self._found.append(lambda: self._gone("other-version"))

    async def _table(self) -> None:
        guest = self._guest
        if self._setting is None or guest.wholes != self._wholes:
            setting = await self._fetched()
            if setting.who != guest.desk.who:
                return  # this one sits elsewhere since: that desk comes next
            self._setting, self._wholes = setting, guest.wholes
        told = (self._setting, guest.desk, guest.team, bool(guest.page.get("paused")))
        self._found.append(lambda: self._table_told(*told))

    async def _fetched(self) -> Setting:
        while True:
            try:
                return await self._guest.setting()
            except Unreachable:
                await asyncio.sleep(1.0)

    # ---- what is told: on the drawing thread --------------------------------------------------------------------

    def _room_told(self, room: RoomView) -> None:
        self.room, self.told_at = room, self.clock()
        self.changed()

    def _table_told(self, setting: Setting, desk: Desk, team: Team | None, resting: bool) -> None:
        clock_changed = resting != self.resting
        self.team, self.resting = team, resting
        here = self.here
        if here is None or here.setting != setting:
            here = Afar.at_first(setting, desk)
        elif here.base.version != desk.version or here.base != desk:
            here = here.after(desk)
        if here is not self.here:
            self._previews.clear()
            self._due = None
            self.here = self.lay(here)
        elif clock_changed and self._due is not None and not self._asking:
            self._asking = True
            self._preview(here)
        self.changed()

    def _gone(self, kind: Any) -> None:
        self.lost = kind
        self.changed()

    @property
    def left(self) -> float | None:
        """Seconds that are left of this part of the lesson; None where it has no clock."""
        room = self.room
        if room is None or not room.seconds or room.phase in ("join", "over"):
            return None
        passed = 0.0 if room.resting else self.clock() - self.told_at
        return max(0.0, room.seconds - room.elapsed - passed)

    @property
    def to_answer(self) -> float | None:
        """Seconds that an audience has left to answer; None where it is asked nothing."""
        return None if self._due is None else max(0.0, self._due - self.clock())

    # ---- what is done -------------------------------------------------------------------------------------------

    @property
    def has_pen(self) -> bool:
        """Whether this device may move in its seat."""
        return self.team is None or self.seat is None or self.team.pen == self.seat.device

    def lay(self, here: Afar) -> Afar:
        """Something is prepared: the same seat, laid by the host if it has laid that before; else it is asked."""
        known = self._previews.get(here.tray)
        if known is not None:
            here = here.laid(here.base, known)
        self.here = here
        if not here.sure and not self._asking:
            self._asking = True
            wait = self._asked_at + BETWEEN - self.clock()
            if wait <= 0:
                self._preview(here)
            else:
                self._later(wait)
        return here

    def _preview(self, asked: Afar) -> None:
        self._asked_at = self.clock()

        def laid(found: Preview | None) -> None:
            now = self.here
            if found is None:
                self._later(BETWEEN)
                return
            self._asking = False
            if now is not None and now.base is asked.base:
                self._due = None if found.left is None else self.clock() + found.left
            if now is None or now.sure:
                return
            if now.base is asked.base:
                self._previews[asked.tray] = found.desk
            self.here = self.lay(now)
            if self.here.sure:
                self.changed()

        self._ask(lambda: self._guest.preview(asked.tray), laid)

    def _later(self, seconds: float) -> None:
        """Ask for what is prepared then, after so many seconds; where nobody is reached, as soon as somebody is."""

        def again() -> None:
            self._asking = False
            if self.here is not None and self.reached:
                self.lay(self.here)

        self._loop.call_soon_threadsafe(self._loop.call_later, seconds, self._found.append, again)

    def move(self, move: Move, seen: int, done: Callable[[Said | None], object]) -> None:
        """Make a move that answers the version that was seen; or put it before whoever holds the pen."""
        guest = self._guest
        if not self.has_pen:
            self._do(lambda: guest.suggest(move), done)
            return
        again = self._sent is not None and self._sent[:2] == (move, seen)
        self._sent = self._sent if again else (move, seen, uuid4().hex)
        id = self._sent[2] if self._sent else ""

        def answered(said: Said | None) -> None:
            if said is not UNREACHED:
                self._sent = None
            done(said)

        self._do(lambda: guest.move(move, seen, id), answered)

    def act(self, kind: str, done: Callable[[Said | None], object], **told: str | int) -> None:
        """Do something else in the seat, as `Guest.act` has it."""
        self._do(lambda: self._guest.act(kind, **told), done)

    def advice(self, tray: Tray, done: Callable[[Advice | Said], object]) -> None:
        """Ask the adviser, who thinks on the host, also what it thinks of the tray."""
        guest = self._guest
        self._ask(lambda: guest.advice(tray), lambda found: done(found or UNREACHED))

    def read(self) -> None:
        """Tell that the brief has been opened."""
        self._do(lambda: self._guest.tell("read"), lambda _: None)

    def predict(self, issue: IssueId, done: Callable[[Said | None], object]) -> None:
        """Answer the question of the lesson."""
        when = "after" if self.room is not None and self.room.phase == "exit" else "before"
        body = json.dumps({"when": when, "issue": issue})
        self._do(lambda: self._guest.tell("predict", body), done)

    def _do(self, job: Callable[[], Awaitable[Said | None]], done: Callable[[Said | None], object]) -> None:
        async def work() -> tuple[Said | None]:
            return (await job(),)

        self._ask(work, lambda found: done(found[0] if found else UNREACHED))
