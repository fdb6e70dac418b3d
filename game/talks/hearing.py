"""Who hears what, and how much of it: a watcher's version is the number of moves that it has noticed."""

from __future__ import annotations

from game.scenario import AudienceId
from game.talks.events import Adjusted, Charged, Event, Stirred
from game.talks.known import Heard
from game.talks.moves import CHAIR
from game.talks.talks import Talks
from game.text import DelegationId

GALLERY = DelegationId("*gallery")
"""A watcher without a seat: hears what is on the record and nothing else."""


def watchers(talks: Talks) -> tuple[DelegationId, ...]:
    """Everybody who may watch: the delegations, the audiences, the gallery and the chair."""
    outside = (DelegationId(audience.id) for audience in talks.scenario.audiences)
    return (*talks.scenario.ids, *outside, GALLERY, CHAIR)


def version(talks: Talks, who: DelegationId) -> int:
    """How many moves a watcher has noticed: what others do off the record is not counted by whoever does not hear it.
    A move says which of these versions it answers."""
    return heard(talks, who).version + talks.lifted.get(who, 0)


def versions(talks: Talks) -> dict[DelegationId, int]:
    """The versions of all who may watch."""
    hearing, lifted = talks.known.hearing, talks.lifted
    heard_by = {who: hearing(who, talks.events, talks.begun, hears) for who in watchers(talks)}
    return {who: heard.version + lifted.get(who, 0) for who, heard in heard_by.items()}


def heard(talks: Talks, who: DelegationId) -> Heard:
    """What a watcher has heard of what stands."""
    return talks.known.hearing(who, talks.events, talks.begun, hears)


def hears(event: Event, who: DelegationId) -> bool:
    """Whether a watcher hears of an event."""
    if event.heard_by is None or who in event.heard_by:
        return True
    if who == CHAIR:
        return not _of_an_envelope(event)
    return isinstance(event, Stirred | Adjusted) and event.audience == AudienceId(who)


def _of_an_envelope(event: Event) -> bool:
    """Whether an event tells a number of one delegation's."""
    return isinstance(event, Charged) or (isinstance(event, Adjusted) and event.number in ("walk-away", "points"))
