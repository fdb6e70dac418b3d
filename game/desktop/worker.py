"""A thread beside the drawing thread, for whatever takes longer than a frame. What comes of it is handed over on the
drawing thread: who asked hears of it in `deliver`, and nobody waits.

    worker.put(job, done)                   job() beside the drawing; then done(what it gave), or failed(the error)
    worker.put(job, done, first=True)       before whatever else waits
    worker.deliver()                        at every step of the window
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from contextvars import copy_context
from typing import TypeVar

_log = logging.getLogger(__name__)
_Found = TypeVar("_Found")
Act = Callable[[], object]


class Worker:
    """Does one job at a time. The thread is a daemon: closing the window never waits for it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: deque[Act] = deque()
        self._found: deque[Act] = deque()
        self._waits = threading.Condition()
        self._arrived = threading.Event()
        self._thread: threading.Thread | None = None
        self._stopped = False

    def put(
        self,
        job: Callable[[], _Found],
        done: Callable[[_Found], object],
        failed: Callable[[Exception], object] | None = None,
        *,
        first: bool = False,
    ) -> None:
        """Do this beside the drawing, in the language that is spoken here; an error of it is logged."""
        context = copy_context()

        def work() -> None:
            try:
                found = context.run(job)
            except Exception as fault:
                # Whoever stopped the worker has let go of what the job stands on, such as the fonts of a window.
                if not self._stopped:
                    _log.exception("%s: a job has failed", self._name)
                wrong = fault  # The name that `except` gives ends with it.
                self._found.append(lambda: failed(wrong) if failed else None)
            else:
                self._found.append(lambda: done(found))
            self._arrived.set()

        with self._waits:
            (self._jobs.appendleft if first else self._jobs.append)(work)
            self._waits.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()

    def deliver(self, wait: float = 0.0) -> bool:
        """Hand over what has been found, on the thread that calls; whether there was anything. With `wait`, stand
        still for something so many seconds at most."""
        if wait and not self._found:
            self._arrived.wait(wait)
        self._arrived.clear()
        any_found = bool(self._found)
        while self._found:
            self._found.popleft()()
        return any_found

    def stop(self) -> None:
        """Begin no other job; nobody waits for the one that goes on."""
        with self._waits:
            self._stopped = True
            self._jobs.clear()
            self._waits.notify()

    def _work(self) -> None:
        while True:
            with self._waits:
                while not self._jobs and not self._stopped:
                    self._waits.wait()
                if self._stopped:
                    return
                job = self._jobs.popleft()
            job()
