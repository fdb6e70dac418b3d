"""What one fixed player, the trader, earns against each level in the main scenario, over many talks in each seat.

The peer is the level below: what the player loses from one to the next, paired by seed, stands with the unit in
standard errors of the mean difference. The slow tests ask the same of fewer talks; `docs/delegations.md` has the table.
"""

from __future__ import annotations

from statistics import fmean, stdev

from benchmarks import Row
from game.delegations import LEVELS
from game.scenario import open_scenario, source_of
from game.simulation import Run, Sweep, jobs
from game.text import DelegationId

MAIN = "partnership-for-peace-1994"
TALKS = 400
FRESH = 60_001
"""The first of the seeds: nothing was tuned on these."""


def rows(_: float, talks: int = TALKS) -> list[Row]:
    """Points of the player and of the level, and how many of a hundred talks were signed: for each seat and level."""
    found: list[Row] = []
    for seat in open_scenario(MAIN).ids:
        below: tuple[Run, ...] | None = None
        for level in LEVELS:
            runs = against(level, seat, talks)
            found += _told(seat, level, runs, below)
            below = runs
    return found


def against(level: str, seat: DelegationId, talks: int) -> tuple[Run, ...]:
    """The talks of the player in a seat against a level in every other, on all cores."""
    policies = tuple((who, "trader" if who == seat else level) for who in open_scenario(MAIN).ids)
    return tuple(jobs.played(Sweep(source_of(MAIN), MAIN, policies), range(FRESH, FRESH + talks), jobs.cores()))


def _told(seat: DelegationId, level: str, runs: tuple[Run, ...], below: tuple[Run, ...] | None) -> list[Row]:
    case, points = f"{seat} against {level}", [run.points[seat] for run in runs]
    unit = f"points ± {_error(points):.1f}"
    if below is not None:
        lost = [easier.points[seat] - each for easier, each in zip(below, points, strict=True)]
        unit += f", a step of {fmean(lost) / _error(lost):.1f} standard errors"
    its = [fmean(value for who, value in run.points.items() if who != seat) for run in runs]
    return [
        _row(case, fmean(points), fmean(run.points[seat] for run in below) if below else None, unit),
        _row(f"{case}: what the level earns itself", fmean(its), None, "points"),
        _row(f"{case}: signed", 100 * fmean(run.agreed for run in runs), None, "of 100"),
    ]


def _row(case: str, ours: float, peer: float | None, unit: str) -> Row:
    ratio = round(ours / peer, 2) if peer else None
    return {"case": case, "ours": round(ours, 1), "peer": peer and round(peer, 1), "ratio": ratio, "unit": unit}


def _error(values: list[int]) -> float:
    """The standard error of a mean."""
    return float(stdev(values) / len(values) ** 0.5)
