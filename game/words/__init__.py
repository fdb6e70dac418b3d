"""The one room in which values become sentences, for every face: numbers, names, lists, dates, and what is said.

This page shows the language alone, so that `--help` answers at once: a topic is imported from its own file.
"""

from game.words.language import (
    COMMA,
    ENGLISH,
    SEMICOLON,
    count,
    day,
    day_of_month,
    either,
    gain,
    head,
    hour,
    hours,
    listed,
    phrase,
    plain,
    quoted,
    say,
    say_as,
    signed,
    speaking,
    stopped,
    strung,
    unstopped,
)

__all__ = [
    "COMMA",
    "ENGLISH",
    "SEMICOLON",
    "count",
    "day",
    "day_of_month",
    "either",
    "gain",
    "head",
    "hour",
    "hours",
    "listed",
    "phrase",
    "plain",
    "quoted",
    "say",
    "say_as",
    "signed",
    "speaking",
    "stopped",
    "strung",
    "unstopped",
]
