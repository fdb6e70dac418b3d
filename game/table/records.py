"""Records of talks, by the number under which they are kept or in a file of their own; what goes wrong is a value."""

from __future__ import annotations

import codecs
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.scenario import Past, load, shipped, source_of
from game.table.following import check_follows, past_from
from game.table.games import fingerprint
from game.table.store import Store
from game.table.store_error import GameId
from game.table.writing import STANDARD_STREAM
from game.talks import Reading, Record, RecordError, reading

LARGEST = 4 * 2**20
"""Bytes of a record file: a hundred times the longest talks."""

RecordFault = Literal[
    "none-going", "no-number", "no-name", "no-scenario", "unreadable", "no-text", "code-page", "damaged-text", "large",
    "not-over", "not-over-to-carry", "imported", "own-scenario",
]  # fmt: skip
"""No kept talks go on; kept talks have a number; no file is named; the scenario of a record does not come with the
game; its file cannot be read; it is no text; it is in another encoding than those of Unicode; it is damaged in one of
these; it is too large; the talks go on, and their record is sealed (or could be carried elsewhere); a record of such a
scenario has to be imported before it is followed; kept talks have their scenario, and no other is taken."""


class RecordFileError(Exception):
    """A record that cannot be had: of what kind the fault is, which file or number it is, what the machine says or
    which encoding it is, and the line at fault."""

    def __init__(self, kind: RecordFault, what: str = "", reason: str = "", line: int = 0) -> None:
        super().__init__(kind, what)
        self.kind, self.what, self.reason, self.line = kind, what, reason, line


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record with its scenario file."""

    record: Record
    source: bytes
    changed: bool = False
    """Whether the scenario has changed since."""
    whole: bool = True
    """Whether its last line is there; where it is not, something may be missing."""


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


def recorded(file: str, scenario: str | None) -> Recorded:
    """A record and its scenario. A number that is no file is kept talks. Raises `RecordFileError`, `RecordError` and
    `ScenarioError`."""
    return _with_scenario(file, written(file), scenario)


def _with_scenario(file: str, found: Reading | None, scenario: str | None) -> Recorded:
    if found is None:
        if scenario is not None:
            raise RecordFileError("own-scenario", file)
        game, store = game_number(file), Store(writable=False)
        sealed(store, game)
        return Recorded(*store.load(game))
    record = found.record
    if scenario is None and record.scenario not in shipped():
        raise RecordFileError("no-scenario", record.scenario[:80])
    source = source_of(scenario or record.scenario)
    ids = load(source, scenario or record.scenario, record.edition).seats
    for who, line in found.seats.items():
        if who not in ids:
            raise RecordError(line, "no-delegation", who, names=ids)
    return Recorded(record, source, bool(record.digest) and record.digest != fingerprint(source), found.whole)


def written(file: str) -> Reading | None:
    """The record in a file; None for a number that is no file: it is that of kept talks. Raises `RecordFileError` and
    `RecordError`."""
    if not file:
        raise RecordFileError("no-name")
    if file.isascii() and file.isdigit() and not os.path.exists(file):  # Path.exists raises for a long name
        return None
    return reading(text_in(file))


def text_in(file: str) -> str:
    """The text in a file, or of what another program sends. Raises `RecordFileError`."""
    try:
        with open(0 if file == STANDARD_STREAM else Path(file), "rb", closefd=file != STANDARD_STREAM) as opened:
            source = opened.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        raise RecordFileError("unreadable", file, getattr(fault, "strerror", None) or "") from None
    if len(source) > LARGEST:
        raise RecordFileError("large", file)
    return _text_of(source, file)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before that of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_LINE_END = re.compile(rb"\r\n|\r|\n")


def _encoding(source: bytes) -> str:
    """The encoding of a text by its mark; without one UTF-8, unless each second byte is nothing, as in Latin letters of
    UTF-16."""
    for mark, name in _MARKS:
        if source.startswith(mark):
            return name
    pair = source[:2]
    if len(pair) == 2 and pair.count(0) == 1:
        return "utf-16-le" if pair[1] == 0 else "utf-16-be"
    return "utf-8"


def _text_of(source: bytes, file: str) -> str:
    """The text in the bytes of a file. Raises `RecordFileError`."""
    encoding = _encoding(source)
    try:
        return source.decode(encoding)
    except UnicodeDecodeError as fault:
        before = source[: fault.start].decode(encoding, "ignore").encode()
        line = len(_LINE_END.findall(before)) + 1
        if encoding not in ("utf-8", "utf-8-sig"):
            raise RecordFileError("damaged-text", file, encoding[:6].upper(), line) from None
        if _NOT_IN_TEXT.search(source):
            raise RecordFileError("no-text", file) from None
        raise RecordFileError("code-page", file, _code_page(source), line) from None


def _code_page(source: bytes) -> str:
    """The encoding in which a text of one byte a letter seems to be written; "" where that cannot be seen."""
    high = bytes(set(source) - set(range(0x80))).decode("cp1252", "replace")
    common = all(sign.isalpha() or sign in "“”‘’„‚–—…½¼¾°§«»·€\u00a0" for sign in high)
    return "Windows-1252" if common else ""


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
    found = written(record)
    if found is not None:
        check_follows(scenario, found.record.scenario)
        if found.record.scenario not in shipped():
            raise RecordFileError("imported", found.record.scenario[:80])
    earlier = _with_scenario(record, found, None)
    return past_from(scenario, earlier.record, earlier.source), earlier.changed
