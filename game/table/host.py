"""The table of one computer: it is opened, begun again or resumed here, the moves of the people before it are played,
the computer's delegations are pumped, and the screen goes from one person to the next.

No clock, no thread, no screen. A face owns the loop: it calls `pump` at every step with the time, hands over somebody
who thinks beside it, and is told when the talks have moved on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass

from game.scenario import WHOLE, Past, Seed, load, source_of
from game.speech import NOTHING_TO_ADD
from game.table.at_screen import AtScreen
from game.table.finding import LOST, Told, find_again
from game.table.opening import open_table, resume, take_over
from game.table.start import Start, levels_in, new_seed
from game.table.store import Store
from game.table.store_error import GameId, StoreError
from game.table.table import STALE, Table
from game.table.task import Computers, Thinking, Thought
from game.talks import CHAIR, Interpret, KeepSilence, Move, Record, Refused, Reply, Respond, Say, Sits, View, Vote, Why
from game.text import DelegationId

_log = logging.getLogger(__name__)


def _nothing() -> None:
    pass


AGAIN = 1.0
"""Seconds after which a move that could not be kept is tried again, and after which the store is looked at for what
another window has played."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A move that is made as soon as it can be kept: whose it is, the version that it answers, and what follows."""

    who: DelegationId
    move: Move
    seen: int
    then: Callable[[], None]


