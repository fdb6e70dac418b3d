"""The rules of the conference room. `play(talks, move)` makes the next talks, `view(talks, who)` what a seat sees.

No clock, no chance, no disk: the same moves give the same talks, always.
"""

from game.talks import events, outside
from game.talks.aftermath import Consequence, consequences
from game.talks.audiences import Grievance
from game.talks.happenings import Coming
from game.talks.hearing import GALLERY, version, watchers
from game.talks.hold_ups import hold_ups, strain
from game.talks.judging import Judging, called_on
from game.talks.known import Standing, Wish
from game.talks.legal import Legal
from game.talks.locks import Lock, Locks
from game.talks.moves import (
    CHAIR,
    Accept,
    Admit,
    AllyAnswer,
    Amend,
    Announce,
    Answer,
    AudienceMove,
    BreakSilence,
    ChairMove,
    Circulate,
    Close,
    Consult,
    Decline,
    DelegationMove,
    Excuse,
    Extend,
    Headline,
    Hold,
    Interpret,
    KeepSilence,
    Leave,
    Move,
    Pass,
    Propose,
    Release,
    Reply,
    Respond,
    Revoke,
    Say,
    Shift,
    Sign,
    Sound,
    Vote,
    Wire,
    Withdraw,
)
from game.talks.opening import open_talks
from game.talks.protocol import ReplayError, play, replay
from game.talks.record import (
    Reading,
    Record,
    read_move,
    read_opening,
    read_record,
    reading,
    record_of,
    write_move,
    write_opening,
    write_record,
)
from game.talks.record_lines import RecordError
from game.talks.refused import Refused, Why
from game.talks.rules import LONGEST_REMARK, price, refusal
from game.talks.rules.consult import MOST_ISSUES_IN_A_CABLE
from game.talks.rules.headline import LONGEST_HEADLINE
from game.talks.seats import LEVEL_NAMES, USUAL_LEVEL, Sits, level_of, sits_of
from game.talks.sequels import EARLIER, past_of
from game.talks.statements import breaking
from game.talks.talks import Cable, Charge, Held, Package, Silence, Talks
from game.talks.verdict import (
    Entry,
    Kind,
    Score,
    Verdict,
    score,
    verdict,
)
from game.talks.view import Own, View, view
from game.talks.well_formed import ill_formed

__all__ = [
    "CHAIR",
    "EARLIER",
    "GALLERY",
    "LEVEL_NAMES",
    "LONGEST_HEADLINE",
    "LONGEST_REMARK",
    "MOST_ISSUES_IN_A_CABLE",
    "USUAL_LEVEL",
    "Accept",
    "Admit",
    "AllyAnswer",
    "Amend",
    "Announce",
    "Answer",
    "AudienceMove",
    "BreakSilence",
    "Cable",
    "ChairMove",
    "Charge",
    "Circulate",
    "Close",
    "Coming",
    "Consequence",
    "Consult",
    "Decline",
    "DelegationMove",
    "Entry",
    "Excuse",
    "Extend",
    "Grievance",
    "Headline",
    "Held",
    "Hold",
    "Interpret",
    "Judging",
    "KeepSilence",
    "Kind",
    "Leave",
    "Legal",
    "Lock",
    "Locks",
    "Move",
    "Own",
    "Package",
    "Pass",
    "Propose",
    "Reading",
    "Record",
    "RecordError",
    "Refused",
    "Release",
    "ReplayError",
    "Reply",
    "Respond",
    "Revoke",
    "Say",
    "Score",
    "Shift",
    "Sign",
    "Silence",
    "Sits",
    "Sound",
    "Standing",
    "Talks",
    "Verdict",
    "View",
    "Vote",
    "Why",
    "Wire",
    "Wish",
    "Withdraw",
    "breaking",
    "called_on",
    "consequences",
    "events",
    "hold_ups",
    "ill_formed",
    "level_of",
    "open_talks",
    "outside",
    "past_of",
    "play",
    "price",
    "read_move",
    "read_opening",
    "read_record",
    "reading",
    "record_of",
    "refusal",
    "replay",
    "score",
    "sits_of",
    "strain",
    "verdict",
    "version",
    "view",
    "watchers",
    "write_move",
    "write_opening",
    "write_record",
]
