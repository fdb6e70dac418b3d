"""Numbers and addresses that are typed behind a command, read within bounds; each with the sentence for what is not."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable

_SCHEDULER = re.compile(r"(?:(?:tcp|tls|ws|wss)://)?(?:[\w.-]+|\[[\da-fA-F:.%]+\]):\d{1,5}")


def seed(word: str) -> int:
    """A seed that a record can hold."""
    try:
        seed = int(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a seed is a whole number of at most 18 digits, not {word[:30]!r}") from None
    if abs(seed) >= 10**18:
        raise argparse.ArgumentTypeError("a seed has at most 18 digits")
    return seed


def runs(word: str) -> int:
    """How many talks to play."""
    if not word.isascii() or not word.isdigit() or len(word) > 7 or not 1 <= int(word) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"the number of runs is between 1 and 1,000,000, not {word[:30]!r}")
    return int(word)


def jobs(word: str) -> int:
    """How many processes may play at once."""
    if not word.isascii() or not word.isdigit() or len(word) > 3 or not 1 <= int(word) <= 512:
        raise argparse.ArgumentTypeError(f"the number of jobs is between 1 and 512, not {word[:30]!r}")
    return int(word)


def scheduler(word: str) -> str:
    """The address of a Dask scheduler."""
    if not _SCHEDULER.fullmatch(word) or int(word.rpartition(":")[2]) > 65535:
        raise argparse.ArgumentTypeError(f"an address of a scheduler is like tcp://host:8786, not {word[:60]!r}")
    return word


def between(low: float, high: float, what: str) -> Callable[[str], float]:
    """Reads a number within bounds; `what` is the sentence for everything else."""

    def read(word: str) -> float:
        try:
            number = float(word)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(what)
        return number

    return read


scale = between(0.5, 4, "the size of the letters is a number between 0.5 and 4, such as 1.5")
budget = between(0.001, 1000, "a budget is a number between 0.001 and 1000, times the usual one")
