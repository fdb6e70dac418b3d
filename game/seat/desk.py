"""Everything that lies before one seat, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from game.scenario import AudienceId, PhaseId
from game.seat.choices import Choice, Deed, Mode, Press, asked, choices, mode, next_press
from game.seat.ended import Ended, ended
from game.seat.heard import Card, cards, memory, moved_since, news
from game.seat.judging import JudgingDesk, answers_of, judging_desk
from game.seat.locks import NotReady, WhyNot, enforced
from game.seat.memo import kept, same
from game.seat.minutes import Minute, minutes
from game.seat.outcomes import HeldRow, HoldUp, ReadingRow, Statement, held, hold_ups_of, readings, statement
from game.seat.package import PackageRow, TrayRow, shown, table, why_no_rest
from game.seat.paper import Paper, paper
from game.seat.people import Listener, Person, corridor, people
from game.seat.score import Worth, worth
from game.seat.tray import Tray
from game.seat.wordings import IssueRow, Wording, rows
from game.talks import MOST_ISSUES_IN_A_CABLE, Shift, Silence, Unheard, View, events
from game.talks.events import Event
from game.talks.locks import Lock, refused_by
from game.talks.refused import Refused, Why
from game.text import DelegationId, IssueId, OptionId, maker

_SHOWN = (events.Spoke, events.Stirred, events.Lapsed, events.Conferred, events.HeldUp, events.Opened)
"""What the people, the packages and what is held up tell of themselves."""


@dataclass(frozen=True, slots=True)
class Now:
    """Where the talks are on their calendar."""

    hours: float
    """Hours of talks so far."""
    deadline: float
    """Hours of talks at which the clock strikes."""
    when: datetime
    sitting: int
    """Which sitting it is, from 1."""
    phase: PhaseId | None

    @property
    def left(self) -> float:
        """Hours of talks until the deadline."""
        return self.deadline - self.hours

    def strikes_within(self, hours: float) -> bool:
        """Whether the clock would strike before so many hours are over."""
        return hours > self.left


@dataclass(frozen=True, slots=True)
class Rung:
    """A mandate that has more than one step, and how far the capital has opened it."""

    issue: IssueId
    step: int
    """Steps that are open, from 1."""
    steps: int


@dataclass(frozen=True, slots=True)
class Question:
    """A cable that the capital has not answered."""

    issues: tuple[IssueId, ...]
    due: float
    """Hours of talks at which the answer comes."""
    left: float
    """Hours of talks until then."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before one seat after so many moves; the half that never changes is its `Setting`.

    Of a watcher's desk the parts that belong to a seat are empty. Numbers of events are places in `record`, from 0.
    """

    who: DelegationId
    version: int
    """Moves played so far: a move is sent with the version that it answers."""
    mode: Mode
    now: Now
    floor: DelegationId
    """Whose turn it is."""
    closing: bool
    """Whether the text is initialled by all and frozen."""
    paper: Paper
    issues: tuple[IssueRow, ...]
    packages: tuple[PackageRow, ...]
    """Those on the table that this seat can see, oldest first."""
    tray: Tray
    shown: TrayRow
    """What the tray shows."""
    largest: int
    """How many issues a package may touch now."""
    why_no_rest: WhyNot | None
    """Why every bracket cannot be closed in one package now; None if it can, and for a watcher."""
    choices: tuple[Choice, ...]
    next: Press | None
    """The choice that is the next sensible press; to counter is to prepare an answer."""
    asks: tuple[IssueId, ...]
    """What a cable sent now would ask about."""
    statement: Statement | None
    """What it may bring to tell the newspapers of the issue looked at."""
    held: HeldRow | None
    hold_ups: tuple[HoldUp, ...]
    """What this seat could hold up, and what may come of it."""
    readings: tuple[ReadingRow, ...]
    people: tuple[Person, ...]
    corridor: tuple[Listener, ...]
    """Those outside whose mood this seat can tell, the most pressing first."""
    returned: tuple[AudienceId, ...]
    """Parliaments that have sent a text back, the others' too: the next refusal, by anybody, is the end."""
    worth: Worth | None
    cables: tuple[Question, ...]
    """What the capital has been asked and has not answered, oldest first."""
    unheard: Unheard | None
    """What a cable about the spine would give up unheard now, and what that costs."""
    ladder: tuple[Rung, ...]
    record: tuple[Event, ...]
    """What this seat heard, oldest first."""
    since: int
    """From which event on all is new since its own last move."""
    news: tuple[int, ...]
    """What others did since, and what came of it, as far as it is on no card."""
    cards: tuple[Card, ...]
    """News that came since, each with what came of it."""
    ended: Ended | None
    judging: JudgingDesk | None = None
    """What lies only before whoever speaks for an audience."""
    seated: tuple[AudienceId, ...] = ()
    """The audiences for which somebody speaks."""
    silence: Silence | None = None
    """The silence that runs among allies for which somebody speaks: the talks wait for them."""
    vote: AudienceId | None = None
    """The parliament whose vote is called, and for which the talks wait."""
    struck: tuple[tuple[Event, ...], ...] = ()
    """What this seat had heard and the chair has revoked, each time."""

    @property
    def minutes(self) -> tuple[Minute, ...]:
        """The record with what was revoked, struck."""
        return minutes(self.record, self.struck)

    @property
    def headlines(self) -> tuple[Event, ...]:
        """Of the news what lies nowhere else on the desk: neither among the people nor as what waits or is held up; and
        that a package was overtaken which this seat had taken."""
        told = (self.record[place] for place in self.news)
        shown = _SHOWN + ((events.Proposed,) if self.waiting else ())
        return tuple(event for event in told if not isinstance(event, shown) or self._had_taken(event))

    def _had_taken(self, event: Event) -> bool:
        """Whether a package that this seat has accepted was overtaken, before all had taken it."""
        return isinstance(event, events.Lapsed) and any(
            isinstance(each, events.Accepted) and each.by == self.who and each.package == event.package
            for each in self.record
        )

    @property
    def my_turn(self) -> bool:
        """Whether the talks wait for this seat."""
        if self.ended is not None:
            return False
        if self.judging is not None:
            return self.judging.silence or self.judging.vote
        return self.floor == self.who and not self.pending

    @property
    def pending(self) -> bool:
        """Whether the talks wait for somebody who is not at the table."""
        return self.silence is not None or self.vote is not None

    @property
    def brackets(self) -> tuple[IssueId, ...]:
        """The issues in brackets."""
        return tuple(row.issue for row in self.issues if row.agreed is None)

    @property
    def agreed(self) -> tuple[IssueId, ...]:
        """The issues for whose wording all stand."""
        return tuple(row.issue for row in self.issues if row.agreed is not None)

    @property
    def waiting(self) -> tuple[PackageRow, ...]:
        """The packages that wait for this seat's answer now, oldest first."""
        return tuple(row for row in self.packages if self.my_turn and self.who in row.waits_for)

    @property
    def acceptable(self) -> tuple[PackageRow, ...]:
        """Those of them that may be accepted."""
        return tuple(row for row in self.waiting if row.why_not is None)

    def row(self, issue: IssueId) -> IssueRow:
        """An issue with its wordings. Raises `LookupError`."""
        for row in self.issues:
            if row.issue == issue:
                return row
        raise LookupError(f"no issue {issue!r} on this desk")

    def lock(self, wording: Wording) -> Lock | None:
        """What keeps this seat from a wording; None if nothing does, or if it stands there."""
        return None if self.who in wording.stands else enforced(wording.locks, self.who)

    def question(self, issue: IssueId) -> Question | None:
        """The cable about an issue that has not been answered; None if there is none."""
        return next((each for each in self.cables if issue in each.issues), None)

    def mandate(self, issue: IssueId) -> tuple[OptionId, ...]:
        """The wordings of an issue that this seat may stand for now."""
        return tuple(each.option for each in self.row(issue).wordings if enforced(each.locks, self.who) is None)

    def why_not_go(self, issue: IssueId, option: OptionId) -> Refused | None:
        """Why this seat may not go to a wording; None if it may, or if it stands there."""
        found = self.lock(self.row(issue)[option])
        return refused_by(found.kind, Shift(self.who, issue, option)) if found else None

    def forgone(self, issue: IssueId) -> Unheard | None:
        """What a cable about an issue would give up unheard; None where it gives up nothing, or cannot be sent."""
        ask = self.choice("consult")
        lost = self.unheard if ask and issue in ask.issues else None
        return lost if lost and lost.issue == issue else None

    def why_not_note(self, issue: IssueId) -> Refused | None:
        """Why an issue cannot be noted for the next cable: it bears no more; None if it can, or is noted already."""
        full = len(self.tray.noted) >= MOST_ISSUES_IN_A_CABLE and issue not in self.tray.noted
        return Refused(kind=Why.LONG_CABLE, most=MOST_ISSUES_IN_A_CABLE) if full else None

    def choice(self, deed: Deed) -> Choice | None:
        """A kind of move; None where this seat can never make it."""
        for choice in self.choices:
            if choice.deed == deed:
                return choice
        return None

    def may(self, deed: Deed) -> Choice | None:
        """A kind of move that is open now, be it that something has still to be chosen for it."""
        choice = self.choice(deed)
        return choice if choice and (choice.why_not is None or isinstance(choice.why_not, NotReady)) else None


