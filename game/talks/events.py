"""What the rules make of moves: events in the past tense, each with who may hear it."""

from __future__ import annotations

from dataclasses import dataclass

from game.talks.moves import PackageNumber, Shift
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Event:
    """What every event has. `heard_by` is None when it is on the record, and the seats that hear it otherwise."""

    at: float
    """Hours of talks at which it happened."""
    by: DelegationId | None = None
    heard_by: frozenset[DelegationId] | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Opened(Event):
    """The talks began, each delegation standing where its opening puts it."""


@dataclass(frozen=True, slots=True)
class Proposed(Event):
    """A package, or a non-paper, was put forward."""

    package: PackageNumber = 0
    shifts: tuple[Shift, ...] = ()
    off_record: bool = False


@dataclass(frozen=True, slots=True)
class Accepted(Event):
    """A delegation took a package; `carried` when it was the last that had to."""

    package: PackageNumber = 0
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Declined(Event):
    """A delegation refused a package."""

    package: PackageNumber = 0
    word: IssueId | None = None
    option: OptionId | None = None
    """The wording that was refused, where the refusal named an issue."""
    never: bool = False


@dataclass(frozen=True, slots=True)
class Hinted(Event):
    """A delegation answered a non-paper: `warm` if it could live with it, else with the word that it minds."""

    package: PackageNumber = 0
    warm: bool = False
    word: IssueId | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn(Event):
    """A package was taken back by its proposer."""

    package: PackageNumber = 0


@dataclass(frozen=True, slots=True)
class Lapsed(Event):
    """A package fell because its words were overtaken; `countered` when a counter-proposal did it."""

    package: PackageNumber = 0
    countered: bool = False


@dataclass(frozen=True, slots=True)
class Amended(Event):
    """A delegation moved alone; `reopened` when the wording was agreed or one that it had given up."""

    issue: IssueId = IssueId("")
    old: OptionId = OptionId("")
    new: OptionId = OptionId("")
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class Settled(Event):
    """Brackets closed: these issues now read the same for everybody, *ad referendum*."""

    issues: tuple[IssueId, ...] = ()


@dataclass(frozen=True, slots=True)
class Conferred(Event):
    """A delegation was seen to confer with its capital."""


@dataclass(frozen=True, slots=True)
class Cabled(Event):
    """A delegation asked its capital about these issues; only its own seat hears of what."""

    issues: tuple[IssueId, ...] = ()
    due: float = 0.0


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """The capital's cable came; `opened` are the options that it now allows."""

    issues: tuple[IssueId, ...] = ()
    opened: tuple[tuple[IssueId, OptionId], ...] = ()


@dataclass(frozen=True, slots=True)
class Spoke(Event):
    """A delegation took the floor and moved no word."""


@dataclass(frozen=True, slots=True)
class Charged(Event):
    """A delegation paid points, with the reason; only its own seat hears the number."""

    points: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Initialled(Event):
    """A delegation put its initials under the clean text."""


@dataclass(frozen=True, slots=True)
class Left(Event):
    """A delegation left the talks."""


@dataclass(frozen=True, slots=True)
class Adjourned(Event):
    """The clock struck before there was a signed text."""


@dataclass(frozen=True, slots=True)
class Concluded(Event):
    """Every delegation has initialled: the text is signed."""
