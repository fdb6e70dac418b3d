"""Who comes in without a key: to a class with its code, to the own seat with the code of that, or to open a class."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from game.classroom import wire
from game.classroom.answers import Away, answered, asked_of, refused
from game.classroom.campus import Campus
from game.classroom.doors import Gate, hashed, same, token_in, typed_code
from game.classroom.hall import Hall
from game.guest import Seat
from game.lesson import Pupil
from game.table import Device


class Entrance:
    """What is behind the paths for that."""

    def __init__(self, campus: Campus, gate: Gate) -> None:
        self.campus, self.gate = campus, gate

    async def join(self, request: Request) -> Response:
        """Let somebody in who has the code."""
        asked = await asked_of(request, wire.Joining)
        hall = await self._of_code(request, asked.code)
        if asked.id and not wire.is_id(asked.id):
            raise wire.Misread("/id")
        found = await hall.join(" ".join(asked.name.split()), asked.id)
        if not isinstance(found, tuple):
            return refused(hall.room.scenario, found)
        return _seated(found[0], found[1].token, found[1].seat_code)

    async def _of_code(self, request: Request, typed: str) -> Hall:
        """The class of a code. Raises `Away`, `StoreError`."""
        codes, now, address = self.campus.codes, self.campus.referee.now(), self._address(request)
        wait = codes.wait(address, now)
        if wait and len(typed) <= 20:
            raise Away("too-many", wait)
        hall, sure = await self.campus.of_code(typed)
        if sure and hall is not None:
            return hall
        if wait:
            raise Away("too-many", wait)
        codes.tried(address, now, right=hall is not None)
        if hall is None:
            raise Away("no-code")
        return hall

    def _address(self, request: Request) -> str:
        return self.gate.client(request.client.host if request.client else "", request.headers)

    async def come_back(self, request: Request) -> Response:
        """Let somebody take his own seat before another device."""
        asked = await asked_of(request, wire.Returning)
        hall = await self._of_code(request, asked.code)
        codes, now, address = self.campus.seat_codes, self.campus.referee.now(), self._address(request)
        if wait := codes.wait(address, now):
            raise Away("too-many", wait)
        code = typed_code(asked.seat_code)
        device = hall.keys.seat(code)
        codes.tried(address, now, right=device is not None)
        key = await hall.cut_again(device, seat_code=code) if device else None
        pupil = hall.room.pupil(Device(device)) if device else None
        if key is None or pupil is None:
            raise Away("no-seat-code")
        return _seated(pupil, key.token, key.seat_code)

    async def open(self, request: Request) -> Response:
        """Open a class for a teacher who has the secret for that."""
        token = token_in(request.headers)
        if token is None or not same(hashed(token), self.campus.teachers):
            raise Away("no-token")
        if wait := self.campus.rates.take(hashed(token), self.campus.referee.now()):
            raise Away("too-many", wait)
        await asked_of(request, wire.Opening)
        hall, desk, wall = await self.campus.open_for_teacher()
        return answered(wire.write(wire.Opened(hall.room.code, desk, wall)))


def _seated(pupil: Pupil, token: str, seat_code: str) -> Response:
    place = pupil.place
    told = (token, pupil.device, pupil.number, pupil.name, seat_code, place.letter, place.seat)
    return answered(wire.write(Seat(*told)))
