"""Which sound goes with what has happened at a table: the weightiest of all that came with one move."""

from __future__ import annotations

from collections.abc import Mapping

from game.desktop.kit.sounds import Sound
from game.seat import Desk, since
from game.talks import events
from game.talks.events import Event
from game.talks.verdict import Ending

_ENDS: Mapping[Ending, Sound] = {
    "signed": "gavel", "refused": "knock", "left": "knock", "deadline": "strike", "broken-off": "strike",
}  # fmt: skip
_HEARD: tuple[tuple[type[Event], Sound], ...] = (
    (events.Initialled, "signature"),
    (events.Declined, "knock"),
    (events.Broke, "knock"),
    (events.Returned, "knock"),
    (events.Settled, "closed"),
    (events.Hinted, "answer"),
    (events.Answered, "answer"),
    (events.Happened, "paper"),
    (events.Proposed, "paper"),
    (events.Circulated, "paper"),
    (events.Announced, "paper"),
)
"""The weightiest first."""
LATE = 0.15
"""The part of all hours from which on the clock is heard, and shown in the colour of alarm."""


def sound(before: Desk, now: Desk) -> Sound | None:
    """What is heard when the talks have moved on; None where there is nothing to it."""
    if now.ended is not None:
        return _ENDS[now.ended.kind] if before.ended is None else None
    came = since(before.record, now.record)
    for kind, heard in _HEARD:
        if any(isinstance(event, kind) for event in came):
            return heard
    late = LATE * now.now.deadline
    return "tick" if now.now.left < late <= before.now.left else None
