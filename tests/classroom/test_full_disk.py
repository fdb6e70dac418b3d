"""A disk that is full: what could not be kept was not done, nobody saw it, and it can be sent again."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest

from game.table import StoreError
from tests.classroom.served import Served, run, streamed


def test_what_cannot_be_kept_is_not_done_and_seen_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def test(at: Served) -> None:
        people = await at.joined("Ann", "Ben", "Cat", "Dan")
        await at.begin()
        cat = streamed(at.app, people[2].token, "api/stream")
        for _ in range(2):
            await anext(cat)
        store = at.hall.house.store
        desk = (await people[0].desk())["desk"]
        move = {"kind": "say", "by": people[0].seat["seat"], "remark": "Is this kept?"}
        body = {"id": "m1", "seen": desk.get("version", 0), "move": move}

        def full() -> None:
            store.give_up()
            raise StoreError("not-saved", trouble="full")

        with monkeypatch.context() as broken:
            broken.setattr(store, "commit", full)
            assert await people[0].not_done("api/move", 503, **body) == "not-kept"
            assert await at.client().not_done("api/join", 503, code=at.code) == "not-kept"
            assert await at.desk.not_done("api/desk/do", 503, do={"kind": "lock", "locked": True}) == "not-kept"
        assert at.hall.room.tables["A"].table.version == 0
        assert len(at.hall.room.lesson.people) == 4
        assert not at.hall.room.lesson.locked
        assert (await people[0].post("api/move", **body))["number"]
        told = list[Any]()
        async with asyncio.timeout(10):
            while "Is this kept?" not in str(told[-1:]):
                told.append(await anext(cat))
        tables = [event for event in told if event[0] == "table"]
        assert len(tables) == 1, "once, and only when it was kept"
        await cat.aclose()
        (eve,) = await at.joined("Eve")
        assert eve.seat["number"] == 5

    caplog.set_level(logging.ERROR)
    run(tmp_path / "class.sqlite3", test)
    assert all(record.exc_info is None for record in caplog.records)


def test_a_file_that_is_gone_is_told_and_comes_back(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        people = await at.joined("Ann", "Ben", "Cat", "Dan")
        await at.begin()
        path, away = tmp_path / "class.sqlite3", tmp_path / "elsewhere.sqlite3"
        path.rename(away)
        assert (await people[0].say("m1")).json()["kind"] == "not-kept"
        away.rename(path)
        assert (await people[0].say("m1")).status_code == 200

    run(tmp_path / "class.sqlite3", test)


def test_who_looks_on_is_sent_away_for_a_moment_where_the_class_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It was thrown away, because something could not be kept, and its file is out of reach: it comes back with it."""

    async def test(at: Served) -> None:
        people = await at.joined("Ann", "Ben", "Cat", "Dan")
        await at.begin()
        events = streamed(at.app, people[2].token, "api/stream")
        for _ in range(2):
            await anext(events)
        store = at.hall.house.store

        def full() -> None:
            store.give_up()
            raise StoreError("not-saved", trouble="full")

        def out_of_reach() -> None:
            raise StoreError("cannot-read", trouble="locked")

        with monkeypatch.context() as broken:
            broken.setattr(store, "commit", full)
            broken.setattr(store, "classes", out_of_reach)
            assert await at.desk.not_done("api/desk/do", 503, do={"kind": "lock", "locked": True}) == "not-kept"
            at.hall.ring()
            assert [event async for event in events][-1] == ("end", "", {"kind": "restarting"})
            assert (await people[0].ask("GET", "api/setting")).status_code == 503
        assert (await people[0].say("m1")).status_code == 200

    caplog.set_level(logging.ERROR)
    run(tmp_path / "class.sqlite3", test)
    assert all(record.exc_info is None for record in caplog.records)
