"""A record: scenario, seed and moves as text that a person can read, and that replays to the same talks.

    As Appropriate record 1
    scenario: partnership-for-peace-1994 5f0c8d21a3b4
    seed: 7
    seat RUS: person
    seat NATO: minister

    1. RUS tables RUS:status=role NATO:weight=rank  "Our weight must be written down."
    2. NATO declines 1 over status, never
    3. RUS asks status
    # end: 3 moves, 5f0c8d21a3b4c5d6

`write_move` and `read_move` are a pair, and so are `write_record` and `read_record`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from game.scenario import WHOLE, Past, Seed, read_seed, written_seed
from game.talks.moves import (
    Move,
)
from game.talks.notation import Misread, no_such
from game.talks.record_lines import FIRST, RecordError, end_line, lines_of
from game.talks.rules import VERBS, write
from game.talks.seats import Sits, sits_of
from game.text import DelegationId, IssueId, OptionId
from game.text.signs import NO_SIGN, escaped, number_of

_LINE = re.compile(r"(\S+)\s+(\S+)\s*(.*?)\s*(\"(?:[^\"\\]|\\.)*\")?\s*")


_HEADING = re.compile(r"(?:(seat)\s+(\S+)|([A-Za-z]+))\s*:\s*(.*)")
_MOVE = re.compile(r"([0-9]+)\.\s+(.*)")
_HEADINGS = frozenset({"scenario", "edition", "seed", "draw", "after", "adviser", "carried"})


@dataclass(frozen=True, slots=True)
class Opening:
    """How talks were opened, beyond the scenario, the seed and the seats; as in `Record`."""

    as_written: bool = False
    past: Past | None = None
    adviser: bool = True
    carried: int = 0
    edition: str = WHOLE


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
    carried: int = 0
    """How many of the moves were made in other talks, from which these were taken over when all was known of them."""
    edition: str = WHOLE
    """Which edition of the scenario was played."""

    def only_person(self, delegations: Collection[DelegationId]) -> DelegationId | None:
        """The seat of the person at the table, who is called you; None where nobody or more than one sat there, and for
        somebody who spoke for an audience."""
        return self.people[0] if len(self.people) == 1 and self.people[0] in delegations else None

    @property
    def people(self) -> tuple[DelegationId, ...]:
        """Those who were played by persons, in the order of the seats."""
        return tuple(who for who, sits in self.seats.items() if sits == "person")


def write_move(move: Move) -> str:
    """A move in one line of a record, without its number."""
    said = f"  {escaped(json.dumps(move.remark, ensure_ascii=False))}" if move.remark else ""
    return f"{move.by} {write(move)}{said}"


def read_move(line: str, number: int = 1) -> Move:
    """A move from its line. Raises `RecordError` with the line's number."""
    found = _LINE.fullmatch(line.strip())
    if not found:
        raise RecordError(number, "move", line.strip())
    by, verb, rest, said = found.groups()
    if '"' in rest:
        raise RecordError(number, "remark" if said else "unclosed", rest[rest.index('"') :])
    try:
        remark = json.loads(said, strict=False) if said else ""
    except ValueError:
        raise RecordError(number, "remark", said) from None
    if sign := NO_SIGN.search(remark):
        raise RecordError(number, "sign", number_of(sign[0]))
    read = VERBS.get(verb)
    try:
        if read is None:
            raise no_such(verb, rest)
        return read(DelegationId(by), rest, remark)
    except Misread as fault:
        raise RecordError(number, fault.kind, fault.written) from None


def write_record(record: Record) -> str:
    """A whole record as text."""
    head = [FIRST, f"scenario: {record.scenario} {record.digest}".rstrip(), f"seed: {written_seed(record.seed)}"]
    head += write_opening(record)
    head += [f"seat {who}: {sits}" for who, sits in record.seats.items()]
    moves = [f"{number}. {write_move(move)}" for number, move in enumerate(record.moves, 1)]
    return "\n".join([*head, "", *moves, end_line([*head, *moves], len(moves))]) + "\n"


@dataclass(frozen=True, slots=True)
class Reading:
    """A record as it was read from a text."""

    record: Record
    seats: Mapping[DelegationId, int]
    """The line in which each seat stands."""
    whole: bool
    """Whether its last line is there. One without is of an earlier version of the game, or has been cut off."""


def read_record(source: str) -> Record:
    """A record from its text. Raises `RecordError`, which names the line at fault."""
    return reading(source).record


