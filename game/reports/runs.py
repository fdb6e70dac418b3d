"""A file with a line for each talks of a sweep, flat, for the programs with which researchers count."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import sys
from collections.abc import Generator, Iterable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext, suppress
from itertools import chain
from pathlib import Path
from typing import IO

from game.scenario import Scenario
from game.simulation import Run
from game.table.writing import STANDARD_STREAM, occupied, written_whole


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


def written(file: str, scenario: Scenario, runs: Iterable[Run], *, over: bool = False) -> Generator[Run]:
    """The same runs, each written as it passes: CSV where the name ends in .csv, else JSON lines; `-` is printed.

    The file is begun when the first has been played, and has whole lines wherever it ends. One that is there is written
    over for `over` alone, when the last run has passed or the sweep is broken off. Raises `Unwritable`.
    """
    passing = iter(runs)
    for first in passing:
        rows = _Rows(file, over=over)
        try:
            for run in chain((first,), passing):
                rows.put(row(run, scenario))
                yield run
        finally:
            rows.close()


class _Rows:
    """A file of rows, each on its way to the disk when the next one comes."""

    def __init__(self, file: str, *, over: bool) -> None:
        if occupied(file) and not over:
            raise Unwritable(file, os.strerror(errno.EEXIST))
        self._file, self._whole = file, 0
        self._csv = file.casefold().endswith(".csv")
        self._left = ExitStack()
        self._anew = not os.path.exists(file)
        """Whether nothing is lost if rows stand in the file itself at once."""
        try:
            self._opened = self._left.enter_context(self._begun())
        except (OSError, ValueError) as fault:
            raise Unwritable(file, fault.strerror if isinstance(fault, OSError) else None) from None

    def _begun(self) -> AbstractContextManager[IO[str]]:
        if self._file == STANDARD_STREAM:
            return nullcontext(sys.stdout)
        if self._anew:
            return Path(os.path.realpath(self._file)).open("x", encoding="utf-8", newline="")
        return written_whole(self._file, over=True)

    def put(self, found: Mapping[str, object]) -> None:
        """Write a row; in CSV its columns stand above the first. Raises `Unwritable`, and then the file ends with the
        row before, or is as it was."""
        lines = self._lines(found)
        try:
            self._opened.write(lines)
            self._opened.flush()
        except OSError as fault:
            with suppress(OSError):  # What could not be written cannot be written now either.
                self._left.__exit__(type(fault), fault, fault.__traceback__)
            if self._anew:
                with suppress(OSError):
                    os.truncate(self._file, self._whole)
                    if not self._whole:
                        os.unlink(os.path.realpath(self._file))
            raise Unwritable(self._file, fault.strerror) from None
        self._whole += len(lines.encode())

    def _lines(self, found: Mapping[str, object]) -> str:
        if not self._csv:
            return json.dumps(found, ensure_ascii=False) + "\n"
        lines = io.StringIO(newline="")
        table = csv.DictWriter(lines, list(found))
        if not self._whole:
            table.writeheader()
        table.writerow(found)
        return lines.getvalue()

    def close(self) -> None:
        """Have done with it."""
        self._left.close()
