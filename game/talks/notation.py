"""The parts of a line in a record. Each raises `ValueError` with what is wrong."""

from __future__ import annotations

import re

from game.talks.moves import Shift
from game.text import DelegationId, IssueId, OptionId

_SHIFT = re.compile(r"([^\s:=]+):([^\s:=]+)=([^\s:=]+)")


def no_such(verb: str, rest: str) -> ValueError:
    """The error for what is no move."""
    return ValueError(f"there is no move {(verb + ' ' + rest).strip()[:80]!r}")


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
        raise ValueError(f"a wording is written issue=option, not {words[:80]!r}")
    return IssueId(issue), OptionId(option)


def read_shifts(words: str) -> tuple[Shift, ...]:
    """The wordings of a package: WHO:issue=option, one after the other."""
    shifts: list[Shift] = []
    for word in words.split():
        found = _SHIFT.fullmatch(word)
        if not found:
            raise ValueError(f"a wording in a package is written WHO:issue=option, not {word[:80]!r}")
        shifts.append(Shift(DelegationId(found[1]), IssueId(found[2]), OptionId(found[3])))
    return tuple(shifts)


def read_number(words: str) -> int:
    """The number of a package."""
    if not words.isascii() or not words.isdigit() or len(words) > 6:
        raise ValueError(f"a package has a number, not {words[:80]!r}")
    return int(words)
