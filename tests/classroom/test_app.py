"""A class as it is asked for things: who comes in, what is done, what is told to whom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.seat import Setting, decode
from tests.classroom.served import TWO_WORDS, Served, Student, run, streamed


def test_a_lesson_from_coming_in_to_a_move(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        ann, ben, cat, dan = await at.joined("Ann", "Ben", "Cat", "Dan")
        assert [each.seat["number"] for each in (ann, ben, cat, dan)] == [1, 2, 3, 4]
        assert ann.seat["table"] == "A"
        assert len(ann.seat["seat_code"]) == 5
        before = await ann.lacks()
        assert before["table"] == []
        assert "phase" not in before["room"][0]["room"]
        await at.begin()
        told = await ann.lacks()
        assert told["room"][0]["room"]["phase"] == "talks"
        message = told["table"][0]
        assert message["desk"]["who"] == ann.seat["seat"]
        assert told["have"]["table"] == f"A.{ann.seat['seat']}.{message['number']}"
        setting = await ann.ask("GET", "api/setting")
        assert decode(Setting, setting.text).who == ann.seat["seat"]
        again = await ann.ask("GET", "api/setting", headers={"If-None-Match": setting.headers["etag"]})
        assert again.status_code == 304
        made = await ann.say("m1", "So be it.")
        assert made.status_code == 200, made.text
        after = await cat.lacks(**told["have"] | {"table": ""})
        assert "So be it." in str(after["table"])
        changes = await ann.lacks(**told["have"])
        assert changes["table"][-1]["number"] == made.json()["number"]
        assert "changes" in changes["table"][-1]

    run(tmp_path / "class.sqlite3", test)


def test_a_partner_asks_and_suggests_and_only_the_pen_moves(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        people = await at.joined("Ann", "Ben", "Cat", "Dan")
        ann = people[0]
        assert await ann.not_done("api/act", 409, act={"kind": "ask-for-pen"}) == "not-started"
        await at.begin()
        partner = next(each for each in people[1:] if each.seat["seat"] == ann.seat["seat"])
        assert await ann.not_done("api/act", 409, act={"kind": "ask-for-pen"}) == "has-pen"
        assert (await partner.say("m1")).json()["kind"] == "no-pen"
        move = {"kind": "say", "by": ann.seat["seat"], "remark": "Try this."}
        told = await partner.post("api/act", act={"kind": "suggest", "move": move})
        seen = await ann.lacks()
        assert seen["table"][0]["number"] == told["number"]
        assert "Try this." in str(seen["table"][0]["teams"])
        await ann.post("api/act", act={"kind": "hand-pen", "to": partner.seat["device"]})
        assert (await partner.say("m1")).status_code == 200

    run(tmp_path / "class.sqlite3", test)


def test_what_is_prepared_is_laid_out_and_moves_nothing(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        people = await at.joined("Ann", "Ben", "Cat", "Dan")
        await at.begin()
        before = await people[0].desk()
        found = await people[0].post("api/preview", tray={"issue": "verb"})
        assert set(found) == {"number", "changes"}
        assert found["number"] == before["number"]
        assert await people[0].desk() == before
        assert await people[0].not_done("api/preview", 400, tray={"issue": "nope"}) == "misread"

    run(tmp_path / "class.sqlite3", test)


def test_what_is_sent_twice_counts_once(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        first = await at.client().post("api/join", code=at.code, name="Ann", id="a" * 20)
        assert await at.client().post("api/join", code=at.code, name="Ann", id="a" * 20) == first
        assert len(at.hall.room.lesson.people) == 1
        await at.joined("Ben", "Cat", "Dan")
        await at.begin()
        ann = Student(at.app, first["token"])
        ann.seat = first
        move = {"kind": "say", "by": first["seat"], "remark": "Once."}
        body = {"id": "m1", "seen": (await ann.desk())["desk"].get("version", 0), "move": move}
        assert await ann.post("api/move", **body) == await ann.post("api/move", **body)
        assert at.hall.room.tables["A"].table.version == 1
        for _ in range(2):
            await at.desk.post("api/desk/do", id="b" * 20, do={"kind": "lengthen", "seconds": 60})
        assert at.hall.room.lesson.longer == 60

    run(tmp_path / "class.sqlite3", test)


def test_the_teacher_renews_a_code_and_deletes_the_class(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        ann, *_ = await at.joined("Ann", "Ben", "Cat", "Dan")
        await at.begin()
        new = (await at.desk.post("api/desk/code", device="d1"))["seat_code"]
        assert await at.desk.not_done("api/desk/code", 409, device="d9") == "no-person"
        assert (await ann.ask("GET", "api/setting")).status_code == 401
        old = ann.seat["seat_code"]
        assert await at.client().not_done("api/return", 404, code=at.code, seat_code=old) == "no-seat-code"
        assert (await at.client().post("api/return", code=at.code, seat_code=new))["device"] == "d1"
        events = streamed(at.app, at.wall.token, "api/wall/stream")
        await anext(events)
        await at.desk.post("api/desk/delete")
        assert [event async for event in events][-1][2] == {"kind": "removed"}
        assert at.hall.house.store.classes() == ()
        assert await at.desk.not_done("api/desk/do", 401, do={"kind": "hold"}) == "no-token"
        assert await at.client().not_done("api/join", 404, code=at.code) == "no-code"

    run(tmp_path / "class.sqlite3", test)
    assert b"Ann" not in (tmp_path / "class.sqlite3").read_bytes()


def test_a_seat_asks_its_adviser_where_there_is_one(tmp_path: Path) -> None:
    async def advised(at: Served) -> None:
        people = await at.joined("Ann", "Ben", "Cat", "Dan")
        assert await people[0].not_done("api/advice", 409) == "no-advice"
        await at.begin()
        found = await people[0].post("api/advice")
        assert all(course["move"]["by"] == people[0].seat["seat"] for course in found["courses"])
        assert all(course["lead"].strip() for course in found["courses"])
        assert "opinion" not in found
        own = next(each["move"]["shifts"] for each in found["courses"] if each["move"]["kind"] == "propose")
        asked = await people[0].post("api/advice", tray={"shifts": own})
        assert asked["opinion"]["lead"].strip()
        page = (await people[0].post("api/advice", tray={"shifts": own}, form="page"))["html"]
        assert "Of your package:" in page
        assert page.index("For it: ") < page.index("Against it: ")
        assert '"kind":"fill"' in page.replace("&#34;", '"')
        assert await people[2].not_done("api/advice", 409) == "no-advice"

    async def alone(at: Served) -> None:
        (ann,) = await at.joined("Ann")
        assert await ann.not_done("api/advice", 409) == "no-adviser"

    run(tmp_path / "advised.sqlite3", advised, replace(TWO_WORDS, adviser=True))
    run(tmp_path / "alone.sqlite3", alone)
