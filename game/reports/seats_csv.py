"""A class as a table for spreadsheets and learning platforms: a line a seat, with who sat there and what it came to."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from game.lesson.lesson import Lesson, Pupil
from game.lesson.seating import Letter, in_order
from game.reports.report_values import harmless
from game.scenario import AudienceId
from game.table import Table
from game.text import DelegationId
from game.words.teams import member_name

COLUMNS = (
    *("table", "seat", "kind", "people", "plays", "ending", "moves", "hours", "points", "walk_away", "history"),
    *("guessed_before", "guessed_after"),
)
"""`points` are those of the sheet of the seat; a delegation's are to be held against its `walk_away`, what it would
have had without any talks, and `history`, what the historical text is worth to it; an audience's count from its
threshold. What has not ended yet has none. Of several people in a seat, names and guesses stand in the same order."""


def seats_csv(lesson: Lesson, tables: Mapping[Letter, Table]) -> str:
    """A line for each seat of each table under the names of the columns; of a table that has not been opened, for each
    seat in which somebody is."""
    lines = io.StringIO(newline="")
    found = csv.DictWriter(lines, COLUMNS, restval="")
    found.writeheader()
    for letter in in_order({*tables, *(each.place.letter for each in lesson.people.values())}):
        for line in _seats(lesson, letter, tables.get(letter)):
            found.writerow({name: harmless(cell) for name, cell in line.items()})
    return lines.getvalue()


def _seats(lesson: Lesson, letter: Letter, table: Table | None) -> Iterator[dict[str, object]]:
    people = [each for each in lesson.people.values() if each.place.letter == letter]
    there = list(dict.fromkeys(each.place.seat for each in people))
    outside = [DelegationId(each) for each in sorted(table.spoken_for)] if table is not None else []
    seats = [*table.scenario.ids, *outside] if table is not None else []
    for seat in dict.fromkeys((*seats, *there)):
        here = [each for each in people if each.place.seat == seat]
        line: dict[str, object] = {
            "table": letter,
            "seat": seat,
            "people": "; ".join(member_name(each.name or str(each.number)) for each in here),
            "plays": "people" if here else "computer",
            "guessed_before": _guesses(here, after=False),
            "guessed_after": _guesses(here, after=True),
        }
        yield line if table is None else line | _came_to(table, seat)


def _guesses(people: list[Pupil], *, after: bool) -> str:
    found = [each.guesses.get("after" if after else "before", "") for each in people]
    return "; ".join(found) if any(found) else ""


def _came_to(table: Table, seat: DelegationId) -> dict[str, object]:
    """What talks came to for a seat; little, where they go on."""
    verdict, told = table.verdict, {"moves": table.version, "hours": table.hours}
    found: dict[str, object] = told | {"kind": "delegation" if seat in table.scenario.ids else "audience"}
    if verdict is None:
        return found
    found["ending"] = verdict.kind
    if seat in verdict.scores:
        found |= {"points": verdict.scores[seat].total, "walk_away": verdict.walk_away[seat]}
        if verdict.historical:
            found["history"] = verdict.historical[seat].total
    elif AudienceId(seat) in verdict.outside:
        found["points"] = verdict.outside[AudienceId(seat)]
    return found
