"""A report for programs: one JSON object with everything as plain values, and a flat row of CSV for each table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from game.debrief import Debrief
from game.debrief.comparison import Comparison, comparison
from game.debrief.plot import Line, Mark, plot
from game.reports.analysis_json import analysis_values
from game.reports.runs import row
from game.reports.talks_json import consequence_values, parts_values
from game.scenario import written_seed
from game.simulation.run import told
from game.talks import level_of, write_move
from game.words.clauses import clauses
from game.words.endings import ending

Values = dict[str, object]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of something to work out, also in a file of somebody else's."""


def report_csv(tables: Iterable[tuple[str, Debrief]]) -> str:
    """A line for each table under the names of the columns, which are the same for all tables of a scenario."""
    lines = io.StringIO(newline="")
    rows = [_row(name, debrief) for name, debrief in tables]
    found = csv.DictWriter(lines, list(rows[0]))
    found.writeheader()
    found.writerows({column: harmless(cell) for column, cell in each.items()} for each in rows)
    return lines.getvalue()


def _row(name: str, debrief: Debrief) -> Values:
    record = debrief.course.record
    came = row(told(debrief.course.end, 0), debrief.scenario)
    return {
        "table": name,
        "scenario": record.scenario,
        "edition": record.edition,
        **came,
        "seed": written_seed(record.seed),
        "carried": record.carried,
        **{f"seat.{who}": record.seats.get(who, "") for who in debrief.scenario.ids},
        **{f"walk_away.{who}": debrief.walk_away[who] for who in debrief.scenario.ids},
    }


def harmless(cell: object) -> object:
    """Words that no spreadsheet takes for a formula; numbers as they are."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def report_json(tables: Iterable[tuple[str, Debrief]]) -> str:
    """One object: what the tables have in common, and each of them with all that was worked out of its record."""
    found = list(tables)
    scenario = found[0][1].scenario
    told: Values = {
        "report": 1,
        "scenario": scenario.id,
        "edition": scenario.edition,
        "title": scenario.title,
        "delegations": {each.id: each.name for each in scenario.delegations},
        "issues": {
            issue.id: {"title": issue.title, "options": {option.id: option.name for option in issue.options}}
            for issue in scenario.text.negotiated
        },
        "tables": [_table(name, debrief) for name, debrief in found],
        "together": _together(comparison([debrief for _, debrief in found]), [name for name, _ in found]),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _table(name: str, debrief: Debrief) -> Values:
    course, record, verdict = debrief.course, debrief.course.record, debrief.course.verdict
    signed = course.signed
    return {
        "table": name,
        "seed": written_seed(record.seed),
        "as_written": record.as_written,
        "carried": record.carried,
        "fingerprint": record.digest,
        "seats": {who: {"sits": sits, "level": level_of(sits)} for who, sits in record.seats.items()},
        "ending": verdict.kind,
        "reason": ending(debrief.scenario, verdict),
        "hours": course.end.hours,
        "outcome": dict(signed) if signed is not None else None,
        "clauses": clauses(debrief.scenario, signed) if signed is not None else None,
        "points": {who: score.total for who, score in verdict.scores.items()},
        "parts": parts_values(verdict),
        "walk_away": dict(debrief.walk_away),
        **({"outside": dict(verdict.outside)} if verdict.outside else {}),
        "aftermath": [consequence_values(came) for came in verdict.aftermath],
        "moves": [
            {"number": step.number, "by": step.move.by, "hours": step.before.hours, "move": write_move(step.move)}
            for step in course.steps
        ],
        "sheets_changed": course.opening.scenario.instructions != course.scenario.instructions,
        "plots": list(_plots(debrief)),
        "analysis": analysis_values(debrief.analysis, None if record.as_written else record.seed),
    }


def _together(tables: Comparison, names: Sequence[str]) -> Values:
    """The tables side by side: their words on the same sheets, which wording was signed where, and how long each issue
    stood in brackets."""
    called = dict(zip((table.letter for table in tables.tables), names, strict=True))
    return {
        "same_sheets": tables.same,
        "points": {called[table.letter]: dict(table.points) for table in tables.tables},
        "signed": {
            each.issue: {option: [called[table.letter] for table in there] for option, there in each.signed.items()}
            for each in tables.spread
        },
        "brackets": {
            each.issue: {
                "median": each.middle,
                "hours": {called[table.letter]: hours for hours, table in each.hours},
                "never_settled": each.open,
            }
            for each in tables.in_brackets
        },
    }


def _plots(debrief: Debrief) -> Iterator[Values]:
    """The plane of each two delegations: what is drawn in it, but for how many texts lie at each place."""
    for one, other in combinations(debrief.scenario.ids, 2):
        found = plot(debrief, one, other)
        yield {
            "delegations": [one, other],
            "texts": found.texts,
            "walk_away": list(found.walk_away),
            "lines": [_line(line) for line in found.lines],
            "marks": [_mark(mark) for mark in found.marks],
        }


def _line(line: Line) -> Values:
    return {"kind": line.kind, "of": line.who, "points": [list(point) for point in line.points], "exact": line.exact}


def _mark(mark: Mark) -> Values:
    return {
        "kind": mark.kind,
        "points": list(mark.points),
        "outcome": dict(mark.text) if mark.text is not None else None,
        "texts": mark.texts,
        "hours": mark.hour,
        "of": mark.who,
        "name": mark.name,
    }
