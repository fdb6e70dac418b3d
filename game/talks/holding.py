"""Holding up a side text over a minor wording: Istanbul, 10 June 1994, more than five hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.scenario import PhaseId, SideText, Stake
from game.talks.causes import HeldUpBy, HoldUpEnded
from game.talks.events import Event, HeldUp, Responded
from game.talks.ledger import charge, hear, others, temper
from game.talks.moves import Answer, Hold, Respond
from game.talks.refused import Refused, Why
from game.talks.talks import Held, Talks
from game.text import DelegationId

_YIELDED, _SAT_OUT = -1, -2
"""What a hold-up does to goodwill: where the word was given or swapped, and where it was sat out."""
_NOTHING = Stake(0, 0)


def cannot_hold(talks: Talks, move: Hold) -> Refused | None:
    """Why a side text cannot be held up now."""
    side = talks.scenario.side_text(move.side_text)
    if side is None:
        return Refused(kind=Why.NO_SIDE_TEXT, side_text=move.side_text)
    if side.by != move.by:
        return Refused(kind=Why.NOT_YOURS_TO_HOLD, side_text=side.id)
    if side.id in talks.settled:
        return Refused(kind=Why.OUT_OF_THE_WAY, side_text=side.id)
    if side.phase is not None and side.phase != talks.phase:
        return Refused(kind=Why.OTHER_PHASE, side_text=side.id, phase=side.phase)
    if talks.phase is not None and talks.phase in _phases_held_in(talks, move.by):
        return Refused(kind=Why.HELD_ALREADY)
    return None


def _phases_held_in(talks: Talks, who: DelegationId) -> set[PhaseId | None]:
    at = talks.scenario.calendar.at
    return {at(event.at).session.phase for event in talks.events if isinstance(event, HeldUp) and event.by == who}


def hold(talks: Talks, move: Hold) -> Talks:
    """The side text is held up, and the room waits for an answer."""
    return hear(
        replace(talks, held=Held(move.side_text, move.by, at=talks.hours)),
        HeldUp(at=talks.hours, by=move.by, remark=move.remark, side_text=move.side_text),
    )


def cannot_respond(talks: Talks, move: Respond) -> Refused | None:
    """Why there is nothing to answer."""
    if talks.held is None:
        return Refused(kind=Why.NOTHING_HELD)
    if move.by == talks.held.by:
        return Refused(kind=Why.YOU_HOLD)
    if move.how not in ("give", "swap", "sit"):
        return Refused(kind=Why.NO_SUCH_ANSWER, written=move.how)
    return None


def respond(talks: Talks, move: Respond) -> Talks:
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
    talks = replace(talks, held=None, settled=talks.settled | {side.id})
    because_of, earlier = talks.latest, hold_ups(talks.events, held.by) - 1
    cause = HeldUpBy(held.by, side.id, held.at, move.how == "sit", earlier)
    if move.how != "sit":
        sat, talks = frozenset({move.by}), _settle(talks, side, held, move)
    return temper(talks, held.by, sorted(sat), strain(move.how, earlier), cause, because_of)


def _settle(talks: Talks, side: SideText, held: Held, move: Respond) -> Talks:
    """What giving or swapping the word is worth to each side, as of the day on which it was held up."""
    for who in talks.scenario.ids:
        stake = talks.scenario.instructions[who].stakes.get(side.id, _NOTHING)
        points = stake.give if move.how == "give" else stake.swap
        talks = charge(talks, who, points, HoldUpEnded(held.by, side.id, held.at, move.how), talks.latest)
    return talks


def hours_of(side: SideText, waiting: frozenset[DelegationId], who: DelegationId) -> float:
    """Hours that sitting it out takes: they run once the last has sat down to it."""
    return side.hours if waiting <= {who} else 0.0


def hold_ups(events: Iterable[Event], who: DelegationId) -> int:
    """How often a delegation has held something up."""
    return sum(isinstance(event, HeldUp) and event.by == who for event in events)


def strain(how: Answer, earlier: int) -> int:
    """What an answer to a hold-up does to goodwill between the two; the more the oftener one was held up before."""
    return (_SAT_OUT if how == "sit" else _YIELDED) - earlier
