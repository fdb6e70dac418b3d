"""What lies before the player now, and what the panels ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from game.desktop.desk.answers import Shown
from game.desktop.desk.reasons import reason
from game.desktop.desk.word import Word
from game.desktop.signs import signs
from game.scenario import AudienceId, Scenario
from game.seat import (
    Deal,
    Deed,
    Desk,
    Here,
    IssueRow,
    Mode,
    PackageRow,
    Penalty,
    Tray,
    WhyNot,
    deal,
    look,
)
from game.talks import Refused, Why
from game.text import DelegationId, IssueId, OptionId
from game.words import SENTENCES, count, phrase, quoted, say, strung
from game.words.penalties import penalty

State = tuple[tuple[str, object], ...]
"""All that a board holds, by name."""


def same(one: State, other: State) -> bool:
    """Whether a board holds the same: the same objects, and texts, numbers and what is gathered of them if they are
    equal. To compare whole desks would take as long as to draw them, and they never change."""
    return len(one) == len(other) and all(
        name == again and (before is now or (isinstance(now, _PLAIN) and before == now))
        for (name, before), (again, now) in zip(one, other, strict=True)
    )


_PLAIN = (str, int, float, bool, tuple)


class Laid:
    """A seat's desk as it is laid now."""

    bare = False
    """Whether its draft is for everybody: with nothing in it that somebody looks at, prepares or could press, and
    nothing that is new to one seat alone."""

    def __init__(self, here: Here, redraw: Callable[[], None]) -> None:
        self.here = here
        self.redraw = redraw
        """Asks for another frame."""
        self.scenario: Scenario = here.scenario
        self.signs = signs(here.scenario)
        self.reveal = False
        """Whether the paper has still to scroll to the issue looked at."""
        self.closed: frozenset[IssueId] = frozenset()
        """Issues to which the paper scrolls in place of it: they were agreed a moment ago."""
        self.words: Mapping[str, Word] = {}
        """What can be pressed on the paper, as it was drawn last."""
        self.wet: Mapping[IssueId, DelegationId] = {}
        """Issues that were agreed a moment ago, each with who stood there before: its words dry."""

    @property
    def state(self) -> State:
        """All that is shown hangs on this, and on the mouse and the focus."""
        return tuple(
            (name, tuple(held.items()) if isinstance(held, Mapping) else held) for name, held in vars(self).items()
        )

    @property
    def drying(self) -> float:
        """How wet the words of a closed bracket still are, from 1 to 0."""
        return 0.0

    def look_at(self, issue: IssueId) -> None:
        """Show an issue."""
        self.lay(look(self.tray, issue))
        self.reveal, self.closed = True, frozenset()

    def press_word(self, issue: IssueId, option: OptionId | None) -> None:
        """A wording on the paper was pressed, or something else of an issue: look at it."""
        del option
        self.look_at(issue)

    @property
    def deals(self) -> bool:
        """Whether a wording that is pressed on the paper goes into a package; else its issue is looked at."""
        return False

    @property
    def answer(self) -> Shown | None:
        """The answer that is read now, or the package that was opened."""
        return None

    @property
    def on_paper(self) -> Deal | None:
        """The package that stands in the paper: one that was opened, the one that was just answered, or that of the
        tray; None without one."""
        shown = self.answer
        if shown is None or not shown.stands or (self.tray.shifts and not shown.opened):
            return self.deal
        return deal(self.scenario, self.desk, shown.bargain.shifts, shown.bargain.by)

    @property
    def deal(self) -> Deal | None:
        """What comes of the package in the tray, or of theirs on the table; None without one."""
        if self.desk.ended or self.desk.closing:
            return None
        shown = self.desk.shown
        package = self.package(shown.package)
        return deal(self.scenario, self.desk, shown.shifts, package.by if package else None)

    @property
    def desk(self) -> Desk:
        """All that lies before the player."""
        return self.here.desk

    def lay(self, tray: Tray) -> None:
        """Lay the desk anew for another tray."""
        self.here = self.here.with_tray(tray)

    @property
    def seated(self) -> bool:
        """Whether the player has a seat at the table: who watches or speaks for an audience moves no word of it."""
        return self.mode != "watch" and self.desk.judging is None

    @property
    def mode(self) -> Mode:
        """What the desk is for now."""
        return self.desk.mode

    @property
    def tray(self) -> Tray:
        """What the player prepares."""
        return self.desk.tray

    @property
    def issue(self) -> IssueId:
        """The issue that is looked at."""
        return self.tray.issue or self.desk.issues[0].issue

    @property
    def row(self) -> IssueRow:
        """Its wordings."""
        return self.desk.row(self.issue)

    def why(self, deed: Deed) -> str:
        """Why a kind of move cannot be made now; empty if it can."""
        return self.because(self.here.why_not(deed))

    @property
    def initialled(self) -> bool:
        """Whether this seat has initialled the clean text and has the floor again, as others have not."""
        mine = any(person.initialled for person in self.desk.people if person.id == self.desk.who)
        return mine and self.mode == "compose" and not self.desk.brackets and not self.tray.shifts

    @property
    def waiting(self) -> PackageRow | None:
        """The package that waits for this seat's answer."""
        return next(iter(self.desk.waiting), None)

    @property
    def lying(self) -> PackageRow | None:
        """The package that the tray shows to be read: a watcher's latest, or one's own while another has the floor."""
        number = self.desk.shown.package
        return None if self.mode == "answer" else self.package(number)

    def package(self, number: int | None) -> PackageRow | None:
        """A package on the table, by its number."""
        return next((each for each in self.desk.packages if each.number == number), None)

    @property
    def own_package(self) -> PackageRow | None:
        """This seat's package on the table."""
        return next((each for each in self.desk.packages if each.by == self.desk.who), None)

    @property
    def needs_consent(self) -> bool:
        """Whether the text is clean and this seat's allies have still to consent."""
        return any(person.id == self.desk.who and person.needs_consent for person in self.desk.people)

    def is_ally(self, audience: AudienceId) -> bool:
        """Whether somebody outside must consent to what this seat signs."""
        found = self.scenario.audience(audience)
        return found.power == "consent" and found.of == self.desk.who

    def because(self, why_not: WhyNot | None) -> str:
        """A reason in a sentence; empty where there is none."""
        return reason(self.scenario, self.desk, why_not)

    def may_ask(self, issues: tuple[IssueId, ...]) -> bool:
        """Whether the capital would take a cable about these issues."""
        cable = self.desk.choice("consult")
        return cable is not None and all(issue in cable.issues for issue in issues)

    def cable_words(self) -> str:
        """What is noted for the next cable."""
        if not self.tray.noted:
            return say("No cable is noted any more.")
        told = phrase("Noted for a cable (C): {titles:and}. Other locked wordings join it.")
        forgone = filter(None, map(self.desk.forgone, self.tray.noted))
        return strung([say(told, titles=self.titles(self.tray.noted)), *self.costs(forgone)], SENTENCES)

    def titles(self, issues: tuple[IssueId, ...]) -> list[str]:
        """The titles of issues, each in quotation marks."""
        return [quoted(self.scenario.text[issue].title) for issue in issues]

    def why_no_step(self, issue: IssueId) -> str:
        """Why the capital would not open more in an issue now."""
        return self.because(self.here.why_not_ask(issue))

    def why_no_cable(self) -> str:
        """Why the capital cannot be asked now: of the issues that a cable would be about, where any is shut."""
        shut = [issue for issue in self.desk.asks if not self.may_ask((issue,))]
        if self.desk.floor != self.desk.who or not shut:
            return self.why("consult")
        return self.why_no_step(shut[0])

    def why_no_rest(self) -> str:
        """Why the rest cannot be closed in one package."""
        match self.desk.why_no_rest:
            case Refused(kind=Why.LARGE_PACKAGE, number=brackets, most=most):
                one = phrase("{n} bracket is too many for one package: at most {most}.")
                many = phrase("{n} brackets are too many for one package: at most {most}.")
                return count(one, many, brackets, most=most)
            case why_not:
                return self.because(why_not)

    def why_not_accept(self) -> str:
        """Why the package that waits cannot be accepted; empty if it can."""
        return self.because(self.waiting.why_not) if self.waiting else ""

    def why_not_on_record(self) -> str:
        """Why a non-paper that waits could not be accepted if it were a package; empty if it could, or is one."""
        waits = self.waiting
        own = [each for each in waits.shifts if each.delegation == self.desk.who] if waits and waits.off_record else []
        return next((told for each in own if (told := self.because(self.desk.why_not_go(each.issue, each.option)))), "")

    def costs(self, minded: Iterable[Penalty]) -> tuple[str, ...]:
        """What a move costs beside its hours, a sentence each."""
        return tuple(penalty(self.scenario, each) for each in minded)
