"""Several classes on one host: teachers open them, keys open their own, and old ones go."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path

from game.classroom.app import application
from game.classroom.campus import Campus
from game.classroom.doors import Gate, hashed, new_token
from game.table import Store
from tests.classroom.served import TWO_WORDS, Client, Clock, Student, house_of


def test_teachers_open_classes_of_their_own(tmp_path: Path) -> None:
    """Each behind its own keys and its own code; and another process finds all of them where they are kept."""
    secret, clock = new_token(), Clock()

    async def opened() -> tuple[list[dict[str, str]], str]:
        with closing(Store(tmp_path / "classes.sqlite3")) as store:
            campus = Campus(house_of(store), clock, TWO_WORDS)
            campus.teachers = hashed(secret)
            app = application(campus, Gate.of({"test"}))
            campus.start()
            assert await Client(app).not_done("api/open", 401) == "no-token"
            assert await Client(app, new_token()).not_done("api/open", 401) == "no-token"
            found = [await Client(app, secret).post("api/open") for _ in range(2)]
            assert found[0]["code"] != found[1]["code"]
            first, second = [await Student(app).join(each["code"], "Ann") for each in found]
            assert first.seat["device"] == second.seat["device"] == "d1"
            await Client(app, found[0]["desk"]).post("api/desk/do", do={"kind": "lock", "locked": True})
            assert await Client(app).not_done("api/join", 409, code=found[0]["code"]) == "locked"
            await Student(app).join(found[1]["code"], "Ben")
            assert await Client(app, second.token).not_done("api/desk/do", 401, do={"kind": "hold"}) == "no-token"
            await campus.stop()
            return found, first.token

    async def found_again(classes: list[dict[str, str]], token: str) -> None:
        with closing(Store(tmp_path / "classes.sqlite3")) as store:
            campus = Campus(house_of(store), clock, TWO_WORDS)
            app = application(campus, Gate.of({"test"}))
            campus.start()
            assert campus.halls == {}
            room = (await Client(app, token).lacks())["room"][0]["room"]
            assert room["number"] == 1
            assert len(campus.halls) == 1
            assert (await Client(app).post("api/join", code=classes[1]["code"]))["number"] == 3
            assert len(campus.halls) == 2
            assert await Client(app).not_done("api/open", 401) == "no-token"
            await campus.stop()

    asyncio.run(found_again(*asyncio.run(opened())))


def test_an_old_class_is_deleted_by_itself(tmp_path: Path) -> None:
    async def whole() -> None:
        with closing(Store(tmp_path / "classes.sqlite3")) as store:
            campus = Campus(house_of(store), Clock(), TWO_WORDS)
            old, new = campus.open(), campus.open()
            store._db.execute("UPDATE class SET used='2000-01-01T00:00:00+00:00' WHERE id=?", (old.room.id,))
            campus.start()
            async with asyncio.timeout(10):
                while len(store.classes()) > 1:
                    await asyncio.sleep(0.01)
            assert [each.id for each in store.classes()] == [new.room.id]
            assert list(campus.halls) == [new.room.id]
            await campus.stop()

    asyncio.run(whole())
