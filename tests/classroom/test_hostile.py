"""Whatever is sent gets a sentence: never a fault of the program, and never a line in the log."""

from __future__ import annotations

import copy
import json
import logging
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.classroom.doors import Guessing, Limit
from game.classroom.guard import Guard
from game.seat import encode
from tests.classroom.served import Served, run
from tests.library import random_policy

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 2**53, 2**60, 1e308, -0.0, 0.5, "", "x", "*chair", "*teacher", "A", "RUS", "d1", "\u202e",
    "\x00", "a\nb", "\ud800", "x" * 3000, "<script>alert(1)</script>", "=1+1", "../../etc/passwd", [], {}, [[]],
    {"kind": "say"},
    {"kind": "pass", "by": "*chair", "hours": 1e9}, [None] * 50,
)  # fmt: skip
POSTS = ("join", "return", "move", "act", "preview", "read", "predict", "desk/do")
FORMS = (b"form=desk&table=A.ARIA.0&room=0", b"form=page", b"form=page&table=A.ARIA.3&room=9")
GETS = ("about", "setting", "messages", "desk/messages", "desk/table/A/messages", "wall/messages", "nothing")


async def raw(
    app: Guard, method: str, path: str, headers: Mapping[str, str], body: bytes = b"", query: bytes = b""
) -> tuple[int, Mapping[str, str], bytes]:
    """One request, as it comes off a socket."""
    told = [(name.encode(), value.encode("latin-1", "replace")) for name, value in {"host": "test", **headers}.items()]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": path,
        "raw_path": path.encode("utf-8", "replace"), "query_string": query, "root_path": "", "scheme": "http",
        "headers": told, "client": ("10.0.0.1", 1), "server": ("test", 80),
    }  # fmt: skip
    sent: list[Mapping[str, Any]] = []
    parts = [body[:1000], body[1000:]]

    async def receive() -> Mapping[str, Any]:
        if parts:
            return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}
        return {"type": "http.disconnect"}

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(each.get("body", b"") for each in sent[1:])


def bent(body: Any, chance: Random) -> Any:
    """JSON with something in it that should not be."""
    whole = {"": copy.deepcopy(body)}
    at: Any = whole
    key: Any = ""
    while isinstance(at[key], dict | list) and at[key] and chance.random() < 0.85:
        at = at[key]
        key = chance.choice(list(at)) if isinstance(at, dict) else chance.randrange(len(at))
    match chance.randrange(4):
        case 0 if isinstance(at, dict) and at is not whole:
            del at[key]
        case 1 if isinstance(at, dict) and at is not whole:
            at[chance.choice(("kind", "id", "x", "", "device"))] = chance.choice(ODD)
        case 2 if isinstance(at, list):
            at.append(chance.choice((*ODD, copy.copy(at[key]))))
        case _:
            at[key] = chance.choice(ODD)
    return whole[""]


def bodies(at: Served, chance: Random) -> list[tuple[str, Any]]:
    """Requests that would be understood."""
    table = at.hall.room.tables["A"].table
    who = (table.waits_for or table.scenario.ids)[0]
    view = table.view(who)
    move = json.loads(encode(random_policy()(view, chance).move)) if view.own and table.waits_for else {"kind": "sign"}
    wire = {"kind": "preside", "move": {"kind": "wire", "by": "*chair", "to": "ARIA", "remark": "Now."}, "letter": "A"}
    doings: list[Any] = [
        wire, {"kind": "lengthen", "seconds": 5}, {"kind": "hold"}, {"kind": "go-ahead"},
        {"kind": "call", "device": "d1", "name": "Ann"}, {"kind": "sit", "device": "d2", "letter": "A", "seat": "BORO"},
        {"kind": "show", "shown": {"kind": "progress"}}, {"kind": "give-pen", "device": "d1"},
        {"kind": "substitute", "letter": "A", "seat": "ARIA", "computer": True},
    ]  # fmt: skip
    acts: list[Any] = [
        {"kind": "ask-for-pen"}, {"kind": "hand-pen", "to": "d2"}, {"kind": "suggest", "move": move},
        {"kind": "take-up", "suggestion": 1}, {"kind": "dismiss", "suggestion": 1},
    ]  # fmt: skip
    shift = {"delegation": "ARIA", "issue": "verb", "option": "full"}
    presses: list[Any] = [
        {"kind": "put", "issue": "verb", "option": "full", "movers": "all"}, {"kind": "drop", "issue": "verb"},
        {"kind": "counter", "package": 1}, {"kind": "rest", "side": "ARIA"}, {"kind": "fill", "shifts": [shift]},
        {"kind": "mind", "issue": "verb"}, {"kind": "swear"}, {"kind": "measure", "far": "nearly"},
        {"kind": "note", "issue": "verb"},
        {"kind": "look", "issue": "verb"}, {"kind": "clear"},
    ]  # fmt: skip
    tray = {"issue": "verb", "noted": ["verb"], "never": True, "shifts": [shift], "word": "verb", "countering": True}
    prepared = {"tray": tray, "press": chance.choice(presses), "form": chance.choice(("desk", "page", "page"))}
    return [
        ("join", {"code": at.code, "name": "Eve", "id": "a" * 20}),
        ("return", {"code": at.code, "seat_code": "22222"}),
        ("move", {"id": f"m{chance.randrange(999)}", "seen": view.version, "move": move}),
        ("act", {"act": chance.choice(acts)}),
        ("preview", prepared),
        ("advice", {"tray": tray, "form": prepared["form"]}),
        ("desk/code", {"device": "d1"}),
        ("preflight", {"device": "e" * 20, "tried": {"messages": "stream", "wide": 360, "keeps": True}}),
        ("read", {}),
        ("predict", {"when": "before", "issue": "verb"}),
        ("desk/do", {"do": chance.choice(doings), "id": "b" * 20}),
    ]


