"""A record: scenario, seed and moves as text that a person can read, and that replays to the same talks.

    As Appropriate record 1
    scenario: partnership-for-peace-1994 5f0c8d21a3b4
    seed: 7
    seat RUS: person
    seat NATO: minister

    1. RUS tables RUS:status=role NATO:weight=rank  "Our weight must be written down."
    2. NATO declines 1 over status, never
    3. RUS asks status

`write_move` and `read_move` are a pair, and so are `write_record` and `read_record`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario import Past, Seed, read_seed, written_seed
from game.talks.moves import (
    Move,
)
from game.talks.notation import Fault, Misread, no_such
from game.talks.rules import VERBS, write
from game.talks.seats import Sits, sits_of
from game.text import DelegationId, IssueId, OptionId

FIRST = "As Appropriate record 1"
_LINE = re.compile(r"(?:(\d+)\.\s+)?(\S+)\s+(\S+)\s*(.*?)\s*(\"(?:[^\"\\]|\\.)*\")?\s*")


_ESCAPED = {sign: f"\\u{sign:04x}" for sign in (*range(0x7F, 0xA0), 0x2028, 0x2029)}
"""Signs that some programs take for the end of a line."""


class RecordError(ValueError):
    """A record that cannot be read: the line at fault, what it should have been and what stands there; of moves, which
    was `expected`."""

    def __init__(self, line: int, kind: Fault, written: str = "", expected: int = 0) -> None:
        super().__init__(line, kind, written[:80])
        self.line, self.kind, self.written, self.expected = line, kind, written[:80], expected


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a talks: enough to play it again."""

    scenario: str
    digest: str
    """Fingerprint of the scenario file: with another file the moves mean other things."""
    seed: Seed
    """With it, everything that was drawn can be worked out."""
    seats: Mapping[DelegationId, Sits]
    """Who sits where: a person, or the computer at a level."""
    moves: tuple[Move, ...] = ()
    as_written: bool = False
    """Whether the instructions are those of the file, and not drawn from the seed."""
    past: Past | None = None
    """What is left of the talks that these follow."""
    adviser: bool = True
    """Whether the people at the table may ask an adviser."""


def write_move(move: Move) -> str:
    """A move in one line of a record, without its number."""
    said = f"  {json.dumps(move.remark, ensure_ascii=False).translate(_ESCAPED)}" if move.remark else ""
    return f"{move.by} {write(move)}{said}"


def read_move(line: str, number: int = 1) -> Move:
    """A move from its line. Raises `RecordError` with the line's number."""
    found = _LINE.fullmatch(line.strip())
    if not found:
        raise RecordError(number, "move", line.strip())
    _, by, verb, rest, said = found.groups()
    try:
        remark = json.loads(said) if said else ""
    except ValueError:
        raise RecordError(number, "remark", said) from None
    read = VERBS.get(verb)
    try:
        if read is None:
            raise no_such(verb, rest)
        return read(DelegationId(by), rest, remark)
    except Misread as fault:
        raise RecordError(number, fault.kind, fault.written) from None


def write_record(record: Record) -> str:
    """A whole record as text."""
    lines = [FIRST, f"scenario: {record.scenario} {record.digest}", f"seed: {written_seed(record.seed)}"]
    lines += write_opening(record)
    lines += [f"seat {who}: {sits}" for who, sits in record.seats.items()]
    lines.append("")
    lines += [f"{number}. {write_move(move)}" for number, move in enumerate(record.moves, 1)]
    return "\n".join(lines) + "\n"


def read_record(source: str) -> Record:
    """A record from its text. Raises `RecordError`, which names the line at fault."""
    # Not splitlines: a remark may hold signs that it takes for the end of a line.
    lines = source.rstrip("\n").split("\n")
    if lines[0].strip() != FIRST:
        raise RecordError(1, "first-line")
    head: dict[str, str] = {}
    at: dict[str, int] = {}
    seats: dict[DelegationId, Sits] = {}
    moves: list[Move] = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, value = line.partition(":")
        if not moves and colon and name in {"scenario", "seed", "draw", "after", "adviser"}:
            head[name], at[name] = value.strip(), number
        elif not moves and colon and name.startswith("seat "):
            seats[DelegationId(name.removeprefix("seat ").strip())] = _sits(value.strip(), number)
        else:
            moves.append(_numbered(line, number, len(moves) + 1))
    if missing := {"scenario", "seed"} - head.keys():
        raise RecordError(len(lines), "no-line", sorted(missing)[0])
    scenario, _, digest = head["scenario"].partition(" ")
    seed = read_seed(head["seed"])
    if seed is None:
        raise RecordError(at["seed"], "seed", head["seed"])
    as_written, past, adviser = read_opening(head, at)
    return Record(scenario, digest.strip(), seed, seats, tuple(moves), as_written, past, adviser)


def write_opening(record: Record) -> list[str]:
    """How talks were opened, beyond the seed: nothing for talks that were drawn, follow no others and have advisers."""
    lines = ["draw: as written"] if record.as_written else []
    lines += [] if record.adviser else ["adviser: none"]
    if record.past is not None:
        past = record.past
        told = [f"{one}+{other}={goodwill}" for (one, other), goodwill in past.goodwill.items()]
        words = past.outcome if past.outcome is not None else {}
        told += [f"{issue}={option}/{past.binds.get(issue, 0)}" for issue, option in words.items()]
        lines.append(" ".join(["after:", past.scenario, *told]))
    return lines


def read_opening(head: Mapping[str, str], at: Mapping[str, int]) -> tuple[bool, Past | None, bool]:
    """Whether instructions are as written, the past, and whether there is an adviser, from the lines that
    `write_opening` writes, by their names. Raises `RecordError`."""
    draw = head.get("draw", "seed")
    if draw not in ("seed", "as written"):
        raise RecordError(at.get("draw", 1), "draw", draw)
    past = _read_past(head["after"], at.get("after", 1)) if "after" in head else None
    adviser = head.get("adviser", "")
    if adviser not in ("", "none"):
        raise RecordError(at.get("adviser", 1), "adviser", adviser)
    return draw == "as written", past, not adviser


_GOODWILL = re.compile(r"([A-Z][A-Z0-9]{0,7})\+([A-Z][A-Z0-9]{0,7})=(10|[0-9])")
_WON = re.compile(r"([A-Za-z][\w-]{0,39})=([A-Za-z][\w-]{0,39})/([0-3])")


def _read_past(words: str, number: int) -> Past:
    scenario, *rest = words.split() or [""]
    goodwill: dict[tuple[DelegationId, DelegationId], int] = {}
    outcome: dict[IssueId, OptionId] = {}
    binds: dict[IssueId, int] = {}
    for word in rest:
        if found := _GOODWILL.fullmatch(word):
            goodwill[DelegationId(found[1]), DelegationId(found[2])] = int(found[3])
        elif found := _WON.fullmatch(word):
            outcome[IssueId(found[1])], binds[IssueId(found[1])] = OptionId(found[2]), int(found[3])
        else:
            raise RecordError(number, "past", word)
    if not scenario:
        raise RecordError(number, "past-scenario")
    return Past(scenario, goodwill, outcome or None, binds)


def _sits(word: str, number: int) -> Sits:
    sits = sits_of(word)
    if sits is None:
        raise RecordError(number, "seat", word)
    return sits


def _numbered(line: str, number: int, expected: int) -> Move:
    said, dot, rest = line.strip().partition(". ")
    if not dot or not said.isdigit():
        raise RecordError(number, "numbered", line.strip(), expected)
    if said != str(expected):
        raise RecordError(number, "missing", said[:12], expected)
    return read_move(rest, number)
