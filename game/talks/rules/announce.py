"""To tell the newspapers that one stands for a wording."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace

from game.scenario import Audience
from game.talks.causes import Alarmed, Applauded, Surprised
from game.talks.events import Announced
from game.talks.ledger import charge, hear, others, temper
from game.talks.moves import Announce
from game.talks.notation import read_wording
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule
from game.talks.statements import ALARM, APPLAUSE, SURPRISE
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Announce) -> Refused | None:
    """Why a wording cannot be announced now."""
    text = talks.scenario.text
    if move.issue not in text:
        return refuse(kind=Why.NO_ISSUE, issue=move.issue)
    if move.option not in text[move.issue]:
        return refuse(kind=Why.NO_WORDING, issue=move.issue, option=move.option)
    if move.issue in talks.agreed:
        return refuse(kind=Why.AGREED, issue=move.issue)
    if talks.committed.get((move.by, move.issue)) == move.option:
        return refuse(kind=Why.ANNOUNCED)
    if talks.positions[move.by][move.issue] != move.option:
        return refuse(kind=Why.STANDS_ELSEWHERE, issue=move.issue)
    return None


def _hours(room: Room, _: Announce) -> float:
    return room.scenario.clock.announce


def make(talks: Talks, move: Announce) -> Talks:
    """The statement is in the papers: those at home like it once, others are alarmed, and there is no easy way back."""
    talks = hear(talks, Announced(at=talks.hours, by=move.by, remark=move.remark, issue=move.issue, option=move.option))
    talks = replace(talks, committed={**talks.committed, (move.by, move.issue): move.option})
    for audience in talks.scenario.audiences_of(move.by):
        if audience.power != "consent":
            talks = _heard(talks, audience, move)
    cause = Surprised(move.by, talks.hours)
    return temper(talks, move.by, others(talks, move.by), SURPRISE, cause, talks.latest)


def _heard(talks: Talks, audience: Audience, move: Announce) -> Talks:
    """An audience likes a wording, or is alarmed by it, or has no opinion."""
    row = talks.scenario.judgements[audience.id].points[move.issue]
    liked = row[move.option] * len(row) - sum(row.values())
    if liked > 0 and move.by not in talks.applauded:
        talks = replace(talks, applauded=talks.applauded | {move.by})
        return charge(talks, move.by, APPLAUSE, Applauded(audience.id, talks.hours), talks.latest, audience.id)
    if liked < 0 and audience.power == "press":
        return charge(talks, move.by, ALARM, Alarmed(audience.id, talks.hours), talks.latest, audience.id)
    return talks


def offers(talks: Talks, who: DelegationId) -> Iterator[Announce]:
    """What a seat could try now."""
    stands = talks.positions[who]
    return (Announce(who, issue, stands[issue]) for issue in talks.brackets)


def write(move: Announce) -> str:
    """What is done, in the notation of a record."""
    return f"announces {move.issue}={move.option}"


def read(who: DelegationId, rest: str, remark: str) -> Announce:
    """The move from the rest of its line. Raises `Misread`."""
    return Announce(who, *read_wording(rest), remark=remark)


def _hangs_on(talks: Talks, who: DelegationId) -> Hashable:
    stands = talks.positions[who]
    return tuple([(issue, stands[issue], talks.committed.get((who, issue))) for issue in talks.brackets])


RULE = Rule(refusal, _hours, make, offers, {"announces": read}, write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of this move."""
