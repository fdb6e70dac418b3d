"""Streams and polls: rounds that end, signs of life, and a slow browser that delays nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from game.classroom import streams
from tests.classroom.served import Served, Student, run, streamed


async def begun(at: Served) -> list[Student]:
    """Four people at a table whose talks have begun."""
    people = await at.joined("Ann", "Ben", "Cat", "Dan")
    await at.begin()
    return people


def test_a_stream_gives_signs_of_life_and_ends_to_be_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "BEAT", 0.02)
    monkeypatch.setattr(streams, "ROUND", 0.15)

    async def test(at: Served) -> None:
        people = await begun(at)
        events = [event async for event in streamed(at.app, people[0].token, "api/stream")]
        kinds = [kind for kind, _, _ in events]
        assert kinds[:2] == ["table", "room"]
        assert "here" in kinds
        assert events[-1] == ("end", "", {"kind": "again"})
        have = {kind: name for kind, name, _ in events if name}
        again = [event async for event in streamed(at.app, people[0].token, "api/stream", **have)]
        assert {kind for kind, _, _ in again} == {"here", "end"}, "nothing is sent twice"

    run(tmp_path / "class.sqlite3", test)


def test_a_move_reaches_everybody_at_the_table_once(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        people = await begun(at)
        open_ = [streamed(at.app, each.token, "api/stream") for each in people]
        for each in open_:
            assert [(await anext(each))[0] for _ in range(2)] == ["table", "room"]
        assert (await people[0].say("m1", "Listen.")).status_code == 200
        for each in open_:
            kind, _, body = await anext(each)
            assert kind == "table"
            assert "Listen." in str(body["changes"])
            await each.aclose()
        assert at.campus.streams.count == 0

    run(tmp_path / "class.sqlite3", test)


def test_a_browser_that_takes_nothing_delays_nobody_and_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "STUCK", 0.2)

    async def test(at: Served) -> None:
        people = await begun(at)
        stuck = asyncio.Event()

        async def receive() -> Mapping[str, Any]:
            await asyncio.Event().wait()
            raise AssertionError

        async def send(message: Mapping[str, Any]) -> None:
            if message["type"] == "http.response.body":
                stuck.set()
                await asyncio.Event().wait()

        headers = [(b"host", b"test"), (b"authorization", f"Bearer {people[1].token}".encode())]
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "path": "/api/stream",
            "raw_path": b"/api/stream", "query_string": b"form=desk", "root_path": "", "scheme": "http",
            "headers": headers, "client": ("10.0.0.9", 1), "server": ("test", 80),
        }  # fmt: skip
        slow = asyncio.create_task(at.app(scope, receive, send))
        await stuck.wait()
        other = streamed(at.app, people[2].token, "api/stream")
        await anext(other)
        await anext(other)
        assert (await people[0].say("m1", "Listen.")).status_code == 200
        async with asyncio.timeout(5):
            assert "Listen." in str((await anext(other))[2])
            await slow
        await other.aclose()
        assert at.campus.streams.count == 0

    run(tmp_path / "class.sqlite3", test)


def test_streams_and_requests_of_one_key_are_bounded(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        people = await begun(at)
        open_ = [streamed(at.app, people[0].token, "api/stream") for _ in range(4)]
        for each in open_:
            await anext(each)
        fifth = await people[0].ask("GET", "api/stream", params={"form": "desk"})
        assert (fifth.status_code, fifth.json()["kind"]) == (429, "too-many")
        for each in open_:
            await each.aclose()
        asked = [(await people[1].ask("GET", "api/setting")).status_code for _ in range(110)]
        assert asked.count(200) in (98, 99, 100)
        assert asked[-1] == 429
        assert (await people[2].ask("GET", "api/setting")).status_code == 200, "and nobody else's"
        at.clock.now += 1
        assert (await people[1].ask("GET", "api/setting")).status_code == 200

    run(tmp_path / "class.sqlite3", test)


def test_whoever_has_missed_much_is_sent_the_whole(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        people = await begun(at)
        have = (await people[0].lacks())["have"]
        for number in range(12):
            pen = people[0] if number % 2 == 0 else people[2]
            await pen.say(f"m{number}")
        assert at.hall.room.tables["A"].table.version > 8
        told = (await people[0].lacks(**have))["table"]
        assert len(told) == 1
        assert "desk" in told[0]
        odd = await people[0].lacks(table="Z.NOBODY.5", room="999999999999999999999")
        assert "desk" in odd["table"][0]
        assert odd["room"]

    run(tmp_path / "class.sqlite3", test)
