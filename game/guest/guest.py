"""One device in a class of another machine: it joins, keeps its desk by what the host sends, and moves.

The protocol is told in docs/protocol.md. Nothing is assumed to arrive: whoever comes back says which messages it has,
and a move that is sent twice counts once.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from game.guest.line import Line, Reply, Unreachable
from game.seat import CodecError, Desk, Setting, decode, encode, patched
from game.seat.codec import Codec, Plain
from game.seat.travel import CODEC
from game.table import Act, Team
from game.talks import Move

WAITS = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds until a lost host is tried again: first, and then; each lengthened by chance by whoever has many guests."""

_ACTS, _TEAMS = Codec(Act), Codec(Team)


@dataclass(frozen=True, slots=True)
class Said:
    """What the host says to something that it does not do."""

    status: int
    kind: str
    said: str
    """A sentence in the host's language."""


@dataclass(frozen=True, slots=True)
class Seat:
    """What a guest is given who joins."""

    token: str
    seat_code: str
    number: int
    table: str
    seat: str


class Guest:
    """A device in a class. It changes in place."""

    def __init__(self, address: str, token: str = "") -> None:
        """One for the host at an address; with a token, one who has been there before."""
        self._asks = Line(address, token)
        self._hears = Line(address, token)
        self.seat: Seat | None = None
        self.number = 0
        """Of the last message of the table; 0 for none."""
        self.room_number = 0
        self.room: dict[str, Any] = {}
        """What everybody in the class is told."""
        self.page: dict[str, Any] = {}
        """The last message of the table, and the desk as JSON."""
        self._laid: tuple[int, Desk] | None = None

    # ---- coming in ------------------------------------------------------------------------------------------------

    async def join(self, code: str, name: str = "") -> Said | None:
        """Take a seat; why not, or None. Raises `Unreachable`."""
        return await self._enter("api/join", {"code": code, "name": name})

    async def come_back(self, code: str, seat_code: str) -> Said | None:
        """Take the seat that was another device's; why not, or None. Raises `Unreachable`."""
        return await self._enter("api/return", {"code": code, "seat_code": seat_code})

    async def _enter(self, path: str, told: dict[str, str]) -> Said | None:
        reply = await self._asks.ask("POST", path, json.dumps(told).encode())
        if (why := refused(reply)) is not None:
            return why
        found = read(reply.body)
        try:
            self.seat = Seat(**{name: found[name] for name in Seat.__slots__})
        except (TypeError, KeyError):
            raise Unreachable("the host gives no seat") from None
        self._asks.token = self._hears.token = self.seat.token
        return None

    async def setting(self) -> Setting:
        """What no move changes. Raises `Unreachable`, and `CodecError` where the host is of another version."""
        return decode(Setting, (await self._asks.ask("GET", "api/setting")).body.decode())

    # ---- what is told ---------------------------------------------------------------------------------------------

    async def follow(self) -> AsyncIterator[str]:
        """Keep up with the class for as long as this is read: "table" or "room" after each message, when it has been
        taken in. A host that is lost is tried again. Raises `PermissionError` where it knows this guest no more."""
        failed = 0
        while True:
            try:
                async for event in self._hears.events(f"api/stream?{self._has}"):
                    failed = 0
                    if self.take_in(event.name, event.data):
                        yield event.name
            except Unreachable as fault:
                if str(fault) in ("HTTP 401", "HTTP 403"):
                    raise PermissionError(str(fault)) from fault
            await asyncio.sleep(WAITS[min(failed, len(WAITS) - 1)])
            failed += 1

    @property
    def _has(self) -> str:
        return f"form=desk&table={self.number}&room={self.room_number}"

    def take_in(self, kind: str, data: bytes) -> bool:
        """Take a message in; whether it was one that was lacking. One that does not follow on what is there is thrown
        away with it, so that the host sends the whole. Raises `Unreachable` for what is no message."""
        told = read(data)
        try:
            if kind == "room":
                self.room, self.room_number = told, int(told["number"])
            elif kind == "table":
                self._table(told)
            else:
                return False
        except (LookupError, TypeError, ValueError) as fault:
            self.number, self.page = 0, {}
            raise Unreachable(f"a message that is none: {fault}") from fault
        return True

    def _table(self, told: dict[str, Plain]) -> None:
        number = int(told["number"])
        if "desk" in told:
            self.page = told
        elif number > self.number:
            if number != self.number + 1:
                raise ValueError(f"message {number} does not follow on {self.number}")
            desk = patched(self.page["desk"], told.pop("changes"))
            self.page |= told | {"desk": desk}
        self.number = number

    @property
    def desk(self) -> Desk:
        """What lies before this seat. Raises `LookupError` where nothing was told yet, `CodecError` where the host is
        of another version."""
        if self._laid is None or self._laid[0] != self.number:
            self._laid = self.number, CODEC.build(Desk, self.page["desk"])
        return self._laid[1]

    @property
    def team(self) -> Team | None:
        """Who sits here; None where that was not told."""
        teams = self.page.get("teams") or [None]
        return _TEAMS.build(Team, teams[0]) if teams[0] else None

    # ---- what is done ---------------------------------------------------------------------------------------------

    async def move(self, move: Move, seen: int, id: str = "") -> Said | None:
        """Make a move that answers the version that was seen; why it is not made, or None. It may be sent again under
        the same id, and counts once. Raises `Unreachable`."""
        body = f'{{"id":"{id or uuid4().hex}","seen":{seen},"move":{encode(move)}}}'
        return refused(await self._asks.ask("POST", "api/move", body.encode(), again=True))

    async def act(self, act: Act) -> Said | None:
        """Do something beside the talks; why it is not done, or None. Raises `Unreachable`."""
        return await self.tell("act", f'{{"act":{_ACTS.encode(act)}}}')

    async def tell(self, path: str, body: str = "{}") -> Said | None:
        """Send anything else to the host; what it has against it, or None. Raises `Unreachable`."""
        return refused(await self._asks.ask("POST", f"api/{path}", body.encode()))

    def close(self) -> None:
        """Hang up."""
        self._asks.close()
        self._hears.close()


def refused(reply: Reply) -> Said | None:
    """What the host has against what it was asked; None where it has done it."""
    if reply.status < 400:
        return None
    try:
        told = read(reply.body)
    except Unreachable:
        told = {}
    return Said(reply.status, str(told.get("kind", "")), str(told.get("said", "")))


def read(body: bytes) -> dict[str, Plain]:
    """An object of JSON. Raises `Unreachable` for anything else."""
    try:
        found = json.loads(body)
    except ValueError as fault:
        raise Unreachable("the host does not answer in JSON") from fault
    if not isinstance(found, dict):
        raise Unreachable("the host does not answer with an object")
    return found


__all__ = ["CodecError", "Guest", "Said", "Seat", "read", "refused"]
