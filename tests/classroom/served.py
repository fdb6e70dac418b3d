"""A class that is served to a test, without a network, and people who ask it for things."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from httpx import ASGITransport, AsyncClient, Response

from game.classroom.app import application
from game.classroom.campus import Campus
from game.classroom.doors import Gate
from game.classroom.guard import Guard
from game.classroom.hall import Hall
from game.classroom.keys import DESK, WALL
from game.delegations import computer
from game.lesson import House, Settings, open_class, restore_class
from game.scenario import Seed
from game.table import Computers, Store
from tests.library import source

TWO_WORDS = Settings("two-words", own_names=True)


@dataclass
class Clock:
    """A clock that goes on when it is told to."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Client:
    """Somebody who asks: from an address, perhaps with a token."""

    app: Guard
    token: str = ""
    address: str = "10.0.0.1"
    headers: Mapping[str, str] = field(default_factory=dict)

    async def ask(self, method: str, path: str, **how: Any) -> Response:
        """One request."""
        told = dict(self.headers)
        if self.token:
            told["Authorization"] = f"Bearer {self.token}"
        transport = ASGITransport(self.app, client=(self.address, 1))  # type: ignore[arg-type]
        async with AsyncClient(transport=transport, base_url="http://localhost") as http:
            return await http.request(method, f"/{path}", headers=told | how.pop("headers", {}), **how)

    async def post(self, path: str, **body: Any) -> Any:
        """What is answered to something that is done; it must be."""
        found = await self.ask("POST", path, json=body)
        assert found.status_code == 200, found.text
        return found.json()

    async def not_done(self, path: str, status: int, **body: Any) -> str:
        """Of what kind the reason is why something is not done; it must have one, and a sentence."""
        found = await self.ask("POST", path, json=body)
        assert found.status_code == status, found.text
        assert found.json()["said"].endswith((".", "!", "?")), found.text
        return str(found.json()["kind"])

    async def lacks(self, path: str = "api/messages", **have: str) -> Any:
        """What is lacking, by long polling."""
        found = await self.ask("GET", path, params={"form": "desk", **have})
        assert found.status_code == 200, found.text
        return found.json()


class Student(Client):
    """Somebody in a seat."""

    seat: Mapping[str, Any]

    async def join(self, code: str, name: str = "", **how: Any) -> Student:
        """Come in."""
        self.seat = await self.post("api/join", code=code, name=name, **how)
        self.token = self.seat["token"]
        return self

    async def desk(self) -> Any:
        """The own desk, as the whole message has it."""
        return (await self.lacks())["table"][0]

    async def say(self, id: str, words: str = "So.") -> Response:
        """Say something from the own seat."""
        move = {"kind": "say", "by": self.seat["seat"], "remark": words}
        desk = (await self.desk())["desk"]
        return await self.ask("POST", "api/move", json={"id": id, "seen": desk.get("version", 0), "move": move})


@dataclass
class Served:
    """A class that is served."""

    campus: Campus
    hall: Hall
    app: Guard
    clock: Clock
    desk: Client
    wall: Client

    @property
    def code(self) -> str:
        """What people type to get in."""
        return self.hall.room.code

    def client(self, token: str = "", address: str = "10.0.0.1", **headers: str) -> Client:
        """Somebody who asks."""
        return Client(self.app, token, address, headers)

    async def joined(self, *names: str) -> list[Student]:
        """People who have come in, one after the other."""
        return [await Student(self.app).join(self.code, name) for name in names]

    async def teach(self, kind: str, **how: Any) -> None:
        """Do something at the teacher's desk."""
        await self.desk.post("api/desk/do", do={"kind": kind, **how})

    async def begin(self) -> None:
        """Let the talks begin, at once."""
        for kind in ("start", "advance", "advance"):
            await self.teach(kind)


def house_of(store: Store, policy: Computers = computer) -> House:
    """What a class of the shelf needs."""
    return House(store, source, policy, pace=0.0)


@asynccontextmanager
async def served(
    path: Path,
    settings: Settings = TWO_WORDS,
    *,
    gate: Gate | None = None,
    seed: Seed = 4,
    clock: Clock | None = None,
    again: bool = False,
) -> AsyncIterator[Served]:
    """Serve a class from a file: a new one, or what is kept there."""
    clock = clock or Clock()
    with closing(Store(path)) as store:
        house = house_of(store)
        campus = Campus(house, clock, settings)
        kept = store.classes()
        room = restore_class(house, kept[0], clock.now) if again else open_class(house, "BCDFGH", seed, settings)
        hall = campus.put(room)
        campus.only = room.id
        app = application(campus, gate or Gate.of({"test"}), version="test")
        desk, wall = (Client(app, hall.give_link(kind)) for kind in (DESK, WALL))
        campus.start()
        try:
            yield Served(campus, hall, app, clock, desk, wall)
        finally:
            await campus.stop()


def run(path: Path, test: Callable[[Served], Awaitable[None]], settings: Settings = TWO_WORDS, **how: Any) -> None:
    """Run a test with a class that is served from a file."""

    async def whole() -> None:
        async with served(path, settings, **how) as at:
            await test(at)

    asyncio.run(whole())


async def streamed(app: Guard, token: str, path: str, **have: str) -> AsyncGenerator[tuple[str, str, Any]]:
    """The events of a stream, as they come: kind, name and body; comments are events of the kind `here`."""
    sent: asyncio.Queue[bytes | None] = asyncio.Queue()
    query = "&".join(f"{name}={value}" for name, value in {"form": "desk", **have}.items())
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "path": f"/{path}",
        "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "scheme": "http",
        "client": ("10.0.0.1", 1), "server": ("localhost", 80),
        "headers": [(b"host", b"localhost"), (b"authorization", f"Bearer {token}".encode())],
    }  # fmt: skip
    gone = asyncio.Event()
    asked = False

    async def receive() -> Mapping[str, Any]:
        nonlocal asked
        if not asked:
            asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            assert message["status"] == 200
        else:
            await sent.put(message.get("body", b""))
            if not message.get("more_body"):
                await sent.put(None)

    task = asyncio.create_task(app(scope, receive, send))
    waiting = b""
    try:
        while (chunk := await sent.get()) is not None:
            *told, waiting = (waiting + chunk).split(b"\n\n")
            for each in told:
                lines = dict(line.split(": ", 1) for line in each.decode().splitlines() if not line.startswith(":"))
                yield lines.get("event", "here"), lines.get("id", ""), json.loads(lines.get("data", "null"))
    finally:
        gone.set()
        await task
