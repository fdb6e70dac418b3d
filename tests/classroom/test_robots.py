"""Robots come over the network like everybody, and take part in a lesson."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.classroom.rehearsal import rehearsed
from game.classroom.robots import Done, NotLetIn, Student, attend, fill
from game.guest import Guest, Said, Seat
from game.lesson import Settings
from game.seat import desk
from game.seat.travel import CODEC
from game.talks import Move, View, view
from tests.classroom.real import Host, hosted, overview, teach
from tests.library import opened, scenario

SMALL = "istanbul-communique-1994"


@contextmanager
def quiet(folder: Path, *more: str) -> Iterator[Host]:
    """A host, which ends when it is asked to, with nothing in its log."""
    with hosted(folder / "class.db", *more, scenario=SMALL) as host:
        yield host
        host.process.terminate()
        assert host.process.communicate(timeout=20)[1] == ""


async def until(seen: Any, seconds: float = 30.0) -> None:
    """Wait for something to be so, and ask no oftener than the host answers for long. Raises `TimeoutError`."""
    async with asyncio.timeout(seconds):
        while not await seen():
            await asyncio.sleep(0.25)


def test_a_rehearsal_leaves_the_last_seat_free() -> None:
    """For whoever rehearses."""
    settings, robots = rehearsed(Settings(SMALL), scenario(SMALL), 3)
    assert (settings, robots) == (replace(Settings(SMALL), expected=12), 11)


@pytest.mark.slow
def test_robots_play_a_lesson(tmp_path: Path) -> None:
    """With the code they take their seats, read, answer the question, and their tables come to an end; nobody else has
    to do anything but the teacher."""

    async def lesson(host: Host) -> None:
        with pytest.raises(NotLetIn, match="code"):
            await fill(host.address, "WRONGCODE", 2)
        done = Done()
        students = await fill(host.address, host.code, 8, seed=1, pace=0.005, done=done)
        assert sorted(each.guest.seat.number for each in students if each.guest.seat) == list(range(1, 9))
        attending = asyncio.create_task(attend(students))
        await teach(host, "start", "advance")

        async def read() -> bool:
            return bool((await overview(host))["read"] == 8)

        await until(read)
        await teach(host, "advance")

        async def ended() -> bool:
            return all(table.get("stage") in ("signed", "unsigned") for table in (await overview(host))["tables"])

        await until(ended)
        assert done.moves >= 4
        await teach(host, "finish")
        async with asyncio.timeout(10):
            await attending

    with quiet(tmp_path, "--expected", "8") as host:
        asyncio.run(lesson(host))


class Busy(Guest):
    """A guest at a table at which something happens all the time."""

    def __init__(self, seen: View) -> None:
        super().__init__("http://host")
        self.room = {"room": {"phase": "talks"}}
        self.seat = Seat("", "d1", 1, "", "")
        self.page = {"desk": CODEC.plain(desk(seen)), "teams": [{"seat": seen.who, "pen": "d1"}]}
        self.moves: list[tuple[Move, int, str]] = []

    async def follow(self) -> AsyncGenerator[str, None]:
        for _ in range(40):
            yield "table"
            await asyncio.sleep(0.005)

    async def move(self, move: Move, seen: int, id: str = "") -> Said | None:
        self.moves.append((move, seen, id))
        return None


def test_a_robot_is_heard_where_much_happens() -> None:
    """It thinks to the end, whatever comes meanwhile, and then of that."""
    seen = view(opened(SMALL), scenario(SMALL).ids[0])
    guest = Busy(seen)
    asyncio.run(Student(guest, Random(1), 0.002).attend())
    assert guest.moves


@pytest.mark.slow
def test_a_teacher_rehearses_alone(tmp_path: Path) -> None:
    """The host brings its robots along, keeps a seat for the teacher, and takes them along when it ends."""

    async def join(host: Host) -> None:
        async def full() -> bool:
            return bool((await overview(host))["present"] == 7)

        await until(full)
        guest = Guest(host.address)
        assert await guest.join(host.code) is None
        assert guest.seat
        assert guest.seat.table == "B"
        guest.close()

    with quiet(tmp_path, "--rehearse", "2") as host:
        asyncio.run(join(host))
