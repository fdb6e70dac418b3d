"""What a teacher takes home from a class: the report, as a page or for a printer, and a line for each person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.debrief.comparison import Comparison
from game.lesson import Pupil
from game.reports.class_csv import class_csv
from game.reports.document import Document, html
from game.reports.pdf import pdf
from game.reports.report import report_of


@dataclass(frozen=True, slots=True)
class Kept:
    """A class as it is written down: its people, and its tables side by side."""

    people: tuple[Pupil, ...]
    compared: Comparison


@dataclass(frozen=True, slots=True)
class Export:
    """One way to write it down."""

    kind: str
    """What it is, for a browser."""
    write: Callable[[Kept], bytes]
    """Raises `ModuleNotFoundError` where what sets sheets is not installed."""


def _report(kept: Kept) -> Document:
    tables = kept.compared.tables
    return report_of([each.debrief for each in tables], letters=[each.letter for each in tables])


EXPORTS: Mapping[str, Export] = {
    "report.html": Export("text/html; charset=utf-8", lambda kept: html(_report(kept)).encode()),
    "report.pdf": Export("application/pdf", lambda kept: pdf(_report(kept))),
    "people.csv": Export("text/csv; charset=utf-8", lambda kept: class_csv(kept.people, kept.compared).encode()),
}
"""Each by the name of its file."""
