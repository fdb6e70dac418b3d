"""How many texts there are, and where: counted on sums, not text by text.

Beginnings of texts that meet in one node of the diagram with the same sums are one from there on, with how many they
are. The counts are whole numbers, however large.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.analysis.budget import Budget
from game.analysis.diagram import Diagram, Flags, Floats
from game.analysis.gathering import BudgetSpent, Gathering, by_column, gatherings
from game.analysis.limits import LeastSums
from game.analysis.meet_in_the_middle import texts_by_arc, texts_reaching_each
from game.analysis.sheet import Threshold
from game.analysis.space import Space
from game.text import DelegationId, IssueId, OptionId

Counts = NDArray[Any]
"""Whole numbers: int64 where every count fits, Python's own (dtype object) else."""

_FITS = 2**62
_MANY = 4
"""Thresholds from which on hardly two sums are the same, and halves are quicker than gathering."""


@dataclass(frozen=True, eq=False, slots=True)
class TextCounts:
    """Texts counted by their sums on `s` sheets and by the arcs they use; `n` sums are different."""

    total: int
    by_arc: Counts
    """For each arc of the diagram (a,) how many of the texts use it; zeros where that was not asked."""
    sums: NDArray[np.int64]
    """The different sums on the sheets that were asked about: (n, s)."""
    counts: Counts
    """How many texts have each row of `sums`: (n,)."""
    totals: Counts
    """What the texts of each row of `sums` are worth all together on `t` other sheets: (n, t)."""


def how_many(diagram: Diagram, open_arcs: Flags) -> int:
    """How many texts a diagram has."""
    return 0 if diagram.empty else diagram.beginnings(open_arcs)[-1][0]


@dataclass(frozen=True, eq=False, slots=True)
class _Pass:
    """One layer as it was walked: for each way (w,) from which row of beginnings, by which arc, to which row."""

    before: NDArray[np.int32]
    arcs: NDArray[np.int32]
    after: NDArray[np.int32]


def count_texts(
    diagram: Diagram,
    thresholds: LeastSums,
    open_arcs: Flags,
    budget: Budget,
    *,
    spread: Sequence[Floats] = (),
    totals: Sequence[Floats] = (),
    by_arc: bool = False,
) -> TextCounts | None:
    """Count the texts that meet every threshold by open arcs (a,): by their sums on the sheets in `spread`, and by the
    arcs they use; and add up what they are worth on the sheets in `totals`. A sheet is what each arc (a,) adds to it.
    None if the different sums are too many for the budget."""
    dtype = whole_numbers(diagram, open_arcs, totals)
    added = by_column(totals, diagram).astype(np.int64).astype(dtype)
    counts: list[Counts] = [np.ones(1, dtype)]
    worth: Counts = np.zeros((1, len(totals)), dtype)
    passes: list[_Pass] = []
    sums = np.zeros((1, len(spread)), np.int64)
    try:
        for found in gatherings(diagram, spread, thresholds, open_arcs, budget):
            sums = found.sums[:, : len(spread)]
            worth = _totals(found, counts[-1], worth, added)
            counts.append(added_up(found, counts[-1]))
            if by_arc:
                passes.append(_Pass(*(each.astype(np.int32) for each in (found.before, found.arcs, found.after))))
    except BudgetSpent:
        return None
    if diagram.empty or len(counts) <= len(diagram.layers):
        return _no_texts(diagram, dtype, len(spread), len(totals))
    used = _through(passes, counts, len(diagram.options), dtype)
    return TextCounts(int(counts[-1].sum()), used, sums, counts[-1], worth)


def whole_numbers(diagram: Diagram, open_arcs: Flags, totals: Sequence[Floats] = ()) -> Any:
    """The dtype in which neither a count nor a total can overflow."""
    most = sum(int(np.abs(gain).max(initial=0)) for gain in totals) * len(diagram.layers)
    return np.int64 if how_many(diagram, open_arcs) * max(1, most) < _FITS else object


def _no_texts(diagram: Diagram, dtype: Any, spread: int, totals: int) -> TextCounts:
    """What is counted where no text meets the thresholds."""
    by_arc, counts = np.zeros(len(diagram.options), dtype), np.zeros(0, dtype)
    return TextCounts(0, by_arc, np.zeros((0, spread), np.int64), counts, np.zeros((0, totals), dtype))


