"""A seat at talks that are played on another machine: what that sends of it, and what is prepared here meanwhile.

The host alone knows the rules: what a package would be worth, or why it cannot be tabled, lies on the desk that it lays
for a tray. Until that has come the desk is laid as far as it can be said without: `sure` tells which of the two it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.scenario import Instructions, Scenario
from game.seat.choices import Choice, Deed, Mode
from game.seat.desk import Desk
from game.seat.heard import Card
from game.seat.here import Here
from game.seat.locks import NotReady, WhyNot
from game.seat.minutes import parting, since
from game.seat.package import PackageRow, Penalty, TrayRow
from game.seat.setting import Setting, instructed, scenario_of
from game.seat.tray import Movers, Shifts, Tray, drop_issue, settled_at
from game.talks import Move, Shift
from game.talks.events import Broke, Event, Returned
from game.talks.moves import PackageNumber
from game.talks.refused import Refused, Why
from game.text import DelegationId, IssueId, OptionId

_HANGS_ON_THE_TRAY: frozenset[Deed] = frozenset(
    {"propose", "non-paper", "amend", "consult", "announce", "decline", "break-silence", "vote", "reply"}
)
"""Kinds of moves that are other moves with another tray."""


@dataclass(frozen=True, slots=True)
class Afar(Here):
    """The talks at one moment, and what is prepared."""

    setting: Setting
    scenario: Scenario
    base: Desk
    """As it lies while nothing is prepared."""
    tray: Tray
    desk: Desk
    sure: bool
    """Whether the host has laid the desk for this tray; else it is laid as far as it goes without the host."""

    @classmethod
    def at_first(cls, setting: Setting, base: Desk) -> Afar:
        """A seat where nothing is prepared yet; what waits is looked at, or else the first bracket."""
        known = scenario_of(setting)
        waits = [shift.issue for package in base.waiting[:1] for shift in package.shifts]
        looked_at = next(iter((*waits, *base.brackets)), base.issues[0].issue)
        empty = cls(setting, known, base, Tray(), base, sure=True)
        return empty.with_tray(Tray(issue=looked_at))

    @property
    def sheet(self) -> Instructions | None:
        """What its capital has given it, as events have changed it; None for a watcher."""
        return instructed(self.setting, self.base.record)

    # ---- what is prepared -------------------------------------------------------------------------------------------

    def with_tray(self, tray: Tray) -> Afar:
        """The same seat with something else prepared, as far as it can be said here."""
        if tray == self.tray:
            return self
        if tray == self.base.tray:
            return replace(self, tray=tray, desk=self.base, sure=True)
        return replace(self, tray=tray, desk=self._laid(tray), sure=False)

    def laid(self, base: Desk, desk: Desk) -> Afar:
        """The same, as the host lays it out for a tray; nothing new where this is another tray, or another moment."""
        if base is not self.base or desk.tray != self.tray:
            return self
        return replace(self, desk=replace(desk, record=base.record), sure=True)

    def put(self, issue: IssueId, option: OptionId, movers: Movers = "all") -> Afar:
        """With an issue settled at a wording in the package, as `tray.put` does it."""
        tray = self._countered(self.tray) if self._answers else self.tray
        moving = self._moving(issue, option, movers)
        return self.with_tray(replace(tray, shifts=drop_issue(tray, issue).shifts + moving))

    def why_not_put(self, issue: IssueId, option: OptionId, movers: Movers = "all") -> WhyNot | None:
        """Why these have nothing to do with a wording in a package of this seat's; None if they have."""
        moving = self._moving(issue, option, movers)
        if not moving:
            return Refused(kind=Why.STANDS_THERE) if movers == "me" else NotReady("nobody-moves")
        return next((self._shut(each) for each in moving if each.delegation == self.base.who), None)

    def counter(self, package: PackageNumber | None = None, *, locked: bool = True) -> Afar:
        """With their package to be changed: the one that waits, or another by its number, as `tray.counter` does it."""
        theirs = next((each for each in self.base.packages if each.number == package), None)
        return self.with_tray(self._countered(self.tray, theirs, locked=locked))

    def rest(self, side: DelegationId) -> Afar:
        """With every bracket in the package, as drafted by one side; where this seat may not go, at its own wording."""
        shifts: list[Shift] = []
        for issue in self.base.brackets:
            option, mine = self._stands(side, issue), self._stands(self.base.who, issue)
            to = option if self.base.why_not_go(issue, option) is None else mine
            shifts += self._moving(issue, to, "all")
        return self.fill(tuple(shifts))

    def fill(self, shifts: Shifts) -> Afar:
        """With a whole package at once."""
        countering = self.tray.countering or self._answers
        return self.with_tray(replace(self.tray, shifts=shifts, countering=countering))

    @property
    def _waiting(self) -> PackageRow | None:
        return next(iter(self.base.waiting), None)

    @property
    def _answers(self) -> bool:
        """Whether a package waits, and no counter to it has been begun."""
        return self._waiting is not None and not self.tray.countering

    def _countered(self, tray: Tray, theirs: PackageRow | None = None, *, locked: bool = True) -> Tray:
        theirs = theirs or self._waiting
        if theirs is None:
            return tray
        moving = (each for each in theirs.shifts if self._stands(each.delegation, each.issue) != each.option)
        kept = tuple(each for each in moving if locked or self._shut(each) is None)
        return replace(tray, shifts=kept, countering=True)

    def _moving(self, issue: IssueId, option: OptionId, movers: Movers) -> Shifts:
        row, me = self.base.row(issue)[option], self.base.who
        among = [who for who in self.scenario.ids if movers == "all" or (who == me) == (movers == "me")]
        return tuple(Shift(who, issue, option) for who in among if who not in row.stands)

    def _stands(self, who: DelegationId, issue: IssueId) -> OptionId:
        return next(each.option for each in self.base.row(issue).wordings if who in each.stands)

    def _shut(self, shift: Shift) -> Refused | None:
        """Why this seat may not make its own part of a package."""
        mine = shift.delegation == self.base.who
        return self.base.why_not_go(shift.issue, shift.option) if mine else None

    # ---- a desk without the host --------------------------------------------------------------------------------

    def _laid(self, tray: Tray) -> Desk:
        """A desk for another tray, without what only the rules can tell: nothing that hangs on them can be done."""
        base, shifts = self.base, tray.shifts
        laid = {each.issue: settled_at(shifts, each.issue) for each in shifts}
        answers = self._waiting is not None and not tray.countering
        shown = base.shown if answers or not (shifts or base.my_turn) else self._tray_row(shifts)
        open_to = tuple(_undecided(each) if each.deed in _HANGS_ON_THE_TRAY else each for each in base.choices)
        return replace(
            base,
            mode=self._mode(tray),
            issues=tuple(replace(row, tray=laid.get(row.issue)) for row in base.issues),
            tray=tray,
            shown=shown,
            choices=open_to if base.my_turn or base.judging else base.choices,
            next=None,
            asks=tray.noted or ((tray.issue,) if tray.issue else ()),
        )

    def _tray_row(self, shifts: Shifts) -> TrayRow:
        who, issues = self.base.who, tuple(dict.fromkeys(each.issue for each in shifts))
        return TrayRow(
            shifts=shifts,
            mine=tuple(each for each in shifts if each.delegation == who),
            theirs=tuple(each for each in shifts if each.delegation != who),
            locked=tuple(each for each in shifts if self._shut(each)),
            over=issues[self.base.largest :] if self.base.my_turn else (),
        )

    def _mode(self, tray: Tray) -> Mode:
        now = self.base.mode
        if (now == "answer" and tray.countering) or (now == "sign" and tray.shifts):
            return "compose"
        return now

    # ---- what can be asked ------------------------------------------------------------------------------------------

    def why_not(self, deed: Deed) -> WhyNot | None:
        """Why a kind of move cannot be made now; None if it can, and where there is no more to be said than that it
        has nothing to make it with."""
        if found := self.desk.choice(deed):
            return found.why_not
        return Refused(kind=Why.OVER) if self.desk.ended else None

    def why_not_ask(self, issue: IssueId) -> Refused:
        """Why the capital would not open more in an issue now, as far as can be told."""
        me = self.base.who
        if self.base.question(issue):
            return Refused(kind=Why.UNANSWERED, delegation=me, issue=issue)
        rung = next((each for each in self.base.ladder if each.issue == issue), None)
        if rung is None or rung.step >= rung.steps:
            return Refused(kind=Why.NO_FURTHER_STEP, issue=issue)
        kind = Why.NOT_REFUSED if self.scenario.text[issue].spine else Why.NOTHING_REFUSED
        return Refused(kind=kind, delegation=me, issue=issue)

    def penalties(self, move: Move) -> tuple[Penalty, ...]:
        """What a move of this seat's costs beside its hours, as far as the host has told."""
        return next((each.penalties for each in self.desk.choices if move in each.moves), ())

    # ---- from one moment to the next --------------------------------------------------------------------------------

    def after(self, base: Desk) -> Afar:
        """The same seat when the talks have moved on, with what is left of what was prepared."""
        base = replace(base, record=rejoined(self.base.record, base.record))
        now = replace(self, base=base, tray=base.tray, desk=base, sure=True)
        return now.with_tray(self._renewed(now))

    def _renewed(self, now: Afar) -> Tray:
        """What is left of the tray, as `tray.renewed` has it."""
        tray, cable = self.tray, now.base.choice("consult")
        shifts = tuple(each for each in tray.shifts if now._stands(each.delegation, each.issue) != each.option)
        askable = cable.issues if cable else ()
        noted = tuple(each for each in tray.noted if not now.base.my_turn or each in askable)
        told = replace(tray, shifts=shifts, noted=noted, issue=self._looked_at(now))
        if now.waits_anew(self) or _asked(self.base) != _asked(now.base):
            return replace(told, countering=False, word=None, never=False, far=None)
        return told

    def _looked_at(self, now: Afar) -> IssueId | None:
        package = now._waiting
        if package is not None and now.waits_anew(self):
            locked = [each.issue for each in package.shifts if now._shut(each)]
            return (locked or [each.issue for each in package.shifts])[0]
        happened = since(self.base.record, now.base.record)
        if named := [event.issue for event in happened if isinstance(event, Broke | Returned) and event.issue]:
            return named[-1]
        closed = self.tray.issue in now.base.agreed and self.tray.issue in self.base.brackets
        return now.base.brackets[0] if closed and now.base.brackets else self.tray.issue

    def is_now(self, other: Here) -> bool:
        """Whether another is the same seat at the same moment of the same talks."""
        return isinstance(other, Afar) and self.base is other.base

    def cards_since(self, before: Here) -> tuple[Card, ...]:
        """The news that has come since, each with what came of it: as far as it came after this seat's own move."""
        start = parting(before.desk.record, self.base.record)
        return tuple(card for card in self.base.cards if card.event is not None and card.event >= start)

    def news_since(self, before: Here) -> tuple[int, ...]:
        """What others have done since, and what came of it, as far as it is on no card."""
        start = parting(before.desk.record, self.base.record)
        return tuple(place for place in self.base.news if place >= start)


def _undecided(choice: Choice) -> Choice:
    """A choice before the host has said what it is with this tray: it can be meant, and made when that is known."""
    return replace(choice, moves=(), why_not=None if isinstance(choice.why_not, NotReady) else choice.why_not)


def _asked(desk: Desk) -> tuple[object, ...]:
    """What is asked of whoever speaks for an audience."""
    asks = desk.judging
    return (asks.silence, asks.vote, asks.asked_by) if asks else ()


def rejoined(before: Sequence[Event], now: Sequence[Event]) -> tuple[Event, ...]:
    """A record that was sent anew, with the very events that were there before as far as they are the same."""
    return tuple(
        was if place < len(before) and (was := before[place]) == event else event for place, event in enumerate(now)
    )
