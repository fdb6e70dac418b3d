"""Everything that is true before the first word is spoken: who came, with what instructions, over which text.

The public half and the sealed envelopes are kept apart, so that `Scenario.sealed_for` can hand a seat the first with
its own envelope and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Literal

from game.text import DelegationId, IssueId, OptionId, Outcome, Text

Shape = Literal["square", "round", "diamond", "triangle", "hexagon", "pentagon"]


@dataclass(frozen=True, slots=True)
class Delegation:
    """A party at the table, as everybody sees it."""

    id: DelegationId
    name: str
    short: str
    """The name in the middle of a sentence: Russia, the Alliance."""
    role: str
    capital: str
    """Who answers its cables."""
    letter: str
    shape: Shape
    opening: Outcome
    """What it stands for when the talks open."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Points for two options that stand together in one text."""

    options: Outcome
    points: int
    because: str


@dataclass(frozen=True, slots=True)
class Delay:
    """What waiting costs: `points` for every full `hours` of talks, however they end."""

    points: int
    hours: float

    def cost(self, hours: float) -> int:
        """Points that so many hours of talks have cost."""
        return self.points * int(hours // self.hours)


@dataclass(frozen=True, slots=True)
class Temperament:
    """How the computer plays a delegation: three degrees from 0 to 1."""

    patience: float = 0.6
    """0 gives way at once, 1 at the last hour."""
    generosity: float = 0.5
    """How near the middle it is content to end."""
    candour: float = 0.7
    """How readily it says which word it minds."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The cable that a seat reads before the talks."""

    sender: str
    to: str
    date: date
    paragraphs: tuple[str, ...]
    note: str = ""
    """What in the cable is on record and what is modelling."""


@dataclass(frozen=True)
class Instructions:
    """A delegation's secret half."""

    points: Mapping[IssueId, Mapping[OptionId, int]]
    reservation_value: int
    """Below this no text is better: the walk-away."""
    delay: Delay
    brief: Brief
    pairs: tuple[Pair, ...] = ()
    red_lines: Mapping[IssueId, frozenset[OptionId]] = field(default_factory=dict)
    mandate: Mapping[IssueId, tuple[frozenset[OptionId], ...]] = field(default_factory=dict)
    """Options by step: the first step is open, the capital opens the next. An issue without steps is open."""
    temperament: Temperament = Temperament()

    def utility(self, outcome: Outcome) -> int:
        """Points of a whole text: a sum over its words, with the pair terms."""
        single = sum(self.points[issue][option] for issue, option in outcome.items())
        return single + sum(pair.points for pair in self.pairs if pair.options.items() <= outcome.items())

    def breaks_red_line(self, outcome: Outcome) -> tuple[IssueId, ...]:
        """The issues in which an outcome crosses a red line."""
        return tuple(issue for issue, barred in self.red_lines.items() if outcome.get(issue) in barred)

    def allowed(self, issue: IssueId, steps: int, options: Iterable[OptionId]) -> frozenset[OptionId]:
        """What may be proposed in an issue when the capital has opened `steps` steps beyond the first."""
        ladder = self.mandate.get(issue)
        opened = frozenset(options) if ladder is None else frozenset().union(*ladder[: steps + 1])
        return opened - self.red_lines.get(issue, frozenset())


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting: a stretch of hours on one day at one place."""

    day: date
    place: str
    starts: time
    hours: float
    title: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Where on the calendar an hour of talks falls."""

    session: Session
    number: int
    """Which sitting it is, from 1."""
    when: datetime


@dataclass(frozen=True)
class Calendar:
    """The sittings, one after the other; hours of talks run through them without a gap."""

    sessions: tuple[Session, ...]

    @cached_property
    def hours(self) -> float:
        """Hours of talks until the deadline."""
        return sum(session.hours for session in self.sessions)

    def at(self, hours: float) -> Moment:
        """The moment after so many hours of talks; past the deadline, the end of the last sitting."""
        left = min(hours, self.hours)
        for number, session in enumerate(self.sessions, 1):
            if left < session.hours or number == len(self.sessions):
                opens = datetime.combine(session.day, session.starts)
                return Moment(session, number, opens + timedelta(hours=left))
            left -= session.hours
        raise ValueError("a calendar has at least one session")


@dataclass(frozen=True, slots=True)
class Clock:
    """Hours of talks that each move takes, and what else is fixed for the table."""

    package: float = 2.0
    short_package: float = 1.0
    accept: float = 1.0
    decline: float = 1.0
    amend: float = 1.0
    withdraw: float = 0.5
    say: float = 0.5
    cable: float = 0.5
    answer: float = 5.0
    """Hours of talks until the capital's answer arrives."""
    sign: float = 0.5
    leave: float = 0.5
    largest_package: int = 4
    reopening: int = 1
    """Points that it costs to reopen what was agreed."""


@dataclass(frozen=True, slots=True)
class History:
    """The text that was really signed."""

    title: str
    day: date
    outcome: Outcome
    cite: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry in the scenario's list of sources."""

    title: str
    where: str = ""


@dataclass(frozen=True)
class Scenario:
    """One scenario: the public half, and an envelope for each delegation."""

    id: str
    title: str
    summary: str
    background: str
    kind: Literal["history", "counterfactual", "drill"]
    text: Text
    delegations: tuple[Delegation, ...]
    calendar: Calendar
    clock: Clock
    instructions: Mapping[DelegationId, Instructions]
    history: History | None = None
    sources: Mapping[str, Reference] = field(default_factory=dict)

    def __getitem__(self, delegation: DelegationId) -> Delegation:
        for candidate in self.delegations:
            if candidate.id == delegation:
                return candidate
        raise KeyError(f"no delegation {delegation!r} in scenario {self.id!r}")

    @cached_property
    def ids(self) -> tuple[DelegationId, ...]:
        """The delegations in the order of the table."""
        return tuple(delegation.id for delegation in self.delegations)

    def sealed_for(self, who: DelegationId | None) -> Scenario:
        """The same scenario with no envelope but the one of `who`: what that seat, or a guest, may hold."""
        return replace(self, instructions={d: sheet for d, sheet in self.instructions.items() if d == who})
