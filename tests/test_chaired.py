"""Talks with a chair, and somebody to speak for those outside: whatever happens in them, their record replays."""

from __future__ import annotations

from random import Random

import pytest

from game.talks import CHAIR, GALLERY, Record, Refused, Talks, play, read_record, replay, view, write_record
from game.text import DelegationId
from tests.anything import any_move
from tests.library import DRILLS, opened


def wandered(opening: Talks, chance: Random, most: int = 400) -> Talks:
    """Talks in which anybody has tried anything."""
    talks = opening
    for _ in range(most):
        after = play(talks, any_move(talks, chance))
        if not isinstance(after, Refused):
            talks = after
        if talks.over:
            break
    return talks


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", DRILLS)
def test_a_record_with_a_chairs_moves_replays_to_the_same(name: str, seed: int) -> None:
    """A record is read back as it was written, and replays to the same talks, and to the same view of every seat: with
    hours that passed, deadlines that moved, moves that were revoked and brought back, and persons outside."""
    opening = opened(name, seed)
    talks = wandered(opening, Random(f"{name} {seed}"))
    record = Record(name, "", seed, {}, talks.moves)
    again = read_record(write_record(record))
    assert again == record
    assert write_record(again) == write_record(record)
    replayed, stopped = replay(opening, again.moves)
    assert stopped is None
    assert replayed == talks
    for who in (*talks.scenario.ids, GALLERY, CHAIR, *map(DelegationId, sorted(talks.seated))):
        assert repr(view(replayed, who)) == repr(view(talks, who))
