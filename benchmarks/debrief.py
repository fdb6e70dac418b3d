"""The debrief of a large scenario, beside plain enumeration: all its texts listed by numpy, and placed in the plane by
matplotlib's own `hist2d`.

Asked is what the first plot shows: how many texts have which points, the frontier, and how many texts both sides prefer
to walking away; then, for places pointed at, the nearest points, how many texts share them, and how few other words
than the first side's opening one of those can have. Both answer all of it, and the benchmark ends with an error where
the answers differ. The main scenario is the largest that is shipped, and numpy can hold it: whole numbers of sixteen
bits, exclusions and pair terms set by slices, no loop over texts. Numpy's `bincount` is quicker than a histogram where
points are whole; it has a row of its own.

Each side runs in a process of its own; times are of the processor, so that others on the machine matter little, and
ours start from empty caches. Where matplotlib is not installed the peer's side is left empty; `pip install .[bench]`
brings it. Opening a debrief stands beside what has to be done for it first, the moves played again by the rules.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Container, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from importlib.util import find_spec
from multiprocessing import get_context
from time import process_time
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from benchmarks import Row
from benchmarks.table import MAIN, record
from benchmarks.trial import peak
from game.analysis import census, closed_to, density, frontier, space_of
from game.analysis.compile_diagram import diagram_of
from game.analysis.knapsack_dp import steps_of
from game.debrief import Course, Debrief, Pointer
from game.debrief.plot import plot
from game.reports.document import html
from game.reports.figure import figure
from game.reports.pdf import pdf
from game.reports.report import report_of
from game.scenario import Instructions, Scenario, source_of
from game.talks import Record
from game.text import IssueId, OptionId, Outcome
from game.words.debrief import sections

ROUNDS = 5
PLACES = tuple((x, y) for x in range(10, 100, 12) for y in range(10, 100, 12))
"""Where it is pointed, in points: within the plane and beside it."""
FEW = 3
"""At how many of them numpy is asked over all texts: one takes it long enough."""
TABLES = 30
"""Of a class, in one report."""
SIZE = (800, 600)
"""Of the first plot, in its own units."""

Numbers = NDArray[np.int16]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Told:
    """What one side took, and what it found."""

    placing: float
    """Seconds for the plot."""
    counting: float
    """The same by `bincount`, where that is another way."""
    preparing: float
    """Seconds before it can be pointed at."""
    pointing: float
    """Seconds for one place, in the median."""
    peak: float
    """MiB of the whole process at its peak."""
    texts: int
    plot: str
    """A fingerprint of all points with their texts, the frontier, and how many texts both could live with."""
    pointed: tuple[tuple[tuple[int, int], int, int], ...]
    """For each place the points, how many texts share them, and the fewest other words."""


def rows(_: float, name: str = MAIN, tables: int = TABLES) -> list[Row]:
    """The plot, pointing into it and the memory beside the peer; then the debrief as a whole, and a report."""
    kept = record(1, name)
    mine = _alone(partial(ours, kept))
    theirs = None if find_spec("matplotlib") is None else _alone(partial(listed, kept))
    if theirs is not None and _answers(mine) != _answers(theirs):
        raise RuntimeError(f"ours found {_answers(mine)}, the peer {_answers(theirs)}")
    beside = f"{mine.texts:,} texts, beside numpy and hist2d"
    found = [
        _row(f"density, frontier and agreeable texts; {beside}", mine, theirs, lambda told: 1000 * told.placing, "ms"),
        _row(
            f"the same; {mine.texts:,} texts, beside numpy and bincount",
            mine,
            theirs,
            lambda told: 1000 * told.counting,
            "ms",
        ),
        _row(f"preparing to be pointed at; {beside}", mine, theirs, lambda told: 1000 * told.preparing, "ms"),
        _row(f"a place pointed at; {beside}", mine, theirs, lambda told: 1000 * told.pointing, "ms"),
        _row(f"memory of the whole process; {beside}", mine, theirs, lambda told: told.peak, "MiB"),
    ]
    return [*found, *_whole(kept, [record(seed, name) for seed in range(1, tables + 1)])]


def _whole(kept: Record, records: Sequence[Record]) -> list[Row]:
    """The debrief opened and told, and the report of several tables: seconds of the processor, and memory."""
    opened, (reported, report_peak) = _alone(partial(opening, kept)), _alone(partial(report, records))
    sheets = None if find_spec("typst") is None else _alone(partial(report, records, printed=True))
    first = round(1000 * opened.first, 1), round(1000 * opened.replay, 1)
    case = "opening a debrief, to its first plot laid out, beside the replay alone"
    return [
        {"case": case, "ours": first[0], "peer": first[1], "ratio": round(first[1] / first[0], 2), "unit": "ms"},
        _figure("every topic told", 1000 * opened.whole, "ms"),
        _figure("memory of the whole process with it", opened.peak, "MiB"),
        _figure(f"the report of {len(records)} tables as a page", 1000 * reported, "ms"),
        _figure("memory of the whole process with it", report_peak, "MiB"),
        _figure("the same on sheets for the printer", sheets and 1000 * sheets[0], "ms"),
        _figure("memory of the whole process with it, Typst's included", sheets and sheets[1], "MiB"),
    ]


def _figure(case: str, ours: float | None, unit: str) -> Row:
    return {"case": case, "ours": ours and round(ours, 1), "peer": None, "ratio": None, "unit": unit}


def _row(case: str, mine: Told, theirs: Told | None, of: Callable[[Told], float], unit: str) -> Row:
    """One row; the ratio says how many times less ours takes."""
    ours, peer = of(mine), None if theirs is None else of(theirs)
    ratio = None if peer is None else round(peer / max(ours, 1e-3), 1)
    return {"case": case, "ours": round(ours, 3), "peer": peer and round(peer, 3), "ratio": ratio, "unit": unit}


def _alone(task: Callable[[], Found]) -> Found:
    """What is found in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(task).result()


