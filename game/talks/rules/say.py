"""To take the floor without moving a word."""

from __future__ import annotations

from collections.abc import Iterator

from game.talks.events import Spoke
from game.talks.ledger import hear
from game.talks.moves import Say
from game.talks.notation import read_nothing
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule, on_nothing
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(_: Talks, move: Say) -> Refused | None:
    """Why it cannot be made, or None if it can."""
    return None if move.remark.strip() else refuse(kind=Why.NOTHING_SAID)


def _hours(room: Room, _: Say) -> float:
    return room.scenario.clock.say


def make(talks: Talks, move: Say) -> Talks:
    """A delegation takes the floor."""
    return hear(talks, Spoke(at=talks.hours, by=move.by, remark=move.remark))


def offers(_: Talks, who: DelegationId) -> Iterator[Say]:
    """What a seat could try now."""
    yield Say(who, remark="—")


def write(_: Say) -> str:
    """What is done, in the notation of a record."""
    return "says"


def read(who: DelegationId, rest: str, remark: str) -> Say:
    """The move from the rest of its line. Raises `Misread`."""
    read_nothing("says", rest)
    return Say(who, remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"says": read}, write, hangs_on=on_nothing)
"""What `game.talks.rules` asks of this move."""
