"""A class as a table for a learning platform: one line for each person, with the seat and what came of its table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from game.debrief.comparison import Comparison, OneTable
from game.lesson.guesses import right
from game.lesson.lesson import Pupil
from game.reports.report_values import harmless
from game.scenario import AudienceId
from game.text import DelegationId

COLUMNS = (
    "number", "name", "table", "seat", "side", "signed", "words", "walk_away", "total", "read_brief", "guess_before",
    "guess_after", "right_before", "right_after",
)  # fmt: skip
"""What stands in a line: points of the words that the side signed (without a text its walk-away), of walking away, and
of the whole game; what was answered to the question of the lesson, as ids of issues, and whether that was right."""


def class_csv(people: Iterable[Pupil], compared: Comparison) -> str:
    """A line for each person, in the order in which they came. Nothing that somebody typed can be a formula there."""
    lines = io.StringIO(newline="")
    found = csv.DictWriter(lines, COLUMNS)
    found.writeheader()
    tables = {table.letter: table for table in compared.tables}
    for each in people:
        row = _row(each, compared, tables.get(each.place.letter))
        found.writerow({column: harmless(cell) for column, cell in row.items()})
    return lines.getvalue()


def _row(pupil: Pupil, compared: Comparison, table: OneTable | None) -> Mapping[str, object]:
    scenario, seat = compared.scenario, pupil.place.seat
    side = seat if seat in scenario.ids else scenario.audience(AudienceId(seat)).of
    true = right(scenario, side)
    before, after = (pupil.guesses.get(when) for when in ("before", "after"))
    return {
        "number": pupil.number,
        "name": pupil.name,
        "table": pupil.place.letter,
        "seat": seat,
        "side": side,
        **(_points(table, side) if table is not None and seat == side else {}),
        "signed": "" if table is None else _yes(table.text is not None),
        "read_brief": _yes(pupil.read),
        "guess_before": before or "",
        "guess_after": after or "",
        "right_before": "" if before is None else _yes(before in true),
        "right_after": "" if after is None else _yes(after in true),
    }


def _points(table: OneTable, side: DelegationId) -> Mapping[str, object]:
    """What came of it for a delegation, on the sheets of its own table."""
    debrief = table.debrief
    return {
        "words": debrief.points(table.text)[side],
        "walk_away": debrief.walk_away[side],
        "total": debrief.course.verdict.scores[side].total,
    }


def _yes(held: bool) -> int:
    return int(held)
