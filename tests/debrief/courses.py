"""Finished talks of computers, as courses and debriefs: played once, and kept for every test.

In `kept` lie talks over a short scenario and a drill as they were when their tests were written, with those scenarios:
what a test says of a sentence or a number in them is not to change with how the computer plays today, nor with what its
points are.
"""

from __future__ import annotations

from functools import cache
from random import Random

from game.debrief import Course, Debrief
from game.talks import Record, Sits, read_record
from game.text import DelegationId
from tests.library import HERE, MAIN, late, late_game, opened, played, random_game, source

KEPT = HERE / "debrief" / "kept"


@cache
def record(name: str = MAIN, seed: int = 1) -> Record:
    """A finished game of computers as they play today, in which a person is said to have sat in the first seat."""
    talks = played(opened(name, seed))
    first, *others = talks.scenario.ids
    return Record(name, "", seed, {first: "person", **dict.fromkeys(others, "computer")}, talks.moves)


@cache
def course(name: str = MAIN, seed: int = 1) -> Course:
    """Its course."""
    return Course.of(record(name, seed), source(name))


@cache
def debrief_of_today(name: str = MAIN, seed: int = 1) -> Debrief:
    """Its debrief, which goes with the record and the scenario."""
    return Debrief(course(name, seed))


def source_at(name: str, seed: int) -> bytes:
    """The scenario over which `debrief` has its talks."""
    return (KEPT / f"{name}.yaml").read_bytes() if (KEPT / f"{name}-{seed}.txt").exists() else source(name)


@cache
def debrief(name: str = MAIN, seed: int = 1) -> Debrief:
    """Its debrief, or that of talks that are kept, where there are any: for what is said of a game, word for word."""
    kept = KEPT / f"{name}-{seed}.txt"
    if kept.exists():
        return Debrief(Course.of(read_record(kept.read_text(encoding="utf-8")), source_at(name, seed)))
    return debrief_of_today(name, seed)


@cache
def signed(name: str) -> int:
    """The first seed with which the talks over a scenario end with a signature."""
    return next(seed for seed in range(40) if debrief(name, seed).course.signed is not None)


@cache
def random_debrief(name: str, seed: int) -> Debrief:
    """The debrief of talks in which chance moved for everybody; with an odd seed they begin near their end, and are
    mostly signed."""
    opening = late(name, seed) if seed % 2 else opened(name, seed)
    *_, talks = late_game(name, seed) if seed % 2 else random_game(opening, Random(seed), leaves=seed % 4 == 0)
    seats: dict[DelegationId, Sits] = dict.fromkeys(talks.scenario.ids, "person")
    return Debrief(Course.from_opening(opening, Record(name, "", seed, seats, talks.moves)))
