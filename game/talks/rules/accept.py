"""To take a package, or to answer a non-paper with a hint that one could live with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.scenario import Clock, couple
from game.talks.bargaining import answered, ears, move_positions, standing_package, without
from game.talks.bounds import addressed, beyond, moved, no_text
from game.talks.causes import BargainsKept
from game.talks.events import Accepted, Hinted
from game.talks.ledger import hear, temper
from game.talks.moves import Accept
from game.talks.notation import read_number
from game.talks.refused import Refused
from game.talks.rules.rule import Room, Rule, between
from game.talks.talks import Package, Talks
from game.text import DelegationId

_BARGAINS = 3
"""So many bargains struck and kept raise goodwill by one."""


def refusal(talks: Talks, move: Accept) -> Refused | None:
    """Why it cannot be made, or None if it can."""
    package = addressed(talks, move.by, move.package)
    if isinstance(package, Refused) or package.off_record:
        return package if isinstance(package, Refused) else None
    return beyond(talks, move.by, package.of(move.by)) or no_text(talks, moved(package.shifts))


def _hours(room: Room, move: Accept) -> float:
    clock = room.scenario.clock
    package = next((each for each in room.packages if each.number == move.package), None)
    if package is None or package.by == move.by or between(room, move.by, package.by) != "warm":
        return clock.accept
    return hours_where_warm(clock)


def hours_where_warm(clock: Clock) -> float:
    """Hours of talks to accept a package of those with whom relations are warm: half of what it takes else."""
    return (clock.accept * 4 + 1) // 2 / 4


def make(talks: Talks, move: Accept) -> Talks:
    """A package is taken: when nobody is left to ask, all positions move at once."""
    package = standing_package(talks, move.package)
    if package.off_record:
        talks = hear(
            talks,
            Hinted(
                at=talks.hours,
                by=move.by,
                heard_by=ears(package),
                remark=move.remark,
                package=package.number,
                warm=True,
            ),
        )
        return answered(talks, package, move.by)
    taken = replace(package, accepted=package.accepted | {move.by})
    carried = not taken.waits_for
    talks = hear(
        talks, Accepted(at=talks.hours, by=move.by, remark=move.remark, package=package.number, carried=carried)
    )
    if not carried:
        return talks.altered(packages=tuple(taken if p is package else p for p in talks.packages))
    return _bargained(move_positions(without(talks, package.number), package.shifts), package, talks.latest)


def _bargained(talks: Talks, package: Package, because_of: int | None) -> Talks:
    """Every few bargains that two delegations strike, and keep, goodwill between them rises."""
    for other in [who for who in talks.scenario.ids if who in package.asked]:
        two = couple(talks.scenario.ids, package.by, other)
        struck = talks.bargains.get(two, 0) + 1
        talks = talks.altered(bargains={**talks.bargains, two: struck})
        if struck % _BARGAINS == 0:
            talks = temper(talks, package.by, [other], 1, BargainsKept(struck), because_of)
    return talks


def offers(talks: Talks, who: DelegationId) -> Iterator[Accept]:
    """What a seat could try now."""
    return (Accept(who, package.number) for package in talks.packages if who in package.waits_for)


def write(move: Accept) -> str:
    """What is done, in the notation of a record."""
    return f"accepts {move.package}"


def read(who: DelegationId, rest: str, remark: str) -> Accept:
    """The move from the rest of its line. Raises `Misread`."""
    return Accept(who, read_number(rest), remark=remark)


RULE = Rule(refusal, _hours, make, offers, {"accepts": read}, write)
"""What `game.talks.rules` asks of this move."""
