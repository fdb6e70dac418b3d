"""Robots come over the network like everybody, and take part in a lesson."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.classroom.rehearsal import rehearsed
from game.classroom.robots import Done, NotLetIn, attend, fill
from game.guest import Guest, Line
from game.lesson import Settings
from tests.library import scenario

SMALL = "istanbul-communique-1994"


@contextmanager
def hosted(folder: Path, *more: str) -> Iterator[dict[str, Any]]:
    """A host as a teacher starts it: where it is. What it says in its log is a fault."""
    asked = ["host", SMALL, "--json", "--port", "0", "--bind", "127.0.0.1", "--database", str(folder / "c.db")]
    with (folder / "log").open("w+", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "game", *asked, *more], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log
        )
        assert server.stdout
        try:
            line = server.stdout.readline()
            assert line, (folder / "log").read_text(encoding="utf-8")
            yield json.loads(line)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)
            server.stdout.close()
        log.seek(0)
        assert log.read() == ""


async def teach(told: dict[str, Any], *kinds: str) -> None:
    """Do these as the teacher."""
    line = Line(told["addresses"][0], told["desk"].partition("#")[2])
    for kind in kinds:
        reply = await line.ask("POST", "api/desk/do", json.dumps({"do": {"kind": kind}}).encode())
        assert reply.status == 200, reply.body
    line.close()


async def overview(told: dict[str, Any]) -> dict[str, Any]:
    """What the teacher sees."""
    line = Line(told["addresses"][0], told["desk"].partition("#")[2])
    reply = await line.ask("GET", "api/desk/messages?form=desk")
    line.close()
    found: dict[str, Any] = json.loads(reply.body)["room"][-1]["overview"]
    return found


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

    async def lesson(told: dict[str, Any]) -> None:
        with pytest.raises(NotLetIn, match="code"):
            await fill(told["addresses"][0], "WRONGCODE", 2)
        done = Done()
        students = await fill(told["addresses"][0], told["code"], 8, seed=1, pace=0.005, done=done)
        assert sorted(each.guest.seat.number for each in students if each.guest.seat) == list(range(1, 9))
        attending = asyncio.create_task(attend(students))
        await teach(told, "start", "advance")

        async def read() -> bool:
            return bool((await overview(told))["read"] == 8)

        await until(read)
        await teach(told, "advance")

        async def ended() -> bool:
            return all(table.get("doing") in ("signed", "unsigned") for table in (await overview(told))["tables"])

        await until(ended)
        assert done.moves >= 4
        await teach(told, "finish")
        async with asyncio.timeout(10):
            await attending

    with hosted(tmp_path, "--expected", "8") as told:
        asyncio.run(lesson(told))


@pytest.mark.slow
def test_a_teacher_rehearses_alone(tmp_path: Path) -> None:
    """The host brings its robots along, keeps a seat for the teacher, and takes them along when it ends."""

    async def join(told: dict[str, Any]) -> None:
        async def full() -> bool:
            return bool((await overview(told))["present"] == 7)

        await until(full)
        guest = Guest(told["addresses"][0])
        assert await guest.join(told["code"]) is None
        assert guest.seat
        assert guest.seat.table == "B"
        guest.close()

    with hosted(tmp_path, "--rehearse", "2") as told:
        asyncio.run(join(told))
