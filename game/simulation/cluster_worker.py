"""What a worker of a cluster does: it plays talks, if its rules are those of whoever asks."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from game.simulation.run import Run
from game.simulation.sweep import Sweep

RULES = ("text", "scenario", "talks", "analysis", "speech", "delegations", "simulation")
"""The rooms on which it depends what comes of talks."""


class OtherRules(Exception):
    """The worker has another version of the game; the name of its machine."""


def play_here(rules: str, sweep: tuple[Any, ...], seeds: Iterable[int]) -> tuple[Run, ...]:
    """The talks of these seeds, by the rules that have this fingerprint; the sweep as its plain values, for it passes
    machines that do not know ours. Raises `OtherRules` and `LostPolicy`."""
    if rules != fingerprint():
        raise OtherRules(platform.node())
    return Sweep(*sweep).play(seeds)


@cache
def fingerprint() -> str:
    """Of the code by which talks are played here: where it is the same, the same seed gives the same talks."""
    digest = sha256()
    house = Path(__file__).resolve().parent.parent
    for room in RULES:
        for file in sorted((house / room).rglob("*.py")):
            code = file.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"{file.relative_to(house).as_posix()} {len(code)}\n".encode() + code)
    return digest.hexdigest()
