"""A class that goes on for long: robots at all its tables, of whom some load their page again, lose the network or come
back with another device, and a host whose memory does not grow and whose log stays empty.

`python -m tests.classroom.soak --seconds 4500 --pace 1` is a whole lesson of 75 minutes, by its own bell.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from game.classroom.robots import Done, Student, fill
from game.guest import Guest, Line
from tests.classroom.real import Host, hosted, overview, preside, teach

MAIN = "partnership-for-peace-1994"
PEOPLE = 36
MISHAP = 0.5
"""Seconds between two mishaps, for the pace of a test; longer by as much as the robots are slower."""


@dataclass
class Soaked:
    """What came of it."""

    moves: int = 0
    refused: int = 0
    mishaps: int = 0
    away: int = 0
    """People who are not there at the end."""
    memory: list[float] = field(default_factory=list)
    """MB of the host, once a second."""
    lags: list[float] = field(default_factory=list)
    """Seconds that the host took to answer a question of nothing but which program it is, once a second."""

    def lag(self, share: float) -> float:
        """Within how many seconds this share of them was answered."""
        return sorted(self.lags)[int(share * (len(self.lags) - 1))]

    def growth(self, warm: float) -> float:
        """MB between the mean of a tenth after this share of the time and that of the last tenth."""
        tenth = max(1, len(self.memory) // 10)
        begin = int(warm * len(self.memory))
        early, late = self.memory[begin : begin + tenth], self.memory[-tenth:]
        return sum(late) / len(late) - sum(early) / len(early)


class Soak:
    """A class under way."""

    def __init__(self, host: Host, pace: float, chance: Random) -> None:
        self.host, self.pace, self.chance = host, pace, chance
        self.done, self.found = Done(), Soaked()
        self.attending: dict[Student, asyncio.Task[None]] = {}

    async def run(self, seconds: float) -> Soaked:
        """Let it go on for so long."""
        for student in await fill(self.host.address, self.host.code, PEOPLE, pace=self.pace, done=self.done):
            self._attend(student)
        await teach(self.host, "start", "advance", "advance")
        await preside(self.host, "extend", hours=100.0)
        until = time.monotonic() + seconds
        watching = asyncio.create_task(self._watch(until))
        while time.monotonic() < until:
            await asyncio.sleep(self.pace / 0.05 * MISHAP * self.chance.uniform(0.5, 1.5))
            await self._mishap()
        await watching
        await asyncio.sleep(2.0)  # whoever has just gone comes back
        self.found.away = (await overview(self.host)).get("away", 0)
        self.found.moves, self.found.refused = self.done.moves, self.done.refused
        for task in self.attending.values():
            task.cancel()
        await asyncio.gather(*self.attending.values(), return_exceptions=True)
        return self.found

    def _attend(self, student: Student) -> None:
        self.attending[student] = asyncio.create_task(student.attend())

    async def _watch(self, until: float) -> None:
        line = Line(self.host.address)
        while time.monotonic() < until:
            self.found.memory.append(resident(self.host.process.pid))
            asked = time.monotonic()
            await line.ask("GET", "api/about")
            self.found.lags.append(time.monotonic() - asked)
            await asyncio.sleep(1.0)
        line.close()

    async def _mishap(self) -> None:
        """Somebody's page dies: it is loaded again with what it has kept, or another device takes the seat."""
        self.found.mishaps += 1
        student = self.chance.choice(list(self.attending))
        self.attending.pop(student).cancel()
        seat = student.guest.seat
        assert seat
        guest = Guest(self.host.address, seat.token)
        guest.seat = seat
        if self.chance.random() < 0.3:
            await asyncio.sleep(self.chance.uniform(0.0, 1.0))  # the network is away for a while
        if self.chance.random() < 0.3 and (why := await guest.come_back(self.host.code, seat.seat_code)) is not None:
            assert why.kind == "too-many", why
        self._attend(Student(guest, Random(self.chance.random()), self.pace, self.done))


def resident(process: int) -> float:
    """MB of a process now."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def soaked(folder: Path, seconds: float, pace: float) -> tuple[Soaked, str]:
    """What came of a class that goes on for so long, and all that its host had to say in its log."""
    with hosted(folder / "class.db", "--expected", str(PEOPLE), scenario=MAIN) as host:
        found = asyncio.run(Soak(host, pace, Random(1)).run(seconds))
        host.process.terminate()
        _, log = host.process.communicate(timeout=20)
    return found, log


def main(argv: Sequence[str] | None = None) -> int:
    """Run one, and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.classroom.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pace", type=float, default=0.05, help="1 is that of people")
    asked = parser.parse_args(argv)
    with TemporaryDirectory() as folder:
        found, log = soaked(Path(folder), asked.seconds, asked.pace)
    memory = f"{found.memory[0]:.0f} MB at first, {max(found.memory):.0f} at most, {found.memory[-1]:.0f} at last"
    print(f"{found.moves} moves, {found.refused} refused, {found.mishaps} mishaps, {found.away} away; {memory}")
    print(f"growth after a third of the time: {found.growth(1 / 3):+.1f} MB")
    half, most, worst = (round(1000 * found.lag(share), 1) for share in (0.5, 0.95, 1.0))
    print(f"a question is answered in {half} ms, 95 of 100 in {most}, all in {worst}")
    print(log, end="")
    return 1 if log else 0


if __name__ == "__main__":
    sys.exit(main())
