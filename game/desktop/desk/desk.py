"""What lies before the player besides the view: the issue looked at, the package being prepared, a refusal to read.

Every action of the table screen is a method here; panels only draw and call them.
"""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.app import App
from game.desktop.desk.news import Card
from game.desktop.desk.package import barred, beyond, chosen, settle, still_moving, why_not
from game.desktop.desk.seat import Mode, Seat
from game.scenario import AudienceId, ReadingId, SideTextId
from game.table import StoreError, Table
from game.talks import (
    MOST_ISSUES_IN_A_CABLE,
    Accept,
    Amend,
    Announce,
    Answer,
    Circulate,
    Consult,
    Decline,
    Hold,
    Interpret,
    Leave,
    Move,
    Propose,
    Respond,
    Say,
    Shift,
    Sign,
    Sound,
    Withdraw,
    listed,
    opening_capital,
)
from game.text import IssueId, OptionId
from game.words.refusals import refusal
from game.words.storage import not_kept
from game.words.warnings import warnings

__all__ = ["Desk", "Mode"]

Caution = Callable[[tuple[str, ...], tuple[str, ...], Callable[[], None]], None]
"""Takes the adviser's words, what the move costs by the rules, and what makes it."""


class Desk(Seat):
    """The player's half of the table screen."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app, table)
        self.sources = False
        self.chosen_now: OptionId | None = None
        self._drafted = 0
        self.before: Caution | None = None
        """Shows what the adviser says before a move, and makes the move if the player wants it all the same."""

    def take_cards(self) -> tuple[Card, ...]:
        """The news that has not been read, to lay it over the table."""
        cards, self.cards = self.cards, ()
        return cards

    # ---- looking ------------------------------------------------------------------------------------------------

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
            self.cable_offered = reason == "mandate" and self.may_ask((issue,))
            if self.cable_offered:
                self._note(issue)
            elif reason == "mandate" and view.my_turn and self.cabled(issue) is None:
                self.notice = f"“{name}” is beyond your mandate. {self._why_no_step(issue)}"
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

    def make(self, move: Move, then: Callable[[], None] | None = None) -> None:
        """Make a move, unless the adviser has a word to say first; `then` follows if it is made."""
        words = self.app.counsellor.warnings(self.view, move)
        if words and self.before is not None:
            self.before(words, tuple(warnings(self.view, move)), lambda: self._make(move, then))
        else:
            self._make(move, then)

    def _make(self, move: Move, then: Callable[[], None] | None) -> None:
        """Make a move; a refusal is shown next to the tray."""
        base, news, self.news = self.view.positions, self.news, ()
        try:
            refused = self.app.host.submit(move, self.view.version)
            notice = refusal(self.view.scenario, refused) if refused else ""
        except StoreError as fault:
            notice = not_kept(fault)
        if notice:
            self.notice, self.news = notice, news
            return
        self.base = base
        if then is not None:
            then()

    def table_it(self, *, off_record: bool = False) -> None:
        """Put the prepared package on the table."""
        if reason := why_not(self.view, self.shifts):
            self.notice = reason
        else:
            self.make(Propose(self.view.who, self.shifts, off_record), self._emptied)

    def _emptied(self) -> None:
        self.shifts, self.countering = (), False

    def take_over(self, move: Propose) -> None:
        """Put a package that was suggested into the tray, to change it or to table it."""
        self.countering = self.countering or self.mode is Mode.ANSWER
        self.shifts = move.shifts
        self.look_at(move.issues[0])
        self.notice = "Your adviser’s package is in the tray: change what you like."

    def move_alone(self) -> None:
        """Move one's own position in the issue to the wording that is chosen."""
        option = self.alone
        if option is not None:
            self.make(Amend(self.view.who, self.issue, option))

    @property
    def alone(self) -> OptionId | None:
        """The wording to which this seat could move alone in the issue looked at."""
        own = (shift.option for shift in self.shifts if (shift.delegation, shift.issue) == (self.view.who, self.issue))
        return next(own, None)

    def accept(self) -> None:
        """Take their package."""
        if self.waiting:
            self.make(Accept(self.view.who, self.waiting.number))

    def decline(self) -> None:
        """Refuse their package, over a word if one is named."""
        if self.waiting:
            self.make(Decline(self.view.who, self.waiting.number, self.word, self.never))

    def ask_capital(self) -> None:
        """Send a cable about the issues asked about."""
        capital, asked = self.view.scenario[self.view.who].capital, self.asked
        titles = listed([f"“{self.view.scenario.text[issue].title}”" for issue in asked])

        def sent() -> None:
            self.noted = ()
            self.notice = f"The cable about {titles} is on its way to {capital}. The talks go on meanwhile."

        self.make(Consult(self.view.who, asked), sent)

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

    def withdraw(self) -> None:
        """Take one's own package back."""
        if number := self.own_package:
            self.make(Withdraw(self.view.who, number))

    def sign(self) -> None:
        """Initial the clean text."""
        self.make(Sign(self.view.who))

    def say(self, words: str) -> None:
        """Take the floor."""
        self.make(Say(self.view.who, remark=words))

    def leave(self) -> None:
        """Leave the talks."""
        self.make(Leave(self.view.who))

    def announce(self) -> None:
        """Tell the press that we stand for our wording in the issue looked at."""
        self.make(Announce(self.view.who, self.issue, self.view.positions[self.view.who][self.issue]))

    def hold_up(self, side_text: SideTextId) -> None:
        """Hold up a side text."""
        self.make(Hold(self.view.who, side_text))

    def respond(self, how: Answer) -> None:
        """Answer a hold-up."""
        self.make(Respond(self.view.who, how))

    def sound(self, audience: AudienceId) -> None:
        """Ask an ally how it would take the text."""
        self.make(Sound(self.view.who, audience))

    def circulate(self) -> None:
        """Put the clean text to the allies."""
        self.make(Circulate(self.view.who))

    def interpret(self, reading: ReadingId | None) -> None:
        """Make a closing statement, or none."""
        self.make(Interpret(self.view.who, reading))

    # ---- reasons ------------------------------------------------------------------------------------------------

    def why_no_cable(self) -> str:
        """Why the capital cannot be asked about the issue looked at."""
        if not self.view.my_turn:
            return self.shut(Consult)
        if self.asked != (self.issue,):
            return ""
        if self.cabled(self.issue) is not None:
            capital = self.view.scenario[self.view.who].capital
            return f"Your cable about this is with {capital}; the answer is still to come."
        options = self.view.scenario.text[self.issue].options
        if not any(barred(self.view, self.issue, option.id) == "mandate" for option in options):
            return f"Your mandate in “{self.view.scenario.text[self.issue].title}” leaves nothing to ask for."
        return "" if self.may_ask((self.issue,)) else self._why_no_step(self.issue)

    def _why_no_step(self, issue: IssueId) -> str:
        """What must happen before the capital opens more in an issue."""
        capital = opening_capital(self.view.scenario[self.view.who].capital)
        if self.view.scenario.text[issue].spine:
            return f"{capital} opens the next step only after what you may table now was tabled and refused."
        return f"{capital} opens more only after a package of yours was refused, or when an offer asks for it."

    def why_no_rest(self) -> str:
        """Why the rest cannot be closed in one package."""
        count = len(self.view.brackets)
        if not self.view.my_turn:
            return self.shut(Propose)
        if not count:
            return "No bracket is left."
        if count > self.view.legal.largest:
            return f"{count} brackets are too many for one package: at most {self.view.legal.largest}."
        return ""
