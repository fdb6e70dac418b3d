"""Exact analysis beside others: frontier, Nash and Kalai-Smorodinsky on the same utilities, and best replies.

The peers, the strongest first: negmas's own default for a frontier (`AdaptiveParetoSampler`, which takes MOBANOS where
there are more than 10,000 texts of two additive utilities); a plain merge of undominated sums, issue by issue, which is
the textbook for two additive sheets; numpy over all texts, with moocore where there are more than two delegations; and
negmas's `pareto_frontier`, which takes any utilities and looks at every text. For best replies it is MOBANOS's
`best_for_opponent`.

Every figure is from a process of its own (`benchmarks.trial`), all of them warmed alike by a small domain, ours from
empty caches each time; the quick ones are taken in turn and their medians compared. In each row the two answers are
compared: every point of the frontier, the Nash product, and the least share at Kalai-Smorodinsky where both mean the
same by it (negmas does not). The benchmark ends with an error where they differ. Where negmas is not installed its side
is left empty; `pip install .[bench]` brings it.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec

from benchmarks import Row

SEEN = 1.0
"""MiB over the process before: what is less cannot be told from what the interpreter does, and is in no ratio."""
ROUNDS = 5
"""How often a quick measurement is repeated, in turn with its peer's."""
MEMORY = 12 * 2**30
"""Bytes of address space that a peer may take: enumerating a thousand million texts needs more than there is."""
POWERS = (3, 4, 5, 6, 7, 9, 12, 15)
NAMES = {
    "adaptive": "negmas's default (MOBANOS above 10,000 texts)",
    "merge": "a plain merge of undominated sums",
    "everything": "numpy over all texts",
    "negmas": "pareto_frontier",
}
SLOW = {"negmas", "everything"}
"""Peers of which one measurement is enough."""
PEERS = {2: ("adaptive", "merge", "everything", "negmas"), 3: ("everything", "negmas")}
"""Who can do it for so many delegations; three stands for more."""
FOREIGN = {"negmas", "mobanos", "mobanos-fine", "adaptive", "mobanos-replies"}
"""Those that need negmas."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one trial told."""

    seconds: float
    over: float
    """MiB over what the process had before it computed, at its peak."""
    peak: float
    """MiB of the whole process at its peak."""
    points: int
    answer: tuple[str, str, str | None] = ("", "", None)
    """Fingerprint of the frontier, Nash product, least share at Kalai-Smorodinsky."""

    def agrees(self, other: Measured) -> bool:
        """Whether both found the same."""
        alike = (self.points, self.answer[:2]) == (other.points, other.answer[:2])
        return alike and (None in (self.answer[2], other.answer[2]) or self.answer[2] == other.answer[2])


Trial = tuple[str, int, int]


def rows(patience: float) -> list[Row]:
    """A row for each claim, then the growth table."""
    found: list[Row] = []
    for delegations, peers in ((2, PEERS[2]), (4, PEERS[3])):
        for peer in peers:
            case = f"frontier + Nash + KS, {delegations} delegations, 10^6 texts, beside {NAMES[peer]}"
            found.append(_quick(case, ("ours", 6, delegations), (peer, 6, delegations)))
    found += [
        _quick(
            f"the same with a text for every point, beside {NAMES['adaptive']}", ("texts", 6, 2), ("adaptive", 6, 2)
        ),
        _quick("10,000 points a sheet, 10^6 texts, beside MOBANOS", ("ours-fine", 6, 2), ("mobanos-fine", 6, 2)),
        _quick(
            f"10,000 points a sheet, 10^6 texts, beside {NAMES['merge']}", ("ours-fine", 6, 2), ("merge-fine", 6, 2)
        ),
        _quick("10,000 points a sheet beside ours at 100", ("ours-fine", 6, 2), ("ours", 6, 2), alike=False),
        _quick(f"10^12 texts, 2 delegations, beside {NAMES['adaptive']}", ("ours", 12, 2), ("adaptive", 12, 2)),
        _quick(f"10^12 texts, 2 delegations, beside {NAMES['merge']}", ("ours", 12, 2), ("merge", 12, 2)),
        _quick(
            "10^12 texts with pair terms and exclusions, 2 delegations, beside ours at 10^6 texts without",
            ("tangled", 12, 2),
            ("ours", 6, 2),
            alike=False,
        ),
        _replies("best replies on the main scenario, a new estimate each time"),
    ]
    for delegations, peers in ((2, ("adaptive", "negmas")), (4, PEERS[3])):
        for peer in peers:
            found += _memory(f"{delegations} delegations, 10^6 texts, beside {NAMES[peer]}", peer, delegations)
    return [*found, *growth(patience)]


