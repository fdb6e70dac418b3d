"""One measurement in a process of its own: `python -m benchmarks.trial WHAT POWER DELEGATIONS`.

Prints a JSON object: seconds of the processor, so that others on the machine matter little (the median of a few runs
from cold caches, or of one if it is long); the peak of memory of the process and how much of that is over what it had
before (MiB); and the answer: how many points the frontier has, a fingerprint of them all, the largest product of gains,
and the least share at Kalai-Smorodinsky.
"""

from __future__ import annotations

import gc
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from math import prod
from pathlib import Path
from random import Random
from typing import Any

import moocore
import numpy as np
from numpy.typing import NDArray

from benchmarks.domains import FINE, POINTS, Domain, domain
from game.analysis import Points, Space, best_reply, closed_to, fair, frontier
from game.analysis.compile_diagram import diagram_of
from game.analysis.knapsack_dp import steps_of
from game.scenario import open_scenario
from game.text import IssueId, OptionId

MAIN = "partnership-for-peace-1994"
ENOUGH = 1.0
"""Seconds after which a measurement is not repeated."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody found, in whole points; a question that is not about a frontier has only a number."""

    points: Iterable[Sequence[float]]
    nash: Sequence[float] = ()
    kalai_smorodinsky: Sequence[float] = ()
    """Nothing where another definition is used."""
    number: int = 0

    def told(self) -> dict[str, object]:
        """As it is compared: what may differ between two right answers, a tie or an order, is not in it."""
        rows = sorted({tuple(round(value) for value in row) for row in self.points})
        best = [max(column) for column in zip(*rows, strict=True)]
        shares = [Fraction(round(a), b) for a, b in zip(self.kalai_smorodinsky, best, strict=False)]
        return {
            "points": len(rows) or self.number,
            "frontier": sha256(repr(rows).encode()).hexdigest(),
            "nash": str(prod(round(value) for value in self.nash)),
            "kalai_smorodinsky": str(min(shares)) if shares else None,
        }


def ours(made: Domain, *, texts: bool = False) -> Callable[[], Answer]:
    """Frontier, Nash and Kalai-Smorodinsky as the game computes them, from cold caches; with `texts`, with a text for
    every point of the frontier written out."""
    given = made.space()

    def run() -> Answer:
        diagram_of.cache_clear()
        steps_of.cache_clear()
        space = Space(given.text, given.sheets)
        found = frontier(space)
        assert found.exact
        just = fair(space, dict.fromkeys(space.sheets, made.walk_away), found)
        if texts:
            found.deals()
        assert just.nash is not None
        assert just.kalai_smorodinsky is not None
        return Answer(found.points, just.nash.points, just.kalai_smorodinsky.points)

    return run


def merge(made: Domain) -> Callable[[], Answer]:
    """The textbook for two additive sheets, in plain Python: the sums that nothing beats so far, merged with the next
    issue's options. It has points and no texts, and knows no pair terms, exclusions or thresholds."""
    issues = [list(zip(*rows, strict=True)) for rows in zip(*made.points, strict=True)]

    def run() -> Answer:
        edge = [(0, 0)]
        for options in issues:
            sums = sorted({(a + x, b + y) for a, b in edge for x, y in options}, reverse=True)
            edge, best = [], -1
            for one in sums:
                if one[1] > best:
                    edge.append(one)
                    best = one[1]
        most = (edge[0][0], edge[-1][1])
        nash = max(edge, key=lambda one: one[0] * one[1])
        return Answer(edge, nash, max(edge, key=lambda one: min(one[0] * most[1], one[1] * most[0])))

    return run


