"""What each level earns against one fixed player in the main scenario, over many talks in each seat.

There are two such players: the trader, which is an ambassador, and the splitter, which meets everybody in the middle.
The peer is the level below: what a level earns more, paired by seed, stands with the unit, in points and in standard
errors of the mean difference. The slow tests ask the same of fewer talks; `docs/delegations.md` has the table, which
`python -m benchmarks.levels trader --seed 750001 --talks 200` shows again.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from statistics import fmean, stdev

from benchmarks import Row
from game.delegations import LEVELS
from game.scenario import open_scenario, source_of
from game.simulation import POLICIES, Run, Sweep, jobs
from game.text import DelegationId

MAIN = "partnership-for-peace-1994"
TALKS = 400
FRESH = 200_001
"""The first of the seeds: nothing was tuned on these."""


PLAYERS = ("trader", "splitter")
"""Who is played against."""


def rows(
    _: float, talks: int = TALKS, players: Sequence[str] = PLAYERS, *, seed: int = FRESH, cores: int | None = None
) -> list[Row]:
    """Points of each level and of the player, and how many of a hundred talks were signed: for each player and seat."""
    seeds = range(seed, seed + talks)
    found: list[Row] = []
    for player in players:
        for seat in open_scenario(MAIN).ids:
            below: tuple[Run, ...] | None = None
            for level in LEVELS:
                runs = against(player, level, seat, seeds, cores or jobs.cores())
                found += _told(player, seat, level, runs, below)
                below = runs
    return found


def against(player: str, level: str, seat: DelegationId, seeds: range, cores: int) -> tuple[Run, ...]:
    """The talks of a level in a seat against the player in every other."""
    policies = tuple((who, level if who == seat else player) for who in open_scenario(MAIN).ids)
    return tuple(jobs.played(Sweep(source_of(MAIN), MAIN, policies), seeds, cores))


def _told(
    player: str, seat: DelegationId, level: str, runs: tuple[Run, ...], below: tuple[Run, ...] | None
) -> list[Row]:
    case, points = f"{level} as {seat} against the {player}", [run.points[seat] for run in runs]
    unit = f"points ± {_error(points):.1f}"
    if below is not None:
        more = [each - easier.points[seat] for easier, each in zip(below, points, strict=True)]
        unit += f", {fmean(more):+.1f} or {fmean(more) / _error(more):.1f} standard errors over the level below"
    its = [fmean(value for who, value in run.points.items() if who != seat) for run in runs]
    return [
        _row(case, fmean(points), fmean(run.points[seat] for run in below) if below else None, unit),
        _row(f"{case}: what the {player} earns", fmean(its), None, f"points ± {_error(its):.1f}"),
        _row(f"{case}: signed", 100 * fmean(run.agreed for run in runs), None, "of 100"),
    ]


def _row(case: str, ours: float, peer: float | None, unit: str) -> Row:
    ratio = round(ours / peer, 2) if peer else None
    return {"case": case, "ours": round(ours, 1), "peer": peer and round(peer, 1), "ratio": ratio, "unit": unit}


def _error(values: Sequence[float]) -> float:
    """The standard error of a mean."""
    return float(stdev(values) / len(values) ** 0.5)


def main() -> None:
    """Measure the levels against one player or more."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.levels", description=__doc__)
    parser.add_argument("players", nargs="*", default=PLAYERS, metavar="PLAYER", help=", ".join(POLICIES))
    parser.add_argument("--talks", type=int, default=TALKS)
    parser.add_argument("--seed", type=int, default=FRESH)
    parser.add_argument("--jobs", type=int, default=None)
    asked = parser.parse_args()
    for row in rows(0, asked.talks, asked.players, seed=asked.seed, cores=asked.jobs):
        print(f"{row['case']}: {row['ours']} {row['unit']}")


if __name__ == "__main__":
    main()
