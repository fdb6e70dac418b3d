"""Records of talks, by the number under which they are kept or in a file of their own; what goes wrong is a value."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from game.scenario import Past, load, shipped, source_of
from game.table.following import check_follows, past_from
from game.table.store import Store, fingerprint
from game.table.store_error import GameId
from game.talks import Record, read_record

LARGEST = 4 * 2**20
"""Bytes of a record file: a hundred times the longest talks."""

RecordFault = Literal[
    "none-going", "no-number", "no-scenario", "unreadable", "no-text", "large", "not-over", "not-over-to-carry",
    "imported",
]  # fmt: skip
"""No kept talks go on; kept talks have a number; the scenario of a record does not come with the game; its file cannot
be read; it is no text; it is too large; the talks go on, and their record is sealed (or could be carried elsewhere); a
record of such a scenario has to be imported before it is followed."""


class RecordFileError(Exception):
    """A record that cannot be had: of what kind the fault is, which file or number it is, and what the machine says."""

    def __init__(self, kind: RecordFault, what: str = "", reason: str = "") -> None:
        super().__init__(kind, what)
        self.kind, self.what, self.reason = kind, what, reason


def latest(store: Store) -> GameId:
    """The number of the newest talks that are not over. Raises `RecordFileError`."""
    going = [kept.id for kept in store.games() if not kept.ended]
    if not going:
        raise RecordFileError("none-going")
    return going[0]


def game_number(word: str) -> GameId:
    """The number of kept talks as it was typed. Raises `RecordFileError`."""
    if not (word.isascii() and word.isdigit() and len(word) < 12):
        raise RecordFileError("no-number", word)
    return GameId(int(word))


def recorded(file: str, scenario: str | None) -> tuple[Record, bytes, bool]:
    """A record with its scenario file, and whether that has changed since. A number that is no file is kept talks.
    Raises `RecordFileError`, `RecordError` and `ScenarioError`."""
    record = written(file)
    if record is None:
        game, store = game_number(file), Store(writable=False)
        sealed(store, game)
        return *store.load(game), False
    if scenario is None and record.scenario not in shipped():
        raise RecordFileError("no-scenario", record.scenario[:80])
    source = source_of(scenario or record.scenario)
    return record, source, bool(record.digest) and record.digest != fingerprint(source)


def written(file: str) -> Record | None:
    """The record in a file; None for a number that is no file: it is that of kept talks. Raises `RecordFileError`."""
    if file.isascii() and file.isdigit() and not os.path.exists(file):  # Path.exists raises for a long name
        return None
    try:
        with Path(file).open("rb") as opened:
            source = opened.read(LARGEST + 1)
        if len(source) > LARGEST:
            raise RecordFileError("large", file)
        return read_record(source.decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as fault:
        raise RecordFileError("unreadable", file, fault.strerror or "") from None
    except UnicodeDecodeError:
        raise RecordFileError("no-text", file) from None


def sealed(store: Store, game: GameId, *, to_carry: bool = False) -> None:
    """The record of talks that go on would tell every seat what the others have said in confidence, and the seed what
    stands in their instructions. Raises `RecordFileError`."""
    if any(kept.id == game and not kept.ended for kept in store.games()):
        raise RecordFileError("not-over-to-carry" if to_carry else "not-over", str(game))


def followed(record: str, name: str) -> tuple[Past, bool]:
    """What the talks of a record, which is a file or the number of kept talks, have left for a scenario; and whether
    the file of their scenario has changed since. Raises `RecordFileError` and `FollowError`."""
    scenario = load(source_of(name), name)
    check_follows(scenario, scenario.sequel.scenario if scenario.sequel else "")
    earlier = written(record)
    if earlier is not None:
        check_follows(scenario, earlier.scenario)
        if earlier.scenario not in shipped():
            raise RecordFileError("imported", earlier.scenario[:80])
    kept, source, changed = recorded(record, None)
    return past_from(scenario, kept, source), changed
