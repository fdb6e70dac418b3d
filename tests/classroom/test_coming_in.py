"""Who is let in: by code, by key, from where; and who finds the own seat again."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from game.classroom.app import application
from game.classroom.doors import Gate
from game.lesson import Settings
from tests.classroom.served import Client, Clock, Served, Student, run, served, streamed


def test_only_the_code_and_the_key_let_somebody_in(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        stranger = at.client()
        assert await stranger.not_done("api/join", 404, code="BCDFGX") == "no-code"
        assert await stranger.not_done("api/join", 404, code="") == "no-code"
        assert await stranger.not_done("api/join", 404, code="BCDFGX-" + at.hall.link_key) == "no-code"
        assert (await stranger.post("api/join", code=" bcd fgh"))["number"] == 1
        for path in ("move", "act", "preview", "read", "predict"):
            assert await stranger.not_done(f"api/{path}", 401) == "no-token"
        for token in ("x" * 43, "\u00e9" * 30):
            found = await at.client().ask("GET", "api/setting", headers={"Authorization": f"Bearer {token}".encode()})
            assert found.status_code == 401

    run(tmp_path / "class.sqlite3", test)


def test_a_key_opens_its_own_door_and_no_other(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        (ann,) = await at.joined("Ann")
        doors = {"api/": ann, "api/desk/": at.desk, "api/wall/": at.wall}
        for path in doors:
            for other, client in doors.items():
                found = await client.ask("GET", f"{path}messages", params={"form": "desk"})
                assert found.status_code == (200 if path == other else 401), (path, other)
        for client in (ann, at.wall):
            assert await client.not_done("api/desk/do", 401, do={"kind": "start"}) == "no-token"

    run(tmp_path / "class.sqlite3", test)


def test_a_school_comes_in_while_somebody_guesses(tmp_path: Path) -> None:
    """Whoever guesses behind the school's address is held up; who has the code has it from the wall, by the square."""

    async def test(at: Served) -> None:
        for number in range(30):
            at.clock.now += 0.3
            assert (await at.client().post("api/join", code=at.code))["number"] == number + 1
        kinds = [
            await at.client().ask("POST", "api/join", json={"code": f"BCDFG{letter}"}) for letter in "JKMNPQRSTVWX" * 5
        ]
        statuses = [each.status_code for each in kinds]
        assert statuses.count(404) == 40, "ten, and one more for each who came in, up to forty"
        assert statuses[40:] == [429] * 20
        assert 0 < int(kinds[-1].headers["retry-after"]) <= 11
        assert await at.client().not_done("api/join", 429, code=at.code) == "too-many"
        assert (await at.client().post("api/join", code=f"{at.code}-{at.hall.link_key}"))["number"] == 31
        assert (await at.client(address="10.0.0.2").post("api/join", code=at.code))["number"] == 32
        at.clock.now += 11
        assert (await at.client().post("api/join", code=at.code))["number"] == 33

    run(tmp_path / "class.sqlite3", test)


@pytest.mark.parametrize(
    ("name", "kind"), [("x" * 25, "long-name"), ("a\u202eb", "unwritable-name"), ("a\u200bb", "unwritable-name")]
)
def test_what_is_no_name_is_refused(tmp_path: Path, name: str, kind: str) -> None:
    async def test(at: Served) -> None:
        assert await at.client().not_done("api/join", 409, code=at.code, name=name) == kind
        assert not at.hall.room.lesson.people

    run(tmp_path / "class.sqlite3", test)


