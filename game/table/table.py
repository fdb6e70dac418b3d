"""One running talks: who sits where, which version is current, whose answer is due, and its record.

No clock, no thread, no screen: whoever owns the loop pumps it. A face asks `due`, lets the policy think on the view
that the task carries, wherever it likes, and submits the answer with the version that it answers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Protocol

from game.scenario import AudienceId, Past, Scenario, draws, turn_chance
from game.table.acts import Act
from game.table.keeping import Keeping
from game.table.store_error import GameId, StoreError
from game.table.task import Computers, Task
from game.table.views import Views
from game.talks import (
    CHAIR,
    Admit,
    Excuse,
    Move,
    Record,
    Refused,
    ReplayError,
    Revoke,
    Sits,
    Talks,
    Verdict,
    View,
    Why,
    back,
    called_on,
    ill_formed,
    level_of,
    past_of,
    play,
    read_move,
    replay,
    verdict,
    version,
    versions,
    watchers,
    write_move,
    write_record,
)
from game.talks.events import Event
from game.text import DelegationId, IssueId

STALE = Refused(kind=Why.MOVED_ON)
"""The answer to a move that was thought out before the last one."""
NOT_YOUR_NAME = Refused(kind=Why.ANOTHERS_NAME)
"""The answer to a move that is not the seat's own."""


class Keeper(Protocol):
    """What a table needs of a place to keep moves; `Keeping` is one."""

    def append(
        self,
        game: GameId,
        seq: int,
        body: str,
        *,
        ended: bool = False,
        act: Act | None = None,
        acts: int | None = None,
    ) -> None:
        """Keep a move, with the act by which it was made, behind so many acts; returning means that both are on
        disk."""


