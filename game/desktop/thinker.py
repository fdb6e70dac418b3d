"""Computer delegations think beside the drawing thread, while the window goes on."""

from __future__ import annotations

from collections import deque

from game.desktop.worker import Worker
from game.table import Task, Thought


class Thinker:
    """Asks one task at a time; closing the window never waits for it."""

    def __init__(self) -> None:
        self._worker = Worker("computer delegations")
        self._answers: deque[Thought] = deque()

    def ask(self, task: Task) -> None:
        """Let a delegation think about its view."""
        self._worker.put(
            task.decide,
            lambda decision: self._answers.append(Thought(task, decision)),
            lambda _: self._answers.append(Thought(task, None)),
        )

    def answer(self) -> Thought | None:
        """What was thought, if anything is ready."""
        self._worker.deliver()
        return self._answers.popleft() if self._answers else None

    def stop(self) -> None:
        """Tell the thread to end after its task; nobody waits for it."""
        self._worker.stop()
