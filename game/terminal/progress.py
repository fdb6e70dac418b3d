"""How far a sweep or a report is, on the error stream and only where that is a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from typing import TypeVar

from tqdm import tqdm

from game.simulation import Run
from game.simulation.faults import Alone
from game.words.simulation import one_plays

_SHOWN = "{desc}{percentage:3.0f} % |{bar}| {n_fmt} of {total_fmt} talks, {rate_noinv_fmt}, {remaining} left{postfix}"
_TABLES = "{desc}{percentage:3.0f} % |{bar}| {n_fmt} of {total_fmt} tables, {remaining} left"
_SILENT = 1.0
"""Seconds in which nothing is shown: what is over by then needs no bar."""

_T = TypeVar("_T")

tqdm.monitor_interval = 0  # no thread of its own beside those of the processes


def watched(runs: Iterable[Run], total: int, *, show: bool) -> Generator[Run]:
    """The same runs, counted while they pass: how many, how fast, how long still, how many signed."""
    drawn = {"bar_format": _SHOWN, "unit": " talks", "delay": _SILENT, "miniters": 1, "dynamic_ncols": True}
    bar = tqdm(total=total, disable=not (show and _can_be_drawn()), file=sys.stderr, **drawn)
    agreed = 0
    with bar:
        for number, run in enumerate(runs, 1):
            yield run
            agreed += run.agreed
            bar.set_postfix_str(f"{round(100 * agreed / number)} % signed", refresh=False)
            bar.update()


def passing(tables: Sequence[_T], *, show: bool) -> Generator[_T]:
    """The same, one after the other, while a bar shows how many have been told; none for a single one."""
    show = show and len(tables) > 1 and _can_be_drawn()
    with tqdm(total=len(tables), disable=not show, file=sys.stderr, bar_format=_TABLES, delay=_SILENT) as bar:
        for each in tables:
            yield each
            bar.update()


def one_plays_on(why: Alone, reason: str) -> None:
    """Tell on the error stream, above the bar if there is one, why talks are played in one process after all."""
    with suppress(OSError, ValueError, AttributeError):
        tqdm.write(one_plays(why, reason), file=sys.stderr)


def _can_be_drawn() -> bool:
    """Whether somebody looks who can see a line change: no pipe, no file, no terminal that only prints."""
    return bool(sys.stderr and sys.stderr.isatty()) and os.environ.get("TERM") != "dumb"
