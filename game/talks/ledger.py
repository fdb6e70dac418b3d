"""What every rule writes: events that are heard, points that are charged, goodwill that moves. Each with its
cause, and the number of the deed that it comes of."""

from __future__ import annotations

from collections.abc import Iterable

from game.scenario import COLDEST, WARMEST, AudienceId, couple
from game.talks.causes import Cause
from game.talks.events import Charged, Event, Tempered, is_deed
from game.talks.talks import Charge, Talks
from game.text import DelegationId


def hear(talks: Talks, *events: Event) -> Talks:
    """The talks with these events in their record."""
    return talks.altered(events=(*talks.events, *events), deeds=talks.deeds + sum(map(is_deed, events)))


def charge(
    talks: Talks,
    who: DelegationId,
    points: int,
    cause: Cause,
    because_of: int | None,
    audience: AudienceId | None = None,
) -> Talks:
    """A delegation loses points (negative) or earns them, at once and for good, perhaps by the doing of an audience;
    none are not worth a word."""
    if not points:
        return talks
    charges = {**talks.charges, who: (*talks.charges.get(who, ()), Charge(points, cause, audience))}
    event = Charged(
        at=talks.hours,
        by=who,
        heard_by=frozenset({who}),
        points=points,
        cause=cause,
        because_of=because_of,
        audience=audience,
    )
    return hear(talks.altered(charges=charges), event)


def temper(
    talks: Talks, who: DelegationId, others: Iterable[DelegationId], change: int, cause: Cause, because_of: int | None
) -> Talks:
    """Goodwill between one delegation and others moves, within its scale."""
    for other in others:
        two = couple(talks.scenario.ids, who, other)
        before = talks.goodwill[two]
        after = min(WARMEST, max(COLDEST, before + change))
        if after != before:
            talks = talks.altered(goodwill={**talks.goodwill, two: after})
            talks = hear(
                talks,
                Tempered(at=talks.hours, between=two, before=before, after=after, cause=cause, because_of=because_of),
            )
    return talks


def others(talks: Talks, who: DelegationId) -> tuple[DelegationId, ...]:
    """Everybody at the table but one."""
    return tuple(each for each in talks.scenario.ids if each != who)
