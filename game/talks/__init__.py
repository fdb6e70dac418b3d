"""The rules of the conference room. `play(talks, move)` makes the next talks, `view(talks, who)` what a seat sees.

No clock, no chance, no disk: the same moves give the same talks, always.
"""

from game.talks import events
from game.talks.legal import LONGEST_REMARK, MOST_ISSUES_IN_A_CABLE, price, refusal
from game.talks.moves import Accept, Amend, Consult, Decline, Leave, Move, Propose, Say, Shift, Sign, Withdraw
from game.talks.protocol import Refusal, play, replay
from game.talks.record import Record, RecordError, read_move, read_record, write_move, write_record
from game.talks.sentences import describe, listed, tell, wording
from game.talks.talks import Cable, Charge, Package, Talks, open_talks
from game.talks.verdict import (
    Entry,
    Score,
    Verdict,
    hour_number,
    hours_words,
    opening_capital,
    score,
    sentence_name,
    verdict,
)
from game.talks.view import CHAIR, GALLERY, Legal, Own, View, view

__all__ = [
    "CHAIR",
    "GALLERY",
    "LONGEST_REMARK",
    "MOST_ISSUES_IN_A_CABLE",
    "Accept",
    "Amend",
    "Cable",
    "Charge",
    "Consult",
    "Decline",
    "Entry",
    "Leave",
    "Legal",
    "Move",
    "Own",
    "Package",
    "Propose",
    "Record",
    "RecordError",
    "Refusal",
    "Say",
    "Score",
    "Shift",
    "Sign",
    "Talks",
    "Verdict",
    "View",
    "Withdraw",
    "describe",
    "events",
    "hour_number",
    "hours_words",
    "listed",
    "open_talks",
    "opening_capital",
    "play",
    "price",
    "read_move",
    "read_record",
    "refusal",
    "replay",
    "score",
    "sentence_name",
    "tell",
    "verdict",
    "view",
    "wording",
    "write_move",
    "write_record",
]
