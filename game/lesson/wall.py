"""What the wall of a class shows: a closed union, and which of it would give a sheet away before the end.

What lies on a wall is read by everybody. Numbers, letters, how many brackets are left and the wordings themselves are
no secrets; what they are worth to anybody, who wrote what in a letter and what other words would have done are, until
every table has ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from game.lesson.plan import Phase
from game.text import IssueId, OptionId

HISTORY = "history"
"""Stands for the letter of a table where the text of history is meant."""


@dataclass(frozen=True, slots=True)
class Seats:
    """How to come in, and who sits where, as numbers."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The clock, and how many brackets each table has left."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the class is asked before and after: which issue the other side holds dearest. Before the end nobody sees
    what the others think."""


@dataclass(frozen=True, slots=True)
class EveryTable:
    """All tables and history on one plot."""

    fair: bool = False
    """Whether the fair texts of the theory are on it, too."""


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """The words between two dots of the plot."""

    one: str
    """The letter of a table, or `HISTORY`."""
    other: str


@dataclass(frozen=True, slots=True)
class Prices:
    """What the phrases fetched, over all tables."""


@dataclass(frozen=True, slots=True)
class OtherWord:
    """What another word in one table's text would have done."""

    letter: str
    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class EmptyChair:
    """A letter to one table from somebody who was not at it."""

    letter: str
    audience: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The question before and after, beside what the sheets say."""


Shown: TypeAlias = Seats | Progress | Question | EveryTable | TwoTexts | Prices | OtherWord | EmptyChair | Answers
"""What a wall may show."""
_TELLS = (EveryTable, TwoTexts, Prices, OtherWord, EmptyChair, Answers)


def shown_in(phase: Phase) -> Shown:
    """What a wall shows in a part of the lesson, as long as the teacher wants nothing else."""
    match phase:
        case "join" | "brief":
            return Seats()
        case "caucus":
            return Question()
        case "talks" | "close":
            return Progress()
        case "debrief":
            return EveryTable()
        case "exit":
            return Question()
        case "over":
            return Answers()
        case _:
            assert_never(phase)


def tells_of_sheets(shown: Shown) -> bool:
    """Whether it would give away what words are worth to somebody, or what others think: it waits until no table
    negotiates any more."""
    return isinstance(shown, _TELLS)
