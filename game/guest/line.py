"""One connection to a host, in plain HTTP/1.1: requests one after the other, or a stream of events without end.

Only what a host of ours answers is understood: a length or chunks, and server-sent events (WHATWG HTML, 9.2) of the
fields `event`, `id` and `data`. What is longer than `MOST_BYTES` is not read.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from urllib.parse import urlsplit

MOST_BYTES = 4_000_000
"""Of one answer, or of one event."""
PATIENCE = 30.0
"""Seconds for which an answer is waited."""
SILENCE = 25.0
"""Seconds after which a stream that says nothing is broken off."""


class Unreachable(ConnectionError):
    """The host does not answer, or not as one of ours does."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a stream."""

    name: str
    data: bytes
    id: str = ""


class Line:
    """A connection, opened when it is first needed, and anew where the host has closed it."""

    def __init__(self, address: str, token: str = "") -> None:
        """To the host at an address such as `http://192.168.1.7:8000/class`. Raises `ValueError` for none."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(address)
        secure = parts.scheme == "https"
        self.token = token
        """By which the host knows the device."""
        self._host, self._port = parts.hostname, parts.port or (443 if secure else 80)
        self._name = parts.netloc.rpartition("@")[2]
        self._secure = ssl.create_default_context() if secure else None
        self._base = parts.path.rstrip("/")
        self._free = asyncio.Lock()
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: bytes = b"", *, again: bool = False) -> Reply:
        """One request and its answer. With `again` it may reach the host twice, where a connection breaks. Raises
        `Unreachable`."""
        async with self._free:
            kept = self._open is not None
            try:
                return await self._asked(method, path, body)
            except Unreachable:
                if not (kept and (again or method == "GET")):
                    raise
                return await self._asked(method, path, body)

    async def _asked(self, method: str, path: str, body: bytes) -> Reply:
        try:
            async with asyncio.timeout(PATIENCE):
                reader, _ = await self._begun(method, path, body)
                status, headers = await _head(reader)
                chunks = [chunk async for chunk in _body(reader, headers)]
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as fault:
            self.close()
            raise Unreachable(str(fault) or type(fault).__name__) from fault
        except BaseException:
            self.close()  # what comes later belongs to nobody
            raise
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Reply(status, b"".join(chunks))

    async def events(self, path: str) -> AsyncGenerator[Event, None]:
        """The events of a stream until the host ends it: first `open`, when it answers; `here` for a comment. Raises
        `Unreachable` where it is no stream, or breaks off."""
        try:
            async with asyncio.timeout(PATIENCE):
                reader, _ = await self._begun("GET", path, b"")
                status, headers = await _head(reader)
            if status != 200 or not headers.get("content-type", "").startswith("text/event-stream"):
                raise Unreachable(f"HTTP {status}")
            yield Event("open", b"")
            async with aclosing(_body(reader, headers)) as chunks:
                waiting = b""
                while chunk := await _next(chunks):
                    *told, waiting = (waiting + chunk).replace(b"\r\n", b"\n").split(b"\n\n")
                    if len(waiting) > MOST_BYTES:
                        raise Unreachable("an event without end")
                    for each in told:
                        yield _event(each)
        except Unreachable:
            raise
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as fault:
            raise Unreachable(str(fault) or type(fault).__name__) from fault
        finally:
            self.close()

    async def _begun(self, method: str, path: str, body: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._open is not None and self._open[0].at_eof():
            self.close()  # the host has hung up meanwhile, as hosts do when nothing is asked for a while
        if self._open is None:
            self._open = await asyncio.open_connection(self._host, self._port, ssl=self._secure, limit=MOST_BYTES)
        reader, writer = self._open
        told = [f"{method} {self._base}/{path} HTTP/1.1", f"Host: {self._name}"]
        if self.token:
            told.append(f"Authorization: Bearer {self.token}")
        if method != "GET":
            told += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
        writer.write("\r\n".join((*told, "", "")).encode("ascii") + body)
        await writer.drain()
        return reader, writer

    def close(self) -> None:
        """Hang up; the next request opens a connection again."""
        if self._open is not None:
            self._open[1].close()
            self._open = None


async def _head(reader: asyncio.StreamReader) -> tuple[int, Mapping[str, str]]:
    """The status of an answer, and its headers by their names in small letters."""
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    version, status, *_ = first.split(" ")
    if not version.startswith("HTTP/1."):
        raise ValueError("this is no HTTP")
    pairs = (line.partition(":") for line in lines if line)
    return int(status), {name.strip().lower(): value.strip() for name, _, value in pairs}


async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> AsyncGenerator[bytes, None]:
    """What an answer holds, as it comes."""
    if "chunked" not in headers.get("transfer-encoding", "").lower():
        if (size := int(headers.get("content-length", "0"))) > MOST_BYTES:
            raise ValueError("an answer without end")
        yield await reader.readexactly(size)
        return
    while size := int((await reader.readuntil(b"\r\n")).partition(b";")[0], 16):
        if size > MOST_BYTES:
            raise ValueError("an answer without end")
        yield (await reader.readexactly(size + 2))[:-2]
    await reader.readuntil(b"\r\n")


async def _next(chunks: AsyncGenerator[bytes, None]) -> bytes:
    """What comes next of a stream; nothing at its end."""
    async with asyncio.timeout(SILENCE):
        return await anext(chunks, b"")


def _event(written: bytes) -> Event:
    """One event as it is written; `here` for a comment, by which a host keeps a connection."""
    name, id, data = "message", "", list[bytes]()
    for line in written.split(b"\n"):
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"data":
            data.append(value)
        elif field == b"event":
            name = value.decode()
        elif field == b"id":
            id = value.decode()
    return Event(name, b"\n".join(data), id) if data else Event("here", b"")
