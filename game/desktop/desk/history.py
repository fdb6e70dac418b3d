"""What lies before the player of packages that were put forward before: answers that are not read, packages opened."""

from __future__ import annotations

from game.desktop.app import App
from game.desktop.desk.answers import Answers, Shown, Unread
from game.desktop.desk.laid import Laid, State
from game.desktop.desk.watching import Watched
from game.seat import Bargaining, Here, Trace, Tray, bargaining, hold_up_ends, parting
from game.talks import events
from game.text import IssueId, OptionId


class Remembering(Laid):
    """A desk that keeps what was answered until it is read."""

    def __init__(self, here: Here, app: App) -> None:
        super().__init__(here, app.redraw)
        self.answers = Answers(app.clock, lambda: app.settings.motion)
        seated = app.host.people or app.visit is not None
        self.watched = None if seated else Watched(app.host, app.redraw)
        """How fast it goes, for whoever only watches."""
        self._doubted: tuple[int, Tray] | None = None
        """Version and tray when the adviser had a word about a move."""

    @property
    def state(self) -> State:
        """The same, with what is read of the answers, and how fast it goes."""
        answered = self.unread, self.answers.more, self.answers.pausing
        return (*super().state, ("answered", answered), ("pace", self.watched.now if self.watched else None))

    def doubt(self) -> None:
        """The adviser has a word about a move: what it is about waits for no Enter any more."""
        self._doubted = self.desk.version, self.tray

    @property
    def doubted(self) -> bool:
        """Whether nothing has changed since it had one."""
        return self._doubted == (self.desk.version, self.tray)

    @property
    def bargaining(self) -> Bargaining:
        """Every package that this seat has heard of."""
        return bargaining(self.desk.record)

    def traces(self, issue: IssueId, option: OptionId) -> tuple[Trace, ...]:
        """What was done about a wording, by whom."""
        return self.bargaining.traces.get((issue, option), ())

    @property
    def answer(self) -> Shown | None:
        """The answer that is read now, or the package that was opened."""
        return self.answers.shown

    @property
    def unread(self) -> Unread | None:
        """The same, or what has ended a hold-up."""
        return self.answers.unread

    def hear_answers(self, before: Here) -> None:
        """Lay down what was answered to this seat's packages and hold-ups since; whoever watches sees one move more."""
        if self.watched:
            self.watched.moved()
        if self.desk.ended:
            self.answers.clear()
            return
        since = parting(before.desk.record, self.desk.record)
        if any(isinstance(event, events.Made) and event.by == self.desk.who for event in self.desk.record[since:]):
            self.answers.overtaken()
        ends = hold_up_ends(self.desk.record, self.desk.who, since)
        if self.answers.came(self.bargaining.replies(self.desk.who, since), ends):
            self._show()

    def read_answer(self) -> None:
        """Put the one away that is shown, or let it speak."""
        read = self.unread
        self.answers.read()
        if self.unread is not read:  # what was agreed with it has been seen
            self.reveal, self.closed = True, frozenset()
        self._show()

    def open_package(self, number: int) -> None:
        """Show a package in the draft, with what was answered to it; pressed again, no more."""
        again = self.answer is not None and self.answer.opened and self.answer.bargain.number == number
        self.answers.close()
        if not again:
            self.answers.open(self.bargaining[number])
        self._show()

    def take_up(self) -> None:
        """Put what is left of the package that is shown into the tray."""
        if self.answer is not None and (found := self.on_paper) is not None:
            self.here = self.here.fill(tuple(step.shift for step in found.steps))
            self.answers.take(self.answer)

    def speak(self) -> None:
        """The pause before an answer is over."""
        self._show()

    def _show(self) -> None:
        """Look at what an answer names, or at the first issue of its package."""
        shown = self.answer
        if shown is not None and shown.stands and not self.answers.pausing:
            named = shown.reply.issue if shown.reply else None
            first = next((each.issue for each in shown.bargain.shifts), self.issue)
            self.look_at(named or first)
        self.redraw()
