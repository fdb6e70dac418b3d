"""Two servers on one database serve one class: each hears what the other keeps, and one goes on when the other dies."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from contextlib import closing
from typing import Any

import httpx
import pytest

from game.table import TEACHER, Made
from tests.classroom.real import Host, hosted
from tests.classroom.test_killed import Storm

pytest.importorskip("psycopg", reason="psycopg is not installed")
from game.table.postgres import Postgres

pytestmark = pytest.mark.slow
MANY = 60
"""People who join at each of two servers."""


async def told(host: Host, token: str, path: str = "api/messages?form=desk") -> Any:
    """What somebody lacks, who asks one of the servers."""
    async with httpx.AsyncClient(base_url=host.address, timeout=40) as http:
        found = await http.get(f"/{path}", headers={"Authorization": f"Bearer {token}"})
        assert found.status_code == 200, found.text
        return found.json()


async def until(host: Host, token: str, phase: str, within: float = 30.0) -> None:
    """Wait until somebody who asks this server is told that a part of the lesson has begun. Raises `TimeoutError`."""
    async with asyncio.timeout(within):
        while (await told(host, token))["room"][0]["room"].get("phase", "join") != phase:
            await asyncio.sleep(0.25)


async def hear_of_each_other(storm: Storm, first: Host, second: Host) -> None:
    """What is done at one server is seen at the other at once; a seat taken there is another's here."""
    await storm.come_in(first)
    ann, ben = storm.seats[0], storm.seats[1]
    await until(second, ann["token"], "talks")
    desk = (await told(second, ann["token"]))["table"][0]
    waits = asyncio.create_task(
        told(first, ben["token"], f"api/messages?form=desk&table=A.{ben['seat']}.{desk['number']}")
    )
    async with httpx.AsyncClient(base_url=second.address) as http:
        move = {"kind": "say", "by": ann["seat"], "remark": "Heard over there."}
        body = {"id": "x1", "seen": desk["desk"].get("version", 0), "move": move}
        made = await http.post("/api/move", json=body, headers={"Authorization": f"Bearer {ann['token']}"})
        assert made.status_code == 200, made.text
        assert "table" in await waits
        async with asyncio.timeout(10):
            while "Heard over there." not in str(await told(first, ben["token"])):
                await asyncio.sleep(0.25)
        back = await http.post("/api/return", json={"code": first.code, "seat_code": ben["seat_code"]})
        assert back.status_code == 200
    async with asyncio.timeout(10), httpx.AsyncClient(base_url=first.address) as http:
        while (await http.get("/api/setting", headers={"Authorization": f"Bearer {ben['token']}"})).status_code != 401:
            await asyncio.sleep(0.25)
    storm.seats[1] = back.json()


async def many_join_at_both(first: Host, second: Host) -> None:
    """A school that joins at both at the same time is let in, everybody once, in as many places."""
    async with httpx.AsyncClient(base_url=first.address) as one, httpx.AsyncClient(base_url=second.address) as other:
        asked = [http.post("/api/join", json={"code": first.code}, timeout=60) for http in (one, other) * MANY]
        found = await asyncio.gather(*asked)
    assert [each.status_code for each in found] == [200] * len(asked)
    assert len({each.json()["number"] for each in found}) == len(asked)


async def one_stands_still(storm: Storm, first: Host, second: Host) -> None:
    """The one that has the clock stands still in the midst of the storm, as on a machine that sleeps: people at the
    other go on, and after a while it has the clock. When the one goes on, so does the class, at both."""
    async with httpx.AsyncClient(base_url=first.address) as one, httpx.AsyncClient(base_url=second.address) as other:
        tasks = [asyncio.create_task(storm.one(one, seat)) for seat in storm.seats[::2]]
        tasks += [asyncio.create_task(storm.one(other, seat)) for seat in storm.seats[1::2]]
        async with asyncio.timeout(60):
            while len(storm.made) < 4:
                await asyncio.sleep(0.02)
        os.kill(first.process.pid, signal.SIGSTOP)
        try:
            made = len(storm.made)
            # Every pen may be held by somebody at the one that stands still: who is away for a minute hands it on.
            async with asyncio.timeout(100):
                while len(storm.made) < made + 4:
                    await asyncio.sleep(0.02)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await storm.lead(other, second, {"kind": "lengthen", "seconds": -1200})
            await until(second, storm.seats[0]["token"], "close", within=90)
        finally:
            os.kill(first.process.pid, signal.SIGCONT)
    await until(first, storm.seats[0]["token"], "close")
    async with httpx.AsyncClient(base_url=first.address) as one:
        await storm.lead(one, first, {"kind": "advance"})
    await until(second, storm.seats[0]["token"], "debrief")


async def one_dies(storm: Storm, first: Host, second: Host) -> None:
    """People at both servers storm; one is killed, and whoever was there goes on at the other."""
    async with httpx.AsyncClient(base_url=first.address) as one, httpx.AsyncClient(base_url=second.address) as other:
        tasks = [asyncio.create_task(storm.one(one, seat)) for seat in storm.seats[::2]]
        tasks += [asyncio.create_task(storm.one(other, seat)) for seat in storm.seats[1::2]]
        async with asyncio.timeout(60):
            while len(storm.made) < 6 or len(storm.suggested) < 6:
                await asyncio.sleep(0.02)
        os.kill(first.process.pid, signal.SIGKILL)
        made = len(storm.made)
        tasks += [asyncio.create_task(storm.one(other, seat)) for seat in storm.seats[::2]]
        async with asyncio.timeout(60):
            while len(storm.made) < made + 3:
                await asyncio.sleep(0.02)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def the_other_has_the_clock(storm: Storm, second: Host) -> None:
    """Time that is up is up, also when the one is dead that had the clock."""
    async with httpx.AsyncClient(base_url=second.address) as http:
        await storm.lead(http, second, {"kind": "lengthen", "seconds": -1200})
    await until(second, storm.seats[0]["token"], "close")


def test_two_servers_serve_one_class(postgresql: str) -> None:
    storm = Storm()
    with hosted(postgresql, "--new") as first, hosted(postgresql, "--continue", first.code) as second:
        assert first.code == second.code
        asyncio.run(hear_of_each_other(storm, first, second))
        asyncio.run(one_dies(storm, first, second))
        asyncio.run(the_other_has_the_clock(storm, second))
    check_kept(postgresql, first.code, storm)


@pytest.mark.timeout(300)
def test_a_server_that_stands_still_does_no_harm(postgresql: str) -> None:
    """Nothing that was acknowledged is lost, and nothing is done twice."""
    storm = Storm()
    with hosted(postgresql, "--new") as first:
        asyncio.run(storm.come_in(first))
        asyncio.run(until(first, storm.seats[0]["token"], "talks"))
        with hosted(postgresql, "--continue", first.code) as second:
            asyncio.run(one_stands_still(storm, first, second))
    check_kept(postgresql, first.code, storm)


def test_a_school_joins_at_two_servers_at_once(postgresql: str) -> None:
    with hosted(postgresql, "--new") as first, hosted(postgresql, "--continue", first.code) as second:
        asyncio.run(many_join_at_both(first, second))


def check_kept(database: str, code: str, storm: Storm) -> None:
    """What was acknowledged in a class is kept, once."""
    made = Counter[tuple[str, str]]()
    with closing(Postgres(database)) as store:
        kept = next(each for each in store.classes() if each.code == code)
        for game in kept.games:
            store.load(game)
            made.update((a.device, a.id) for _, a in store.acts(game) if isinstance(a, Made) and a.device != TEACHER)
    assert set(made.values()) == {1}
    assert storm.made <= made.keys()
