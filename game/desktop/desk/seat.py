"""What is the case at the table, for one seat: the view, what the player can do now, and what has just happened."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from game.desktop.app import App
from game.desktop.desk.news import Card, cards_of, opening_cards
from game.desktop.desk.package import Shifts, barred, closed, still_moving
from game.desktop.signs import signs
from game.table import Table
from game.talks import (
    GALLERY,
    Announce,
    Circulate,
    Consult,
    Interpret,
    Move,
    Package,
    Respond,
    Sign,
    View,
    events,
    sentence_name,
)
from game.text import IssueId, OptionId, Positions
from game.words.events import tell

DRYING = 0.4
"""Seconds in which the words of a closed bracket dry to ink."""


_UNTOLD = (events.Spoke, events.Stirred, events.Lapsed, events.Conferred, events.HeldUp)
"""What the status line leaves out: the column and the tray show it."""


_NAMING = (events.Broke, events.Returned)
"""What names a clause that has to be looked at."""


class Mode(Enum):
    """What the tray is for now."""

    WATCH = "watch"
    WAIT = "wait"
    HELD = "held"
    """A side text is held up, and this seat answers."""
    CLOSING = "closing"
    """The text is frozen, and this seat may read it its own way."""
    ANSWER = "answer"
    COMPOSE = "compose"
    SIGN = "sign"
    """The text is clean: it is initialled, or circulated first."""


class Seat:
    """The half of a `Desk` that the talks decide."""

    def __init__(self, app: App, table: Table) -> None:
        self.app = app
        self.table = table
        self.view: View = table.view(app.host.who or GALLERY)
        self._open: tuple[View | None, frozenset[type[Move]]] = (None, frozenset())
        self.signs = signs(table.scenario)
        brackets = self.view.brackets or tuple(issue.id for issue in self.view.scenario.text.issues)
        self.issue: IssueId = brackets[0]
        """The issue that is looked at."""
        self.option: OptionId | None = None
        """The wording whose full words are shown."""
        self.reveal = True
        """Whether the paper and the wordings have still to scroll to the issue looked at."""
        self.shifts: Shifts = ()
        self.countering = False
        self.word: IssueId | None = None
        self.never = False
        self.notice = ""
        """A refusal or an explanation, until the next press."""
        self.cable_offered = False
        self.noted: tuple[IssueId, ...] = ()
        """Issues noted for the next cable: the player has pressed a locked wording of each."""
        self.base: Positions = self.view.positions
        self.fresh: tuple[IssueId, ...] = ()
        """Issues that were agreed a moment ago: their words dry."""
        self.dried_at = 0.0
        self.news: tuple[str, ...] = ()
        """What happened since the player's last move, as the record tells it."""
        self.cards: tuple[Card, ...] = ()
        """News that lies on the table until it is put away."""
        if not self.view.version:
            self.cards = opening_cards(self.view)

    # ---- what is the case ---------------------------------------------------------------------------------------

    @property
    def waiting(self) -> Package | None:
        """The package that waits for this seat's answer."""
        return self.view.waiting[0] if self.view.my_turn and self.view.waiting else None

    @property
    def mode(self) -> Mode:
        """What the player can do."""
        view = self.view
        if view.own is None:
            return Mode.WATCH
        if not view.my_turn:
            return Mode.WAIT
        if self.may(Respond):
            return Mode.HELD
        if self.may(Interpret):
            return Mode.CLOSING
        if self.waiting and not self.countering:
            return Mode.ANSWER
        clean = not view.brackets and (self.may(Sign) or self.may(Circulate))
        return Mode.SIGN if clean and not self.shifts else Mode.COMPOSE

    def may(self, kind: type[Move]) -> bool:
        """Whether a kind of move is open at all. A frame asks so often that the kinds are kept for each view."""
        if self._open[0] is not self.view:
            self._open = (self.view, frozenset(type(move) for move in self.view.legal.moves))
        return kind in self._open[1]

    @property
    def package(self) -> Shifts:
        """The shifts that the tray shows: theirs while it waits for an answer, else the player's own."""
        if self.waiting and self.mode is Mode.ANSWER:
            return self.waiting.shifts
        return self.lying.shifts if self.lying else self.shifts

    @property
    def lying(self) -> Package | None:
        """The package that the tray shows to be read: a watcher's latest, or one's own while another has the floor."""
        packages = self.view.packages
        if self.mode is Mode.WAIT and not self.shifts:
            packages = tuple(package for package in packages if package.by == self.view.who)
        elif self.mode is not Mode.WATCH:
            return None
        return packages[-1] if packages else None

    @property
    def own_package(self) -> int:
        """The number of this seat's package on the table; 0 if there is none."""
        return next((package.number for package in self.view.packages if package.by == self.view.who), 0)

    @property
    def drying(self) -> float:
        """How wet the words of a closed bracket still are, from 1 to 0."""
        if not self.app.settings.motion or not self.fresh:
            return 0.0
        return max(0.0, 1.0 - (self.app.clock() - self.dried_at) / DRYING)

    def may_ask(self, issues: tuple[IssueId, ...]) -> bool:
        """Whether the capital would take a cable about these issues."""
        return all(Consult(self.view.who, (issue,)) in self.view.legal.moves for issue in issues)

    def may_announce(self) -> bool:
        """Whether the wording that we stand for in the issue looked at can be told to the press."""
        stands = self.view.positions[self.view.who][self.issue] if self.view.own else None
        return stands is not None and Announce(self.view.who, self.issue, stands) in self.view.legal.moves

    @property
    def has_allies(self) -> bool:
        """Whether this seat speaks for others, who consent to a clean text or break silence."""
        return any(each.power == "consent" for each in self.view.scenario.audiences_of(self.view.who))

    @property
    def heard_outside(self) -> bool:
        """Whether anybody outside would hear a statement to the press."""
        return bool(self.view.scenario.audiences)

    def cabled(self, issue: IssueId) -> float | None:
        """Hours until the capital answers about an issue; None if it has not been asked."""
        cables = self.view.own.cables if self.view.own else ()
        return next((max(0.0, cable.due - self.view.hours) for cable in cables if issue in cable.issues), None)

    def shut(self, kind: type[Move]) -> str:
        """Why a kind of move is shut now; empty if it is open."""
        if self.view.my_turn:
            return closed(self.view, kind)
        return f"{sentence_name(self.view.scenario, self.view.floor)} has the floor."

    # ---- what happens -------------------------------------------------------------------------------------------

    def look_at(self, issue: IssueId) -> None:
        """Show an issue's wordings on the right."""
        self.issue, self.option, self.reveal = issue, None, True
        self.cable_offered, self.notice = False, ""

    def changed(self) -> None:
        """The talks have moved on."""
        before, self.view = self.view, self.table.view(self.app.host.who or GALLERY)
        self.fresh = tuple(issue for issue in before.brackets if issue in self.view.agreed)
        self.dried_at = self.app.clock()
        self.shifts = still_moving(self.view, self.shifts)
        self.noted = tuple(issue for issue in self.noted if self.may_ask((issue,))) if self.view.my_turn else self.noted
        self.notice, self.cable_offered = "", False
        if self.view.own is None:
            self.base, self.news = before.positions, ()
        happened = self.view.record[len(before.record) :]
        cards, rest = cards_of(self.view, happened)
        self.cards += cards
        self.news += self._heard(rest)
        if self.waiting and before.floor != self.view.floor:
            self.countering, self.never = False, False
            self.word = None
            ours = self.waiting.of(self.view.who).items()
            shut = [issue for issue, option in ours if barred(self.view, issue, option)]
            self.look_at((shut or list(self.waiting.issues))[0])
        elif named := [event.issue for event in happened if isinstance(event, _NAMING) and event.issue]:
            self.look_at(named[-1])
        elif self.issue in self.view.agreed and self.view.brackets and self.issue in self.fresh:
            self.look_at(self.view.brackets[0])

    def _heard(self, happened: Iterable[events.Event]) -> tuple[str, ...]:
        """What others did, and what came of it; what the tray shows already, and moods, are left out."""
        mine = (events.Answered, events.Charged, events.Consented)
        told = (
            event
            for event in happened
            if (event.by != self.view.who or isinstance(event, mine)) and not isinstance(event, _UNTOLD)
        )
        shown = (event for event in told if not isinstance(event, events.Proposed) or not self.waiting)
        return tuple(tell(self.view.scenario, event) for event in shown)
