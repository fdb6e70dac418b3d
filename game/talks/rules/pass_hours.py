"""To let hours of talks run."""

from __future__ import annotations

from collections.abc import Iterator

from game.talks.ledger import hear
from game.talks.moves import Pass
from game.talks.notation import read_hours
from game.talks.outside import Passed
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule, on_nothing
from game.talks.talks import Talks
from game.text import DelegationId

MOST_HOURS = 100
"""Hours by which one move of the chair's may move the clock, or all of them the deadline."""
QUARTER = 0.25
"""The chair counts in quarters of an hour."""


def no_hours(hours: float) -> Refused | None:
    """Why these are no hours that a chair can name."""
    if not 0 < hours <= MOST_HOURS or hours % QUARTER:
        return refuse(kind=Why.NO_HOURS, most=MOST_HOURS)
    return None


def refusal(talks: Talks, move: Pass) -> Refused | None:
    """Why no hours can pass."""
    if talks.closing:
        return refuse(kind=Why.FROZEN)
    return no_hours(move.hours)


def _hours(_: Room, move: Pass) -> float:
    return move.hours


def make(talks: Talks, move: Pass) -> Talks:
    """The hours have run already."""
    return hear(talks, Passed(at=talks.hours, by=move.by, remark=move.remark, hours=move.hours))


def offers(_: Talks, who: DelegationId) -> Iterator[Pass]:
    """One hour stands for any."""
    yield Pass(who, 1.0)


def write(move: Pass) -> str:
    """What is done, in the notation of a record."""
    return f"passes {move.hours:g}"


def read(who: DelegationId, rest: str, remark: str) -> Pass:
    """The move from the rest of its line. Raises `Misread`."""
    return Pass(who, read_hours("passes", rest), remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"passes": read}, write, hangs_on=on_nothing)
"""What `game.talks.rules` asks of this move."""
