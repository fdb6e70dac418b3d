"""Kept talks and records: what is there, out to a text file and in from one."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from game.scenario import open_scenario, shipped, source_of
from game.table import Computers, GameId, Kept, Store, fingerprint, table_of
from game.talks import Record, read_record, write_move, write_record
from game.terminal.console import Console
from game.words import count, listed, phrase, say
from game.words.levels import played

_LIST = "as-appropriate list"
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
    console.tell(say("Scenarios:"))
    for name in shipped():
        console.tell(_scenario_line(name), indent=2, hang=2)
    games = Store().games()
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
    return say(line, **told, after=after)


def _kept_line(kept: Kept) -> str:
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


def latest() -> GameId:
    """The number of the newest talks that are not over."""
    going = [kept.id for kept in Store().games() if not kept.ended]
    if not going:
        raise Fault(say("No talks wait to be resumed. To begin: {play}.", play="as-appropriate play"))
    return going[0]


def game_number(word: str) -> GameId:
    """The number of kept talks as it was typed."""
    if not (word.isascii() and word.isdigit() and len(word) < 12):
        raise Fault(say("Kept talks have a number, not {word}: {all} shows them.", word=repr(word), all=_LIST))
    return GameId(int(word))


def recorded(file: str, scenario: str | None) -> tuple[Record, bytes, str]:
    """A record with its scenario file, and a warning if that has changed. A number that is no file is kept talks."""
    record = written(file)
    if record is None:
        game, store = game_number(file), Store()
        _sealed(store, game, say("go on with them by {resume}", resume=f"as-appropriate resume {game}"))
        return *store.load(game), ""
    if scenario is None and record.scenario not in shipped():
        name, option = repr(record.scenario[:80]), "--scenario FILE"
        raise Fault(
            say(
                "The scenario {name} does not come with the game: name its file with {option}.",
                name=name,
                option=option,
            )
        )
    source = source_of(scenario or record.scenario)
    changed = bool(record.digest) and record.digest != fingerprint(source)
    warning = phrase("The scenario has changed since this was recorded: its moves may mean something else now.")
    return record, source, say(warning) if changed else ""


def written(file: str) -> Record | None:
    """The record in a file; None for a number that is no file: it is that of kept talks. Raises `Fault`."""
    if file.isascii() and file.isdigit() and not os.path.exists(file):  # Path.exists raises for a long name
        return None
    try:
        return read_record(_text_of(file))
    except OSError as fault:
        reason = fault.strerror or say("there is no such file")
        raise Fault(say("{file} cannot be read: {reason}.", file=file, reason=reason)) from None
    except UnicodeDecodeError:
        raise Fault(say("{file} cannot be read: it is not a text.", file=file)) from None


def _text_of(file: str) -> str:
    with Path(file).open("rb") as opened:
        source = opened.read(_LARGEST + 1)
    if len(source) > _LARGEST:
        large = phrase("{file} is larger than any record: {most} MiB are read at most.")
        raise Fault(say(large, file=file, most=_LARGEST // 2**20))
    return source.decode("utf-8-sig").replace("\r\n", "\n")


def _sealed(store: Store, game: GameId, instead: str) -> None:
    """The record of talks that go on would tell every seat what the others have said in confidence, and the seed what
    stands in their instructions. Raises `Fault`."""
    if any(kept.id == game and not kept.ended for kept in store.games()):
        sealed = phrase("Talks {n} are not over, and their record tells what the other seats may not know: {instead}.")
        raise Fault(say(sealed, n=str(game), instead=instead))


def export_record(console: Console, game: str, file: str | None, *, unfinished: bool = False) -> None:
    """Write kept talks as text, to a file or to the screen; `unfinished` ones as well, to carry them elsewhere."""
    store, number = Store(), game_number(game)
    if not unfinished:
        carry = say("to carry them to another machine, add {option}", option="--unfinished")
        _sealed(store, number, carry)
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
    replay = f"as-appropriate replay {file}"
    console.tell(say("Talks {n} are written to {file}. To hear them: {replay}.", n=game, file=file, replay=replay))


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
    console.tell(
        count(
            "The record of {n} move is kept as talks {game}. To go on: {verb}.",
            "The record of {n} moves is kept as talks {game}. To go on: {verb}.",
            len(record.moves),
            game=str(game),
            verb=f"as-appropriate {verb} {game}",
        )
    )
