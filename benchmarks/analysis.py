"""Exact analysis beside negmas: frontier, Nash and Kalai-Smorodinsky on the same utilities, and best replies.

Every figure is from a process of its own (`benchmarks.trial`), ours from cold caches; the quick ones are taken in turn
and their medians compared. The peers are negmas's `pareto_frontier`, which takes any utilities; its MOBANOS, for two
additive ones; and for best replies MOBANOS's `best_for_opponent`. Where negmas is not installed its side is left empty;
`pip install .[bench]` brings it.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec

from benchmarks import Row

LEAST = 0.12
"""MiB below which more memory cannot be told from none: a few pages."""
ROUNDS = 5
"""How often a quick measurement is repeated, in turn with its peer's."""
MEMORY = 12 * 2**30
"""Bytes of address space that a peer may take: enumerating a thousand million texts needs more than there is."""
POWERS = (3, 4, 5, 6, 7, 9, 12, 15)


@dataclass(frozen=True, slots=True)
class Measured:
    """What one trial told."""

    seconds: float
    memory: float
    points: int


def rows(patience: float) -> list[Row]:
    """A row for each claim, then the growth table."""
    found = [
        _quick(
            "frontier + Nash + KS, 2 delegations, 10^6 texts, beside pareto_frontier", ("ours", 6, 2), ("negmas", 6, 2)
        ),
        _quick("frontier + Nash + KS, 2 delegations, 10^6 texts, beside MOBANOS", ("ours", 6, 2), ("mobanos", 6, 2)),
        _quick("the same with a text for every point, beside MOBANOS", ("texts", 6, 2), ("mobanos", 6, 2)),
        _quick(
            "frontier + Nash + KS, 4 delegations, 10^6 texts, beside pareto_frontier", ("ours", 6, 4), ("negmas", 6, 4)
        ),
        _memory("memory over the base process, 2 delegations, 10^6 texts", ("ours", 6, 2), ("negmas", 6, 2)),
        _memory("memory over the base process, 4 delegations, 10^6 texts", ("ours", 6, 4), ("negmas", 6, 4)),
        _quick(
            "10^12 texts with pair terms and exclusions, 2 delegations, beside ours at 10^6 texts without",
            ("tangled", 12, 2),
            ("ours", 6, 2),
        ),
        _replies("best replies on the main scenario, a new estimate each time"),
    ]
    return [*found, *growth(patience)]


def growth(patience: float) -> list[Row]:
    """Time and memory from 10^3 to 10^15 texts, for two to five delegations. negmas is stopped after so many seconds,
    and is not asked for larger sizes then."""
    found: list[Row] = []
    for delegations in (2, 3, 4, 5):
        peer: Measured | None = Measured(0, 0, 0)
        for power in POWERS:
            ours = measure("ours", power, delegations)
            if peer is not None:
                peer = measure("negmas", power, delegations, patience=patience)
            case = f"{delegations} delegations, 10^{power} texts"
            found.append(row(f"frontier, {case}", _ms(ours), _ms(peer), "ms"))
            found.append(row(f"memory, {case}", _mib(ours), _mib(peer), "MiB"))
    return found


def row(case: str, ours: float | None, peer: float | None, unit: str) -> Row:
    """One row; the ratio says how many times less ours takes."""
    ratio = None if ours is None or peer is None else round(peer / max(ours, 0.01), 2)
    return {"case": case, "ours": ours, "peer": peer, "ratio": ratio, "unit": unit}


def measure(what: str, power: int, delegations: int, *, patience: float = 600.0) -> Measured | None:
    """One trial in a process of its own; None where it needs more time or memory than it may have, or is not there."""
    if what in {"negmas", "mobanos"} and find_spec("negmas") is None:
        return None
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "benchmarks.trial",
        what,
        str(power),
        str(delegations),
        str(MEMORY),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=patience + 30, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        if "MemoryError" in done.stderr:
            return None
        raise RuntimeError(done.stderr)
    told = json.loads(done.stdout.splitlines()[-1])
    found = Measured(told["seconds"], told["memory"], told["points"])
    return found if found.seconds <= patience else None


Trial = tuple[str, int, int]


def _quick(case: str, ours: Trial, peer: Trial) -> Row:
    mine: list[Measured | None] = []
    theirs: list[Measured | None] = []
    for _ in range(ROUNDS):
        mine.append(measure(*ours))
        if peer[0] != "negmas" or not theirs:
            theirs.append(measure(*peer))
    if (one := mine[0]) and (other := theirs[0]) and ours[0] != "tangled" and one.points != other.points:
        raise RuntimeError(f"{case}: {one.points} points of ours, {other.points} of the peer's")
    return row(case, _median(mine), _median(theirs), "ms")


def _median(found: list[Measured | None]) -> float | None:
    times = [1000 * one.seconds for one in found if one is not None]
    return round(statistics.median(times), 3) if times else None


def _memory(case: str, ours: Trial, peer: Trial) -> Row:
    return row(case, _mib(measure(*ours)), _mib(measure(*peer)), "MiB")


def _replies(case: str) -> Row:
    ours, peer = measure("replies", 0, 0), measure("mobanos-replies", 0, 0)
    mine, theirs = (None if one is None else round(1 / one.seconds) for one in (ours, peer))
    ratio = None if mine is None or theirs is None else round(mine / theirs, 2)
    return {"case": case, "ours": mine, "peer": theirs, "ratio": ratio, "unit": "a second"}


def _ms(found: Measured | None) -> float | None:
    return None if found is None else round(1000 * found.seconds, 3)


def _mib(found: Measured | None) -> float | None:
    return None if found is None else max(LEAST, round(found.memory, 2))
