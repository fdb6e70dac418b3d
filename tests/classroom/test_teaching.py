"""A class as its teacher has it: desk and wall as pages, a look into a table, and the texts laid side by side."""

from __future__ import annotations

import asyncio
import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.reports.document import html
from game.reports.handout import handout_of
from game.reports.pdf import can_set
from game.scenario import drawn, load
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
        await ended(at)
        wall = await regions(at.wall, "api/wall/messages")
        assert "<svg xmlns" in wall["shown"]
        assert "no table signed a text" in wall["head"]
        await at.teach("show", shown={"kind": "prices"})
        assert "No package was accepted" in (await regions(at.wall, "api/wall/messages"))["shown"]

    run(tmp_path / "class.sqlite3", test, replace(TWO_WORDS, expected=8))


async def ended(at: Served) -> None:
    """Wait until all tables have been laid side by side."""
    for kind in ("advance", "advance"):
        await at.teach(kind)
    for _ in range(200):
        await asyncio.sleep(0.02)
        if at.hall.laid is not None:
            return
    raise AssertionError("nothing was laid open")


def test_a_teacher_takes_the_class_home(tmp_path: Path) -> None:
    """Not while a table negotiates; then a page, a line for each person that no spreadsheet takes for a formula, and
    sheets or the reason why not. Nobody but the teacher."""

    async def test(at: Served) -> None:
        people = await at.joined("=1+1", "<b>Ben</b>", "Cat", "Dan")
        await at.begin()
        early = await at.desk.ask("GET", "api/desk/file/seats.csv")
        assert (early.status_code, early.json()["kind"]) == (409, "too-early")
        await ended(at)
        page = await at.desk.ask("GET", "api/desk/file/report.html")
        assert page.headers["content-disposition"] == 'attachment; filename="report.html"'
        assert page.text.startswith("<!DOCTYPE html>")
        assert "<b>Ben" not in page.text
        rows = list(csv.DictReader(io.StringIO((await at.desk.ask("GET", "api/desk/file/seats.csv")).text)))
        assert [(row["table"], row["people"].strip("'")) for row in rows] == [
            ("A", "=1+1; <b>Ben</b>"),
            ("A", "Cat; Dan"),
        ]
        assert rows[0]["people"].startswith("'=")
        assert {row["ending"] for row in rows} == {"deadline"}
        assert all(row["points"] and row["walk_away"] for row in rows)
        sheets = await at.desk.ask("GET", "api/desk/file/report.pdf")
        assert sheets.content.startswith(b"%PDF") if can_set() else sheets.json()["kind"] == "no-pdf"
        assert (await at.desk.ask("GET", "api/desk/file/..%2fapp.py")).status_code == 404
        assert (await people[0].ask("GET", "api/desk/file/seats.csv")).status_code == 401

    run(tmp_path / "class.sqlite3", test)


def test_a_new_seat_code_ends_the_old_device_and_opens_the_same_seat(tmp_path: Path) -> None:
    async def test(at: Served) -> None:
        ann, *_ = await at.joined("Ann", "Ben")
        told = await at.desk.post("api/desk/code", device=ann.seat["device"])
        assert told["seat_code"] != ann.seat["seat_code"]
        assert (await ann.ask("GET", "api/messages?form=desk")).status_code == 401
        back = await at.client().post("api/return", code=at.code, seat_code=told["seat_code"])
        assert back["device"] == ann.seat["device"]
        assert await at.desk.not_done("api/desk/code", 409, device="d99") == "no-person"

    run(tmp_path / "class.sqlite3", test)


def test_a_class_that_is_deleted_lets_nobody_in_and_leaves_no_name(tmp_path: Path) -> None:
    """Links, tokens and the code open nothing any more, and no byte of the file has a name that was typed."""
    path = tmp_path / "class.sqlite3"

    async def test(at: Served) -> None:
        ann, *_ = await at.joined("Annabella", "Ben", "Cat", "Dan")
        await at.begin()
        await at.desk.post("api/desk/delete")
        assert (await at.desk.ask("GET", "api/desk/messages?form=page")).status_code == 401
        assert (await ann.ask("GET", "api/messages?form=desk")).status_code == 401
        assert (await at.client().ask("POST", "api/join", json={"code": at.code, "name": ""})).status_code == 404
        assert at.campus.house.store.classes() == ()

    run(path, test)
    assert all(b"Annabella" not in each.read_bytes() for each in tmp_path.iterdir())


def test_what_was_agreed_on_paper_is_put_down_and_the_sheets_are_those_of_the_class(tmp_path: Path) -> None:
    """A line with the numbers of the form signs for a table; one that cannot be read says what would be right. What is
    printed has the walk-aways that this class was dealt, and nobody but the teacher gets it."""

    async def test(at: Served) -> None:
        ann, *_ = await at.joined("Ann", "Ben", "Cat", "Dan")
        dealt = drawn(load(at.hall.room.source, "two-words"), at.hall.room.seed)
        sheets = await at.desk.ask("GET", "api/desk/file/handout.html")
        assert sheets.text == html(handout_of(dealt))
        assert (await ann.ask("GET", "api/desk/file/handout.html")).status_code == 401
        await at.begin()
        found = await at.desk.ask("POST", "api/desk/paper", json={"letter": "A", "line": "1 1 1 99"})
        assert (found.status_code, found.json()["kind"]) == (400, "misread")
        assert "99" in found.json()["said"]
        await at.teach("preside", letter="A", move={"kind": "pass", "by": CHAIR, "hours": 0.5})
        await at.desk.post("api/desk/paper", letter="A", line="1 1 1 1")
        table = at.hall.room.tables["A"].table
        assert (table.record().seed, table.record().as_written) == (at.hall.room.seed, False), "as it was dealt"
        assert table.verdict is not None
        assert table.verdict.agreed
        assert table.hours == at.hall.room.scenario.calendar.hours, "all hours, where the form does not say how many"
        assert await at.desk.not_done("api/desk/paper", 409, letter="Z", line="1 1 1 1") == "no-table"

    run(tmp_path / "class.sqlite3", test)
