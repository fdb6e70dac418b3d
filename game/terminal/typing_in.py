"""What a class has agreed on paper, typed in: a report of all its tables, as of any others."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from game.debrief import Course, Debrief
from game.debrief.comparison import letter
from game.lesson.forms import Form, FormError, read_form, read_forms
from game.scenario import Scenario, Seed, load, source_of
from game.table import fingerprint
from game.table.records import text_in
from game.talks import Record, Sits, write_record
from game.terminal.console import Console
from game.terminal.keeping import Fault, may_write_over, may_write_talks, write_out
from game.terminal.reporting import WRITERS, Tables, writer
from game.text import DelegationId
from game.words import SENTENCES, count, phrase, say, strung
from game.words.endings import ending
from game.words.on_paper import by_the_rules, misread_form


@dataclass(frozen=True, slots=True)
class Played:
    """What was played on paper, and with which sheets."""

    name: str
    """The id of the scenario, or its file."""
    edition: str
    seed: Seed | None
    """None where they were as they are written."""


def type_in(
    console: Console,
    played: Played,
    file: str | None,
    output: str,
    *,
    records: str | None = None,
    over: bool = False,
    asks: bool = False,
    progress: bool = False,
) -> None:
    """Read the forms of all tables, from a file or asked for one by one, and write the report of them, `over` one that
    is there; with `records` also a record of each into that folder. Raises `Fault`, `RecordFileError` and
    `ScenarioError`."""
    write, source = writer(output, WRITERS), source_of(played.name)
    scenario = load(source, played.name, played.edition)
    over = may_write_talks(console, played.name, output, over=over, asks=asks)
    forms = _asked(console, scenario) if file is None else _read(file, scenario)
    told = [_record(scenario, source, played.seed, form) for form in forms]
    debriefs = [Debrief(Course.of(record, source)) for record in told]
    for form, debrief in zip(forms, debriefs, strict=True):
        _tell(console, form.name, debrief)
    letters = [letter(place) for place in range(len(forms))]
    names = [form.name for form in forms] if [form.name for form in forms] != letters else []
    write_out(output, write(Tables(debriefs, names, None, progress)), over=over)
    line = count("The report is in {file}.", "The report of {n} tables is in {file}.", len(forms), file=output)
    console.tell(line)
    if records is not None:
        _keep(console, records, forms, told, over=over, asks=asks)


def _record(scenario: Scenario, source: bytes, seed: Seed | None, form: Form) -> Record:
    """The talks of one table: what the chair has put down."""
    seats: dict[DelegationId, Sits] = dict.fromkeys(scenario.ids, "person")
    return Record(
        scenario.id,
        fingerprint(source),
        seed or 0,
        seats,
        (form.move,),
        as_written=seed is None,
        edition=scenario.edition,
    )


def _read(file: str, scenario: Scenario) -> tuple[Form, ...]:
    try:
        return read_forms(text_in(file), scenario)
    except FormError as fault:
        raise Fault(misread_form(scenario, fault)) from None


def _asked(console: Console, scenario: Scenario) -> tuple[Form, ...]:
    """The forms as they are typed, until an empty line; what cannot be read is asked for again."""
    places = len(scenario.text.negotiated)
    console.tell(
        count(
            "A line for each table: its letter, and the number of the wording that is ticked.",
            "A line for each table: its letter, and the {n} numbers that are ticked, in the order of the form.",
            places,
        )
    )
    console.tell(say("0 is a place that was left open, @14 that 14 hours were gone, and a dash no text at all."))
    found: dict[str, Form] = {}
    while typed := console.ask(say("Table (Enter when all are there):")):
        try:
            form = read_form(typed, scenario, len(found) + 1)
            if form.name in found:
                raise FormError("twice", len(found) + 1, form.name)
            found[form.name] = form
        except FormError as fault:
            console.tell(misread_form(scenario, fault))
    if not found:
        raise Fault(misread_form(scenario, FormError("none", 1)))
    return tuple(found.values())


def _tell(console: Console, name: str, debrief: Debrief) -> None:
    """How a table has ended, and what the rules would have said of its text."""
    line = phrase("Table {name}: {ended}")
    console.tell(say(line, name=name, ended=ending(debrief.scenario, debrief.course.verdict)))
    if objections := by_the_rules(debrief):
        console.tell(say("By the rules: {told}", told=strung(objections, SENTENCES)), indent=2, hang=2)


def _keep(
    console: Console, folder: str, forms: Sequence[Form], records: Sequence[Record], *, over: bool, asks: bool
) -> None:
    """A record for each table into a folder, which is made where there is none."""
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or say("this cannot be the name of a file")
        raise Fault(say("The folder {folder} cannot be made: {why}.", folder=folder, why=why)) from None
    for place, record in enumerate(records):
        file = os.path.join(folder, f"table-{letter(place)}.record")
        may = may_write_over(console, file, over=over, asks=asks)
        write_out(file, write_record(record).encode(), over=may)
    console.tell(count("Its record is in {folder}.", "Their records are in {folder}.", len(forms), folder=folder))
