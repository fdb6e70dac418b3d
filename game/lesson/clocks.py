"""How long those have been asked who speak for audiences: nobody is waited for without end, and a pause costs nobody
time."""

from __future__ import annotations

from collections.abc import Iterable

from game.text import DelegationId


class Clocks:
    """A clock for each audience that is asked something, from when it was asked."""

    def __init__(self) -> None:
        self._now = 0.0
        self._since: dict[DelegationId, float] = {}

    def at(self, now: float, *, paused: bool) -> None:
        """Go on to a time; while the table rests no clock runs."""
        if paused:
            passed = max(0.0, now - self._now)
            self._since = {who: since + passed for who, since in self._since.items()}
        self._now = now

    def asked(self, audiences: Iterable[DelegationId], moved: DelegationId | None) -> None:
        """Note who is asked now: a clock runs from now on for whom none did, and for whoever has just `moved`."""
        self._since = {who: self._now if who == moved else self._since.get(who, self._now) for who in audiences}

    def over(self, who: DelegationId, seconds: float) -> bool:
        """Whether somebody has been asked for so long."""
        return who in self._since and self._now - self._since[who] >= seconds

    def left(self, who: DelegationId, seconds: float) -> float | None:
        """Seconds that are left; None for whom no clock runs."""
        return max(0.0, self._since[who] + seconds - self._now) if who in self._since else None

    def due(self, seconds: float) -> list[float]:
        """When clocks are over that are not yet."""
        return [since + seconds for since in self._since.values() if since + seconds > self._now]
