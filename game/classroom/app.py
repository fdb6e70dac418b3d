"""The application: which path leads to what, and who may go there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import TypeVar

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.classroom import files, wire
from game.classroom.answers import Away, answered, body_of, fault_of, refused, turned
from game.classroom.doors import Gate, hashed, token_in, typed_code
from game.classroom.guard import Guard
from game.classroom.hall import Hall
from game.classroom.keys import DESK, WALL
from game.classroom.streams import Stream, Watch, polled
from game.classroom.watches import ChairWatch, ClassWatch, SeatWatch
from game.lesson import Fault, Pupil
from game.seat import Tray
from game.table import Act, AskForPen, Device, Dismiss, HandPen, Suggest, TakeUp

SEAT = "seat"
_T = TypeVar("_T")
_Handler = Callable[[Request], Awaitable[Response | Stream]]


class Rooms:
    """What is behind each path."""

    def __init__(self, hall: Hall, gate: Gate, version: str) -> None:
        self.hall, self.gate, self.version = hall, gate, version

    # ---- who asks -----------------------------------------------------------------------------------------------

    def who(self, request: Request, door: str) -> tuple[str, str]:
        """Who asks at a door of this kind, and the hash of what opened it. Raises `Away`."""
        hall, token = self.hall, token_in(request.headers)
        holder = hall.keys.holder(token) if token else None
        if token is None or holder is None or hall.role(holder) != door:
            raise Away("no-token")
        hash = hashed(token)
        if wait := hall.rates.take(hash, hall.referee.now()):
            raise Away("too-many", wait)
        return holder, hash

    def device(self, request: Request) -> Device:
        """The device that asks from a seat. Raises `Away`."""
        return Device(self.who(request, SEAT)[0])

    async def asked(self, request: Request, kind: type[_T]) -> _T:
        """What is asked for. Raises `Away`, `Misread`."""
        return wire.read(kind, await body_of(request))

    async def about(self, _: Request) -> Response:
        """Which program this is."""
        return answered(wire.write(wire.About(wire.PROTOCOL, self.version, self.hall.referee.now())))

    # ---- coming in ----------------------------------------------------------------------------------------------

    async def join(self, request: Request) -> Response:
        """Let somebody in who has the code."""
        asked = await self.asked(request, wire.Joining)
        self._code(request, asked.code)
        if asked.id and not wire.is_id(asked.id):
            raise wire.Misread("/id")
        found = await self.hall.join(" ".join(asked.name.split()), asked.id)
        if not isinstance(found, tuple):
            return self._refused(found)
        return _seated(found[0], found[1].token, found[1].seat_code)

    def _code(self, request: Request, typed: str) -> None:
        """Let through whoever has the code of the class. Raises `Away`."""
        codes, now, address = self.hall.codes, self.hall.referee.now(), self._address(request)
        right, sure = self.hall.opens(typed)
        if right and sure:
            return
        if wait := codes.wait(address, now):
            raise Away("too-many", wait)
        codes.tried(address, now, right=right)
        if not right:
            raise Away("no-code")

    def _address(self, request: Request) -> str:
        return self.gate.client(request.client.host if request.client else "", request.headers)

    async def come_back(self, request: Request) -> Response:
        """Let somebody take his own seat before another device."""
        asked = await self.asked(request, wire.Returning)
        self._code(request, asked.code)
        hall, address = self.hall, self._address(request)
        if wait := hall.seat_codes.wait(address, hall.referee.now()):
            raise Away("too-many", wait)
        code = typed_code(asked.seat_code)
        device = hall.keys.seat(code)
        hall.seat_codes.tried(address, hall.referee.now(), right=device is not None)
        key = await hall.cut_again(device, seat_code=code) if device else None
        pupil = hall.room.pupil(Device(device)) if device else None
        if key is None or pupil is None:
            raise Away("no-seat-code")
        return _seated(pupil, key.token, key.seat_code)

    # ---- a seat -------------------------------------------------------------------------------------------------

    async def setting(self, request: Request) -> Response:
        """What no move changes at one's seat."""
        device = self.device(request)

        def look() -> bytes | None:
            table = self.hall.room.at(device)
            team = table.teams.at(device) if table else None
            return table.setting(team.seat) if table and team else None

        found = await self.hall.see(look)
        if found is None:
            raise Away("no-page")
        tag = f'"{hashed(found.decode())[:16]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        return answered(found, {"etag": tag})

    async def move(self, request: Request) -> Response:
        """Make a move."""
        device = self.device(request)
        asked = await self.asked(request, wire.Moving)
        work = partial(self.hall.submit, device, asked.id, asked.move, asked.seen)
        return await self._done(work, device)

    async def act(self, request: Request) -> Response:
        """Do something in a seat besides moving."""
        device = self.device(request)
        act = _act(device, (await self.asked(request, wire.Acting)).act)
        return await self._done(lambda now: self.hall.room.act(act, now), device)

    async def _done(self, work: Callable[[float], Fault | None], device: Device) -> Response:
        def done(now: float) -> Fault | int:
            fault = work(now)
            return self.hall.number(device) if fault is None else fault

        found = await self.hall.do(done)
        return answered(wire.write(wire.Done(found))) if isinstance(found, int) else self._refused(found)

    def _refused(self, fault: Fault) -> Response:
        return refused(self.hall.room.scenario, fault)

    async def preview(self, request: Request) -> Response:
        """What is prepared, laid out."""
        device = self.device(request)
        asked = await self.asked(request, wire.Previewing)
        found = await self.hall.see(lambda: self._previewed(device, asked.tray))
        if found is None:
            raise Away("no-page")
        return answered(found)

    def _previewed(self, device: Device, tray: Tray) -> bytes | None:
        table = self.hall.room.at(device)
        team = table.teams.at(device) if table else None
        try:
            return table.preview(team.seat, tray) if table and team else None
        except LookupError:
            raise wire.Misread("/tray") from None

    async def read(self, request: Request) -> Response:
        """Note that somebody has opened the brief."""
        device = self.device(request)
        await self.asked(request, wire.Reading)
        return await self._done(lambda _: self.hall.room.read(device), device)

    async def predict(self, request: Request) -> Response:
        """Note what somebody answers to the question of the lesson."""
        device = self.device(request)
        asked = await self.asked(request, wire.Predicting)
        return await self._done(lambda _: self.hall.room.guess(device, asked.issue), device)

    # ---- looking on ---------------------------------------------------------------------------------------------

    async def _watch(self, request: Request, door: str) -> tuple[Watch, str]:
        holder, hash = self.who(request, door)
        asked = wire.Asked.read(request.query_params)
        if not self.hall.pages.has(door, asked.form):
            raise wire.Misread("/form")
        if door == SEAT:
            device = Device(holder)
            await self.hall.do(partial(self.hall.sign_of_life, device))
            return SeatWatch(self.hall, hash, asked, device), hash
        if (letter := request.path_params.get("letter")) is not None:
            return ChairWatch(self.hall, hash, asked, letter), hash
        return ClassWatch(self.hall, hash, asked, "desk" if door == DESK else "wall"), hash

    async def stream(self, door: str, request: Request) -> Response | Stream:
        """A round of messages as they come."""
        watch, hash = await self._watch(request, door)
        return Stream(watch, self.hall.referee, self._enter(hash))

    async def messages(self, door: str, request: Request) -> Response:
        """A round of messages by long polling."""
        watch, hash = await self._watch(request, door)
        leave = self._enter(hash)
        try:
            return answered(await polled(watch, self.hall.referee, request.receive))
        finally:
            leave()

    def _enter(self, hash: str) -> Callable[[], None]:
        leave = self.hall.streams.enter(hash)
        if leave is None:
            raise Away("too-many", 5.0)
        return leave

    # ---- the desk -----------------------------------------------------------------------------------------------

    async def teach(self, request: Request) -> Response:
        """Do what the teacher wishes."""
        self.who(request, DESK)
        asked = await self.asked(request, wire.Teaching)
        fault = await self.hall.teach(asked.do, asked.id)
        return self._refused(fault) if fault is not None else answered(b"{}")


