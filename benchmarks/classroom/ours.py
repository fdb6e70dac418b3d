"""A class of ours under load: the host in a process of its own as a teacher would start it, its students in this one.

Every device is a guest of the game's own (`game/guest`), connected by a stream; whoever has the pen and the floor at a
table does what a robot would, from its own desk. All rules of the `lesson` edition hold, everything is kept in SQLite
before it is answered, and what each device receives it puts together to a desk.
"""

from __future__ import annotations

import asyncio
import gc
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from math import inf
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.classroom.crowd import Case, Tally, free_port, keep_pace, resident, settled, there
from game.classroom.hosting import LESSON, MAIN
from game.classroom.robots import said
from game.guest import Gone, Guest, Line, Robot, Said
from game.scenario import load, source_of
from game.talks import Move

TRIES = 3
"""Moves that are tried when one is due, should the rules not have the first."""
JOINING = 40
"""Devices that join at the same time."""
LIMIT = 60.0
"""Seconds that people are given to come in, and that they may move."""


@dataclass(frozen=True, slots=True)
class Host:
    """A host that runs: where, which class, the teacher's token, and its process."""

    address: str
    code: str
    desk: str
    process: int


@contextmanager
def hosted(
    folder: Path, people: int, *, port: int | None = None, again: str | None = None, database: str = ""
) -> Iterator[Host]:
    """A host as the command starts it, of a new class for so many people, or of one `again`, by its code or the last;
    killed at the end. It keeps the class in a file of the folder, or in a database. Raises `RuntimeError` where it does
    not come up."""
    where = ["--port", str(port or free_port()), "--bind", "127.0.0.1"]
    where += ["--database", database or str(folder / "class.db")]
    whose = ["--new", "--expected", str(people)] if again is None else ["--continue", *filter(None, [again])]
    asked = ["host", "--json", *where, *whose]
    with (folder / "host.log").open("ab") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "game", *asked], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log
        )
    try:
        assert server.stdout is not None
        if not (line := server.stdout.readline()):
            raise RuntimeError((folder / "host.log").read_text(encoding="utf-8")[-2000:])
        told: dict[str, Any] = json.loads(line)
        yield Host(told["addresses"][0], told["code"], told["desk"].partition("#")[2], server.pid)
    finally:
        server.send_signal(signal.SIGKILL)
        server.wait()
        if server.stdout is not None:
            server.stdout.close()


class Browser(Guest):
    """A device that is sent pages; of those it reads which version they show."""

    form = "page"

    def lay(self, told: dict[str, Any]) -> None:
        """Take a message in."""
        self.number = int(told["number"])
        if facts := told["regions"].get("facts"):
            version, paused = _FACTS.findall(facts)[0]
            self.page = {"desk": {"version": int(version)}, "paused": bool(paused)}


_FACTS = re.compile(r'data-version="(\d+)".* data-paused="(\w*)"')


class Table:
    """The devices at one table, each seated and connected."""

    def __init__(self, number: int, guests: list[Guest], places: list[int]) -> None:
        self.guests, self.places = guests, places
        chance, apart = Random(number), load(source_of(MAIN), MAIN, LESSON).text.exclusions
        self.robots = {guest.seat.seat: Robot(chance, apart) for guest in guests if guest.seat}

    def mover(self) -> Guest | None:
        """Whoever may move now; None where nobody may, as far as these know."""
        for guest in self.guests:
            desk, teams = guest.page.get("desk"), guest.page.get("teams")
            if desk and teams and guest.seat and "ended" not in {key for key, value in desk.items() if value}:
                floor = desk["floor"] == guest.seat.seat and not desk.get("silence") and not desk.get("vote")
                if floor and teams[0].get("pen") == guest.seat.device:
                    return guest
        return None


@dataclass(frozen=True, slots=True)
class Thought:
    """A move that is to be made: by whom, at which table, and which version it answers."""

    guest: Guest
    letter: str
    robot: Robot
    move: Move
    seen: int


