"""How many processes so many seats need: a simulation of what waits for what, fed with measured times.

A process works off the moves that wait for at most `BATCH` seconds, brings them to disk together, and then tells
everybody at their tables; nothing is seen before it is on disk (`game/classroom/referee.py`). Processes share one log
of a database, which is flushed for all who wait at once: whoever comes while it is being flushed waits for the next
time. Moves come by chance (Poisson), from tables that have nothing to do with each other.

With batches of one and no disk this is the queue M/G/1, and is checked against its formula (Pollaczek and Khinchine)
in `tests/test_queueing.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import count
from math import ceil, inf
from random import Random

from benchmarks import Row

BATCH = 0.03
"""Seconds for which moves are taken into one batch, as the referee does."""
LATEST = 0.1
"""Seconds within which 95 of 100 moves are to be seen by everybody at the table."""
AT_A_TABLE = 4
Drawn = Callable[[Random], float]
"""A time by chance, in seconds."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one process was measured to need (docs/scale.md says how, and where)."""

    work: float
    """Seconds of the processor to play a move, before it is kept."""
    told: float
    """Seconds of it to tell all at the table, afterwards."""
    spread: float
    """How far both spread: the standard deviation of their logarithm."""
    flush: float
    """Seconds until a batch is on disk."""
    process: float
    """MB of a process that serves nobody."""
    seat: float
    """MB for each seat."""
    sent: float
    """Bytes on the wire for each move, to all at its table together."""
    connections: int
    """Devices that one process takes."""
    idle: float
    """Share of a processor for each device that only looks on: its stream is asked for anew each half minute."""


@dataclass(frozen=True, slots=True)
class Load:
    """So many moves a second at so many processes."""

    rate: float
    processes: int
    work: Drawn
    told: Drawn
    flush: Drawn
    batch: float = BATCH


def waits(load: Load, seconds: float, chance: Random) -> list[float]:
    """Seconds from when each move comes until everybody at its table has been told, in no order."""
    found: list[float] = []
    coming = [_arrivals(load.rate / load.processes, seconds, chance) for _ in range(load.processes)]
    next_of = [next(each, inf) for each in coming]
    turn, log = count(), _Log(load.flush, chance)
    events: list[tuple[float, int, int, list[float]]] = []
    for process, at in enumerate(next_of):
        if at < inf:
            heappush(events, (at, next(turn), process, []))
    while events:
        now, _, process, batch = heappop(events)
        if batch:  # they have been worked off, and are to be kept
            now = log.kept(now)
            for came in batch:
                now += load.told(chance)
                found.append(now - came)
            if next_of[process] < inf:
                heappush(events, (max(now, next_of[process]), next(turn), process, []))
            continue
        until = now + load.batch
        while next_of[process] <= now and (not batch or now < until):
            batch.append(next_of[process])
            next_of[process] = next(coming[process], inf)
            now += load.work(chance)
        heappush(events, (now, next(turn), process, batch))
    return found


def _arrivals(rate: float, seconds: float, chance: Random) -> Iterator[float]:
    at = chance.expovariate(rate)
    while at < seconds:
        yield at
        at += chance.expovariate(rate)


class _Log:
    """The log of a database: one flush after the other, each for all who wait when it begins."""

    def __init__(self, flush: Drawn, chance: Random) -> None:
        self._flush, self._chance = flush, chance
        self._begins = self._ends = -inf

    def kept(self, now: float) -> float:
        """When that is on disk which is handed in now; what is handed in later is asked for later."""
        if now > self._begins:
            self._begins = max(now, self._ends)
            self._ends = self._begins + self._flush(self._chance)
        return self._ends


def share(found: list[float], of: float) -> float:
    """The time within which this share of moves is seen; for ever where there are none."""
    return sorted(found)[min(len(found) - 1, int(of * len(found)))] if found else inf


def load_of(measured: Measured, rate: float, processes: int, seats: float = 0.0) -> Load:
    """The load of so many moves a second, on times as they were measured; slower by what the seats of a process take
    that only look on."""
    spread, free = measured.spread, max(0.01, 1.0 - measured.idle * seats / processes)

    def about(mean: float) -> Drawn:
        return lambda chance: mean * chance.lognormvariate(-spread * spread / 2, spread)

    return Load(rate, processes, about(measured.work / free), about(measured.told / free), about(measured.flush))


def enough(measured: Measured, rate: float, seats: int, seconds: float = 60.0) -> tuple[int, float]:
    """The fewest processes with which 95 of 100 moves are seen in time, and how long those take. A process is a
    sample of all: what is simulated are at most 24 of them, with their part of the moves."""
    fewest = max(1, ceil(seats / measured.connections), ceil(rate * (measured.work + measured.told)))

    def latest(processes: int) -> float:
        part = min(processes, 24)
        load = load_of(measured, rate * part / processes, part, seats * part / processes)
        return share(waits(load, seconds, Random(part)), 0.95)

    more = fewest
    while latest(more) > LATEST:
        more = ceil(1.15 * more) if more > 6 else more + 1
    return more, latest(more)


def _one(seats: int) -> Row:
    """The seats of the load test at one process: when half and 95 of 100 moves are seen by all."""
    rate = seats / AT_A_TABLE / 2.0
    found = waits(load_of(PROGRAMS, rate, 1, seats), 60.0, Random(1))
    return {
        "case": f"{seats:,} seats with programs at one process, a move a table each 2 s",
        "seats": seats,
        "moves_per_s": rate,
        "p50_ms": round(1000 * share(found, 0.5), 1),
        "p95_ms": round(1000 * share(found, 0.95), 1),
    }


def rows(_: float) -> list[Row]:
    """How one process bears the load test; and what 100 seats, 10,000 and 1,000,000 need with browsers, at its pace and
    at that of a lesson."""
    found = [_one(seats) for seats in (1_000, 2_000)]
    measured = MEASURED
    for pace, every in (("a move a table each 2 s", 2.0), ("a move a table each 60 s, as in a lesson", 60.0)):
        for seats in (100, 10_000, 1_000_000):
            rate = seats / AT_A_TABLE / every
            processes, latest = enough(measured, rate, seats, min(60.0, 40_000 / rate))
            memory = processes * measured.process + seats * measured.seat
            found.append(
                Row(
                    case=f"{seats:,} seats, {pace}",
                    seats=seats,
                    moves_per_s=round(rate, 1),
                    processes=processes,
                    p95_ms=round(1000 * latest, 1),
                    memory_gb=round(memory / 1000, 2),
                    megabit_per_s=round(8 * rate * measured.sent / 1e6, 1),
                )
            )
    return found


MEASURED = Measured(
    work=0.0015, told=0.0057, spread=0.6, flush=0.004, process=85.0, seat=0.25, sent=36_500, connections=5_000,
    idle=6e-5,
)  # fmt: skip
"""One process with browsers at all seats, as docs/scale.md tells it."""
PROGRAMS = replace(MEASURED, told=0.0023, sent=22_300)
"""The same with programs, as in the load test."""
