"""Holding up a side text over a minor wording: Istanbul, 10 June 1994, more than five hours."""

from __future__ import annotations

from collections.abc import Iterable

from game.scenario import SideText, Stake
from game.talks.events import Event, HeldUp
from game.talks.moves import Answer
from game.text import DelegationId

_YIELDED, _SAT_OUT = -1, -2
"""What a hold-up does to goodwill: where the word was given or swapped, and where it was sat out."""
_NOTHING = Stake(0, 0)


def hours_of(side: SideText, waiting: frozenset[DelegationId], who: DelegationId) -> float:
    """Hours that sitting it out takes: they run once the last has sat down to it."""
    return side.hours if waiting <= {who} else 0.0


def hold_ups(events: Iterable[Event], who: DelegationId) -> int:
    """How often a delegation has held something up."""
    return sum(isinstance(event, HeldUp) and event.by == who for event in events)


def strain(how: Answer, earlier: int) -> int:
    """What an answer to a hold-up does to goodwill between the two; the more the oftener one was held up before."""
    return (_SAT_OUT if how == "sit" else _YIELDED) - earlier
