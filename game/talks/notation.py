"""The parts of a line in a record. Each raises `Misread` with what is wrong."""

from __future__ import annotations

import re
from typing import Literal

from game.talks.moves import Shift
from game.text import DelegationId, IssueId, OptionId

_SHIFT = re.compile(r"([^\s:=]+):([^\s:=]+)=([^\s:=]+)")


Fault = Literal[
    "first-line", "later-version", "second-record", "no-line", "heading", "twice", "scenario", "seed", "draw",
    "adviser", "edition", "carried", "past", "past-scenario", "no-delegation", "numbered", "missing", "move", "sign",
    "unclosed", "seat", "remark", "no-such-move", "wording", "package-wording", "package-number", "refusal", "end",
    "short", "changed",
]  # fmt: skip
"""What may be wrong in a record: the line with which it begins, a line of its head, the number of a move, how a move or
a part of it is written, a sign that no text can have, or the line with which it ends."""


class Misread(ValueError):
    """Something in a line of a record that means nothing: of what kind it should have been, and what stands there."""

    def __init__(self, kind: Fault, written: str) -> None:
        super().__init__(kind, written)
        self.kind, self.written = kind, written[:80]


def no_such(verb: str, rest: str) -> Misread:
    """The error for what is no move."""
    return Misread("no-such-move", f"{verb} {rest}".strip())


def read_nothing(verb: str, rest: str) -> None:
    """A verb after which nothing stands."""
    if rest:
        raise no_such(verb, rest)


def read_one(verb: str, rest: str) -> str:
    """A verb after which one id stands."""
    if not rest or re.search(r"\s", rest):
        raise no_such(verb, rest)
    return rest


def read_wording(words: str) -> tuple[IssueId, OptionId]:
    """A wording: issue=option."""
    issue, _, option = words.partition("=")
    if not issue or not option:
        raise Misread("wording", words)
    return IssueId(issue), OptionId(option)


def read_shifts(words: str) -> tuple[Shift, ...]:
    """The wordings of a package: WHO:issue=option, one after the other."""
    shifts: list[Shift] = []
    for word in words.split():
        found = _SHIFT.fullmatch(word)
        if not found:
            raise Misread("package-wording", word)
        shifts.append(Shift(DelegationId(found[1]), IssueId(found[2]), OptionId(found[3])))
    return tuple(shifts)


def read_number(words: str) -> int:
    """The number of a package."""
    if not words.isascii() or not words.isdigit() or len(words) > 6:
        raise Misread("package-number", words)
    return int(words)


def read_word(verb: str, word: str, rest: str) -> None:
    """A verb after which one certain word stands."""
    if rest != word:
        raise no_such(verb, rest)


_HOURS = re.compile(r"[0-9]{1,3}(?:\.(?:25|5|75))?")


def read_hours(verb: str, words: str) -> float:
    """A verb after which hours stand, in quarters."""
    if not _HOURS.fullmatch(words):
        raise no_such(verb, words)
    return float(words)
