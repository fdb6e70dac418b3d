"""Why a move cannot be made: one small value with a closed kind, which `game.words` says to whoever made the move."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from game.scenario import AudienceId, HappeningId, PhaseId, ReadingId, SideTextId
from game.talks.moves import PackageNumber
from game.text import DelegationId, IssueId, OptionId


class Why(StrEnum):
    """The kinds of refusals. Behind each stands which fields of `Refused` go with it."""

    # whoever moves, and when
    OVER = "over"
    NO_SUCH_MOVE = "no-such-move"
    """`written`: the name of what was to be a move."""
    ILL_FORMED = "ill-formed"
    """`written`: the part of the move that is not of its kind, or the record, which could not hold it."""
    NO_DELEGATION = "no-delegation"
    """`delegation`: the unknown id."""
    NOT_YOUR_TURN = "not-your-turn"
    """`delegation`: who has the floor."""
    LONG_REMARK = "long-remark"
    """`most`: signs."""
    UNWRITABLE_REMARK = "unwritable-remark"
    FROZEN = "frozen"
    HELD_UP = "held-up"
    """`delegation` holds up the `side_text`."""
    NOTHING_SAID = "nothing-said"
    # what the table says
    MOVED_ON = "moved-on"
    """The talks have moved on since the version that the move answers."""
    ANOTHERS_NAME = "anothers-name"
    """The move is not the seat's own."""
    NO_TABLE = "no-table"
    # words
    NO_ISSUE = "no-issue"
    """`issue`: the unknown id."""
    NO_WORDING = "no-wording"
    """`option`: the id that is unknown in this `issue`."""
    FORBIDDEN = "forbidden"
    """The `option` in the `issue` is a red line."""
    BARRED = "barred"
    """The `option` in the `issue` is barred by those who must take the text."""
    BEYOND_MANDATE = "beyond-mandate"
    """The `option` in the `issue` is not opened by the capital of the `delegation`."""
    EXCLUDED = "excluded"
    """`written`: the author's sentence on words that exclude each other."""
    IMPOSSIBLE = "impossible"
    # packages
    EMPTY_PACKAGE = "empty-package"
    ASKED_TWICE = "asked-twice"
    STANDS_THERE = "stands-there"
    """The `delegation` stands for that wording in the `issue`; without an issue: one stands there oneself."""
    NOTHING_IN_RETURN = "nothing-in-return"
    LARGE_PACKAGE = "large-package"
    """`number` of issues, where `most` are allowed."""
    NO_PACKAGE = "no-package"
    """`package`"""
    OWN_PACKAGE = "own-package"
    NOT_ASKED = "not-asked"
    """The `package` does not wait for one's answer."""
    NOT_IN_PACKAGE = "not-in-package"
    NEVER_WHAT = "never-what"
    NEVER_AND_FAR = "never-and-far"
    NOT_YOURS = "not-yours"
    """One has no such `package` on the table."""
    # initials
    BRACKETS = "brackets"
    """`number` of issues in brackets; `issues`: the first few of them."""
    INITIALLED = "initialled"
    BARRED_IN_TEXT = "barred-in-text"
    NO_CONSENT = "no-consent"
    # cables
    EMPTY_CABLE = "empty-cable"
    LONG_CABLE = "long-cable"
    """`most`: issues."""
    NO_FURTHER_STEP = "no-further-step"
    """`issue`"""
    UNANSWERED = "unanswered"
    """A cable of the `delegation` about the `issue` is under way."""
    NOT_REFUSED = "not-refused"
    """Of the `issue` one of the `options` must have been tabled by the `delegation` and refused."""
    NOTHING_REFUSED = "nothing-refused"
    """A package of the `delegation` must have been refused first, or an offer must ask for the `issue`."""
    # hold-ups
    NO_SIDE_TEXT = "no-side-text"
    """`side_text`: the unknown id."""
    NOT_YOURS_TO_HOLD = "not-yours-to-hold"
    """`side_text`"""
    OUT_OF_THE_WAY = "out-of-the-way"
    """`side_text`"""
    OTHER_PHASE = "other-phase"
    """The `side_text` belongs to the `phase`."""
    HELD_ALREADY = "held-already"
    NOTHING_HELD = "nothing-held"
    YOU_HOLD = "you-hold"
    NO_SUCH_ANSWER = "no-such-answer"
    """`written`: what was to be the answer."""
    # statements
    AGREED = "agreed"
    """`issue`"""
    ANNOUNCED = "announced"
    STANDS_ELSEWHERE = "stands-elsewhere"
    """`issue`"""
    # audiences
    NO_AUDIENCE = "no-audience"
    """`audience`: the unknown id."""
    NOT_YOURS_TO_SOUND = "not-yours-to-sound"
    """`audience`"""
    NO_ALLY = "no-ally"
    """The `audience` is not asked for its consent."""
    SAID_ALREADY = "said-already"
    """The `audience` has answered on these words."""
    NO_ALLIES = "no-allies"
    NOT_CLEAN = "not-clean"
    CONSENTED = "consented"
    # closing statements
    NOT_FROZEN = "not-frozen"
    CLOSED_ALREADY = "closed-already"
    NO_READING = "no-reading"
    """`reading`: the id of none that one could make."""
    # those who are not at the table, and the chair
    CHAIR_ONLY = "chair-only"
    NOT_ADMITTED = "not-admitted"
    """Nobody speaks for the `audience`."""
    ADMITTED = "admitted"
    """Somebody speaks for the `audience` already."""
    SILENCE_RUNS = "silence-runs"
    """Among the allies of the `delegation`."""
    VOTE_RUNS = "vote-runs"
    """The vote of the `audience` is waited for."""
    NO_SILENCE = "no-silence"
    NOTHING_BETTER = "nothing-better"
    """No wording of the `issue` that could be written would please one more."""
    NOT_SOUNDED = "not-sounded"
    NO_SUCH_REPLY = "no-such-reply"
    """`written`: what was to be the answer."""
    ASKED_ALREADY = "asked-already"
    """The `audience` has not answered yet."""
    NO_VOTE = "no-vote"
    NAME_A_CLAUSE = "name-a-clause"
    NO_NEWSPAPER = "no-newspaper"
    PRINTED = "printed"
    """In this `phase`, where there are any."""
    LONG_HEADLINE = "long-headline"
    """`most`: signs."""
    NO_HOURS = "no-hours"
    """`most`: hours."""
    LONG_EXTENSION = "long-extension"
    """`most`: hours."""
    NO_EVENT = "no-event"
    """`happening`: the unknown id."""
    HAPPENED = "happened"
    """`happening`"""
    NO_SEAT = "no-seat"
    """`delegation`: the id of no seat that somebody sits in."""
    NO_VERSION = "no-version"
    """`number`: of the moves that there were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A move that the rules do not allow: of what kind the reason is, and the ids and numbers that go with it."""

    kind: Why
    delegation: DelegationId | None = None
    issue: IssueId | None = None
    option: OptionId | None = None
    issues: tuple[IssueId, ...] = ()
    options: tuple[OptionId, ...] = ()
    audience: AudienceId | None = None
    side_text: SideTextId | None = None
    phase: PhaseId | None = None
    reading: ReadingId | None = None
    happening: HappeningId | None = None
    package: PackageNumber | None = None
    number: int = 0
    most: int = 0
    written: str = ""
    """Words that an author or a person wrote, never the rules."""


refuse = lru_cache(maxsize=4096)(Refused)
"""A refusal, or the same again that there was of late: the rules judge every move that a seat might make, and have the
same against most of them from one version of the talks to the next."""