def noise(chance: Random) -> bytes:
    """Bytes that are hardly JSON."""
    return bytes(chance.choices(b'[]{}",:0123456789eE+-.\\u\xff\x00tfnabcdef \n', k=chance.randrange(200)))


async def bombard(at: Served, chance: Random, requests: int) -> Counter[int]:
    """Send so many requests that nobody should send; how many were answered with which status."""
    at.campus.rates, at.campus.codes = Limit(1e9, 1e9), Guessing(of_one=1e9, of_all_a_minute=1e9)
    at.campus.seat_codes = Guessing(of_one=1e9, of_all_a_minute=1e9)
    people = await at.joined("Ann", "Ben", "Cat", "Dan")
    await at.begin()
    tokens = [*(each.token for each in people), "", "x" * 43]
    tokens = [*tokens * 4, at.desk.token, at.wall.token]
    statuses = Counter[int]()
    for _ in range(requests):
        headers = {"content-type": "application/json", "authorization": f"Bearer {chance.choice(tokens)}"}
        if chance.random() < 0.02:
            name = chance.choice(
                ("content-type", "authorization", "host", "origin", "as-appropriate", "x-forwarded-for")
            )
            headers[name] = chance.choice(("", "x", "\x80\xff", "a" * 5000, "http://[", "test:99999999", "Bearer "))
        if chance.random() < 0.1:
            query = noise(chance).replace(b" ", b"") if chance.random() < 0.5 else chance.choice(FORMS)
            path = "/api/" + chance.choice(GETS)
            status, told, body = await raw(at.app, "GET", path, headers, query=query)
        else:
            path, wished = chance.choice(bodies(at, chance))
            for _ in range(chance.choice((0, 1, 1, 2, 3))):
                wished = bent(wished, chance)
            sent = noise(chance) if chance.random() < 0.1 else json.dumps(wished).encode()
            if path == "desk/do":
                headers["authorization"] = f"Bearer {chance.choice((at.desk.token, at.desk.token, people[0].token))}"
            status, told, body = await raw(
                at.app, chance.choice(("POST",) * 9 + ("PUT",)), f"/api/{path}", headers, sent
            )
        statuses[status] += 1
        assert status < 500, body
        assert "default-src 'none'" in told["content-security-policy"]
        if status >= 400:
            found = json.loads(body)
            assert found["kind"]
            assert found["said"].strip()[-1] in ".!?\u201d", found
    return statuses


def hold_out(path: Path, seed: int, requests: int, caplog: pytest.LogCaptureFixture) -> None:
    """Send that many requests, and look for anything in the log."""
    caplog.set_level(logging.WARNING)

    async def test(at: Served) -> None:
        statuses = await bombard(at, Random(seed), requests)
        assert statuses[200] > requests / 50
        assert statuses[400] > requests / 10
        assert statuses[409] > requests / 100
        assert await at.joined("Zoe"), "and the class goes on"

    run(path / "class.sqlite3", test)
    assert caplog.records == []


def test_hostile_requests_get_a_sentence(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    hold_out(tmp_path, 1, 1_500, caplog)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_hundred_thousand_hostile_requests_get_a_sentence(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    hold_out(tmp_path, 2, 100_000, caplog)
