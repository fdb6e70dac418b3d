"""A host that is killed in the midst of a storm has lost nothing that it had acknowledged, and done nothing twice."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest

from game.table import TEACHER, Made, Store, Suggest
from game.talks import Say
from tests.classroom.real import Host, hosted

PEOPLE = 12
LEAVES = (httpx.TransportError, json.JSONDecodeError)


@dataclass
class Storm:
    """People who move as fast as they can, and what they were told."""

    seats: list[Any] = field(default_factory=list)
    made: set[tuple[str, str]] = field(default_factory=set)
    suggested: set[str] = field(default_factory=set)
    sent: int = 0

    async def come_in(self, host: Host) -> None:
        """Join, and have the talks begun."""
        async with httpx.AsyncClient(base_url=host.address) as http:
            for _ in range(PEOPLE):
                self.seats.append((await http.post("/api/join", json={"code": host.code})).json())
            await self.lead(http, host, {"kind": "start"}, {"kind": "advance"}, {"kind": "advance"})

    async def lead(self, http: httpx.AsyncClient, host: Host, *doings: Any) -> None:
        """Do something at the teacher's desk; what could not be kept is tried again, as its page does."""
        for each in doings:
            told = {"Authorization": f"Bearer {host.desk}"}
            for _ in range(5):
                found = await http.post("/api/desk/do", json={"do": each}, headers=told)
                if found.status_code != 503:
                    break
                await asyncio.sleep(0.5)
            assert found.status_code == 200, found.text

    async def rage(self, host: Host, seconds: float) -> None:
        """Storm, and kill the host in the midst of it."""
        async with httpx.AsyncClient(base_url=host.address) as http:
            back = {"kind": "preside", "move": {"kind": "revoke", "by": "*chair", "version": 0}}
            with suppress(AssertionError):  # nothing has been moved there yet
                await self.lead(http, host, back)
            tasks = [asyncio.create_task(self.one(http, seat)) for seat in self.seats]
            made, suggested = len(self.made), len(self.suggested)
            async with asyncio.timeout(20):
                while made == len(self.made) or suggested == len(self.suggested):
                    await asyncio.sleep(0.01)
            await asyncio.sleep(seconds)
            os.kill(host.process.pid, signal.SIGKILL)
            await asyncio.gather(*tasks)
        host.process.wait()

    async def one(self, http: httpx.AsyncClient, seat: Any) -> None:
        """Move for as long as somebody answers, and as fast as the host lets one; who has no pen suggests things."""
        told = {"Authorization": f"Bearer {seat['token']}"}
        with suppress(*LEAVES):
            while True:
                self.sent += 1
                words = f"Word {self.sent}."
                looked = await http.get("/api/messages?form=desk", headers=told)
                if looked.status_code == 429:
                    await asyncio.sleep(0.5)
                    continue
                assert looked.status_code == 200, looked.text
                seen = looked.json()["table"][0]["desk"].get("version", 0)
                move = {"kind": "say", "by": seat["seat"], "remark": words}
                body = {"id": f"m{self.sent}", "seen": seen, "move": move}
                answer = await http.post("/api/move", json=body, headers=told)
                assert answer.status_code in (200, 409, 429), answer.text
                if answer.status_code == 200:
                    self.made.add((seat["device"], body["id"]))
                    continue
                act = {"kind": "suggest", "move": move}
                if (await http.post("/api/act", json={"act": act}, headers=told)).status_code == 200:
                    self.suggested.add(words)

    def lost(self, path: Path) -> set[object]:
        """What was acknowledged and is not kept; nothing may be kept twice."""
        made, suggested = Counter[tuple[str, str]](), Counter[str]()
        with closing(Store(path, writable=False)) as store:
            for game in store.classes()[0].games:
                for _, act in store.acts(game):
                    if isinstance(act, Made) and act.device != TEACHER:
                        made[act.device, act.id] += 1
                    elif isinstance(act, Suggest) and isinstance(act.move, Say):
                        suggested[act.move.remark] += 1
        assert set(made.values()) | set(suggested.values()) <= {1}
        return {*(self.made - made.keys()), *(self.suggested - suggested.keys())}


def stormed(path: Path, kills: int, *, careless: bool = False) -> tuple[Storm, set[object]]:
    """A class that is killed so often in the midst of a storm; what was lost of what had been acknowledged."""
    storm, chance, lost = Storm(), Random(5), set[object]()
    program = ("-m", "tests.classroom.careless") if careless else ("-m", "game", "host")
    for number in range(kills):
        with hosted(path, program=program) as host:
            if not number:
                asyncio.run(storm.come_in(host))
            asyncio.run(storm.rage(host, 0.4 * chance.random()))
        lost |= storm.lost(path)
    return storm, lost


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_what_was_acknowledged_is_kept_through_fifty_deaths(tmp_path: Path) -> None:
    storm, lost = stormed(tmp_path / "class.sqlite3", 50)
    assert lost == set()
    assert len(storm.made) > 100
    assert len(storm.suggested) > 100


@pytest.mark.slow
def test_a_host_that_answers_before_the_disk_is_found_out(tmp_path: Path) -> None:
    """The control: the same storm over a host that is careless loses something."""
    assert stormed(tmp_path / "class.sqlite3", 4, careless=True)[1]
