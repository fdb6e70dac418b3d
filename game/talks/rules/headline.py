"""To print a headline."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace

from game.scenario import AudienceId
from game.talks.ledger import hear
from game.talks.moves import Headline
from game.talks.notation import read_nothing
from game.talks.outside import Printed
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Rule, no_time
from game.talks.talks import Talks
from game.text import DelegationId

LONGEST_HEADLINE = 80
"""Signs that a headline may have."""


def refusal(talks: Talks, move: Headline) -> Refused | None:
    """Why nothing can be printed now."""
    if talks.scenario.audience(AudienceId(move.by)).power != "press":
        return refuse(kind=Why.NO_NEWSPAPER)
    if (AudienceId(move.by), talks.phase) in talks.printed:
        return refuse(kind=Why.PRINTED, phase=talks.phase)
    if not move.remark.strip():
        return refuse(kind=Why.NOTHING_SAID)
    if len(move.remark) > LONGEST_HEADLINE:
        return refuse(kind=Why.LONG_HEADLINE, most=LONGEST_HEADLINE)
    return None


def make(talks: Talks, move: Headline) -> Talks:
    """All at the table hear it, and it moves no number."""
    audience = AudienceId(move.by)
    talks = replace(talks, printed=talks.printed | {(audience, talks.phase)})
    return hear(talks, Printed(at=talks.hours, by=move.by, audience=audience, remark=move.remark))


def offers(_: Talks, who: DelegationId) -> Iterator[Headline]:
    """What a seat could try now."""
    yield Headline(who, remark="—")


def write(_: Headline) -> str:
    """What is done, in the notation of a record."""
    return "prints"


def read(who: DelegationId, rest: str, remark: str) -> Headline:
    """The move from the rest of its line. Raises `Misread`."""
    read_nothing("prints", rest)
    return Headline(who, remark=remark)


def _hangs_on(talks: Talks, who: DelegationId) -> Hashable:
    me = AudienceId(who)
    return talks.scenario.audience(me).power, talks.phase, (me, talks.phase) in talks.printed


RULE = Rule(refusal, no_time, make, offers, {"prints": read}, write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of this move."""
