"""What one watcher may know of the talks and may do next. Secrets leave the rules here and nowhere else.

A view is built up from what its seat may have: the public half of the scenario with that seat's own envelope, the
events that it heard, the packages that it can see. It holds no road back to the talks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from game.scenario import Delegation, Instructions, Moment, Scenario
from game.talks.events import Declined, Event, Proposed
from game.talks.legal import MOST_ISSUES_IN_A_CABLE, largest_package, price, refusal
from game.talks.moves import Accept, Amend, Consult, Decline, Leave, Move, Propose, Say, Shift, Sign, Withdraw, shifted
from game.talks.talks import Cable, Charge, Package, Talks
from game.talks.verdict import Score, Verdict, score, verdict
from game.text import DelegationId, Draft, IssueId, OptionId, Outcome, Positions, agreed_in, draft

GALLERY = DelegationId("*gallery")
"""A watcher without a seat: hears what is on the record and nothing else."""

CHAIR = DelegationId("*chair")
"""A watcher who hears everything that is said, and sees no envelope either."""


@dataclass(frozen=True)
class Own:
    """What a seat knows that no other does."""

    instructions: Instructions
    mandate: Mapping[IssueId, frozenset[OptionId]]
    """What it may propose in each issue now."""
    cables: tuple[Cable, ...]
    """Its questions that the capital has not answered."""
    charges: tuple[Charge, ...]
    delay: int
    """Points that the hours have cost so far."""


@dataclass(frozen=True)
class Legal:
    """What a seat may do now. Packages are too many to list: they hold `own` shifts, and any wording of the others."""

    moves: tuple[Move, ...] = ()
    """Every legal move except packages; one `Say` stands for all remarks."""
    own: Mapping[IssueId, frozenset[OptionId]] | None = None
    """Where one may move oneself in a package, or None when one may not propose now."""
    largest: int = 0
    """Issues that one package may touch."""
    longest_cable: int = MOST_ISSUES_IN_A_CABLE
    why_not: Mapping[str, str] | None = None
    """For a move that cannot be made now, by its name: the sentence that says why."""

    def may(self, kind: type[Move]) -> bool:
        """Whether a kind of move is open at all."""
        if kind is Propose:
            return self.own is not None
        return any(isinstance(move, kind) for move in self.moves)


@dataclass(frozen=True)
class View:
    """One watcher's talks."""

    scenario: Scenario
    """With no envelope but one's own."""
    who: DelegationId
    version: int
    """Moves played so far; a move is sent with the version that it answers."""
    hours: float
    floor: DelegationId
    positions: Positions
    packages: tuple[Package, ...]
    """The packages that this watcher can see, oldest first."""
    record: tuple[Event, ...]
    """What this watcher heard, oldest first."""
    initials: frozenset[DelegationId]
    given_up: frozenset[Shift]
    """Positions that were left: to amend back to one costs as much as reopening; a package may ask for it freely."""
    own: Own | None
    legal: Legal
    verdict: Verdict | None

    @cached_property
    def draft(self) -> Draft:
        """The text as it stands, with its brackets."""
        return draft(self.scenario.text, self.positions)

    @property
    def me(self) -> Delegation | None:
        """The delegation of this seat, or None in the gallery."""
        return self.scenario[self.who] if self.own else None

    @property
    def seat(self) -> Own:
        """What only this seat knows. Raises `LookupError` in the gallery, which has no sheet."""
        if self.own is None:
            raise LookupError("the gallery has no sheet")
        return self.own

    @property
    def others(self) -> tuple[Delegation, ...]:
        """The delegations across the table."""
        return tuple(delegation for delegation in self.scenario.delegations if delegation.id != self.who)

    @property
    def my_turn(self) -> bool:
        """Whether the talks wait for this seat."""
        return self.verdict is None and self.floor == self.who

    @property
    def moment(self) -> Moment:
        """Now, on the calendar."""
        return self.scenario.calendar.at(self.hours)

    @property
    def hours_left(self) -> float:
        """Hours of talks until the deadline."""
        return self.scenario.calendar.hours - self.hours

    @cached_property
    def agreed(self) -> Outcome:
        """The issues in which every position is the same."""
        return agreed_in(self.positions)

    @cached_property
    def brackets(self) -> tuple[IssueId, ...]:
        """The issues in which positions differ."""
        return tuple(issue.id for issue in self.scenario.text.issues if issue.id not in self.agreed)

    @property
    def waiting(self) -> tuple[Package, ...]:
        """The packages that wait for this seat's answer."""
        return tuple(package for package in self.packages if self.who in package.waits_for)

    @cached_property
    def never(self) -> frozenset[Shift]:
        """What was refused for ever on the record: who refused which wording."""
        return frozenset(
            Shift(event.by, event.word, event.option)
            for event in self.record
            if isinstance(event, Declined) and event.never and event.by and event.word and event.option
        )

    @cached_property
    def tabled(self) -> frozenset[Shift]:
        """Wordings that delegations have tabled for themselves on the record, their openings included."""
        openings = (
            Shift(d.id, issue, option) for d in self.scenario.delegations for issue, option in d.opening.items()
        )
        offered = (
            shift
            for event in self.record
            if isinstance(event, Proposed) and not event.off_record
            for shift in event.shifts
            if shift.delegation == event.by
        )
        return frozenset((*openings, *offered))

    def after(self, shifts: tuple[Shift, ...]) -> Positions:
        """The positions if these shifts were made."""
        return shifted(self.positions, shifts)

    def as_drafted(self, side: DelegationId) -> tuple[Shift, ...]:
        """The package that closes every bracket at one side's wording; where this seat may not go, at its own."""
        shifts: list[Shift] = []
        for issue in self.brackets:
            option, mine = self.positions[side][issue], self.positions[self.who][issue]
            if option != mine and option not in self.seat.mandate[issue]:
                option = mine
            shifts += [Shift(who, issue, option) for who, stand in self.positions.items() if stand[issue] != option]
        return tuple(shifts)

    def worth(self, outcome: Outcome) -> int:
        """Points of a whole text on this seat's own sheet, before what the talks cost."""
        return self.seat.instructions.utility(outcome)

    def reach(self, positions: Positions | None = None) -> tuple[int, int]:
        """My points if every bracket fell to whoever wants least for me, and if every bracket fell to me."""
        stands = self.positions if positions is None else positions
        points = self.seat.instructions.points
        mine = stands[self.who]
        worst = {
            issue: min((stand[issue] for stand in stands.values()), key=lambda option: points[issue][option])
            for issue in mine
        }
        return self.worth(worst), self.worth(mine)

    def price(self, move: Move) -> float:
        """Hours of talks that a move would take."""
        return price(self.scenario.clock, move)

    def ending(self, signed: Outcome | None) -> Score:
        """What it would be worth to this seat if the talks ended now, signed or not."""
        return score(self.scenario, self.seat.instructions, signed, self.hours, self.seat.charges)


