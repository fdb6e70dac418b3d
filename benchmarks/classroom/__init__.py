"""A whole class over loopback: what moves cost when many people at many tables make them, beside oTree.

The host is a process of its own, the crowd this one; they share the machine, and everything is on disk (SQLite) before
it is answered. A row says how many devices there were, within how many milliseconds half and 95 of 100 of them had what
was done at their table, counted from when it was due; how many have not had it; how many moves a second were accepted;
and the most memory that the host has had. oTree does the least that can be compared (`benchmarks/classroom/otree.py`),
with as many people and messages; where it is not installed its rows are left out, and where there is no PostgreSQL
those of several processes that share one (`benchmarks/classroom/servers.py`).
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Row
from benchmarks.classroom import otree, ours, servers
from benchmarks.classroom.crowd import Case, Tally, resident
from benchmarks.classroom.wire import GAMES, wire_rows

JOINS = 40
CASES = (
    Case("36 people, a move each 5 s", 9, 1.25, 20.0),
    Case("1,000 people, a move a table each 2 s", 250, 2.0, 20.0),
    Case("1,000 people, half of them with pages, a move a table each 2 s", 250, 2.0, 20.0, pages=True),
    Case("2,000 people, a move a table each 2 s", 500, 2.0, 20.0),
)
AT_ONCE = Case("300 tables move at once, three times", 300, times=3)
PEERS_AT_ONCE = Case("300 people write at once", 75, times=4)
RESTART = Case("killed with 1,000 people, and started again: back after", 250, 2.0, 6.0)


def rows(patience: float) -> list[Row]:
    """All cases, each at a host of its own; `patience` is how long is waited for what has not been seen at the end."""
    found = [_joins(JOINS)]
    for case in (*CASES, AT_ONCE):
        found += _row(case, patience)
    return [*found, *_restart(RESTART, patience), *servers.server_rows(patience), *wire_rows(GAMES)]


def _row(case: Case, patience: float) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder, ours.hosted(Path(folder), case.seats) as host:
        try:
            tally, rss = asyncio.run(ours.crowd(host, case, patience))
            yield tally.row(case.name, case.seats, rss)
        except TimeoutError:
            yield {**Tally().row(f"{case.name}: not within {ours.LIMIT:.0f} s", case.seats, None), "lost": None}
    if (command := otree.program()) is not None and not case.pages:
        alike = PEERS_AT_ONCE if case is AT_ONCE else case
        with otree.served(command) as (address, process):
            tally, rss = asyncio.run(otree.crowd(address, process, alike, patience))
            yield tally.row(f"oTree: {alike.name}", alike.seats, rss)


def _joins(people: int) -> Row:
    """So many people join within one second; lost is who has no seat in two."""
    with tempfile.TemporaryDirectory() as folder, ours.hosted(Path(folder), people) as host:
        waits = asyncio.run(ours.joined(host, people, within=1.0))
        tally = Tally.of_waits(people, [each for each in waits if each <= 2.0])
        return tally.row(f"{people} people join in one second", people, resident(host.process))


def _restart(case: Case, patience: float) -> Iterator[Row]:
    """The host is killed and started again: how long each device hears nothing, and whether the class goes on."""
    with tempfile.TemporaryDirectory() as folder:
        waits, after, rss = asyncio.run(ours.killed(Path(folder), case, patience))
    yield Tally.of_waits(case.seats, waits).row(case.name, case.seats, rss)
    yield after.row("their moves after that, a table each 2 s", case.seats, rss)
