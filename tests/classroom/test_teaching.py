"""A class as its teacher has it: desk and wall as pages, a look into a table, and the texts laid side by side."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.talks import CHAIR
from tests.classroom.served import TWO_WORDS, Served, run


async def regions(at: Any, path: str) -> dict[str, str]:
    """The regions of a page as they are now."""
    found: dict[str, str] = {}
    told = await at.lacks(path, form="page")
    for message in (*told["table"], *told["room"]):
        found |= message["regions"]
    return found


def test_the_desk_and_the_wall_are_pages(tmp_path: Path) -> None:
    """Both are handed out to anybody, and hold nothing; what is on them comes with the right link alone."""

    async def test(at: Served) -> None:
        stranger = at.client()
        for name in ("desk", "wall"):
            page = await stranger.ask("GET", name)
            assert page.status_code == 200
            assert "text/html" in page.headers["content-type"]
            assert "script-src 'self'" in page.headers["content-security-policy"]
            assert at.code not in page.text
        assert (await stranger.ask("GET", "api/desk/messages?form=page")).status_code == 401
        assert (await at.wall.ask("GET", "api/desk/messages?form=page")).status_code == 401
        await at.joined("Ann", "Ben", "Cat")
        desk = await regions(at.desk, "api/desk/messages")
        assert at.code in desk["head"]
        assert "Ann" in desk["table-A"]
        wall = await regions(at.wall, "api/wall/messages")
        assert at.code in wall["shown"]
        assert "Ann" not in str(wall)

    run(tmp_path / "class.sqlite3", test)


def test_the_teacher_looks_into_a_table_and_takes_a_move_back(tmp_path: Path) -> None:
    """The look has the text and what happened; its one button sends what the class can read, and the move is struck."""

    async def test(at: Served) -> None:
        ann, *_ = await at.joined("Ann", "Ben", "Cat", "Dan")
        await at.begin()
        path = "api/desk/table/A/messages"
        before = await regions(at.desk, path)
        assert before["look-do"] == ""
        assert (await ann.say("m1", "So be it.")).status_code == 200
        now = await regions(at.desk, path)
        assert now["look-minutes"] != before["look-minutes"]
        assert "revoke" in now["look-do"]
        assert "<s>" not in now["look-minutes"]
        await at.teach("preside", letter="A", move={"kind": "revoke", "by": CHAIR, "version": 0})
        assert "<s>" in (await regions(at.desk, path))["look-minutes"]

    run(tmp_path / "class.sqlite3", test)


def test_the_texts_are_laid_side_by_side_when_all_have_ended(tmp_path: Path) -> None:
    """Before the end the wall refuses; at the end it shows all tables by itself, and what the teacher chooses."""

    async def test(at: Served) -> None:
        await at.joined("Ann", "Ben", "Cat", "Dan", "Eve", "Fay", "Gil", "Hal")
        await at.begin()
        shown = {"kind": "every-table"}
        assert await at.desk.not_done("api/desk/do", 409, do={"kind": "show", "shown": shown}) == "too-early"
        for _ in range(2):
            await at.teach("advance")
        for _ in range(200):
            await asyncio.sleep(0.02)
            wall = await regions(at.wall, "api/wall/messages")
            if "<svg xmlns" in wall["shown"]:
                break
        assert "A and B did not" in wall["head"]
        await at.teach("show", shown={"kind": "prices"})
        assert "No package was accepted" in (await regions(at.wall, "api/wall/messages"))["shown"]

    run(tmp_path / "class.sqlite3", test, replace(TWO_WORDS, expected=8))
