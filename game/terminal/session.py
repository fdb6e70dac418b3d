"""A game at the terminal: choose, read the cable, play to the end. Every move is kept before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from game.scenario import shipped
from game.seat import Seated, since
from game.table import (
    LOST,
    AtScreen,
    Store,
    StoreError,
    Table,
    find_again,
)
from game.talks import CHAIR, GALLERY, Move, Record, Refused
from game.talks.events import Event
from game.terminal.advising import Ear
from game.terminal.chairing import Chair
from game.terminal.console import Console, Gone
from game.terminal.ending import show_ending
from game.terminal.handover import hand_over, introduce
from game.terminal.outside import show_sheet
from game.terminal.phrases import tell_events, tell_who_came
from game.terminal.read_commands import show_background, show_brief
from game.terminal.starting import follows_words
from game.terminal.turn import HELP, Known, take_turn
from game.text import DelegationId
from game.words import phrase, say
from game.words.levels import played, short_names
from game.words.names import seat
from game.words.starting import guessable, taken_over
from game.words.storage import how_kept, not_kept

if TYPE_CHECKING:
    from game.words.adviser import Adviser

Debriefer: TypeAlias = "Callable[[Console, Record, bytes, DelegationId | None], None]"
"""Tells of finished talks, given their record and scenario file, to somebody who is called you."""

_RECALLED = 6
"""Events of the record that are told again when talks are resumed."""

OVER, LEFT_OFF, UNSAVED, BROKEN_OFF = 0, 0, 1, 130


class Session:
    """One table at this terminal, and what each person there has heard, knows, prepared and is advised."""

    def __init__(
        self,
        console: Console,
        table: Table,
        adviser: Adviser | None = None,
        kept: tuple[Store, bytes] | None = None,
        *,
        chaired: bool = False,
    ) -> None:
        """`kept` is where the talks are kept, with the scenario file that they are played with; `chaired` says whether
        the chair's moves can be typed here."""
        self.console = console
        self.table = table
        self._kept = kept
        self.people = self._here()
        """The seats that are played here."""
        self._chair = Chair(console, table, self._lead if chaired else None)
        self._ears = {who: self._ear(adviser, place) for place, who in enumerate(self.people)}
        self._heard: dict[DelegationId, Sequence[Event]] = {}
        self._known: dict[DelegationId, Known] = {}
        self._called: dict[DelegationId, tuple[str, str]] = {}
        """Who asked whoever speaks for an audience when it was at the keyboard last, and in which stretch."""
        self._unread = set(self.people)
        """Who has not read the cable yet."""
        self._screen = AtScreen(self.people).after((), over=False)
        """Who is at the keyboard."""
        self._shared = len(self.people) > 1
        """Whether several people have been at it."""
        self._conferring: DelegationId | None = None
        self._unsaved = False
        """Whether the last move could not be kept."""
        self.debriefs: tuple[Debriefer, bytes] | None = None
        """Who tells of the talks when they are over, with the scenario file."""

    def _ear(self, adviser: Adviser | None, place: int) -> Ear:
        """The ear of the person at this place among those here; that it was closed is remembered with the talks, where
        they are kept."""
        game = self.table.game
        if self._outside(self.people[place]):
            return Ear()
        if adviser is None or not self.table.adviser or self._kept is None or game is None:
            return Ear(adviser if self.table.adviser else None)
        store, _ = self._kept
        ear = Ear(adviser, lambda hushed: store.hush(game, hushed=hushed, place=place))
        ear.hushed = store.hushed(game, place)
        return ear

    def _here(self) -> tuple[DelegationId, ...]:
        """The seats of people; whoever the chair lets speak for an audience does so here."""
        seats, seated = self.table.seats, Seated(self.table.view(GALLERY)).desk.seated
        sitting = (*self.table.scenario.ids, *map(DelegationId, seated))
        return tuple(who for who in sitting if seats.get(who, "person") == "person")

    def _lead(self, move: Move) -> Refused | None:
        """Make a move of the chair's. Raises `StoreError`."""
        refused = self._submit(CHAIR, move, self.table.version_for(CHAIR))
        if (people := self._here()) != self.people:
            self._unread |= {who for who in people if who not in self.people}
            # Whoever is left alone has to be asked for too: another's papers may lie on the screen.
            self.people, self._screen = people, AtScreen(people).after((), over=False).covered()
            self._shared = True
        return refused

    def _back(self, who: DelegationId) -> bool:
        """Take the last move of whoever plays alone back, with all that was answered to it; whether there was any.
        Raises `StoreError`."""
        revoke = self.table.back(who)
        return revoke is not None and self._lead(revoke) is None

    def begin(self) -> None:
        """Background and, where one person plays alone, the cable, before the first move."""
        show_background(self.console, self.table.scenario)
        record = self.table.record()
        if record.past:
            self.console.tell(follows_words(record.past))
        if record.as_written:
            self.console.tell(say("The instructions are those of the scenario file: nothing in them is drawn."))
        if self.table.guessable:
            self.console.tell(guessable())
        if self._alone:
            self._read_cable(self._alone)

    @property
    def _alone(self) -> DelegationId | None:
        """The only person who plays here."""
        return self.people[0] if len(self.people) == 1 else None

    def _read_cable(self, who: DelegationId) -> None:
        self._unread.discard(who)
        if self._outside(who):
            self.console.ask(say("Press Enter to read whom you watch."), HELP)
            show_sheet(self.console, Seated(self.table.view(who)))
            self.console.ask(say("Press Enter to begin."), HELP)
            return
        mine = self.table.scenario[who]
        self.console.ask(say("Press Enter to read your cable."), HELP)
        self.console.tell(say("Your delegation: {name}, {role:nostop}.", name=mine.name, role=mine.role))
        show_brief(self.console, Seated(self.table.view(who)))
        self.console.ask(say("Press Enter to begin."), HELP)

    def _outside(self, who: DelegationId) -> bool:
        """Whether a seat is an audience's."""
        return who not in self.table.scenario.ids

    def recall(self) -> None:
        """Let each person hear the end of the record again: where several play here, all since their own last move."""
        noticed = self.table.version_for(self._alone or GALLERY)
        state = say("The talks go on after move {n}.", n=noticed)
        if self.table.verdict:
            state = say("These talks are over.")
        title, against = self.table.scenario.title, played(short_names(self.table.scenario), self.table.seats)
        if against:
            self.console.tell(say("{title}, against {them}. {state}", title=title, them=against, state=state))
        else:
            self.console.tell(say("{title}. {state}", title=title, state=state))
        if self.table.carried:
            self.console.tell(taken_over(self.table.carried))
        for who in self.people:
            record, moved = self.table.heard(who), Seated(self.table.view(who)).desk.since
            place = max(0, len(record) - _RECALLED)
            self._heard[who] = record[: place if self._alone else min(place, moved)]
            if self._alone or moved:
                self._unread.discard(who)

    def play(self, *, begins: bool = False) -> int:
        """Play on until the talks are over or the player leaves; the program's exit code."""
        try:
            if begins:
                self.begin()
            if len(self.people) > 1 and self.table.verdict is None:
                introduce(self.console, self.table.scenario, self.people)
            while self.table.verdict is None:
                self._turn()
        except Gone:
            self._leave()
            return UNSAVED if self._unsaved else LEFT_OFF
        except KeyboardInterrupt:
            self.console.tell()
            self._leave()
            return BROKEN_OFF
        self._end()
        return OVER

    def _turn(self) -> None:
        task = self.table.due()
        called = self._caller()
        if task is None or called:
            self._person((called,) if called else self.table.waits_for)
            return
        if self._conferring != task.who:
            self.console.tell(say("{who:head} confers…", who=seat(self.table.scenario, task.who)))
            self._conferring = task.who
        move = task.decide().move
        try:
            refused = self._submit(task.who, move, task.version)
        except StoreError as fault:
            self.console.tell(not_kept(fault))
            self.console.ask(say("Press Enter to try again."), HELP)
            return
        if refused:
            raise RuntimeError(f"the computer's move was refused: {refused.kind}")
        if self._alone and self._outside(self._alone):
            self._hear(self._alone)

    def _caller(self) -> DelegationId | None:
        """Somebody here who speaks for an audience, is not waited for, and should be at the keyboard all the same: it
        has not read whom it watches, it has been sounded, or another stretch of the talks has begun and it can print or
        is the only one here."""
        for who in filter(self._outside, self.people):
            desk = Seated(self.table.view(who)).desk
            judging = desk.judging
            if judging is None or desk.my_turn:
                continue
            prints = judging.power == "press" and not judging.printed
            before, asked = self._called.get(who, ("", "")), judging.asked_by or ""
            now = asked, str(desk.now.phase) if prints or self._alone else before[1]
            self._called[who] = now
            if who in self._unread or (asked and asked != before[0]) or now[1] != before[1]:
                return who
        return None

    def _submit(self, who: DelegationId, move: Move, seen: int) -> Refused | None:
        """Make a move. Where another window has played these talks, they go on as they stand there and the move is
        dropped; where the file is gone or damaged, a sound one is looked for. Raises `StoreError` if it cannot be
        kept."""
        self._unsaved, before = True, self.table.version
        try:
            refused = self.table.submit(who, move, seen)
        except StoreError as fault:
            if self._kept is None or (fault.kind != "another-window" and fault.trouble not in LOST):
                raise
            store, source = self._kept
            if fault.trouble in LOST:
                if told := how_kept(find_again(self.table, store, source)):
                    self.console.tell(told)
            else:
                self.table.catch_up(store)
            if self.table.version != before:
                self.console.tell(how_kept("caught-up"))
                self._unsaved = False
                return None
            refused = self.table.submit(who, move, seen)
        self._unsaved = False
        return refused

    def _sit_down(self, waited: Collection[DelegationId]) -> DelegationId | None:
        """Who of the people here is waited for, once they are at the keyboard; None where the chair has made a move
        meanwhile. Raises `Gone`."""
        before, self._screen = self._screen, self._screen.after(waited, over=False)
        if who := self._screen.handing:
            if before.who:
                self._hear(before.who)
            if not hand_over(self.console, self.table.scenario, who, self._chair):
                return None
            self._screen = self._screen.taken(who)
        assert self._screen.who, "the talks wait for nobody here"
        return self._screen.who

    def _person(self, waited: Collection[DelegationId]) -> None:
        if (who := self._sit_down(waited)) is None:
            return
        self._conferring = None
        if self._kept:
            self._kept[0].settle()
        head = phrase("So far:") if who in self._unread else phrase("Since you looked:")
        if who in self._unread:
            self._read_cable(who)
        if not self._alone and since(self._heard.get(who, ()), self.table.heard(who)):
            self.console.tell(say(head))
        self._hear(who)
        known = self._known.setdefault(who, Known())
        others = [each for each in self.people if each != who and self._outside(each)]
        known.outside, known.handed = {each: seat(self.table.scenario, each) for each in others}, None
        known.back = (lambda: self._back(who)) if self._alone else None
        here = known.kept.after(self.table.view(who)) if known.kept else Seated(self.table.view(who))

        def submit(move: Move) -> Refused | None:
            return self._submit(who, move, here.desk.version)

        take_turn(self.console, here, submit, self._ears.setdefault(who, Ear()), known, self._chair)
        if who in self.people:
            self._hear(who)
        if known.handed:
            self._person((known.handed,))

    def _hear(self, who: DelegationId) -> None:
        record = self.table.heard(who)
        tell_events(self.console, self.table.scenario, since(self._heard.get(who, ()), record))
        self._heard[who] = record

    def _end(self) -> None:
        if self._screen.who:
            self._hear(self._screen.who)
        me = self._alone if self._alone and not self._outside(self._alone) else None
        first = self._alone or GALLERY
        show_ending(self.console, Seated(self.table.view(first)))
        tell_who_came(self.console, self.table)
        game = self.table.game
        name = self.table.scenario.id if self.table.scenario.id in shipped() else "FILE"
        self.console.tell()
        if game is not None:
            again = phrase("To hear it again: {again}. To keep a copy: {copy}.")
            copy = f"as-appropriate export {game} FILE"
            self.console.tell(say(again, again=f"as-appropriate replay {game}", copy=copy))
        watch, play = f"as-appropriate watch {name}", "as-appropriate play"
        self.console.tell(say("To hear the computer at it: {watch}. To play again: {play}.", watch=watch, play=play))
        if self.debriefs is not None:
            debrief, source = self.debriefs
            with suppress(KeyboardInterrupt):
                debrief(self.console, self.table.record(), source, me)

    def _leave(self) -> None:
        """Say whether the talks are kept; what stands there of one of several people's is taken off before."""
        if self._shared:
            self.console.clear()
        if self.table.game is None:
            self.console.tell(say("You leave the program. These talks were not kept."))
        else:
            resume = f"as-appropriate resume {self.table.game}"
            self.console.tell(say("You leave the program. The talks are kept: {resume}.", resume=resume))