class Crowd:
    """All devices of a class."""

    def __init__(self, host: Host, case: Case, *beside: Host) -> None:
        """At a host, and at others `beside` that serve the same class: neighbours are at different ones."""
        self.hosts, self.case, self.tally = (host, *beside), case, Tally()
        self.tables: list[Table] = []
        self.guests: list[Guest] = []
        self.joins: list[float] = []
        """Seconds that each took to join."""
        self.heard: dict[int, float] = {}
        """When each device last heard something."""
        self._teacher = Line(host.address, host.desk)
        self._code = host.code
        self.listening: list[asyncio.Task[None]] = []

    async def teach(self, doing: dict[str, Any]) -> None:
        """Do something as the teacher. Raises `RuntimeError` where the host has something against it."""
        reply = await self._teacher.ask("POST", "api/desk/do", json.dumps({"do": doing}).encode())
        if reply.status >= 400:
            raise RuntimeError(f"{doing}: {reply.body[:300]!r}")

    async def come_in(self, *, at_once: int = JOINING) -> None:
        """Have everybody join."""
        clock, gate = asyncio.get_running_loop().time, asyncio.Semaphore(at_once)
        await there(self._teacher, "api/about")

        async def one(guest: Guest) -> None:
            async with gate:
                begun = clock()
                if (why := await guest.join(self._code)) is not None:
                    raise RuntimeError(f"a device was not let in: {why}")
                self.joins.append(clock() - begun)

        kinds = (Guest, Browser if self.case.pages else Guest)
        addresses = [self.hosts[place % len(self.hosts)].address for place in range(self.case.seats)]
        self.guests = [kinds[place % 2](address) for place, address in enumerate(addresses)]
        if self.case.pages:  # the pen is with whoever of a pair comes first
            for guest in self.guests:
                await one(guest)
        else:
            await asyncio.gather(*map(one, self.guests))

    async def sit_down(self) -> None:
        """Begin the lesson, and have everybody listen until all have a desk and the talks go on."""
        await self.teach({"kind": "start"})
        self.listening = [asyncio.create_task(self.listen(place)) for place in range(len(self.guests))]
        for _ in range(2):
            await self.teach({"kind": "advance"})
        while not all(guest.page and not guest.page["paused"] for guest in self.guests):
            await asyncio.sleep(0.1)
        by_letter: dict[str, list[int]] = {}
        for place, guest in enumerate(self.guests):
            by_letter.setdefault(guest.seat.table if guest.seat else "", []).append(place)
        self.tables = [
            Table(number, [self.guests[place] for place in places], places)
            for number, places in enumerate(by_letter.values())
        ]

    async def listen(self, place: int) -> None:
        """Note what a device hears, and when."""
        guest, clock = self.guests[place], asyncio.get_running_loop().time
        seen = 0
        with suppress(Gone):
            async for _ in guest.follow():
                now = self.heard[place] = clock()
                version = guest.page.get("desk", {}).get("version", 0)
                for each in range(seen + 1, version + 1):
                    self.tally.seen((guest.seat and guest.seat.table, each), place, now)
                seen = version

    def thought(self, number: int) -> Thought | None:
        """What is done next at a table; None where nobody there may do anything."""
        table = self.tables[number]
        guest = table.mover()
        if guest is None or guest.seat is None:
            return None
        desk, robot = guest.desk, table.robots[guest.seat.seat]
        move = robot.move(desk)
        return Thought(guest, guest.seat.table, robot, said(move, desk), desk.version) if move else None

    async def move(self, number: int, due: float) -> None:
        """One move at a table, if anybody there may make one."""
        for _ in range(TRIES):
            thought = self.thought(number)
            if thought is None or await self.sent(number, thought, due):
                return

    async def sent(self, number: int, thought: Thought, due: float) -> bool:
        """Make a move that was due at a time; False where another may be tried."""
        key = thought.letter, thought.seen + 1
        self.tally.sent(key, due, self.tables[number].places)
        why = await self.answered(thought)
        if why is None:
            self.tally.accepted += 1
            return True
        self.tally.taken_back(key)
        thought.robot.refused(thought.move)
        return why.kind in ("over", "paused", "not-your-turn", "moved-on")

    async def answered(self, thought: Thought) -> Said | None:
        """What the host has against a move. Raises `Unreachable`."""
        return await thought.guest.move(thought.move, thought.seen)

    async def play(self, patience: float) -> None:
        """Let every table move at the pace of the case, and no collector of garbage hold up the crowd."""
        gc.disable()
        try:
            await self._play(patience)
        finally:
            gc.enable()

    async def _play(self, patience: float) -> None:
        if self.case.every:
            await keep_pace(self.case, self.move)
        for _ in range(0 if self.case.every else self.case.times):
            await self._at_once()
            await settled(self.tally, patience)
        await settled(self.tally, patience)

    async def _at_once(self) -> None:
        """Let all tables move at the same moment; what they do is thought of before."""
        clock = asyncio.get_running_loop().time
        thoughts = {number: self.thought(number) for number in range(self.case.tables)}
        begun = clock()
        await asyncio.gather(*(self.sent(number, each, begun) for number, each in thoughts.items() if each))
        self.tally.spent += clock() - begun

    async def leave(self) -> None:
        """Hang up."""
        for each in self.listening:
            each.cancel()
        await asyncio.gather(*self.listening, return_exceptions=True)
        for guest in self.guests:
            guest.close()
        self._teacher.close()


