"""Where words may stand in a picture, so that none lies over another: the best arrangement, by branch and bound.

Each of the words has some places, with what each of them costs. The search goes through the places of one after the
other, the cheapest first, and keeps which places are still free for the rest. It gives a branch up as soon as its costs
and the cheapest that is free for each of the rest are no less than the best arrangement so far. After a number of steps
that hardly a plot comes near it ends with the best so far.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from game.reports.picture import Area, Label, Stroke

_MOST_STEPS = 6_000
Rows = NDArray[np.float64]
"""Areas (n, 4) as left, top, right and lower edge; or straight lines (n, 4) as the places of both ends."""


@dataclass(frozen=True, slots=True)
class Place:
    """One way to set some words."""

    area: Area
    labels: tuple[Label, ...]
    cost: float
    leader: Stroke | None = None
    """The straight line from the words to what they are about, where they do not stand beside it."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are to be placed."""

    places: tuple[Place, ...]
    left_out: float
    """What it costs to leave them out."""


def arrange(wanted: Sequence[Words], taken: Sequence[Area], strokes: Sequence[Stroke] = ()) -> list[Place | None]:
    """A place for each of the words, or None where they are left out: none over another, over what is taken, over a
    stroke or in the way of a leader, and together at the least cost."""
    places = [(n, place) for n, words in enumerate(wanted) for place in words.places]
    areas = edges([place.area for _, place in places])
    costs = np.array([place.cost for _, place in places])
    blocked = costs >= np.array([wanted[n].left_out for n, _ in places])
    blocked |= _meeting(areas, edges(taken)).any(axis=1) | through(_parts(strokes), areas).any(axis=0)
    blocked |= _astray([place for _, place in places], edges(taken))
    order = sorted(np.flatnonzero(~blocked).tolist(), key=lambda row: (places[row][0], costs[row]))
    kept = [places[row] for row in order]
    search = _Search(
        [sum(1 for n, _ in kept if n == number) for number in range(len(wanted))],
        [words.left_out for words in wanted],
        costs[order].tolist(),
        _in_the_way([place for _, place in kept], areas[order]),
    )
    search.go((1 << len(kept)) - 1, tuple(range(len(wanted))), (), 0.0)
    found: list[Place | None] = [None] * len(wanted)
    for row in search.best:
        found[kept[row][0]] = kept[row][1]
    return found


class _Search:
    """The best arrangement so far. Places are bits of a whole number: those of the first words, the cheapest of them
    lowest, then those of the second."""

    def __init__(self, sizes: Sequence[int], left_out: Sequence[float], costs: Sequence[float], way: Sequence[int]):
        """`way` has for each place those that cannot be taken beside it."""
        self.begins = [sum(sizes[:n]) for n in range(len(sizes))]
        self.masks = [((1 << size) - 1) << begin for size, begin in zip(sizes, self.begins, strict=True)]
        self.left_out, self.costs, self.way = left_out, costs, way
        self.best: tuple[int, ...] = ()
        self.lowest = sum(left_out) + 1e-9
        self.steps = 0

    def go(self, free: int, rest: tuple[int, ...], chosen: tuple[int, ...], cost: float) -> None:
        """Place the rest of the words where it is still free beside those that are chosen."""
        self.steps += 1
        least = {n: self._least(free & self.masks[n], n) for n in rest}
        bound = cost + sum(least.values())
        if bound >= self.lowest or self.steps > _MOST_STEPS:
            return
        if not rest:
            self.best, self.lowest = chosen, cost
            return
        n = max(rest, key=lambda n: least[n] - self._least(self.masks[n], n))
        others, bound = tuple(other for other in rest if other != n), bound - least[n]
        here = free & self.masks[n]
        while here:
            row = _lowest_bit(here)
            if bound + self.costs[row] >= self.lowest:
                break
            here &= here - 1
            self.go(free & ~self.way[row], others, (*chosen, row), cost + self.costs[row])
        self.go(free, others, chosen, cost + self.left_out[n])

    def _least(self, here: int, n: int) -> float:
        """What some words cost at least, in these places or left out."""
        return min(self.left_out[n], self.costs[_lowest_bit(here)]) if here else self.left_out[n]


