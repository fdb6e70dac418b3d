"""Classes that are kept: what is there, one written out whole, one deleted whole."""

from __future__ import annotations

import io
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from game.lesson.class_acts import write_class_act
from game.lesson.kept_class import kept_lesson
from game.reports.seats_csv import seats_csv
from game.scenario import ScenarioError
from game.table import DAYS_KEPT, ClassId, Keeping, KeptClass, ResumeError, StoreError, Table, table_of
from game.talks import ReplayError
from game.terminal.console import Console, Gone
from game.terminal.keeping import Fault, not_written, write_out
from game.words import count, phrase, say
from game.words.faults import fault as told_fault


def tend(console: Console, store: Keeping, typed: Namespace, *, asks: bool) -> None:
    """List classes, or do with one of them what was typed at the shell; `asks` says whether somebody sits there. Raises
    `Fault`, and `StoreError`."""
    kept = kept_class(store, typed.which) if typed.which is not None else None
    if kept is not None and typed.delete:
        delete_class(console, store, kept, sure=typed.yes, asks=asks)
    elif isinstance(kept, StoreError):
        raise kept
    elif kept is not None and typed.export is not None:
        export_class(console, store, kept, typed.export, over=typed.force)
    elif typed.export is not None or typed.delete:
        raise Fault(say("Name the class: {list} names those that are kept.", list=_LIST))
    else:
        list_classes(console, store, kept)


def kept_class(store: Keeping, which: str) -> KeptClass | StoreError:
    """The class of a number or a code, the newest with that code; or why it cannot be read. Raises `Fault`, and
    `StoreError` where nothing can be read."""
    wanted = which.strip().upper()
    for each in store.listed_classes():
        if wanted in ((str(each.of_class),) if isinstance(each, StoreError) else (str(each.id), each.code)):
            return each
    raise Fault(say("No class {which:quoted} is kept: {list} names those that are.", which=which[:40], list=_LIST))


_LIST = "as-appropriate classes"


def list_classes(console: Console, store: Keeping, only: KeptClass | None = None) -> None:
    """The classes that are kept, newest first, or one of them. Raises `StoreError`."""
    classes = (only,) if only else store.listed_classes()
    if not classes:
        console.tell(say("No classes are kept."))
        return
    if only is None:
        console.tell(say("Classes:"))
    for each in classes:
        console.tell(_line(store, each), indent=2, hang=2)
    days = count("after {n} day", "after {n} days", DAYS_KEPT)
    line = phrase("A class in which nothing more is done is deleted {days}, while one is hosted there.")
    console.tell(say(line, days=days))


def _line(store: Keeping, kept: KeptClass | StoreError) -> str:
    if isinstance(kept, StoreError):
        return say("{n}: {why}", n=str(kept.of_class), why=told_fault(kept))
    try:
        lesson, _ = kept_lesson(store, kept.id)
    except StoreError as fault:
        return say("{n}: {why}", n=str(kept.id), why=told_fault(fault))
    line = phrase("{n}: {code}, {scenario}, {people} at {tables}, not over, begun {begun}, used {used} UTC.")
    if kept.ended:
        line = phrase("{n}: {code}, {scenario}, {people} at {tables}, over, begun {begun}, used {used} UTC.")
    return say(
        line,
        n=str(kept.id),
        code=kept.code,
        scenario=lesson.settings.scenario,
        people=count("{n} person", "{n} people", len(lesson.people)),
        tables=count("{n} table", "{n} tables", len(kept.games)),
        begun=f"{kept.begun:%Y-%m-%d %H:%M}",
        used=f"{kept.used:%Y-%m-%d %H:%M}",
    )


# ---- out to files ------------------------------------------------------------------------------------------------


def export_class(console: Console, store: Keeping, kept: KeptClass, where: str, *, over: bool) -> None:
    """Write a class out whole: a record a table, their scenario, a line a seat, and what was done in it; to a folder,
    or to one file whose name ends in .zip. Raises `Fault`, and `StoreError`."""
    files, going = _files(store, kept)
    if where.casefold().endswith(".zip"):
        write_out(where, _zipped(files), over=over)
    else:
        try:
            Path(where).mkdir(exist_ok=True)
        except (OSError, ValueError) as fault:
            raise Fault(not_written(where, fault.strerror if isinstance(fault, OSError) else None)) from None
        for name, told in files.items():
            write_out(str(Path(where) / name), told, over=over)
    written = count("{n} file", "{n} files", len(files))
    console.tell(say("{where}: {written} of class {code}.", where=where, written=written, code=kept.code))
    if going:
        line = phrase("Left out: the records of {tables:and}, which are not over. They would give the sheets away.")
        console.tell(say(line, tables=[say("table {letter}", letter=each) for each in going]))


def _files(store: Keeping, kept: KeptClass) -> tuple[Mapping[str, bytes], list[str]]:
    """What is written of a class, by its name; and the tables of a class that goes on, which go on."""
    lesson, acts = kept_lesson(store, kept.id)
    tables: dict[str, Table] = {}
    files, going = dict[str, bytes](), []
    for letter, game in lesson.tables.items():
        record, source = store.load(game)
        try:
            table = tables[letter] = table_of(record, source, {})
        except (ReplayError, ScenarioError) as fault:
            raise ResumeError(game, fault) from fault
        if table.verdict is None and not kept.ended:
            going.append(letter)
            continue
        files[f"table-{letter}.txt"] = table.export().encode()
        files[f"{record.scenario}.yaml"] = source
    files["seats.csv"] = seats_csv(lesson, tables).encode()
    files["class.txt"] = "".join(f"{write_class_act(act)}\n" for act in acts).encode()
    return files, going


def _zipped(files: Mapping[str, bytes]) -> bytes:
    found = io.BytesIO()
    with ZipFile(found, "w", ZIP_DEFLATED) as opened:
        for name, told in files.items():
            opened.writestr(name, told)
    return found.getvalue()


# ---- gone ----------------------------------------------------------------------------------------------------------


def delete_class(console: Console, store: Keeping, kept: KeptClass | StoreError, *, sure: bool, asks: bool) -> None:
    """Delete a class whole, also one that cannot be read, once whoever sits at a terminal has said so, or `sure` does.
    Raises `Fault`, and `StoreError`."""
    id, code = (
        (kept.id, kept.code) if isinstance(kept, KeptClass) else (kept.of_class or ClassId(0), str(kept.of_class))
    )
    if not store.hold(id):
        raise Fault(say("Class {code} is served just now: delete it at its desk, or end that first.", code=code))
    question = say("Class {code} is deleted for good: its names, its moves, its keys. Shall it be?", code=code)
    try:
        wanted = sure or (asks and console.confirm(question))
    except Gone:
        wanted = False
    if not wanted:
        line = phrase("Class {code} stays. To delete it without being asked: {option}.")
        raise Fault(say(line, code=code, option="--delete --yes"))
    store.delete_class(id)
    console.tell(say("Class {code} is deleted.", code=code))