class Table:
    """One running talks. The only thing of its room that changes in place."""

    def __init__(
        self,
        talks: Talks,
        seats: Mapping[DelegationId, Sits],
        policy: Computers,
        kept: tuple[Keeper, GameId] | None = None,
        record: Record | None = None,
    ) -> None:
        self._talks = talks
        self.adviser = record.adviser if record else True
        """Whether the people here may ask an adviser; whoever opens the table decides, and the record says so."""
        self._digest = record.digest if record else ""
        self._as_written = record.as_written if record else False
        self._past = record.past if record else None
        self.carried = record.carried if record else 0
        """How many of the moves were made in other talks, from which these were taken over."""
        self.views = Views(talks)
        """What everybody sees now; whoever keeps it sees this moment later, too."""
        self._ended: tuple[Talks | None, Verdict | None] = (None, None)
        """The talks for which it was last worked out how they ended, and how."""
        self.seats = dict(seats)
        self._policy = policy
        self._kept = kept

    @property
    def version(self) -> int:
        """How many moves have been played."""
        return self._talks.version

    @property
    def floor(self) -> DelegationId:
        """Whose turn it is, or was when the talks ended."""
        return self._talks.floor

    @property
    def last_move(self) -> Move | None:
        """The move that was played last; None before the first."""
        return self._talks.moves[-1] if self._talks.moves else None

    @property
    def hours(self) -> float:
        """Hours of talks so far."""
        return self._talks.hours

    @property
    def scenario(self) -> Scenario:
        """The public half of the scenario."""
        return self._talks.scenario.sealed_for(None)

    @property
    def guessable(self) -> bool:
        """Whether a number decides what is drawn: whoever tries the numbers finds the one that drew his instructions,
        and with it the others'. Instructions that are as written are no secret at all."""
        told = self._talks.scenario
        drawn = not self._as_written and bool(told.draw or told.happenings)
        return drawn and isinstance(self._talks.seed, int)

    @property
    def drawn(self) -> bool:
        """Whether the instructions are drawn, and not those of the file."""
        return draws(self._talks.scenario, as_written=self._as_written)

    @property
    def deadline(self) -> float:
        """Hours of talks at which the clock strikes."""
        return self._talks.deadline

    @property
    def brackets(self) -> tuple[IssueId, ...]:
        """The issues that are open."""
        return self._talks.brackets

    @property
    def frozen(self) -> bool:
        """Whether the text is initialled by all: no hours pass."""
        return self._talks.closing

    @property
    def answering(self) -> bool:
        """Whether a package waits for whoever has the floor, be it off the record: for the chair to know."""
        return any(self.floor in package.waits_for for package in self._talks.packages)

    @property
    def asking(self) -> bool:
        """Whether whoever has the floor waits for a capital: for the chair to know."""
        return any(cable.by == self.floor for cable in self._talks.cables)

    @property
    def saved(self) -> bool:
        """Whether every move is kept on disk before it is shown."""
        return self._kept is not None

    @property
    def game(self) -> GameId | None:
        """The number of these talks in the store."""
        return self._kept[1] if self._kept else None

    @property
    def untouched(self) -> bool:
        """Whether nobody has moved yet, but for the chair."""
        return all(move.by == CHAIR for move in self._talks.moves)

    @property
    def verdict(self) -> Verdict | None:
        """How the talks ended, or None while they go on."""
        talks, found = self._ended
        if talks is not self._talks:
            # Who pumps a table asks at every step, also long after the end.
            found = verdict(self._talks)
            self._ended = (self._talks, found)
        return found

    def view(self, who: DelegationId) -> View:
        """What one watcher sees now: a delegation, an audience that somebody speaks for, `GALLERY` or `CHAIR`. Raises
        `LookupError`."""
        return self.views.of(who)

    def heard(self, who: DelegationId) -> tuple[Event, ...]:
        """What one watcher has heard so far, oldest first."""
        return self.view(who).record

    def version_for(self, seat: DelegationId) -> int:
        """The version that a seat has before it, whoever it is."""
        return version(self._talks, seat)

    @property
    def versions(self) -> Mapping[DelegationId, int]:
        """The same for all who may watch."""
        return versions(self._talks)

    def submit(
        self, seat: DelegationId, move: Move, seen: int, act: Act | None = None, acts: int | None = None
    ) -> Refused | None:
        """Play a move that a seat makes after it has seen version `seen` of its view: it is on disk before this
        returns, with the act by which it was made, or it was not made. `acts` is how many acts whoever makes it knows.

        A refusal says why; a move that would not be read back as it is, is none. Raises `StoreError` if the move could
        not be saved; the talks then stay as they were.
        """
        if wrong := ill_formed(move):
            return wrong
        if move.by != seat:
            return NOT_YOUR_NAME
        if seen != self.version_for(seat):
            return STALE
        played = play(self._talks, move)
        if isinstance(played, Refused):
            return played
        if self._kept:
            line = write_move(move)
            if not _reads_back(line, move):
                return Refused(kind=Why.ILL_FORMED, written="record")
            keeper, game = self._kept
            keeper.append(game, played.version, line, ended=played.over, act=act, acts=acts)
        self._went_on(played)
        return None

    def _went_on(self, talks: Talks) -> None:
        self._talks = talks
        self.views = Views(talks)

    def catch_up(self, store: Keeping) -> bool:
        """Go on to where these talks stand in the store: another window may have played them, or an older copy of the
        file lie there, which then gets the moves that it lacks. Whether there was anything to do.

        Raises `StoreError` where other moves are kept than were played here, or none at all.
        """
        if self._kept is None:
            return False
        game, talks = self._kept[1], self._talks
        record, _ = store.load(game)
        both = min(len(record.moves), talks.version)
        opening, opened = (replace(each, moves=(), seats={}) for each in (record, self.record()))
        if record.moves[:both] != talks.moves[:both] or opening != opened:
            raise StoreError("another-course", game=game)
        for seq, move in enumerate(talks.moves[both:], both + 1):
            store.append(game, seq, write_move(move), ended=talks.over and seq == talks.version)
        talks, stopped = replay(talks, record.moves[both:])
        if stopped:
            raise StoreError("another-course", game=game)
        changed = len(record.moves) != self.version
        self._kept = (store, game)
        self._went_on(talks)
        return changed

    def follow(self, move: Move) -> None:
        """Play a move that another program has made at this table, and kept. Raises `ReplayError`."""
        played = play(self._talks, move)
        if isinstance(played, Refused):
            raise ReplayError(self._talks.scenario, self.version + 1, played)
        self._went_on(played)

    def keep_on(self, store: Keeping, game: GameId) -> None:
        """Keep what is played from now on behind what is kept there already: these same talks."""
        self._kept = (store, game)

    def keep_anew(self, store: Keeping, source: bytes) -> None:
        """Keep the whole of these talks under a new number. Raises `StoreError`."""
        title, over = self._talks.scenario.title, self._talks.over
        self._kept = (store, store.begin(self.record(), title, source, ended=over))

    @property
    def waits_for(self) -> tuple[DelegationId, ...]:
        """The seats that the talks wait for now; none when they are over."""
        waited = self._talks.waits_for
        return tuple(who for who in watchers(self._talks) if who in waited)

    @property
    def asked(self) -> tuple[DelegationId, ...]:
        """The seats outside that were sounded and have not answered; the talks go on without that."""
        return () if self.verdict is not None else tuple(DelegationId(each) for each in self._talks.asked)

    @property
    def silent(self) -> tuple[DelegationId, ...]:
        """Those for whom silence runs, which will be consent."""
        silence = self._talks.silence
        return tuple(who for who in self.waits_for if silence is not None and AudienceId(who) in silence.waits_for)

    @property
    def spoken_for(self) -> frozenset[AudienceId]:
        """The audiences for which somebody speaks."""
        return self._talks.seated

    def due(self) -> Task | None:
        """The computer's seat to which the talks turn: that they wait for, that has been asked, or that prints; None
        when they wait for a person or are over."""
        levels = ((who, level_of(self.seats.get(who, "person"))) for who in called_on(self._talks))
        who, level = next(((who, level) for who, level in levels if level is not None), (None, None))
        if who is None or level is None:
            return None
        return self.task(who, level)

    def task(self, who: DelegationId, level: Sits) -> Task:
        """A seat of these for the computer to think about, at a level."""
        chance = turn_chance(self._talks.seed, who, self.version)
        policy = self._policy[level] if isinstance(self._policy, Mapping) else self._policy
        return Task(who, self.view(who), policy, chance, self.version)

    def admit(self) -> None:
        """Let those audiences in for which somebody has a seat here, and nobody speak for others any more. Raises
        `StoreError`."""
        seated = self.spoken_for
        self.let_in(self.seats)
        for audience in sorted(seated):
            if DelegationId(audience) not in self.seats:
                self.submit(CHAIR, Excuse(CHAIR, audience), self.version_for(CHAIR))

    def let_in(self, people: Collection[DelegationId]) -> None:
        """Let those audiences in whose seats these are, and that nobody speaks for. Raises `StoreError`."""
        told = self._talks.scenario
        for who in told.seats:
            if who in people and who not in told.ids and AudienceId(who) not in self.spoken_for:
                self.submit(CHAIR, Admit(CHAIR, AudienceId(who)), self.version_for(CHAIR))

    def back(self, who: DelegationId) -> Revoke | None:
        """What takes the last move of a seat back, with all that came after it; None where it has made none in these
        talks, and when they are over."""
        found = back(self._talks, who)
        return found if found and found.version >= self.carried else None

    def move(self, number: int) -> Move:
        """The move of this number, from 1."""
        return self._talks.moves[number - 1]

    def record(self) -> Record:
        """What is needed to play these talks again."""
        talks, seats, past = self._talks, dict(self.seats), self._past
        id, moves, written = talks.scenario.id, talks.moves, self._as_written
        opened = (written, past, self.adviser, self.carried, talks.scenario.edition)
        return Record(id, self._digest, talks.seed, seats, moves, *opened)

    @property
    def past(self) -> Past | None:
        """What is left of these talks for those that follow; None while they go on."""
        return past_of(self._talks) if self.verdict is not None else None

    def export(self) -> str:
        """The record as text."""
        return write_record(self.record())


def _reads_back(line: str, move: Move) -> bool:
    try:
        return read_move(line) == move
    except ValueError:
        return False
