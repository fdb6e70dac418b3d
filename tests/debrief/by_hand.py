"""Talks that are written down move by move, as their record has them."""

from __future__ import annotations

from game.debrief import Course, Debrief
from game.talks import Record, Sits, Talks, read_move
from game.text import DelegationId
from tests.library import must, opened


def by_hand(name: str, *lines: str, seed: int = 0, opening: Talks | None = None) -> Debrief:
    """The debrief of talks of persons, on the sheets as they are written, with these moves."""
    first = opened(name, seed, as_written=True) if opening is None else opening
    talks = first
    for line in lines:
        talks = must(talks, read_move(line))
    seats: dict[DelegationId, Sits] = dict.fromkeys(talks.scenario.ids, "person")
    return Debrief(Course.from_opening(first, Record(name, "", seed, seats, talks.moves, as_written=True)))
