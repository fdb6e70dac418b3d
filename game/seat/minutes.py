"""The record as it is read: with what was revoked where it was, struck; and what is new in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.talks.events import Event
from game.talks.outside import Revoked

Minute = tuple[Event, bool]
"""Something that happened, and whether it was revoked since."""


def minutes(record: Sequence[Event], struck: Sequence[Sequence[Event]]) -> tuple[Minute, ...]:
    """A record with what was struck from it, each time before the words with which the chair took it back. What was
    brought back by a later revocation stands, and is not struck."""
    if not struck:
        return tuple((event, False) for event in record)
    stands = {id(event) for event in record}

    def lines(events: Sequence[Event], *, gone: bool) -> Iterator[Minute]:
        for event in events:
            if isinstance(event, Revoked):
                taken = [each for each in struck[event.number] if id(each) not in stands]
                yield from lines(taken, gone=True)
            yield event, gone

    return tuple(lines(record, gone=False))


def parting(before: Sequence[Event], now: Sequence[Event]) -> int:
    """From which place on a record has what it had not then. Where the talks were taken back, that is the news of it
    and what came after."""
    place = min(len(before), len(now))
    while place and before[place - 1] is not now[place - 1]:
        place -= 1
    return place


def since(before: Sequence[Event], now: Sequence[Event]) -> tuple[Event, ...]:
    """What stands in a record now that did not then."""
    return tuple(now[parting(before, now) :])
