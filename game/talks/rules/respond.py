"""To answer a hold-up: the word is given, or another one for it, or it is sat out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import get_args

from game.scenario import SideText
from game.talks.causes import HeldUpBy, HoldUpEnded
from game.talks.events import Responded
from game.talks.hold_ups import hold_ups, hours_of, strain
from game.talks.ledger import charge, hear, others, temper
from game.talks.moves import Answer, Respond
from game.talks.notation import read_nothing
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule, on_nothing
from game.talks.talks import Held, Talks
from game.text import DelegationId

_VERBS: Mapping[Answer, str] = {"give": "gives", "swap": "swaps", "sit": "sits"}


def refusal(talks: Talks, move: Respond) -> Refused | None:
    """Why there is nothing to answer."""
    if talks.held is None:
        return refuse(kind=Why.NOTHING_HELD)
    if move.by == talks.held.by:
        return refuse(kind=Why.YOU_HOLD)
    if move.how not in ("give", "swap", "sit"):
        return refuse(kind=Why.NO_SUCH_ANSWER, written=move.how)
    return None


def _hours(room: Room, move: Respond) -> float:
    clock, held = room.scenario.clock, room.held
    side = room.scenario.side_text(held.side_text) if held else None
    if held is None or side is None or move.how != "sit":
        return clock.respond
    waiting = frozenset(room.scenario.ids) - held.sat - {held.by}
    return max(clock.respond, hours_of(side, waiting, move.by))


def make(talks: Talks, move: Respond) -> Talks:
    """The word is given, or swapped, or sat out; the last who sits lets the hours run."""
    held = talks.held
    side = talks.scenario.side_text(held.side_text) if held else None
    if held is None or side is None:
        raise LookupError("nothing is held up")
    sat = held.sat | {move.by}
    over = move.how != "sit" or sat == frozenset(others(talks, held.by))
    talks = hear(
        talks, Responded(at=talks.hours, by=move.by, remark=move.remark, side_text=side.id, how=move.how, over=over)
    )
    if not over:
        return replace(talks, held=replace(held, sat=sat))
    talks = replace(talks, held=None, out_of_the_way=talks.out_of_the_way | {side.id})
    because_of, earlier = talks.latest, hold_ups(talks.events, held.by) - 1
    cause = HeldUpBy(held.by, side.id, held.at, move.how == "sit", earlier)
    if move.how != "sit":
        sat, talks = frozenset({move.by}), _settle(talks, side, held, move)
    return temper(talks, held.by, sorted(sat), strain(move.how, earlier), cause, because_of)


def _settle(talks: Talks, side: SideText, held: Held, move: Respond) -> Talks:
    """What giving or swapping the word is worth to each side, as of the day on which it was held up."""
    for who in talks.scenario.ids:
        stake = talks.scenario.instructions[who].stake(side.id)
        points = stake.give if move.how == "give" else stake.swap
        talks = charge(talks, who, points, HoldUpEnded(held.by, side.id, held.at, move.how), talks.latest)
    return talks


def offers(talks: Talks, who: DelegationId) -> Iterator[Respond]:
    """What a seat could try now."""
    return (Respond(who, how) for how in get_args(Answer)) if talks.held else iter((Respond(who, "sit"),))


def write(move: Respond) -> str:
    """What is done, in the notation of a record."""
    return _VERBS[move.how]


def _gives(who: DelegationId, rest: str, remark: str) -> Respond:
    """The move from the rest of its line. Raises `Misread`."""
    read_nothing("gives", rest)
    return Respond(who, "give", remark=remark)


def _swaps(who: DelegationId, rest: str, remark: str) -> Respond:
    """The move from the rest of its line. Raises `Misread`."""
    read_nothing("swaps", rest)
    return Respond(who, "swap", remark=remark)


def _sits(who: DelegationId, rest: str, remark: str) -> Respond:
    """The move from the rest of its line. Raises `Misread`."""
    read_nothing("sits", rest)
    return Respond(who, "sit", remark=remark)


RULE = Rule(
    refusal, _hours, make, offers, {"gives": _gives, "swaps": _swaps, "sits": _sits}, write, hangs_on=on_nothing
)
"""What `game.talks.rules` asks of this move."""
