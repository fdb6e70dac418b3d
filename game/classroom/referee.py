"""One queue for everything that is done in a process: what is done is on disk before it is answered or seen.

Requests are worked off in batches. A batch is one transaction: it is written beside the loop, and answered when it is
on disk; until then nobody looks at what it has changed. So many small moves cost one write, and no slow disk holds up
who only asks when nothing has happened. What people do comes before what others see of it: where many move at once all
are answered first, and a table at which several things were done is looked at once; but whoever looks on is let in
again and again, however much there is to do. What could not be written has not been done: the class is then as it is
kept.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Protocol, TypeVar, cast

from game.table import StoreError

MOST_WAITING = 5_000
"""Requests that wait to be worked off; whoever comes then is told to come again."""
BATCH_SECONDS = 0.03
"""Within which requests are taken into one batch."""
LOOK_SECONDS = 0.5
"""For how long whoever looks on waits at most, while there is always something to be done."""

_log = logging.getLogger(__name__)
_Found = TypeVar("_Found")


class Gathers(Protocol):
    """What a referee needs of a store; each may raise a `StoreError`."""

    def gather(self) -> None:
        """Let what is written from now on wait for `commit`."""

    def commit(self) -> None:
        """Bring that to disk, all or nothing; it may be called in another thread."""

    def give_up(self) -> None:
        """Keep nothing of it."""


class Crowded(Exception):
    """More requests wait than could be answered in time."""


class Failed(Exception):
    """Something went wrong that should not have: it is in the log, and nothing was done."""


@dataclass
class _Job:
    work: Callable[[float], object]
    answer: asyncio.Future[Any]
    found: object = None
    fault: Exception | None = None


class Referee:
    """The queue. Use it from one loop."""

    def __init__(
        self,
        store: Gathers,
        clock: Callable[[], float],
        again: Callable[[], None],
        done: Callable[[], None],
    ) -> None:
        """`again` brings the class back as it is kept; `done` is called when a batch is on disk."""
        self._store, self._clock, self._again, self._done = store, clock, again, done
        self._jobs: deque[_Job] = deque()
        self._come = asyncio.Event()
        self._settled = asyncio.Event()
        self._settled.set()
        self._writer = ThreadPoolExecutor(1, "writer")
        self._task: asyncio.Task[None] | None = None
        self._last = 0.0
        self.stopped = False

    def now(self) -> float:
        """The time, which only grows."""
        self._last = max(self._last, self._clock())
        return self._last

    async def do(self, work: Callable[[float], _Found]) -> _Found:
        """Do something at its time, which is handed to it. When this comes back, it is on disk.

        Raises `StoreError` where it could not be kept, `Failed`, and `Crowded`: it was not done then. What `work`
        itself raises besides a `StoreError` is a fault of the program.
        """
        if self.stopped or len(self._jobs) >= MOST_WAITING:
            raise Crowded
        job = _Job(work, asyncio.get_running_loop().create_future())
        self._jobs.append(job)
        self._come.set()
        return cast("_Found", await job.answer)

    async def see(self, look: Callable[[], _Found]) -> _Found:
        """Look at something of the class, when all that is to be seen there is on disk."""
        while not self._settled.is_set():
            await self._settled.wait()
        return look()

    def start(self) -> None:
        """Begin to work off what comes."""
        self._task = asyncio.get_running_loop().create_task(self._work())

    async def stop(self) -> None:
        """Work off what has come, take nothing more, and end."""
        self.stopped = True
        self._come.set()
        if self._task is not None:
            await self._task
        self._writer.shutdown()

    async def _work(self) -> None:
        while self._jobs or not self.stopped:
            await self._come.wait()
            self._come.clear()
            begun = perf_counter()
            while self._jobs:
                await self._batch()
                if not self._jobs or perf_counter() - begun >= LOOK_SECONDS:
                    self._settled.set()
                    await asyncio.sleep(0)  # whoever waited to look does so now
                    begun = perf_counter()

    async def _batch(self) -> None:
        jobs: list[_Job] = []
        broken: _Job | None = None
        try:
            self._store.gather()
        except StoreError as trouble:
            while self._jobs:
                _answer(self._jobs.popleft(), trouble)
            return
        self._settled.clear()
        begun = perf_counter()
        while self._jobs and broken is None and (not jobs or perf_counter() - begun < BATCH_SECONDS):
            job = self._jobs.popleft()
            if not job.answer.cancelled():
                jobs.append(job)
                broken = job if not self._worked(job) else None
        fault = await self._written(failed=broken is not None)
        if broken is not None and isinstance(fault, Failed):
            # The others of this batch were not at fault: they are worked off once more, without it.
            jobs.remove(broken)
            self._jobs.extendleft(reversed(jobs))
            jobs = [broken]
        for job in jobs:
            _answer(job, fault or job.fault)
        if fault is None:
            self._done()

    def _worked(self, job: _Job) -> bool:
        """Do one thing; whether the program had no fault in it."""
        try:
            job.found = job.work(self.now())
        except StoreError as fault:
            job.fault = fault
        except Exception:
            _log.exception("something could not be done that should have been")
            return False
        return True

    async def _written(self, *, failed: bool) -> Exception | None:
        """Bring a batch to disk, and say why it is not there. One with a fault of the program in it is given up."""
        fault: Exception = Failed()
        try:
            if not failed:
                await asyncio.get_running_loop().run_in_executor(self._writer, self._store.commit)
                return None
            self._store.give_up()
        except StoreError as trouble:
            _log.error("what was done could not be kept: %s", trouble)
            fault = trouble
        self._again()
        return fault


def _answer(job: _Job, fault: Exception | None) -> None:
    if job.answer.done():
        return  # whoever asked has gone
    if fault is not None:
        job.answer.set_exception(fault)
    else:
        job.answer.set_result(job.found)