def added_up(found: Gathering, counts: Counts) -> Counts:
    """How many beginnings each row (n,) is, by how many the rows before it were."""
    many: Counts = np.zeros(len(found), counts.dtype)
    np.add.at(many, found.after, counts[found.before])
    return many


def _totals(found: Gathering, counts: Counts, totals: Counts, added: Counts) -> Counts:
    """What the beginnings of each row are worth all together on other sheets (n, t), by the counts and totals of the
    rows before and what each arc adds (a, t)."""
    worth: Counts = np.zeros((len(found), added.shape[1]), added.dtype)
    for n in range(added.shape[1]):
        gained = totals[found.before, n] + counts[found.before] * added[found.arcs, n]
        np.add.at(worth[:, n], found.after, gained)
    return worth


def _through(passes: Sequence[_Pass], counts: Sequence[Counts], arcs: int, dtype: Any) -> Counts:
    """How many texts use each arc (a,): those that come to its beginning, by the counts (n,) after each layer, times
    those that go on from its end. Zeros where no pass was kept."""
    used: Counts = np.zeros(arcs, dtype)
    onward: Counts = np.ones(len(counts[-1]), dtype)
    for step, come in zip(reversed(passes), reversed(counts[: len(passes)]), strict=True):
        goes_on = onward[step.after]
        np.add.at(used, step.arcs, come[step.before] * goes_on)
        onward = np.zeros(len(come), dtype)
        np.add.at(onward, step.before, goes_on)
    return used


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
    """The pairs of sums that at least one text has: (n, 2), in points."""
    texts: Counts
    """How many texts have each pair: (n,)."""


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


def how_many_better(space: Space, points: Mapping[DelegationId, int]) -> int | None:
    """How many texts that meet the thresholds give everybody at least so many points, and somebody more. None if that
    takes more than the budget allows."""
    found = _counted(space, points, spread=tuple(space.gains[who] for who in points))
    if found is None:
        return None
    alike = (found.sums == np.array(list(points.values()), np.int64)).all(axis=1)
    return int(found.counts[~alike].sum())


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
    counts = [count_texts(diagram, [*limits, one], wider.all_arcs, space.budget) for one in judged]
    return [None if one is None else one.total for one in counts]


def density(
    space: Space, one: DelegationId, other: DelegationId, at_least: Mapping[DelegationId, int] | None = None
) -> Density | None:
    """How the texts (of those that meet the thresholds and `at_least`) lie in the plane of two delegations' points.
    None if that takes more than the budget allows."""
    found = _counted(space, at_least or {}, spread=(space.gains[one], space.gains[other]))
    return None if found is None else Density(found.sums, found.counts)


def _counted(
    space: Space, at_least: Mapping[DelegationId, int], *, spread: Sequence[Floats] = (), by_arc: bool = False
) -> TextCounts | None:
    """Count the texts of a space that give everybody in `at_least` so much, by the way that is likely to be quicker."""
    diagram = space.diagram
    if not diagram.exact:
        return None
    limits = [*((space.gains[who], least) for who, least in at_least.items()), *space.limits]
    halves_first = len(limits) >= _MANY
    found = _by_halves(space, limits) if by_arc and not spread and halves_first else None
    if found is None:
        found = count_texts(diagram, limits, space.all_arcs, space.budget, spread=spread, by_arc=by_arc)
    if found is None and by_arc and not spread and not halves_first:
        found = _by_halves(space, limits)
    return found


def _by_halves(space: Space, limits: LeastSums) -> TextCounts | None:
    """The texts that meet the limits, by the arcs they use and not by sums; None where halves cannot count them."""
    diagram = space.diagram
    if not limits or how_many(diagram, space.all_arcs) >= _FITS:
        return None
    used = texts_by_arc(diagram, limits, space.all_arcs, space.budget)
    if used is None:
        return None
    return replace(_no_texts(diagram, np.int64, 0, 0), total=int(used[diagram.layers[0].arcs].sum()), by_arc=used)
