"""What lies before the player besides the view: the issue looked at, the package being prepared, a refusal to read.

Every action of the table screen is a method here; panels only draw and call them.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from game.desktop.app import App
from game.desktop.desk.package import (
    Shifts,
    barred,
    beyond,
    chosen,
    closed,
    settle,
    still_moving,
    why_not,
)
from game.desktop.signs import signs
from game.table import Table
from game.talks import (
    GALLERY,
    MOST_ISSUES_IN_A_CABLE,
    Accept,
    Amend,
    Consult,
    Decline,
    Leave,
    Move,
    Package,
    Propose,
    Say,
    Shift,
    Sign,
    View,
    Withdraw,
    events,
    listed,
    sentence_name,
    tell,
)
from game.text import IssueId, OptionId, Positions

DRYING = 0.4
"""Seconds in which the words of a closed bracket dry to ink."""


class Mode(Enum):
    """What the tray is for now."""

    WATCH = "watch"
    WAIT = "wait"
    ANSWER = "answer"
    COMPOSE = "compose"
    SIGN = "sign"


class Desk:
    """The player's half of the table screen."""

    def __init__(self, app: App, table: Table) -> None:
        self.app = app
        self.table = table
        self.view: View = table.view(app.who or GALLERY)
        self.signs = signs(table.scenario)
        brackets = self.view.brackets or tuple(issue.id for issue in self.view.scenario.text.issues)
        self.issue: IssueId = brackets[0]
        self.option: OptionId | None = None
        """The wording whose full words are shown."""
        self.shifts: Shifts = ()
        self.countering = False
        self.word: IssueId | None = None
        self.never = False
        self.notice = ""
        """A refusal or an explanation, until the next press."""
        self.news: tuple[str, ...] = ()
        """What happened since the player's last move, as the record tells it."""
        self.cable_offered = False
        self.noted: tuple[IssueId, ...] = ()
        """Issues noted for the next cable: the player has pressed a locked wording of each."""
        self.sources = False
        self.base: Positions = self.view.positions
        self.fresh: tuple[IssueId, ...] = ()
        """Issues that were agreed a moment ago: their words dry."""
        self.dried_at = 0.0
        self.reveal = True
        """Whether the paper and the wordings have still to scroll to the issue looked at."""
        self.chosen_now: OptionId | None = None
        self._drafted = 0

    # ---- what is the case ---------------------------------------------------------------------------------------

    @property
    def waiting(self) -> Package | None:
        """The package that waits for this seat's answer."""
        return self.view.waiting[0] if self.view.my_turn and self.view.waiting else None

    @property
    def mode(self) -> Mode:
        """What the player can do."""
        if self.view.own is None:
            return Mode.WATCH
        if not self.view.my_turn:
            return Mode.WAIT
        if self.waiting and not self.countering:
            return Mode.ANSWER
        if not self.view.brackets and self.view.legal.may(Sign) and not self.shifts:
            return Mode.SIGN
        return Mode.COMPOSE

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
    def drying(self) -> float:
        """How wet the words of a closed bracket still are, from 1 to 0."""
        if not self.app.settings.motion or not self.fresh:
            return 0.0
        return max(0.0, 1.0 - (self.app.clock() - self.dried_at) / DRYING)

    def changed(self) -> None:
        """The talks have moved on."""
        before, self.view = self.view, self.table.view(self.app.who or GALLERY)
        self.fresh = tuple(issue for issue in before.brackets if issue in self.view.agreed)
        self.dried_at = self.app.clock()
        self.shifts = still_moving(self.view, self.shifts)
        self.noted = tuple(issue for issue in self.noted if self.may_ask((issue,))) if self.view.my_turn else self.noted
        self.notice, self.cable_offered = "", False
        if self.view.own is None:
            self.base, self.news = before.positions, ()
        self.news += self._heard(self.view.record[len(before.record) :])
        if self.waiting and before.floor != self.view.floor:
            self.countering, self.never = False, False
            self.word = None
            ours = self.waiting.of(self.view.who).items()
            shut = [issue for issue, option in ours if barred(self.view, issue, option)]
            self.look_at((shut or list(self.waiting.issues))[0])
        elif self.issue in self.view.agreed and self.view.brackets and self.issue in self.fresh:
            self.look_at(self.view.brackets[0])

    def _heard(self, happened: Iterable[events.Event]) -> tuple[str, ...]:
        """What others did, and what came of it; a package that waits for an answer is in the tray already."""
        mine = (events.Answered, events.Charged)
        told = (
            event
            for event in happened
            if (event.by != self.view.who or isinstance(event, mine)) and not isinstance(event, events.Spoke)
        )
        shown = (event for event in told if not isinstance(event, events.Proposed) or not self.waiting)
        return tuple(tell(self.view.scenario, event) for event in shown)

    # ---- looking ------------------------------------------------------------------------------------------------

    def look_at(self, issue: IssueId) -> None:
        """Show an issue's wordings on the right."""
        self.issue, self.option, self.reveal = issue, None, True
        self.cable_offered, self.notice = False, ""

    def look_along(self, by: int, *, brackets: bool = False) -> None:
        """Show the next issue, or the next bracket."""
        every = [issue.id for issue in self.view.scenario.text.issues]
        if brackets and self.view.brackets:
            later = [issue for issue in self.view.brackets if every.index(issue) > every.index(self.issue)]
            self.look_at((later or list(self.view.brackets))[0])
        else:
            self.look_at(every[(every.index(self.issue) + by) % len(every)])

    def explain(self, sentence: str) -> None:
        """Say something next to the tray."""
        self.notice = sentence

    # ---- preparing ----------------------------------------------------------------------------------------------

    def choose(self, option: OptionId) -> None:
        """Settle the issue here in the package, or take it out again; while a package waits, this begins a counter."""
        issue, view = self.issue, self.view
        self.option, self.cable_offered, self.notice = option, False, ""
        self.chosen_now = option
        if view.own is None:
            return
        name = view.scenario.text[issue][option].name
        if reason := barred(view, issue, option):
            self.notice = beyond(view, (Shift(view.who, issue, option),))
            self.cable_offered = reason == "mandate"
            if self.cable_offered:
                self._note(issue)
            return
        if self.mode is Mode.ANSWER:
            self.counter()
        if chosen(self.shifts, issue) == option:
            self.shifts = tuple(shift for shift in self.shifts if shift.issue != issue)
        elif shifts := settle(view, (), issue, option):
            self.shifts = tuple(shift for shift in self.shifts if shift.issue != issue) + shifts
        else:
            self.notice = f"“{name}” is agreed already."

    def _note(self, issue: IssueId) -> None:
        """Note an issue for the next cable, if the capital would answer; noted already, cross it out."""
        if issue in self.noted:
            self.noted = tuple(other for other in self.noted if other != issue)
            self.cable_offered, self.notice = bool(self.noted), self.cable_words()
        elif self.may_ask((issue,)):
            if len(self.noted) == MOST_ISSUES_IN_A_CABLE:
                self.notice = f"One cable asks about at most {MOST_ISSUES_IN_A_CABLE} issues."
            else:
                self.noted += (issue,)
                self.notice = self.cable_words()

    def cable_words(self) -> str:
        """What is noted for the next cable."""
        if not self.noted:
            return "No cable is noted any more."
        titles = listed([f"“{self.view.scenario.text[issue].title}”" for issue in self.noted])
        return f"Noted for a cable (C): {titles}. Other locked wordings join it."

    def drop(self, *shifts: Shift) -> None:
        """Take shifts out of the package."""
        self.shifts, self.notice = tuple(kept for kept in self.shifts if kept not in shifts), ""

    def clear(self) -> None:
        """Empty the tray; a package that waited for an answer is shown again."""
        self.shifts, self.noted, self.countering, self.notice = (), (), False, ""

    def counter(self) -> None:
        """Begin with their package and change it."""
        if self.waiting:
            self.shifts = still_moving(self.view, self.waiting.shifts)
            self.countering = True

    def close_rest(self) -> None:
        """Fill the tray with every bracket, at their wordings; pressed again, at the next side's, and last at ours."""
        sides = [delegation.id for delegation in self.view.others] + [self.view.who]
        side = sides[self._drafted % len(sides)]
        self._drafted += 1
        self.countering = self.countering or self.mode is Mode.ANSWER
        self.shifts = self.view.as_drafted(side)
        whose = "our" if side == self.view.who else f"{self.view.scenario[side].short}’s"
        self.notice = f"Every bracket at {whose} wording, where we may go there. L again: the next side’s."

    def mind(self, issue: IssueId) -> None:
        """Name the word over which their package would be declined; pressed again, none."""
        self.word = None if self.word == issue else issue
        self.never = self.never and self.word is not None
        self.look_at(issue)

    def swear(self) -> None:
        """Switch between declining and declining for ever."""
        if self.word is None:
            self.notice = "A refusal for ever names the word: press one of the wordings first."
        else:
            self.never = not self.never

    # ---- moves --------------------------------------------------------------------------------------------------

    def make(self, move: Move) -> bool:
        """Make a move; a refusal is shown next to the tray."""
        base, news, self.news = self.view.positions, self.news, ()
        refused = self.app.submit(move)
        if refused:
            self.notice, self.news = refused.reason, news
            return False
        self.base = base
        return True

    def table_it(self, *, off_record: bool = False) -> None:
        """Put the prepared package on the table."""
        if reason := why_not(self.view, self.shifts):
            self.notice = reason
        elif self.make(Propose(self.view.who, "", self.shifts, off_record)):
            self.shifts, self.countering = (), False

    def move_alone(self) -> None:
        """Move one's own position in the issue to the wording that is chosen."""
        option = self.alone
        if option is not None and self.make(Amend(self.view.who, "", self.issue, option)):
            self.shifts = still_moving(self.view, self.shifts)

    @property
    def alone(self) -> OptionId | None:
        """The wording to which this seat could move alone in the issue looked at."""
        own = (shift.option for shift in self.shifts if (shift.delegation, shift.issue) == (self.view.who, self.issue))
        return next(own, None)

    def accept(self) -> None:
        """Take their package."""
        if self.waiting:
            self.make(Accept(self.view.who, "", self.waiting.number))

    def decline(self) -> None:
        """Refuse their package, over a word if one is named."""
        if self.waiting:
            self.make(Decline(self.view.who, "", self.waiting.number, self.word, self.never))

    def ask_capital(self) -> None:
        """Send a cable about the issues asked about."""
        capital, asked = self.view.scenario[self.view.who].capital, self.asked
        if self.make(Consult(self.view.who, "", asked)):
            self.noted = ()
            titles = listed([f"“{self.view.scenario.text[issue].title}”" for issue in asked])
            self.notice = f"The cable about {titles} is on its way to {capital}. The talks go on meanwhile."

    @property
    def asked(self) -> tuple[IssueId, ...]:
        """What a cable sent now would ask about: what is noted, else our locked moves in the package, else what is
        looked at."""
        locked = dict.fromkeys(
            shift.issue
            for shift in self.package
            if shift.delegation == self.view.who and barred(self.view, shift.issue, shift.option) == "mandate"
        )
        askable = tuple(issue for issue in locked if self.may_ask((issue,)))[:MOST_ISSUES_IN_A_CABLE]
        return self.noted or askable or (self.issue,)

    def may_ask(self, issues: tuple[IssueId, ...]) -> bool:
        """Whether the capital would take a cable about these issues."""
        return all(Consult(self.view.who, "", (issue,)) in self.view.legal.moves for issue in issues)

    def withdraw(self) -> None:
        """Take one's own package back."""
        if number := self.own_package:
            self.make(Withdraw(self.view.who, "", number))

    @property
    def own_package(self) -> int:
        """The number of this seat's package on the table; 0 if there is none."""
        return next((package.number for package in self.view.packages if package.by == self.view.who), 0)

    def sign(self) -> None:
        """Initial the clean text."""
        self.make(Sign(self.view.who))

    def say(self, words: str) -> None:
        """Take the floor."""
        self.make(Say(self.view.who, words))

    def leave(self) -> None:
        """Leave the talks."""
        self.make(Leave(self.view.who))

    def cabled(self, issue: IssueId) -> float | None:
        """Hours until the capital answers about an issue; None if it has not been asked."""
        cables = self.view.own.cables if self.view.own else ()
        return next((max(0.0, cable.due - self.view.hours) for cable in cables if issue in cable.issues), None)

    # ---- reasons ------------------------------------------------------------------------------------------------

    def shut(self, kind: str) -> str:
        """Why a kind of move is shut now; empty if it is open."""
        if self.view.my_turn:
            return closed(self.view, kind)
        return f"{sentence_name(self.view.scenario, self.view.floor)} has the floor."

    def why_no_cable(self) -> str:
        """Why the capital cannot be asked about the issue looked at; what it would say itself is a refusal."""
        if not self.view.my_turn:
            return self.shut("consult")
        if self.asked != (self.issue,):
            return ""
        if self.cabled(self.issue) is not None:
            capital = self.view.scenario[self.view.who].capital
            return f"Your cable about this is with {capital}; the answer is still to come."
        options = self.view.scenario.text[self.issue].options
        if not any(barred(self.view, self.issue, option.id) == "mandate" for option in options):
            return f"Your mandate in “{self.view.scenario.text[self.issue].title}” leaves nothing to ask for."
        return ""

    def why_no_rest(self) -> str:
        """Why the rest cannot be closed in one package."""
        count = len(self.view.brackets)
        if not self.view.my_turn:
            return self.shut("propose")
        if not count:
            return "No bracket is left."
        if count > self.view.legal.largest:
            return f"{count} brackets are too many for one package: at most {self.view.legal.largest}."
        return ""
