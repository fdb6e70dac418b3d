"""What one watcher may know of the talks and may do next. Secrets leave the rules here and nowhere else.

A view is built up from what its seat may have: the public half of the scenario with that seat's own envelope, the
events that it heard, the packages that it can see. It holds no road back to the talks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from game.scenario import (
    AudienceId,
    Band,
    Couple,
    Delegation,
    Instructions,
    Moment,
    Phase,
    Reading,
    Scenario,
    band,
    couple,
    lowest_band,
)
from game.talks.audiences import shown_to, standing, standing_to_itself
from game.talks.capital import Unheard, unheard
from game.talks.closing import readings_of
from game.talks.events import Event
from game.talks.forsworn import Forsworn, believed, binding
from game.talks.happenings import Coming, coming
from game.talks.hearing import heard, hears, version
from game.talks.judging import Judging, judging
from game.talks.known import Standing
from game.talks.legal import Legal, legal
from game.talks.locks import Lock, Locks, barrier
from game.talks.minutes import Minutes
from game.talks.moves import CHAIR, Move, Shift, brought, shifted
from game.talks.recess import recess_after
from game.talks.rules import price
from game.talks.silence_procedure import needs_consent
from game.talks.talks import Cable, Charge, Held, Package, Silence, Talks
from game.talks.verdict import Score, Verdict, score, verdict
from game.text import DelegationId, Draft, IssueId, OptionId, Outcome, Positions, agreed_in, draft, maker


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
    needs_consent: bool = False
    """Whether its allies have still to consent to the agreed text."""
    readings: tuple[Reading, ...] = ()
    """The closing statements that it could make on what is agreed."""
    unheard: Unheard | None = None
    """What it would give up unheard by a cable about the spine now, and what that costs."""


@dataclass(frozen=True)
class View:
    """One watcher's talks."""

    scenario: Scenario
    """With no envelope but one's own."""
    who: DelegationId
    version: int
    """Moves that this watcher has noticed so far; a move is sent with the version that it answers."""
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
    deadline: float = 0.0
    """Hours of talks at which the clock strikes."""
    goodwill: Mapping[Couple, int] = field(default_factory=dict)
    """How each two delegations stand with each other."""
    standings: Mapping[AudienceId, Standing] = field(default_factory=dict)
    """How those outside stand whose mood this watcher can tell."""
    committed: Mapping[tuple[DelegationId, IssueId], OptionId] = field(default_factory=dict)
    """What delegations have told the newspapers that they stand for."""
    forsworn: Forsworn = field(default_factory=dict)
    """What delegations have refused for ever, in the order in which they said so, and whether it binds still."""
    held: Held | None = None
    """The side text that is held up, if one is."""
    closing: bool = False
    """Whether the text is frozen, and closing statements are made."""
    consented: frozenset[DelegationId] = frozenset()
    """Whose allies have consented to the text as it is."""
    returned: tuple[AudienceId, ...] = ()
    """Parliaments that have sent a text back: a second refusal is the end."""
    seated: frozenset[AudienceId] = frozenset()
    """The audiences for which somebody speaks."""
    silence: Silence | None = None
    """The silence that runs among them, if it does."""
    vote: AudienceId | None = None
    """Whose vote is waited for, if one is."""
    asked: frozenset[AudienceId] = frozenset()
    """Allies that this seat has sounded and that have not answered; all of them for the chair."""
    judging: Judging | None = None
    """What only this seat knows that speaks for an audience."""
    struck: tuple[tuple[Event, ...], ...] = ()
    """What this watcher had heard that the chair has revoked, each time."""
    recess: float = 0.0
    """Hours for which the talks would rest at most if this seat only talked now, as far as it can tell."""
    to_come: tuple[Coming, ...] = ()
    """What the chair may let happen."""

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
    def side(self) -> DelegationId | None:
        """The delegation at whose place this seat is, or for which it answers from outside; None for a guest."""
        return self.who if self.own else self.judging.audience.of if self.judging else None

    @property
    def others(self) -> tuple[Delegation, ...]:
        """The delegations across the table."""
        return tuple(delegation for delegation in self.scenario.delegations if delegation.id != self.who)

    @property
    def my_turn(self) -> bool:
        """Whether the talks wait for this seat."""
        if self.verdict is not None:
            return False
        if self.judging is not None:
            return self.judging.waited_for
        return self.floor == self.who and not self.pending

    @property
    def pending(self) -> bool:
        """Whether the talks wait for somebody outside: for silence to run out, or for a vote."""
        return self.silence is not None or self.vote is not None

    @property
    def moment(self) -> Moment:
        """Now, on the calendar."""
        return self.scenario.calendar.at(self.hours)

    @property
    def hours_left(self) -> float:
        """Hours of talks until the deadline."""
        return self.deadline - self.hours

    @property
    def phase(self) -> Phase | None:
        """The stretch of the calendar that the talks are in."""
        return self.scenario.phase(self.moment.session.phase)

    def band(self, other: DelegationId) -> Band:
        """How this seat stands with another delegation."""
        return band(self.goodwill[couple(self.scenario.ids, self.who, other)])

    @cached_property
    def agreed(self) -> Outcome:
        """The issues in which every position is the same."""
        return agreed_in(self.positions)

    @cached_property
    def brackets(self) -> tuple[IssueId, ...]:
        """The issues in which positions differ."""
        return tuple(issue.id for issue in self.scenario.text.issues if issue.id not in self.agreed)

    @cached_property
    def minutes(self) -> Minutes:
        """The record as it is asked for again and again."""
        return Minutes(self.record)

    @cached_property
    def waiting(self) -> tuple[Package, ...]:
        """The packages that wait for this seat's answer."""
        return tuple(package for package in self.packages if self.who in package.waits_for)

    @cached_property
    def never(self) -> frozenset[Shift]:
        """What was refused for ever and is still: who refused which wording, or may not agree to it any more."""
        return frozenset((*self.minutes.barred, *binding(self.forsworn)))

    @cached_property
    def locks(self) -> Locks:
        """What keeps delegations from wordings, as far as this seat knows."""
        found: dict[tuple[IssueId, OptionId], tuple[Lock, ...]] = {}
        barred, never = self.minutes.barred, self.never
        if own := self.own:
            for issue in self.scenario.text.issues:
                mandate, red = own.mandate[issue.id], own.instructions.red_lines.get(issue.id, ())
                asked = any(issue.id in cable.issues for cable in own.cables)
                for shift in (Shift(self.who, issue.id, option) for option in issue.ids - mandate):
                    if kind := barrier(shift, mandate, red, shift in barred):
                        by = barred.get(shift) if kind == "barred" else None
                        lock = Lock(self.who, kind, asked=asked and kind == "mandate", audience=by)
                        found[shift.issue, shift.option] = (lock,)
        told = [(each, Lock(each.delegation, "barred", audience=by)) for each, by in barred.items()]
        told = [(each, lock) for each, lock in told if not (self.own and each.delegation == self.who)]
        told += [(each, Lock(each.delegation, "never")) for each in sorted(never - barred.keys())]
        for shift, lock in told:
            place = shift.issue, shift.option
            found[place] = (*found.get(place, ()), lock)
        return found

    @cached_property
    def ruled_out(self) -> frozenset[tuple[IssueId, OptionId]]:
        """The wordings that no text will have, as far as this seat can tell: those beyond its own red lines, those that
        somebody may not agree to any more, those that it has refused for ever itself, and those that others have and
        are believed in."""
        own = {shift for shift in binding(self.forsworn) if shift.delegation == self.who}
        shut = {(each.issue, each.option) for each in (*self.minutes.barred, *own, *believed(self.forsworn))}
        red = self.own.instructions.red_lines if self.own else {}
        return frozenset((*shut, *((issue, option) for issue, options in red.items() for option in options)))

    @cached_property
    def tabled(self) -> frozenset[Shift]:
        """Wordings that delegations have tabled for themselves on the record, their openings included."""
        openings = (
            Shift(d.id, issue, option) for d in self.scenario.delegations for issue, option in d.opening.items()
        )
        return frozenset((*openings, *self.minutes.tabled))

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

    def brings(
        self, shifts: Iterable[Shift], points: Mapping[IssueId, Mapping[OptionId, float]] | None = None
    ) -> tuple[float, float]:
        """What this seat's own moves bring it, and what the others' do, beside where they stand: on its own sheet, or
        by other points."""
        rows, stands = points or self.seat.instructions.points, self.positions
        alone = ((each, rows[each.issue], stands[each.delegation][each.issue]) for each in shifts)
        return brought(self.who, ((each, row[each.option] - row[stand]) for each, row, stand in alone))

    def worth(self, outcome: Outcome) -> int:
        """Points of a whole text on this seat's own sheet, before what the talks cost."""
        return self.seat.instructions.utility(outcome)

    def reach(self, positions: Positions | None = None) -> tuple[int, int]:
        """My points if every bracket fell to whoever wants least for me, and if every bracket fell to me."""
        stands, points = self.positions if positions is None else positions, self.seat.instructions.points
        mine, sides = stands[self.who], stands.values()
        open_ = {issue for stand in sides for issue, _ in stand.items() - mine.items()}
        worst = {issue: min([stand[issue] for stand in sides], key=points[issue].__getitem__) for issue in open_}
        return self.worth({**mine, **worst}), self.worth(mine)

    def binding(self, issue: IssueId, option: OptionId) -> int:
        """How far a wording would bind, 0 to 3, in the text and on the paper that this seat stands for."""
        return self.scenario.binding({**self.positions[self.who], issue: option}, issue)

    def later(self, issue: IssueId, option: OptionId) -> int:
        """What a wording would change for this seat in the aftermath, if every bracket fell to it: its own points
        with that wording, less those with the one that it stands for, at the goodwill of now."""
        return self._aftermath({issue: option}) - self._aftermath({})

    def _aftermath(self, changed: Outcome) -> int:
        text, lowest = {**self.positions[self.who], **changed}, lowest_band(self.goodwill)
        fallen = [test.fell(text, self.scenario.binding, lowest) for test in self.scenario.aftermath]
        return sum(branch.points.get(self.who, 0) for branch in fallen)

    def price(self, move: Move) -> float:
        """Hours of talks that a move would take."""
        return price(self, move)

    def ending(self, signed: Outcome | None) -> Score:
        """What it would be worth to this seat if the talks ended now, signed or not."""
        return score(self.scenario, self.who, signed, self.hours, self.seat.charges, self.goodwill)


