"""Numbers, addresses and names that are typed behind a command; each with the sentence for what is none."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable

from game.words.language import phrase, say

_KEY = re.compile(r"[0-9a-f]{32}")
"""`game.scenario.seeds` is not loaded to read options."""
_NUMBER = re.compile(r"[-+]?0*[0-9]{1,18}")
"""As records write seeds: digits of other scripts, blanks and underscores are none."""
_SCHEDULER = re.compile(r"(?:(?:tcp|tls|ws|wss)://)?(?:[\w.-]+|\[[\da-fA-F:.%]+\]):\d{1,5}")


def seed(word: str) -> int | bytes:
    """A seed: a number that a record can hold, or the key of talks that are over, as their record has it."""
    return bytes.fromhex(word) if _KEY.fullmatch(word) else first_seed(word)


def first_seed(word: str) -> int:
    """A number from which seeds are counted."""
    if not _NUMBER.fullmatch(word):
        raise _no(phrase("a seed is a whole number of at most 18 digits, not {word}"), word)
    return int(word)


def _no(template: str, word: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(say(template, word=repr(word[:60])))


def runs(word: str) -> int:
    """How many talks to play."""
    if not word.isascii() or not word.isdigit() or len(word) > 7 or not 1 <= int(word) <= 1_000_000:
        raise _no(phrase("the number of runs is between 1 and 1,000,000, not {word}"), word)
    return int(word)


def jobs(word: str) -> int:
    """How many processes may play at once."""
    if not word.isascii() or not word.isdigit() or len(word) > 3 or not 1 <= int(word) <= 512:
        raise _no(phrase("the number of jobs is between 1 and 512, not {word}"), word)
    return int(word)


def people(word: str) -> int:
    """How many people are expected in a class."""
    if not word.isascii() or not word.isdigit() or len(word) > 4 or not 1 <= int(word) <= 2500:
        raise _no(phrase("a class has between 1 and 2,500 people, not {word}"), word)
    return int(word)


def tables(word: str) -> int:
    """At how many tables robots sit."""
    if not word.isascii() or not word.isdigit() or len(word) > 2 or not 1 <= int(word) <= 50:
        raise _no(phrase("robots sit at between 1 and 50 tables, not at {word}"), word)
    return int(word)


def port(word: str) -> int:
    """The port on which a class is served; 0 for any that is free."""
    if not word.isascii() or not word.isdigit() or len(word) > 5 or int(word) > 65535:
        raise _no(phrase("a port is a number between 0 and 65535, not {word}"), word)
    return int(word)


def move_number(word: str) -> int:
    """After how many moves of a record to begin."""
    if not word.isascii() or not word.isdigit() or len(word) > 6:
        raise _no(phrase("a number of moves is a whole number, not {word}"), word)
    return int(word)


def file_name(word: str) -> str:
    """The name of a file: an empty one, as an unset variable of the shell makes it, names none."""
    if not word.strip():
        raise _no(phrase("{word} is the name of no file"), word)
    return word


def scheduler(word: str) -> str:
    """The address of a Dask scheduler."""
    if not _SCHEDULER.fullmatch(word) or int(word.rpartition(":")[2]) > 65535:
        raise _no(phrase("an address of a scheduler is like tcp://host:8786, not {word}"), word)
    return word


def between(low: float, high: float, what: str) -> Callable[[str], float]:
    """Reads a number within bounds; `what` is the template for everything else."""

    def read(word: str) -> float:
        try:
            number = float(word)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(say(what))
        return number

    return read


scale = between(0.5, 4, phrase("the size of the letters is a number between 0.5 and 4, such as 1.5"))
budget = between(0.001, 1000, phrase("a budget is a number between 0.001 and 1000, times the usual one"))