class Host:
    """The talks of one player, of several at one screen, or of nobody who watches; and whoever plays the other
    seats."""

    def __init__(self, policy: Computers, thinker: Thinking, *, store: Store | None = None, pace: float = 0.6) -> None:
        self.policy = policy
        self.store = store
        """Where talks are kept, or None when nothing is kept."""
        self.pace = pace
        """Seconds that a computer delegation takes at least."""
        self.tempo: float | None = None
        """The same as whoever watches these talks has set it; None: the pace, and infinite while they pause."""
        self.given = Start()
        """What was asked for before the first talks: who may have an adviser, and how well the computer plays."""
        self.table: Table | None = None
        self.screen = AtScreen()
        """Who plays here, and which of them is at the screen."""
        self.source: tuple[bytes, str] | None = None
        """The scenario file of these talks and its name, to begin them again."""
        self.thinking: DelegationId | None = None
        """The delegation that is thinking, or None."""
        self.seated: Callable[[], None] = _nothing
        """Called when a player has sat down somewhere, or left the table."""
        self.handed: Callable[[], None] = _nothing
        """Called when the screen is handed over, and when talks of several are over: nothing of a seat may be shown."""
        self.moved: Callable[[], None] = _nothing
        """Called after every move."""
        self.waiting: Waiting | None = None
        """The move that could not be kept and is tried again; None when there is none."""
        self.trouble: StoreError | None = None
        """Why what was played last could not be kept; None when all is well."""
        self.told: Told = ""
        """What the player should hear of how the talks are kept, until the next move of the player's."""
        self._again = 0.0
        self._thinker = thinker
        self._start = Start()
        self._asked: tuple[int, float] | None = None
        self._thought: Thought | None = None

    # ---- who is at the screen -----------------------------------------------------------------------------------

    @property
    def who(self) -> DelegationId | None:
        """The seat at the screen; None for whoever only watches, and while the screen is handed over."""
        return self.screen.who

    @property
    def handing(self) -> DelegationId | None:
        """To whose person the screen is being handed; nothing of any seat may be readable meanwhile."""
        return self.screen.handing

    @property
    def people(self) -> tuple[DelegationId, ...]:
        """The seats that people have at this computer."""
        return self.screen.people

    def take_seat(self, who: DelegationId) -> bool:
        """Whoever the screen is handed to says that it is them. Whether it was handed to them, and they sit now."""
        if self.handing != who:
            return False
        self.screen = self.screen.taken(who)
        self.seated()
        return True

    def cover(self) -> None:
        """Whoever is at the screen is called away from it, or has looked enough: nothing of theirs is shown until they
        are back, and if the talks wait for another, the screen is handed to that one."""
        if self.table is not None and self.who is not None:
            self.screen = self._next(self.table, self.screen.covered())
            self.handed()

    def pass_to(self, who: DelegationId) -> None:
        """Another person asks for the screen while it is handed over, to look at what is theirs."""
        if self.handing is not None and who in self.people:
            self.screen = self.screen.passed(who)
            self.handed()

    def _look_who(self) -> bool:
        """See whom the talks wait for now. Whether somebody else is to be at the screen."""
        if self.table is None:
            return False
        before = self.screen
        self.screen = self._next(self.table, before)
        return self.screen != before

    def _next(self, table: Table, before: AtScreen) -> AtScreen:
        """Who is to be at the screen. An ally that was sounded answers before the talks go on, be it that they would
        not wait for that."""
        asked = [who for who in table.asked if who in before.people]
        return before.after(asked or table.waits_for, over=table.verdict is not None)

    def _moved_on(self, then: Callable[[], None] = _nothing) -> None:
        """The talks have moved on: tell of it first, and hand the screen over when all has been done about it. Whomever
        a revocation has put out of a seat is let in again."""
        if self.table is not None:
            with suppress(StoreError):
                self.table.let_in((*self.table.seats, *self.people))
        handed = self._look_who()
        self.moved()
        then()
        if handed:
            self.handed()

    # ---- which table --------------------------------------------------------------------------------------------

    def begin(
        self,
        scenario: str,
        seat: DelegationId | None,
        seed: Seed | None = None,
        *,
        as_written: bool = False,
        past: Past | None = None,
        levels: Mapping[str, Sits] | None = None,
        edition: str = WHOLE,
        also: Collection[DelegationId] = (),
    ) -> Table:
        """Open a table; `seat` is the player's, `also` are those of others before the same screen, and the computer has
        the rest (all of them for None). With several people it begins with handing the screen to the first that the
        talks wait for. Instructions, past, levels and edition are as in `Start`. Raises `ScenarioError` and
        `StoreError`."""
        self._start = Start(
            None, None, seed, as_written, past, levels or self.given.levels, self.given.adviser, edition
        )
        return self._open(source_of(scenario), scenario, seat, seed, also)

    def again(self, seat: DelegationId | None, also: Collection[DelegationId] = ()) -> Table:
        """The scenario of the running or ended talks from the beginning, as it was read and opened for them."""
        if self.source is None:
            raise StoreError("no-talks")
        return self._open(*self.source, seat, None, also)

    def _open(
        self, source: bytes, name: str, seat: DelegationId | None, seed: Seed | None, also: Collection[DelegationId]
    ) -> Table:
        told, people = load(source, name, self._start.edition), _all(seat, also)
        for who in people:
            if who not in told.seats:
                raise StoreError("no-delegation", written=repr(who), names=told.seats)
        start = self._start
        table = open_table(
            source, name, start.seats(told.ids, *people), self.policy, seed=new_seed() if seed is None else seed,
            store=self.store, as_written=start.as_written, past=start.past, adviser=start.adviser,
            edition=start.edition,
        )  # fmt: skip
        self.source = (source, name)
        return self.sit(table, *people)

    def take_over(self, record: Record, at: int, seat: DelegationId, also: Collection[DelegationId] = ()) -> Table:
        """New talks from where others stood after so many moves, with the player in a seat, others before the same
        screen in these, and the computer in the rest, at the levels at which they were played. Raises what `take_over`
        raises."""
        if self.source is None:
            raise StoreError("no-talks")
        source, name = self.source
        self._start = _as_opened(record, levels_in(record.seats))
        people = _all(seat, also)
        seats = self._start.seats(load(source, name, record.edition).ids, *people)
        return self.sit(take_over(record, source, at, seats, self.policy, store=self.store), *people)

    def resume(self, game: GameId) -> Table:
        """Go on with talks that were kept, in the seats of persons, also of whom the chair has let in; with several it
        begins with handing the screen to the first that the talks wait for. Raises `StoreError`."""
        if self.store is None:
            raise StoreError("no-store")
        table = resume(self.store, game, self.policy)
        record, source = self.store.load(game)
        self.source = (source, table.scenario.id)
        self._start = _as_opened(record, levels_in(table.seats))
        there = {**dict.fromkeys(map(DelegationId, table.spoken_for), "person"), **table.seats}
        return self.sit(table, *(who for who, sits in there.items() if sits == "person"))

    def sit(self, table: Table, *people: DelegationId) -> Table:
        """Take seats at a table that is open already, or only watch it."""
        self.leave()
        self.table = table
        with suppress(StoreError):
            table.let_in(people)  # the chair may have excused them, or talks broken off before they were let in
        self.screen = AtScreen(tuple(who for who in table.scenario.seats if who in people))
        self._look_who()
        self.seated()
        return table

    def leave(self) -> None:
        """Get up from the table. The talks stay where they are kept."""
        self.table = self.thinking = self.waiting = self.trouble = self._asked = self._thought = None
        self.screen, self.told, self.tempo = AtScreen(), "", None
        self.seated()

    # ---- moves --------------------------------------------------------------------------------------------------

    def submit(self, move: Move, seen: int, then: Callable[[], None] = _nothing) -> Refused | None:
        """The player's move, answering the version that was seen; why it cannot be made, or None. `then` follows when
        it is made.

        Raises `StoreError` if it could not be kept, and was not made: it waits then, and is tried again at each pump
        until it can be, or until another one is made or it is taken back.
        """
        if self.table is None or self.who is None:
            return Refused(kind=Why.NO_TABLE)
        self.told = ""
        return self._submit(Waiting(self.who, move, seen, then))

    def preside(self, move: Move) -> Refused | None:
        """A move of the chair's, whoever is at the screen; why it cannot be made, or None. Raises `StoreError` as
        `submit` does."""
        if self.table is None:
            return Refused(kind=Why.NO_TABLE)
        return self._submit(Waiting(CHAIR, move, self.table.version_for(CHAIR), _nothing))

    def take_back(self) -> None:
        """Let go of a move of the player's that waits to be kept."""
        if self.waiting and self.waiting.who == self.who:
            self.waiting = self.trouble = None

    @property
    def solo(self) -> bool:
        """Whether one person plays against the computer alone: only then is a move taken back by whoever made it."""
        persons = [who for who, sits in self.table.seats.items() if sits == "person"] if self.table else []
        return len(self.people) == 1 and set(persons) <= set(self.people)

    def think_again(self, then: Callable[[Move], None]) -> bool:
        """Take the last move of whoever plays alone back, with all that was answered to it; one that waits to be kept
        was not made yet, and is let go of. Whether there is any; `then` is told which it was when it is taken back.
        Raises `StoreError` as `submit` does."""
        if self.table is None or self.who is None or not self.solo:
            return False
        if self.waiting and self.waiting.who == self.who:
            self.take_back()
            return True
        revoke = self.table.back(self.who)
        if revoke is None:
            return False
        taken = self.table.move(revoke.version + 1)
        self._submit(Waiting(CHAIR, revoke, self.table.version_for(CHAIR), lambda: then(taken)))
        return True

    def _submit(self, made: Waiting) -> Refused | None:
        assert self.table is not None
        self.waiting = self.trouble = None
        try:
            refused = self.table.submit(made.who, made.move, made.seen)
        except StoreError as fault:
            version = self.table.version
            if fault.kind == "another-window":
                self._catch_up()
                if self.table.version != version:
                    return STALE
                fault = self.trouble or fault
            if self.trouble is None:
                _log.warning("the move of %s could not be kept: %s", made.who, fault)
            self.waiting, self.trouble = made, fault
            raise
        if refused is None:
            self._moved_on(made.then)
        return refused

    def pump(self, now: float) -> bool:
        """Ask the delegation whose turn it is, and play its answer when it has come and its time is due; try again what
        could not be kept; `now` is in seconds. True if something is to be told that was not before."""
        if self.table is None:
            return False
        before = (self.thinking, self.trouble, self.told)
        if now - self._again >= AGAIN or now < self._again:
            self._again = now
            self._look_after(self.table)
        if self._asked is None or self._asked[0] != self.table.version:
            task = self.table.due()
            self.thinking, self._asked, self._thought = task.who if task else None, None, None
            if task:
                self._asked = (self.table.version, now)
                self._thinker.ask(task)
        while thought := self._thinker.answer():
            about, ours = thought.task.view.scenario, self.table.scenario
            if (about.id, about.edition) == (ours.id, ours.edition):
                self._thought = thought
        if self._asked and now < self._asked[1]:
            self._asked = (self._asked[0], now)  # the clock has gone back
        pace = self.pace if self.tempo is None else self.tempo
        if self._thought and self._asked and not self.waiting and now - self._asked[1] >= pace:
            thought, self._thought = self._thought, None
            self._play(thought)
        return before != (self.thinking, self.trouble, self.told)

    def _play(self, thought: Thought) -> None:
        who = thought.task.who
        if self.table is None or thought.task.moves != self.table.version or who != self.thinking:
            self._asked = None
            return
        refused: Refused | None = Refused(kind=Why.NO_SUCH_MOVE)
        with suppress(StoreError):  # it waits
            if thought.decision:
                refused = self._submit(Waiting(who, thought.decision.move, thought.version, _nothing))
            if refused and refused != STALE:
                _log.error("the move of %s was refused: %s", who, refused.kind)
                self._submit(Waiting(who, harmless(thought.task.view), thought.version, _nothing))

    # ---- what could not be kept ---------------------------------------------------------------------------------

    def _look_after(self, table: Table) -> None:
        """Try again what waits, and see whether another window has played these talks."""
        if self.trouble and self.trouble.trouble in LOST:
            self._find_again(table)
        if self.waiting:
            with suppress(StoreError):  # it waits on
                self._submit(self.waiting)
        elif self.store and table.game is not None and not self.trouble:
            with suppress(StoreError):
                if self.store.moves(table.game) > table.version:
                    self._catch_up()
            self.store.settle()

    def _catch_up(self) -> None:
        """Go on to where the talks stand in the store, if that is a course of these."""
        if self.table is None or self.store is None:
            return
        try:
            changed = self.table.catch_up(self.store)
        except StoreError as fault:
            self.trouble = fault
            return
        if changed:
            self.told, self._asked, self.waiting = "caught-up", None, None
            self._moved_on()

    def _find_again(self, table: Table) -> None:
        if self.store is not None and self.source is not None:
            with suppress(StoreError):
                self.told = find_again(table, self.store, self.source[0])


def _as_opened(record: Record, levels: Mapping[str, Sits]) -> Start:
    """How talks like those of a record begin."""
    opened = (record.as_written, record.past, levels, record.adviser, record.edition)
    return Start(None, None, None, *opened)


def _all(seat: DelegationId | None, also: Collection[DelegationId]) -> tuple[DelegationId, ...]:
    """The seats of people, each once."""
    return tuple(dict.fromkeys((*(() if seat is None else (seat,)), *also)))


def harmless(view: View) -> Move:
    """What a seat does whose own move was refused: what must be done, at its mildest, else a few words."""
    who = view.who
    due: tuple[Move, ...] = (
        *(Respond(who, "sit"), Interpret(who)), *(KeepSilence(who), Vote(who, aye=True), Reply(who, "yes"))
    )  # fmt: skip
    return next((move for move in due if move in view.legal.moves), Say(who, remark=NOTHING_TO_ADD))
