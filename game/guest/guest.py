"""One device in a class of another machine: it joins, keeps its desk by what the host sends, and moves.

The protocol is told in docs/protocol.md. Nothing is assumed to arrive: whoever comes back says which messages it has,
and a move that is sent twice counts once.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from copy import deepcopy
from dataclasses import dataclass
from random import uniform
from typing import Any, ClassVar
from uuid import uuid4

from game.guest.line import Event, Line, Reply, Unreachable
from game.seat import CodecError, Desk, Setting, Tray, decode, encode, patched
from game.seat.codec import Codec, Plain
from game.seat.travel import CODEC
from game.table import Team
from game.talks import Move

WAIT, LONGEST_WAIT = 0.5, 8.0
"""Seconds until a host that was lost is asked again, doubled each time up to the longest; each lengthened by chance, so
that a class does not come back all at once."""
RESTARTS = 1.5
"""Seconds until a host is there again that has said that it restarts."""
MOST_HELD = 2
"""Streams that may say nothing at all before it is thought that something on the way holds them, and polls are used."""

_TEAMS = Codec(Team)


class Gone(Exception):
    """The host knows this guest no more, or another device has its seat: the kind says which."""


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
    device: str
    number: int
    name: str
    seat_code: str
    table: str = ""
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is prepared, as the host lays it out."""

    desk: Desk
    left: float | None = None
    """Seconds that an audience has left to answer, where it is asked something."""


@dataclass(frozen=True, slots=True)
class Course:
    """Something that could be done now, in sentences of the host's."""

    move: Move
    lead: str
    """What it is, and the reason that matters most."""
    speaks: tuple[str, ...]
    """What else speaks for it."""
    risks: tuple[str, ...]
    """What stands against it."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What an adviser thinks of the package that is prepared."""

    lead: str
    speaks: tuple[str, ...]
    risks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What an adviser says: the courses that it sees, the best first, and what it thinks of the player's own."""

    courses: tuple[Course, ...]
    opinion: Opinion | None = None


_ADVICE = Codec(Advice, Course, Opinion)


