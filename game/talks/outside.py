"""Events that come of those who are not at the table, where somebody speaks for them, and of the chair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.scenario import AudienceId
from game.talks.occurrence import Made, Occurrence
from game.text import DelegationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquired(Made):
    """A delegation asked an ally for which somebody speaks how it would take the text, and has had no
    answer yet."""

    audience: AudienceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Made):
    """Whoever speaks for an ally has said nothing until silence ran out; nobody else is told before all have."""

    audience: AudienceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Called(Occurrence):
    """The vote of a parliament for which somebody speaks was called; `by` is the delegation that answers to it."""

    audience: AudienceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed(Made):
    """Whoever speaks for an audience printed a headline, the remark."""

    audience: AudienceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed(Made):
    """The chair let hours run."""

    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended(Made):
    """The chair moved the deadline."""

    before: float
    """The hour at which the talks would have ended."""
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wired(Made):
    """A cable in the chair's own words came, to one seat or to all: the remark."""

    to: DelegationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoked(Made):
    """The chair, or whoever plays alone, took the talks back to what they were at this hour."""

    until: float
    """The hour up to which they had gone on."""
    number: int = 0
    """Which revocation it is, from 0: what it struck has the same place among all that was struck."""
    of: DelegationId | None = None
    """Who plays alone and took back a move of its own; None: the chair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Made):
    """The chair ended the talks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcribed(Made):
    """The chair put down what the table has agreed on elsewhere."""

    hours: float
    """That had gone meanwhile."""
    whole: bool
    """Whether it is a whole text, and so signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted(Made):
    """From now on somebody speaks for an audience."""

    audience: AudienceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Excused(Made):
    """From now on nobody speaks for an audience."""

    audience: AudienceId


OfChair: TypeAlias = Passed | Extended | Wired | Revoked | Closed | Transcribed
"""What the chair does with the talks."""
Outside: TypeAlias = Inquired | Kept | Called | Printed | OfChair | Admitted | Excused
"""All of them."""