def reading(source: str) -> Reading:
    """The same, and what else the text says. Raises `RecordError`."""
    lines = lines_of(source)
    head: dict[str, str] = {}
    at: dict[str, int] = {}
    seats: dict[DelegationId, Sits] = {}
    moves: list[Move] = []
    for number, line in lines.body:
        found = None if moves else _HEADING.fullmatch(line)
        if not found:
            moves.append(_numbered(line, number, len(moves) + 1))
            continue
        name = f"seat {found[2]}" if found[1] else found[3]
        if name in at:
            raise RecordError(number, "twice", name, at[name])
        at[name] = number
        if found[1]:
            seats[DelegationId(found[2])] = _sits(found[4], number)
        elif name in _HEADINGS:
            head[name] = found[4]
        else:
            raise RecordError(number, "heading", name)
    record = _record(head, at, seats, tuple(moves), lines.last)
    if lines.end and lines.end.moves != len(moves):
        raise RecordError(lines.end.line, "short", str(len(moves)), lines.end.moves)
    if lines.end and not lines.end.fits:
        raise RecordError(lines.end.line, "changed")
    return Reading(record, {who: at[f"seat {who}"] for who in seats}, lines.end is not None)


def _record(
    head: Mapping[str, str],
    at: Mapping[str, int],
    seats: Mapping[DelegationId, Sits],
    moves: tuple[Move, ...],
    last: int,
) -> Record:
    """A record from the lines of its head, by their names. Raises `RecordError`."""
    if missing := {"scenario", "seed"} - head.keys():
        raise RecordError(last, "no-line", sorted(missing)[0])
    found = re.fullmatch(r"(\S+)(?:\s+(\S+))?", head["scenario"])
    if not found:
        raise RecordError(at["scenario"], "scenario", head["scenario"])
    seed = read_seed(head["seed"])
    if seed is None:
        raise RecordError(at["seed"], "seed", head["seed"])
    opening = read_opening(head, at)
    if opening.carried > len(moves):
        raise RecordError(at["carried"], "carried", head["carried"], len(moves))
    return record_of(found[1], found[2] or "", seed, seats, moves, opening)


def record_of(
    scenario: str,
    digest: str,
    seed: Seed,
    seats: Mapping[DelegationId, Sits],
    moves: tuple[Move, ...],
    opening: Opening,
) -> Record:
    """A record from its parts."""
    how = (opening.as_written, opening.past, opening.adviser, opening.carried, opening.edition)
    return Record(scenario, digest, seed, seats, moves, *how)


def write_opening(record: Record) -> list[str]:
    """How talks were opened, beyond the seed: nothing for talks of a whole scenario that were drawn, follow no others,
    have advisers and were not taken over."""
    lines = [f"edition: {record.edition}"] if record.edition != WHOLE else []
    lines += ["draw: as written"] if record.as_written else []
    lines += [] if record.adviser else ["adviser: none"]
    if record.past is not None:
        past = record.past
        told = [f"{one}+{other}={goodwill}" for (one, other), goodwill in past.goodwill.items()]
        words = past.outcome if past.outcome is not None else {}
        told += [f"{issue}={option}/{past.binds.get(issue, 0)}" for issue, option in words.items()]
        lines.append(" ".join(["after:", past.scenario, *told]))
    return [*lines, f"carried: {record.carried}"] if record.carried else lines


def read_opening(head: Mapping[str, str], at: Mapping[str, int]) -> Opening:
    """How talks were opened, from the lines that `write_opening` writes, by their names. Raises `RecordError`."""
    draw = head.get("draw", "seed")
    if draw not in ("seed", "as written"):
        raise RecordError(at.get("draw", 1), "draw", draw)
    past = _read_past(head["after"], at.get("after", 1)) if "after" in head else None
    adviser = head.get("adviser", "")
    if adviser not in ("", "none"):
        raise RecordError(at.get("adviser", 1), "adviser", adviser)
    carried = head.get("carried", "0")
    if not _NUMBER.fullmatch(carried):
        raise RecordError(at.get("carried", 1), "carried", carried)
    edition = head.get("edition", WHOLE)
    if not _EDITION.fullmatch(edition):
        raise RecordError(at.get("edition", 1), "edition", edition)
    return Opening(draw == "as written", past, not adviser, int(carried), edition)


_EDITION = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_NUMBER = re.compile(r"[0-9]{1,6}")
_GOODWILL = re.compile(r"([A-Z][A-Z0-9]{0,7})\+([A-Z][A-Z0-9]{0,7})=(10|[0-9])")
_WON = re.compile(r"([A-Za-z][\w-]{0,39})=([A-Za-z][\w-]{0,39})/([0-3])")


def _read_past(words: str, number: int) -> Past:
    scenario, *rest = words.split() or [""]
    goodwill: dict[tuple[DelegationId, DelegationId], int] = {}
    outcome: dict[IssueId, OptionId] = {}
    binds: dict[IssueId, int] = {}
    for word in rest:
        name, known = word.partition("=")[0], {f"{one}+{other}" for one, other in goodwill} | outcome.keys()
        if name in known:
            raise RecordError(number, "twice", name, number)
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
    found = _MOVE.fullmatch(line)
    if not found:
        raise RecordError(number, "numbered", line, expected)
    if found[1] != str(expected):
        raise RecordError(number, "missing", found[1][:12], expected)
    return read_move(found[2], number)
