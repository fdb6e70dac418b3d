"""Calls those who wait for something of the whole class: at once, but not more often than they could read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count

Wake = Callable[[], None]


class Bell:
    """Whoever listens is called once when it has been rung, and listens again. Use it from one loop."""

    def __init__(self, gap: float) -> None:
        self.gap = gap
        """How many seconds lie between two calls at least."""
        self._listening: dict[int, Wake] = {}
        self._numbers = count()
        self._last = -gap
        self._later: asyncio.TimerHandle | None = None

    def listen(self, wake: Wake) -> Wake:
        """Be called once; what comes back lets go of that."""
        number = next(self._numbers)
        self._listening[number] = wake

        def let_go() -> None:
            self._listening.pop(number, None)

        return let_go

    def ring(self) -> None:
        """Call those who listen, now or when the gap is over."""
        if self._later is None:
            loop = asyncio.get_running_loop()
            wait = max(0.0, self._last + self.gap - loop.time())
            if wait:
                self._later = loop.call_later(wait, self._call)
            else:
                self._call()

    def _call(self) -> None:
        self._later, self._last = None, asyncio.get_running_loop().time()
        listening, self._listening = self._listening, {}
        for wake in listening.values():
            wake()

    def hush(self) -> None:
        """Call nobody any more."""
        if self._later is not None:
            self._later.cancel()
            self._later = None
