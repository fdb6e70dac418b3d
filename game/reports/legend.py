"""The key below a plot: the signs whose names had no room beside them, each with its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from game.debrief.plot import Mark, Plot
from game.reports.captions import About
from game.reports.lettering import above, wide, wrapped
from game.reports.picture import Label, Stroke, Symbol
from game.reports.signs import Sign
from game.reports.symbols import symbol_of
from game.reports.themes import Theme
from game.scenario import Scenario
from game.text import DelegationId
from game.words.plots import called, walk_away

_TYPE = 14.0
_ROW = 19.0
_SIGN = 24.0
"""Room for a sign before its name."""
_GAP = 14.0
"""Between two entries of one row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the key, in as many lines as it takes, with its sign before it."""

    about: About
    lines: tuple[str, ...]
    x: float
    row: int


def entries(plot: Plot, scenario: Scenario, keyed: Sequence[About], first: float, room: float) -> list[Entry]:
    """The entries in rows, one beside the other: in the first row there is less room, as something stands there."""
    found: list[Entry] = []
    x, row = 0.0, 0
    for about in keyed:
        words = called(scenario, plot, [about]) if isinstance(about, Mark) else walk_away(scenario, plot, about)
        across = _SIGN + wide(words, _TYPE)
        if x + across > (room if row else first) and (x or not row):
            x, row = 0.0, row + 1
        lines = tuple(wrapped(words, _TYPE, room - _SIGN))
        found.append(Entry(about, lines, x, row))
        x += across + _GAP
        if len(lines) > 1:
            x, row = 0.0, row + len(lines)
    return found


def key_high(found: Sequence[Entry]) -> float:
    """How high they are below the first row."""
    return _ROW * max((entry.row + len(entry.lines) - 1 for entry in found), default=0)


def key_signs(
    found: Sequence[Entry], plot: Plot, left: float, middle: float, theme: Theme, seen: Mapping[DelegationId, Sign]
) -> Iterator[Symbol]:
    """The signs of marks in the key; the middle of its first row lies at a height."""
    for entry in found:
        if isinstance(entry.about, Mark):
            at = left + entry.x + 9, middle + entry.row * _ROW
            sign = symbol_of(entry.about, at, theme, seen[entry.about.who or plot.one])
            yield replace(sign, radius=min(sign.radius, 7.0), mark=None)


def key_lines(
    found: Sequence[Entry], plot: Plot, left: float, middle: float, seen: Mapping[DelegationId, Sign]
) -> Iterator[Stroke]:
    """Pieces of the lines that are named in the key."""
    for entry in found:
        if not isinstance(entry.about, Mark):
            x, y = left + entry.x, middle + entry.row * _ROW
            dash = () if entry.about == plot.one else (7.0, 4.0)
            yield Stroke(((x, y), (x + 18, y)), seen[entry.about].ink, 2, dash, what="tick")


def key_words(found: Sequence[Entry], left: float, middle: float, theme: Theme) -> Iterator[Label]:
    """The names in the key."""
    for entry in found:
        for n, line in enumerate(entry.lines):
            y = middle + (entry.row + n) * _ROW + above(_TYPE) / 2
            yield Label(line, left + entry.x + _SIGN, y, theme.ink, _TYPE)
