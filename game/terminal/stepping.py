"""Talks that are over, move by move, forward and back; and from any of them on, taken over by whoever reads."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from game.debrief import Course, SealedError
from game.seat import Seated
from game.table import Computers, Recorded, Start, StartError, Store, Table, levels_in, seat_of, take_over
from game.talks import CHAIR, Talks, view
from game.terminal.console import Console, Gone
from game.terminal.keeping import Fault
from game.terminal.phrases import tell_events
from game.terminal.read_commands import show_text
from game.terminal.session import LEFT_OFF, Debriefer, Session
from game.words import phrase, say
from game.words.opened import OpenedTalks
from game.words.starting import not_begun

if TYPE_CHECKING:
    from game.words.adviser import Adviser

_HELP = (
    phrase("Enter goes on to the next move, b back to the one before; a number goes to the move of that number."),
    phrase("Type text to hear the draft as it stood then, and mind to hear what the computer had in mind."),
    phrase("Type take and a seat, such as take RUS, to play on from there against the computer; q leaves."),
    phrase("For several people at this keyboard type a seat for each, such as take RUS NATO."),
)


class Stepping:
    """A course that is gone through, and the move that was told last."""

    def __init__(self, console: Console, course: Course, source: bytes) -> None:
        self.console, self.course, self._source = console, course, source
        self.at = 0

    @cached_property
    def _opened(self) -> OpenedTalks:
        """The computer's turns, once they are asked for."""
        return OpenedTalks(self.course)

    @property
    def talks(self) -> Talks:
        """As they stood after the move that was told last."""
        return self.course.after(self.at)

    def go(self, at: int) -> None:
        """Tell the talks after so many moves; beyond the ends, at the nearest."""
        self.at = max(0, min(at, len(self.course.played)))
        self.console.tell()
        if not self.at:
            self.console.tell(say("Before the first move."))
            self.text()
            return
        step = self.course.played[self.at - 1]
        self.console.tell(say("Move {n} of {all}.", n=self.at, all=len(self.course.played)))
        tell_events(self.console, self.course.scenario, step.events, openly=True)

    def text(self) -> None:
        """The draft as it stands."""
        show_text(self.console, Seated(view(self.talks, CHAIR)))

    def mind(self) -> None:
        """What the computer had in mind."""
        turn = next((turn for turn in self._opened.turns if turn.number == self.at), None)
        if turn is None:
            self.console.tell(say("This was no move of the computer's."))
            return
        for line in self._opened.lines(turn):
            self.console.tell(say("{about}. {words}", about=line.about, words=line.words), indent=2, hang=2)

    def taken(self, typed: str, policy: Computers, store: Store | None) -> Table | None:
        """The table at which the seats that were typed play on from here; None where there is no such seat or the talks
        were over."""
        if self.at == len(self.course.played):
            self.console.tell(say("The talks were over: there is nothing to take over."))
            return None
        try:
            people = [seat_of(self.course.scenario, each) for each in typed.split() or [""]]
        except StartError as fault:
            self.console.tell(not_begun(fault))
            return None
        seats = Start(levels=levels_in(self.course.record.seats)).seats(self.course.ids, *people)
        return take_over(self.course.record, self._source, self.at, seats, policy, store=store)


def step_through(
    console: Console,
    policy: Computers,
    found: Recorded,
    open_store: Callable[[], Store | None],
    at: int = 0,
    *,
    adviser: Adviser | None = None,
    debrief: Debriefer | None = None,
) -> int:
    """Go through a record as it is typed, from after `at` moves; the exit code. Raises `Fault` where its talks go on,
    `ReplayError` and `ScenarioError`."""
    try:
        course = Course.of(found.record, found.source)
    except SealedError:
        raise Fault(say("These talks are not over: only talks that are over are gone through move by move.")) from None
    steps = Stepping(console, course, found.source)
    title = course.scenario.title
    console.tell(say("{title}, move by move. Type ? to hear what can be typed.", title=title))
    steps.go(at)
    try:
        table, store = _answered(steps, policy, open_store)
    except (Gone, KeyboardInterrupt):
        return LEFT_OFF
    session = Session(console, table, adviser, (store, found.source) if store else None)
    session.debriefs = (debrief, found.source) if debrief else None
    session.recall()
    return session.play()


def _answered(steps: Stepping, policy: Computers, open_store: Callable[[], Store | None]) -> tuple[Table, Store | None]:
    """Do what is typed until a seat is taken: its table, and where that is kept. Raises `Gone` at the end."""
    while True:
        typed = steps.console.ask(say("Move {n}. Enter, b, a number, text, mind, take SEAT or q:", n=steps.at), _HELP)
        word, _, rest = typed.casefold().partition(" ")
        if not word and steps.at == len(steps.course.played):
            steps.console.tell(say("That was the last move."))
        elif not word:
            steps.go(steps.at + 1)
        elif word in ("b", "back"):
            steps.go(steps.at - 1)
        elif typed.isascii() and typed.isdigit():
            steps.go(int(typed[:6]))
        elif word == "text":
            steps.text()
        elif word == "mind":
            steps.mind()
        elif word == "take":
            if table := steps.taken(rest.strip(), policy, store := open_store()):
                return table, store
        else:
            steps.console.tell(say("{typed} is not understood here; type ? to hear what is.", typed=repr(typed[:40])))
