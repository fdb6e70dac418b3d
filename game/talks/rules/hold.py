"""To hold up a side text over a minor wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.scenario import PhaseId, SideTextId
from game.talks.events import HeldUp
from game.talks.ledger import hear
from game.talks.moves import Hold
from game.talks.notation import read_one
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule
from game.talks.talks import Held, Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Hold) -> Refused | None:
    """Why a side text cannot be held up now."""
    side = talks.scenario.side_text(move.side_text)
    if side is None:
        return refuse(kind=Why.NO_SIDE_TEXT, side_text=move.side_text)
    if side.by != move.by:
        return refuse(kind=Why.NOT_YOURS_TO_HOLD, side_text=side.id)
    if side.id in talks.out_of_the_way:
        return refuse(kind=Why.OUT_OF_THE_WAY, side_text=side.id)
    if side.phase is not None and side.phase != talks.phase:
        return refuse(kind=Why.OTHER_PHASE, side_text=side.id, phase=side.phase)
    if talks.phase is not None and talks.phase in _phases_held_in(talks, move.by):
        return refuse(kind=Why.HELD_ALREADY)
    return None


def _phases_held_in(talks: Talks, who: DelegationId) -> set[PhaseId | None]:
    at = talks.scenario.calendar.at
    return {at(event.at).session.phase for event in talks.events if isinstance(event, HeldUp) and event.by == who}


def _hours(room: Room, _: Hold) -> float:
    return room.scenario.clock.hold


def make(talks: Talks, move: Hold) -> Talks:
    """The side text is held up, and the room waits for an answer."""
    return hear(
        replace(talks, held=Held(move.side_text, move.by, at=talks.hours)),
        HeldUp(at=talks.hours, by=move.by, remark=move.remark, side_text=move.side_text),
    )


def offers(talks: Talks, who: DelegationId) -> Iterator[Hold]:
    """What a seat could try now."""
    return (Hold(who, side.id) for side in talks.scenario.side_texts if side.by == who)


def write(move: Hold) -> str:
    """What is done, in the notation of a record."""
    return f"holds {move.side_text}"


def read(who: DelegationId, rest: str, remark: str) -> Hold:
    """The move from the rest of its line. Raises `Misread`."""
    return Hold(who, SideTextId(read_one("holds", rest)), remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"holds": read}, write)
"""What `game.talks.rules` asks of this move."""
