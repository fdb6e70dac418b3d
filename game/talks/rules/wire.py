"""To send a cable in the chair's own words."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from game.scenario import AudienceId
from game.talks.ledger import hear
from game.talks.moves import Wire
from game.talks.notation import read_one
from game.talks.outside import Wired
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Rule, no_time
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Wire) -> Refused | None:
    """Why a cable reaches nobody, or says nothing."""
    if not move.remark.strip():
        return refuse(kind=Why.NOTHING_SAID)
    if move.to is not None and move.to not in talks.scenario.ids and AudienceId(move.to) not in talks.seated:
        return refuse(kind=Why.NO_SEAT, delegation=move.to)
    return None


def make(talks: Talks, move: Wire) -> Talks:
    """Whoever it is for reads it."""
    ears = None if move.to is None else frozenset({move.to})
    return hear(talks, Wired(at=talks.hours, by=move.by, heard_by=ears, remark=move.remark, to=move.to))


def offers(talks: Talks, who: DelegationId) -> Iterator[Wire]:
    """One to all, and one to each seat; its words are the chair's."""
    yield Wire(who, remark="—")
    yield from (Wire(who, DelegationId(to), remark="—") for to in (*talks.scenario.ids, *sorted(talks.seated)))


def write(move: Wire) -> str:
    """What is done, in the notation of a record."""
    return f"wires {move.to or 'all'}"


def read(who: DelegationId, rest: str, remark: str) -> Wire:
    """The move from the rest of its line. Raises `Misread`."""
    to = read_one("wires", rest)
    return Wire(who, None if to == "all" else DelegationId(to), remark=remark)


def _hangs_on(talks: Talks, _: DelegationId) -> Hashable:
    return talks.scenario.ids, talks.seated


RULE = Rule(refusal, no_time, make, offers, {"wires": read}, write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of this move."""
