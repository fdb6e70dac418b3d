"""The talks of a sweep on the cores of this machine, in the order of their seeds whatever finishes first."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, suppress
from time import perf_counter
from typing import TypeVar

from game.simulation.faults import Alone
from game.simulation.run import Run
from game.simulation.sweep import Sweep

_Given = TypeVar("_Given")

Tell = Callable[[Alone, str], None]
"""Hears why talks are played in one process after all, and what the system says of it, if anything."""

PAYS = 4.0
"""Seconds of talks that must be left before other processes are begun: each needs one or two to load the game."""

MOST_ON_WINDOWS = 61
"""Processes that Windows lets one wait for."""

_CHUNK = 0.5
"""Seconds of talks that a process is given at once: long beside what it costs to send them, short beside patience."""

_LINED_UP = 4
"""Chunks that are given out ahead, for each process."""

_LOOKS = 2.0
"""Seconds after which one looks whether what is waited for can still come."""


def cores() -> int:
    """How many processes can run at once on what this process may use of the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def played(
    sweep: Sweep, seeds: range, jobs: int, *, pays: float = PAYS, tell: Tell = lambda *_: None
) -> Generator[Run]:
    """The talks of these seeds, one after the other; in up to so many processes once that is worth while, and in one
    where others cannot be had, which is told.

    Raises `LostPolicy`. To close the iterator ends the processes.
    """
    spent = 0.0
    for number, seed in enumerate(seeds):
        begun = perf_counter()
        run = sweep.play((seed,))[0]
        spent += perf_counter() - begun
        yield run
        left, pace = seeds[number + 1 :], spent / (number + 1)
        if jobs > 1 and len(left) > 1 and pace * len(left) > pays:
            yield from pooled(sweep, left, jobs, chunk_of(_CHUNK / pace, len(left), jobs), tell)
            return


def chunk_of(worth: float, left: int, jobs: int) -> int:
    """How many talks are given out at once: about so many, but fewer where some would then have nothing to do."""
    return max(1, min(int(worth), left // (jobs * _LINED_UP)))


def pooled(sweep: Sweep, seeds: range, jobs: int, chunk: int, tell: Tell = lambda *_: None) -> Generator[Run]:
    """The talks of these seeds, played by other processes, so many at once. Where those cannot be begun, or one of them
    dies, the rest is played here, and `tell` hears why: the talks are the same."""
    jobs = min(jobs, -(-len(seeds) // chunk), MOST_ON_WINDOWS if sys.platform == "win32" else jobs)
    done = 0
    try:
        with closing(_shared(sweep, seeds, jobs, chunk)) as runs:
            for run in runs:
                done += 1
                yield run
        return
    except _Alone as alone:
        tell(alone.why, alone.reason)
    for seed in seeds[done:]:
        yield from sweep.play((seed,))


class _Alone(Exception):
    """Other processes cannot play."""

    def __init__(self, why: Alone, reason: str = "") -> None:
        super().__init__(why, reason)
        self.why, self.reason = why, reason


def _shared(sweep: Sweep, seeds: range, jobs: int, chunk: int) -> Generator[Run]:
    """The talks of these seeds, played by other processes. Raises `_Alone` where these are not to be had."""
    ours, heard, threads = set(multiprocessing.active_children()), threading.excepthook, set(threading.enumerate())
    with _begun():
        # Spawned everywhere: a fork copies locks that other threads hold, and Windows has none.
        pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin)

    def give(part: range) -> Future[tuple[Run, ...]]:
        with _unheard(), _begun():
            return pool.submit(sweep.play, part)

    def take(given: Future[tuple[Run, ...]]) -> tuple[Run, ...]:
        while not wait([given], _LOOKS).done:
            if threads.issuperset(threading.enumerate()):  # no thread of the pool is left that could bring it
                raise _Alone("no-processes")
        return given.result()

    threading.excepthook = _in_silence
    try:
        yield from in_order(give, take, parts(seeds, chunk), jobs * _LINED_UP)
    except BrokenProcessPool:
        raise _Alone("process-died") from None
    finally:
        threading.excepthook = heard
        for child in set(multiprocessing.active_children()) - ours:
            child.terminate()
        with suppress(RuntimeError):  # that a thread of the pool cannot be waited for, if it could not be begun
            pool.shutdown(cancel_futures=True)


def _in_silence(_: object) -> None:
    """A thread of the pool that a want of threads ends: that nothing more comes of it is told in a sentence."""


@contextmanager
def _begun() -> Iterator[None]:
    """Begins processes, or what they need: semaphores (in /dev/shm on Linux), threads that wait for them. A system may
    refuse each (read-only or full, a limit of processes, a filter of system calls), or not have them. Raises `_Alone`
    then."""
    try:
        yield
    except BrokenProcessPool:
        raise
    except (OSError, RuntimeError, ImportError, MemoryError) as refused:
        raise _Alone("no-processes", getattr(refused, "strerror", None) or str(refused)) from None


def parts(seeds: range, chunk: int) -> Iterator[range]:
    """The seeds in chunks."""
    return (seeds[first : first + chunk] for first in range(0, len(seeds), chunk))


def in_order(
    give: Callable[[range], _Given], take: Callable[[_Given], tuple[Run, ...]], parts: Iterable[range], ahead: int
) -> Generator[Run]:
    """What comes of chunks that are given out, so many ahead, in the order in which they are given."""
    given: deque[_Given] = deque()
    for part in parts:
        given.append(give(part))
        if len(given) >= ahead:
            yield from take(given.popleft())
    while given:
        yield from take(given.popleft())


@contextmanager
def _unheard() -> Iterator[None]:
    """Processes that are begun within do not hear Ctrl-C: who began them ends them. One that comes meanwhile waits.

    A thread of a library may take the signal that this one has blocked, and Python would still raise it here: so it is
    noted, and raised when they are begun. For the main thread. Windows blocks nothing: there they must say themselves
    that they do not listen.
    """
    noted: list[int] = []
    hears = signal.signal(signal.SIGINT, lambda number, _: noted.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        signal.signal(signal.SIGINT, hears)
    if noted:
        raise KeyboardInterrupt


def _begin() -> None:
    """What a process does first: it leaves Ctrl-C to the one that began it, and ends when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    except RuntimeError:  # no thread to be had: whoever began it is told that it has died, and needs no traceback
        os._exit(1)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
