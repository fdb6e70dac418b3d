"""The one worker thread, in which computer delegations think while the window goes on drawing."""

from __future__ import annotations

import logging
import queue
import threading
from typing import TYPE_CHECKING

from game.table import Task, Thought

if TYPE_CHECKING:
    from game.delegations import Decision

_log = logging.getLogger(__name__)


class Thinker:
    """Asks one task at a time. The thread is a daemon: closing the window never waits for it."""

    def __init__(self) -> None:
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Thought] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def ask(self, task: Task) -> None:
        """Let a delegation think about its view."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="computer delegations", daemon=True)
            self._thread.start()
        self._tasks.put(task)

    def answer(self) -> Thought | None:
        """What was thought, if anything is ready."""
        try:
            return self._answers.get_nowait()
        except queue.Empty:
            return None

    def stop(self) -> None:
        """Tell the thread to end after its task; nobody waits for it."""
        if self._thread is not None:
            self._tasks.put(None)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                decision: Decision | None = task.decide()
            except Exception:
                _log.exception("the computer delegation %s could not decide", task.who)
                decision = None
            self._answers.put(Thought(task, decision))