_EMPTY = Tray()
_laid = maker(Desk)


def desk(view: View, tray: Tray | None = None) -> Desk:
    """The desk of a seat, from what it may see of the talks and what its player prepares."""
    tray = tray or _EMPTY
    known, told = memory(view), view.scenario
    open_to = choices(view, tray) if view.judging is None else answers_of(view, tray)
    laid, now = cards(view, known.since), mode(view, tray)
    asks = asked(view, tray) if view.own else ()
    return _laid(
        who=view.who,
        version=view.version,
        mode=now,
        now=kept(("now", view.hours, view.deadline), lambda: _now(view), told.calendar, told.phases),
        floor=view.floor,
        closing=view.closing,
        paper=paper(view, known.base),
        issues=rows(view, tray, moved_since(view, known.base)),
        packages=table(view),
        tray=tray,
        shown=shown(view, tray),
        largest=view.legal.largest,
        why_no_rest=why_no_rest(view) if view.own else None,
        choices=open_to,
        next=next_press(view, tray, now, open_to, asks),
        asks=asks,
        statement=statement(view, tray.issue),
        held=held(view),
        hold_ups=hold_ups_of(view),
        readings=readings(view),
        people=people(view),
        corridor=corridor(view),
        returned=view.returned,
        worth=worth(view),
        cables=_questions(view),
        unheard=view.own.unheard if view.own else None,
        ladder=kept("ladder", lambda: _ladder(view), known.opened, view.own and view.own.instructions),
        record=view.record,
        since=known.since,
        news=news(view, known.since, laid),
        cards=laid,
        ended=ended(view),
        judging=judging_desk(view),
        seated=same(tuple([each.id for each in told.audiences if each.id in view.seated])),
        silence=view.silence,
        vote=view.vote,
        struck=view.struck,
    )


def _now(view: View) -> Now:
    moment = view.moment
    phase = view.scenario.phase(moment.session.phase)
    return Now(view.hours, view.deadline, moment.when, moment.number, phase.id if phase else None)


def _questions(view: View) -> tuple[Question, ...]:
    cables = view.own.cables if view.own else ()
    return tuple(Question(each.issues, each.due, max(0.0, each.due - view.hours)) for each in cables)


def _ladder(view: View) -> tuple[Rung, ...]:
    """How far each mandate with several steps is open."""
    if view.own is None:
        return ()
    opened, mandate = memory(view).opened, view.own.instructions.mandate
    ladders = [(issue, len(steps)) for issue, steps in mandate.items() if len(steps) > 1]
    return tuple(Rung(issue, opened.get(issue, 0) + 1, steps) for issue, steps in ladders)
