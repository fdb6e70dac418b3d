"""What a teacher takes home from a class: the report as a page or as sheets for a printer, and a line for each seat."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.debrief.comparison import Comparison
from game.lesson import Classroom
from game.reports.document import Document, html
from game.reports.handout import handout_of
from game.reports.pdf import pdf
from game.reports.report import report_of
from game.reports.seats_csv import seats_csv
from game.scenario import drawn, load

CSV = "seats.csv"


def _report(compared: Comparison) -> Document:
    tables = compared.tables
    return report_of([each.debrief for each in tables], letters=[each.letter for each in tables])


def _page(document: Document) -> bytes:
    return html(document).encode()


_SET: Mapping[str, tuple[str, Callable[[Document], bytes]]] = {
    "html": ("text/html; charset=utf-8", _page),
    "pdf": ("application/pdf", pdf),
}
"""How a document is set, by how the name of its file ends: its kind, and what does it. Sheets raise
`ModuleNotFoundError` where what sets them is not installed."""
REPORTS = frozenset(f"report.{kind}" for kind in _SET)
"""All tables side by side."""
SHEETS = frozenset(f"handout.{kind}" for kind in _SET)
"""What a teacher prints: the instructions are those that this class has."""


def report(name: str, compared: Comparison) -> tuple[str, bytes]:
    """One of `REPORTS`: its kind, and what is in it."""
    return _written(name, _report(compared))


def sheets(name: str, source: bytes, room: Classroom) -> tuple[str, bytes]:
    """One of `SHEETS`, of the file of the class's scenario."""
    settings = room.settings
    return _written(name, handout_of(drawn(load(source, settings.scenario, settings.edition), room.seed)))


def _written(name: str, document: Document) -> tuple[str, bytes]:
    kind, write = _SET[name.partition(".")[2]]
    return kind, write(document)


def csv_of(room: Classroom) -> bytes:
    """A line for each seat of a class, as it is now."""
    return seats_csv(room.lesson, {letter: each.table for letter, each in room.tables.items()}).encode()
