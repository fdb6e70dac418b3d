"""The application: which path leads to what, and who may go there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.classroom import files, wire
from game.classroom.answers import Away, answered, asked_of, fault_of, refused, turned
from game.classroom.campus import Campus
from game.classroom.doors import Gate, hashed, token_in
from game.classroom.entering import Entrance
from game.classroom.exports import CSV, REPORTS, SHEETS, csv_of, report, sheets
from game.classroom.guard import Guard
from game.classroom.hall import Hall
from game.classroom.keys import DESK, SEAT, WALL
from game.classroom.pages.advice import advice_region
from game.classroom.pages.presses import Prepared
from game.classroom.pages.seat import laid
from game.classroom.streams import Stream, Watch, polled
from game.classroom.trying import Trying
from game.classroom.watches import ChairWatch, ClassWatch, SeatWatch
from game.lesson import ClassObjection, ClassTable, Fault
from game.lesson.doings import Preside
from game.lesson.forms import FormError, from_now, read_form
from game.seat import Seated, Tray
from game.table import Act, AskForPen, Device, Dismiss, HandPen, StoreError, Suggest, TakeUp, Team
from game.words.adviser import ToldCounsel, told_counsel
from game.words.on_paper import misread_form

_Handler = Callable[[Request], Awaitable[Response | Stream]]


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who asks."""

    hall: Hall
    device: Device
    """Who it is, or which link of the teacher's."""
    hash: str
    """Of the token that came along."""

    def sits(self) -> tuple[ClassTable | None, Team | None]:
        """The table at which this one sits, if it has been opened, and the seat."""
        table = self.hall.room.at(self.device)
        return table, table.teams.at(self.device) if table else None


