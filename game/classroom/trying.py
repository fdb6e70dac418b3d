"""What a device asks for that tries the room before a lesson. It needs no token, and is told nothing of any class."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from game.classroom import wire
from game.classroom.answers import Away, answered, body_of
from game.classroom.campus import Campus
from game.classroom.doors import HEADERS, Gate, Limit
from game.classroom.pages.preflight import MINUTE
from game.lesson.preflight import Tried
from game.seat.codec import Codec

LONGEST_SCREEN = 20_000
"""Dots that any screen has at most."""
A_TICK = 1.0
"""Seconds between two ticks."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a device says of itself, and the word of chance that it goes by."""

    device: str
    tried: Tried


_CODEC = Codec(Trial)


class Trying:
    """What is behind the paths for it."""

    def __init__(self, campus: Campus, gate: Gate) -> None:
        self._campus, self._gate = campus, gate
        self._told = Limit(200, 2.0)

    def _address(self, request: Request) -> str:
        return self._gate.client(request.client.host if request.client else "", request.headers)

    async def stream(self, request: Request) -> Response:
        """A stream that says something each second for a minute. Raises `Away`."""
        leave = self._campus.strangers.enter(self._address(request))
        if leave is None:
            raise Away("too-many", MINUTE)
        return Ticks(self._campus.referee.now, lambda: self._campus.stopping, leave)

    async def result(self, request: Request) -> Response:
        """Note what a device has found out. Raises `Away`, `Misread`."""
        trial = wire.read(Trial, await body_of(request), _CODEC)
        if not wire.is_id(trial.device):
            raise wire.Misread("/device")
        if not 0 <= trial.tried.wide <= LONGEST_SCREEN:
            raise wire.Misread("/tried/wide")
        if wait := self._told.take(self._address(request), self._campus.referee.now()):
            raise Away("too-many", wait)
        self._campus.preflight.take(trial.device, trial.tried)
        for hall in self._campus.halls.values():
            hall.desk_bell.ring()
        return answered(b"{}")


class Ticks(StreamingResponse):
    """A minute of ticks, or until the host is `stopping`."""

    def __init__(self, clock: Callable[[], float], stopping: Callable[[], bool], leave: Callable[[], None]) -> None:
        """`leave` is called when it has ended, however that was."""
        told = {**HEADERS, "x-accel-buffering": "no"}
        super().__init__(_ticks(clock, stopping), headers=told, media_type="text/event-stream")
        self._leave = leave

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Tick until the minute is over or the browser has gone."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._leave()


async def _ticks(clock: Callable[[], float], stopping: Callable[[], bool]) -> AsyncIterator[bytes]:
    for number in range(MINUTE + 1):
        if stopping():
            return
        yield b'event: tick\ndata: {"n":%d,"now":%.3f}\n\n' % (number, clock())
        await asyncio.sleep(A_TICK)
