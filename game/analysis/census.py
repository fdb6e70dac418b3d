"""How many texts there are, and where: counted on sums, not text by text.

Beginnings of texts that meet in one node of the diagram with the same sums are one from there on, with how many they
are. A sum from which a threshold is sure, whatever follows, is as good as any higher one, so those are one as well; a
beginning from which it is out of reach is dropped. The counts are whole numbers, however large.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.analysis.budget import Budget
from game.analysis.diagram import Diagram, Floats, Indices
from game.analysis.meet_in_the_middle import texts_by_arc, texts_reaching_each
from game.analysis.pareto_dp import follow, limit
from game.analysis.sheet import Threshold
from game.analysis.space import Space
from game.text import DelegationId, IssueId, OptionId

Counts = NDArray[Any]
"""Whole numbers: int64 where every count fits, Python's own else."""

_FITS = 2**62
_MANY = 4
"""Thresholds from which on hardly two sums are the same, and halves are quicker than gathering."""


@dataclass(frozen=True, eq=False, slots=True)
class Tally:
    """Texts counted by where they end and which arcs they use."""

    total: int
    by_arc: Counts
    """For each arc of the diagram how many of the texts use it; zeros where that was not asked."""
    sums: NDArray[np.int64]
    """The different sums on the sheets that were asked about: one row each."""
    counts: Counts
    """How many texts have each row of `sums`."""
    totals: Counts
    """For each row of `sums`, what its texts are worth all together on other sheets: one column each."""


@dataclass(frozen=True, eq=False, slots=True)
class _Pass:
    """One layer as it was walked: from which state, by which arc, to which."""

    before: NDArray[np.int32]
    arcs: NDArray[np.int32]
    after: NDArray[np.int32]


def how_many(diagram: Diagram, open_arcs: NDArray[np.bool_]) -> int:
    """How many texts a diagram has."""
    return 0 if diagram.empty else diagram.beginnings(open_arcs)[-1][0]


def tally(
    diagram: Diagram,
    thresholds: Sequence[tuple[Floats, int]],
    open_arcs: NDArray[np.bool_],
    budget: Budget,
    *,
    spread: Sequence[Floats] = (),
    totals: Sequence[Floats] = (),
    by_arc: bool = False,
) -> Tally | None:
    """Count the texts that meet every threshold (what each arc adds, and the least sum): by their sums on the sheets
    in `spread`, and by the arcs they use; and add up what they are worth on the sheets in `totals`. None if the
    different sums are too many for the budget."""
    most = sum(int(np.abs(gain).max(initial=0)) for gain in totals) * len(diagram.layers)
    exact_type: Any = np.int64 if how_many(diagram, open_arcs) * max(1, most) < _FITS else object
    nothing = np.zeros(0, dtype=exact_type)
    none = Tally(
        0,
        np.zeros(len(diagram.options), dtype=exact_type),
        np.zeros((0, len(spread)), np.int64),
        nothing,
        nothing.reshape(0, len(totals)),
    )
    if diagram.empty:
        return none
    columns = [*spread, *(gain for gain, _ in thresholds)]
    gains = np.array(columns, dtype=np.int64).reshape(len(columns), len(diagram.options)).T
    limits = [limit(diagram, n, gain, least, open_arcs) for n, (gain, least) in enumerate(thresholds, len(spread))]
    sums, nodes = np.zeros((1, gains.shape[1]), dtype=np.int64), np.zeros(1, dtype=np.intp)
    counts: Counts = np.ones(1, dtype=exact_type)
    worths: Counts = np.zeros((1, len(totals)), dtype=exact_type)
    added = np.array(totals, dtype=np.int64).reshape(len(totals), len(diagram.options)).T.astype(exact_type)
    passes: list[_Pass] = []
    forward = [counts]
    looked_at = 0
    for number, layer in enumerate(diagram.layers):
        before, arcs = follow(layer, nodes, open_arcs)
        looked_at += len(before)
        if len(before) > budget.held or looked_at > budget.work:
            return None
        grown, reached = sums[before] + gains[arcs], layer.targets[arcs - layer.first]
        possible = np.ones(len(grown), dtype=np.bool_)
        for one in limits:
            possible &= one.reached_by(grown, reached, number + 1)
        rows = np.flatnonzero(possible)
        if not len(rows):
            return none
        before, arcs, grown, reached = before[rows], arcs[rows], grown[rows], reached[rows]
        first, after = _same(grown, reached)
        sums, nodes = grown[first], reached[first]
        fresh: Counts = np.zeros(len(first), dtype=exact_type)
        np.add.at(fresh, after, counts[before])
        come, worths = worths, np.zeros((len(first), len(totals)), dtype=exact_type)
        for n in range(len(totals)):
            np.add.at(worths[:, n], after, come[before, n] + counts[before] * added[arcs, n])
        counts = fresh
        forward.append(counts)
        if by_arc:
            passes.append(_Pass(before.astype(np.int32), arcs.astype(np.int32), after.astype(np.int32)))
    used = _through(passes, forward, len(diagram.options), exact_type) if by_arc else none.by_arc
    return Tally(int(counts.sum()), used, sums[:, : len(spread)], counts, worths)


