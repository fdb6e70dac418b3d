"""Finished talks of six delegations: played once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.debrief import Course, Debrief
from game.scenario import load
from game.talks import Record, open_talks
from tests.library import played

NAME = "six-shores"
SIGNED, LEFT = 1, 0
"""A seed with which they sign a text, and one with which somebody leaves."""


@cache
def six(seed: int = SIGNED) -> Debrief:
    """Their debrief."""
    source = (Path(__file__).parent / f"{NAME}.yaml").read_bytes()
    scenario = load(source, NAME)
    moves = played(open_talks(scenario, seed)).moves
    return Debrief(Course.of(Record(NAME, "", seed, dict.fromkeys(scenario.ids, "computer"), moves), source))
