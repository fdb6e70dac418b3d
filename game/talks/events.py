"""What the rules make of moves: events in the past tense, each with who may hear it.

`Event` is the closed union of all of them: whoever handles events ends in `case _: assert_never(event)`. Changes of a
number (`Change`) say why, and by `because_of` which deed they come of: deeds are what is heard by all and is no change
itself, counted from 0 (`deeds`), so that their numbers mean the same to every watcher.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.scenario import AudienceId, Couple, HappeningId, ReadingId, SideTextId
from game.talks.causes import Cause
from game.talks.moves import AllyAnswer as AllyAnswer
from game.talks.moves import Answer, Far, PackageNumber, Shift
from game.talks.occurrence import Made as Made
from game.talks.occurrence import Occurrence
from game.talks.outside import Outside as Outside
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Occurrence):
    """The talks began, each delegation standing where its opening puts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed(Made):
    """A package, or a non-paper, was put forward."""

    package: PackageNumber
    shifts: tuple[Shift, ...]
    off_record: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(Made):
    """A delegation took a package; `carried` when it was the last that had to."""

    package: PackageNumber
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(Made):
    """A delegation refused a package."""

    package: PackageNumber
    issue: IssueId | None = None
    option: OptionId | None = None
    """The wording that was refused, where the refusal named an issue."""
    never: bool = False
    far: Far | None = None
    """How far off it is, if that was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinted(Made):
    """A delegation answered a non-paper: `warm` if it could live with it, else with the word that it minds."""

    package: PackageNumber
    warm: bool = False
    issue: IssueId | None = None
    far: Far | None = None
    """How far off it is, if that was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Made):
    """A package was taken back by its proposer."""

    package: PackageNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed(Occurrence):
    """A package fell because its words were overtaken; `countered` when a counter-proposal did it."""

    package: PackageNumber
    countered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended(Made):
    """A delegation moved alone; `reopened` when the wording was agreed or one that it had given up."""

    issue: IssueId
    old: OptionId
    new: OptionId
    reopened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled(Occurrence):
    """Brackets closed: these issues now read the same for everybody, *ad referendum*."""

    issues: tuple[IssueId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conferred(Made):
    """A delegation was seen to confer with its capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabled(Occurrence):
    """A delegation asked its capital about these issues; only its own seat hears of what."""

    issues: tuple[IssueId, ...]
    due: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Occurrence):
    """The capital's cable came; `opened` are the options that it now allows."""

    issues: tuple[IssueId, ...]
    opened: tuple[tuple[IssueId, OptionId], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke(Made):
    """A delegation took the floor and moved no word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recessed(Occurrence):
    """Everybody had only talked, and the talks rested."""

    until: float
    """Hours of talks at which they go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charged(Occurrence):
    """A delegation's score changed at once, with the reason; only its own seat hears the number."""

    points: int
    """Lost where negative."""
    cause: Cause
    because_of: int | None = None
    audience: AudienceId | None = None
    """Whoever decided it, where it was somebody who is not at the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened(Occurrence):
    """Something happened in the outside world, and everybody read of it."""

    happening: HappeningId
    title: str
    story: str
    label: Literal["FACT", "MODEL"] = "MODEL"
    cite: tuple[str, ...] = ()


Number = Literal["walk-away", "points", "mandate", "audience"]
"""Which of a delegation's numbers the outside world can change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjusted(Occurrence):
    """The outside world changed a number of a delegation's; only its own seat hears of it. Of a mandate the numbers are
    its steps."""

    number: Number
    before: int
    after: int
    """For an audience 1 where it became harder to please, -1 where it became easier."""
    cause: Cause
    because_of: int | None = None
    issue: IssueId | None = None
    option: OptionId | None = None
    audience: AudienceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempered(Occurrence):
    """Goodwill between two delegations changed."""

    between: Couple
    before: int
    after: int
    cause: Cause
    because_of: int | None = None


Mood = Literal["content", "uneasy", "against"]
"""Roughly how an audience stands: clearly above its threshold, near it, clearly below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stirred(Occurrence):
    """An audience's mood changed; whoever can tell its mood hears why."""

    audience: AudienceId
    before: Mood
    after: Mood
    cause: Cause
    because_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldUp(Made):
    """A delegation held up a side text."""

    side_text: SideTextId


@dataclass(frozen=True, slots=True, kw_only=True)
class Responded(Made):
    """A delegation answered a hold-up; `over` when it ended with that."""

    side_text: SideTextId
    how: Answer
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced(Made):
    """A delegation told the newspapers what it stands for."""

    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounded(Made):
    """An ally that was asked said how it would take the text; only the asker hears it, and whoever speaks for the
    ally."""

    audience: AudienceId
    answer: AllyAnswer
    issue: IssueId | None = None
    """The clause that it minds, unless the answer is yes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulated(Made):
    """A delegation put the clean text to its allies, and silence ran."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consented(Occurrence):
    """Silence held: a delegation's allies consent to the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broke(Occurrence):
    """An ally broke silence over a wording, which is barred from now on; its delegation stands elsewhere now."""

    audience: AudienceId
    issue: IssueId | None = None
    """None where nothing that could still be written would please it."""
    option: OptionId | None = None
    retreat: OptionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreted(Made):
    """A delegation read a phrase of the frozen text its own way, or said nothing."""

    reading: ReadingId | None = None
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratified(Occurrence):
    """A parliament with a vote took the text."""

    audience: AudienceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(Occurrence):
    """A parliament sent the text back, for one last swap; `final` when it was the second time."""

    audience: AudienceId
    issue: IssueId | None = None
    option: OptionId | None = None
    retreat: OptionId | None = None
    final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prolonged(Occurrence):
    """A text was sent back late, and the clock was set back for one last swap."""

    before: float
    """The hour at which the talks would have ended."""
    after: float
    cause: Cause
    because_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Initialled(Made):
    """A delegation put its initials under the clean text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(Made):
    """A delegation left the talks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjourned(Occurrence):
    """The clock struck before there was a signed text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenOff(Occurrence):
    """There were more moves than any talks of these hours need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(Occurrence):
    """Every delegation has initialled: the text is signed."""


Event: TypeAlias = (
    Opened
    | Proposed
    | Accepted
    | Declined
    | Hinted
    | Withdrawn
    | Lapsed
    | Amended
    | Settled
    | Conferred
    | Cabled
    | Answered
    | Spoke
    | Recessed
    | Charged
    | Happened
    | Adjusted
    | Tempered
    | Stirred
    | HeldUp
    | Responded
    | Announced
    | Sounded
    | Circulated
    | Consented
    | Broke
    | Interpreted
    | Ratified
    | Returned
    | Prolonged
    | Initialled
    | Left
    | Adjourned
    | BrokenOff
    | Concluded
    | Outside
)
"""Every event that there is."""

Change: TypeAlias = Charged | Adjusted | Tempered | Stirred | Prolonged
"""Events that tell of a number that has changed, each with its cause."""


def speaker(event: Event) -> DelegationId | None:
    """Who has said what was said with an event: of what an ally or a parliament did, whoever speaks for it."""
    match event:
        case Broke() | Returned() | Ratified():
            return DelegationId(event.audience)
        case Sounded() if event.heard_by is not None and DelegationId(event.audience) in event.heard_by:
            return DelegationId(event.audience)
        case _:
            return event.by


def is_deed(event: Event) -> bool:
    """Whether others can come of an event: everybody hears it, and it is no change of a number itself."""
    return event.heard_by is None and not isinstance(event, Change)


def is_secret(event: Event) -> bool:
    """Whether an event tells what is in one delegation's papers: its cables, its points, its other numbers."""
    of_papers = isinstance(event, Answered | Cabled | Charged)
    return of_papers or (isinstance(event, Adjusted) and event.heard_by is not None)


def deeds(record: Iterable[Event]) -> tuple[Event, ...]:
    """The events of a record that changes come of; `because_of` is a place among them."""
    return tuple(event for event in record if is_deed(event))
