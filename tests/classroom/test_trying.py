"""What a host does with devices that try the room."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.classroom import trying
from game.lesson.preflight import Tries
from tests.classroom.served import Served, run

GOOD: dict[str, Any] = {"device": "0123456789abcdef", "tried": {"messages": "stream", "wide": 390, "keeps": True}}


def test_what_a_device_says_is_counted_once(tmp_path: Path) -> None:
    """By the word that it goes by, without a token; the teacher's desk is told."""

    async def told(at: Served) -> None:
        await at.client().post("api/preflight", **{**GOOD, "tried": {**GOOD["tried"], "messages": "trying"}})
        await at.client().post("api/preflight", **GOOD)
        assert at.campus.preflight.tries() == Tries(opened=1, fit=1)

    run(tmp_path / "class.db", told)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"device": "short", "tried": GOOD["tried"]}, 400),
        ({**GOOD, "more": 1}, 400),
        ({**GOOD, "tried": {**GOOD["tried"], "messages": "pigeons"}}, 400),
        ({**GOOD, "tried": {**GOOD["tried"], "wide": -1}}, 400),
        ({**GOOD, "tried": {**GOOD["tried"], "wide": 10**9}}, 400),
    ],
)
def test_what_is_no_trial_is_refused(tmp_path: Path, body: dict[str, Any], status: int) -> None:
    """Nothing of it is counted."""

    async def told(at: Served) -> None:
        await at.client().not_done("api/preflight", status, **body)
        assert at.campus.preflight.tries() == Tries()

    run(tmp_path / "class.db", told)


def test_a_host_that_stops_ends_the_stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In peace, and before the minute is over."""
    monkeypatch.setattr(trying, "A_TICK", 0.0)

    async def told(at: Served) -> None:
        at.campus.stopping = True
        answer = await at.client().ask("GET", "api/preflight")
        assert (answer.status_code, answer.text) == (200, "")
        at.campus.stopping = False
        assert "event: tick" in (await at.client().ask("GET", "api/preflight")).text

    run(tmp_path / "class.db", told)


def test_one_address_cannot_fill_the_register(tmp_path: Path) -> None:
    """A whole school behind one address can still try; who never stops is held up, and nobody else is."""

    async def told(at: Served) -> None:
        for number in range(200):
            await at.client().post("api/preflight", **{**GOOD, "device": f"{number:016}"})
        assert await at.client().not_done("api/preflight", 429, **GOOD) == "too-many"
        await at.client(address="10.0.0.2").post("api/preflight", **GOOD)

    run(tmp_path / "class.db", told)


def test_a_stream_ticks_for_a_minute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many at once from one address, and no more; each is let go of at its end."""
    monkeypatch.setattr(trying, "A_TICK", 0.0)

    async def told(at: Served) -> None:
        found = await at.client().ask("GET", "api/preflight")
        assert found.headers["content-type"].startswith("text/event-stream")
        assert found.text.count("event: tick\n") == 61
        assert at.campus.strangers.count == 0
        held = [at.campus.strangers.enter("10.0.0.1") for _ in range(30)]
        assert (await at.client().ask("GET", "api/preflight")).status_code == 429
        assert (await at.client(address="10.0.0.2").ask("GET", "api/preflight")).status_code == 200
        for leave in held:
            assert leave
            leave()

    run(tmp_path / "class.db", told)


def test_the_page_is_there(tmp_path: Path) -> None:
    """With its style and its program."""

    async def told(at: Served) -> None:
        for path in ("preflight", "static/preflight.css", "static/preflight.js"):
            assert (await at.client().ask("GET", path)).status_code == 200

    run(tmp_path / "class.db", told)


def test_the_teachers_desk_says_how_many_will_do(tmp_path: Path) -> None:
    """At first how to try; then the devices counted, as soon as one more has been heard of."""

    async def told(at: Served) -> None:
        found = await at.desk.lacks("api/desk/messages", form="page")
        assert "/preflight on a student" in found["room"][0]["regions"]["preflight"]
        await at.client().post("api/preflight", **GOOD)
        poor = {**GOOD["tried"], "messages": "none"}
        await at.client().post("api/preflight", device="fedcba9876543210", tried=poor)
        more = await at.desk.lacks("api/desk/messages", form="page", room=found["have"]["room"])
        said = more["room"][-1]["regions"]["preflight"]
        assert "1 of 2 devices" in said
        assert "wrong" in said

    run(tmp_path / "class.db", told)
