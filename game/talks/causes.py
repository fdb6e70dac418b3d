"""Why a number changed, or what a line of a score is for: a closed union of small values, which `game.words` says.

Whoever handles causes ends in `case _: assert_never(cause)`. Ids are those of the scenario, hours are hours of talks.
The only sentences in here are those that an author wrote (`because`, `title`, `says`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from game.scenario import AudienceId, HappeningId, ReadingId, SideTextId
from game.talks.moves import Answer
from game.text import DelegationId, IssueId, OptionId

# ---- what is done at the table ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reopened:
    """A delegation reopened what was agreed, or went back to what it had given up."""

    by: DelegationId
    issue: IssueId
    at: float


@dataclass(frozen=True, slots=True)
class BargainsKept:
    """So many bargains were struck between two delegations, and kept."""

    number: int


@dataclass(frozen=True, slots=True)
class HeldUpBy:
    """A delegation held up a side text, not for the first time where `earlier` is more than 0."""

    by: DelegationId
    side_text: SideTextId
    at: float
    sat_out: bool
    earlier: int


@dataclass(frozen=True, slots=True)
class HoldUpEnded:
    """A hold-up ended with a word that was given or swapped."""

    by: DelegationId
    """Who held up the side text."""
    side_text: SideTextId
    at: float
    """The hour at which it was held up."""
    how: Answer


# ---- statements to the press ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Applauded:
    """An audience liked one's statement to the newspapers."""

    audience: AudienceId
    at: float


@dataclass(frozen=True, slots=True)
class Alarmed:
    """An audience did not like one's statement to the newspapers."""

    audience: AudienceId
    at: float


@dataclass(frozen=True, slots=True)
class Surprised:
    """The others read a delegation's statement in the newspaper."""

    by: DelegationId
    at: float


@dataclass(frozen=True, slots=True)
class PledgeBroken:
    """A delegation moved off a wording that it had told the newspapers."""

    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class NeverBroken:
    """A delegation took a wording that it had refused for ever."""

    by: DelegationId
    issue: IssueId
    option: OptionId


# ---- the capital ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GivenUpUnheard:
    """A delegation asked its capital to open the next step before any of these demands was tabled and refused."""

    issue: IssueId
    options: tuple[OptionId, ...]


# ---- those who are not at the table -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pressed:
    """An audience is against what its delegation stands for, and says so as the hours pass."""

    audience: AudienceId
    at: float


@dataclass(frozen=True, slots=True)
class AskedFor:
    """An ally or a parliament asks for a wording that the capital had not opened."""

    audience: AudienceId
    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class OpenedAgain:
    """An ally or a parliament sent the text back, and a word can still be swapped."""

    audience: AudienceId


@dataclass(frozen=True, slots=True)
class StandsFor:
    """A delegation stands for another wording now."""

    by: DelegationId
    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class ReadingHeard:
    """An audience heard how the text is read on the other side."""

    reading: ReadingId
    says: str


@dataclass(frozen=True, slots=True)
class ThoughtAgain:
    """An audience has thought again: nothing that the table knows of made it."""


# ---- closing statements -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReadingLiked:
    """A closing statement was liked at home."""

    reading: ReadingId
    says: str


@dataclass(frozen=True, slots=True)
class Woken:
    """A closing statement has woken audiences of another delegation."""

    audiences: tuple[AudienceId, ...]
    at: float


@dataclass(frozen=True, slots=True)
class WokenPress:
    """An audience is up in arms, for it has heard how the text is read on the other side."""

    audience: AudienceId


# ---- the world, and earlier talks -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decreed:
    """Something happened in the outside world, and its author says why it changes this number."""

    happening: HappeningId
    because: str


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """The goodwill with which the earlier talks ended."""


# ---- lines of a score -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Signed:
    """A wording of the signed text."""

    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class Together:
    """Wordings that are worth something only together, with the author's reason."""

    options: tuple[tuple[IssueId, OptionId], ...]
    because: str


@dataclass(frozen=True, slots=True)
class NoText:
    """There is no text: the walk-away."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Hours of talks."""

    hours: float


@dataclass(frozen=True, slots=True)
class CameOfIt:
    """How a test of the aftermath fell out, with the author's reason."""

    test: str
    title: str
    day: date
    because: str


Cause: TypeAlias = (
    Reopened
    | BargainsKept
    | HeldUpBy
    | HoldUpEnded
    | Applauded
    | Alarmed
    | Surprised
    | PledgeBroken
    | NeverBroken
    | GivenUpUnheard
    | Pressed
    | AskedFor
    | OpenedAgain
    | StandsFor
    | ReadingHeard
    | ThoughtAgain
    | ReadingLiked
    | Woken
    | WokenPress
    | Decreed
    | LeftBehind
)
"""Why a number changed in the talks."""

Ground: TypeAlias = Cause | Signed | Together | NoText | Spent | CameOfIt
"""What a line of a score is for."""
