"""A crowd that moves at a pace, and how long each of its moves takes to be seen by everybody at its table.

The pace is that of a clock, not of the host: a move is due at its time whether or not those before it have come
through, and what it waits until it is sent counts as well.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Hashable, Iterable
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from random import Random

from benchmarks import Row
from game.guest import Line, Unreachable


@dataclass(frozen=True, slots=True)
class Case:
    """So many tables of four, at each of which somebody moves every so many seconds; or all at once, `times` over."""

    name: str
    tables: int
    every: float = 0.0
    seconds: float = 20.0
    times: int = 5
    pages: bool = False
    """Whether whoever looks on beside a pen is sent pages, as browsers are, and not desks."""

    @property
    def seats(self) -> int:
        """Devices, four at a table."""
        return 4 * self.tables


@dataclass(slots=True)
class Tally:
    """What became of the moves."""

    due: int = 0
    """Sights that there should be: one for each move and each device at its table."""
    waits: list[float] = field(default_factory=list)
    """Seconds from when a move was due until a device at its table had it, for all that have come."""
    accepted: int = 0
    refused: int = 0
    spent: float = 0.0
    """Seconds until all moves that were made at once had been answered; 0 where they were not made so."""
    first: float = inf
    last: float = 0.0
    """When the first move was due, and the last sight came."""
    _open: dict[Hashable, tuple[float, set[Hashable]]] = field(default_factory=dict)

    @staticmethod
    def of_waits(due: int, waits: Iterable[float]) -> Tally:
        """What is known where nobody moves: who has waited how long, of how many."""
        return Tally(due=due, waits=list(waits))

    def sent(self, move: Hashable, at: float, watchers: Iterable[Hashable]) -> None:
        """A move that was due at a time is on its way to these."""
        lacking = set(watchers)
        self.due += len(lacking)
        self.first = min(self.first, at)
        self._open[move] = at, lacking

    def seen(self, move: Hashable, who: Hashable, now: float) -> None:
        """Somebody has it; twice is once."""
        at, lacking = self._open.get(move, (now, set()))
        if who in lacking:
            lacking.remove(who)
            self.waits.append(now - at)
            self.last = max(self.last, now)
        if not lacking:
            self._open.pop(move, None)

    def taken_back(self, move: Hashable) -> None:
        """It was refused: nobody has to see it."""
        _, lacking = self._open.pop(move, (0.0, set()))
        self.due -= len(lacking)
        self.refused += 1

    @property
    def lost(self) -> int:
        """Sights that have not come."""
        return self.due - len(self.waits)

    def wait(self, share: float) -> float | None:
        """Seconds within which this share of all sights came; None where so many did not come."""
        place = int(share * self.due)
        return sorted(self.waits)[place] if place < len(self.waits) else None

    def row(self, case: str, seats: int, rss: float | None) -> Row:
        """The line of a case."""
        half, most = self.wait(0.5), self.wait(0.95)
        spent = self.spent or self.last - self.first
        return {
            "case": case,
            "seats": seats,
            "p50_ms": half and round(1000 * half, 1),
            "p95_ms": most and round(1000 * most, 1),
            "lost": self.lost,
            "moves_per_s": round(self.accepted / spent, 1) if spent > 0 else None,
            "rss_mb": rss and round(rss),
            "refused": self.refused,
        }


async def keep_pace(case: Case, move: Callable[[int, float], Awaitable[None]]) -> None:
    """Let every table of a case move when it is due, `move(table, at)`; comes back when all have been answered."""
    clock = asyncio.get_running_loop().time
    offset, begun = Random(case.tables), clock() + 0.2
    starts = [offset.uniform(0.0, case.every) for _ in range(case.tables)]

    async def one(table: int) -> None:
        for at in times(case, begun + starts[table]):
            await asyncio.sleep(at - clock())
            await move(table, at)

    async with asyncio.TaskGroup() as all_of_them:
        for table in range(case.tables):
            all_of_them.create_task(one(table))


def times(case: Case, begun: float) -> Iterable[float]:
    """When a table's moves are due; those of a crowd that moves all at once are due now, each in its turn."""
    if not case.every:
        return [begun] * case.times
    return [begun + case.every * turn for turn in range(int(case.seconds / case.every))]


async def settled(tally: Tally, seconds: float) -> None:
    """Wait until everything has been seen, at most so long."""
    clock = asyncio.get_running_loop().time
    until = clock() + seconds
    while tally.lost and clock() < until:
        await asyncio.sleep(0.05)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


async def there(line: Line, path: str, seconds: float = 30.0) -> None:
    """Wait until a server answers. Raises `Unreachable` where it does not in time."""
    clock = asyncio.get_running_loop().time
    until = clock() + seconds
    while True:
        try:
            await line.ask("GET", path)
        except Unreachable:
            if clock() > until:
                raise
            await asyncio.sleep(0.1)
        else:
            return


def resident(process: int) -> float | None:
    """The most memory that a process has had, in MB; None where the system does not tell."""
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return None
    sizes = [line.split()[1] for line in told.splitlines() if line.startswith("VmHWM:")]
    return int(sizes[0]) / 1024 if sizes else None