class Rooms:
    """What is behind each path."""

    def __init__(self, campus: Campus, gate: Gate, version: str) -> None:
        self.campus, self.gate, self.version = campus, gate, version

    # ---- who asks -----------------------------------------------------------------------------------------------

    async def who(self, request: Request, door: str) -> Who:
        """Who asks at a door of this kind. Raises `Away`, `StoreError`."""
        campus, token = self.campus, token_in(request.headers)
        if token is None:
            raise Away("no-token")
        hash = hashed(token)
        found = await campus.of_key(hash, door)
        if found is None:
            raise Away("no-token")
        if wait := campus.rates.take(hash, campus.referee.now()):
            raise Away("too-many", wait)
        return Who(found[0], Device(found[1]), hash)

    async def about(self, _: Request) -> Response:
        """Which program this is."""
        return answered(wire.write(wire.About(wire.PROTOCOL, self.version, self.campus.referee.now())))

    # ---- a seat -------------------------------------------------------------------------------------------------

    async def setting(self, request: Request) -> Response:
        """What no move changes at one's seat."""
        who = await self.who(request, SEAT)

        def look() -> bytes | None:
            table, team = who.sits()
            return table.setting(team.seat) if table and team else None

        found = await who.hall.see(look)
        if found is None:
            raise Away("no-page")
        tag = f'"{hashed(found.decode())[:16]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        return answered(found, {"etag": tag})

    async def move(self, request: Request) -> Response:
        """Make a move."""
        who = await self.who(request, SEAT)
        asked = await asked_of(request, wire.Moving)
        return await _done(who, partial(who.hall.submit, who.device, asked.id, asked.move, asked.seen))

    async def act(self, request: Request) -> Response:
        """Do something in a seat besides moving."""
        who = await self.who(request, SEAT)
        act = _act(who.device, (await asked_of(request, wire.Acting)).act)
        return await _done(who, lambda now: who.hall.room.act(act, now))

    async def preview(self, request: Request) -> Response:
        """What is prepared, laid out."""
        who = await self.who(request, SEAT)
        asked = await asked_of(request, wire.Previewing)

        found = await who.hall.see(lambda: _laid(who, asked))
        if found is None:
            raise Away("no-page")
        return answered(found)

    async def read(self, request: Request) -> Response:
        """Note that somebody has opened the brief."""
        who = await self.who(request, SEAT)
        await asked_of(request, wire.Reading)
        return await _done(who, lambda _: who.hall.room.read(who.device))

    async def predict(self, request: Request) -> Response:
        """Note what somebody answers to the question of the lesson."""
        who = await self.who(request, SEAT)
        asked = await asked_of(request, wire.Predicting)
        return await _done(who, lambda _: who.hall.room.guess(who.device, asked.issue))

    async def advice(self, request: Request) -> Response:
        """What an adviser sees in somebody's place, and what it thinks of what is prepared there."""
        who = await self.who(request, SEAT)
        asked = await asked_of(request, wire.Advising)
        if not who.hall.room.settings.adviser:
            raise Away("no-adviser")
        counsel = await who.hall.see(lambda: _counsel(who))
        found = await self.campus.advised(counsel, asked.tray or Tray()) if counsel else None
        if found is None:
            raise Away("no-advice")
        if asked.form == "page":
            return answered(json.dumps({"html": str(advice_region(found))}).encode())
        return answered(wire.write(found))

    # ---- looking on ---------------------------------------------------------------------------------------------

    async def _watch(self, request: Request, door: str) -> tuple[Watch, Who]:
        who = await self.who(request, door)
        asked = wire.Asked.read(request.query_params)
        if door == SEAT:
            with suppress(StoreError):  # to look on, nothing has to be kept
                await who.hall.do(partial(who.hall.sign_of_life, who.device))
            return SeatWatch(who.hall, who.hash, asked, who.device), who
        if (letter := request.path_params.get("letter")) is not None:
            return ChairWatch(who.hall, who.hash, asked, letter), who
        return ClassWatch(who.hall, who.hash, asked, "desk" if door == DESK else "wall"), who

    async def stream(self, door: str, request: Request) -> Response | Stream:
        """A round of messages as they come."""
        watch, who = await self._watch(request, door)
        return Stream(watch, who.hall.see, self._enter(who))

    async def messages(self, door: str, request: Request) -> Response:
        """A round of messages by long polling."""
        watch, who = await self._watch(request, door)
        leave = self._enter(who)
        try:
            return answered(await polled(watch, who.hall.see, request.receive))
        finally:
            leave()

    def _enter(self, who: Who) -> Callable[[], None]:
        leave = self.campus.streams.enter(who.hash)
        if leave is None:
            raise Away("too-many", 5.0)
        return leave

    # ---- the desk -----------------------------------------------------------------------------------------------

    async def teach(self, request: Request) -> Response:
        """Do what the teacher wishes."""
        who = await self.who(request, DESK)
        asked = await asked_of(request, wire.Teaching)
        fault = await who.hall.teach(asked.do, asked.id)
        return refused(who.hall.room.scenario, fault) if fault is not None else answered(b"{}")

    async def new_code(self, request: Request) -> Response:
        """Give somebody a new code of the seat: the device before opens nothing any more."""
        who = await self.who(request, DESK)
        key = await who.hall.cut_again((await asked_of(request, wire.Recoding)).device, seat_code=None)
        if key is None:
            return refused(who.hall.room.scenario, ClassObjection(kind="no-person"))
        return answered(wire.write(wire.Recoded(key.seat_code)))

    async def delete(self, request: Request) -> Response:
        """Delete the class with everything in it."""
        who = await self.who(request, DESK)
        await asked_of(request, wire.Deleting)
        await self.campus.delete(who.hall)
        return answered(b"{}")

    async def on_paper(self, request: Request) -> Response:
        """Put down what a table has agreed on paper."""
        who = await self.who(request, DESK)
        asked, scenario = await asked_of(request, wire.OnPaper), who.hall.room.scenario
        try:
            form = read_form(f"{asked.letter} {asked.line}", scenario)
        except FormError as wrong:
            return answered(wire.write(wire.Fault("misread", misread_form(scenario, wrong), "/line")), status=400)
        table = who.hall.room.tables.get(asked.letter)
        move = from_now(form.move, table.table.hours if table else 0.0)
        fault = await who.hall.teach(Preside(move, asked.letter), "")
        return refused(scenario, fault) if fault is not None else answered(b"{}")

    async def export(self, request: Request) -> Response:
        """A file that a teacher prints or takes home; what comes of the tables when nothing is sealed any more."""
        who = await self.who(request, DESK)
        hall, name = who.hall, str(request.path_params["file"])
        room = hall.room
        if name not in {CSV, *REPORTS, *SHEETS}:
            raise Away("no-page")
        if name not in SHEETS and not (room.laid_open and (name == CSV or hall.laid)):
            return refused(room.scenario, ClassObjection(kind="too-early"))
        try:
            if name in SHEETS:
                return _file(name, *await asyncio.to_thread(sheets, name, room.source, room))
            if name in REPORTS and hall.laid is not None:
                return _file(name, *await asyncio.to_thread(report, name, hall.laid))
        except ModuleNotFoundError:
            raise Away("no-pdf") from None
        return _file(name, "text/csv; charset=utf-8", await hall.see(lambda: csv_of(room)))