def view(talks: Talks, who: DelegationId) -> View:
    """What `who` may see of the talks: a delegation's id, or `GALLERY`, or `CHAIR`."""
    seated = who in talks.scenario.ids
    ended = verdict(talks)
    return View(
        scenario=talks.scenario.sealed_for(who),
        who=who,
        version=talks.version,
        hours=talks.hours,
        floor=talks.floor,
        positions=talks.positions,
        packages=tuple(p for p in talks.packages if _sees(p, who)),
        record=tuple(event for event in talks.events if _hears(event, who)),
        initials=talks.initials,
        given_up=talks.given_up,
        own=_own(talks, who) if seated else None,
        legal=_legal(talks, who) if seated else Legal(),
        verdict=ended,
    )


def _sees(package: Package, who: DelegationId) -> bool:
    return not package.off_record or who == CHAIR or who == package.by or who in package.asked


def _hears(event: Event, who: DelegationId) -> bool:
    return event.heard_by is None or who == CHAIR or who in event.heard_by


def _own(talks: Talks, who: DelegationId) -> Own:
    sheet = talks.scenario.instructions[who]
    return Own(
        instructions=sheet,
        mandate={issue.id: talks.mandate(who, issue.id) for issue in talks.scenario.text.issues},
        cables=tuple(cable for cable in talks.cables if cable.by == who),
        charges=talks.charges.get(who, ()),
        delay=sheet.delay.cost(talks.hours),
    )


def _legal(talks: Talks, who: DelegationId) -> Legal:
    if verdict(talks) is not None or talks.floor != who:
        return Legal(why_not=_closed(talks, who))
    judged = [(move, refusal(talks, move)) for move in _candidates(talks, who)]
    moves = tuple(move for move, reason in judged if reason is None)
    why = {type(move).__name__.lower(): reason for move, reason in reversed(judged) if reason}
    open_kinds = {type(move).__name__.lower() for move in moves}
    own = {
        issue.id: talks.mandate(who, issue.id) - {talks.positions[who][issue.id]}
        for issue in talks.scenario.text.issues
    }
    return Legal(
        moves=moves,
        own=own,
        largest=largest_package(talks),
        why_not={kind: reason for kind, reason in why.items() if kind not in open_kinds},
    )


def _closed(talks: Talks, who: DelegationId) -> dict[str, str]:
    reason = refusal(talks, Say(who, "—")) or ""
    return {kind.__name__.lower(): reason for kind in (Propose, Accept, Decline, Withdraw, Amend, Consult, Sign, Say)}


def _candidates(talks: Talks, who: DelegationId) -> list[Move]:
    moves: list[Move] = [Sign(who), Leave(who), Say(who, "—")]
    for package in talks.packages:
        if package.by == who:
            moves.append(Withdraw(who, "", package.number))
        elif who in package.waits_for:
            moves.append(Accept(who, "", package.number))
            moves.append(Decline(who, "", package.number))
            for issue in package.issues:
                moves += [Decline(who, "", package.number, issue), Decline(who, "", package.number, issue, never=True)]
    for phrase in talks.scenario.text.issues:
        moves.append(Consult(who, "", (phrase.id,)))
        moves += [Amend(who, "", phrase.id, option.id) for option in phrase.options]
    return moves