class Guest:
    """A device in a class. It changes in place."""

    form: ClassVar[str] = "desk"
    """In which form the messages of the table come."""

    def __init__(self, address: str, token: str = "") -> None:
        """One for the host at an address; with a token, one who has been there before."""
        self._asks = Line(address, token)
        self._hears = Line(address, token)
        self.seat: Seat | None = None
        self.number = 0
        """Of the last message of the table; 0 for none."""
        self._have = {"table": "", "room": ""}
        """By which name the last messages go that have been taken in."""
        self.connected = False
        """Whether the host is heard now."""
        self.wholes = 0
        """How often the desk was sent whole: as the first, and when the seat may be another one."""
        self._silent = 0
        """Streams that have said nothing."""
        self.room: dict[str, Any] = {}
        """What this one is told of the class beside the own table."""
        self.page: dict[str, Any] = {}
        """The last message of the table, and the desk as JSON."""
        self._laid: tuple[int, Desk] | None = None

    # ---- coming in ------------------------------------------------------------------------------------------------

    async def join(self, code: str, name: str = "") -> Said | None:
        """Take a seat; why not, or None. Raises `Unreachable`."""
        return await self._enter("api/join", {"code": code, "name": name, "id": uuid4().hex})

    async def come_back(self, code: str, seat_code: str) -> Said | None:
        """Take the seat that was another device's; why not, or None. Raises `Unreachable`."""
        return await self._enter("api/return", {"code": code, "seat_code": seat_code})

    async def _enter(self, path: str, told: dict[str, str]) -> Said | None:
        reply = await self._asks.ask("POST", path, json.dumps(told).encode())
        if (why := refused(reply)) is not None:
            return why
        found = read(reply.body)
        try:
            self.seat = Seat(**found)
        except TypeError:
            raise Unreachable("the host gives no seat") from None
        self._asks.token = self._hears.token = self.seat.token
        return None

    async def setting(self) -> Setting:
        """What no move changes. Raises `Unreachable`, and `CodecError` where the host is of another version."""
        reply = await self._asks.ask("GET", "api/setting")
        if reply.status >= 400:  # this seat is being moved, or the host has other things to do
            raise Unreachable(f"HTTP {reply.status}")
        return decode(Setting, reply.body.decode())

    # ---- what is told ---------------------------------------------------------------------------------------------

    async def follow(self) -> AsyncGenerator[str, None]:
        """Keep up with the class for as long as this is read: "table" or "room" after each message, when it has been
        taken in. A host that is lost is tried again; where something on the way holds a stream back, messages are asked
        for one by one. Raises `Gone` where this guest should ask no more."""
        failed = 0
        while True:
            try:
                async with aclosing(self._round()) as told:
                    async for event in told:
                        failed = 0
                        if event.name == "end":
                            await self._ended(str(read(event.data).get("kind")))
                        elif self.take_in(event):
                            yield event.name
                continue
            except Unreachable as fault:
                self.connected = False
                if str(fault) == "HTTP 401":
                    raise Gone("no-token") from fault
            await asyncio.sleep(min(LONGEST_WAIT, WAIT * 2**failed) * uniform(1.0, 1.5))
            failed += 1

    async def _round(self) -> AsyncGenerator[Event, None]:
        """One round of a stream, or of a poll."""
        asked = f"form={self.form}&table={self._have['table']}&room={self._have['room']}"
        if self._silent >= MOST_HELD:
            for event in _polled(await self._hears.ask("GET", f"api/messages?{asked}")):
                yield event
            self.connected = True
            return
        async with aclosing(self._hears.events(f"api/stream?{asked}")) as events:
            async for event in events:
                opened = event.name == "open"
                self._silent, self.connected = (self._silent + 1, self.connected) if opened else (0, True)
                if event.data:
                    yield event

    async def _ended(self, kind: str) -> None:
        if kind in ("moved", "removed"):
            raise Gone(kind)
        if kind == "restarting":
            await asyncio.sleep(RESTARTS * uniform(1.0, 1.5))

    def take_in(self, event: Event) -> bool:
        """Take a message in; whether it was one that is known. One that does not follow on what is there is thrown
        away with it, so that the host sends the whole. Raises `Unreachable` for what is no message."""
        try:
            told = read(event.data)
            match event.name:
                case "room":
                    self.room = told
                case "table":
                    self.lay(told)
                case _:
                    return False
        except (LookupError, TypeError, ValueError) as fault:
            self.number, self.page = 0, {}
            self._have["table"] = ""
            raise Unreachable(f"a message that is none: {fault}") from fault
        self._have[event.name] = event.id
        return True

    def lay(self, told: dict[str, Plain]) -> None:
        """Take a message of the table in. Raises `LookupError`, `TypeError` or `ValueError` for one that fits not."""
        number = int(told["number"])
        if "desk" in told:
            self.page = told
            self._laid = None
            self.wholes += 1
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

    async def preview(self, tray: Tray) -> Preview | None:
        """The desk with something else prepared, as the host lays it; None where the talks have moved on meanwhile, or
        it lays none. Raises `Unreachable`, and `CodecError` where the host is of another version."""
        reply = await self._asks.ask("POST", "api/preview", f'{{"tray":{encode(tray)}}}'.encode(), again=True)
        told = read(reply.body)
        if reply.status >= 400 or told.get("number") != self.number or not self.page:
            return None
        desk = CODEC.build(Desk, patched(deepcopy(self.page["desk"]), told.get("changes")))
        return Preview(desk, told.get("left"))

    async def advice(self, tray: Tray) -> Advice | Said:
        """What an adviser sees in this seat, and thinks of the tray; or why there is none.

        Raises `Unreachable`, and `CodecError` where the host is of another version.
        """
        reply = await self._asks.ask("POST", "api/advice", f'{{"tray":{encode(tray)}}}'.encode(), again=True)
        if (why := refused(reply)) is not None:
            return why
        return _ADVICE.build(Advice, read(reply.body))

    async def move(self, move: Move, seen: int, id: str = "") -> Said | None:
        """Make a move that answers the version that was seen; why it is not made, or None. It may be sent again under
        the same id, and counts once. Raises `Unreachable`."""
        body = f'{{"id":"{id or uuid4().hex}","seen":{seen},"move":{encode(move)}}}'
        return refused(await self._asks.ask("POST", "api/move", body.encode(), again=True))

    async def suggest(self, move: Move) -> Said | None:
        """Put a move before whoever holds the pen; why not, or None. Raises `Unreachable`."""
        return await self.tell("act", f'{{"act":{{"kind":"suggest","move":{encode(move)}}}}}')

    async def act(self, kind: str, **told: str | int) -> Said | None:
        """Do something else in the seat: "ask-for-pen", "hand-pen" (`to`), "take-up" or "dismiss" (`suggestion`); why
        not, or None. Raises `Unreachable`."""
        return await self.tell("act", json.dumps({"act": {"kind": kind, **told}}))

    async def predict(self, when: str, issue: str) -> Said | None:
        """Answer the question of the lesson, "before" the talks or "after" them; why not, or None. Raises
        `Unreachable`."""
        return await self.tell("predict", json.dumps({"when": when, "issue": issue}))

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


def _polled(reply: Reply) -> Iterator[Event]:
    """What a poll has brought, as a stream would have said it."""
    if reply.status >= 400:
        raise Unreachable(f"HTTP {reply.status}")
    told = read(reply.body)
    have = told.get("have") or {}
    for kind in ("table", "room"):
        for message in told.get(kind, ()):
            yield Event(kind, json.dumps(message).encode(), str(have.get(kind, "")))
    yield Event("end", json.dumps({"kind": told.get("end", "again")}).encode())


def read(body: bytes) -> dict[str, Plain]:
    """An object of JSON. Raises `Unreachable` for anything else."""
    try:
        found = json.loads(body)
    except ValueError as fault:
        raise Unreachable("the host does not answer in JSON") from fault
    if not isinstance(found, dict):
        raise Unreachable("the host does not answer with an object")
    return found


__all__ = ["CodecError", "Gone", "Guest", "Said", "Seat", "read", "refused"]
