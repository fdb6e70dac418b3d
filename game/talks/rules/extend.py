"""To move the deadline."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace

from game.talks.ledger import hear
from game.talks.moves import Extend
from game.talks.notation import read_hours
from game.talks.outside import Extended
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.pass_hours import MOST_HOURS, no_hours
from game.talks.rules.rule import Rule, no_time
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Extend) -> Refused | None:
    """Why the deadline cannot be moved, or not so far."""
    if talks.closing:
        return refuse(kind=Why.FROZEN)
    if refused := no_hours(move.hours):
        return refused
    if talks.extra_hours + move.hours > MOST_HOURS:
        return refuse(kind=Why.LONG_EXTENSION, most=MOST_HOURS)
    return None


def make(talks: Talks, move: Extend) -> Talks:
    """The clock strikes later."""
    limit, extra = talks.deadline, talks.extra_hours + move.hours
    told = Extended(at=talks.hours, by=move.by, remark=move.remark, before=limit, after=limit + move.hours)
    return hear(replace(talks, extra_hours=extra), told)


def offers(_: Talks, who: DelegationId) -> Iterator[Extend]:
    """One hour stands for any."""
    yield Extend(who, 1.0)


def write(move: Extend) -> str:
    """What is done, in the notation of a record."""
    return f"extends {move.hours:g}"


def read(who: DelegationId, rest: str, remark: str) -> Extend:
    """The move from the rest of its line. Raises `Misread`."""
    return Extend(who, read_hours("extends", rest), remark=remark)


def _hangs_on(talks: Talks, _: DelegationId) -> Hashable:
    return talks.extra_hours


RULE = Rule(refusal, no_time, make, offers, {"extends": read}, write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of this move."""
