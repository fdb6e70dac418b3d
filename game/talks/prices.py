"""What each move costs in hours of talks. Goodwill shows here: warm, a bargain is struck over coffee; cold, every
package is read twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from game.scenario import Band, Clock, Couple, Scenario, band, couple
from game.talks.holding import hours_of
from game.talks.moves import (
    Accept,
    Amend,
    Announce,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    Propose,
    Respond,
    Say,
    Sign,
    Sound,
    Withdraw,
)
from game.talks.talks import Held, Package
from game.text import DelegationId

_READ_TWICE = 0.5
"""Hours more for a package to somebody with whom relations are cold."""


class Room(Protocol):
    """What has to be known for a price: the talks, and any view of them, are one."""

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        ...

    @property
    def packages(self) -> tuple[Package, ...]:
        """What stands on the table."""
        ...

    @property
    def goodwill(self) -> Mapping[Couple, int]:
        """How each two delegations stand with each other."""
        ...

    @property
    def held(self) -> Held | None:
        """What is held up."""
        ...


def price(room: Room, move: Move) -> float:
    """Hours of talks that a move takes."""
    clock = room.scenario.clock
    match move:
        case Propose():
            return _of_package(room, move)
        case Accept():
            return _of_acceptance(room, move)
        case Decline():
            return clock.decline
        case Withdraw():
            return clock.withdraw
        case Amend():
            return clock.amend
        case Consult():
            return clock.cable
        case Sign():
            return clock.sign
        case Leave():
            return clock.leave
        case Say():
            return clock.say
        case _:
            return _around_the_table(room, clock, move)


def _around_the_table(room: Room, clock: Clock, move: Move) -> float:
    match move:
        case Hold():
            return clock.hold
        case Respond():
            return _of_response(room, move)
        case Announce():
            return clock.announce
        case Sound():
            return clock.sound
        case Circulate():
            return clock.circulate
        case Interpret():
            return 0.0
        case _:
            raise TypeError(f"no such move: {type(move).__name__}")


def _between(room: Room, one: DelegationId, other: DelegationId) -> Band:
    """How two delegations stand with each other."""
    return band(room.goodwill[couple(room.scenario.ids, one, other)])


def _of_package(room: Room, move: Propose) -> float:
    clock = room.scenario.clock
    asked = {shift.delegation for shift in move.shifts} - {move.by}
    cold = any(who in room.scenario.ids and _between(room, move.by, who) == "cold" for who in asked)
    return (clock.package if len(move.issues) > 1 else clock.short_package) + (_READ_TWICE if cold else 0.0)


def _of_acceptance(room: Room, move: Accept) -> float:
    hours = room.scenario.clock.accept
    package = next((each for each in room.packages if each.number == move.package), None)
    if package is None or package.by == move.by or _between(room, move.by, package.by) != "warm":
        return hours
    return (hours * 4 + 1) // 2 / 4


def _of_response(room: Room, move: Respond) -> float:
    clock, held = room.scenario.clock, room.held
    side = room.scenario.side_text(held.side_text) if held else None
    if held is None or side is None or move.how != "sit":
        return clock.respond
    waiting = frozenset(room.scenario.ids) - held.sat - {held.by}
    return max(clock.respond, hours_of(side, waiting, move.by))
