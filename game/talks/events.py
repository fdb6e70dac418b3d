"""What the rules make of moves: events in the past tense, each with who may hear it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.scenario import AudienceId, Couple, HappeningId, ReadingId, SideTextId
from game.talks.moves import Answer, PackageNumber, Shift
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
    """A delegation's score changed at once, with the reason; only its own seat hears the number."""

    points: int = 0
    """Lost where negative."""
    reason: str = ""
    audience: AudienceId | None = None
    """Whoever decided it, where it was somebody who is not at the table."""


@dataclass(frozen=True, slots=True)
class Happened(Event):
    """Something happened in the outside world, and everybody read of it."""

    happening: HappeningId = HappeningId("")
    title: str = ""
    story: str = ""
    label: Literal["FACT", "MODEL"] = "MODEL"
    cite: tuple[str, ...] = ()


Number = Literal["walk-away", "points", "mandate", "audience"]
"""Which of a delegation's numbers the outside world can change."""


@dataclass(frozen=True, slots=True)
class Adjusted(Event):
    """The outside world changed a number of a delegation's; only its own seat hears of it. Of a mandate the numbers are
    its steps."""

    number: Number = "walk-away"
    before: int = 0
    after: int = 0
    """For an audience 1 where it became harder to please, -1 where it became easier."""
    reason: str = ""
    issue: IssueId | None = None
    option: OptionId | None = None
    audience: AudienceId | None = None


@dataclass(frozen=True, slots=True)
class Tempered(Event):
    """Goodwill between two delegations changed."""

    between: Couple = (DelegationId(""), DelegationId(""))
    before: int = 0
    after: int = 0
    reason: str = ""


Mood = Literal["content", "uneasy", "against"]
"""Roughly how an audience stands: clearly above its threshold, near it, clearly below."""


@dataclass(frozen=True, slots=True)
class Stirred(Event):
    """An audience's mood changed; whoever can tell its mood hears why."""

    audience: AudienceId = AudienceId("")
    before: Mood = "content"
    after: Mood = "content"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HeldUp(Event):
    """A delegation held up a side text."""

    side_text: SideTextId = SideTextId("")


@dataclass(frozen=True, slots=True)
class Responded(Event):
    """A delegation answered a hold-up; `over` when it ended with that."""

    side_text: SideTextId = SideTextId("")
    how: Answer = "sit"
    over: bool = False


@dataclass(frozen=True, slots=True)
class Announced(Event):
    """A delegation told the press what it stands for."""

    issue: IssueId = IssueId("")
    option: OptionId = OptionId("")


Verdict3 = Literal["yes", "uneasy", "no"]
"""What an ally answers when it is sounded: it would consent; it would break silence, narrowly; it would break it."""


@dataclass(frozen=True, slots=True)
class Sounded(Event):
    """An ally was asked how it would take the text; only the asker hears it."""

    audience: AudienceId = AudienceId("")
    answer: Verdict3 = "yes"
    issue: IssueId | None = None
    """The clause that it minds, unless the answer is yes."""


@dataclass(frozen=True, slots=True)
class Circulated(Event):
    """A delegation put the clean text to its allies, and silence ran."""


@dataclass(frozen=True, slots=True)
class Consented(Event):
    """Silence held: a delegation's allies consent to the text."""


@dataclass(frozen=True, slots=True)
class Broke(Event):
    """An ally broke silence over a wording, which is barred from now on; its delegation stands elsewhere now."""

    audience: AudienceId = AudienceId("")
    issue: IssueId | None = None
    """None where nothing that could still be written would please it."""
    option: OptionId | None = None
    retreat: OptionId | None = None


@dataclass(frozen=True, slots=True)
class Interpreted(Event):
    """A delegation read a phrase of the frozen text its own way, or said nothing."""

    reading: ReadingId | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Ratified(Event):
    """A parliament with a vote took the text."""

    audience: AudienceId = AudienceId("")


@dataclass(frozen=True, slots=True)
class Returned(Event):
    """A parliament sent the text back, for one last swap; `final` when it was the second time."""

    audience: AudienceId = AudienceId("")
    issue: IssueId | None = None
    option: OptionId | None = None
    retreat: OptionId | None = None
    final: bool = False


@dataclass(frozen=True, slots=True)
class Prolonged(Event):
    """A frozen text was opened again late, and the clock was set back for one last swap."""

    before: float = 0.0
    """The hour at which the talks would have ended."""
    after: float = 0.0
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
