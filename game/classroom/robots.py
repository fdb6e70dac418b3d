"""Robots that fill tables: a teacher tries a lesson with them alone, and they are the crowd of a load test.

They come by the same door as everybody, over the network, and see what everybody sees. Each has a pace of its own.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from random import Random

from game.guest import Gone, Guest, Robot, Said, Unreachable
from game.seat import Desk
from game.table import Device, Team
from game.talks import Headline, Move, Say
from game.words import count, say

THINKS = 40.0
"""Seconds in the middle that a robot takes to think of a move; between a third of that and four times as many."""
READS = 70.0
"""Seconds that it takes to read its brief."""
TRIES = 4
"""Moves that it tries before it waits for something new."""
JOINS = 8
"""Robots that come in at the same time."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Done:
    """What robots have done so far."""

    moves: int = 0
    refused: int = 0


class Student:
    """A robot before a device of its own."""

    def __init__(self, guest: Guest, chance: Random, pace: float = 1.0, done: Done | None = None) -> None:
        """`pace` is by how much its seconds are longer or shorter than those of a person."""
        self.guest = guest
        self.done = done or Done()
        self._chance, self._pace = chance, pace
        self._robot = Robot(chance)
        self._thinking: asyncio.Task[None] | None = None
        self._doing: set[asyncio.Task[None]] = set()
        self._anew = False
        self._asked: set[str] = set()
        """Parts of the lesson for which it has done what a person does once."""

    async def attend(self) -> None:
        """Take part until the lesson is over or the host sends it away."""
        try:
            async for kind in self.guest.follow():
                if self._room.get("phase") == "over":
                    return
                if kind == "room":
                    self._go_along()
                self._think_again()
        except Gone:
            return
        finally:
            for task in (*self._doing, *([self._thinking] if self._thinking else [])):
                task.cancel()
            self.guest.close()

    @property
    def _room(self) -> dict[str, object]:
        found = self.guest.room.get("room")
        return found if isinstance(found, dict) else {}

    def _think_again(self) -> None:
        """Something is new. It lies before whoever thinks already when that one has thought: else a table at which much
        happens would never hear of him."""
        self._anew = True
        if self._thinking is None or self._thinking.done():
            self._thinking = asyncio.create_task(self._quietly(self._think))

    def _seconds(self, middle: float) -> float:
        return self._pace * min(4 * middle, max(middle / 3, middle * self._chance.lognormvariate(0.0, 0.5)))

    async def _quietly(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do something; a host that is lost for a moment comes back."""
        with suppress(Unreachable, LookupError):
            await work()

    # ---- the lesson -------------------------------------------------------------------------------------------------

    def _go_along(self) -> None:
        """Do what a part of the lesson asks of everybody."""
        phase = str(self._room.get("phase"))
        if phase in self._asked or phase not in ("brief", "caucus", "exit"):
            return
        self._asked.add(phase)
        task = asyncio.create_task(self._quietly(self._reads if phase == "brief" else self._predicts))
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    async def _reads(self) -> None:
        await asyncio.sleep(self._seconds(READS))
        await self.guest.tell("read")

    async def _predicts(self) -> None:
        await asyncio.sleep(self._seconds(THINKS))
        when = "after" if self._room.get("phase") == "exit" else "before"
        issue = self._chance.choice(self.guest.desk.issues).issue
        await self.guest.predict(when, issue)

    # ---- the table --------------------------------------------------------------------------------------------------

    async def _think(self) -> None:
        """What it does about what lies before it when it has thought, and again where something has come meanwhile."""
        while self._anew and self._room.get("phase") in ("talks", "close") and not self.guest.page.get("paused"):
            await asyncio.sleep(self._seconds(THINKS))
            self._anew = False
            await self._acted()

    async def _acted(self) -> None:
        desk, team = self.guest.desk, self.guest.team
        if team is None or self.guest.seat is None or desk.ended is not None:
            return
        me = Device(self.guest.seat.device)
        if team.pen != me:
            await self._looks_on(desk, team, me)
        else:
            await self._moves(desk, team)

    async def _looks_on(self, desk: Desk, team: Team, me: Device) -> None:
        """Somebody else of the seat has the pen: sometimes it has an idea, or would have the pen itself."""
        idea = self._robot.move(desk) if self._chance.random() < 0.25 else None
        if idea is not None and team.suggestion is None:
            await self.guest.suggest(said(idea, desk))
        elif self._chance.random() < 0.03 and me not in team.asking:
            await self.guest.act("ask-for-pen")

    async def _moves(self, desk: Desk, team: Team) -> None:
        if team.asking and self._chance.random() < 0.7:
            await self.guest.act("hand-pen", to=team.asking[0])
            return
        move = None
        if (idea := team.suggestion) is not None and idea.answered is None:
            taken = self._chance.random() < 0.5
            await self.guest.act("take-up" if taken else "dismiss", suggestion=idea.number)
            move = idea.move if taken else None
        for _ in range(TRIES):
            move = move or self._robot.move(desk)
            if move is None:
                return
            refused = await self.guest.move(said(move, desk), desk.version)
            if refused is None:
                self.done.moves += 1
                return
            self.done.refused += 1
            self._robot.refused(move)
            move = None
            await asyncio.sleep(self._seconds(THINKS / 5))


def said(move: Move, desk: Desk) -> Move:
    """A move with what is said with it, where it cannot be made without."""
    match move:
        case Say():
            return replace(move, remark=say("We need a moment."))
        case Headline():
            agreed = len(desk.agreed)
            return replace(
                move, remark=count("{n} wording agreed at the talks", "{n} wordings agreed at the talks", agreed)
            )
        case _:
            return move


async def fill(
    address: str, code: str, people: int, *, seed: int = 0, pace: float = 1.0, done: Done | None = None
) -> list[Student]:
    """So many robots in the class of this code, seated. Raises `Unreachable`, and `NotLetIn` where the host has
    something against it."""
    done = done or Done()
    students: list[Student] = []
    gate = asyncio.Semaphore(JOINS)

    async def come(number: int) -> None:
        guest = Guest(address)
        students.append(Student(guest, Random(f"{seed} {number}"), pace, done))
        async with gate:
            why = await guest.join(code, say("Robot {number}", number=number))
        if why is not None:
            raise NotLetIn(why)

    try:
        await come(1)
        await asyncio.gather(*(come(number) for number in range(2, people + 1)))
    except BaseException:
        for each in students:
            each.guest.close()
        raise
    return students


class NotLetIn(Exception):
    """The host has something against it that a robot comes in."""

    def __init__(self, why: Said) -> None:
        super().__init__(why.said)
        self.why = why


async def attend(students: Iterable[Student]) -> None:
    """Let all of them take part until their lesson is over. One that fails says so in the log, and the others go on."""
    for found in await asyncio.gather(*(each.attend() for each in students), return_exceptions=True):
        if isinstance(found, Exception):
            _log.error("a robot has failed: %r", found)
