"""What a process that holds many tables lets the collector of garbage do."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from game.lesson.collector import collect_seldom
from game.table import Device, Join
from game.talks import CHAIR, GALLERY
from tests.lesson.classes import opened


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_it_looks_seldom_at_what_is_old() -> None:
    """What was there is out of its sight, and what is new it looks at still."""
    kept: list[list[int]] = [[] for _ in range(100)]
    collect_seldom()
    assert len(kept) <= gc.get_freeze_count()
    assert gc.isenabled()
    assert min(gc.get_threshold()) >= 1_000


def test_a_game_leaves_no_cycles() -> None:
    """Moves of a table and all that is told of them leave nothing behind that only the collector could find."""
    at = opened("harbour", 1)
    for number, who in enumerate(at.table.scenario.ids):
        at.act(Join(Device(f"d{number}"), who, f"Delegate {number}"), 0.0)
    watchers = (*at.table.scenario.ids, GALLERY, CHAIR)
    gc.collect()
    moves = 0
    while at.table.verdict is None and moves < 30:
        task = at.table.task(at.table.floor, "attache")
        assert at.table.submit(task.who, task.decide().move, task.version) is None
        at.done(None)
        told = [at.since(who, 0) for who in watchers]
        assert all(told)
        moves += 1
    assert moves > 5
    assert gc.collect() == 0
