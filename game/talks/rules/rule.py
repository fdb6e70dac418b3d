"""What has to be known of a kind of move: may it, what it costs, what it does, what it offers, how it is written."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from game.scenario import Band, Couple, Scenario, band, couple
from game.talks.refused import Refused
from game.talks.talks import Held, Package, Talks
from game.text import DelegationId


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


M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Judged(Generic[M]):
    """The moves of one kind, as the rules judge them."""

    moves: tuple[M, ...]
    """Those that can be made."""
    against: tuple[tuple[M, Refused], ...]
    """The others, each with why it cannot."""


_NONE: Judged[Any] = Judged((), ())


def sorted_out(found: Iterable[tuple[M, Refused | None]]) -> Judged[M]:
    """Moves of one kind, each with why it cannot be made, or None."""
    all_ = tuple(found)
    if not all_:
        return _NONE
    moves = tuple([move for move, reason in all_ if reason is None])
    return Judged(moves, tuple([(move, reason) for move, reason in all_ if reason is not None]))


@dataclass(frozen=True, slots=True)
class Rule(Generic[M]):
    """One kind of move."""

    refusal: Callable[[Talks, M], Refused | None]
    """Why it cannot be made by whoever has the floor."""
    hours: Callable[[Room, M], float]
    """Hours of talks that it takes."""
    make: Callable[[Talks, M], Talks]
    """The talks once it is made; the clock has run already."""
    offers: Callable[[Talks, DelegationId], Iterator[M]]
    """The moves of this kind that a seat might make, before the rules have judged them."""
    reads: Mapping[str, Callable[[DelegationId, str, str], M]]
    """How it is read in a record, by its verbs: who, the rest of the line, the remark. Raises `Misread`."""
    write: Callable[[M], str]
    """The same back: its verb and the rest of the line."""
    judged: Callable[[Talks, DelegationId], Judged[M]] | None = None
    """These moves as the rules judge them, where that is known quicker than for one after the other."""
    hangs_on: Callable[[Talks, DelegationId], Hashable] | None = None
    """All that these moves and what is against each of them hang on for a seat, while nothing else has to be done
    first; None where they hang on more than could be said."""


def between(room: Room, one: DelegationId, other: DelegationId) -> Band:
    """How two delegations stand with each other."""
    return band(room.goodwill[couple(room.scenario.ids, one, other)])


def on_nothing(_: Talks, __: DelegationId) -> Hashable:
    """What moves hang on that are the same in all talks."""
    return ()


def on_the_text(talks: Talks, _: DelegationId) -> Hashable:
    """What moves hang on that are the same in all talks about a text."""
    return talks.scenario.text


def no_time(_: Room, __: object) -> float:
    """The hours of a move that takes none."""
    return 0.0
