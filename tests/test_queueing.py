"""The simulation of queues agrees with what is known of the simple ones."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.queueing import MEASURED, Drawn, Load, enough, load_of, rows, share, waits


def always(seconds: float) -> Drawn:
    return lambda _: seconds


@pytest.mark.parametrize("busy", [0.3, 0.6, 0.8])
@pytest.mark.parametrize("spread", ["none", "exponential"])
def test_one_server_without_a_disk_waits_as_the_formula_says(busy: float, spread: str) -> None:
    """Pollaczek and Khinchine: the mean of M/G/1 is s + s·ρ(1+c²)/(2(1-ρ))."""
    work: Drawn = always(1.0) if spread == "none" else lambda chance: chance.expovariate(1.0)
    found = waits(Load(busy, 1, work, always(0.0), always(0.0), batch=0.0), 60_000, Random(1))
    expected = 1 + busy * (1 + (spread != "none")) / (2 * (1 - busy))
    assert len(found) == pytest.approx(busy * 60_000, rel=0.05)
    assert sum(found) / len(found) == pytest.approx(expected, rel=0.08)


def test_processes_that_share_nothing_wait_as_one_of_them() -> None:
    """Each has its part of the moves."""
    one = waits(Load(0.5, 1, always(1.0), always(0.0), always(0.0), batch=0.0), 40_000, Random(2))
    four = waits(Load(2.0, 4, always(1.0), always(0.0), always(0.0), batch=0.0), 10_000, Random(3))
    assert sum(four) / len(four) == pytest.approx(sum(one) / len(one), rel=0.1)


def test_a_disk_is_waited_for_once_for_many() -> None:
    """A lone move waits for one flush; moves that come faster than the disk flushes share it, and none is lost."""
    lone = waits(Load(0.01, 1, always(0.001), always(0.0), always(0.1)), 10_000, Random(4))
    assert share(lone, 0.5) == pytest.approx(0.101)
    crowded = waits(Load(50.0, 1, always(0.001), always(0.0), always(0.1)), 200, Random(5))
    assert len(crowded) == pytest.approx(10_000, rel=0.05)
    assert share(crowded, 0.99) < 0.25
    shared = waits(Load(50.0, 5, always(0.001), always(0.0), always(0.1)), 200, Random(6))
    # At worst a process waits for what is being flushed and for its own flush, and a move for both twice.
    assert 0.1 < share(shared, 0.5) <= max(shared) < 0.41


def test_more_seats_need_more_processes() -> None:
    """Just enough for the time that is promised; and one that is too few breaks it."""
    few, quick = enough(MEASURED, 10.0, 80)
    rate = 1.5 / (MEASURED.work + MEASURED.told)
    more, latest = enough(MEASURED, rate, 2_000)
    assert (few, more) == (1, 2) or more > 2
    assert max(quick, latest) <= 0.1
    assert share(waits(load_of(MEASURED, rate, 1), 60, Random(1)), 0.95) > 0.1


def test_those_who_look_on_take_their_share() -> None:
    """The same moves wait longer where thousands look on."""
    alone, among = (waits(load_of(MEASURED, 60.0, 1, seats), 60, Random(1)) for seats in (0, 5_000))
    assert share(among, 0.5) > 1.1 * share(alone, 0.5)


def test_every_row_names_its_needs() -> None:
    """For a hundred seats, ten thousand and a million, at two paces."""
    one, two, *found = rows(0)
    assert float(one["p95_ms"] or 0) < float(two["p95_ms"] or 0)
    assert [row["seats"] for row in found] == [100, 10_000, 1_000_000] * 2
    assert all(0 < float(row["p95_ms"] or 0) <= 100 for row in found)
    assert float(found[2]["processes"] or 0) > float(found[1]["processes"] or 0) > float(found[0]["processes"] or 0)
    assert float(found[5]["processes"] or 0) < float(found[2]["processes"] or 0)
