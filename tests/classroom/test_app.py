"""A class as it is asked for things: who comes in, what is done, what is told to whom."""

from __future__ import annotations

from pathlib import Path

from game.seat import Setting, decode
from tests.classroom.served import Served, run


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
        assert told["have"]["table"] == f"A.{ann.seat['seat']}.p.{message['number']}"
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
