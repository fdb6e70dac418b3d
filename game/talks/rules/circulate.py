"""To put the clean text to one's allies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.talks.audiences import surplus
from game.talks.closing import silence_held
from game.talks.events import Circulated
from game.talks.ledger import hear
from game.talks.moves import Circulate
from game.talks.notation import read_nothing
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule
from game.talks.silence_procedure import allies, minding, needs_consent, time_to_mend
from game.talks.talks import Silence, Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Circulate) -> Refused | None:
    """Why the text cannot be circulated now."""
    if not allies(talks, move.by):
        return refuse(kind=Why.NO_ALLIES)
    if talks.brackets:
        return refuse(kind=Why.NOT_CLEAN)
    if broken := talks.scenario.text.conflict(talks.agreed):
        return refuse(kind=Why.EXCLUDED, written=broken.because)
    if not needs_consent(talks, move.by):
        return refuse(kind=Why.CONSENTED)
    return None


def _hours(room: Room, _: Circulate) -> float:
    return room.scenario.clock.circulate


def make(talks: Talks, move: Circulate) -> Talks:
    """Silence has run: it holds, or the ally that minds the text most breaks it. Where none does, it runs for those for
    which somebody speaks."""
    talks = hear(talks, Circulated(at=talks.hours, by=move.by, remark=move.remark))
    asked = frozenset(audience.id for audience in allies(talks, move.by)) & talks.seated
    unspoken = [audience for audience in allies(talks, move.by) if audience.id not in asked]
    if against := [audience for audience in unspoken if surplus(talks, audience) < 0]:
        minds = min(against, key=lambda audience: surplus(talks, audience))
        return time_to_mend(talks, minding(talks, minds), minds)
    return silence_held(replace(talks, silence=Silence(move.by, asked)))


def offers(_: Talks, who: DelegationId) -> Iterator[Circulate]:
    """What a seat could try now."""
    yield Circulate(who)


def write(_: Circulate) -> str:
    """What is done, in the notation of a record."""
    return "circulates"


def read(who: DelegationId, rest: str, remark: str) -> Circulate:
    """The move from the rest of its line. Raises `Misread`."""
    read_nothing("circulates", rest)
    return Circulate(who, remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"circulates": read}, write)
"""What `game.talks.rules` asks of this move."""