def everything(made: Domain) -> Callable[[], Answer]:
    """The sums of all texts, by numpy; which of them nothing beats, from a table of two columns, or by moocore."""
    if prod(made.sizes) > 10**8:
        raise MemoryError("too many texts to list")

    def column(sheet: tuple[tuple[int, ...], ...]) -> NDArray[np.int64]:
        sums = np.zeros(1, dtype=np.int64)
        for row in sheet:
            sums = (sums[:, None] + np.array(row)).ravel()
        return sums

    def run() -> Answer:
        columns = [column(sheet) for sheet in made.points]
        if len(columns) == 2:
            best = np.full(int(columns[0].max()) + 1, -1)
            np.maximum.at(best, columns[0], columns[1])
            above = np.append(np.maximum.accumulate(best[::-1])[::-1][1:], -1)
            first = np.flatnonzero(best > above)
            edge = np.stack([first, best[first]], axis=1)
        else:
            base = 1 + max(int(each.max()) for each in columns)
            code = columns[0]
            for each in columns[1:]:
                code = code * base + each
            code = np.unique(code)
            rows = [code // base**k % base for k in range(len(columns) - 1, -1, -1)]
            several = np.stack(rows, axis=1).astype(np.float64)
            edge = several[moocore.is_nondominated(several, maximise=True)]
        most = edge.max(axis=0)
        nash = edge[edge.prod(axis=1, dtype=np.float64).argmax()].tolist()
        return Answer(edge.tolist(), nash, edge[(edge / most).min(axis=1).argmax()].tolist())

    return run


def peer(made: Domain) -> tuple[Any, list[Any]]:
    """The domain as negmas takes it: its outcome space and one linear additive utility function for each."""
    from negmas import make_issue
    from negmas.outcomes import make_os
    from negmas.preferences import LinearAdditiveUtilityFunction

    issues = [make_issue([f"o{m}" for m in range(size)], f"i{n}") for n, size in enumerate(made.sizes)]
    space = make_os(issues)
    functions = [
        LinearAdditiveUtilityFunction(
            values={f"i{n}": {f"o{m}": float(worth) for m, worth in enumerate(row)} for n, row in enumerate(sheet)},
            weights={f"i{n}": 1.0 for n in range(len(made.sizes))},
            outcome_space=space,
            reserved_value=float(made.walk_away),
        )
        for sheet in made.points
    ]
    return space, functions


def negmas(made: Domain) -> Callable[[], Answer]:
    """Frontier, Nash and Kalai-Smorodinsky as negmas computes them for any utilities: it looks at every text."""
    from negmas.preferences.ops import ks_points, nash_points, pareto_frontier

    space, functions = peer(made)

    def run() -> Answer:
        points, _ = pareto_frontier(functions, issues=space.issues)
        nash = nash_points(functions, points, outcome_space=space)
        ks_points(functions, points, outcome_space=space)
        return Answer(points, nash[0][0])

    return run


def sampler(made: Domain, name: str) -> Callable[[], Answer]:
    """The same by one of negmas's samplers of frontiers: `AdaptiveParetoSampler`, which is its default and takes
    MOBANOS above 10,000 texts of two additive utilities, or `MOBANOSParetoSampler` itself."""
    from negmas import preferences
    from negmas.preferences.ops import ks_points, nash_points

    space, (one, other) = peer(made)

    def run() -> Answer:
        made = getattr(preferences, name)()
        made.init(one, other)
        points = tuple((float(one(o)), float(other(o))) for o in made.pareto_outcomes(min_util=-1.0))
        nash = nash_points((one, other), points, outcome_space=space)
        ks_points((one, other), points, outcome_space=space)
        return Answer(points, nash[0][0])

    return run


def replies() -> Callable[[], Answer]:
    """The best text for an estimate of the other side that gives us what we aim at, on the main scenario: with
    exclusions, pair terms and red lines, a new estimate and a new aim each time."""
    scenario = open_scenario(MAIN)
    mine, theirs = scenario.instructions.values()
    chance = Random(1994)
    shut = closed_to(scenario, scenario.ids)
    choices = {
        issue.id: [option.id for option in issue.options if (issue.id, option.id) not in shut]
        for issue in scenario.text.issues
    }
    guesses = [_guess(theirs.points, chance) for _ in range(200)]

    def run() -> Answer:
        for n, guess in enumerate(guesses):
            assert best_reply(scenario.text, mine, Points(guess), mine.reservation_value + n % 20, choices)
        return Answer((), number=len(guesses))

    return run


def _guess(points: Mapping[IssueId, Mapping[OptionId, float]], chance: Random) -> dict[IssueId, dict[OptionId, float]]:
    return {issue: {o: worth * (0.5 + chance.random()) for o, worth in row.items()} for issue, row in points.items()}


def mobanos_replies() -> Callable[[], Answer]:
    """The same question to negmas's MOBANOS, on the same sheets without what it cannot take: no exclusions, no pair
    terms, no red lines."""
    from negmas import make_issue
    from negmas.outcomes import make_os
    from negmas.preferences import LinearAdditiveUtilityFunction, MOBANOSParetoSampler

    scenario = open_scenario(MAIN)
    mine, theirs = scenario.instructions.values()
    chance = Random(1994)
    space = make_os([make_issue([o.id for o in issue.options], issue.id) for issue in scenario.text.issues])

    def function(points: Mapping[IssueId, Mapping[OptionId, float]]) -> Any:
        values = {issue: {o: float(worth) for o, worth in row.items()} for issue, row in points.items()}
        return LinearAdditiveUtilityFunction(values=values, weights=dict.fromkeys(values, 1.0), outcome_space=space)

    own = function(mine.points)
    guesses = [function(_guess(theirs.points, chance)) for _ in range(5)]

    def run() -> Answer:
        sampler = MOBANOSParetoSampler()
        for n, guess in enumerate(guesses):
            sampler.init(own, guess)
            assert sampler.best_for_opponent(min_util=mine.reservation_value + n % 20)
        return Answer((), number=len(guesses))

    return run


def prepare(what: str, power: int, delegations: int) -> Callable[[], Answer]:
    """What is to be measured, ready to run; with `-fine`, in finer points."""
    name = what.removesuffix("-fine")
    if what == "replies":
        return replies()
    if what == "mobanos-replies":
        return mobanos_replies()
    points = FINE if what.endswith("-fine") else POINTS
    made = domain(power, delegations, tangled=name == "tangled", points=points)
    match name:
        case "ours" | "tangled":
            return ours(made)
        case "texts":
            return ours(made, texts=True)
        case "merge":
            return merge(made)
        case "everything":
            return everything(made)
        case "negmas":
            return negmas(made)
        case "mobanos":
            return sampler(made, "MOBANOSParetoSampler")
        case "adaptive":
            return sampler(made, "AdaptiveParetoSampler")
    raise ValueError(f"nothing is called {what!r}")


def peak() -> float:
    """The most memory that the process had since `forget_peak`, in MiB."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:  # No Linux: the most it ever had, loading included.
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def forget_peak() -> None:
    """What a process needed to load is not what it needs to compute."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def main(what: str, power: int, delegations: int, memory: int) -> None:
    """Measure and print."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if not what.endswith("replies"):
        prepare(what, 1, delegations)()  # What is loaded at the first call belongs to the base, whoever computes.
    run = prepare(what, power, delegations)
    gc.collect()
    forget_peak()
    before = peak()
    taken: list[float] = []
    answer = Answer(())
    while not taken or (sum(taken) < ENOUGH and len(taken) < 200):
        start = time.process_time()
        answer = run()
        taken.append(time.process_time() - start)
    most, seconds = peak(), statistics.median(taken)
    if answer.number:
        seconds /= answer.number
    print(json.dumps({"seconds": seconds, "over": most - before, "peak": most, **answer.told()}))


if __name__ == "__main__":
    main(sys.argv[1], *(int(word) for word in sys.argv[2:5]))
