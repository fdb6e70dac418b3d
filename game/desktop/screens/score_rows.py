"""What a score is made of, in words: the text, the hours, the talks and the aftermath, each with its reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.talks import Entry, Score, opening_capital

_DATED = re.compile(r"(.*) \((\d+ [A-Z][a-z]+)\)")
"""A reason that ends with its day: the same reason on several days is told once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a sum; `sum` when it is a part of the whole, and not a reason under such a part."""

    words: str
    points: int
    sum: bool = True


def rows_of(score: Score, *, signed: bool) -> list[Row]:
    """The parts of a score in the order in which they came to be, each followed by its reasons."""
    rows = [Row("The words that were signed", score.words)] if signed else []
    rows += [Row(opening_capital(entry.reason), entry.points) for entry in _of(score, "walk-away")]
    rows += [Row(opening_capital(entry.reason), entry.points) for entry in _of(score, "hours")]
    rows += _part("In the talks", together(_of(score, "talks")))
    return rows + _part("What came after", [(_test(entry), entry.points) for entry in _of(score, "aftermath")])


def _of(score: Score, kind: str) -> list[Entry]:
    return [entry for entry in score.entries if entry.kind == kind]


def _part(heading: str, reasons: list[tuple[str, int]]) -> list[Row]:
    if not reasons:
        return []
    under = [Row(opening_capital(words), points, sum=False) for words, points in reasons]
    return [Row(heading, sum(points for _, points in reasons)), *under]


def _test(entry: Entry) -> str:
    """The title and the year of a test; how it fell out is told with the aftermath."""
    return entry.reason.partition(": ")[0]


def together(entries: list[Entry]) -> list[tuple[str, int]]:
    """Reasons with their points; one that came back on several days is told once, with the days."""
    days: dict[str, list[str]] = {}
    points: dict[str, int] = {}
    for entry in entries:
        found = _DATED.fullmatch(entry.reason)
        words, day = (found[1], found[2]) if found else (entry.reason, "")
        days.setdefault(words, []).append(day)
        points[words] = points.get(words, 0) + entry.points
    return [(_with_days(words, days[words]), sum_) for words, sum_ in points.items()]


def _with_days(words: str, days: list[str]) -> str:
    known = list(dict.fromkeys(day for day in days if day))
    if not known:
        return words
    if len(known) == 1:
        return f"{words} ({known[0]})"
    return f"{words} ({known[0]} to {known[-1]}, {len(days)} times)"
