"""Records with something changed by chance: refused in a sentence, or read; what is read can be played and written."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from game.delegations import computer
from game.table import RecordFileError, recorded, table_of
from game.talks import RecordError, ReplayError, read_record, write_record
from game.words.faults import fault, unreadable
from tests.night import tries
from tests.table.saves import FIXTURES, scenario_file

ORIGINALS = tuple(sorted(FIXTURES.glob("version-*.record.txt")))
KINDS = {"refused", "unplayable", "read", "whole"}
FEW, MANY = 150, tries(6_000, 40_000)
_PIECES = (
    *("\0", "\x1b", "\x85", "\u2028", "\ufeff", "\u200b", "\ud800", "\\u0000", "\r", "\n", "\n\n", "\t", " "),
    *('"', "\\", "> ", "# ", "# end: ", ": ", "=", "9" * 50, "-1", "٣", "é", "1. ", "seed: 8", "seat X: person"),
    *("As Appropriate record 1\n", "As Appropriate record 2", "draw: as written", "after: pfp A+B=5", "adviser: none"),
)


def mutated(told: str, chance: Random) -> bytes:
    """A record with one to four things changed in it: lines gone, doubled, moved; pieces put in, signs gone, bytes
    spoilt; in whatever encoding."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        lines = told.split("\n")
        one, other, at = chance.randrange(len(lines)), chance.randrange(len(lines)), chance.randrange(len(told) + 1)
        match chance.randrange(7):
            case 0:
                del lines[one]
                told = "\n".join(lines)
            case 1:
                lines.insert(other, lines[one])
                told = "\n".join(lines)
            case 2:
                lines[one], lines[other] = lines[other], lines[one]
                told = "\n".join(lines)
            case 3:
                told = told[:at]
            case 4:
                told = told[:at] + told[at + chance.randint(1, 8) :]
            case _:
                told = told[:at] + chance.choice(_PIECES) + told[at:]
    source = told.encode(chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252")), "replace")
    if chance.random() < 0.1 and source:
        place = chance.randrange(len(source))
        source = source[:place] + bytes([chance.randrange(256)]) + source[place + 1 :]
    return source


def tried(path: Path, chance: Random) -> str:
    """What comes of one such record, in a word."""
    original = chance.choice(ORIGINALS)
    record = read_record(original.read_bytes().decode())
    whole = chance.random() < 0.5
    told = write_record(record) if whole else original.read_bytes().decode()
    path.write_bytes(mutated(told, chance))
    try:
        found = recorded(str(path), str(scenario_file(record.digest)))
        table = table_of(found.record, found.source, computer)
    except ReplayError as stopped:
        return "unplayable" if unreadable(stopped).endswith(".") else "no sentence"
    except (RecordError, RecordFileError) as refused:
        return "refused" if fault(refused) else "no sentence"
    assert read_record(write_record(found.record)) == found.record
    assert table.version == len(found.record.moves)
    if whole and found.whole:
        assert found.record == record, "changed, and nobody has noticed"
    return "whole" if found.whole else "read"


def test_some_hundred_records_with_something_changed(tmp_path: Path) -> None:
    """No other fault than those that have a sentence; all four things do happen."""
    chance = Random(13)
    came = Counter(tried(tmp_path / "record.txt", chance) for _ in range(FEW))
    assert {"refused", "read", "unplayable"} <= came.keys() <= KINDS


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_very_many_records_with_something_changed(tmp_path: Path) -> None:
    """The same with thousands."""
    chance = Random("records")
    came = Counter(tried(tmp_path / "record.txt", chance) for _ in range(MANY))
    assert came.keys() == KINDS