def _through(passes: Sequence[_Pass], forward: Sequence[Counts], arcs: int, exact_type: Any) -> Counts:
    """How many texts use each arc: those that come to its beginning times those that go on from its end."""
    used: Counts = np.zeros(arcs, dtype=exact_type)
    onward: Counts = np.ones(len(forward[-1]), dtype=exact_type)
    for step, come in zip(reversed(passes), reversed(forward[:-1]), strict=True):
        goes_on = onward[step.after]
        np.add.at(used, step.arcs, come[step.before] * goes_on)
        onward = np.zeros(len(come), dtype=exact_type)
        np.add.at(onward, step.before, goes_on)
    return used


def _same(sums: NDArray[np.int64], nodes: Indices) -> tuple[Indices, Indices]:
    """Rows with the same node and the same sums are one: the first row of each, sorted by node, and for each row its
    number among them."""
    low = sums.min(axis=0)
    spans = (sums.max(axis=0) - low + 1).tolist()
    size = int(nodes.max()) + 1
    for span in spans:
        size *= span
    if size < _FITS:
        code = nodes.astype(np.int64)
        for n, span in enumerate(spans):
            code = code * span + (sums[:, n] - low[n])
        if size <= 4 * len(code) + 1024:
            return _by_table(code, size)
        _, first, after = np.unique(code, return_index=True, return_inverse=True)
        return first, after
    rows = np.concatenate((nodes[:, None], sums), axis=1)
    _, first, after = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    return first, after.reshape(-1)


def _by_table(code: NDArray[np.int64], size: int) -> tuple[Indices, Indices]:
    """The same by looking codes up in a table, which is quicker than sorting where there are few different ones."""
    first_row = np.full(size, -1, dtype=np.intp)
    first_row[code[::-1]] = np.arange(len(code) - 1, -1, -1)
    present = np.flatnonzero(first_row >= 0)
    place = np.zeros(size, dtype=np.intp)
    place[present] = np.arange(len(present))
    return first_row[present], place[code]


@dataclass(frozen=True, eq=False, slots=True)
class Census:
    """The texts that give everybody in question at least so much."""

    texts: int
    """How many there are."""
    having: Mapping[IssueId, Mapping[OptionId, int]]
    """How many of them have each option."""

    def share(self, issue: IssueId, option: OptionId) -> float:
        """The part of them that has an option, from 0 to 1; 0 where there are none."""
        return self.having[issue][option] / self.texts if self.texts else 0.0


