"""What a teacher takes home from a class: the report as a page or as sheets for a printer, and a line for each seat."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.debrief.comparison import Comparison
from game.lesson import Classroom
from game.reports.document import Document, html
from game.reports.pdf import pdf
from game.reports.report import report_of
from game.reports.seats_csv import seats_csv

CSV = "seats.csv"


def _report(compared: Comparison) -> Document:
    tables = compared.tables
    return report_of([each.debrief for each in tables], letters=[each.letter for each in tables])


REPORTS: Mapping[str, tuple[str, Callable[[Comparison], bytes]]] = {
    "report.html": ("text/html; charset=utf-8", lambda compared: html(_report(compared)).encode()),
    "report.pdf": ("application/pdf", lambda compared: pdf(_report(compared))),
}
"""What is written of all tables side by side, by the names of the files: its kind, and how. Sheets raise
`ModuleNotFoundError` where what sets them is not installed."""


def csv_of(room: Classroom) -> bytes:
    """A line for each seat of a class, as it is now."""
    return seats_csv(room.lesson, {letter: each.table for letter, each in room.tables.items()}).encode()
