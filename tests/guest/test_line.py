"""A line speaks enough HTTP for a host of ours, and says of everything else that it is none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field

import pytest

from game.guest import Event, Gone, Guest, Line, Reply, Unreachable
from game.guest import guest as guest_of
from game.guest import line as line_of

Answers = Callable[[bytes, asyncio.StreamWriter], Awaitable[bool]]
"""What a host does with the head of a request; whether it keeps the connection."""


@asynccontextmanager
async def host(answers: Answers) -> AsyncIterator[str]:
    """A host that answers so: its address."""

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = [line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
                body = await reader.readexactly(int(length[0].split(b":")[1])) if length else b""
                if not await answers(head + body, writer):
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(served, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/class"
    finally:
        server.close()


def saying(text: bytes, *, keeps: bool = True) -> Answers:
    """A host that says one thing to everybody."""

    async def answers(_: bytes, writer: asyncio.StreamWriter) -> bool:
        writer.write(text)
        await writer.drain()
        return keeps

    return answers


SHORT = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"


def test_requests_go_one_after_the_other_over_one_connection() -> None:
    """Below the path of the address, with the token in a header and nowhere else."""
    heard: list[bytes] = []

    async def answers(asked: bytes, writer: asyncio.StreamWriter) -> bool:
        heard.append(asked)
        writer.write(
            SHORT
            if b"POST" in asked
            else b"HTTP/1.1 404 Not\r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n0\r\n\r\n"
        )
        return True

    async def asked() -> list[Reply]:
        async with host(answers) as address:
            line = Line(address, "secret")
            replies = [await line.ask("GET", "api/setting"), await line.ask("POST", "api/move", b"{}")]
            line.close()
            return replies

    assert asyncio.run(asked()) == [Reply(404, b"abc"), Reply(200, b"hi")]
    assert heard[0].startswith(b"GET /class/api/setting HTTP/1.1\r\nHost: 127.0.0.1:")
    assert all(each.count(b"secret") == each.count(b"\r\nAuthorization: Bearer secret\r\n") == 1 for each in heard)
    assert heard[1].endswith(b"Content-Length: 2\r\n\r\n{}")


def test_events_are_read_as_they_come() -> None:
    """In whatever pieces; comments keep a connection and are no events; the end of a stream is its end."""
    told = b": there\n\nevent: table\nid: A.7\ndata: {1}\n\nevent:room\r\ndata:a\r\ndata: b\r\n\r\n"

    async def answers(_: bytes, writer: asyncio.StreamWriter) -> bool:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
        for place in range(len(told)):
            writer.write(b"1\r\n" + told[place : place + 1] + b"\r\n")
        writer.write(b"0\r\n\r\n")
        return False

    async def read() -> list[Event]:
        async with host(answers) as address:
            return [event async for event in Line(address).events("api/stream")]

    assert asyncio.run(read()) == [
        Event("open", b""),
        Event("here", b""),
        Event("table", b"{1}", "A.7"),
        Event("room", b"a\nb"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n",
        b"x" * 100_000,
    ],
)
def test_what_is_no_host_is_unreachable(said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither as an answer nor as a stream; and nothing without end is kept."""
    monkeypatch.setattr(line_of, "MOST_BYTES", 50_000)

    async def asked() -> None:
        async with host(saying(said, keeps=False)) as address:
            with pytest.raises(Unreachable):
                await Line(address).ask("GET", "")
            with pytest.raises(Unreachable):
                [event async for event in Line(address).events("api/stream")]

    asyncio.run(asked())


def test_a_connection_that_the_host_has_closed_is_opened_again() -> None:
    """At once for what may reach it twice, and for all else when that is known."""

    async def asked() -> None:
        async with host(saying(SHORT, keeps=False)) as address:
            line = Line(address)
            for _ in range(2):
                assert (await line.ask("POST", "api/move", b"{}", again=True)).body == b"hi"
            await asyncio.sleep(0.05)  # that it is closed is known by then
            assert (await line.ask("POST", "api/join", b"{}")).body == b"hi"
            line.close()
            await asyncio.sleep(0.0)
        with pytest.raises(Unreachable):
            await Line(address).ask("GET", "")

    asyncio.run(asked())


def test_a_host_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """And so is the connection, on which the answer might still come."""
    monkeypatch.setattr(line_of, "PATIENCE", 0.05)

    async def asked() -> None:
        async with host(saying(b"HTTP/1.1 200 OK\r\n")) as address:
            with pytest.raises(Unreachable):
                await Line(address).ask("GET", "")

    asyncio.run(asked())


