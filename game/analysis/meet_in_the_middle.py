"""Counting with many sheets at once, meeting in the middle: the texts in two halves, and which halves go together.

With five or six delegations hardly two beginnings of a text have the same sums, so there is little to gather. But half
of the issues have few combinations: those of the first half and those of the second are listed, and for each of the
one it is told with bits which of the other reach every threshold together with it (E. Horowitz and S. Sahni,
"Computing Partitions with Applications to the Knapsack Problem", Journal of the ACM 21, 1974). A thousand million
texts are some thirty thousand times thirty thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.budget import Budget
from game.analysis.diagram import Diagram, Flags, Indices
from game.analysis.limits import LeastSums

_WORD = 64
_AT_ONCE = 2**18
"""Words of bits that are held at once."""
_WORDS_A_SUM = 50
"""Words of bits that can be compared in the time in which one sum is looked at."""
_WORDS_HELD = 8
"""Words of bits that take the memory of one sum that is held, or less."""

Sums = NDArray[np.int64]
"""Whole numbers: sums (n, s), a column of them (n,), or how many texts there are."""


@dataclass(frozen=True, eq=False, slots=True)
class _Half:
    """The beginnings of texts up to a layer of nodes, or their ends from there on: one row each, sorted by node."""

    sums: Sums
    """What each row adds to the sums: (n, s)."""
    nodes: Indices
    """The node where a beginning ends, or an end begins: (n,), in rising order."""
    arcs: NDArray[np.int32]
    """The arcs of each row, one column for each layer of this half: (n, layers)."""


def texts_by_arc(diagram: Diagram, thresholds: LeastSums, open_arcs: Flags, budget: Budget) -> Sums | None:
    """For each arc (a,) how many texts use it, by open arcs (a,) only, that reach every threshold. None if the halves
    are too large for the budget. Every text has one arc of each layer."""
    halves = _halved(diagram, thresholds, open_arcs, budget)
    if halves is None:
        return None
    least = np.array([at_least for _, at_least in thresholds], dtype=np.int64)
    used = np.zeros(len(diagram.options), dtype=np.int64)
    for half, many in zip(halves, _matches(*halves, least), strict=True):
        for column in half.arcs.T:
            np.add.at(used, column, many)
    return used


def texts_reaching_each(
    diagram: Diagram, always: LeastSums, each: LeastSums, open_arcs: Flags, budget: Budget
) -> list[int] | None:
    """Of the texts that reach every threshold in `always`, how many reach each one in `each`, taken by itself. None if
    the halves are too large for the budget."""
    thresholds = [*always, *each]
    halves = _halved(diagram, thresholds, open_arcs, budget)
    if halves is None:
        return None
    least = np.array([at_least for _, at_least in thresholds], dtype=np.int64)
    found = np.zeros(len(each), np.int64)
    for here, there in _meetings(*halves):
        for rows in _reached(halves[0].sums[here], halves[1].sums[there], least):
            common = _all_of([next(rows) for _ in always])
            found += [
                int(np.bitwise_count(one if common is None else one & common).sum(dtype=np.int64)) for one in rows
            ]
    counts: list[int] = found.tolist()
    return counts


def _halved(diagram: Diagram, thresholds: LeastSums, open_arcs: Flags, budget: Budget) -> tuple[_Half, _Half] | None:
    """The texts in two halves with what they add to the sums of the thresholds; None if that is too much for the
    budget. They are cut where the longer half is shortest."""
    gains = np.stack([np.rint(gain) for gain, _ in thresholds], axis=1).astype(np.int64)
    ways_in, ways_out = diagram.beginnings(open_arcs), _endings(diagram, open_arcs)
    cut = min(range(1, len(diagram.layers)), key=lambda n: max(sum(ways_in[n]), sum(ways_out[n])), default=0)
    pairs = sum(one * other for one, other in zip(ways_in[cut], ways_out[cut], strict=True))
    rows = sum(ways_in[cut]) + sum(ways_out[cut])
    if not cut or rows > budget.held or 2 * pairs * len(thresholds) // _WORD > budget.work * _WORDS_A_SUM:
        return None
    first, second = _beginnings(diagram, cut, gains, open_arcs), _ends(diagram, cut, gains, open_arcs)
    if max(_words(first), _words(second)) > budget.held * _WORDS_HELD:
        return None
    return first, second


def _words(half: _Half) -> int:
    """Words of bits that the tables of a half take, at most."""
    different = sum(len(np.unique(column)) + 1 for column in half.sums.T)
    return different * -(-len(half.sums) // _WORD)


def _endings(diagram: Diagram, open_arcs: Flags) -> list[list[int]]:
    """By layer and node, how many ends of texts lead on from there."""
    go: list[list[int]] = [[1]]
    for number in reversed(range(len(diagram.layers))):
        onward = [0] * (diagram.layers[number - 1].nodes if number else 1)
        for source, target, is_open in diagram.layers[number].ways(open_arcs):
            onward[source] += go[0][target] if is_open else 0
        go.insert(0, onward)
    return go


def _beginnings(diagram: Diagram, cut: int, gains: Sums, open_arcs: Flags) -> _Half:
    """All beginnings of texts through so many layers, where the arcs add their parts of `gains` (a, s)."""
    half = _Half(np.zeros((1, gains.shape[1]), np.int64), np.zeros(1, np.intp), np.zeros((1, 0), np.int32))
    for layer in diagram.layers[:cut]:
        before, arcs = layer.onward(half.nodes, open_arcs)
        half = _grown(half, before, arcs, gains, layer.targets[arcs - layer.first])
    return half


def _ends(diagram: Diagram, cut: int, gains: Sums, open_arcs: Flags) -> _Half:
    """All ends of texts after so many layers, where the arcs add their parts of `gains` (a, s)."""
    half = _Half(np.zeros((1, gains.shape[1]), np.int64), np.zeros(1, np.intp), np.zeros((1, 0), np.int32))
    for layer in reversed(diagram.layers[cut:]):
        order = np.argsort(layer.sources, kind="stable")
        arcs = order[open_arcs[layer.arcs][order]]
        first = np.searchsorted(half.nodes, layer.targets[arcs], side="left")
        many = np.searchsorted(half.nodes, layer.targets[arcs], side="right") - first
        after = np.arange(int(many.sum())) + np.repeat(first - (np.cumsum(many) - many), many)
        half = _grown(half, after, np.repeat(arcs, many) + layer.first, gains, np.repeat(layer.sources[arcs], many))
    return half


def _grown(half: _Half, rows: Indices, arcs: Indices, gains: Sums, nodes: Indices) -> _Half:
    """A half with one more layer. For each way (w,): the row that it continues, its arc, and the node it leads to."""
    walked = np.concatenate((half.arcs[rows], arcs[:, None].astype(np.int32)), axis=1)
    return _Half(half.sums[rows] + gains[arcs], nodes, walked)


def _matches(first: _Half, second: _Half, least: Sums) -> tuple[Sums, Sums]:
    """For each row (n,) of either half, how many of the other reach every threshold (s,) with it."""
    found = np.zeros(len(first.sums), np.int64), np.zeros(len(second.sums), np.int64)
    for here, there in _meetings(first, second):
        found[0][here] = _reaching(first.sums[here], second.sums[there], least)
        found[1][there] = _reaching(second.sums[there], first.sums[here], least)
    return found


def _meetings(first: _Half, second: _Half) -> Iterator[tuple[slice, slice]]:
    """The rows of both halves that meet in a node, node by node."""
    for node in np.intersect1d(first.nodes, second.nodes).tolist():
        here, there = (slice(*np.searchsorted(half.nodes, (node, node + 1)).tolist()) for half in (first, second))
        yield here, there


def _reaching(ours: Sums, theirs: Sums, least: Sums) -> Sums:
    """For each row of our sums (n, s), how many rows of theirs (m, s) reach every threshold (s,) with it: (n,)."""
    counts = [
        np.bitwise_count(common).sum(axis=1, dtype=np.int64)
        for rows in _reached(ours, theirs, least)
        if (common := _all_of(rows)) is not None
    ]
    return np.concatenate(counts) if counts else np.zeros(len(ours), np.int64)


Bits = NDArray[np.uint64]
"""For some rows of ours, one row each: the rows of theirs, as bits of words: (n, words)."""


def _reached(ours: Sums, theirs: Sums, least: Sums) -> Iterator[Iterator[Bits]]:
    """For one stretch of the rows of our sums (n, s) after another, threshold (s,) by threshold: which rows of their
    sums (m, s) reach it with them."""
    tables = [_tables(theirs[:, n]) for n in range(len(least))]
    words = -(-len(theirs) // _WORD)
    chunk = max(1, _AT_ONCE // words)
    for start in range(0, len(ours), chunk):
        some = ours[start : start + chunk]
        yield (bits[np.searchsorted(values, least[n] - some[:, n])] for n, (values, bits) in enumerate(tables))


def _all_of(bits: Iterable[Bits]) -> Bits | None:
    """The rows of theirs that are in every one of these; None where there are no thresholds."""
    common: Bits | None = None
    for one in bits:
        common = one if common is None else np.bitwise_and(common, one, out=common)
    return common


def _tables(values: Sums) -> tuple[Sums, NDArray[np.uint64]]:
    """The different values (d,) of a column (n,), and for each of them (and one above them all) the rows that have at
    least so much, as bits: (d + 1, words)."""
    different = np.unique(values)
    bits = np.zeros((len(different) + 1, -(-len(values) // _WORD) * 8), dtype=np.uint8)
    step = max(1, _AT_ONCE // len(values))
    for start in range(0, len(different), step):
        rows = np.packbits(values >= different[start : start + step, None], axis=1)
        bits[start : start + len(rows), : rows.shape[1]] = rows
    return different, bits.view(np.uint64)
