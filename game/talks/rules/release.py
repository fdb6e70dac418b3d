"""To let an event of the scenario happen now."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from game.scenario import HappeningId
from game.talks.happenings import befall, to_come
from game.talks.moves import Release
from game.talks.notation import read_one
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Rule, no_time
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Release) -> Refused | None:
    """Why an event cannot happen now."""
    if talks.closing:
        return refuse(kind=Why.FROZEN)
    if move.happening in talks.happened:
        return refuse(kind=Why.HAPPENED, happening=move.happening)
    if move.happening not in [each.id for each in to_come(talks)]:
        return refuse(kind=Why.NO_EVENT, happening=move.happening)
    return None


def make(talks: Talks, move: Release) -> Talks:
    """It happens, with all that it changes."""
    return befall(talks, next(each for each in to_come(talks) if each.id == move.happening), move.by, move.remark)


def offers(talks: Talks, who: DelegationId) -> Iterator[Release]:
    """What the chair could try now."""
    return (Release(who, each.id) for each in to_come(talks))


def write(move: Release) -> str:
    """What is done, in the notation of a record."""
    return f"releases {move.happening}"


def read(who: DelegationId, rest: str, remark: str) -> Release:
    """The move from the rest of its line. Raises `Misread`."""
    return Release(who, HappeningId(read_one("releases", rest)), remark=remark)


def _hangs_on(talks: Talks, _: DelegationId) -> Hashable:
    return tuple([each.id for each in to_come(talks)])


RULE = Rule(refusal, no_time, make, offers, {"releases": read}, write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of this move."""
