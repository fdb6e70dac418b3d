"""A lesson rehearsed alone: robots at some tables of a class that is hosted here. They come over the network like
everybody, live in a thread of their own, and go when the host ends.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from contextlib import suppress
from dataclasses import replace

from game.classroom.robots import NotLetIn, attend, fill
from game.guest import Unreachable
from game.lesson import Settings
from game.lesson.seating import PAIR
from game.scenario import Scenario

_log = logging.getLogger(__name__)


def rehearsed(settings: Settings, scenario: Scenario, tables: int) -> tuple[Settings, int]:
    """A class of so many tables, and how many robots sit there: all but the last seat of the last table, which is for
    whoever rehearses, should he want to be a student too."""
    people = tables * PAIR * len(scenario.ids)
    return replace(settings, expected=people), people - 1


class Rehearsal:
    """Robots in a class."""

    def __init__(self, address: str, code: str, robots: int, pace: float = 1.0) -> None:
        """So many, in the class of this code, at a host that listens; `pace` is by how much slower or quicker they are
        than people."""
        self._asked = address, code, robots, pace
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, name="robots", daemon=True)

    def start(self) -> None:
        """Have them come."""
        self._thread.start()

    def stop(self) -> None:
        """Have them go, and wait for that."""
        if self._loop is not None and self._task is not None:
            with suppress(RuntimeError):  # they have gone already
                self._loop.call_soon_threadsafe(self._task.cancel)
        if self._thread.is_alive():
            self._thread.join(5.0)

    def _run(self) -> None:
        with suppress(asyncio.CancelledError):
            asyncio.run(self._attend())

    async def _attend(self) -> None:
        self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        address, code, robots, pace = self._asked
        try:
            await attend(await fill(address, code, robots, pace=pace))
        except (NotLetIn, Unreachable) as fault:
            _log.error("no robots have come: %s", fault)
