"""One table of a class: its talks, the people in its seats, and what each of them has to be told.

Nothing here reads a clock, a network or a disk but through the store: whoever serves a class hands in the time, in
seconds that only grow, calls `tick` when `next_tick` says so, and lets somebody think for the computer. What is done is
on disk before it is answered or shown to anybody; from what is kept there the table goes on with the same numbers.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from game.lesson.clocks import Clocks
from game.lesson.stream import AS_DESK, Form, Laid, Message, Picture, Stream, Wake
from game.scenario import AudienceId
from game.seat import Tray, changes, desk, encode, setting
from game.seat.memo import Memo, kept, using
from game.seat.tray import fits
from game.table import (
    ABSENCE,
    TEACHER,
    Act,
    Away,
    Back,
    Device,
    GameId,
    Keeping,
    Made,
    MoveId,
    Objection,
    StoreError,
    Suggest,
    Table,
    Task,
    Team,
    Teams,
    Thought,
    Views,
    act_on,
    harmless,
    is_word,
)
from game.talks import (
    CHAIR,
    GALLERY,
    USUAL_LEVEL,
    Admit,
    Excuse,
    KeepSilence,
    Move,
    Refused,
    Sits,
    could_be_of,
    ill_formed,
    level_of,
)
from game.text import DelegationId

SILENCE = 90.0
"""Seconds that run for an ally to which a text is circulated, before it has consented; and for any other answer of an
audience, before the computer gives it."""
PACE = 3.0
"""Seconds that the computer takes at least where people look on."""

MOST_RESULTS = 500
"""Results of working out desks that are kept for one table."""

_log = logging.getLogger(__name__)


class ClassTable:
    """A table of a class. It changes in place."""

    def __init__(
        self,
        table: Table,
        *,
        store: Keeping | None = None,
        level: Sits = USUAL_LEVEL,
        pace: float = PACE,
        silence: float = SILENCE,
    ) -> None:
        """A table at which nobody sits yet; `store` keeps what is done there, and keeps the moves of the table."""
        self.table = table
        seats = table.scenario.seats
        self.teams = Teams.of(seats)
        self.level = level
        """How well the computer plays a seat in which nobody is."""
        self.pace = pace
        self.silence = silence
        """Seconds that somebody who speaks for an audience is given to answer."""
        self._store = store
        self._acts = 0
        """How many acts are kept."""
        self._made: set[tuple[Device, MoveId]] = set()
        self._seen: dict[Device, float] = {}
        self._had: dict[Device, int] = {}
        self._clocks = Clocks()
        self._asked: tuple[int, DelegationId, float] | None = None
        """The version for which the computer thinks, in which seat, and since when."""
        self._thought: Thought | None = None
        self._memo = Memo(MOST_RESULTS)
        self._desks: dict[DelegationId, tuple[Views, Laid]] = {}
        """The last desks, each with the moment that it is laid from."""
        self._outside = frozenset(seats) - {*table.scenario.ids}
        """The seats of audiences."""
        watchers = (*seats, GALLERY, CHAIR)
        self._streams = {who: Stream(who, partial(self._picture, who)) for who in watchers}
        self._notice()

    @property
    def acts_kept(self) -> int:
        """How many acts are kept."""
        return self._acts

    # ---- people -------------------------------------------------------------------------------------------------

    def act(self, act: Act, now: float) -> Objection | None:
        """Do something beside the talks; why it cannot be done, or None. Whether a device is what it says it is, and
        whether the teacher may do what only he may, is for whoever serves the class to know. Raises `StoreError` where
        it could not be kept, and was not done."""
        strange = isinstance(act, Suggest) and not (
            ill_formed(act.move) is None and could_be_of(self.table.scenario, act.move)
        )
        if isinstance(act, Away | Made) or strange:
            return Objection(kind="no-move")
        self.sign_of_life(act.device, now)
        found = self._do(act)
        if found is None and self.teams.at(act.device):
            self._seen[act.device] = now
        self._let_in()
        return found

    def _do(self, act: Act) -> Objection | None:
        after = act_on(self.teams, act)
        if isinstance(after, Objection):
            return after
        if after is not self.teams:
            if self._store is not None and self.table.game is not None:
                self._store.keep_act(self.table.game, self._acts + 1, self.table.version, act)
            self.done(act)
        return None

    def sign_of_life(self, device: Device, now: float) -> None:
        """Note that a device is there. Raises `StoreError` where it had been away and that could not be kept."""
        team = self.teams.at(device)
        member = team.member(device) if team else None
        self._clocks.at(now, paused=self.teams.paused)
        if member is not None:
            self._seen[device] = now
            if member.away:
                self._do(Back(device))

    def submit(self, device: Device, id: MoveId, move: Move, seen: int, now: float) -> Refused | Objection | None:
        """Make a move, which answers the version that was seen; why it cannot be made, or None. Of moves of one device
        that have the same id only the first counts, and all have the answer that it was made; one that was refused may
        be sent again under its own. Raises `StoreError` where it could not be kept, and was not made."""
        self.sign_of_life(device, now)
        if not is_word(id):
            return Objection(kind="no-move")
        if (device, id) in self._made:
            return None
        seat = self._moving(device)
        if isinstance(seat, Objection):
            return seat
        made = Made(device, id)
        refused = self.table.submit(seat, move, seen, made, self._acts)
        if refused is None:
            self.done(made)
            with suppress(StoreError):  # whom a revocation has put out of a seat; what cannot be kept waits for a tick
                self._let_in()
        return refused

    def _let_in(self) -> None:
        """Let those audiences speak in whose seats somebody sits, and those no more who have all got up."""
        if self.table.verdict is not None:
            return
        for audience in self.table.scenario.audiences:
            seat = DelegationId(audience.id)
            taken, speaks = bool(self.teams.seats[seat].members), audience.id in self.table.spoken_for
            if taken and not speaks:
                self._by_itself(Admit(CHAIR, audience.id))
            elif speaks and not taken and seat not in self.table.seats:
                self._by_itself(Excuse(CHAIR, audience.id))

    def _by_itself(self, move: Move) -> Refused | None:
        """Make a move that is nobody's own."""
        refused = self.table.submit(move.by, move, self.table.version_for(move.by))
        if refused is None:
            self.done(None)
        return refused

    def _moving(self, device: Device) -> DelegationId | Objection:
        """The seat for which a device may move, or why it may not."""
        if device == TEACHER:
            return CHAIR
        team = self.teams.at(device)
        if team is None:
            return Objection(kind="not-seated")
        if team.pen != device:
            return Objection(kind="relieved" if team.relieved else "no-pen")
        return Objection(kind="paused") if self.teams.paused else team.seat

    # ---- time ---------------------------------------------------------------------------------------------------

    def tick(self, now: float) -> None:
        """Do what is due by the clock: whoever gave no sign of life is away, silence that has run out is consent, and
        what the computer has thought of is played. Raises `StoreError` where something could not be kept, and is tried
        again at the next."""
        self._clocks.at(now, paused=self.teams.paused)
        self._seen = {device: min(seen, now) for device, seen in self._seen.items()}
        for away in self.teams.silent(self._seen, now):
            self._do(away)
        self._let_in()
        for who in self.table.silent:
            if not self.teams.paused and self._clocks.over(who, self.silence):
                self._by_itself(KeepSilence(who))
        self._play(now)

    def next_tick(self) -> float | None:
        """When something is next due by the clock; None when nothing is."""
        there = (device for team in self.teams.seats.values() for device in team.there)
        due = [self._seen.get(device, 0.0) + ABSENCE for device in there]
        if self._thought and self._asked and not self.teams.paused:
            due.append(self._asked[2] + self.pace)
        if not self.teams.paused:
            due += self._clocks.due(self.silence)
        return min(due, default=None)

    def left(self, who: DelegationId, now: float) -> float | None:
        """Seconds that somebody who speaks for an audience has left to answer; None where nothing is asked."""
        self._clocks.at(now, paused=self.teams.paused)
        return self._clocks.left(who, self.silence)

    # ---- the computer -------------------------------------------------------------------------------------------

    def due(self, now: float) -> Task | None:
        """What the computer should think about now: a seat that is asked or that the talks wait for, where nobody is
        who could move, or whose time is over. Each is handed out once; None where there is none."""
        self._clocks.at(now, paused=self.teams.paused)
        who = next((who for who in (*self.table.waits_for, *self.table.asked) if self._computers(who)), None)
        if who is None or self.teams.paused:
            return None
        if self._asked and self._asked[:2] == (self.table.version, who):
            return None
        self._asked, self._thought = (self.table.version, who, now), None
        return self.table.task(who, level_of(self.table.seats.get(who, "person")) or self.level)

    def _computers(self, who: DelegationId) -> bool:
        """Whether it is for the computer to move: nobody is there, or has not answered in time."""
        late = who not in self.table.silent and self._clocks.over(who, self.silence)
        return late or self.teams.pen(who) is None

    def answer(self, thought: Thought, now: float) -> None:
        """Hand in what came of a task: it is played when its time is due, if that is still its to play. Raises
        `StoreError` where it could not be kept, and is tried again at the next tick."""
        if self._asked and self._asked[:2] == (thought.task.moves, thought.task.who):
            self._thought = thought
            self._play(now)

    def _play(self, now: float) -> None:
        thought = self._thought
        if thought is None or self._asked is None or self.teams.paused or now < self._asked[2] + self.pace:
            return
        who = thought.task.who
        if self.table.version == thought.task.moves and self._computers(who):
            refused = self._by_itself(thought.decision.move) if thought.decision is not None else None
            if thought.decision is None or refused is not None:
                _log.error("the computer has no move for %s: %s", who, refused and refused.kind)
                self._by_itself(harmless(thought.task.view))
        self._asked = self._thought = None

    # ---- messages -----------------------------------------------------------------------------------------------

    def setting(self, who: DelegationId) -> bytes:
        """What no move changes for a watcher, as JSON: it is sent once. Raises `LookupError` for none of this table."""
        seen = self.table.view(who)
        return kept(("setting", who), lambda: encode(setting(seen)).encode(), seen.scenario)

    def number(self, who: DelegationId) -> int:
        """The number of the last message for a watcher: a seat, `GALLERY` or `CHAIR`. Raises `LookupError`."""
        return self._streams[who].number

    def since(self, who: DelegationId, has: int, form: Form = AS_DESK) -> tuple[Message, ...]:
        """What a watcher lacks who has the message with this number, oldest first; 0 for whoever has none. Nothing for
        the seat of an audience for which nobody speaks. Raises `LookupError` for no watcher of this table."""
        with using(self._memo):
            return self._streams[who].since(has, form) if self._is_shown(who) else ()

    def lacks(
        self, device: Device, of: DelegationId, has: int, now: float, form: Form = AS_DESK
    ) -> tuple[Message, ...]:
        """The same for a device that sits here, which has that message `of` a seat: the whole, where it sits elsewhere
        now. It is a sign of life. Nothing for a device that does not sit here. Raises `StoreError` like that."""
        self.sign_of_life(device, now)
        team = self.teams.at(device)
        if team is None:
            return ()
        self._had[device] = has if of == team.seat else 0
        return self.since(team.seat, self._had[device], form)

    def behind(self, device: Device) -> int:
        """How many messages a device lacked when it last asked, with those that have come since."""
        team = self.teams.at(device)
        return self.number(team.seat) - self._had.get(device, 0) if team else 0

    def wait(self, who: DelegationId, wake: Wake) -> Callable[[], None]:
        """Be called once when a watcher has a message more; what comes back lets go of that. The call comes in the
        midst of whatever was done: it should note that, and ask later."""
        return self._streams[who].wait(wake)

    def preview(self, who: DelegationId, tray: Tray) -> bytes:
        """What another tray than an empty one changes on a desk, as a JSON Patch beside the number that it goes with:
        for whoever prepares something. It is no message, and nobody else's. Raises `LookupError` for a tray that speaks
        of what there is not."""
        seen = self.table.view(who)
        if not fits(seen, tray):
            raise LookupError("the tray is of other talks")
        patch = changes(desk(seen, Tray()), desk(seen, tray))
        return f'{{"number":{self.number(who)},"changes":{patch}}}'.encode()

    def _is_shown(self, who: DelegationId) -> bool:
        """Whether there is anything for a watcher to see: of the seats of audiences only where somebody speaks."""
        return who not in self._outside or AudienceId(who) in self.table.spoken_for

    def _picture(self, who: DelegationId) -> Picture:
        views = self.table.views
        before = self._desks.get(who)
        laid = before[1] if before and before[0] is views else Laid(views, who)
        self._desks[who] = views, laid
        return Picture(laid, self._sees_into(who), self.teams.paused)

    def _sees_into(self, who: DelegationId) -> tuple[Team, ...]:
        if who == CHAIR:
            return tuple([team for team in self.teams.seats.values() if team.members])
        return (self.teams.seats[who],) if who in self.teams.seats else ()

    # ---- what was done ------------------------------------------------------------------------------------------

    def done(self, act: Act | None) -> None:
        """Go on after one thing that is kept: a move, with the act by which a device made it or none, or an act beside
        the moves. Once for each, so that numbers are the same whenever a table is made from what was kept."""
        if act is not None:
            after = act_on(self.teams, act)
            if isinstance(after, Teams):
                self.teams = after
            self._acts += 1
            if isinstance(act, Made):
                self._made.add((act.device, act.id))
        moved = self.table.last_move if act is None or isinstance(act, Made) else None
        ids, asked = self.table.scenario.ids, (*self.table.waits_for, *self.table.asked)
        self._clocks.asked([who for who in asked if who not in ids], moved.by if moved else None)
        told = self._notice()
        with using(self._memo):
            for stream in told:
                stream.tell(seen=self._is_shown(stream.who))
        for stream in told:
            stream.wake()

    def _notice(self) -> list[Stream]:
        """The streams of those who see something else than before. Whatever comes of a move a watcher notices, or sees
        on the clock, or by whose turn it is (tests/lesson holds it, and tests/test_hidden_acts.py)."""
        table, versions = self.table, self.table.versions
        all_see = table.hours, table.floor, self.teams.paused
        return [
            stream
            for who, stream in self._streams.items()
            if stream.notice((versions[who], all_see, self._sees_into(who)))
        ]

    def keep_on(self, store: Keeping, game: GameId) -> None:
        """Keep what is done from now on behind what is kept there already."""
        self._store = store
        self.table.keep_on(store, game)