@dataclass(frozen=True, eq=False, slots=True)
class Density:
    """How the texts lie in the plane of two delegations' points."""

    points: NDArray[np.int64]
    """The pairs of sums that at least one text has, one row each."""
    texts: Counts
    """How many texts have each pair."""


def texts_in(space: Space) -> int:
    """How many texts there are, thresholds aside. A lower bound where the diagram is not exact."""
    return how_many(space.diagram, space.all_arcs)


def census(space: Space, at_least: Mapping[DelegationId, int] | None = None) -> Census | None:
    """Count the texts that meet the thresholds and give everybody in `at_least` so much (their walk-aways, say), and
    those of them that have each option. None if that takes more than the budget allows."""
    found = _counted(space, at_least or {}, by_arc=True)
    if found is None:
        return None
    diagram = space.diagram
    having: dict[IssueId, dict[OptionId, int]] = {
        issue.id: {option.id: 0 for option in issue.options} for issue in space.text.issues
    }
    for option, texts in zip(diagram.options.tolist(), found.by_arc.tolist(), strict=True):
        issue, name = diagram.names[option]
        having[issue][name] += texts
    return Census(found.total, having)


def reaching(
    space: Space, each: Sequence[Threshold], at_least: Mapping[DelegationId, int] | None = None
) -> list[int | None]:
    """How many of the texts that meet the thresholds and give everybody in `at_least` so much reach each of these,
    taken by itself. None where that takes more than the budget allows."""
    wider = replace(space, thresholds=(*space.thresholds, *each))
    diagram = wider.diagram
    if not diagram.exact or not each:
        return [None] * len(each)
    judged = wider.limits[len(space.thresholds) :]
    limits = [*((wider.gains[who], least) for who, least in (at_least or {}).items()), *wider.limits[: -len(each)]]
    if how_many(diagram, wider.all_arcs) < _FITS:
        found = texts_reaching_each(diagram, limits, judged, wider.all_arcs, space.budget)
        if found is not None:
            return list(found)
    tallies = [tally(diagram, [*limits, one], wider.all_arcs, space.budget) for one in judged]
    return [None if one is None else one.total for one in tallies]


def density(
    space: Space, one: DelegationId, other: DelegationId, at_least: Mapping[DelegationId, int] | None = None
) -> Density | None:
    """How the texts (of those that meet the thresholds and `at_least`) lie in the plane of two delegations' points.
    None if that takes more than the budget allows."""
    found = _counted(space, at_least or {}, spread=(space.gains[one], space.gains[other]))
    return None if found is None else Density(found.sums, found.counts)


def _counted(
    space: Space, at_least: Mapping[DelegationId, int], *, spread: Sequence[Floats] = (), by_arc: bool = False
) -> Tally | None:
    diagram = space.diagram
    if not diagram.exact:
        return None
    limits = [*((space.gains[who], least) for who, least in at_least.items()), *space.limits]
    ways = [_gathered, _halved] if len(limits) < _MANY else [_halved, _gathered]
    found = (way(space, limits, spread, by_arc) for way in ways)
    return next((tally for tally in found if tally is not None), None)


Limits = Sequence[tuple[Floats, int]]


def _gathered(space: Space, limits: Limits, spread: Sequence[Floats], by_arc: bool) -> Tally | None:
    return tally(space.diagram, limits, space.all_arcs, space.budget, spread=spread, by_arc=by_arc)


def _halved(space: Space, limits: Limits, spread: Sequence[Floats], by_arc: bool) -> Tally | None:
    diagram = space.diagram
    if spread or not by_arc or not limits or how_many(diagram, space.all_arcs) >= _FITS:
        return None
    used = texts_by_arc(diagram, limits, space.all_arcs, space.budget)
    if used is None:
        return None
    total = int(used[diagram.layers[0].arcs].sum())
    nothing = np.zeros(0, np.int64)
    return Tally(total, used, nothing.reshape(0, 0), nothing, nothing.reshape(0, 0))
