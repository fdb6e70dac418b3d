"""What is wrong with a scenario file, said so that an author can put it right: file, line, column, one sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

MOST_SHOWN = 20
_LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True)
class Mistake:
    """One fault at one place; line and column count from 1, line 0 is a file that could not be opened at all."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}" if self.line else f"{self.file}: {self.message}"


class ScenarioError(Exception):
    """A scenario that cannot be used; `mistakes` holds every fault that was found, in file order, and `doubts` what is
    no fault and was hardly meant."""

    def __init__(self, mistakes: Iterable[Mistake], doubts: Iterable[Mistake] = ()) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: (mistake.file, mistake.line, mistake.column)))
        self.doubts = tuple(doubts)
        super().__init__(self.mistakes)

    def __str__(self) -> str:
        return "\n".join(listing(self.mistakes))


def listing(mistakes: Iterable[Mistake]) -> list[str]:
    """One line for each of the first twenty mistakes, and how many more there are."""
    lines = [str(mistake) for mistake in mistakes]
    more = len(lines) - MOST_SHOWN
    return lines if more <= 0 else [*lines[:MOST_SHOWN], f"and {more} more"]


def printable(text: str, longest: int = _LONGEST_ECHO) -> str:
    """A text that is safe to print in a message: short, on one line, without control signs or lone surrogates."""
    cut = text[:longest]
    shown = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in cut)
    return shown if len(text) <= longest else f"{shown}…"


def quoted(value: object) -> str:
    """What the file says, in quotation marks and cut short; lists and mappings by their kind."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"'{printable(str(value).lower() if isinstance(value, bool) else str(value))}'"


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The end of a sentence that offers the nearest name, or nothing if none is near."""
    return offer(_nearest(word, choices))


def offer(meant: str | None) -> str:
    """The end of a sentence that offers a name, if there is one."""
    return f"; did you mean '{printable(meant)}'?" if meant is not None else ""


def match_keys(named: Collection[str], wanted: Collection[str]) -> tuple[dict[str, str | None], list[str]]:
    """The keys that are not wanted, each with what was probably meant, and the wanted keys that are not there.

    A key that is only misspelt is not missing: one slip is one mistake.
    """
    there = set(named)
    missing = [key for key in wanted if key not in there]
    unknown: dict[str, str | None] = {}
    for key in named:
        if key not in wanted:
            # Keys that are there already are offered only if nothing that is missing comes near.
            unknown[key] = _nearest(key, missing) or _nearest(key, wanted)
            missing = [other for other in missing if other != unknown[key]]
    return unknown, missing


_BEGINNING = 3
"""Letters of a beginning that mean the one name which begins so."""


def _nearest(word: str, choices: Iterable[str]) -> str | None:
    names: dict[str, str] = {}
    for choice in choices:
        names.setdefault(choice.casefold(), choice)
    written = word[:100].casefold()
    begun = [name for name in names if name.startswith(written)] if len(written) >= _BEGINNING else []
    found = get_close_matches(written, names, n=1) or (begun if len(begun) == 1 else [])
    return names[found[0]] if found else None