_seen, _known = maker(View), maker(Own)


def view(talks: Talks, who: DelegationId) -> View:
    """What `who` may see of the talks: the id of a delegation, or of an audience that somebody speaks for, or
    `GALLERY`, or `CHAIR`."""
    seated = who in talks.scenario.ids
    ended = verdict(talks)
    mine = judging(talks, AudienceId(who)) if AudienceId(who) in talks.seated else None
    seen = _seen(
        scenario=talks.scenario.sealed_for(who if seated or mine else None),
        who=who,
        version=version(talks, who),
        hours=talks.hours,
        floor=talks.floor,
        positions=talks.positions,
        packages=tuple(p for p in talks.packages if _sees(p, who)),
        record=_record(talks, who, over=ended is not None),
        initials=talks.initials,
        given_up=talks.given_up,
        own=_own(talks, who) if seated else None,
        legal=legal(talks, who) if seated or mine or who == CHAIR else Legal(),
        verdict=ended,
        deadline=talks.deadline,
        goodwill=talks.goodwill,
        standings=_standings(talks, who),
        committed=talks.committed,
        forsworn=talks.forsworn,
        held=talks.held,
        closing=talks.closing,
        consented=frozenset(each for each, text in talks.consented.items() if text == talks.agreed),
        returned=talks.returned,
        seated=talks.seated,
        silence=_silence(talks, who),
        vote=talks.vote,
        asked=frozenset(each for each, by in talks.asked.items() if who in (by, CHAIR)),
        judging=mine,
        struck=_struck(talks, who) if talks.struck else (),
        recess=recess_after(talks, who) if seated else 0.0,
        to_come=coming(talks) if who == CHAIR else (),
    )
    vars(seen).update(agreed=talks.agreed, brackets=talks.brackets)  # what the talks have worked out already
    return seen