@pytest.mark.parametrize("address", ["", "ftp://host", "http://", "192.168.1.7"])
def test_what_is_no_address_is_said_at_once(address: str) -> None:
    with pytest.raises(ValueError, match="^" + address):
        Line(address)


def test_a_message_that_does_not_follow_is_thrown_away_with_all_before_it() -> None:
    """A guest with a gap asks for the whole."""
    guest = Guest("http://host")

    def told(data: bytes, kind: str = "table") -> bool:
        return guest.take_in(Event(kind, data, "A.RUS.p.3"))

    assert told(b'{"number":3,"paused":false,"teams":[],"desk":{"version":1}}')
    assert told(b'{"number":4,"changes":[{"op":"replace","path":"/version","value":2}]}')
    assert told(b'{"number":4,"changes":[]}')
    assert not told(b"{}", "else")
    assert (guest.number, guest.page["desk"]) == (4, {"version": 2})
    for wrong in (b'{"number":6,"changes":[]}', b"[]", b"{", b'{"number":5,"changes":[{"op":"add"}]}'):
        with pytest.raises(Unreachable):
            told(wrong)
    assert (guest.number, guest.page) == (0, {})


WHOLE = b'{"number":1,"paused":false,"teams":[],"desk":{"version":1}}'
NEXT = b'{"number":2,"changes":[{"op":"replace","path":"/version","value":2}]}'


@dataclass
class Script:
    """A host that answers each stream with the next of these, and then with nothing at all; and polls."""

    streams: list[bytes]
    asked: list[str] = field(default_factory=list)

    async def __call__(self, asked: bytes, writer: asyncio.StreamWriter) -> bool:
        path = asked.split(b" ")[1].decode()
        self.asked.append(path.removeprefix("/class/api/"))
        if "messages" in path:
            body = b'{"table":[' + NEXT + b'],"have":{"table":"A.2"},"end":"moved"}'
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
            return True
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
        if not self.streams:
            await writer.drain()
            await asyncio.sleep(1.0)
            return False
        told = self.streams.pop(0)
        writer.write(b"%x\r\n" % len(told) + told + b"\r\n0\r\n\r\n")
        return False


def event(name: str, id: str, data: bytes) -> bytes:
    return b"event: %b\nid: %b\ndata: %b\n\n" % (name.encode(), id.encode(), data)


def followed(script: Script, most: int) -> tuple[list[tuple[str, int]], str, Guest]:
    """What a guest hears of such a host, at most so many messages; and why it asks no more."""

    async def follow() -> tuple[list[tuple[str, int]], str, Guest]:
        heard = list[tuple[str, int]]()
        async with host(script) as address:
            guest = Guest(address)
            try:
                async with aclosing(guest.follow()) as told:
                    async for kind in told:
                        heard.append((kind, guest.page["desk"]["version"]))
                        if len(heard) == most:
                            return heard, "", guest
            except Gone as gone:
                return heard, str(gone), guest
            finally:
                guest.close()
        raise AssertionError("a stream has no end")

    return asyncio.run(follow())


def test_a_guest_says_what_it_has_when_a_round_is_over() -> None:
    """Comments are no messages; a round that ends is asked for again, with what was had; another's seat is the end."""
    first = b": here\n\n" + event("table", "A.1", WHOLE) + b": here\n\n" + event("end", "", b'{"kind":"again"}')
    second = event("table", "A.2", NEXT) + event("end", "", b'{"kind":"moved"}')
    script = Script([first, second])
    heard, why, guest = followed(script, 9)
    assert (heard, why, guest.connected) == ([("table", 1), ("table", 2)], "moved", True)
    assert script.asked == ["stream?form=desk&table=&room=", "stream?form=desk&table=A.1&room="]


def test_a_guest_whose_streams_are_held_asks_for_each_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """After two that said nothing at all."""
    monkeypatch.setattr(line_of, "SILENCE", 0.05)
    monkeypatch.setattr(guest_of, "WAIT", 0.01)
    script = Script([event("table", "A.1", WHOLE)])
    heard, why, _ = followed(script, 9)
    assert (heard, why) == ([("table", 1), ("table", 2)], "moved")
    assert script.asked[-1] == "messages?form=desk&table=A.1&room="
    assert [each.partition("?")[0] for each in script.asked] == ["stream"] * 3 + ["messages"]
