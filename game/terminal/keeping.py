"""Kept talks and records: what is there, out to a text file and in from one."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from game.scenario import open_scenario, shipped, source_of
from game.table import Computers, GameId, Kept, Store, fingerprint, table_of
from game.talks import LEVEL_TITLES, Record, hours_words, level_of, listed, read_record, write_move, write_record
from game.terminal.console import Console
from game.terminal.spoken import moves_words
from game.words import say

_LARGEST = 4 * 2**20
"""Bytes of a record file: a hundred times the longest talks."""


class Fault(Exception):
    """What went wrong, as a sentence for whoever typed the command."""


def not_written(file: str, reason: str | None) -> str:
    """That a file cannot be written, and why; None where that cannot be the name of one."""
    return say(
        "{file} cannot be written: {reason}.", file=file, reason=reason or say("this cannot be the name of a file")
    )


def list_all(console: Console) -> None:
    """The scenarios that come with the game, and the kept talks, newest first."""
    console.tell("Scenarios:")
    for name in shipped():
        scenario = open_scenario(name)
        seats = " or ".join(scenario.ids)
        hours = hours_words(scenario.calendar.hours)
        after = f" It follows {scenario.sequel.scenario}." if scenario.sequel else ""
        console.tell(f"{name}: {scenario.title}. {hours} of talks; seat {seats}.{after}", indent=2, hang=2)
    games = Store().games()
    console.tell("Kept talks:" if games else "No talks are kept yet.")
    for kept in games:
        people, against = listed([who for who, sits in kept.seats.items() if sits == "person"]), _against(kept)
        played = f"{people} against {against}" if people and against else people or against
        state = "over" if kept.ended else "not over"
        begun = f"begun {kept.begun:%Y-%m-%d %H:%M} UTC"
        console.tell(
            f"{kept.id}: {kept.title}, {played}, {moves_words(kept.moves)}, {state}, {begun}.", indent=2, hang=2
        )


def _against(kept: Kept) -> str:
    """Whom the computer plays in kept talks, by their ids, and how well."""
    levels = {who: level_of(sits) for who, sits in kept.seats.items()}
    told = {level: [who for who in levels if levels[who] == level] for level in levels.values() if level is not None}
    each = [f"{listed(ids)}, played by the computer as {LEVEL_TITLES[level].lower()}" for level, ids in told.items()]
    return listed(each)


def latest() -> GameId:
    """The number of the newest talks that are not over."""
    going = [kept.id for kept in Store().games() if not kept.ended]
    if not going:
        raise Fault("No talks wait to be resumed. To begin: as-appropriate play.")
    return going[0]


def game_number(word: str) -> GameId:
    """The number of kept talks as it was typed."""
    if not (word.isascii() and word.isdigit() and len(word) < 12):
        raise Fault(f"Kept talks have a number, not {word!r}: as-appropriate list shows them.")
    return GameId(int(word))


def recorded(file: str, scenario: str | None) -> tuple[Record, bytes, str]:
    """A record with its scenario file, and a warning if that has changed. A number that is no file is kept talks."""
    record = written(file)
    if record is None:
        game, store = game_number(file), Store()
        _sealed(store, game, f"go on with them by as-appropriate resume {game}")
        return *store.load(game), ""
    if scenario is None and record.scenario not in shipped():
        name = record.scenario[:80]
        raise Fault(f"The scenario {name!r} does not come with the game: name its file with --scenario FILE.")
    source = source_of(scenario or record.scenario)
    changed = bool(record.digest) and record.digest != fingerprint(source)
    warning = "The scenario has changed since this was recorded: its moves may mean something else now."
    return record, source, warning if changed else ""


def written(file: str) -> Record | None:
    """The record in a file; None for a number that is no file: it is that of kept talks. Raises `Fault`."""
    if file.isascii() and file.isdigit() and not os.path.exists(file):  # Path.exists raises for a long name
        return None
    try:
        return read_record(_text_of(file))
    except OSError as fault:
        raise Fault(f"{file} cannot be read: {fault.strerror or 'there is no such file'}.") from None
    except UnicodeDecodeError:
        raise Fault(f"{file} cannot be read: it is not a text.") from None


def _text_of(file: str) -> str:
    with Path(file).open("rb") as opened:
        source = opened.read(_LARGEST + 1)
    if len(source) > _LARGEST:
        raise Fault(f"{file} is larger than any record: {_LARGEST // 2**20} MiB are read at most.")
    return source.decode("utf-8-sig").replace("\r\n", "\n")


def _sealed(store: Store, game: GameId, instead: str) -> None:
    """The record of talks that go on would tell every seat what the others have said in confidence, and the seed what
    stands in their instructions. Raises `Fault`."""
    if any(kept.id == game and not kept.ended for kept in store.games()):
        raise Fault(f"Talks {game} are not over, and their record tells what the other seats may not know: {instead}.")


def export_record(console: Console, game: str, file: str | None, *, unfinished: bool = False) -> None:
    """Write kept talks as text, to a file or to the screen; `unfinished` ones as well, to carry them elsewhere."""
    store, number = Store(), game_number(game)
    if not unfinished:
        _sealed(store, number, "to carry them to another machine, add --unfinished")
    record, _ = store.load(number)
    written = write_record(record)
    if file is None:
        for line in written.rstrip("\n").split("\n"):
            console.line(line)
        return
    try:
        Path(file).write_text(written, encoding="utf-8")
    except (OSError, ValueError) as fault:
        raise Fault(not_written(file, fault.strerror if isinstance(fault, OSError) else None)) from None
    console.tell(f"Talks {game} are written to {file}. To hear them: as-appropriate replay {file}.")


def import_record(console: Console, policy: Computers, file: str, scenario: str | None) -> None:
    """Keep the talks of a record, after every move has been played by the rules."""
    record, source, warning = recorded(file, scenario)
    table = table_of(record, source, policy)
    store = Store()
    head = replace(record, digest=fingerprint(source), seats=dict(table.seats), moves=())
    game = store.begin(head, table.scenario.title, source)
    for number, move in enumerate(record.moves, 1):
        ended = number == len(record.moves) and table.verdict is not None
        store.append(game, number, write_move(move), ended=ended)
    if warning:
        console.tell(warning)
    verb = "replay" if table.verdict is not None else "resume"
    moves = moves_words(len(record.moves))
    console.tell(f"The record of {moves} is kept as talks {game}. To go on: as-appropriate {verb} {game}.")
