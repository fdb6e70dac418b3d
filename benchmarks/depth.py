"""Whether a scenario is a contest to the end: what a table of computers comes to, beside what it should.

The peer of each row is the bar; a ratio over 1 misses it where less is better, and under 1 where more is. By itself
`python -m benchmarks.depth SCENARIO [--edition NAME] [--talks N] [--seed N] [--policy SEAT=NAME]` measures one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from statistics import fmean

from benchmarks import Row
from game.scenario import WHOLE, Scenario, open_scenario, source_of
from game.simulation import POLICIES, Run, Sweep, jobs
from game.text import DelegationId, IssueId, OptionId

SCENARIOS = (
    ("partnership-for-peace-1994", WHOLE),
    ("partnership-for-peace-1994", "lesson"),
    ("partnership-for-peace-1994", "double"),
    ("istanbul-communique-1994", WHOLE),
    ("istanbul-communique-1994", "turned"),
    ("warsaw-at-the-table", WHOLE),
    ("warsaw-at-the-table", "double"),
    ("founding-act-1997", WHOLE),
    ("founding-act-1997", "double"),
)
TALKS = 200
FRESH = 400_001
"""The first of the seeds: nothing was tuned on these."""
_DEAREST = 3
"""So many of the issues that weigh most are looked at when two texts are compared."""
_PAIRS = 2000
"""Pairs of signed texts that are compared at most."""


def rows(_: float, talks: int = TALKS) -> list[Row]:
    """Every scenario and edition."""
    return [row for name, edition in SCENARIOS for row in measured(name, edition, range(FRESH, FRESH + talks))]


def measured(
    name: str, edition: str, seeds: range, policies: Mapping[DelegationId, str] | None = None, *, cores: int = 0
) -> list[Row]:
    """One scenario or edition on these seeds; who is not named is an ambassador."""
    scenario = open_scenario(name, edition)
    sitting = tuple((who, (policies or {}).get(who, "trader")) for who in scenario.ids)
    runs = tuple(jobs.played(Sweep(source_of(name), name, sitting, edition=edition), seeds, cores or jobs.cores()))
    told = f"{name} {edition}" if edition != WHOLE else name
    return [{**row, "case": f"{told}: {row['case']}"} for row in _of(scenario, runs)]


def _row(case: str, ours: float, bar: float | None, unit: str) -> Row:
    return {
        "case": case,
        "ours": round(ours, 1),
        "peer": bar,
        "ratio": round(ours / bar, 2) if bar else None,
        "unit": unit,
    }


def _of(scenario: Scenario, runs: tuple[Run, ...]) -> list[Row]:
    signed = [run for run in runs if run.outcome is not None]
    return [
        _row("signed", _share(run.agreed for run in runs), 60, "of 100, at least; at most 95"),
        *(_row(f"ended: {how}", 100 * n / len(runs), None, "of 100") for how, n in _endings(runs)),
        _row("different texts", len({_text(run) for run in signed}), None, f"of {len(signed)}"),
        *_constant(scenario, signed),
        _row("of the three dearest issues, two texts differ in", _apart(scenario, signed), 2, "in the mean, at least"),
        _row("longest quiet stretch", fmean(run.quiet for run in runs), scenario.calendar.hours / 6, "hours, at most"),
        _row("longest without a bracket closed", fmean(run.still_open for run in runs), None, "hours"),
        _row("bare words", fmean(run.moves["say"] for run in runs), 3, "a game, at most"),
        _row("moves", fmean(sum(run.moves.values()) for run in runs), None, "a game"),
        *_later(scenario, signed),
        *_board(scenario, runs),
        *_earned(scenario, runs),
    ]


def _share(holds: Iterable[bool]) -> float:
    found = list(holds)
    return 100 * sum(found) / max(1, len(found))


def _endings(runs: tuple[Run, ...]) -> list[tuple[str, int]]:
    return [(how, n) for how, n in Counter(run.ending for run in runs).most_common() if how != "signed"]


def _text(run: Run) -> tuple[tuple[IssueId, OptionId], ...]:
    return tuple((run.outcome or {}).items())


def _constant(scenario: Scenario, signed: list[Run]) -> list[Row]:
    """Of each issue in play, its commonest wordings, and how many stand in a tenth of the texts."""
    found: list[Row] = []
    for issue in scenario.text.negotiated:
        shares = Counter(run.outcome[issue.id] for run in signed if run.outcome)
        first = shares.most_common(1)[0] if shares else (OptionId("-"), 0)
        alive = sum(n >= len(signed) / 10 for n in shares.values())
        spine = scenario.text.spine is not None and issue.id == scenario.text.spine.id
        told = ", ".join(f"{option} {round(100 * n / max(1, len(signed)))}" for option, n in shares.most_common())
        unit = f"of 100, at most ({told}); {alive} alive"
        found.append(_row(f"{issue.id}: {first[0]}", 100 * first[1] / max(1, len(signed)), None if spine else 85, unit))
    return found


def _apart(scenario: Scenario, signed: list[Run]) -> float:
    """In how many of the issues that weigh most on any sheet two texts differ, in the mean."""
    weights = {
        issue.id: max(
            max(sheet.points[issue.id].values()) - min(sheet.points[issue.id].values())
            for sheet in scenario.instructions.values()
        )
        for issue in scenario.text.negotiated
    }
    dearest = sorted(weights, key=lambda issue: -weights[issue])[:_DEAREST]
    texts = [run.outcome for run in signed if run.outcome]
    pairs = list(combinations(texts, 2))[:: max(1, len(texts) * (len(texts) - 1) // 2 // _PAIRS)]
    return fmean(sum(one[issue] != other[issue] for issue in dearest) for one, other in pairs) if pairs else 0.0


def _later(scenario: Scenario, signed: list[Run]) -> list[Row]:
    """What comes later, and how often it costs."""
    found: list[Row] = []
    for who in scenario.ids if scenario.aftermath else ():
        points = [run.later[who] for run in signed] or [0]
        unit = f"points in the mean, from -1.5 to 1.5 (from {min(points)} to {max(points)})"
        found.append(_row(f"aftermath of {who}", fmean(points), None, unit))
        found.append(
            _row(f"aftermath of {who} below zero", _share(each < 0 for each in points), 33, "of 100, at least")
        )
    return found


def _board(scenario: Scenario, runs: tuple[Run, ...]) -> list[Row]:
    """In how many games each thing beside the table was used."""
    used = [
        ("announcing", _share(run.moves["announce"] > 0 for run in runs), 10),
        ("moving alone", _share(run.alone for run in runs), 20),
        ("non-papers", _share(run.moves["non-paper"] > 0 for run in runs), 20),
        ("sounding", _share(run.moves["sound"] > 0 for run in runs), 20),
    ]
    found = [_row(case, ours, bar, "of 100, at least") for case, ours, bar in used]
    for who, sheet in scenario.instructions.items():
        for option in sheet.unheard:
            share = _share(option in run.unheard[who] for run in runs)
            found.append(_row(f"given up unheard: {option}", share, 20, "of 100, at least; at most 80"))
    for side in scenario.side_texts:
        found.append(_row(f"held up: {side.id}", _share(side.id in r.side_texts for r in runs), 3, "of 100, at least"))
    answers = Counter(how for run in runs for _, how, _ in run.held)
    found += [_row(f"answer: {how}", n, None, "in all") for how, n in answers.most_common()]
    for reading in scenario.readings:
        share = _share(reading.id in run.readings for run in runs)
        found.append(_row(f"statement: {reading.id}", share, 3, "of 100, at least"))
    back = [run for run in runs if run.returned]
    found.append(_row("silence broken", _share(run.silence_broken for run in runs), None, "of 100"))
    found.append(_row("came back when it was initialled", _share(run.returned for run in runs), None, "of 100"))
    if back:
        found.append(_row("saved of those", _share(run.agreed for run in back), 50, "of 100, at least"))
    return found


def _earned(scenario: Scenario, runs: tuple[Run, ...]) -> list[Row]:
    return [
        _row(f"points of {who}", fmean(run.points[who] for run in runs), None, "in the mean, of all talks")
        for who in scenario.ids
    ]


def main() -> None:
    """Measure one scenario."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.depth", description=__doc__)
    parser.add_argument("scenario")
    parser.add_argument("--edition", default=WHOLE)
    parser.add_argument("--talks", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--policy", action="append", default=[], metavar="SEAT=NAME", help=", ".join(POLICIES))
    asked = parser.parse_args()
    policies = {DelegationId(seat): name for seat, _, name in (each.partition("=") for each in asked.policy)}
    seeds = range(asked.seed, asked.seed + asked.talks)
    for row in measured(asked.scenario, asked.edition, seeds, policies, cores=asked.jobs):
        bar = f"  (bar {row['peer']})" if row["peer"] is not None else ""
        print(f"{str(row['case']).partition(': ')[2]:<52} {row['ours']:>7}{bar:<14} {row['unit']}")


if __name__ == "__main__":
    main()
