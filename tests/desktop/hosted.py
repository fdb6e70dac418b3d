"""A class that is really served, on a port of this machine, and windows that join it."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from game.classroom.app import application
from game.classroom.campus import Campus
from game.classroom.doors import Gate
from game.classroom.keys import DESK
from game.classroom.serve import listening, server
from game.delegations import computer
from game.desktop import Driven
from game.guest import Guest, Said
from game.lesson import House, Settings, open_class, restore_class
from game.seat import Desk
from game.table import Store
from game.talks import Move
from tests.library import source

SEED = 4
PATIENCE = 20.0
"""Seconds until something must have come over the network."""


@dataclass
class Partner:
    """A device without a window."""

    address: str
    guest: Guest

    def do(self, act: Callable[[Guest], Awaitable[Said | None]]) -> None:
        """Do something; it must be done."""

        async def work() -> None:
            try:
                said = await act(self.guest)
                assert said is None, said
            finally:
                self.guest.close()
                await asyncio.sleep(0)

        asyncio.run(work())

    def desk(self) -> Desk:
        """Its desk, as it is now."""

        async def look() -> Desk:
            guest = Guest(self.address, self.guest.seat.token if self.guest.seat else "")
            async with aclosing(guest.follow()) as told:
                async for kind in told:
                    if kind == "table":
                        break
            guest.close()
            await asyncio.sleep(0)
            return guest.desk

        return asyncio.run(look())

    def move(self, choose: Callable[[Desk], Move]) -> None:
        """Make a move."""
        desk = self.desk()
        self.do(lambda guest: guest.move(choose(desk), desk.version))


@dataclass
class Hosted:
    """A class on a socket."""

    address: str
    code: str
    desk: str

    def teach(self, kind: str, **how: Any) -> None:
        """Do something at the teacher's desk."""
        body = json.dumps({"do": {"kind": kind, **how}}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.desk}"}
        with urlopen(Request(f"{self.address}/api/desk/do", body, headers), timeout=PATIENCE) as reply:
            assert reply.status == 200

    def begin(self) -> None:
        """Let the talks begin, at once."""
        for kind in ("start", "advance", "advance"):
            self.teach(kind)

    def partner(self, name: str) -> Partner:
        """Another device in the class."""
        found = Partner(self.address, Guest(self.address))
        found.do(lambda guest: guest.join(self.code, name))
        return found


@contextmanager
def hosted(
    path: Path, settings: Settings, port: int = 0, *, files: Callable[[str], bytes] = source
) -> Iterator[Hosted]:
    """Serve a class from a file until the block is left: a new one, or what is kept there."""
    sock = listening("127.0.0.1", port)
    at = sock.getsockname()[1]
    found: list[Any] = []
    ready = threading.Event()

    def begun() -> None:
        found.append(asyncio.get_running_loop())
        ready.set()

    def serve() -> None:
        with closing(Store(path)) as store, closing(sock):
            house, kept = House(store, files, computer, pace=0.0), store.classes()
            campus = Campus(house, time.time, settings)
            again = restore_class(house, kept[0], time.time()) if kept else None
            hall = campus.put(again or open_class(house, "BCDFGH", SEED, settings))
            campus.only = hall.room.id
            serving = server(application(campus, Gate.of({"127.0.0.1"})), campus.part, begun)

            def stop() -> None:
                campus.part()
                serving.should_exit = True

            found.extend((hall.room.code, hall.give_link(DESK), stop))
            serving.run(sockets=[sock])

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    assert ready.wait(PATIENCE)
    code, desk, stop, loop = found
    try:
        yield Hosted(f"http://127.0.0.1:{at}", code, desk)
    finally:
        loop.call_soon_threadsafe(stop)
        thread.join(PATIENCE)


def until(app: Driven, holds: Callable[[], object]) -> None:
    """Let a window go on until something has come over the network."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, app.texts()
        app.step()
        time.sleep(0.005)
    app.settle()
