"""The state that events build up, as one frozen value. The rules that change it are in `game.talks.protocol`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from game.scenario import Audience, AudienceId, Couple, HappeningId, PhaseId, ReadingId, Scenario, Seed, SideTextId
from game.talks.causes import Cause
from game.talks.events import Event
from game.talks.known import Known
from game.talks.moves import Move, PackageNumber, Shift
from game.text import DelegationId, IssueId, OptionId, Outcome, Positions, agreed_in

_FREE_MOVES = 500
"""Moves that may take no time at all: no talks of a clock that runs have made a tenth of them."""


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

    def minded(self, by: DelegationId, issue: IssueId) -> OptionId:
        """The wording in one of its issues that a refusal speaks of: what is asked of the refuser, else what is
        offered."""
        return self.of(by).get(issue) or next(shift.option for shift in self.shifts if shift.issue == issue)

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
    """Points that a delegation has paid in the talks (negative) or earned beside the text, and why."""

    points: int
    cause: Cause
    audience: AudienceId | None = None
    """Whoever decided it, where it was somebody who is not at the table."""


@dataclass(frozen=True, slots=True)
class Held:
    """A side text that is held up, until it is given, swapped or sat out."""

    side_text: SideTextId
    by: DelegationId
    sat: frozenset[DelegationId] = frozenset()
    """Who sits it out so far."""
    at: float = 0.0
    """Hours of talks at which it was held up."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Silence that runs for allies for which somebody speaks: who says nothing until it has run out has consented."""

    by: DelegationId
    """Whose allies they are."""
    asked: frozenset[AudienceId]
    kept: frozenset[AudienceId] = frozenset()
    """Those of them for whom it has run out."""
    frozen: bool = False
    """Whether the text is initialled already, and they have heard the closing statements on it."""

    @property
    def waits_for(self) -> frozenset[AudienceId]:
        """Those for whom it still runs."""
        return self.asked - self.kept


