"""Several processes that serve one class from one PostgreSQL, which brings every commit to disk (`fsync`), under the
load of robots; and what becomes of the people of one that is killed in the midst of it.

Of four people at a table two are at each process, so that every move has to be heard of through the database. Who was
at the process that dies asks the other, as one does whom a proxy sends there: with his key and nothing else, and
whatever had not been answered is sent once more under the same id.
"""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

from benchmarks import Row
from benchmarks.classroom import postgres
from benchmarks.classroom.crowd import Case, Tally, resident
from benchmarks.classroom.ours import LIMIT, Crowd, Host, Thought, crowd, hosted
from game.guest import Guest, Said, Unreachable

PACED = Case("400 people, a move a table each 2 s", 100, 2.0, 20.0)
AT_ONCE = Case("150 tables move at once, three times", 150, times=3)
DEATH = Case("one of two processes killed under 200 people, who go to the other: back after", 50, 2.0, 16.0)
PROCESSES = ("one process", "two processes")


def server_rows(patience: float) -> Iterator[Row]:
    """One and two processes on one PostgreSQL, at a pace and all at once; and the death of one of two. No row
    where there is no PostgreSQL."""
    if postgres.lacking():
        return
    with postgres.running(durable=True) as database:
        for case in (PACED, AT_ONCE):
            for number, name in enumerate(PROCESSES, 1):
                with serving(database, case, number) as hosts:
                    tally, rss = asyncio.run(crowd(hosts[0], case, patience, *hosts[1:]))
                yield tally.row(f"{name} on PostgreSQL: {case.name}", case.seats, rss)
        with serving(database, DEATH, 2) as hosts:
            waits, tally, rss = asyncio.run(outlived(hosts, DEATH, patience))
        yield Tally.of_waits(DEATH.seats // 2, waits).row(DEATH.name, DEATH.seats, rss)
        yield tally.row("their moves before and after, a table each 2 s", DEATH.seats, rss)


@contextmanager
def serving(database: str, case: Case, processes: int) -> Iterator[tuple[Host, ...]]:
    """So many processes that serve a new class from one database."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        first = stack.enter_context(hosted(Path(folder), case.seats, database=database))
        others = [
            stack.enter_context(hosted(Path(folder), case.seats, again=first.code, database=database))
            for _ in range(1, processes)
        ]
        yield (first, *others)


class Surviving(Crowd):
    """A crowd of which those go over to the last host whose own has died."""

    async def answered(self, thought: Thought) -> Said | None:
        """What is said to a move; it is sent to where that device is, until it is answered."""
        id, place = uuid4().hex, self.guests.index(thought.guest)
        while True:
            try:
                return await self.guests[place].move(thought.move, thought.seen, id)
            except Unreachable:
                await asyncio.sleep(0.1)

    def go_over(self, place: int) -> Guest:
        """Have a device ask the last host from now on."""
        before = self.guests[place]
        seat = before.seat
        assert seat is not None
        guest = Guest(self.hosts[-1].address, seat.token)
        guest.seat = seat
        self.listening[place].cancel()
        before.close()
        self.guests[place] = guest
        for table in self.tables:
            table.guests = [self.guests[each] for each in table.places]
        self.listening[place] = asyncio.create_task(self.listen(place))
        return guest


async def outlived(hosts: tuple[Host, ...], case: Case, patience: float) -> tuple[list[float], Tally, float | None]:
    """The first of two hosts is killed in the midst of the load: after how long each of its people hears the other,
    what became of all moves, and the memory of the other. Raises `RuntimeError` where an answered move is gone."""
    clock, found = asyncio.get_running_loop().time, Surviving(hosts[0], case, *hosts[1:])
    try:
        async with asyncio.timeout(LIMIT):
            await found.come_in()
            await found.sit_down()
        playing = asyncio.create_task(found.play(patience))
        await asyncio.sleep(case.seconds / 2)
        before = [guest.page["desk"]["version"] for guest in found.guests]
        os.kill(hosts[0].process, signal.SIGKILL)
        begun, back = clock(), dict[int, float]()
        went = {place: found.go_over(place) for place in range(0, case.seats, len(hosts))}
        while len(back) < len(went) and clock() < begun + LIMIT:
            heard = (place for place, guest in went.items() if guest.page and place not in back)
            back |= {place: clock() - begun for place in heard}
            await asyncio.sleep(0.02)
        async with asyncio.timeout(LIMIT):
            await playing
        after = [guest.page["desk"]["version"] for guest in found.guests]
        if any(now < then for now, then in zip(after, before, strict=True)):
            raise RuntimeError("a move that was answered is gone")
    finally:
        await found.leave()
    return list(back.values()), found.tally, resident(hosts[-1].process)