def test_a_name_is_what_it_looks_like_and_nobodys_where_it_may_not_be(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        assert (await at.client().post("api/join", code=at.code, name="  Ame\u0301lie  B. "))[
            "name"
        ] == "Am\u00e9lie B."

    run(tmp_path / "class.sqlite3", test)

    async def nameless(at: Served) -> None:
        assert (await at.client().post("api/join", code=at.code, name="<b>"))["name"] == ""

    run(tmp_path / "other.sqlite3", nameless, Settings("two-words"))


def test_another_device_takes_the_seat_and_the_first_is_told(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        people = await at.joined("Ann", "Ben", "Cat", "Dan")
        await at.begin()
        ann = people[0]
        events = streamed(at.app, ann.token, "api/stream")
        assert (await anext(events))[0] == "table"
        assert await at.client().not_done("api/return", 404, code=at.code, seat_code="22222") == "no-seat-code"
        back = Student(at.app)
        back.seat = await back.post("api/return", code=at.code, seat_code=ann.seat["seat_code"].lower())
        back.token = back.seat["token"]
        assert {**back.seat, "token": ""} == {**ann.seat, "token": ""}
        told = [event async for event in events]
        assert told[-1] == ("end", "", {"kind": "moved"})
        assert (await ann.ask("GET", "api/setting")).status_code == 401
        assert (await back.say("m1")).status_code == 200

    run(tmp_path / "class.sqlite3", test)


def test_seat_codes_cannot_be_tried_out(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        await at.joined("Ann")
        tried = [
            await at.client(address=f"10.0.0.{number % 20}").ask(
                "POST", "api/return", json={"code": at.code, "seat_code": "22222"}
            )
            for number in range(60)
        ]
        assert [each.status_code for each in tried] == [404] * 30 + [429] * 30

    run(tmp_path / "class.sqlite3", test)


def test_whoever_is_removed_is_out_and_a_locked_class_lets_nobody_in(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        ann, ben, *_ = await at.joined("Ann", "Ben", "Cat", "Dan")
        await at.begin()
        events = streamed(at.app, ben.token, "api/stream")
        await anext(events)
        await at.teach("remove", device=ben.seat["device"])
        assert [event async for event in events][-1][2] == {"kind": "removed"}
        assert (await ben.ask("GET", "api/setting")).status_code == 401
        assert await at.client().not_done(
            "api/return", 404, code=at.code, seat_code=ben.seat["seat_code"]
        ) == "no-seat-code"  # fmt: skip
        await at.teach("lock", locked=True)
        assert await at.client().not_done("api/join", 409, code=at.code) == "locked"
        assert (await ann.say("m1")).status_code == 200

    run(tmp_path / "class.sqlite3", test)


def test_a_host_that_comes_back_knows_everybody(tmp_path: Path) -> None:
    """With the same tokens, numbers and seats; and what they have is still what they have."""
    path, clock = tmp_path / "class.sqlite3", Clock()
    kept: dict[str, object] = {}

    async def before() -> None:
        async with served(path, clock=clock) as at:
            people = await at.joined("Ann", "Ben", "Cat", "Dan")
            await at.begin()
            assert (await people[0].say("m1")).status_code == 200
            kept["tokens"] = [each.token for each in people]
            kept["have"] = (await people[0].lacks())["have"]
            kept["seat"], kept["other"], kept["desk"] = people[0].seat, people[2].seat, at.desk.token

    async def after() -> None:
        async with served(path, clock=clock, again=True) as at:
            ann = Student(at.app, kept["tokens"][0])  # type: ignore[index]
            ann.seat = kept["seat"]  # type: ignore[assignment]
            have: dict[str, str] = kept["have"]  # type: ignore[assignment]
            poll = asyncio.create_task(ann.lacks(**have))
            await asyncio.sleep(0.05)
            assert not poll.done(), "nothing is lacking"
            move = {"kind": "say", "by": ann.seat["seat"], "remark": "Once more."}
            made = await ann.ask("POST", "api/move", json={"id": "m1", "seen": 99, "move": move})
            assert made.status_code == 200, "it has been made before"
            assert at.hall.room.tables["A"].table.version == 1
            cat = Student(at.app, kept["tokens"][2])  # type: ignore[index]
            cat.seat = kept["other"]  # type: ignore[assignment]
            assert (await cat.say("m2")).status_code == 200
            assert [each["number"] for each in (await poll)["table"]] == [int(have["table"].rpartition(".")[2]) + 1]
            for token in kept["tokens"]:  # type: ignore[attr-defined]
                assert (await Client(at.app, token).ask("GET", "api/setting")).status_code == 200
            old_desk = Client(at.app, kept["desk"])  # type: ignore[arg-type]
            assert (await old_desk.lacks("api/desk/messages"))["room"], "the teacher's page comes back, too"

    asyncio.run(before())
    asyncio.run(after())


def test_a_host_that_stops_says_so(tmp_path: Path) -> None:
    async def whole() -> None:
        async with served(tmp_path / "class.sqlite3") as at:
            people = await at.joined("Ann", "Ben", "Cat", "Dan")
            await at.begin()
            streams = [streamed(at.app, each.token, "api/stream") for each in people]
            for each in streams:
                await anext(each)
            at.campus.part()
            for each in streams:
                assert [event async for event in each][-1] == ("end", "", {"kind": "restarting"})

    asyncio.run(whole())


@pytest.mark.parametrize(
    ("headers", "status", "kind"),
    [
        ({"Host": "evil.example"}, 421, "no-host"),
        ({"Host": "8.8.8.8"}, 421, "no-host"),
        ({"Origin": "http://evil.example"}, 403, "not-here"),
        ({"Origin": "null"}, 403, "not-here"),
        ({"Sec-Fetch-Site": "cross-site"}, 403, "not-here"),
        ({"As-Appropriate": "2"}, 400, "other-version"),
        ({"Content-Type": "text/plain"}, 415, "no-json"),
    ],
)
def test_what_comes_from_elsewhere_is_refused(tmp_path: Path, headers: dict[str, str], status: int, kind: str) -> None:
    async def test(at: Served) -> None:
        found = await at.client().ask("POST", "api/join", content=f'{{"code":"{at.code}"}}', headers=headers)
        if "Content-Type" not in headers:
            headers["Content-Type"] = "application/json"
            found = await at.client().ask("POST", "api/join", content=f'{{"code":"{at.code}"}}', headers=headers)
        assert (found.status_code, found.json()["kind"]) == (status, kind)
        assert not at.hall.room.lesson.people

    run(tmp_path / "class.sqlite3", test)


def test_only_a_private_network_is_served_unless_told_otherwise(tmp_path: Path) -> None:
    async def near(at: Served) -> None:
        found = await at.client(address="8.8.8.8").ask("GET", "api/about")
        assert found.status_code == 403
        assert (await at.client(address="192.168.0.9").ask("GET", "api/about")).status_code == 200

    async def far(at: Served) -> None:
        assert (await at.client(address="8.8.8.8").ask("GET", "api/about")).json()["protocol"] == 1

    run(tmp_path / "near.sqlite3", near)
    run(tmp_path / "far.sqlite3", far, gate=Gate.of({"test"}, near_only=False))


def test_every_answer_has_the_headers_that_keep_others_out(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        for path in ("api/about", "api/setting", "wall", "static/wall.css", "nowhere", "static/../app.py"):
            headers = (await at.client().ask("GET", path)).headers
            assert "default-src 'none'" in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "no-referrer"
        assert (await at.client().ask("GET", "api/about")).headers["cache-control"] == "no-store"
        long = await at.client().ask("POST", "api/join", json={"code": "x" * 70_000})
        assert (long.status_code, long.json()["kind"]) == (413, "too-long")
        assert (await at.client().ask("PUT", "api/join")).json()["kind"] == "no-page"
        assert (await at.client().ask("GET", "static/..%2fapp.py")).status_code == 404

    run(tmp_path / "class.sqlite3", test)


def test_a_proxy_may_ask_under_a_path_or_strip_it(tmp_path: Path) -> None:
    """With TLS before it, and the addresses that it says are believed."""

    async def test(at: Served) -> None:
        gate = Gate.of({"school.example"}, near_only=False, proxied=True)
        app = application(at.campus, gate, base="/class/")
        told = {"X-Forwarded-Host": "school.example", "X-Forwarded-For": "8.8.8.8", "Origin": "https://school.example"}
        outside = Client(app, headers=told)
        assert (await outside.post("class/api/join", code=at.code))["number"] == 1
        assert (await outside.post("api/join", code=at.code))["number"] == 2
        assert "static/style.css" in (await outside.ask("GET", "class/s")).text
        assert (await outside.ask("GET", "class/static/style.css")).status_code == 200
        bare = await outside.ask("GET", "class")
        assert (bare.status_code, bare.headers["location"]) == (308, "/class/")
        assert (await outside.ask("GET", "classroom")).status_code == 404
        elsewhere = Client(app, headers=told | {"X-Forwarded-Host": "evil.example"})
        assert (await elsewhere.ask("GET", "class/")).status_code == 421
        for _ in range(30):
            await outside.ask("POST", "api/join", json={"code": "BCDFGX"})
        assert await outside.not_done("api/join", 429, code="BCDFGX") == "too-many"
        other = Client(app, headers=told | {"X-Forwarded-For": "6.6.6.6, 9.9.9.9"})
        assert (await other.post("api/join", code=at.code))["number"] == 3, "each client is counted by itself"

    run(tmp_path / "class.sqlite3", test)
