"""To read a phrase of the frozen text one's own way."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace

from game.scenario import Audience, ReadingId
from game.talks.audiences import surplus
from game.talks.causes import ReadingLiked, Woken, WokenPress
from game.talks.closing import close, readings_of, speaker
from game.talks.events import Interpreted
from game.talks.ledger import charge, hear, others, temper
from game.talks.moves import Interpret
from game.talks.notation import read_one
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule
from game.talks.talks import Talks
from game.text import DelegationId

WOKEN = -2
"""What a reading that wakes the other side's audiences does to goodwill."""


def refusal(talks: Talks, move: Interpret) -> Refused | None:
    """Why a closing statement cannot be made."""
    if not talks.closing:
        return refuse(kind=Why.NOT_FROZEN)
    if speaker(talks) != move.by:
        return refuse(kind=Why.CLOSED_ALREADY)
    if move.reading is None:
        return None
    if move.reading not in [reading.id for reading in readings_of(talks, move.by)]:
        return refuse(kind=Why.NO_READING, reading=move.reading)
    return None


def _hours(_: Room, __: Interpret) -> float:
    return 0.0


def make(talks: Talks, move: Interpret) -> Talks:
    """A closing statement: liked at home, and heard by the audiences of the others."""
    talks = replace(talks, said={**talks.said, move.by: move.reading})
    chosen = next((reading for reading in talks.scenario.readings if reading.id == move.reading), None)
    if chosen is None:
        return close(hear(talks, Interpreted(at=talks.hours, by=move.by, remark=move.remark)))
    talks = hear(
        talks, Interpreted(at=talks.hours, by=move.by, remark=move.remark, reading=chosen.id, says=chosen.says)
    )
    talks = charge(talks, move.by, chosen.gain, ReadingLiked(chosen.id, chosen.says), talks.latest)
    for other in others(talks, move.by):
        talks = _overheard(talks, move.by, other, chosen.wakes)
    return close(talks)


def _overheard(talks: Talks, by: DelegationId, other: DelegationId, wakes: int) -> Talks:
    """The audiences of another delegation hear a reading; those that were content and are not any more have woken."""
    audiences = [each for each in talks.scenario.audiences_of(other) if _counts(talks, each)]
    calm = [each for each in audiences if surplus(talks, each) >= 0]
    lowered = {each.id: talks.woken.get(each.id, 0) + wakes for each in talks.scenario.audiences_of(other)}
    talks = replace(talks, woken={**talks.woken, **lowered})
    woke = [each for each in calm if surplus(talks, each) < 0]
    for audience in woke:
        if audience.power == "press":
            talks = charge(talks, other, -audience.cost, WokenPress(audience.id), talks.latest, audience.id)
    if woke:
        cause = Woken(tuple(each.id for each in woke), talks.hours)
        talks = temper(talks, by, [other], WOKEN, cause, talks.latest)
    return talks


def _counts(talks: Talks, audience: Audience) -> bool:
    return audience.power != "ratify" or audience.has_vote(talks.agreed)


def offers(talks: Talks, who: DelegationId) -> Iterator[Interpret]:
    """What a seat could try now."""
    yield Interpret(who)
    yield from (Interpret(who, reading.id) for reading in talks.scenario.readings if reading.of == who)


def write(move: Interpret) -> str:
    """What is done, in the notation of a record."""
    return f"reads {move.reading or '-'}"


def read(who: DelegationId, rest: str, remark: str) -> Interpret:
    """The move from the rest of its line. Raises `Misread`."""
    one = read_one("reads", rest)
    return Interpret(who, None if one == "-" else ReadingId(one), remark=remark)


def _hangs_on(talks: Talks, who: DelegationId) -> Hashable:
    return tuple([reading.id for reading in talks.scenario.readings if reading.of == who])


RULE = Rule(refusal, _hours, make, offers, {"reads": read}, write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of this move."""