def _file(name: str, kind: str, body: bytes) -> Response:
    """A file that a browser keeps."""
    return Response(body, headers={"content-disposition": f'attachment; filename="{name}"'}, media_type=kind)


def _laid(who: Who, asked: wire.Previewing) -> bytes | None:
    """What is prepared, as it lies before a seat. Raises `Misread`."""
    table, team = who.sits()
    if table is None or team is None:
        return None
    left = table.left(team.seat, who.hall.referee.now())
    if asked.form == "page":
        here = Seated(table.table.view(team.seat))
        return laid(here, Prepared(asked.tray, asked.press), table.number(team.seat), left)
    try:
        found = table.preview(team.seat, asked.tray)
    except LookupError:
        raise wire.Misread("/tray") from None
    return found if left is None else found.removesuffix(b"}") + f',"left":{left:.1f}}}'.encode()


def _counsel(who: Who) -> ToldCounsel | None:
    """Whoever advises a seat; nobody where it has no table."""
    table, team = who.sits()
    return told_counsel(Seated(table.table.view(team.seat))) if table and team else None


async def _done(who: Who, work: Callable[[float], Fault | None]) -> Response:
    """Do something at somebody's seat, and answer what came of it."""

    def done(now: float) -> Fault | int:
        fault = work(now)
        return who.hall.number(who.device) if fault is None else fault

    found = await who.hall.do(done)
    if isinstance(found, int):
        return answered(wire.write(wire.Done(found)))
    return refused(who.hall.room.scenario, found)


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
    trying, entrance = Trying(rooms.campus, rooms.gate), Entrance(rooms.campus, rooms.gate)
    posts: dict[str, _Handler] = {
        "join": entrance.join,
        "return": entrance.come_back,
        "open": entrance.open,
        "move": rooms.move,
        "act": rooms.act,
        "preview": rooms.preview,
        "read": rooms.read,
        "predict": rooms.predict,
        "preflight": trying.result,
        "advice": rooms.advice,
        "desk/do": rooms.teach,
        "desk/code": rooms.new_code,
        "desk/delete": rooms.delete,
        "desk/paper": rooms.on_paper,
    }
    gets: dict[str, _Handler] = {
        "about": rooms.about,
        "setting": rooms.setting,
        "desk/file/{file}": rooms.export,
        "preflight": trying.stream,
    }
    for path, door in (("", SEAT), ("desk/", DESK), ("desk/table/{letter}/", DESK), ("wall/", WALL)):
        gets[f"{path}stream"] = partial(rooms.stream, door)
        gets[f"{path}messages"] = partial(rooms.messages, door)
    found = [Route(f"/api/{path}", _answering(handler), methods=["POST"]) for path, handler in posts.items()]
    found += [Route(f"/api/{path}", _answering(handler), methods=["GET"]) for path, handler in gets.items()]
    found += [Route(f"/{path}", files.page, methods=["GET"]) for path in files.PAGES]
    return [*found, Route("/static/{name}", files.static, methods=["GET"])]


def application(campus: Campus, gate: Gate, *, base: str = "", version: str = "") -> Guard:
    """The application that serves classes."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        campus.start()
        try:
            yield
        finally:
            await campus.stop()

    async def lost(_: Request, __: Exception) -> Response:
        return turned("no-page")

    rooms = Rooms(campus, gate, version)
    handlers = {404: lost, 405: lost}
    return Guard(Starlette(routes=routes(rooms), lifespan=lifespan, exception_handlers=handlers), gate, base)