def _astray(places: Sequence[Place], taken: Rows) -> NDArray[np.bool_]:
    """Whether the leader of each place goes through an area (m, 4) that is not its own end: (n,)."""
    led = np.flatnonzero([place.leader is not None for place in places])
    leaders = _parts([place.leader for place in places if place.leader is not None])
    ends, found = leaders[:, None, 2:], np.zeros(len(places), dtype=np.bool_)
    own = ((ends >= taken[None, :, :2]) & (ends <= taken[None, :, 2:])).all(axis=2)
    found[led] = (through(leaders, taken) & ~own).any(axis=1)
    return found


def _lowest_bit(number: int) -> int:
    return (number & -number).bit_length() - 1


def _in_the_way(places: Sequence[Place], areas: Rows) -> list[int]:
    """For each place, as bits, those that cannot be taken beside it: the words or the leader of one lie over the
    words of the other, or their leaders cross."""
    led = np.flatnonzero([place.leader is not None for place in places])
    leaders = _parts([place.leader for place in places if place.leader is not None])
    way, over = _meeting(areas, areas), through(leaders, areas)
    way[led] |= over
    way[:, led] |= over.T
    way[np.ix_(led, led)] |= _crossing(leaders)
    return [int.from_bytes(row.tobytes(), "little") for row in np.packbits(way, axis=1, bitorder="little")]


def edges(areas: Sequence[Area]) -> Rows:
    """Areas as rows: (n, 4)."""
    return np.array([(area.x, area.y, area.right, area.bottom) for area in areas], dtype=np.float64).reshape(-1, 4)


def _parts(strokes: Sequence[Stroke]) -> Rows:
    """The straight lines of strokes as rows: (n, 4)."""
    parts = [(*start, *end) for stroke in strokes for start, end in pairwise(stroke.spots)]
    return np.array(parts, dtype=np.float64).reshape(-1, 4)


def _crossing(lines: Rows) -> NDArray[np.bool_]:
    """Which straight lines (n, 4) cross which of the same: (n, n)."""
    starts, along = lines[:, :2], lines[:, 2:] - lines[:, :2]
    first, last = (
        along[:, None, 0] * (ends[None, :, 1] - starts[:, None, 1])
        - along[:, None, 1] * (ends[None, :, 0] - starts[:, None, 0])
        for ends in (starts, lines[:, 2:])
    )
    parted = first * last < 0  # the ends of the other lie on both sides of the one
    return np.asarray(parted & parted.T)


def _meeting(some: Rows, others: Rows) -> NDArray[np.bool_]:
    """Which areas (n, 4) share more than an edge with which others (m, 4): (n, m)."""
    one, other = some[:, None], others[None]
    return np.asarray((one[..., :2] < other[..., 2:]).all(axis=2) & (other[..., :2] < one[..., 2:]).all(axis=2))


def through(lines: Rows, areas: Rows) -> NDArray[np.bool_]:
    """Which straight lines (n, 4) go through the inside of which areas (m, 4): (n, m). (J. Liang and B. Barsky, "A New
    Concept and Method for Line Clipping", ACM Transactions on Graphics 3, 1984.)"""
    starts, along = lines[:, None, :2], (lines[:, 2:] - lines[:, :2])[:, None]
    along = np.where(along == 0, 1e-9, along)
    near, far = (areas[None, :, :2] + 0.01 - starts) / along, (areas[None, :, 2:] - 0.01 - starts) / along
    first = np.maximum(np.minimum(near, far).max(axis=2), 0.0)
    last = np.minimum(np.maximum(near, far).min(axis=2), 1.0)
    return np.asarray(first < last)
