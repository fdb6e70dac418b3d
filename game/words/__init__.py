"""The one room in which values become sentences, for every face: numbers, names, lists, dates, and what is said.

This page shows the language alone, so that `--help` answers at once: a topic is imported from its own file.
"""

from game.words.language import (
    SEMICOLON,
    SENTENCES,
    count,
    day,
    day_of_month,
    either,
    head,
    hours,
    in_full,
    listed,
    phrase,
    plain,
    quoted,
    say,
    signed,
    speaking,
    stopped,
    strung,
    tied,
)

__all__ = [
    "SEMICOLON",
    "SENTENCES",
    "count",
    "day",
    "day_of_month",
    "either",
    "head",
    "hours",
    "in_full",
    "listed",
    "phrase",
    "plain",
    "quoted",
    "say",
    "signed",
    "speaking",
    "stopped",
    "strung",
    "tied",
]
