"""Bytes on the wire: what one device of a delegation is sent at first and for a move, as a program and as a browser."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from time import process_time

from benchmarks import Row
from benchmarks.tables import LEVELS, opened, recorded
from game.classroom.pages.seat import AS_PAGE
from game.lesson import AS_DESK, ClassTable, Form, Message
from game.table import Device, Join
from game.text import DelegationId

GAMES = 3
FORMS: dict[str, Form] = {"as a desk": AS_DESK, "as a page": AS_PAGE}


def wire_rows(games: int = GAMES) -> list[Row]:
    """For each form the whole, and what a move adds to it, plain and packed; and the processor's time for it."""
    played = [recorded(seed, LEVELS[seed % len(LEVELS)]) for seed in range(1, games + 1)]
    found = []
    for name, form in FORMS.items():
        wholes, parts, spent = list[bytes](), list[bytes](), list[float]()
        for seed, moves in played:
            at = _seated(seed)
            wholes += (at.since(who, 0, form)[0].body for who in at.table.scenario.ids)
            for number, move in enumerate(moves):
                has = {who: at.number(who) for who in at.table.scenario.ids}
                pen = at.teams.pen(move.by)
                if pen is None or at.submit(pen, f"m{number}", move, at.table.version_for(move.by), 0.0) is not None:
                    continue  # what the computer said for somebody outside
                begun = process_time()
                parts += (each.body for each in _lacking(at, has, form))
                spent.append((process_time() - begun) / len(has))
        found += [_row(f"everything, {name}", wholes), _row(f"a move, {name}", parts, fmean(spent))]
    settings = [at.setting(who) for at in map(_seated, range(1, games + 1)) for who in at.table.scenario.ids]
    return [*found, _row("what no move changes, once", settings)]


def _seated(seed: int) -> ClassTable:
    at = opened(seed, ("person", "person"))
    for number, who in enumerate(at.table.scenario.ids):
        at.act(Join(Device(f"d{number}"), who, f"Delegate {number}"), 0.0)
    return at


def _lacking(at: ClassTable, has: Mapping[DelegationId, int], form: Form) -> Iterator[Message]:
    for who, number in has.items():
        yield from at.since(who, number, form)


def _row(case: str, bodies: Sequence[bytes], seconds: float | None = None) -> Row:
    return {
        "case": case,
        "bytes": round(fmean(map(len, bodies))),
        "packed": round(fmean(len(gzip.compress(each, 6)) for each in bodies)),
        "most": max(map(len, bodies)),
        "ms": None if seconds is None else round(1000 * seconds, 2),
    }
