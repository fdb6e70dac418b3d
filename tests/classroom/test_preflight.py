"""A device that tries the room: what it says on its page, and what the host counts."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from game.classroom.pages import preflight
from game.lesson.preflight import MOST_TRIED, Preflight, Tried, Tries
from game.words.preflight import tried

PAGES = Path(preflight.__file__).parent
GOOD = Tried("stream", 390, True)


def test_devices_are_counted_by_what_they_found() -> None:
    """Each once, by what it said last; one may have two faults."""
    register = Preflight()
    assert register.tries() == Tries()
    for number in range(28):
        register.take(f"d{number}", Tried("trying", 390, True))
    for number in range(26):
        register.take(f"d{number}", GOOD)
    register.take("d26", Tried("polls", 300, False))
    assert register.tries() == Tries(opened=28, trying=1, fit=26, polling=1, narrow=1, forgetful=1)
    register.take("d26", Tried("none", 390, True))
    assert register.tries() == Tries(opened=28, trying=1, fit=26, cut_off=1)


def test_what_is_remembered_has_an_end() -> None:
    """Whoever sends words of chance makes the host forget the oldest."""
    register = Preflight()
    for number in range(MOST_TRIED + 5):
        register.take(str(number), GOOD)
    assert register.tries().opened == MOST_TRIED


def test_the_teacher_reads_a_sentence() -> None:
    """Nothing before anybody has tried; then how many are ready, and what is the matter with the others."""
    assert tried(Tries()) == ""
    assert tried(Tries(opened=1, fit=1)) == "1 of 1 device is ready."
    assert tried(Tries(opened=28, fit=27, polling=1)) == (
        "27 of 28 devices are ready; 1 cannot hold the stream, and asks for each message instead."
    )
    assert tried(Tries(28, 2, 20, 0, 3, 2, 1)) == (
        "20 of 28 devices are ready; 2 still try; no messages reach 3; 2 are too narrow upright; "
        "1 forgets its seat when the page is closed."
    )


class Ids(HTMLParser):
    """The ids of a page, and the states for which it has a sentence."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.states: set[str] = set()
        self.feed(page)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids += [each for each in [told.get("id")] if each]
        self.states |= {each for each in [told.get("data-when")] if each}
        assert not {"style", "onclick", "onload"} & told.keys()


def test_the_page_stands_by_itself() -> None:
    """Nothing comes from elsewhere, nothing is written into it that a strict policy forbids, and every state that its
    program shows has its sentence."""
    page = preflight.preflight_page()
    found = Ids(page)
    assert len(found.ids) == len(set(found.ids))
    assert "http" not in page
    assert found.states == {"trying", "good", "bad", "polls", "off"}
    program = (PAGES / "preflight.js").read_text(encoding="utf-8")
    assert all(f'"{each}"' in program for each in (*found.states, *found.ids))
    assert sum(len((PAGES / f"preflight.{end}").read_bytes()) for end in ("js", "css")) + len(page) < 20_000


class Room:
    """A host that a device tries: how it answers, and what it was told."""

    def __init__(self, *, ticks: bool = True, answers: bool = True, ahead: float = 0.0) -> None:
        self.ticks, self.answers, self.ahead = ticks, answers, ahead
        self.told: list[Any] = []

    async def about(self, _: Request) -> Response:
        return JSONResponse({"now": 2e9 + self.ahead}) if self.answers else Response(status_code=502)

    async def stream(self, _: Request) -> Response:
        async def told() -> AsyncIterator[bytes]:
            for number in range(40 if self.ticks else 0):
                yield b"event: tick\ndata: {}\n\n" if number else b": here\n\n"
                await asyncio.sleep(0.1)

        return StreamingResponse(told(), media_type="text/event-stream")

    async def result(self, request: Request) -> Response:
        self.told.append(json.loads(await request.body()))
        return JSONResponse({})


@contextmanager
def served(room: Room) -> Iterator[str]:
    """The page at such a host: its address."""

    async def page(_: Request) -> Response:
        return HTMLResponse(preflight.preflight_page(), headers={"content-security-policy": "default-src 'self'"})

    async def static(request: Request) -> Response:
        return FileResponse(PAGES / request.path_params["name"])

    app = Starlette(
        routes=[
            Route("/preflight", page),
            Route("/static/{name}", static),
            Route("/api/about", room.about),
            Route("/api/preflight", room.stream),
            Route("/api/preflight", room.result, methods=["POST"]),
        ]
    )
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            thread.join(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("room", "wide", "messages", "states"),
    [
        (Room(), 390, "stream", {"verdict": "good", "reach": "good", "messages": "good", "clock": "off"}),
        (Room(ticks=False), 390, "polls", {"verdict": "polls", "messages": "polls"}),
        (Room(ticks=False, answers=False), 390, "none", {"verdict": "bad", "reach": "bad", "messages": "bad"}),
        (Room(), 300, "stream", {"verdict": "bad", "screen": "bad", "messages": "good"}),
    ],
    ids=["fit", "held-back", "cut-off", "narrow"],
)
def test_a_browser_tries_the_room(
    room: Room, wide: int, messages: str, states: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what is so, one sentence for each thing, and tells the host when it begins and what it has found."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not Path("/usr/bin/chromium").exists():
        pytest.skip("there is no Chromium here")
    monkeypatch.setattr(preflight, "MINUTE", 3)
    with served(room) as address, playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        try:
            page = browser.new_page(viewport={"width": wide, "height": 700})
            page.goto(f"{address}/preflight")
            page.wait_for_selector("#verdict:not([data-state=trying])", timeout=20_000)
            found = {id: page.get_attribute(f"#{id}", "data-state") for id in states}
            shown = page.locator("li p:visible").count()
            sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        finally:
            browser.close()
    assert found == states
    assert shown == (5 if room.answers else 4)
    assert not sideways
    assert [each["tried"]["messages"] for each in room.told] == ["trying", messages]
    assert room.told[0]["device"] == room.told[1]["device"]
    assert room.told[1]["tried"] == {"messages": messages, "keeps": True, "wide": wide}
