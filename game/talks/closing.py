"""What comes after the last initial: closing statements, those whom they wake, parliaments, and the signature."""

from __future__ import annotations

from dataclasses import replace

from game.scenario import Audience, Reading, lowest_band
from game.talks.audiences import grievance, surplus
from game.talks.events import Concluded, Consented, Ratified, Returned
from game.talks.known import Grievance
from game.talks.ledger import hear
from game.talks.outside import Called
from game.talks.silence_procedure import allies, break_silence, minding, prolonged, retreat, time_to_mend
from game.talks.talks import Silence, Talks
from game.text import DelegationId


def readings_of(talks: Talks, who: DelegationId) -> tuple[Reading, ...]:
    """The closing statements that a delegation can make on the agreed text."""
    found = talks.known.readings.get(who)
    if found is None:
        lowest = lowest_band(talks.goodwill)
        found = talks.known.readings[who] = tuple(
            reading
            for reading in talks.scenario.readings
            if reading.of == who and reading.condition.met(talks.agreed, talks.scenario.binding, lowest)
        )
    return found


def speaker(talks: Talks) -> DelegationId | None:
    """Whose closing statement is due; whoever could read nothing into the text is passed over."""
    return next((who for who in talks.scenario.ids if who not in talks.said and readings_of(talks, who)), None)


def close(talks: Talks) -> Talks:
    """The text is initialled by all: whoever has something to read into it has the floor; else perhaps it is signed."""
    due = speaker(talks)
    return judge(talks) if due is None else replace(talks, floor=due)


def judge(talks: Talks) -> Talks:
    """Allies whom a statement woke unfreeze the text; then parliaments with a vote judge it; then it is signed. Where
    somebody speaks for one of them, the talks wait; what has been said once for one of them stands."""
    for who in talks.scenario.ids:
        unspoken = [ally for ally in allies(talks, who) if ally.id not in talks.seated | talks.settled]
        if against := [ally for ally in unspoken if surplus(talks, ally) < 0]:
            minds = min(against, key=lambda ally: surplus(talks, ally))
            return _unfrozen(minding(talks, minds), minds, talks.deeds)
        spoken = [ally.id for ally in allies(talks, who) if ally.id in talks.seated - talks.settled]
        if heard := frozenset(ally for ally in spoken if talks.woken.get(ally, 0)):
            return replace(talks, silence=Silence(who, heard, frozen=True))
    for audience in talks.scenario.audiences:
        if audience.id in talks.settled or not audience.has_vote(talks.agreed):
            continue
        if audience.id in talks.seated:
            called = Called(at=talks.hours, by=audience.of, audience=audience.id)
            return hear(replace(talks, vote=audience.id), called)
        if surplus(talks, audience) < 0:
            return sent_back(talks, audience, grievance(talks, audience))
        talks = _taken(talks, audience)
    return hear(replace(talks, signed=True), Concluded(at=talks.hours))


def ratified(talks: Talks, audience: Audience, remark: str = "") -> Talks:
    """A parliament whose vote was called takes the text; the others judge it."""
    return judge(_taken(replace(talks, vote=None), audience, remark))


def _taken(talks: Talks, audience: Audience, remark: str = "") -> Talks:
    talks = replace(talks, settled=talks.settled | {audience.id})
    return hear(talks, Ratified(at=talks.hours, by=audience.of, audience=audience.id, remark=remark))


def silence_held(talks: Talks) -> Talks:
    """What follows when silence has run out for those for whom somebody speaks; nothing while it runs for others."""
    silence = talks.silence
    if silence is None or silence.waits_for:
        return talks
    talks = replace(talks, silence=None)
    if silence.frozen:
        return judge(replace(talks, settled=talks.settled | silence.asked))
    talks = replace(talks, consented={**talks.consented, silence.by: talks.agreed})
    return hear(talks, Consented(at=talks.hours, by=silence.by))


def broken(talks: Talks, audience: Audience, named: Grievance | None, remark: str = "") -> Talks:
    """Silence that ran is broken, over the word that is named."""
    silence = talks.silence
    told = break_silence(replace(talks, silence=None), audience, named, remark)
    if silence is not None and silence.frozen:
        return _unfrozen(told, audience, talks.deeds)
    return time_to_mend(talks, told, audience)


def sent_back(talks: Talks, audience: Audience, named: Grievance | None, remark: str = "") -> Talks:
    """A parliament will not have the text. The first time one last swap is left; the second time, or where nothing
    could be swapped, it is the end."""
    event = Returned(at=talks.hours, by=audience.of, audience=audience.id, remark=remark)
    talks = replace(talks, vote=None)
    if talks.returned or named is None:
        return hear(replace(talks, refused_by=audience.id), replace(event, final=True))
    talks = replace(talks, returned=(*talks.returned, audience.id))
    told = replace(event, issue=named.issue, option=named.option, retreat=named.retreat)
    return _unfrozen(retreat(hear(talks, told), audience, named), audience, talks.deeds)


def _unfrozen(talks: Talks, audience: Audience, because_of: int) -> Talks:
    """The text is open again, and a few hours are left at least; what was said stays said."""
    consented = {each: outcome for each, outcome in talks.consented.items() if each != audience.of}
    talks = replace(talks, initials=frozenset(), floor=audience.of, consented=consented, settled=frozenset())
    return prolonged(talks, audience, talks.scenario.clock.last_swap, because_of)