def _answers(told: Told) -> tuple[object, ...]:
    return told.texts, told.plot, told.pointed[:FEW]


def _fingerprint(points: Sequence[Sequence[int]], edge: Sequence[Sequence[int]], agreeable: int) -> str:
    return sha256(repr((sorted(map(tuple, points)), sorted(map(tuple, edge)), agreeable)).encode()).hexdigest()


# ---- the debrief as a whole ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opening:
    """What it took to open a debrief: seconds, and MiB of the whole process at its peak."""

    replay: float
    """The moves played again by the rules."""
    first: float
    """That, and the first plot laid out."""
    whole: float
    """Every topic told after it."""
    peak: float


def opening(kept: Record) -> Opening:
    """Open a debrief and tell everything."""
    start = process_time()
    course = Course.of(kept, source_of(kept.scenario))
    replayed = process_time()
    found, (me, other) = Debrief(course), course.ids[:2]
    figure(plot(found, me, other, me), found.scenario, *SIZE)
    drawn = process_time()
    sections(found, me)
    return Opening(replayed - start, drawn - start, process_time() - drawn, peak())


def report(records: Sequence[Record], *, printed: bool = False) -> tuple[float, float]:
    """Write a report of several tables from their records, as a page or on sheets: seconds, and MiB of the whole
    process at its peak."""
    start = process_time()
    debriefs = [Debrief(Course.of(each, source_of(each.scenario))) for each in records]
    document = report_of(debriefs)
    if printed:
        pdf(document)
    else:
        html(document)
    return process_time() - start, peak()


# ---- ours --------------------------------------------------------------------------------------------------------


def ours(kept: Record) -> Told:
    """As the game answers, from empty caches each time."""
    course = Course.of(kept, source_of(kept.scenario))
    rounds = [_round(course) for _ in range(ROUNDS)]
    taken = [[each.placing, each.preparing, each.pointing] for each in rounds]
    placing, preparing, pointing = (statistics.median(times) for times in zip(*taken, strict=True))
    return replace(rounds[-1], placing=placing, counting=placing, preparing=preparing, pointing=pointing, peak=peak())


def _round(course: Course) -> Told:
    diagram_of.cache_clear()
    steps_of.cache_clear()
    found, (one, other) = Debrief(course), course.ids[:2]
    start = process_time()
    space = space_of(found.scenario)
    cells, edge = density(space, one, other), frontier(space, (one, other))
    agreeable = census(space, {who: found.walk_away[who] for who in (one, other)})
    placing = process_time() - start
    if cells is None or agreeable is None:
        raise RuntimeError("the budget is too small for this scenario")
    start = process_time()
    pointer = Pointer(found, one, other, course.opening.positions[one])
    pointer.at(0, 0)
    preparing = process_time() - start
    start = process_time()
    pointed = [pointer.at(*place) for place in PLACES]
    pointing = (process_time() - start) / len(PLACES)
    points = np.column_stack([cells.points, cells.texts]).tolist()
    return Told(
        placing,
        placing,
        preparing,
        pointing,
        peak(),
        int(cells.texts.sum()),
        _fingerprint(points, edge.points.tolist(), agreeable.texts),
        tuple((each.points, each.texts, each.unlike) for each in pointed if each is not None),
    )


# ---- plain enumeration -------------------------------------------------------------------------------------------


def listed(kept: Record) -> Told:
    """All texts in arrays, and the same questions to those."""
    course = Course.of(kept, source_of(kept.scenario))
    sheets = [course.scenario.instructions[who] for who in course.ids[:2]]
    start = process_time()
    texts = every(course.scenario)
    sums = [worth_of(sheet, texts) for sheet in sheets]
    listing = process_time() - start
    least = [int(each.min()) for each in sums]
    heaps, plot, placing = _placed(sheets, sums, least, heaped)
    _, counted, counting = _placed(sheets, sums, least, binned)
    if plot != counted:
        raise RuntimeError("the histogram and the counts of numpy differ")
    start = process_time()
    other = unlike(course.opening.positions[course.ids[0]], texts)
    # What is pointed at has to be listed first.
    preparing = listing + process_time() - start
    pointed, taken = [], []
    for place in PLACES[:FEW]:
        start = process_time()
        pointed.append(nearest(sums, other, place))
        taken.append(process_time() - start)
    return Told(
        listing + placing,
        listing + counting,
        preparing,
        statistics.median(taken),
        peak(),
        int(heaps.sum()),
        plot,
        tuple(pointed),
    )


