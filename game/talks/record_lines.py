"""The lines of a record as it comes to hand: with the line ends of any system, quoted in a mail, with other words
before and after, and with a last line that tells whether all of it is there.

    # end: 24 moves, 5f0c8d21a3b4c5d6

That line is a comment to a game that does not know it. The number at its end is a fingerprint of all lines but the
empty ones and the comments, however they are spaced and end, and of every remark as it was said.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from game.talks.notation import Fault
from game.text import DelegationId
from game.text.signs import NO_SIGN, number_of

FIRST = "As Appropriate record 1"
_ANY_FIRST = re.compile(r"As Appropriate record ([0-9]{1,9})")
_LINE_END = re.compile("\r\n|\r|\n")
# Not splitlines: a remark may hold signs that it takes for the end of a line.
_QUOTED = re.compile(r"\s*(?:>\s*)*")
_END = re.compile(r"# end: ([0-9]{1,9}) moves?, ([0-9a-f]{16})")
_ANY_END = "# end:"
_HEADS = re.compile(r"[A-Za-z]+(?:\s+\S+)?\s*:\s")
"""How a line of the head begins."""


class RecordError(ValueError):
    """A record that cannot be read: the line at fault, what it should have been and what stands there; of moves, which
    was `expected`, and of a line that stands there twice, where it was first. `names` are those that there are."""

    def __init__(
        self, line: int, kind: Fault, written: str = "", expected: int = 0, names: Sequence[DelegationId] = ()
    ) -> None:
        super().__init__(line, kind, written[:80])
        self.line, self.kind, self.written, self.expected = line, kind, written[:80], expected
        self.names = tuple(names)


@dataclass(frozen=True, slots=True)
class EndLine:
    """The line that says that this is the end: its number in the file, how many moves it says there are, what it
    knows of the lines before it, and whether they are the ones that it was written for."""

    line: int
    moves: int
    fingerprint: str
    fits: bool


@dataclass(frozen=True, slots=True)
class RecordLines:
    """The lines of a record behind its first one, that say something, each with its number in the file."""

    body: tuple[tuple[int, str], ...]
    last: int
    """The number of the last line."""
    end: EndLine | None
    """None in a record that is of before there was such a line, or has been cut off."""


def end_line(body: Iterable[str], moves: int) -> str:
    """The last line of a record with these lines, its first one among them."""
    return f"{_ANY_END} {moves} {'move' if moves == 1 else 'moves'}, {_fingerprint(body)}"


def lines_of(source: str) -> RecordLines:
    """The lines of the record in a text. Raises `RecordError` where there is none, where it is of a later version or
    there is a second one, and where it has signs that no text can have."""
    rows = _LINE_END.split(source.removeprefix("\ufeff"))
    begins = next((place for place, row in enumerate(rows) if _bare(row) == FIRST), None)
    if begins is None:
        raise _no_first(rows)
    quoted = ">" in rows[begins]
    body: list[tuple[int, str]] = []
    end: EndLine | None = None
    for number, row in enumerate(rows[begins + 1 :], begins + 2):
        line = (row[_QUOTED.match(row).end() :] if quoted else row).strip()  # type: ignore[union-attr]  # matches ""
        if _ANY_FIRST.fullmatch(_bare(row)):
            raise RecordError(number, "second-record")
        if end is not None or not line or (line.startswith("#") and not line.startswith(_ANY_END)):
            continue
        if found := NO_SIGN.search(line):
            raise RecordError(number, "sign", number_of(found[0]))
        if line.startswith("#"):
            end = _end(line, number, [FIRST, *(each for _, each in body)])
        else:
            body.append((number, line))
    if end is not None and not end.fits:
        joined = _joined(body)
        if end.fingerprint == _fingerprint([FIRST, *(line for _, line in joined)]):
            body, end = joined, replace(end, fits=True)
    return RecordLines(tuple(body), len("\n".join(rows).rstrip("\n").split("\n")), end)


def _joined(body: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines that a mail has broken in two put together again; whether that is right, the fingerprint says."""
    whole: list[tuple[int, str]] = []
    moves = 0
    for number, line in body:
        if line.startswith(f"{moves + 1}. "):
            moves += 1
            whole.append((number, line))
        elif not whole or (not moves and _HEADS.match(line)):
            whole.append((number, line))
        else:
            whole[-1] = (whole[-1][0], f"{whole[-1][1]} {line}")
    return whole


def _bare(row: str) -> str:
    """A line without what a mail puts before it, and with single spaces."""
    return " ".join(row.lstrip("> \t\u00a0").split())


def _no_first(rows: Sequence[str]) -> RecordError:
    for number, row in enumerate(rows, 1):
        found = _ANY_FIRST.fullmatch(_bare(row))
        if found and int(found[1]) > 1:
            return RecordError(number, "later-version", found[1])
    return RecordError(next((number for number, row in enumerate(rows, 1) if row.strip()), 1), "first-line")


def _end(line: str, number: int, body: Sequence[str]) -> EndLine:
    found = _END.fullmatch(" ".join(line.split()))
    if not found:
        raise RecordError(number, "end", line)
    return EndLine(number, int(found[1]), found[2], found[2] == _fingerprint(body))


def _fingerprint(body: Iterable[str]) -> str:
    told = "\n".join(map(_meant, body))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _meant(line: str) -> str:
    """A line with single spaces, and in it a remark as it was said, however that is escaped."""
    rest, mark, said = line.partition('"')
    with suppress(ValueError):
        said = str(json.loads(mark + said, strict=False)) if mark else ""
    return " ".join(rest.split()) + mark + said
