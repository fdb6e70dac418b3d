"""Robots come over the network like everybody, and take part in a lesson."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.classroom.rehearsal import rehearsed
from game.classroom.robots import Done, NotLetIn, attend, fill
from game.guest import Guest
from game.lesson import Settings
from tests.classroom.real import Host, hosted, overview, teach
from tests.library import scenario

SMALL = "istanbul-communique-1994"


@contextmanager
def quiet(folder: Path, *more: str) -> Iterator[Host]:
    """A host, which ends when it is asked to, with nothing in its log."""
    with hosted(folder / "class.db", *more, scenario=SMALL) as host:
        yield host
        host.process.terminate()
        assert host.process.communicate(timeout=20)[1] == ""


async def until(seen: Any, seconds: float = 30.0) -> None:
    """Wait for something to be so. Raises `TimeoutError`."""
    async with asyncio.timeout(seconds):
        while not await seen():
            await asyncio.sleep(0.1)


def test_a_rehearsal_leaves_the_last_seat_free() -> None:
    """For whoever rehearses."""
    settings, robots = rehearsed(Settings(SMALL), scenario(SMALL), 3)
    assert (settings, robots) == (replace(Settings(SMALL), expected=12), 11)


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
            return all(table.get("doing") in ("signed", "unsigned") for table in (await overview(host))["tables"])

        await until(ended)
        assert done.moves >= 4
        await teach(host, "finish")
        async with asyncio.timeout(10):
            await attending

    with quiet(tmp_path, "--expected", "8") as host:
        asyncio.run(lesson(host))


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
