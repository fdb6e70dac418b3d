"""Why a delegation makes a move, and what it nearly did instead: kept for the debrief, never shown during the talks.

Points are its own, as its plan counts them: with what a text brings later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.scenario import SideTextId
from game.talks import Answer
from game.text import IssueId, OptionId

Wordings = tuple[tuple[IssueId, OptionId], ...]

Plain = Literal[
    "listens",  # there is nothing better to do
    "red-line",  # a package crosses one
    "waits-for-refusal",  # its capital moves on the spine only when its limit has been refused
    "good-beyond-mandate",  # a package is good, and its capital has still to allow it
    "hours-over-demand",  # to have a demand refused takes hours that are worth more than its price
    "plan-beyond-mandate",  # its plan needs more than its capital allows
    "could-live-with-it",  # a non-paper is good
    "with-their-capital",  # the others confer on its package
    "liked-off-record",  # a non-paper of its own was answered warmly
    "off-record-first",  # it would rather hear without a name on it
    "nothing-to-ask",  # a word is given, as nothing is left to ask for it
    "sounds-first",  # it asks an ally before it circulates
    "allies-first",  # its allies have still to consent
    "in-return",  # a word is given because others' own side would not have the text, and another one asked for it
    "named-at-home",  # its own side has named this word
    "no-reading",  # no closing statement is worth the noise
]
"""A reason that needs no number."""


@dataclass(frozen=True, slots=True)
class Because:
    """One of the reasons that need no number."""

    kind: Plain


@dataclass(frozen=True, slots=True)
class TextWorth:
    """What a clean text is worth beside no text, and what is done with it for that."""

    worth: int
    walk_away: int
    does: Literal["sign", "reopen", "leave"]


@dataclass(frozen=True, slots=True)
class TooLate:
    """So many hours would be needed at least to initial anything."""

    hours: float


@dataclass(frozen=True, slots=True)
class Regret:
    """So many points would be lost by a package of its own."""

    points: int


@dataclass(frozen=True, slots=True)
class PackageGives:
    """What the issues of a package give over the plan, what the plan is worth, if there is one, and the aim."""

    points: float
    plan: int | None
    aim: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """The wording of a non-paper over which it will not do."""

    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class FromPlan:
    """A package from the plan: what that is worth, if there is one, and the aim; in answer to another or not."""

    plan: int | None
    aim: int
    counters: bool


@dataclass(frozen=True, slots=True)
class AnswersWorth:
    """What each answer to a hold-up is worth, in points."""

    worth: Mapping[Answer, float]


@dataclass(frozen=True, slots=True)
class HoldUpPromises:
    """What holding up a side text promises, in points."""

    side_text: SideTextId
    points: float


@dataclass(frozen=True, slots=True)
class StatementPromises:
    """What telling the newspapers promises, in points."""

    points: float


@dataclass(frozen=True, slots=True)
class ReadingWorth:
    """What a closing statement is worth, in points."""

    points: float


@dataclass(frozen=True, slots=True)
class AudienceJudges:
    """How far what its delegation stands for is above what an audience needs, or below; and the word that it minds
    most, if it is against the text."""

    surplus: int
    minds: tuple[IssueId, OptionId] | None


Reason = (
    Because
    | TextWorth
    | TooLate
    | Regret
    | PackageGives
    | Trouble
    | FromPlan
    | AnswersWorth
    | HoldUpPromises
    | StatementPromises
    | ReadingWorth
    | AudienceJudges
)
"""Why a move is made."""


@dataclass(frozen=True, slots=True)
class InsteadOfTaking:
    """A package was taken that could have been worth so many points less (None: not one less), in place of tabling
    these wordings (none: nothing)."""

    spare: int | None
    tabled: Wordings


@dataclass(frozen=True, slots=True)
class Short:
    """So many points that a package lacked, or a clean text, to be taken or initialled."""

    points: int
    of: Literal["package", "text"]


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """The wordings that the capital had to allow for a package to be taken."""

    words: Wordings


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """Nothing: after that package its walk-away would have been out of reach."""


@dataclass(frozen=True, slots=True)
class SentBack:
    """A text worth so many points less would have been sent back."""

    points: int


@dataclass(frozen=True, slots=True)
class NearlyHeld:
    """The hold-up that promised most, and less than it wants of one."""

    side_text: SideTextId
    promised: float
    wanted: float


Alternative = InsteadOfTaking | Short | NotAllowed | OutOfReach | SentBack | NearlyHeld
"""What was nearly done instead, and what was missing."""
