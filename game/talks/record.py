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

from game.scenario import Past, did_you_mean
from game.talks.moves import (
    Move,
)
from game.talks.notation import no_such
from game.talks.rules import VERBS, write
from game.talks.seats import LEVEL_NAMES, Sits, sits_of
from game.text import DelegationId, IssueId, OptionId

_FIRST = "As Appropriate record 1"
_LINE = re.compile(r"(?:(\d+)\.\s+)?(\S+)\s+(\S+)\s*(.*?)\s*(\"(?:[^\"\\]|\\.)*\")?\s*")


_ESCAPED = {sign: f"\\u{sign:04x}" for sign in (*range(0x7F, 0xA0), 0x2028, 0x2029)}
"""Signs that some programs take for the end of a line."""


class RecordError(ValueError):
    """A record that cannot be read, with the line at fault."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a talks: enough to play it again."""

    scenario: str
    digest: str
    """Fingerprint of the scenario file: with another file the moves mean other things."""
    seed: int
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
        raise RecordError(number, f"a move is written WHO DOES WHAT: {line.strip()[:80]!r}")
    _, by, verb, rest, said = found.groups()
    try:
        remark = json.loads(said) if said else ""
    except ValueError:
        raise RecordError(number, f"the remark is not closed properly: {said[:80]!r}") from None
    read = VERBS.get(verb)
    try:
        if read is None:
            raise no_such(verb, rest)
        return read(DelegationId(by), rest, remark)
    except ValueError as fault:
        raise RecordError(number, str(fault)) from None


def write_record(record: Record) -> str:
    """A whole record as text."""
    lines = [_FIRST, f"scenario: {record.scenario} {record.digest}", f"seed: {record.seed}"]
    lines += write_opening(record)
    lines += [f"seat {who}: {sits}" for who, sits in record.seats.items()]
    lines.append("")
    lines += [f"{number}. {write_move(move)}" for number, move in enumerate(record.moves, 1)]
    return "\n".join(lines) + "\n"


def read_record(source: str) -> Record:
    """A record from its text. Raises `RecordError`, which names the line at fault."""
    # Not splitlines: a remark may hold signs that it takes for the end of a line.
    lines = source.rstrip("\n").split("\n")
    if lines[0].strip() != _FIRST:
        raise RecordError(1, f"a record begins with the line {_FIRST!r}")
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
        raise RecordError(len(lines), f"the record has no line {sorted(missing)[0]!r}")
    scenario, _, digest = head["scenario"].partition(" ")
    if not re.fullmatch(r"-?\d{1,18}", head["seed"]):
        raise RecordError(at["seed"], f"the seed is a whole number, not {head['seed'][:80]!r}")
    as_written, past, adviser = read_opening(head, at)
    return Record(scenario, digest.strip(), int(head["seed"]), seats, tuple(moves), as_written, past, adviser)


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
        raise RecordError(at.get("draw", 1), f"a draw is 'seed' or 'as written', not {draw[:80]!r}")
    past = _read_past(head["after"], at.get("after", 1)) if "after" in head else None
    adviser = head.get("adviser", "")
    if adviser not in ("", "none"):
        raise RecordError(at.get("adviser", 1), f"an adviser is 'none', or is not mentioned, not {adviser[:80]!r}")
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
            raise RecordError(number, f"what earlier talks left is written A+B=5 or issue=option/2, not {word[:80]!r}")
    if not scenario:
        raise RecordError(number, "the line 'after' names the scenario of the earlier talks")
    return Past(scenario, goodwill, outcome or None, binds)


def _sits(word: str, number: int) -> Sits:
    sits = sits_of(word)
    if sits is None:
        *levels, last = LEVEL_NAMES
        meant = did_you_mean(word, ("person", *LEVEL_NAMES))
        told = f"a seat is a person's or the computer's, as {', '.join(levels)} or {last}, not {word[:80]!r}{meant}"
        raise RecordError(number, told)
    return sits


def _numbered(line: str, number: int, expected: int) -> Move:
    said, dot, rest = line.strip().partition(". ")
    if not dot or not said.isdigit():
        raise RecordError(number, f"a move is written '{expected}. WHO DOES WHAT', not {line.strip()[:80]!r}")
    if said != str(expected):
        raise RecordError(number, f"move {expected} is missing: this line is number {said[:12]}")
    return read_move(rest, number)
