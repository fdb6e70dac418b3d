"""How messages reach whoever looks on: as a stream of server-sent events, or by long polling. Both are rounds that end.

No message is queued for anybody: whoever has read what he was sent is sent what he lacks by then. So a slow browser
delays nobody and costs no more memory than one message; and one that takes nothing at all is let go.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from random import uniform
from typing import Any, Literal, Protocol, TypeVar

from game.classroom.doors import HEADERS
from game.table import StoreError

ROUND = 30.0
"""Seconds after which a stream ends, more or less, to be asked for again: each round is a sign of life."""
POLL = 25.0
"""Seconds within which a long poll is answered."""
BEAT = 10.0
"""Seconds after which a comment is sent where there was nothing else to send."""
STUCK = 20.0
"""Seconds within which something must be taken of what is sent."""

Scope = MutableMapping[str, Any]
Receive = Callable[[], Any]
Send = Callable[[Mapping[str, Any]], Any]
End = Literal["again", "restarting", "moved", "removed"]
"""Why a round ends: ask again at once; in a second; not at all, because another device has the seat, or nobody has."""


_T = TypeVar("_T")


class See(Protocol):
    """Looks at something, when it is on disk."""

    async def __call__(self, look: Callable[[], _T]) -> _T:
        """What is seen. Raises `StoreError` where nothing can be."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something to be told: of the table or of the room, by which name one says that one has it, and what it is."""

    kind: Literal["table", "room"]
    have: str
    body: bytes

    def lines(self) -> bytes:
        """As an event of a stream; JSON as we write it has no end of a line in it."""
        return b"event: %b\nid: %b\ndata: %b\n\n" % (self.kind.encode(), self.have.encode(), self.body)


class Watch(Protocol):
    """Somebody who looks on, and what he has."""

    def look(self) -> list[Event]:
        """What he lacks now, oldest first; he has it from then on."""

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Be called once there may be something more; what comes back lets go of that."""

    def over(self) -> End | None:
        """Why he should ask no more, or not here; None where he may go on."""

    def have(self) -> Mapping[str, str]:
        """What he has."""


def end_of(kind: End) -> bytes:
    """The last event of a round."""
    return b'event: end\ndata: {"kind":"%b"}\n\n' % kind.encode()


class Stream:
    """One round of a stream, as an ASGI application."""

    def __init__(self, watch: Watch, see: See, leave: Callable[[], None]) -> None:
        """`leave` is called when it has ended, however that was."""
        self._watch, self._see, self._leave = watch, see, leave

    async def __call__(self, _: Scope, receive: Receive, send: Send) -> None:
        """Send what there is, as it comes, until the round is over or the browser has gone."""
        wake = asyncio.Event()
        try:
            async with _until_gone(receive, wake) as gone:
                with suppress(TimeoutError):  # it takes nothing: let it go
                    await self._begin(send)
                    await self._run(send, wake, gone)
        finally:
            self._leave()

    async def _begin(self, send: Send) -> None:
        told = {**HEADERS, "content-type": "text/event-stream", "x-accel-buffering": "no"}
        headers = [(name.encode(), value.encode()) for name, value in told.items()]
        await send({"type": "http.response.start", "status": 200, "headers": headers})

    async def _looked(self, *, due: bool) -> tuple[bytes, End | None]:
        """What is lacking now, and why the round ends with that, if it does."""
        try:
            events = await self._see(self._watch.look)
        except StoreError:  # the class cannot be read now
            return b"", "restarting"
        return b"".join([event.lines() for event in events]), self._watch.over() or ("again" if due else None)

    async def _run(self, send: Send, wake: asyncio.Event, gone: asyncio.Event) -> None:
        loop = asyncio.get_running_loop()
        last = loop.time() + ROUND * uniform(0.75, 1.25)  # those who came at once do not ask again at once
        first = True
        while not gone.is_set():
            wake.clear()
            let_go = self._watch.listen(wake.set)
            try:
                told, end = await self._looked(due=loop.time() >= last)
                if end:
                    await _sent(send, told + end_of(end), more=False)
                    return
                if told or first:
                    await _sent(send, told or b": here\n\n")
                first = False
                async with asyncio.timeout(max(0.0, min(BEAT, last - loop.time()))):
                    await wake.wait()
            except TimeoutError:
                if loop.time() < last:
                    await _sent(send, b": here\n\n")
            finally:
                let_go()


async def _sent(send: Send, body: bytes, *, more: bool = True) -> None:
    """Send something. Raises `TimeoutError` where it is not taken."""
    async with asyncio.timeout(STUCK):
        await send({"type": "http.response.body", "body": body, "more_body": more})


@asynccontextmanager
async def _until_gone(receive: Receive, wake: asyncio.Event) -> Any:
    """Notice when the browser hangs up."""
    gone = asyncio.Event()

    async def listen() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        gone.set()
        wake.set()

    task = asyncio.create_task(listen())
    try:
        yield gone
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def polled(watch: Watch, see: See, receive: Receive) -> bytes:
    """One round of long polling: what somebody lacks, as soon as there is something, or nothing."""
    wake = asyncio.Event()
    last = asyncio.get_running_loop().time() + POLL
    async with _until_gone(receive, wake) as gone:
        while True:
            wake.clear()
            let_go = watch.listen(wake.set)
            try:
                found = await see(watch.look)
                end, left = watch.over(), last - asyncio.get_running_loop().time()
                if found or end or left <= 0 or gone.is_set():
                    return _poll(found, watch.have(), end)
                with suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await wake.wait()
            finally:
                let_go()


def _poll(found: list[Event], have: Mapping[str, str], end: End | None) -> bytes:
    parts = [
        b'"%b":[%b]' % (kind.encode(), b",".join(event.body for event in found if event.kind == kind))
        for kind in ("table", "room")
    ]
    parts.append(b'"have":' + json.dumps(have).encode())
    if end:
        parts.append(b'"end":"%b"' % end.encode())
    return b"{" + b",".join(parts) + b"}"
