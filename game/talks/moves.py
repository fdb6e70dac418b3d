"""What a seat may do: moves are imperative and frozen, each with a remark that is heard with it.

`Move` is the closed union of all of them: whoever handles moves ends in `case _: assert_never(move)`, so that the type
check lists what a new one needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, TypeVar, get_args

from game.scenario import AudienceId, HappeningId, ReadingId, SideTextId
from game.text import DelegationId, IssueId, OptionId, Positions

PackageNumber = int
_Points = TypeVar("_Points", int, float)

CHAIR = DelegationId("*chair")
"""Whoever leads the talks from outside: a teacher. It watches, hearing everything that is said and seeing no envelope,
numbers only when the talks are over; and has moves of its own."""


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """One delegation's move in one issue, as a package offers it or asks for it."""

    delegation: DelegationId
    issue: IssueId
    option: OptionId


def shifted(positions: Positions, shifts: Iterable[Shift]) -> Positions:
    """The positions once these shifts are made."""
    after = {who: dict(stand) for who, stand in positions.items()}
    for shift in shifts:
        after[shift.delegation][shift.issue] = shift.option
    return after


def brought(who: DelegationId, gains: Iterable[tuple[Shift, _Points]]) -> tuple[_Points, _Points]:
    """What moves bring a seat together: its own, and the others', by what each alone brings it. Where several others
    move in an issue, that counts once, from the worst of where they stood."""
    own: _Points = 0
    theirs: dict[IssueId, _Points] = {}
    for shift, gained in gains:
        if shift.delegation == who:
            own += gained
        else:
            theirs[shift.issue] = max(gained, theirs.get(shift.issue, gained))
    return own, sum(theirs.values())


@dataclass(frozen=True, slots=True)
class _Made:
    """What every move has: who makes it, and what is said with it."""

    by: DelegationId
    """The id of a seat: a delegation's, that of an audience somebody speaks for, or `CHAIR`."""
    remark: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Propose(_Made):
    """Offer a package: *we move here, if you move there*. Off the record it is a non-paper and binds nobody."""

    shifts: tuple[Shift, ...]
    off_record: bool = False

    @property
    def issues(self) -> tuple[IssueId, ...]:
        """The issues that the package touches."""
        return tuple(dict.fromkeys(shift.issue for shift in self.shifts))


@dataclass(frozen=True, slots=True)
class Accept(_Made):
    """Take a package; a non-paper is answered so with a hint that one could live with it."""

    package: PackageNumber


Far = Literal["not-this", "not-for-this", "nearly"]
"""How far a refusal says that a package is from being taken: what is refused, the wording that is named or else the
whole, is not to be had at any price; it could be had for more; or very little is missing."""


@dataclass(frozen=True, slots=True)
class Decline(_Made):
    """Refuse a package and say at which issue; `never` says that its wording there is refused for ever, `far` how far
    off the package is. A refusal that says no more need not be true in any of it."""

    package: PackageNumber
    issue: IssueId | None = None
    never: bool = False
    far: Far | None = None


@dataclass(frozen=True, slots=True)
class Withdraw(_Made):
    """Take one's own package off the table."""

    package: PackageNumber


@dataclass(frozen=True, slots=True)
class Amend(_Made):
    """Change one's own position in one issue, asking nothing for it."""

    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class Consult(_Made):
    """Cable the capital to widen the mandate one step in these issues; the talks go on meanwhile."""

    issues: tuple[IssueId, ...]


Answer = Literal["give", "swap", "sit"]
"""What can be answered to a hold-up: the word is given, or another one for it, or it is sat out."""


@dataclass(frozen=True, slots=True)
class Hold(_Made):
    """Hold up a side text over a minor wording, and let the others feel the clock."""

    side_text: SideTextId


@dataclass(frozen=True, slots=True)
class Respond(_Made):
    """Answer a hold-up."""

    how: Answer


@dataclass(frozen=True, slots=True)
class Announce(_Made):
    """Tell the press that one stands for a wording; to move off it later costs points at home."""

    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class Sound(_Made):
    """Ask one ally how it would take the text as one stands; the answer is true, and nobody else hears it."""

    audience: AudienceId


@dataclass(frozen=True, slots=True)
class Circulate(_Made):
    """Put the clean text to one's allies under the silence procedure: who says nothing has consented."""


