"""A seat as a face holds it, wherever its talks are played: its desk, and what a player can prepare or ask there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

from game.scenario import Instructions, Scenario
from game.seat.choices import Deed
from game.seat.heard import Card
from game.seat.locks import WhyNot
from game.seat.package import Penalty
from game.seat.tray import Movers, Shifts, Tray
from game.talks import Move, events
from game.talks.moves import PackageNumber
from game.talks.refused import Refused
from game.text import DelegationId, IssueId, OptionId

if TYPE_CHECKING:
    from game.seat.desk import Desk


class Here(ABC):
    """The talks at one moment as one watcher sees them, with what is prepared there. It never changes."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def desk(self) -> Desk:
            """All that lies before the seat."""

        @property
        def scenario(self) -> Scenario:
            """What is played, as this seat knows it."""

        @property
        def sure(self) -> bool:
            """Whether all that the desk says of what is prepared is what the rules say; else that is still to come."""

    @property
    @abstractmethod
    def sheet(self) -> Instructions | None:
        """What its capital has given it, as events have changed it; None for a watcher."""

    @property
    def others(self) -> tuple[DelegationId, ...]:
        """The delegations across the table."""
        return tuple(who for who in self.scenario.ids if who != self.desk.who)

    # ---- what is prepared -------------------------------------------------------------------------------------------

    @abstractmethod
    def with_tray(self, tray: Tray) -> Self:
        """The same seat with something else prepared."""

    @abstractmethod
    def put(self, issue: IssueId, option: OptionId, movers: Movers = "all") -> Self:
        """With an issue settled at a wording in the package, as `tray.put` does it."""

    @abstractmethod
    def why_not_put(self, issue: IssueId, option: OptionId, movers: Movers = "all") -> WhyNot | None:
        """Why these have nothing to do with a wording in a package of this seat's; None if they have."""

    @abstractmethod
    def counter(self, package: PackageNumber | None = None, *, locked: bool = True) -> Self:
        """With their package to be changed: the one that waits, or another by its number, as `tray.counter` does it."""

    @abstractmethod
    def rest(self, side: DelegationId) -> Self:
        """With every bracket in the package, as drafted by one side."""

    def drafted(self, turn: int) -> tuple[Self, DelegationId, int]:
        """With every bracket in the package at one side's wordings, the others' in turn and last ours; whose they are,
        and the next turn. A side to none of whose wordings this seat may go is passed over: that would be ours."""
        sides = (*self.others, self.desk.who)
        side = sides[turn % len(sides)]
        found = self.rest(side)
        while side != self.desk.who and all(each.delegation != self.desk.who for each in found.desk.tray.shifts):
            turn += 1
            side = sides[turn % len(sides)]
            found = self.rest(side)
        return found, side, turn + 1

    @abstractmethod
    def fill(self, shifts: Shifts) -> Self:
        """With a whole package at once."""

    # ---- what can be asked ------------------------------------------------------------------------------------------

    @abstractmethod
    def why_not(self, deed: Deed) -> WhyNot | None:
        """Why a kind of move cannot be made now, be it one that this seat can never make; None if it can, and where
        there is no more to be said than that it has nothing to make it with."""

    @abstractmethod
    def why_not_ask(self, issue: IssueId) -> Refused:
        """Why the capital would not open more in an issue now, as far as can be told."""

    @abstractmethod
    def penalties(self, move: Move) -> tuple[Penalty, ...]:
        """What a move of this seat's costs beside its hours."""

    @property
    def has_moved(self) -> bool:
        """Whether this seat has done anything yet."""
        return any(isinstance(event, events.Made) and event.by == self.desk.who for event in self.desk.record)

    # ---- from one moment to the next --------------------------------------------------------------------------------

    def waits_anew(self, before: Here) -> bool:
        """Whether a package has come since that waits for this seat's answer."""
        return bool(self.desk.waiting) and before.desk.floor != self.desk.floor

    @abstractmethod
    def is_now(self, other: Here) -> bool:
        """Whether another is the same seat at the same moment of the same talks."""

    @abstractmethod
    def cards_since(self, before: Here) -> tuple[Card, ...]:
        """The news that has come since, each with what came of it."""

    @abstractmethod
    def news_since(self, before: Here) -> tuple[int, ...]:
        """What others have done since, and what came of it, as far as it is on no card; as places in the record."""

    def closed_since(self, before: Here) -> Mapping[IssueId, DelegationId]:
        """The brackets that have closed since, each with whoever stood first for the words that are agreed now."""
        found = {}
        for was, now in zip(before.desk.issues, self.desk.issues, strict=True):
            if was.agreed is None and now.agreed is not None:
                found[now.issue] = next(iter(was[now.agreed].stands), self.scenario.ids[0])
        return found
