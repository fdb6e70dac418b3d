"""Kept talks and records: what is there, out to a text file and in from one."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import edition_names, in_edition, open_scenario, shipped
from game.scenario.shelf import is_file_of
from game.table import Computers, Kept, Store, StoreError, fingerprint, game_number, recorded, sealed, table_of
from game.table.writing import STANDARD_STREAM, Occupied, occupied, written_whole
from game.talks import write_record
from game.terminal.console import Console, Gone
from game.words import SENTENCES, count, listed, phrase, say, strung
from game.words.levels import played
from game.words.starting import has_changed, has_no_end, size_of
from game.words.storage import not_kept, set_aside


class Fault(Exception):
    """What went wrong, as a sentence for whoever typed the command."""


def store_to_play(*, save: bool) -> Store | None:
    """Where new talks are kept; None where nothing is to be. Raises `Fault`."""
    try:
        return Store() if save else None
    except StoreError as fault:
        told = say("To play without keeping anything: {option}.", option="--no-save")
        raise Fault(strung([not_kept(fault), told], SENTENCES)) from fault


def store_to_go_on(console: Console) -> Store:
    """Where kept talks are; if it cannot be written it is only read, and that is told, as is where a damaged file was
    put. Raises `StoreError`."""
    try:
        store = Store()
        if store.moved:
            console.tell(set_aside(str(store.moved)))
        return store
    except StoreError as fault:
        store = Store(writable=False)
        told = say("What is played here is not kept.")
        console.tell(strung([not_kept(fault), told], SENTENCES))
        return store


def not_written(file: str, reason: str | None) -> str:
    """That a file cannot be written, and why; None where that cannot be the name of one."""
    return say(
        "{file} cannot be written: {reason}.", file=file, reason=reason or say("this cannot be the name of a file")
    )


def may_write_over(console: Console, file: str, *, over: bool, asks: bool) -> bool:
    """Whether a file may be written over; where it is there and `over` does not say so, whoever sits at a terminal is
    asked. Raises `Fault` where it must stay."""
    if over or not occupied(file):
        return over
    question = say("There is a file {file} already. Shall it be written over?", file=file)
    try:
        if asks and console.confirm(question):
            return True
    except Gone:
        asks = True
    raise Fault(_stays(file, asked=asks))


def may_write_talks(console: Console, scenario: str, file: str, *, over: bool, asks: bool) -> bool:
    """The same for a file that holds something of talks: that of their scenario is never written over. Raises
    `Fault`."""
    if is_file_of(scenario, file):
        raise Fault(say("{file} is the scenario itself: name another file for the talks.", file=file))
    return may_write_over(console, file, over=over, asks=asks)


def _stays(file: str, *, asked: bool = False) -> str:
    if asked:
        return say("{file} stays as it is.", file=file)
    line = phrase("There is a file {file} already, and it stays as it is: name another, or add {force}.")
    return say(line, file=file, force="--force")


def write_out(file: str, told: bytes, *, over: bool) -> None:
    """Write a file whole or not at all, `over` one that is there. Raises `Fault`."""
    try:
        with written_whole(file, over=over) as opened:
            opened.buffer.write(told)
    except Occupied:
        raise Fault(_stays(file)) from None
    except (OSError, ValueError) as fault:
        raise Fault(not_written(file, fault.strerror if isinstance(fault, OSError) else None)) from None


def print_out(console: Console, told: str) -> None:
    """Print what would be written to a file, line by line."""
    for line in told.rstrip("\n").split("\n"):
        console.line(line)


def list_all(console: Console) -> None:
    """The scenarios that come with the game, and the kept talks, newest first."""
    console.tell(say("Scenarios:"))
    for name in shipped():
        console.tell(_scenario_line(name), indent=2, hang=2)
    games = Store(writable=False).listed()
    console.tell(say("Kept talks:") if games else say("No talks are kept yet."))
    for kept in games:
        console.tell(_kept_line(kept), indent=2, hang=2)


def _scenario_line(name: str) -> str:
    scenario = open_scenario(name)
    line = phrase("{name}: {title}. {hours:hours} of talks; seat {seats:or}.")
    if scenario.sequel:
        line = phrase("{name}: {title}. {hours:hours} of talks; seat {seats:or}. It follows {after}.")
    after = scenario.sequel.scenario if scenario.sequel else ""
    told = {"name": name, "title": scenario.title, "hours": scenario.calendar.hours, "seats": scenario.ids}
    sized = [
        say("{edition} ({size})", edition=each, size=size_of(in_edition(scenario, each)))
        for each in edition_names(scenario)[1:]
    ]
    about = say(line, **told, after=after)
    return say("{about} Also as {editions:and}.", about=about, editions=sized) if sized else about


def _kept_line(kept: Kept | StoreError) -> str:
    if isinstance(kept, StoreError):
        return say("{n}: {why}", n=str(kept.game), why=not_kept(kept))
    line = phrase("{n}: {title}, {seats}, {moves}, not over, begun {begun} UTC.")
    if kept.ended:
        line = phrase("{n}: {title}, {seats}, {moves}, over, begun {begun} UTC.")
    moves, begun = count("{n} move", "{n} moves", kept.moves), f"{kept.begun:%Y-%m-%d %H:%M}"
    return say(line, n=str(kept.id), title=kept.title, seats=_seats(kept), moves=moves, begun=begun)


def _seats(kept: Kept) -> str:
    """Who plays kept talks against whom, by their ids, and how well."""
    people = listed([who for who, sits in kept.seats.items() if sits == "person"])
    against = played({who: who for who in kept.seats}, kept.seats)
    return say("{people} against {them}", people=people, them=against) if people and against else people or against


def export_record(
    console: Console, game: str, file: str, *, unfinished: bool = False, over: bool = False, asks: bool = False
) -> None:
    """Write kept talks as text, to a file or, for `-`, to the screen; `unfinished` ones as well, to carry them
    elsewhere. What may be written over is as in `may_write_over`. Raises `Fault`."""
    store, number = Store(writable=False), game_number(game)
    if not unfinished:
        sealed(store, number, to_carry=True)
    record, _ = store.load(number)
    told = write_record(record)
    if file == STANDARD_STREAM:
        print_out(console, told)
        return
    write_out(file, told.encode(), over=may_write_over(console, file, over=over, asks=asks))
    replay = f"as-appropriate replay {file}"
    console.tell(say("Talks {n} are written to {file}. To hear them: {replay}.", n=game, file=file, replay=replay))


def import_record(console: Console, policy: Computers, file: str, scenario: str | None) -> None:
    """Keep the talks of a record, after every move has been played by the rules."""
    found = recorded(file, scenario)
    record, source = found.record, found.source
    table = table_of(record, source, policy)
    store = Store()
    if store.moved:
        console.tell(set_aside(str(store.moved)))
    whole = replace(record, digest=fingerprint(source), seats=dict(table.seats))
    game = store.begin(whole, table.scenario.title, source, ended=table.verdict is not None)
    if found.changed:
        console.tell(has_changed())
    if not found.whole and table.verdict is None:
        console.tell(has_no_end())
    verb = "replay" if table.verdict is not None else "resume"
    console.tell(
        count(
            "The record of {n} move is kept as talks {game}. To go on: {verb}.",
            "The record of {n} moves is kept as talks {game}. To go on: {verb}.",
            len(record.moves),
            game=str(game),
            verb=f"as-appropriate {verb} {game}",
        )
    )
