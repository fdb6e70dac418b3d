"""Talks of the main scenario that several slow tests look at, each played once and kept for the others.

They lie in `.corpus/`, under a fingerprint of the rules' code, of the scenario and of the test's file that plays them:
a change of any plays them anew.
Nothing is locked. Two processes that want the same talks play them from opposite ends, in parts, until they meet.
"""

from __future__ import annotations

import inspect
import os
import pickle
import shutil
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from statistics import mean, stdev

from game.simulation import Run, Sweep, Tally
from game.simulation.cluster_worker import fingerprint
from game.text import DelegationId
from tests.library import HERE, MAIN, source

KEPT = HERE.parent / ".corpus"
TRADERS = {DelegationId("RUS"): "trader", DelegationId("NATO"): "trader"}
TUNED, FRESH = 1, 40_001
"""The first of the seeds on which constants were tuned, and of those on which nothing was."""
_PART = 5


def played(first: int, talks: int, policies: dict[DelegationId, str] | None = None) -> Tally:
    """So many talks from a seed on; traders play the seats that no policy is named for."""
    who = {**TRADERS, **(policies or {})}
    name = " ".join(f"{seat}={policy}" for seat, policy in who.items())
    sweep = Sweep(source(MAIN), MAIN, tuple(who.items()))
    return Tally(kept(name, lambda seed: sweep.play((seed,))[0], range(first, first + talks)))


def kept(name: str, play: Callable[[int], Run], seeds: Sequence[int]) -> tuple[Run, ...]:
    """The talks of these seeds that a name stands for, played where nobody has yet. `play` is a function of the file
    that asks."""
    code = Path(inspect.getsourcefile(play) or "").read_bytes()
    folder = _folder() / sha256(name.encode() + code).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    parts = {_file(folder, seeds[at : at + _PART]): seeds[at : at + _PART] for at in range(0, len(seeds), _PART)}
    for file, part in parts.items() if _even() else reversed(parts.items()):
        if not file.exists():
            written = file.with_suffix(f".{os.getpid()}")
            written.write_bytes(pickle.dumps(tuple(play(seed) for seed in part)))
            os.replace(written, file)
    return tuple(run for file in parts for run in pickle.loads(file.read_bytes()))


def _file(folder: Path, part: Sequence[int]) -> Path:
    return folder / f"{part[0]}-{sha256(repr(tuple(part)).encode()).hexdigest()[:8]}.pickle"


def _even() -> bool:
    """Whether this process begins at the first seed: every other worker of pytest-xdist begins at the last."""
    return int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 2 == 0


@cache
def _folder() -> Path:
    """Where talks by these rules are kept; those by others are thrown away."""
    folder = KEPT / sha256(fingerprint().encode() + source(MAIN)).hexdigest()[:16]
    for other in KEPT.glob("*") if KEPT.is_dir() else ():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return folder


def surely_above_zero(differences: Sequence[int], errors: float = 2) -> bool:
    """Whether the mean of paired differences is above zero by more than so many standard errors of it."""
    return bool(mean(differences) > errors * stdev(differences) / len(differences) ** 0.5)
