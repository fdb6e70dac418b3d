"""How a request is answered: JSON with the usual headers, or why not, in a sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TypeVar, assert_never

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from game.classroom import wire
from game.classroom.referee import Crowded, Failed
from game.classroom.wire import Misread
from game.lesson import ClassObjection, Fault
from game.scenario import Scenario
from game.table import Objection, StoreError
from game.talks import Refused
from game.words.class_objections import class_objection
from game.words.doors import Turned, turned_away
from game.words.refusals import refusal
from game.words.teams import objection

_T = TypeVar("_T")
PATIENCE = 20.0
"""Seconds within which what is sent must have come."""
STATUS: Mapping[Turned, int] = {
    "misread": 400,
    "other-version": 400,
    "no-token": 401,
    "not-here": 403,
    "no-page": 404,
    "no-pdf": 404,
    "no-code": 404,
    "no-seat-code": 404,
    "no-adviser": 409,
    "no-advice": 409,
    "too-slow": 408,
    "too-long": 413,
    "no-json": 415,
    "no-host": 421,
    "too-many": 429,
    "failed": 500,
    "not-kept": 503,
    "stopping": 503,
}
"""The status of HTTP for each reason to turn somebody away."""


class Away(Exception):
    """Somebody is turned away; `wait` is how many seconds he should wait."""

    def __init__(self, kind: Turned, wait: float = 0.0) -> None:
        super().__init__(kind)
        self.kind: Turned = kind
        self.wait = wait


def answered(body: bytes, headers: Mapping[str, str] | None = None, status: int = 200) -> Response:
    """An answer that is JSON already."""
    return Response(body, status, headers, "application/json")


def turned(kind: Turned, wait: float = 0.0, at: str = "") -> Response:
    """Why somebody is turned away."""
    headers = {"retry-after": str(int(wait) + 1)} if kind == "too-many" else {}
    fault = wire.Fault(kind, turned_away(kind, wait=wait), at)
    return answered(wire.write(fault), headers, STATUS[kind])


def refused(scenario: Scenario, fault: Fault) -> Response:
    """Why the class, a table or the rules refuse something."""
    match fault:
        case Refused():
            said = refusal(scenario, fault)
        case Objection():
            said = objection(scenario, fault)
        case ClassObjection():
            said = class_objection(fault)
        case _:
            assert_never(fault)
    return answered(wire.write(wire.Fault(str(fault.kind), said)), status=409)


def fault_of(fault: Exception) -> Response:
    """The answer for whatever a request may raise; what it may not is raised again."""
    match fault:
        case Away():
            return turned(fault.kind, fault.wait)
        case Misread():
            return turned("misread", at=fault.at)
        case StoreError():
            return turned("not-kept")
        case Crowded():
            return turned("too-many", 1.0)
        case Failed():
            return turned("failed")
        case ClientDisconnect():
            return Response(status_code=499)  # nobody reads it
        case _:
            raise fault


async def body_of(request: Request) -> bytes:
    """What a request holds. Raises `Away` where that is no JSON, or more than may be."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Away("no-json")
    found = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for chunk in request.stream():
                found += chunk
                if len(found) > wire.MOST_BYTES:
                    raise Away("too-long")
    except TimeoutError:
        raise Away("too-slow") from None
    return bytes(found)


async def asked_of(request: Request, kind: type[_T]) -> _T:
    """What is asked for. Raises `Away`, `Misread`."""
    return wire.read(kind, await body_of(request))
