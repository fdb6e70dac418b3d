"""The state that events build up, as one frozen value. The rules that change it are in `game.talks.protocol`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from game.scenario import Scenario
from game.talks.events import Event, Opened
from game.talks.moves import Move, PackageNumber, Shift
from game.text import DelegationId, IssueId, OptionId, Outcome, Positions, agreed_in


@dataclass(frozen=True, slots=True)
class Package:
    """A proposal that stands on the table until it is accepted, declined, countered, withdrawn or overtaken."""

    number: PackageNumber
    by: DelegationId
    shifts: tuple[Shift, ...]
    off_record: bool
    accepted: frozenset[DelegationId] = frozenset()

    @property
    def issues(self) -> tuple[IssueId, ...]:
        """The issues that it touches."""
        return tuple(dict.fromkeys(shift.issue for shift in self.shifts))

    @property
    def asked(self) -> frozenset[DelegationId]:
        """The delegations that it asks to move, and that have to accept it."""
        return frozenset(shift.delegation for shift in self.shifts) - {self.by}

    @property
    def waits_for(self) -> frozenset[DelegationId]:
        """The delegations that have still to answer."""
        return self.asked - self.accepted

    def of(self, delegation: DelegationId) -> Outcome:
        """What it has one delegation move to."""
        return {shift.issue: shift.option for shift in self.shifts if shift.delegation == delegation}


@dataclass(frozen=True, slots=True)
class Cable:
    """A question to a capital that has not been answered yet."""

    by: DelegationId
    issues: tuple[IssueId, ...]
    due: float
    """Hours of talks at which the answer comes."""


@dataclass(frozen=True, slots=True)
class Charge:
    """Points that a delegation has paid in the talks, and why."""

    points: int
    reason: str


@dataclass(frozen=True)
class Talks:
    """One running negotiation. Nothing in it is ever edited: every move makes the next value."""

    scenario: Scenario
    seed: int
    positions: Positions
    floor: DelegationId
    """Whose turn it is."""
    hours: float = 0.0
    packages: tuple[Package, ...] = ()
    steps: Mapping[tuple[DelegationId, IssueId], int] = field(default_factory=dict)
    """How many steps beyond the first a capital has opened."""
    cables: tuple[Cable, ...] = ()
    rebuffed: Mapping[DelegationId, frozenset[tuple[IssueId, OptionId]]] = field(default_factory=dict)
    """Wordings that a delegation tabled and that were refused or countered, since its capital last answered."""
    given_up: frozenset[Shift] = frozenset()
    """Positions that were left: to go back to one costs as much as reopening."""
    charges: Mapping[DelegationId, tuple[Charge, ...]] = field(default_factory=dict)
    initials: frozenset[DelegationId] = frozenset()
    left_by: DelegationId | None = None
    out_of_time: bool = False
    tabled: int = 0
    """How many packages have been numbered."""
    moves: tuple[Move, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def version(self) -> int:
        """How many moves have been played: a move says which version it answers."""
        return len(self.moves)

    @cached_property
    def agreed(self) -> Outcome:
        """The issues in which every position is the same."""
        return agreed_in(self.positions)

    @cached_property
    def brackets(self) -> tuple[IssueId, ...]:
        """The issues in which positions differ."""
        return tuple(issue.id for issue in self.scenario.text.issues if issue.id not in self.agreed)

    def mandate(self, delegation: DelegationId, issue: IssueId) -> frozenset[OptionId]:
        """What a delegation may propose in an issue now."""
        options = [option.id for option in self.scenario.text[issue].options]
        return self.scenario.instructions[delegation].allowed(issue, self.steps.get((delegation, issue), 0), options)

    def package(self, number: PackageNumber) -> Package | None:
        """A package that stands, by its number."""
        return next((package for package in self.packages if package.number == number), None)


def open_talks(scenario: Scenario, seed: int = 0) -> Talks:
    """The talks before the first move. The seed is kept for the record and for ties of the computer's."""
    return Talks(
        scenario=scenario,
        seed=seed,
        positions={delegation.id: delegation.opening for delegation in scenario.delegations},
        floor=scenario.ids[0],
        events=(Opened(at=0.0),),
    )
