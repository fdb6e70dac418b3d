"""What comes after the last initial: closing statements, those whom they wake, parliaments, and the signature."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import Audience, Reading, lowest_band
from game.talks.audiences import grievance, surplus
from game.talks.causes import OpenedAgain
from game.talks.events import Concluded, Prolonged, Ratified, Returned
from game.talks.ledger import hear
from game.talks.silence_procedure import allies, break_silence, retreat
from game.talks.talks import Talks
from game.text import DelegationId

_WOKEN = -2
"""What a reading that wakes the other side's audiences does to goodwill."""


def readings_of(talks: Talks, who: DelegationId) -> tuple[Reading, ...]:
    """The closing statements that a delegation can make on the agreed text."""
    lowest = lowest_band(talks.goodwill)
    return tuple(
        reading
        for reading in talks.scenario.readings
        if reading.of == who and reading.condition.met(talks.agreed, talks.scenario.binding, lowest)
    )


def speaker(talks: Talks) -> DelegationId | None:
    """Whose closing statement is due; whoever could read nothing into the text is passed over."""
    return next((who for who in talks.scenario.ids if who not in talks.said and readings_of(talks, who)), None)


def close(talks: Talks) -> Talks:
    """The text is initialled by all: whoever has something to read into it has the floor; else perhaps it is signed."""
    due = speaker(talks)
    return _judge(talks) if due is None else replace(talks, floor=due)


def _judge(talks: Talks) -> Talks:
    """Allies whom a statement woke unfreeze the text; then parliaments with a vote judge it; then it is signed."""
    for who in talks.scenario.ids:
        if against := [ally for ally in allies(talks, who) if surplus(talks, ally) < 0]:
            minds = min(against, key=lambda ally: surplus(talks, ally))
            return _unfrozen(break_silence(talks, minds), minds, talks.deeds)
    for audience in talks.scenario.audiences:
        if not audience.has_vote(talks.agreed):
            continue
        if surplus(talks, audience) < 0:
            return _returned(talks, audience)
        talks = hear(talks, Ratified(at=talks.hours, by=audience.of, audience=audience.id))
    return hear(replace(talks, signed=True), Concluded(at=talks.hours))


def _returned(talks: Talks, audience: Audience) -> Talks:
    """The first time one last swap is left; the second time, or where nothing could be swapped, it is the end."""
    named = grievance(talks, audience)
    event = Returned(at=talks.hours, by=audience.of, audience=audience.id)
    if talks.returned or named is None:
        return hear(replace(talks, refused_by=audience.id), replace(event, final=True))
    talks = replace(talks, returned=(*talks.returned, audience.id))
    told = replace(event, issue=named.issue, option=named.option, retreat=named.retreat)
    return _unfrozen(retreat(hear(talks, told), audience, named), audience, talks.deeds)


def _unfrozen(talks: Talks, audience: Audience, because_of: int) -> Talks:
    """The text is open again, and a few hours are left at least; what was said stays said."""
    until, limit = talks.hours + talks.scenario.clock.last_swap, talks.deadline
    consented = {each: outcome for each, outcome in talks.consented.items() if each != audience.of}
    talks = replace(talks, initials=frozenset(), floor=audience.of, consented=consented)
    if until <= limit:
        return talks
    talks = replace(talks, extra_hours=until - talks.scenario.calendar.hours)
    return hear(
        talks,
        Prolonged(at=talks.hours, before=limit, after=until, cause=OpenedAgain(audience.id), because_of=because_of),
    )
