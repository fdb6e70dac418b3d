"""What has become of what a seat held up: how it was answered, and what came of that for it."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario import SideTextId
from game.talks import Answer, events
from game.talks.causes import HeldUpBy, HoldUpEnded
from game.talks.events import Event
from game.text import DelegationId


@dataclass(frozen=True, slots=True)
class HoldUpEnd:
    """The answer that ended a hold-up of a seat's own."""

    place: int
    """Where it stands in the record, from 0."""
    by: DelegationId
    side_text: SideTextId
    how: Answer
    hours: float
    """For how long it was held up."""
    points: int
    """What the word brought this seat."""
    goodwill: int
    """What it did to goodwill with whoever answered."""


def hold_up_ends(record: tuple[Event, ...], me: DelegationId, since: int) -> tuple[HoldUpEnd, ...]:
    """Those of a seat that ended from a place in its record on."""
    found: list[HoldUpEnd] = []
    held: events.HeldUp | None = None
    for place, event in enumerate(record):
        if isinstance(event, events.HeldUp):
            held = event
        elif isinstance(event, events.Responded) and event.over and held is not None and event.by is not None:
            if held.by == me and place >= since:
                found.append(_end(record, me, place, event, event.by, event.at - held.at))
            held = None
    return tuple(found)


def _end(
    record: tuple[Event, ...], me: DelegationId, place: int, event: events.Responded, by: DelegationId, hours: float
) -> HoldUpEnd:
    points = goodwill = 0
    for after in record[place + 1 :]:
        match after:
            case events.Made():
                break
            case events.Charged(by=whose, cause=HoldUpEnded()) if whose == me:
                points += after.points
            case events.Tempered(cause=HeldUpBy()) if set(after.between) == {me, by}:
                goodwill += after.after - after.before
            case _:
                pass
    return HoldUpEnd(place, by, event.side_text, event.how, hours, points, goodwill)
