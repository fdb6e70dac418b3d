"""To put one's initials under the clean text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.talks.closing import close
from game.talks.events import Initialled
from game.talks.ledger import hear
from game.talks.moves import Shift, Sign
from game.talks.notation import read_nothing
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule
from game.talks.silence_procedure import needs_consent
from game.talks.talks import Talks
from game.text import DelegationId

_NAMED = 3
"""Brackets that a refusal to initial names."""


def refusal(talks: Talks, move: Sign) -> Refused | None:
    """Why it cannot be made, or None if it can."""
    if brackets := talks.brackets:
        return refuse(kind=Why.BRACKETS, issues=brackets[:_NAMED], number=len(brackets))
    if move.by in talks.initials:
        return refuse(kind=Why.INITIALLED)
    if broken := talks.scenario.text.conflict(talks.agreed):
        return refuse(kind=Why.EXCLUDED, written=broken.because)
    if talks.barred and any(Shift(move.by, issue, option) in talks.barred for issue, option in talks.agreed.items()):
        return refuse(kind=Why.BARRED_IN_TEXT)
    if needs_consent(talks, move.by):
        return refuse(kind=Why.NO_CONSENT)
    return None


def _hours(room: Room, _: Sign) -> float:
    return room.scenario.clock.sign


def make(talks: Talks, move: Sign) -> Talks:
    """The initials are under the text; with the last of them it is frozen."""
    signed = replace(talks, initials=talks.initials | {move.by})
    signed = hear(signed, Initialled(at=talks.hours, by=move.by, remark=move.remark))
    return close(signed) if signed.closing else signed


def offers(_: Talks, who: DelegationId) -> Iterator[Sign]:
    """What a seat could try now."""
    yield Sign(who)


def write(_: Sign) -> str:
    """What is done, in the notation of a record."""
    return "initials"


def read(who: DelegationId, rest: str, remark: str) -> Sign:
    """The move from the rest of its line. Raises `Misread`."""
    read_nothing("initials", rest)
    return Sign(who, remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"initials": read}, write)
"""What `game.talks.rules` asks of this move."""
