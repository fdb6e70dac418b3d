"""A file with a line for each talks of a sweep, flat, for the programs with which researchers count."""

from __future__ import annotations

import csv
import json
from collections.abc import Generator, Iterable
from itertools import chain
from pathlib import Path
from typing import IO

from game.scenario import Scenario
from game.simulation import Run


class Unwritable(Exception):
    """A file that cannot be begun, and what the system says of it; None where that cannot be a file's name."""

    def __init__(self, file: str, reason: str | None) -> None:
        super().__init__(file, reason)
        self.file, self.reason = file, reason


def row(run: Run, scenario: Scenario) -> dict[str, object]:
    """One talks as flat values: the same columns, in the same order, for every talks of a scenario."""
    outcome = run.outcome
    return {
        "seed": run.seed,
        "ending": run.ending,
        "hours": run.hours,
        "moves": run.moves.total(),
        "goodwill": run.goodwill,
        "silence_broken": run.silence_broken,
        "decided": " ".join(sorted(run.decided)),
        **{f"points.{who}": run.points[who] for who in scenario.ids},
        **{f"words.{who}": run.words[who] for who in scenario.ids},
        **{f"outcome.{issue.id}": outcome and outcome[issue.id] for issue in scenario.text.issues},
    }


def written(file: str, scenario: Scenario, runs: Iterable[Run]) -> Generator[Run]:
    """The same runs, each written as it passes: CSV where the name ends in .csv, else JSON lines.

    The file is begun when the first has been played, and has whole lines wherever it ends. Raises `Unwritable`.
    """
    passing = iter(runs)
    for first in passing:
        with _opened(file) as opened:
            heading = list(row(first, scenario))
            table = csv.DictWriter(opened, heading) if file.casefold().endswith(".csv") else None
            if table is not None:
                table.writeheader()
            for run in chain((first,), passing):
                found = row(run, scenario)
                if table is not None:
                    table.writerow(found)
                else:
                    opened.write(json.dumps(found, ensure_ascii=False) + "\n")
                yield run


def _opened(file: str) -> IO[str]:
    try:
        return Path(file).open("w", buffering=1, encoding="utf-8", newline="")
    except (OSError, ValueError) as fault:
        raise Unwritable(file, fault.strerror if isinstance(fault, OSError) else None) from None
