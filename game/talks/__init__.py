"""The rules of the conference room. `play(talks, move)` makes the next talks, `view(talks, who)` what a seat sees.

No clock, no chance, no disk: the same moves give the same talks, always.
"""

from game.talks import events
from game.talks.aftermath import Consequence, consequences
from game.talks.hold_ups import hold_ups, strain
from game.talks.known import Standing, Wish
from game.talks.legal import Legal
from game.talks.locks import Lock, Locks
from game.talks.moves import (
    Accept,
    Amend,
    Announce,
    Answer,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    Propose,
    Respond,
    Say,
    Shift,
    Sign,
    Sound,
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
from game.talks.seats import LEVEL_NAMES, USUAL_LEVEL, Sits, level_of, sits_of
from game.talks.sequels import EARLIER, past_of
from game.talks.statements import breaking
from game.talks.talks import Cable, Charge, Held, Package, Talks
from game.talks.verdict import (
    Entry,
    Kind,
    Score,
    Verdict,
    score,
    verdict,
)
from game.talks.view import CHAIR, GALLERY, Own, View, version, view
from game.talks.well_formed import ill_formed

__all__ = [
    "CHAIR",
    "EARLIER",
    "GALLERY",
    "LEVEL_NAMES",
    "LONGEST_REMARK",
    "MOST_ISSUES_IN_A_CABLE",
    "USUAL_LEVEL",
    "Accept",
    "Amend",
    "Announce",
    "Answer",
    "Cable",
    "Charge",
    "Circulate",
    "Consequence",
    "Consult",
    "Decline",
    "Entry",
    "Held",
    "Hold",
    "Interpret",
    "Kind",
    "Leave",
    "Legal",
    "Lock",
    "Locks",
    "Move",
    "Own",
    "Package",
    "Propose",
    "Reading",
    "Record",
    "RecordError",
    "Refused",
    "ReplayError",
    "Respond",
    "Say",
    "Score",
    "Shift",
    "Sign",
    "Sits",
    "Sound",
    "Standing",
    "Talks",
    "Verdict",
    "View",
    "Why",
    "Wish",
    "Withdraw",
    "breaking",
    "consequences",
    "events",
    "hold_ups",
    "ill_formed",
    "level_of",
    "open_talks",
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
    "write_move",
    "write_opening",
    "write_record",
]