def _sees(package: Package, who: DelegationId) -> bool:
    return not package.off_record or who == CHAIR or who == package.by or who in package.asked


def _record(talks: Talks, who: DelegationId, *, over: bool) -> tuple[Event, ...]:
    """What a watcher has heard. When the talks are over the chair hears what was in the envelopes as well."""
    if over and who == CHAIR:
        return talks.events
    return heard(talks, who).record


def _struck(talks: Talks, who: DelegationId) -> tuple[tuple[Event, ...], ...]:
    """What a watcher has heard of what was revoked."""
    return tuple(tuple(event for event in each if hears(event, who)) for each in talks.struck)


def _silence(talks: Talks, who: DelegationId) -> Silence | None:
    """The silence that runs; for whom it has run out already nobody can tell but the chair, and each of itself."""
    runs = talks.silence
    if talks.over or runs is None or who == CHAIR:
        return None if talks.over else runs
    return replace(runs, kept=runs.kept & {AudienceId(who)})


def _standings(talks: Talks, who: DelegationId) -> Mapping[AudienceId, Standing]:
    """How those outside stand, as far as a watcher can tell."""
    found = talks.known.outside.shown.get(who)
    if found is None:
        found = talks.known.outside.shown[who] = {
            each.id: standing_to_itself(talks, each) if str(each.id) == who else standing(talks, each)
            for each in talks.scenario.audiences
            if who == CHAIR or shown_to(each, who)
        }
    return found


def _own(talks: Talks, who: DelegationId) -> Own:
    sheet = talks.scenario.instructions[who]
    return _known(
        instructions=sheet,
        mandate=talks.mandates(who),
        cables=tuple(cable for cable in talks.cables if cable.by == who),
        charges=talks.charges.get(who, ()),
        delay=sheet.delay.cost(talks.hours),
        needs_consent=needs_consent(talks, who),
        readings=readings_of(talks, who),
        unheard=unheard(talks, who),
    )