async def crowd(host: Host, case: Case, patience: float, *beside: Host) -> tuple[Tally, float | None]:
    """The tables of a case at a host of ours, and at others `beside` it that serve the same class. Raises
    `TimeoutError` where people do not get in, or never move."""
    found = Crowd(host, case, *beside)
    try:
        async with asyncio.timeout(LIMIT):
            await found.come_in()
            await found.sit_down()
        async with asyncio.timeout(LIMIT):
            await found.play(patience)
    finally:
        await found.leave()
    memory = [size for each in found.hosts if (size := resident(each.process)) is not None]
    return found.tally, max(memory, default=None)


async def joined(host: Host, people: int, within: float) -> list[float]:
    """Seconds that each of these takes to join, who come by chance within some seconds."""
    clock, chance = asyncio.get_running_loop().time, Random(people)
    line = Line(host.address)
    await there(line, "api/about")
    line.close()
    begun = clock() + 0.1

    async def one(at: float) -> float:
        guest = Guest(host.address)
        await asyncio.sleep(at - clock())
        why = await guest.join(host.code)
        guest.close()
        return inf if why else clock() - at

    found = await asyncio.gather(*(one(begun + chance.uniform(0.0, within)) for _ in range(people)))
    await asyncio.sleep(0.0)  # let the last connections close
    return found


async def killed(folder: Path, case: Case, patience: float) -> tuple[list[float], Tally, float | None]:
    """A host that is killed and started again: after how long each device hears it again, what becomes of the moves
    made afterwards, and the memory of the second. Raises `RuntimeError` where an answered move is gone."""
    clock, port = asyncio.get_running_loop().time, free_port()
    first, second = hosted(folder, case.seats, port=port), hosted(folder, case.seats, port=port, again="")
    found = Crowd(await asyncio.to_thread(first.__enter__), case)
    try:
        try:
            async with asyncio.timeout(LIMIT):
                await found.come_in()
                await found.sit_down()
            await asyncio.gather(*(found.move(number, clock()) for number in range(case.tables)))
            await settled(found.tally, patience)
        finally:
            first.__exit__(None, None, None)
        before = [guest.page["desk"]["version"] for guest in found.guests]
        begun, back = clock(), dict[int, float]()
        for guest in found.guests:
            guest.connected = False
        host = await asyncio.to_thread(second.__enter__)
        try:
            while len(back) < len(found.guests) and clock() < begun + LIMIT:
                back |= {
                    place: clock() - begun
                    for place, guest in enumerate(found.guests)
                    if guest.connected and place not in back
                }
                await asyncio.sleep(0.02)
            found.tally = Tally()
            await found.play(patience)
            after = [guest.page["desk"]["version"] for guest in found.guests]
            if any(now < then for now, then in zip(after, before, strict=True)):
                raise RuntimeError("a move that was answered is gone")
            return list(back.values()), found.tally, resident(host.process)
        finally:
            second.__exit__(None, None, None)
    finally:
        await found.leave()
