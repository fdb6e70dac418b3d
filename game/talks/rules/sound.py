"""To ask one ally how it would take the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.scenario import Audience, AudienceId
from game.talks.audiences import grievance, honest, surplus
from game.talks.events import Adjusted, Interpreted, Sounded
from game.talks.ledger import hear
from game.talks.moves import AllyAnswer, Sound
from game.talks.notation import read_one
from game.talks.outside import Inquired
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule
from game.talks.talks import Talks
from game.text import DelegationId, IssueId


def refusal(talks: Talks, move: Sound) -> Refused | None:
    """Why an ally cannot be asked."""
    if move.audience not in [audience.id for audience in talks.scenario.audiences]:
        return refuse(kind=Why.NO_AUDIENCE, audience=move.audience)
    audience = talks.scenario.audience(move.audience)
    if audience.of != move.by:
        return refuse(kind=Why.NOT_YOURS_TO_SOUND, audience=audience.id)
    if audience.power != "consent":
        return refuse(kind=Why.NO_ALLY, audience=audience.id)
    if audience.id in talks.asked:
        return refuse(kind=Why.ASKED_ALREADY, audience=audience.id)
    if audience.id in talks.sounded and talks.sounded[audience.id] == _judged(talks, audience):
        return refuse(kind=Why.SAID_ALREADY, audience=audience.id)
    return None


def _judged(talks: Talks, audience: Audience) -> tuple[object, ...]:
    """All that an ally's answer hangs on, as far as its delegation can tell: whether it is asked again is no secret."""
    stirred = sum(
        isinstance(event, Interpreted) or (isinstance(event, Adjusted) and event.audience == audience.id)
        for event in talks.events
    )
    return talks.positions[audience.of], talks.barred, stirred


def _hours(room: Room, _: Sound) -> float:
    return room.scenario.clock.sound


def make(talks: Talks, move: Sound) -> Talks:
    """The ally's answer, which is true of the text as its delegation stands for it; or, where somebody speaks for it,
    the question."""
    audience = talks.scenario.audience(move.audience)
    if audience.id not in talks.seated:
        return answered(talks, audience, *true_answer(talks, audience), move.remark)
    talks = replace(talks, asked={**talks.asked, audience.id: move.by})
    ears = frozenset({move.by, DelegationId(audience.id)})
    return hear(talks, Inquired(at=talks.hours, by=move.by, heard_by=ears, audience=audience.id, remark=move.remark))


def true_answer(talks: Talks, audience: Audience) -> tuple[AllyAnswer, IssueId | None]:
    """What an ally would do, as its numbers have it, and the clause that it minds."""
    answer = honest(surplus(talks, audience), talks.scenario.judgements[audience.id])
    named = grievance(talks, audience) if answer != "yes" else None
    return answer, named.issue if named else None


def answered(talks: Talks, audience: Audience, answer: AllyAnswer, issue: IssueId | None, remark: str = "") -> Talks:
    """The talks in which an ally has said how it would take the text; whoever speaks for it knows what it said."""
    spoken = {DelegationId(audience.id)} if audience.id in talks.asked else set()
    asked = {each: by for each, by in talks.asked.items() if each != audience.id}
    talks = replace(talks, asked=asked, sounded={**talks.sounded, audience.id: _judged(talks, audience)})
    return hear(
        talks,
        Sounded(
            at=talks.hours,
            by=audience.of,
            heard_by=frozenset({audience.of, *spoken}),
            remark=remark,
            audience=audience.id,
            answer=answer,
            issue=issue,
        ),
    )


def offers(talks: Talks, who: DelegationId) -> Iterator[Sound]:
    """What a seat could try now."""
    return (Sound(who, audience.id) for audience in talks.scenario.audiences_of(who))


def write(move: Sound) -> str:
    """What is done, in the notation of a record."""
    return f"sounds {move.audience}"


def read(who: DelegationId, rest: str, remark: str) -> Sound:
    """The move from the rest of its line. Raises `Misread`."""
    return Sound(who, AudienceId(read_one("sounds", rest)), remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"sounds": read}, write)
"""What `game.talks.rules` asks of this move."""