@dataclass(frozen=True)
class Talks:
    """One running negotiation. Nothing in it is ever edited: every move makes the next value."""

    scenario: Scenario
    """With the instructions as they are now: drawn, and changed by what has happened."""
    seed: Seed
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
    broken_off: bool = False
    """Whether there were as many moves as talks of these hours can have."""
    numbered: int = 0
    """How many packages have had a number, but for non-papers that are counted apart."""
    floated: Mapping[frozenset[DelegationId], int] = field(default_factory=dict)
    """How many non-papers there have been among a few delegations, where they are counted apart."""
    goodwill: Mapping[Couple, int] = field(default_factory=dict)
    bargains: Mapping[Couple, int] = field(default_factory=dict)
    """How many packages were carried between two delegations."""
    committed: Mapping[tuple[DelegationId, IssueId], OptionId] = field(default_factory=dict)
    """What a delegation has told the newspapers that it stands for."""
    forsworn: Mapping[Shift, bool] = field(default_factory=dict)
    """What was refused for ever: who has refused which wording, in the order in which it was said, and whether it
    binds still."""
    applauded: frozenset[DelegationId] = frozenset()
    """Whose home audiences have liked a statement: they do so once."""
    held: Held | None = None
    out_of_the_way: frozenset[SideTextId] = frozenset()
    """Side texts that were held up, and cannot be again."""
    barred: frozenset[Shift] = frozenset()
    """Wordings that an ally or a parliament will not see its delegation agree to."""
    consented: Mapping[DelegationId, Outcome] = field(default_factory=dict)
    """The text to which a delegation's allies have consented."""
    said: Mapping[DelegationId, ReadingId | None] = field(default_factory=dict)
    """Closing statements; None: it chose to say nothing."""
    sounded: Mapping[AudienceId, tuple[object, ...]] = field(default_factory=dict)
    """What an ally judged when it was last sounded."""
    woken: Mapping[AudienceId, int] = field(default_factory=dict)
    """How far closing statements of others have lowered the text in an audience's eyes."""
    returned: tuple[AudienceId, ...] = ()
    """Parliaments that have sent a text back."""
    refused_by: AudienceId | None = None
    """The parliament that refused for good."""
    signed: bool = False
    extra_hours: float = 0.0
    """Hours beyond the calendar, for one last swap."""
    happened: frozenset[HappeningId] = frozenset()
    seated: frozenset[AudienceId] = frozenset()
    """The audiences for which somebody speaks; the others' numbers decide for them."""
    silence: Silence | None = None
    vote: AudienceId | None = None
    """The parliament whose vote is called and is waited for."""
    asked: Mapping[AudienceId, DelegationId] = field(default_factory=dict)
    """Allies that have been sounded and have not answered, each with whoever asked."""
    settled: frozenset[AudienceId] = frozenset()
    """Those outside who have taken the frozen text."""
    printed: frozenset[tuple[AudienceId, PhaseId | None]] = frozenset()
    """Who has printed a headline in which stretch of the talks."""
    moves: tuple[Move, ...] = ()
    """All that were made, those that were revoked among them."""
    events: tuple[Event, ...] = ()
    begun: tuple[int, ...] = ()
    """How many events there were before each move that stands."""
    struck: tuple[tuple[Event, ...], ...] = ()
    """What the chair has revoked, each time: it happened, was heard, and counts no more."""
    lifted: Mapping[DelegationId, int] = field(default_factory=dict)
    """By how much a watcher's version is beyond the moves that stand: what was revoked had a version too."""
    before: Talks | None = field(default=None, compare=False, repr=False)
    """These talks before their last move."""
    deeds: int = 0
    """How many of the events are deeds, of which changes come."""

    @property
    def latest(self) -> int | None:
        """The number of the last deed."""
        return self.deeds - 1 if self.deeds else None

    @property
    def version(self) -> int:
        """How many moves have been played."""
        return len(self.moves)

    @cached_property
    def agreed(self) -> Outcome:
        """The issues in which every position is the same."""
        return agreed_in(self.positions)

    @cached_property
    def brackets(self) -> tuple[IssueId, ...]:
        """The issues in which positions differ."""
        return tuple(issue.id for issue in self.scenario.text.issues if issue.id not in self.agreed)

    @property
    def deadline(self) -> float:
        """Hours of talks at which the clock strikes."""
        return self.scenario.calendar.hours + self.extra_hours

    @property
    def most_moves(self) -> int:
        """Moves after which talks are broken off, whatever their clock says: one for each quarter of an hour, and some
        that take no time."""
        return int(4 * self.deadline) + _FREE_MOVES

    @cached_property
    def phase(self) -> PhaseId | None:
        """The stretch of the calendar that the talks are in."""
        return self.scenario.calendar.at(self.hours).session.phase

    @cached_property
    def over(self) -> bool:
        """Whether the talks have ended; how and why is for `verdict` to say."""
        return (
            self.signed
            or self.out_of_time
            or self.broken_off
            or self.refused_by is not None
            or self.left_by is not None
        )

    @property
    def pending(self) -> bool:
        """Whether the talks wait for somebody outside: for silence to run out, or for a vote."""
        return self.silence is not None or self.vote is not None

    @property
    def waits_for(self) -> frozenset[DelegationId]:
        """The seats that the talks wait for now; nobody's when they are over. Who was sounded is not waited for."""
        if self.over:
            return frozenset()
        if self.silence is not None:
            return frozenset(DelegationId(each) for each in self.silence.waits_for)
        return frozenset({self.floor if self.vote is None else DelegationId(self.vote)})

    def at(self, version: int) -> Talks:
        """These talks as they were after so many moves. Raises `LookupError` where there were never so few or many."""
        then: Talks | None = self
        while then is not None and then.version != version:
            then = then.before
        if then is None:
            raise LookupError(f"no version {version} of these talks")
        return then

    @cached_property
    def closing(self) -> bool:
        """Whether the text is initialled and frozen: closing statements are made."""
        whole = self.initials == frozenset(self.scenario.ids)
        return whole and not self.signed and self.refused_by is None

    def mandate(self, delegation: DelegationId, issue: IssueId) -> frozenset[OptionId]:
        """What a delegation may propose in an issue now."""
        return self.mandates(delegation)[issue]

    def mandates(self, delegation: DelegationId) -> Mapping[IssueId, frozenset[OptionId]]:
        """What it may propose in each issue now; the same object from version to version while nothing changes it."""
        known = self.known.mandates.get(delegation)
        if known is None:
            sheet = self.scenario.instructions[delegation]
            known = {
                issue.id: sheet.allowed(issue.id, self.steps.get((delegation, issue.id), 0), issue.ids)
                for issue in self.scenario.text.issues
            }
            for shift in self.barred:
                if shift.delegation == delegation:
                    known[shift.issue] -= {shift.option}
            self.known.mandates[delegation] = known
        return known

    @cached_property
    def known(self) -> Known:
        """What has been worked out about these talks before."""
        return Known()

    def knowing(self, before: Talks) -> Talks:
        """These talks, which are those before with one move more, with what was known then and still holds."""
        known, then = self.known, before.known
        if self.struck is before.struck:
            # What was revoked is heard no more.
            known.heard.update(then.heard)
        same = self.scenario is before.scenario and self.barred is before.barred
        unopened = same and self.steps is before.steps
        known.mandates.update({who: was for who, was in then.mandates.items() if unopened or self.mandates(who) == was})
        if self.positions is before.positions and self.barred is before.barred and self.woken is before.woken:
            if same:
                known.outside = then.outside
            else:
                stay = {each.id for each in self.scenario.audiences if self._judges_as(before, each)}
                known.outside = then.outside.of(stay)
        if same and self.positions is before.positions and self.goodwill is before.goodwill:
            known.readings.update(then.readings)
        return self

    def _judges_as(self, before: Talks, audience: Audience) -> bool:
        """Whether an audience wants what it wanted before, and its delegation may go where it might go."""
        now, then, of = self.scenario, before.scenario, audience.of
        judged = now.judgements.get(audience.id) is then.judgements.get(audience.id)
        return judged and now.instructions.get(of) is then.instructions.get(of)

    def altered(self, **changes: Any) -> Talks:
        """These talks with other values in some fields: as `dataclasses.replace` has it, in a tenth of its time. What
        was worked out of fields that stay is known of them too. Raises `TypeError` for what is no field."""
        if not changes.keys() <= _FIELDS:
            raise TypeError(f"no fields of talks: {sorted(changes.keys() - _FIELDS)}")
        made = object.__new__(Talks)
        told = vars(made)
        told.update(vars(self))
        told.pop("known", None)
        for name, hangs_on in _WORKED_OUT:
            if name in told and not hangs_on.isdisjoint(changes):
                del told[name]
        told.update(changes)
        return made

    def package(self, number: PackageNumber) -> Package | None:
        """A package that stands, by its number."""
        return next((package for package in self.packages if package.number == number), None)


_FIELDS = frozenset(each.name for each in fields(Talks))
_WORKED_OUT = (
    ("agreed", frozenset({"positions"})),
    ("brackets", frozenset({"positions", "scenario"})),
    ("phase", frozenset({"hours", "scenario"})),
    ("closing", frozenset({"initials", "signed", "refused_by", "scenario"})),
    ("over", frozenset({"signed", "out_of_time", "broken_off", "refused_by", "left_by"})),
)
"""What is worked out of some fields of talks and kept with them, each with the fields that it hangs on."""
