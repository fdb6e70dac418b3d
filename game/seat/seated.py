"""A seat at running talks, as a face holds it: its desk, and all that a player can prepare there or ask about it.

A face is handed a view by whoever runs the talks, gives it to `Seated` and looks into it no further.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.scenario import Instructions, Scenario
from game.seat.choices import Deed, why_not_ask
from game.seat.desk import Desk, desk
from game.seat.heard import Card, cards, news
from game.seat.here import Here
from game.seat.locks import WhyNot, shut
from game.seat.minutes import parting
from game.seat.package import Penalty, penalties
from game.seat.tray import Movers, Shifts, Tray, counter, fill, first, put, renewed, rest, why_not_put
from game.talks import (
    Accept,
    Amend,
    Announce,
    BreakSilence,
    Circulate,
    Consult,
    Decline,
    Headline,
    Hold,
    Interpret,
    KeepSilence,
    Leave,
    Move,
    Propose,
    Reply,
    Respond,
    Say,
    Sign,
    Sound,
    View,
    Vote,
    Withdraw,
)
from game.talks.moves import PackageNumber
from game.talks.refused import Refused, Why
from game.text import DelegationId, IssueId, OptionId

_EMPTY = Tray()
_KINDS: Mapping[Deed, type[Move]] = {
    "propose": Propose, "non-paper": Propose, "accept": Accept, "decline": Decline, "withdraw": Withdraw,
    "amend": Amend, "consult": Consult, "announce": Announce, "hold": Hold, "respond": Respond, "sound": Sound,
    "circulate": Circulate, "interpret": Interpret, "say": Say, "sign": Sign, "leave": Leave,
    "keep-silence": KeepSilence, "break-silence": BreakSilence, "reply": Reply, "vote": Vote, "headline": Headline,
}  # fmt: skip
_NEVER: Mapping[Deed, Why] = {
    "circulate": Why.NO_ALLIES, "respond": Why.NOTHING_HELD, "interpret": Why.NOT_FROZEN,
}  # fmt: skip
"""What the rules say to a seat that tries what there is nothing for."""


@dataclass(frozen=True, slots=True)
class Seated(Here):
    """The talks as one watcher sees them, what is prepared there, and the desk that comes of both."""

    view: View
    tray: Tray = _EMPTY
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "desk", desk(self.view, self.tray))

    @classmethod
    def at_first(cls, view: View) -> Seated:
        """A seat where nothing is prepared yet, and the first bracket is looked at."""
        return cls(view, first(view))

    @property
    def scenario(self) -> Scenario:
        """What is played, as this seat knows it."""
        return self.view.scenario

    @property
    def sure(self) -> bool:
        """Always: the rules are here."""
        return True

    @property
    def sheet(self) -> Instructions | None:
        """What its capital has given it, as events have changed it; None for a watcher."""
        return self.view.own.instructions if self.view.own else None

    # ---- what is prepared -------------------------------------------------------------------------------------------

    def with_tray(self, tray: Tray) -> Seated:
        """The same seat with something else prepared."""
        return Seated(self.view, tray)

    def put(self, issue: IssueId, option: OptionId, movers: Movers = "all") -> Seated:
        """With an issue settled at a wording in the package, as `put` does it."""
        return self.with_tray(put(self.view, self.tray, issue, option, movers))

    def why_not_put(self, issue: IssueId, option: OptionId, movers: Movers = "all") -> WhyNot | None:
        """Why these have nothing to do with a wording in a package of this seat's; None if they have."""
        return why_not_put(self.view, issue, option, movers)

    def counter(self, package: PackageNumber | None = None, *, locked: bool = True) -> Seated:
        """With their package to be changed: the one that waits, or another by its number, as `counter` does it."""
        theirs = next((each for each in self.view.packages if each.number == package), None)
        return self.with_tray(counter(self.view, self.tray, theirs, locked=locked))

    def rest(self, side: DelegationId) -> Seated:
        """With every bracket in the package, as drafted by one side."""
        return self.with_tray(rest(self.view, self.tray, side))

    def fill(self, shifts: Shifts) -> Seated:
        """With a whole package at once."""
        return self.with_tray(fill(self.view, self.tray, shifts))

    # ---- what can be asked ------------------------------------------------------------------------------------------

    def why_not(self, deed: Deed) -> WhyNot | None:
        """Why a kind of move cannot be made now, be it one that this seat can never make; None if it can, and where
        there is no more to be said than that it has nothing to make it with."""
        if found := self.desk.choice(deed):
            return found.why_not
        if self.sheet is None:
            return Refused(kind=Why.OVER) if self.desk.ended else None
        return shut(self.view, _KINDS[deed]) or (Refused(kind=_NEVER[deed]) if deed in _NEVER else None)

    def why_not_ask(self, issue: IssueId) -> Refused:
        """Why the capital would not open more in an issue now, as far as can be told."""
        return why_not_ask(self.view, issue)

    def penalties(self, move: Move) -> tuple[Penalty, ...]:
        """What a move of this seat's costs beside its hours."""
        return penalties(self.view, move)

    # ---- from one moment to the next --------------------------------------------------------------------------------

    def after(self, view: View) -> Seated:
        """The same seat when the talks have moved on, with what is left of what was prepared."""
        return Seated(view, renewed(self.view, self.tray, view))

    def is_now(self, other: Here) -> bool:
        """Whether another is the same seat at the same moment of the same talks."""
        return isinstance(other, Seated) and self.view is other.view

    def cards_since(self, before: Here) -> tuple[Card, ...]:
        """The news that has come since, each with what came of it."""
        return cards(self.view, parting(before.desk.record, self.desk.record))

    def news_since(self, before: Here) -> tuple[int, ...]:
        """What others have done since, and what came of it, as far as it is on no card; as places in the record."""
        return news(self.view, parting(before.desk.record, self.desk.record), self.cards_since(before))
