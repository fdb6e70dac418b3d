"""One measurement in a process of its own: `python -m benchmarks.trial WHAT POWER DELEGATIONS`.

Prints a JSON object: seconds (the median of a few runs from cold caches, or of one if it is long), the peak of memory
over the process as it stood before (MiB), and how many points the frontier has.
"""

from __future__ import annotations

import gc
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.domains import Domain, domain
from game.analysis import Points, Space, best_reply, closed_to, fair, frontier
from game.analysis.compile_diagram import diagram_of
from game.analysis.knapsack_dp import steps_of
from game.scenario import open_scenario
from game.text import IssueId, OptionId

MAIN = "partnership-for-peace-1994"
ENOUGH = 1.0
"""Seconds after which a measurement is not repeated."""


def ours(made: Domain, *, texts: bool = False) -> Callable[[], int]:
    """Frontier, Nash and Kalai-Smorodinsky as the game computes them, from cold caches; with `texts`, with a text for
    every point of the frontier written out."""
    given = made.space()

    def run() -> int:
        diagram_of.cache_clear()
        steps_of.cache_clear()
        space = Space(given.text, given.sheets)
        found = frontier(space)
        assert found.exact
        fair(space, dict.fromkeys(space.sheets, made.walk_away), found)
        return len(found.deals() if texts else found)

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


def negmas(made: Domain) -> Callable[[], int]:
    """Frontier, Nash and Kalai-Smorodinsky as negmas computes them for any utility functions."""
    from negmas.preferences.ops import ks_points, nash_points, pareto_frontier

    space, functions = peer(made)

    def run() -> int:
        points, _ = pareto_frontier(functions, issues=space.issues)
        nash_points(functions, points, outcome_space=space)
        ks_points(functions, points, outcome_space=space)
        return len(set(points))

    return run


def mobanos(made: Domain) -> Callable[[], int]:
    """The same with negmas's own way for two additive utility functions."""
    from negmas.preferences import MOBANOSParetoSampler
    from negmas.preferences.ops import ks_points, nash_points

    space, (one, other) = peer(made)

    def run() -> int:
        sampler = MOBANOSParetoSampler()
        sampler.init(one, other)
        points = tuple((float(one(o)), float(other(o))) for o in sampler.pareto_outcomes(min_util=-1.0))
        nash_points((one, other), points, outcome_space=space)
        ks_points((one, other), points, outcome_space=space)
        return len(set(points))

    return run


def replies() -> Callable[[], int]:
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

    def run() -> int:
        for n, guess in enumerate(guesses):
            assert best_reply(scenario.text, mine, Points(guess), mine.reservation_value + n % 20, choices)
        return len(guesses)

    return run


def _guess(points: Mapping[IssueId, Mapping[OptionId, float]], chance: Random) -> dict[IssueId, dict[OptionId, float]]:
    return {issue: {o: worth * (0.5 + chance.random()) for o, worth in row.items()} for issue, row in points.items()}


def mobanos_replies() -> Callable[[], int]:
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

    def run() -> int:
        sampler = MOBANOSParetoSampler()
        for n, guess in enumerate(guesses):
            sampler.init(own, guess)
            assert sampler.best_for_opponent(min_util=mine.reservation_value + n % 20)
        return len(guesses)

    return run


def prepare(what: str, power: int, delegations: int) -> Callable[[], int]:
    """What is to be measured, ready to run."""
    if what == "replies":
        return replies()
    if what == "mobanos-replies":
        return mobanos_replies()
    made = domain(power, delegations, tangled=what == "tangled")
    match what:
        case "ours" | "tangled":
            return ours(made)
        case "texts":
            return ours(made, texts=True)
        case "negmas":
            return negmas(made)
        case "mobanos":
            return mobanos(made)
    raise ValueError(f"nothing is called {what!r}")


def _peak() -> float:
    """The most memory that the process had since `_forget_peak`, in MiB."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:  # No Linux: the most it ever had, loading included.
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _forget_peak() -> None:
    """What a process needed to load is not what it needs to compute."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def main(what: str, power: int, delegations: int, memory: int) -> None:
    """Measure and print."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if what in {"ours", "texts", "tangled"}:
        prepare(what, 1, delegations)()  # What is loaded at the first call belongs to the base.
    run = prepare(what, power, delegations)
    gc.collect()
    _forget_peak()
    before = _peak()
    taken: list[float] = []
    number = 0
    while not taken or (sum(taken) < ENOUGH and len(taken) < 200):
        start = time.perf_counter()
        number = run()
        taken.append(time.perf_counter() - start)
    seconds = statistics.median(taken)
    if what.endswith("replies"):
        seconds /= number
    print(json.dumps({"seconds": seconds, "memory": _peak() - before, "points": number}))


if __name__ == "__main__":
    main(sys.argv[1], *(int(word) for word in sys.argv[2:5]))