@dataclass(frozen=True, slots=True)
class Interpret(_Made):
    """Read one doubtful phrase of the frozen text one's own way, in a closing statement; or, with no reading, none."""

    reading: ReadingId | None = None


@dataclass(frozen=True, slots=True)
class Say(_Made):
    """Take the floor without moving a word, and pass it on."""


@dataclass(frozen=True, slots=True)
class Sign(_Made):
    """Put one's initials under the clean text."""


@dataclass(frozen=True, slots=True)
class Leave(_Made):
    """Leave the talks, and end them."""


# ---- those who are not at the table -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeepSilence(_Made):
    """Say nothing to a text that has been circulated until silence has run out, and so consent to it."""


@dataclass(frozen=True, slots=True)
class BreakSilence(_Made):
    """Say no to a text that has been circulated, and name the clause."""

    issue: IssueId


AllyAnswer = Literal["yes", "uneasy", "no"]
"""What an ally answers when it is sounded: it would consent; it would break silence, narrowly; it would break it."""


@dataclass(frozen=True, slots=True)
class Reply(_Made):
    """Answer a delegation that has sounded one, as one likes, and perhaps name what one minds."""

    answer: AllyAnswer
    issue: IssueId | None = None


@dataclass(frozen=True, slots=True)
class Vote(_Made):
    """Vote on the frozen text; who votes no names the clause that it will not have, as long as it can be swapped."""

    aye: bool
    issue: IssueId | None = None


@dataclass(frozen=True, slots=True)
class Headline(_Made):
    """Print a headline, which all at the table hear: the remark is its words. It moves no number."""


# ---- the chair --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pass(_Made):
    """Let hours of talks run, with all that hours do."""

    hours: float


@dataclass(frozen=True, slots=True)
class Extend(_Made):
    """Move the deadline of these talks by so many hours."""

    hours: float


@dataclass(frozen=True, slots=True)
class Release(_Made):
    """Let an event of the scenario happen now."""

    happening: HappeningId


@dataclass(frozen=True, slots=True)
class Wire(_Made):
    """Send a cable in the chair's own words, which are the remark, to one seat or to all. It changes no number."""

    to: DelegationId | None = None


@dataclass(frozen=True, slots=True)
class Revoke(_Made):
    """Take the talks back to what they were after so many moves. The record keeps what is revoked."""

    version: int
    of: DelegationId | None = None
    """Whose own last move it is, where nobody presides and whoever plays alone thinks again."""


@dataclass(frozen=True, slots=True)
class Close(_Made):
    """End the talks as the deadline does."""


@dataclass(frozen=True, slots=True, order=True)
class Penned:
    """One issue, and the wording that a table has written there."""

    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class Transcribe(_Made):
    """Put down what the table has agreed on elsewhere, on paper, after so many hours more, and end the talks: a whole
    text is signed; with less of it they end as at the deadline."""

    hours: float
    words: tuple[Penned, ...] = ()


@dataclass(frozen=True, slots=True)
class Admit(_Made):
    """From now on somebody speaks for an audience, whose numbers have decided for it so far."""

    audience: AudienceId


@dataclass(frozen=True, slots=True)
class Excuse(_Made):
    """From now on nobody speaks for an audience, and its numbers decide again."""

    audience: AudienceId


DelegationMove: TypeAlias = (
    Propose
    | Accept
    | Decline
    | Withdraw
    | Amend
    | Consult
    | Hold
    | Respond
    | Announce
    | Sound
    | Circulate
    | Interpret
    | Say
    | Sign
    | Leave
)
"""What a delegation may do."""
AudienceMove: TypeAlias = KeepSilence | BreakSilence | Reply | Vote | Headline
"""What somebody may do who speaks for an audience."""
ChairMove: TypeAlias = Pass | Extend | Release | Wire | Revoke | Close | Transcribe | Admit | Excuse
"""What only the chair may do."""
Move: TypeAlias = DelegationMove | AudienceMove | ChairMove
"""Every move that there is."""
MOVES: tuple[type[Move], ...] = get_args(Move)
"""Their types."""
DELEGATION_MOVES: tuple[type[DelegationMove], ...] = get_args(DelegationMove)
"""The types of those that a delegation makes."""