Heaps = NDArray[Any]
"""How many texts have each pair of points, from the least of both."""


def _placed(
    sheets: Sequence[Instructions], sums: Sequence[Numbers], least: Sequence[int], way: Callable[..., Heaps]
) -> tuple[Heaps, str, float]:
    """The plot by one way of counting, its fingerprint, and how long it took."""
    start = process_time()
    heaps = way(*sums)
    edge = [(x + least[0], y + least[1]) for x, y in _unbeaten(heaps > 0)]
    good = [max(0, sheet.reservation_value - low) for sheet, low in zip(sheets, least, strict=True)]
    agreeable = int(heaps[good[0] :, good[1] :].sum())
    taken = process_time() - start
    points = np.column_stack([np.argwhere(heaps > 0) + least, heaps[heaps > 0].astype(np.int64)]).tolist()
    return heaps, _fingerprint(points, edge, agreeable), taken


def heaped(x: Numbers, y: Numbers) -> Heaps:
    """Counted by matplotlib, which draws them at once."""
    from matplotlib.figure import Figure

    edges = [np.arange(int(each.min()), int(each.max()) + 2) - 0.5 for each in (x, y)]
    heaps: Heaps = Figure().subplots().hist2d(x, y, bins=edges)[0]
    return heaps


def binned(x: Numbers, y: Numbers) -> Heaps:
    """Counted by numpy, each pair of points as one number."""
    low, high = int(y.min()), int(y.max()) - int(y.min()) + 1
    code = (x.astype(np.int32) - x.min()) * high + (y - low)
    return np.bincount(code, minlength=(int(code.max()) // high + 1) * high).reshape(-1, high)


@dataclass(frozen=True, eq=False, slots=True)
class Listed:
    """Every combination of the options that could be signed, in the order of an array with an axis for each issue."""

    grid: Mapping[IssueId, Sequence[OptionId]]
    kept: NDArray[np.bool_]
    """Which of them are texts, as one row."""

    def where(self, wanted: Mapping[IssueId, Container[OptionId]]) -> tuple[NDArray[np.intp], ...]:
        """The places that have one of these options in each of these issues."""
        chosen = [
            [n for n, option in enumerate(options) if issue not in wanted or option in wanted[issue]]
            for issue, options in self.grid.items()
        ]
        return np.ix_(*(np.array(places, np.intp) for places in chosen))

    def added(self, points: Mapping[IssueId, Mapping[OptionId, int]]) -> Numbers:
        """What the options of every combination come to: one more axis with each issue."""
        sums = np.zeros(1, np.int16)
        for issue, options in self.grid.items():
            sums = (sums[:, None] + np.array([points[issue][option] for option in options], np.int16)).ravel()
        return sums.reshape([len(options) for options in self.grid.values()])


def every(scenario: Scenario) -> Listed:
    """The combinations, and which of them no exclusion bars."""
    shut = closed_to(scenario, scenario.ids)
    grid = {
        issue.id: [option.id for option in issue.options if (issue.id, option.id) not in shut]
        for issue in scenario.text.issues
    }
    kept = np.ones([len(options) for options in grid.values()], np.bool_)
    found = Listed(grid, kept.reshape(-1))
    for exclusion in scenario.text.exclusions:
        kept[found.where(exclusion.apart)] = False
    return found


def worth_of(sheet: Instructions, texts: Listed) -> Numbers:
    """What each text is worth on a sheet, pair terms and all."""
    sums = texts.added(sheet.points)
    for pair in sheet.pairs:
        sums[texts.where({issue: {option} for issue, option in pair.options.items()})] += pair.points
    return sums.reshape(-1)[texts.kept]


def unlike(mine: Outcome, texts: Listed) -> Numbers:
    """In how many issues each text has other words than one text."""
    other = {issue: {option: int(option != mine[issue]) for option in row} for issue, row in texts.grid.items()}
    return texts.added(other).reshape(-1)[texts.kept]


def nearest(sums: Sequence[Numbers], other: Numbers, place: tuple[int, int]) -> tuple[tuple[int, int], int, int]:
    """The points nearest to a place, of equals those that are less for the first side and then for the second; how many
    texts share them, and the fewest other words of those."""
    x, y = (each.astype(np.int32) for each in sums)
    far = (x - place[0]) ** 2 + (y - place[1]) ** 2
    rows = np.flatnonzero(far == far.min())
    points = min(zip(x[rows].tolist(), y[rows].tolist(), strict=True))
    sharing = rows[(x[rows] == points[0]) & (y[rows] == points[1])]
    return points, len(sharing), int(other[sharing].min())


def _unbeaten(filled: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The filled places that no other is at least as high and as far to the right as."""
    found, above = [], -1
    for x in range(len(filled) - 1, -1, -1):
        column = np.flatnonzero(filled[x])
        if len(column) and column[-1] > above:
            above = int(column[-1])
            found.append((x, above))
    return found
