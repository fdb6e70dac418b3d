"""Finished talks of computers, as courses and debriefs: played once, and kept for every test."""

from __future__ import annotations

from functools import cache

from game.debrief import Course, Debrief
from game.talks import Record
from tests.library import MAIN, opened, played, source


@cache
def record(name: str = MAIN, seed: int = 1) -> Record:
    """A finished game of computers, in which a person is said to have sat in the first seat."""
    talks = played(opened(name, seed))
    first, *others = talks.scenario.ids
    return Record(name, "", seed, {first: "person", **dict.fromkeys(others, "computer")}, talks.moves)


@cache
def course(name: str = MAIN, seed: int = 1) -> Course:
    """Its course."""
    return Course.of(record(name, seed), source(name))


@cache
def debrief(name: str = MAIN, seed: int = 1) -> Debrief:
    """Its debrief."""
    return Debrief(course(name, seed))
