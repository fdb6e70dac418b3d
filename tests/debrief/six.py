"""Finished talks of six delegations, kept as they were when their tests were written."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.debrief import Course, Debrief
from game.talks import read_record

NAME = "six-shores"
SIGNED, LEFT = 1, 0
"""Kept talks in which they sign a text, and some that somebody leaves."""


@cache
def six(seed: int = SIGNED) -> Debrief:
    """Their debrief."""
    here = Path(__file__).parent
    kept = read_record((here / "kept" / f"{NAME}-{seed}.txt").read_text(encoding="utf-8"))
    return Debrief(Course.of(kept, (here / f"{NAME}.yaml").read_bytes()))
