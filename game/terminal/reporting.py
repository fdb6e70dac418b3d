"""Finished talks out of their records into one report: a page, sheets for the printer, a table, or values."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from game.debrief import Course, Debrief, SealedError
from game.debrief.comparison import ComparisonError, check_alike, letter
from game.reports.document import Document, html
from game.reports.pdf import EXTRA, can_set, pdf
from game.reports.report import report_of
from game.reports.report_values import report_csv, report_json
from game.scenario import ScenarioError, did_you_mean
from game.table import Recorded, RecordFileError, fingerprint, recorded, seat_of
from game.table.writing import STANDARD_STREAM
from game.talks import RecordError, ReplayError
from game.terminal.console import Console
from game.terminal.keeping import Fault, may_write_talks, write_out
from game.terminal.progress import passing
from game.text import DelegationId
from game.words import count, phrase, say
from game.words.comparison import refused
from game.words.faults import fault


@dataclass(frozen=True, slots=True)
class Tables:
    """What a report is made of."""

    debriefs: Sequence[Debrief]
    names: Sequence[str]
    """What they are called beside their letters; empty where nobody asked for it."""
    me: DelegationId | None
    progress: bool

    def each(self) -> Sequence[tuple[str, Debrief]]:
        """The tables with their names, while a bar shows how far it is."""
        names = self.names or [letter(place) for place in range(len(self.debriefs))]
        return list(zip(names, passing(self.debriefs, show=self.progress), strict=True))

    def document(self) -> Document:
        """The same as one document."""
        return report_of(self.debriefs, self.names, self.me, passing=partial(passing, show=self.progress))


W = TypeVar("W")
Writer: TypeAlias = Callable[[Tables], bytes]

WRITERS: dict[str, Writer] = {
    ".html": lambda tables: html(tables.document()).encode(),
    ".pdf": lambda tables: pdf(tables.document()),
    ".csv": lambda tables: report_csv(tables.each()).encode(),
    ".json": lambda tables: report_json(tables.each()).encode(),
}
"""What is written into a file, by the ending of its name."""


def report(
    console: Console,
    files: Sequence[str],
    output: str,
    *,
    scenario: str | None = None,
    seat: str | None = None,
    named: bool = False,
    over: bool = False,
    asks: bool = False,
    progress: bool = False,
) -> None:
    """Write the report of these records to a file, `over` one that is there; `seat` is called you, and the only person
    at a single table where none is named. Tables are letters, or with `named` called by their files. Raises `Fault`
    and `StartError`."""
    write = writer(output, WRITERS)
    for file in files:
        if file == output or _same(file, output):
            raise Fault(say("{file} is one of the records: name another file for the report.", file=output))
    debriefs = _debriefs(files, scenario)
    told = debriefs[0].scenario
    over = may_write_talks(console, scenario or told.id, output, over=over, asks=asks)
    me = seat_of(told, seat) if seat is not None else _only_person(debriefs)
    names = [Path(file).stem for file in files] if named else []
    write_out(output, write(Tables(debriefs, names, me, progress)), over=over)
    line = count("The report is in {file}.", "The report of {n} tables is in {file}.", len(files), file=output)
    console.tell(line)


def writer(output: str, writers: Mapping[str, W]) -> W:
    """What the ending of a file's name asks for. Raises `Fault` for one that is not known."""
    ending = os.path.splitext(output)[1]
    found = writers.get(ending.casefold())
    if found is None:
        meant = did_you_mean(ending.casefold(), writers) or "."
        line = phrase("{file} does not say what kind of file it is{meant} A name ends in {endings:or}.")
        raise Fault(say(line, file=repr(output[:80]), meant=meant, endings=list(writers)))
    if ending.casefold() == ".pdf" and not can_set():
        install = f'pip install "{EXTRA}"'
        raise Fault(say("Sheets for a printer need Typst, which is not installed: {install}.", install=install))
    return found


def _called(file: str) -> str:
    """A record in the middle of a sentence: its file, kept talks by their number, or what came from another program."""
    if file == STANDARD_STREAM:
        return say("what was sent here")
    return say("talks {n}", n=file) if file.isascii() and file.isdigit() and not os.path.exists(file) else file


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


def _only_person(debriefs: Sequence[Debrief]) -> DelegationId | None:
    """Who reads the report of a single table: the only person who sat at it."""
    first = debriefs[0]
    return first.course.record.only_person(first.scenario.ids) if len(debriefs) == 1 else None


def _debriefs(files: Sequence[str], scenario: str | None) -> list[Debrief]:
    """The talks of these records, all of one scenario in one version, each once. Raises `Fault`."""
    found: list[tuple[str, Recorded]] = []
    for file in files:
        if any(file == other or _same(file, other) for other, _ in found):
            raise Fault(say("{file} is named twice: each table comes once.", file=_called(file)))
        found.append((file, _recorded(file, scenario)))
    try:
        check_alike((_called(file), one.record) for file, one in found)
    except ComparisonError as error:
        raise Fault(refused(error)) from None
    for file, one in found:
        if one.changed or fingerprint(one.source) != fingerprint(found[0][1].source):
            line = phrase(
                "{file} was played with another version of {id}: its moves may mean something else in this one."
            )
            raise Fault(say(line, file=_called(file), id=one.record.scenario))
    return [_debrief(file, one) for file, one in found]


def _recorded(file: str, scenario: str | None) -> Recorded:
    try:
        return recorded(file, scenario)
    except (RecordFileError, RecordError) as error:
        if isinstance(error, RecordFileError) and error.what == file:
            raise Fault(fault(error)) from None  # it names the file
        raise Fault(say("{file} cannot be read: {why:stop}", file=_called(file), why=fault(error))) from None


def _debrief(file: str, one: Recorded) -> Debrief:
    try:
        return Debrief(Course.of(one.record, one.source))
    except SealedError:
        line = phrase("{file} is of talks that are not over: a report would open every envelope.")
        raise Fault(say(line, file=_called(file))) from None
    except (ReplayError, ScenarioError) as error:
        raise Fault(say("{file} cannot be told: {why:stop}", file=_called(file), why=fault(error))) from None
