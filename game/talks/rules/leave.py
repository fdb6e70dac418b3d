"""To leave the talks, and end them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.talks.events import Left
from game.talks.ledger import hear
from game.talks.moves import Leave
from game.talks.notation import read_nothing
from game.talks.refused import Refused
from game.talks.rules.rule import Room, Rule, on_nothing
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(_: Talks, __: Leave) -> Refused | None:
    """Nothing keeps a delegation at the table."""
    return None


def _hours(room: Room, _: Leave) -> float:
    return room.scenario.clock.leave


def make(talks: Talks, move: Leave) -> Talks:
    """A delegation leaves the talks, and they end."""
    return hear(replace(talks, left_by=move.by), Left(at=talks.hours, by=move.by, remark=move.remark))


def offers(_: Talks, who: DelegationId) -> Iterator[Leave]:
    """What a seat could try now."""
    yield Leave(who)


def write(_: Leave) -> str:
    """What is done, in the notation of a record."""
    return "leaves"


def read(who: DelegationId, rest: str, remark: str) -> Leave:
    """The move from the rest of its line. Raises `Misread`."""
    read_nothing("leaves", rest)
    return Leave(who, remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"leaves": read}, write, hangs_on=on_nothing)
"""What `game.talks.rules` asks of this move."""
