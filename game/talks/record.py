"""A record: scenario, seed and moves as text that a person can read, and that replays to the same talks.

    As Appropriate record 1
    scenario: partnership-for-peace-1994 5f0c8d21a3b4
    seed: 7
    seat RUS: person
    seat NATO: computer

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

from game.talks.moves import Accept, Amend, Consult, Decline, Leave, Move, Propose, Say, Shift, Sign, Withdraw
from game.text import DelegationId, IssueId, OptionId

_FIRST = "As Appropriate record 1"
_SHIFT = re.compile(r"([^\s:=]+):([^\s:=]+)=([^\s:=]+)")
_LINE = re.compile(r"(?:(\d+)\.\s+)?(\S+)\s+(\S+)\s*(.*?)\s*(\"(?:[^\"\\]|\\.)*\")?\s*")


_ESCAPED = {sign: f"\\u{sign:04x}" for sign in (*range(0x7F, 0xA0), 0x2028, 0x2029)}
"""Signs that some programs take for the end of a line."""


class RecordError(ValueError):
    """A record that cannot be read, with the line at fault."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a talks: enough to play it again."""

    scenario: str
    digest: str
    """Fingerprint of the scenario file: with another file the moves mean other things."""
    seed: int
    seats: Mapping[DelegationId, str]
    """Who sits where: `person` or `computer`."""
    moves: tuple[Move, ...] = ()


def write_move(move: Move) -> str:
    """A move in one line of a record, without its number."""
    said = f"  {json.dumps(move.remark, ensure_ascii=False).translate(_ESCAPED)}" if move.remark else ""
    return f"{move.by} {_deed(move)}{said}"


def _deed(move: Move) -> str:
    match move:
        case Propose():
            shifts = " ".join(f"{shift.delegation}:{shift.issue}={shift.option}" for shift in move.shifts)
            return f"{'floats' if move.off_record else 'tables'} {shifts}"
        case Accept():
            return f"accepts {move.package}"
        case Decline():
            over = f" over {move.word}" if move.word else ""
            return f"declines {move.package}{over}{', never' if move.never else ''}"
        case Withdraw():
            return f"withdraws {move.package}"
        case Amend():
            return f"moves {move.issue}={move.option}"
        case Consult():
            return f"asks {' '.join(move.issues)}"
        case Say():
            return "says"
        case Sign():
            return "initials"
        case Leave():
            return "leaves"
        case _:
            raise TypeError(f"no such move: {type(move).__name__}")


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
    who = DelegationId(by)
    match verb:
        case "tables" | "floats":
            return Propose(who, remark, _read_shifts(rest, number), verb == "floats")
        case "accepts":
            return Accept(who, remark, _package(rest, number))
        case "declines":
            return _read_decline(who, remark, rest, number)
        case "withdraws":
            return Withdraw(who, remark, _package(rest, number))
        case "moves":
            issue, _, option = rest.partition("=")
            if not issue or not option:
                raise RecordError(number, f"a change of position is written issue=option, not {rest[:80]!r}")
            return Amend(who, remark, IssueId(issue), OptionId(option))
        case "asks":
            return Consult(who, remark, tuple(IssueId(issue) for issue in rest.split()))
    plain = {"says": Say, "initials": Sign, "leaves": Leave}.get(verb)
    if plain is None or rest:
        raise RecordError(number, f"there is no move {(verb + ' ' + rest).strip()[:80]!r}")
    return plain(who, remark)


def _read_shifts(words: str, number: int) -> tuple[Shift, ...]:
    shifts: list[Shift] = []
    for word in words.split():
        found = _SHIFT.fullmatch(word)
        if not found:
            raise RecordError(number, f"a wording in a package is written WHO:issue=option, not {word[:80]!r}")
        shifts.append(Shift(DelegationId(found[1]), IssueId(found[2]), OptionId(found[3])))
    return tuple(shifts)


def _package(words: str, number: int) -> int:
    if not words.isascii() or not words.isdigit() or len(words) > 6:
        raise RecordError(number, f"a package has a number, not {words[:80]!r}")
    return int(words)


def _read_decline(who: DelegationId, remark: str, rest: str, number: int) -> Decline:
    found = re.fullmatch(r"(\S+)(?: over ([^\s,]+))?(, never)?", rest)
    if not found:
        raise RecordError(number, f"a refusal is written N over issue, never: {rest[:80]!r}")
    word = IssueId(found[2]) if found[2] else None
    return Decline(who, remark, _package(found[1], number), word, found[3] is not None)


def write_record(record: Record) -> str:
    """A whole record as text."""
    lines = [_FIRST, f"scenario: {record.scenario} {record.digest}", f"seed: {record.seed}"]
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
    seats: dict[DelegationId, str] = {}
    moves: list[Move] = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, value = line.partition(":")
        if not moves and colon and name in {"scenario", "seed"}:
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
    return Record(scenario, digest.strip(), int(head["seed"]), seats, tuple(moves))


def _sits(word: str, number: int) -> str:
    if word not in ("person", "computer"):
        raise RecordError(number, f"a seat is a person's or the computer's, not {word[:80]!r}")
    return word


def _numbered(line: str, number: int, expected: int) -> Move:
    said, dot, rest = line.strip().partition(". ")
    if not dot or not said.isdigit():
        raise RecordError(number, f"a move is written '{expected}. WHO DOES WHAT', not {line.strip()[:80]!r}")
    if said != str(expected):
        raise RecordError(number, f"move {expected} is missing: this line is number {said[:12]}")
    return read_move(rest, number)
