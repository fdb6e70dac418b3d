"""What a delegation may say with its moves: when a line fits, and which words can stand in it.

An author's lines are said by the computer before those of the house, where they fit. A line that belongs to one
delegation is sealed with its envelope: what somebody might say tells what he might do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import Annotated, Literal

from pydantic import Field

from game.scenario.mistakes import did_you_mean, printable
from game.scenario.names import Names, may_be
from game.scenario.proof import Path
from game.scenario.shapes import AsWritten, IssueName, OptionName, Words, made_from
from game.text import DelegationId, OptionId

Occasion = Literal[
    "open",
    "bridge",
    "trade",
    "counter",
    "close",
    "float",
    "accept",
    "yield",
    "refuse",
    "demur",
    "never",
    "warm",
    "cool",
    "withdraw",
    "ask",
    "wait",
    "announce",
    "hold",
    "give",
    "swap",
    "sit",
    "circulate",
    "sign",
    "late",
    "leave",
    "break-silence",
    "agree",
    "doubt",
    "object",
    "ratify",
    "send-back",
    "praise",
    "blame",
]
"""What is done with the line. Of packages: `open` asks for a wording, `bridge` meets at one, `trade` gives and asks,
`counter` answers so, `close` leaves no bracket, `float` is off the record. Of answers: `accept`; `refuse` names its
word, `demur` does not, `never` is for ever; `warm` and `cool` answer a non-paper. `yield` moves alone, `late` goes
home for want of time, `leave` from a clean text. The last eight are said for an audience: `break-silence`; `agree`,
`doubt` and `object` when it is sounded; `ratify` and `send-back` with its vote; `praise` and `blame` in a headline."""

OUTSIDE: frozenset[Occasion] = frozenset(
    {"break-silence", "agree", "doubt", "object", "ratify", "send-back", "praise", "blame"}
)
"""Those of an audience for which somebody speaks."""
_NAMING: frozenset[Occasion] = OUTSIDE - {"agree", "ratify"}
"""Those of them with which a wording is at stake."""

Circumstance = Literal[
    "first-day",
    "early",
    "late",
    "last-hours",
    "cold",
    "correct",
    "warm",
    "two",
    "many",
    "refused",
    "countered",
    "taken",
    "given",
    "reopened",
    "confers",
    "told-press",
    "news",
    "silence-broken",
    "sent-back",
    "refused-before",
    "they-refused",
    "asked-again",
    "closes",
    "few-left",
    "one-left",
    "silent",
]
"""What may hold when a line is said. `refused`, `countered`, `taken`: what they did with our last paper. `given`,
`reopened`: what they did alone since. `confers`: their capital is being asked. `refused-before`: we had refused the
words at stake, `they-refused`: they had; `asked-again`: they had asked before. `silent`: it is silence."""

PLACES: Mapping[str, frozenset[Occasion] | None] = {
    "word": _NAMING | {"open", "bridge", "yield", "refuse", "never", "cool", "announce", "hold", "ask"},
    "give": frozenset({"trade", "counter"}),
    "get": frozenset({"trade", "counter"}),
    "side": frozenset({"hold", "give", "swap", "sit"}),
    "me": None,
    "them": None,
    "capital": None,
    "their_capital": None,
    "place": None,
}
"""What can stand in braces, and with which moves; None: with all."""

SeatName = Annotated[
    DelegationId,
    Field(strict=True, pattern=r"^[A-Z][A-Z0-9]{0,11}$", description="The id of a delegation or an audience: RUS, US."),
]

_WORDLESS: frozenset[Occasion] = frozenset(
    {"ask", "wait", "hold", "give", "swap", "sit", "circulate", "sign", "late", "leave", "agree", "ratify"}
)
"""With these no wording of the text is at stake."""

_APART: Sequence[Sequence[Circumstance]] = (
    ("cold", "correct", "warm"),
    ("early", "late"),
    ("early", "last-hours"),
    ("first-day", "last-hours"),
    ("two", "many"),
)
"""Circumstances of which one at most holds."""


@dataclass(frozen=True, slots=True)
class Remark(AsWritten):
    """A line that the computer says with a move, before those of the house, where it fits. It is always MODEL."""

    say: Annotated[
        Words,
        Field(
            min_length=1,
            max_length=200,
            pattern=r"^[^\n]*$",
            description="One or two sentences; {word}, {give}, {get}, {side}, {me}, {them}, {capital}, {their_capital},"
            " {place} are filled in.",
        ),
    ]
    moves: Annotated[
        frozenset[Occasion],
        made_from(Annotated[list[Occasion], Field(min_length=1, max_length=12)], frozenset),
        Field(alias="move", description="What is done with it."),
    ]
    of: Annotated[
        SeatName | None,
        Field(description="Whose line it is, a delegation's or an audience's; left out: any delegation's."),
    ] = None
    issue: Annotated[IssueName | None, Field(description="What must be at stake.")] = None
    options: Annotated[
        frozenset[OptionId],
        made_from(Annotated[list[OptionName], Field(max_length=12)], frozenset),
        Field(description="Which wordings; left out: any."),
    ] = frozenset()
    when: Annotated[
        frozenset[Circumstance],
        made_from(Annotated[list[Circumstance], Field(max_length=6)], frozenset),
        Field(description="All of these must hold."),
    ] = frozenset()


@lru_cache(maxsize=1024)
def places_in(say: str) -> tuple[str, ...]:
    """What stands in braces in a line. Raises `ValueError` where the braces do not pair, or hold more than a name."""
    found: list[str] = []
    for _, name, form, conversion in Formatter().parse(say):
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            raise ValueError(name or "{}")
        found.append(name)
    return tuple(found)


def check_remarks(lines: Sequence[Remark], names: Names) -> None:
    """Mark every line that could not be said."""
    for n, line in enumerate(lines):
        path: Path = ("remarks", n)
        at_table = line.of is None or line.of in names.known["delegation"]
        outside = not at_table and line.of in names.known["audience"]
        if at_table or outside:
            _whose(path, line, names, outside=outside)
        elif line.of is not None and not may_be(line.of, names.known["audience"]):
            names.named((*path, "of"), line.of, "delegation")
        _stake(path, line, names)
        _when(path, names)
        _places(path, line, names)


def _whose(path: Path, line: Remark, names: Names, *, outside: bool) -> None:
    """An audience says other things than a delegation, and whatever holds at the table."""
    for m, move in enumerate(names.proof.written((*path, "move"))):
        if (move in OUTSIDE) != outside:
            whose = "an audience" if outside else "a delegation"
            names.proof.mark((*path, "move", m), f"'{move}' is nothing that {whose} does")
    if outside and "capital}" in line.say:
        names.proof.mark((*path, "say"), "an audience has no capital that could stand in its line")
    if outside and line.when:
        names.proof.mark_key((*path, "when"), "an audience's line says nothing of what holds at the table")


def _stake(path: Path, line: Remark, names: Names) -> None:
    if line.issue is None:
        if line.options:
            names.proof.mark_key((*path, "options"), "options need their 'issue'")
    elif names.issue_named((*path, "issue"), line.issue):
        names.listed((*path, "options"), line.issue)
        for m, move in enumerate(names.proof.written((*path, "move"))):
            if move in _WORDLESS:
                said = f"no wording is at stake with '{move}', so the line cannot name an issue"
                names.proof.mark((*path, "move", m), said)


def _when(path: Path, names: Names) -> None:
    written = names.proof.written((*path, "when")) or []
    for apart in _APART:
        both = [each for each in written if each in apart]
        if len(set(both)) > 1:
            place = written.index(both[-1])
            names.proof.mark((*path, "when", place), f"'{both[0]}' and '{both[-1]}' never hold together")


def _places(path: Path, line: Remark, names: Names) -> None:
    try:
        places = places_in(line.say)
    except ValueError:
        names.proof.mark((*path, "say"), "braces hold one name each, such as {word}")
        return
    told: set[int] = set()
    for place in dict.fromkeys(places):
        if place not in PLACES:
            known = did_you_mean(place, PLACES)
            names.proof.mark((*path, "say"), f"nothing is known as '{{{printable(place)}}}'{known}")
            continue
        allowed = PLACES[place]
        for m, move in enumerate(names.proof.written((*path, "move"))):
            if allowed is not None and move not in allowed and m not in told:
                told.add(m)
                names.proof.mark((*path, "move", m), f"'{{{place}}}' is not known with '{move}'")