def _seated(pupil: Pupil, token: str, seat_code: str) -> Response:
    place = pupil.place
    told = (token, pupil.device, pupil.number, pupil.name, seat_code, place.letter, place.seat)
    return answered(wire.write(wire.Seated(*told)))


def _act(device: Device, asked: wire.SeatAct) -> Act:
    match asked:
        case wire.AskForPen():
            return AskForPen(device)
        case wire.HandPen(to=to):
            return HandPen(device, Device(to))
        case wire.Suggest(move=move):
            return Suggest(device, move)
        case wire.TakeUp(suggestion=number):
            return TakeUp(device, number)
        case wire.Dismiss(suggestion=number):
            return Dismiss(device, number)


def _answering(handler: _Handler) -> _Handler:
    """Answer in a sentence what may be raised."""

    async def answer(request: Request) -> Response | Stream:
        try:
            return await handler(request)
        except Exception as fault:
            return fault_of(fault)

    return answer


def routes(rooms: Rooms) -> list[Route]:
    """Every path, and what is there."""
    posts: dict[str, _Handler] = {
        "join": rooms.join,
        "return": rooms.come_back,
        "move": rooms.move,
        "act": rooms.act,
        "preview": rooms.preview,
        "read": rooms.read,
        "predict": rooms.predict,
        "desk/do": rooms.teach,
    }
    gets: dict[str, _Handler] = {"about": rooms.about, "setting": rooms.setting}
    for path, door in (("", SEAT), ("desk/", DESK), ("desk/table/{letter}/", DESK), ("wall/", WALL)):
        gets[f"{path}stream"] = partial(rooms.stream, door)
        gets[f"{path}messages"] = partial(rooms.messages, door)
    found = [Route(f"/api/{path}", _answering(handler), methods=["POST"]) for path, handler in posts.items()]
    found += [Route(f"/api/{path}", _answering(handler), methods=["GET"]) for path, handler in gets.items()]
    found += [Route(f"/{path}", files.page, methods=["GET"]) for path in files.PAGES]
    return [*found, Route("/static/{name}", files.static, methods=["GET"])]


def application(hall: Hall, gate: Gate, *, base: str = "", version: str = "") -> Guard:
    """The application that serves a class."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        hall.start()
        try:
            yield
        finally:
            await hall.stop()

    async def lost(_: Request, __: Exception) -> Response:
        return turned("no-page")

    rooms = Rooms(hall, gate, version)
    handlers = {404: lost, 405: lost}
    return Guard(Starlette(routes=routes(rooms), lifespan=lifespan, exception_handlers=handlers), gate, base)