def growth(patience: float) -> list[Row]:
    """Time and memory from 10^3 to 10^15 texts, for two to five delegations, beside every peer. A peer is stopped after
    so many seconds, and is not asked for larger sizes then."""
    found: list[Row] = []
    for delegations in (2, 3, 4, 5):
        going = set(PEERS[min(delegations, 3)])
        for power in POWERS:
            ours = measure("ours", power, delegations)
            for name in PEERS[min(delegations, 3)]:
                peer = measure(name, power, delegations, patience=patience) if name in going else None
                if peer is None:
                    going.discard(name)
                case = f"{delegations} delegations, 10^{power} texts, beside {NAMES[name]}"
                _compared(case, ours, peer)
                found.append(row(f"frontier, {case}", _ms(ours), _ms(peer), "ms"))
                found.append(over(f"memory over the process before, {case}", ours, peer))
    return found


def row(case: str, ours: float | None, peer: float | None, unit: str) -> Row:
    """One row; the ratio says how many times less ours takes."""
    ratio = None if ours is None or peer is None else round(peer / max(ours, 0.01), 2)
    return {"case": case, "ours": ours, "peer": peer, "ratio": ratio, "unit": unit}


def over(case: str, ours: Measured | None, peer: Measured | None) -> Row:
    """Memory over what the processes had before; a ratio only where both can be seen."""
    mine, theirs = (None if one is None else round(one.over, 2) for one in (ours, peer))
    found = row(case, mine, theirs, "MiB")
    seen = ours is not None and peer is not None and min(ours.over, peer.over) >= SEEN
    return found if seen else {**found, "ratio": None}


def measure(what: str, power: int, delegations: int, *, patience: float = 600.0) -> Measured | None:
    """One trial in a process of its own; None where it needs more time or memory than it may have, or is not there."""
    if what in FOREIGN and find_spec("negmas") is None:
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
        done = subprocess.run(command, capture_output=True, text=True, timeout=4 * patience + 30, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        if "MemoryError" in done.stderr:
            return None
        raise RuntimeError(done.stderr)
    told = json.loads(done.stdout.splitlines()[-1])
    answer = (told["frontier"], told["nash"], told["kalai_smorodinsky"])
    found = Measured(told["seconds"], told["over"], told["peak"], told["points"], answer)
    return found if found.seconds <= patience else None


def _quick(case: str, ours: Trial, peer: Trial, *, alike: bool = True) -> Row:
    """Both in turn, and their medians; `alike` where they must find the same."""
    mine: list[Measured | None] = []
    theirs: list[Measured | None] = []
    for _ in range(ROUNDS):
        mine.append(measure(*ours))
        if peer[0] not in SLOW or not theirs:
            theirs.append(measure(*peer))
    if alike:
        _compared(case, mine[0], theirs[0])
    return row(case, _median(mine), _median(theirs), "ms")


def _compared(case: str, ours: Measured | None, peer: Measured | None) -> None:
    """Raises `RuntimeError` where two answers to the same question differ."""
    if ours is not None and peer is not None and not ours.agrees(peer):
        raise RuntimeError(
            f"{case}: ours found {ours.points} points {ours.answer}, the peer {peer.points} {peer.answer}"
        )


def _median(found: list[Measured | None]) -> float | None:
    times = [1000 * one.seconds for one in found if one is not None]
    return round(statistics.median(times), 3) if times else None


def _memory(case: str, peer: str, delegations: int) -> list[Row]:
    """The peak of the whole process, and what of it is over the process before."""
    mine, theirs = measure("ours", 6, delegations), measure(peer, 6, delegations)
    peaks = [None if one is None else round(one.peak, 1) for one in (mine, theirs)]
    return [
        row(f"memory of the whole process, {case}", peaks[0], peaks[1], "MiB"),
        over(f"of that over the process before, {case}", mine, theirs),
    ]


def _replies(case: str) -> Row:
    ours, peer = measure("replies", 0, 0), measure("mobanos-replies", 0, 0)
    mine, theirs = (None if one is None else round(1 / one.seconds) for one in (ours, peer))
    ratio = None if mine is None or theirs is None else round(mine / theirs, 2)
    return {"case": case, "ours": mine, "peer": theirs, "ratio": ratio, "unit": "a second"}


def _ms(found: Measured | None) -> float | None:
    return None if found is None else round(1000 * found.seconds, 3)
