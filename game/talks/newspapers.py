"""What newspapers and third states cost a delegation at home while they dislike what it stands for."""

from __future__ import annotations

from game.talks.audiences import surplus
from game.talks.causes import Pressed
from game.talks.ledger import charge
from game.talks.talks import Talks


def press(talks: Talks, since: float) -> Talks:
    """What audiences below their threshold have cost between two hours of talks."""
    for audience in talks.scenario.audiences:
        if audience.power != "press" or not audience.every:
            continue
        times = int(talks.hours // audience.every) - int(since // audience.every)
        if times and surplus(talks, audience) < 0:
            pressed = Pressed(audience.id, talks.hours)
            talks = charge(talks, audience.of, -audience.cost * times, pressed, None, audience.id)
    return talks
