"""Everything that is true before the first word is spoken: who came, with what instructions, over which text.

The public half and the sealed envelopes are kept apart, so that `Scenario.sealed_for` can hand a seat the first with
its own envelope and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate
from operator import or_
from typing import Literal

from game.scenario.remarks import Remark
from game.scenario.world import (
    Aftermath,
    Audience,
    AudienceId,
    Couple,
    Draw,
    Force,
    Happening,
    Judgement,
    Pair,
    Phase,
    PhaseId,
    Reading,
    Sequel,
    SideText,
    SideTextId,
    Stake,
)
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
class Delay:
    """What waiting costs: `points` for every full `hours` of talks, however they end."""

    points: int
    hours: float

    def cost(self, hours: float) -> int:
        """Points that so many hours of talks have cost."""
        return self.points * int(hours // self.hours)


@dataclass(frozen=True, slots=True)
class Temperament:
    """How the computer plays a delegation: five degrees from 0 to 1, and the name of a character that has them."""

    patience: float = 0.6
    """0 gives way at once, 1 at the last hour."""
    generosity: float = 0.5
    """How near the middle it is content to end."""
    candour: float = 0.7
    """How readily it says which word it minds."""
    pride: float = 0.5
    """How long it remembers a slight: 0 forgives at once, 1 not before the talks are over."""
    talk: float = 0.5
    """How much it says with its moves, and how readily it puts a paper forward off the record."""
    name: str = ""
    """What its author calls it: the lawyer, the old hand. Empty where only the degrees are given."""
    note: str = ""
    """One sentence about somebody like that."""

    def but(self, degrees: Mapping[str, float]) -> Temperament:
        """The same with other degrees, by their names."""
        return Temperament(
            patience=degrees.get("patience", self.patience),
            generosity=degrees.get("generosity", self.generosity),
            candour=degrees.get("candour", self.candour),
            pride=degrees.get("pride", self.pride),
            talk=degrees.get("talk", self.talk),
            name=self.name,
            note=self.note,
        )


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
    stakes: Mapping[SideTextId, Stake] = field(default_factory=dict)
    """What the side texts are worth to it; one that is not named is worth nothing."""

    @property
    def cable(self) -> tuple[str, ...]:
        """The paragraphs of the brief, with the walk-away as it is now."""
        return tuple(p.replace("{walk_away}", str(self.reservation_value)) for p in self.brief.paragraphs)

    def utility(self, outcome: Outcome) -> int:
        """Points of a whole text: a sum over its words, with the pair terms."""
        single = sum(self.points[issue][option] for issue, option in outcome.items())
        return single + sum(pair.points for pair in self.pairs if pair.options.items() <= outcome.items())

    def breaks_red_line(self, outcome: Outcome) -> tuple[IssueId, ...]:
        """The issues in which an outcome crosses a red line."""
        return tuple(issue for issue, barred in self.red_lines.items() if outcome.get(issue) in barred)

    def allowed(self, issue: IssueId, steps: int, options: Iterable[OptionId]) -> frozenset[OptionId]:
        """What may be proposed in an issue when the capital has opened `steps` steps beyond the first."""
        opened = self._opened.get(issue)
        if opened is None:
            return frozenset(options) - self.red_lines.get(issue, frozenset())
        return opened[min(steps + 1, len(opened) - 1)]

    @cached_property
    def _opened(self) -> Mapping[IssueId, tuple[frozenset[OptionId], ...]]:
        """For each issue with a ladder what may be proposed with none of its steps, with the first, with two ..."""
        return {
            issue: tuple(
                opened - self.red_lines.get(issue, frozenset())
                for opened in accumulate(ladder, or_, initial=frozenset[OptionId]())
            )
            for issue, ladder in self.mandate.items()
        }


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting: a stretch of hours on one day at one place."""

    day: date
    place: str
    starts: time
    hours: float
    title: str
    phase: PhaseId | None = None


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

    def hour_of(self, when: datetime) -> float | None:
        """The first hour of talks at or after a moment; None if that is after the last sitting."""
        before = 0.0
        for session in self.sessions:
            opens = datetime.combine(session.day, session.starts)
            if when < opens + timedelta(hours=session.hours):
                return before + max(0.0, (when - opens) / timedelta(hours=1))
            before += session.hours
        return None


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
    announce: float = 1.0
    circulate: float = 2.0
    """Hours for which silence runs."""
    sound: float = 0.5
    hold: float = 0.5
    respond: float = 0.5
    last_swap: float = 4.0
    """Hours of talks that are left at least once a parliament has sent a text back."""


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
    phases: tuple[Phase, ...] = ()
    audiences: tuple[Audience, ...] = ()
    judgements: Mapping[AudienceId, Judgement] = field(default_factory=dict)
    goodwill: Mapping[Couple, int] = field(default_factory=dict)
    """Between each two delegations when the talks open."""
    side_texts: tuple[SideText, ...] = ()
    force: Force | None = None
    happenings: tuple[Happening, ...] = ()
    aftermath: tuple[Aftermath, ...] = ()
    readings: tuple[Reading, ...] = ()
    draw: Draw | None = None
    sequel: Sequel | None = None
    temperaments: Mapping[str, Temperament] = field(default_factory=dict)
    """Characters that the scenario knows, by their ids; which of them came is sealed."""
    remarks: tuple[Remark, ...] = ()
    """Lines that the computer says; those of one delegation are sealed with its envelope."""

    def __getitem__(self, delegation: DelegationId) -> Delegation:
        for candidate in self.delegations:
            if candidate.id == delegation:
                return candidate
        raise KeyError(f"no delegation {delegation!r} in scenario {self.id!r}")

    @cached_property
    def ids(self) -> tuple[DelegationId, ...]:
        """The delegations in the order of the table."""
        return tuple(delegation.id for delegation in self.delegations)

    def audience(self, audience: AudienceId) -> Audience:
        """An audience by its id. Raises `KeyError`."""
        for candidate in self.audiences:
            if candidate.id == audience:
                return candidate
        raise KeyError(f"no audience {audience!r} in scenario {self.id!r}")

    def side_text(self, side_text: SideTextId) -> SideText | None:
        """A side text by its id."""
        return next((candidate for candidate in self.side_texts if candidate.id == side_text), None)

    def audiences_of(self, delegation: DelegationId) -> tuple[Audience, ...]:
        """The audiences that judge a delegation."""
        return tuple(audience for audience in self.audiences if audience.of == delegation)

    def binding(self, outcome: Outcome, issue: IssueId) -> int:
        """How far the words in an issue bind, 0 to 3: obligation, and what the form of the paper adds to it. Silence
        binds nobody, whatever the form."""
        option = self.text[issue][outcome[issue]]
        if self.force is None or option.silent or issue == self.force.issue or self.force.issue not in outcome:
            return option.binds
        return min(3, max(0, option.binds + self.force.adds.get(outcome[self.force.issue], 0)))

    @cached_property
    def dated(self) -> tuple[tuple[float, Happening], ...]:
        """The happenings that have a date, with the hour of talks at which they are due, in that order. What would
        come after the last sitting is left out."""
        hours = [(self.calendar.hour_of(each.when), each) for each in self.happenings if each.when is not None]
        return tuple(sorted(((hour, each) for hour, each in hours if hour is not None), key=lambda due: due[0]))

    def without_text(self, who: DelegationId) -> int:
        """What the aftermath brings a delegation where nothing is signed."""
        return sum(test.no_text.points.get(who, 0) for test in self.aftermath)

    def sealed_for(self, who: DelegationId | None) -> Scenario:
        """The same scenario with no envelope but the one of `who`: what that seat, or a guest, may hold. What the
        audiences think and what is still to happen stays sealed for everybody; what is known of an ally or of a
        parliament is known to its own delegation."""
        if who not in self._sealed:
            self._sealed[who] = self._seal(who)
        return self._sealed[who]

    @cached_property
    def _sealed(self) -> dict[DelegationId | None, Scenario]:
        """What has been sealed before, by whom it is for: asked at every move."""
        return {}

    def _seal(self, who: DelegationId | None) -> Scenario:
        return replace(
            self,
            audiences=tuple(audience.sealed_for(who) for audience in self.audiences),
            instructions={d: sheet for d, sheet in self.instructions.items() if d == who},
            judgements={},
            happenings=(),
            aftermath=tuple(test.sealed_for(who) for test in self.aftermath),
            readings=tuple(reading for reading in self.readings if reading.of == who),
            draw=None,
            sequel=None,
            remarks=tuple(line for line in self.remarks if line.of in (None, who)),
        )
