"""To take one's own package off the table."""

from __future__ import annotations

from collections.abc import Iterator

from game.talks.bargaining import ears, standing_package, without
from game.talks.events import Withdrawn
from game.talks.ledger import hear
from game.talks.moves import Withdraw
from game.talks.notation import read_number
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule
from game.talks.talks import Talks
from game.text import DelegationId


def refusal(talks: Talks, move: Withdraw) -> Refused | None:
    """Why it cannot be made, or None if it can."""
    package = talks.package(move.package)
    if package is None or package.by != move.by:
        return refuse(kind=Why.NOT_YOURS, package=move.package)
    return None


def _hours(room: Room, _: Withdraw) -> float:
    return room.scenario.clock.withdraw


def make(talks: Talks, move: Withdraw) -> Talks:
    """A delegation takes its own package off the table."""
    gone = standing_package(talks, move.package)
    event = Withdrawn(at=talks.hours, by=move.by, heard_by=ears(gone), remark=move.remark, package=move.package)
    return hear(without(talks, move.package), event)


def offers(talks: Talks, who: DelegationId) -> Iterator[Withdraw]:
    """What a seat could try now."""
    return (Withdraw(who, package.number) for package in talks.packages if package.by == who)


def write(move: Withdraw) -> str:
    """What is done, in the notation of a record."""
    return f"withdraws {move.package}"


def read(who: DelegationId, rest: str, remark: str) -> Withdraw:
    """The move from the rest of its line. Raises `Misread`."""
    return Withdraw(who, read_number(rest), remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"withdraws": read}, write)
"""What `game.talks.rules` asks of this move."""
