"""What it is worth to a delegation that a demand need not be heard first, and what it does not ask for after that.

Its numbers are judgements, tried on seeds 1 to 60 of the main scenario.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario import Clock
from game.talks import View
from game.talks.capital import forgone
from game.talks.events import Broke, Returned
from game.text import IssueId, OptionId, Text

_IN_HOURS = 1.0
"""How much dearer an hour is to whoever has no patience at all than its part of what is at stake in the hours left."""


def hearing(clock: Clock, hourly: float, at_stake: float, hours_left: float, patience: float) -> float:
    """Points that the hours cost in which a demand is tabled and refused: what an hour costs by itself, and, the less
    patience there is, a share of what the text that is hoped for is above no text."""
    hours = clock.package + clock.decline
    return hours * (hourly + _IN_HOURS * (1 - patience) * at_stake / max(hours_left, hours, 1.0))


def shut(view: View) -> frozenset[tuple[IssueId, OptionId]]:
    """The wordings that it does not plan with: what no text will have, and what it has given up unheard itself, as long
    as nobody else stands for it."""
    lost = {
        (issue, option)
        for issue, option in forgone(view.seat.charges)
        if all(view.positions[other.id][issue] != option for other in view.others)
    }
    return view.ruled_out | lost


def beyond_what_was_barred(view: View) -> frozenset[tuple[IssueId, OptionId]]:
    """The wordings still farther off than one over which an ally broke silence, or for which a parliament sent the text
    back, as seen from the word that it named: nobody would have them who would not have that one."""
    told = (event for event in view.record if isinstance(event, Broke | Returned))
    return frozenset(word for event in told for word in _farther(view.scenario.text, event))


def _farther(text: Text, event: Broke | Returned) -> Iterator[tuple[IssueId, OptionId]]:
    if event.issue is None or event.option is None or event.retreat is None:
        return
    ladder = text[event.issue]
    minded = ladder.rank(event.option)
    way = minded - ladder.rank(event.retreat)
    yield from ((ladder.id, option.id) for option in ladder.options if (ladder.rank(option.id) - minded) * way > 0)
