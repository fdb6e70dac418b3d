"""Where talks are kept: an SQLite file of moves, each on disk before it is shown as done.

A row per move, keyed by game and number, with a fingerprint of itself, of all rows before it and of the opening, so
that a gap or a change is noticed, in the last row too; and beside the moves, kept alike, a row for each act: what
people do at the table that is no part of the talks. WAL with `synchronous=FULL` survives a killed program and a cut
of power (sqlite.org, "Write-Ahead Logging").
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from game.scenario import WHOLE, read_seed, written_seed
from game.table.acts import Act, MisreadAct, read_act, write_act
from game.table.migrations import chained, sealed_by
from game.table.store_error import RAISED, GameId, StoreError, telling
from game.table.store_file import default_path, identity, open_to_read, open_to_write
from game.talks import Record, RecordError, Sits, read_move, read_opening, record_of, sits_of, write_move, write_opening
from game.text import DelegationId

Done = tuple[int, Act]
"""An act, behind how many moves it came."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One talks in the store, as a list of saved games shows it."""

    id: GameId
    begun: datetime
    scenario: str
    title: str
    seats: Mapping[DelegationId, Sits]
    moves: int
    ended: bool


def fingerprint(source: bytes) -> str:
    """A short fingerprint of a scenario file."""
    return hashlib.sha256(source).hexdigest()[:16]


class Store:
    """The file of talks. One connection writes; use it from the thread that made it."""

    def __init__(self, path: Path | None = None, *, patience: float = 5.0, writable: bool = True) -> None:
        """Open the file, and make it where there is none. `patience` is how many seconds a write waits for another
        program that holds the file. One that is not `writable` is read, wherever it lies. Raises `StoreError`."""
        self.path = path or default_path()
        self.writable = writable
        self.moved: Path | None = None
        """Where the file is that was damaged and lay in the place of this one."""
        self._patience = patience
        self._unsettled = False
        self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        if not self.writable:
            return open_to_read(self.path)
        db, self.moved = open_to_write(self.path, self._patience)
        self._identity = identity(self.path)
        return db

    def close(self) -> None:
        """Let go of the file. The last to do so leaves everything in the one file, without a log beside it."""
        self._db.close()

    def reopen(self) -> None:
        """Look for the file again where it was, and make it where there is none. Raises `StoreError`."""
        if not self.path.parent.is_dir():
            raise StoreError("not-saved", path=self.path, trouble="gone")
        found = self._opened()
        self._db.close()
        self._db = found

    # ---- writing ------------------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One change, wholly or not at all."""
        if self.writable and identity(self.path) != self._identity:
            # What is written to a file that was deleted or put elsewhere is written to no purpose.
            raise StoreError("not-saved", path=self.path, trouble="gone")
        if not self.writable:
            raise StoreError("not-saved", path=self.path, trouble="read-only")
        with telling("not-saved", self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:  # SQLite may have rolled back by itself
                    self._db.execute("ROLLBACK")
                raise
        self._unsettled = True

    def settle(self) -> None:
        """Bring what stands in the log into the file itself, for whoever copies that alone. It is on disk already, and
        this takes longer than a move: call it when nobody waits."""
        if self._unsettled:
            self._unsettled = False
            with suppress(sqlite3.Error):
                self._db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def begin(
        self, record: Record, title: str, source: bytes, *, ended: bool = False, acts: Iterable[Done] = ()
    ) -> GameId:
        """Keep the opening of talks and the moves and acts that there are, wholly or not at all, with the scenario
        itself, so that a later edit of the file cannot spoil it. Raises `StoreError`."""
        seats = " ".join(f"{who}={sits}" for who, sits in record.seats.items())
        seed = written_seed(record.seed)
        if read_seed(seed) != record.seed:
            raise StoreError("large-seed", written=seed[:30])
        opening = "\n".join(write_opening(record))
        begun = datetime.now(UTC).isoformat()
        with self._writing() as db:
            game = self._number(db)
            db.execute(
                "INSERT INTO game (id, begun, scenario, title, digest, source, seed, seats, opening)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (game, begun, record.scenario, title, record.digest, source, seed, seats, opening),
            )
            for seq, move in enumerate(record.moves, 1):
                self._append(db, game, seq, write_move(move))
            for after, act in acts:
                self._act(db, game, after, act)
            self._seal(db, game, ended=ended)
            if self.load(game) != (record, source):
                raise StoreError("not-saved", path=self.path)
            return game

    def _number(self, db: sqlite3.Connection) -> GameId:
        """A number that no game has, or has ever had."""
        given = db.execute("SELECT last FROM number UNION ALL SELECT max(id) FROM game").fetchall()
        number = 1 + max((last or 0 for (last,) in given), default=0)
        db.execute("INSERT OR REPLACE INTO number (of, last) VALUES ('game', ?)", (number,))
        return GameId(number)

    def append(self, game: GameId, seq: int, body: str, *, ended: bool = False, act: Act | None = None) -> None:
        """Keep move number `seq`, and with it the act by which it was made. When this returns, it is on disk. Raises
        `StoreError` if it is not."""
        with self._writing() as db:
            self._append(db, game, seq, body)
            if act is not None:
                self._act(db, game, seq, act)
            if ended:
                self._seal(db, game, ended=True)

    def _append(self, db: sqlite3.Connection, game: GameId, seq: int, body: str) -> None:
        last = db.execute("SELECT seq, chain FROM event WHERE game=? ORDER BY seq DESC LIMIT 1", (game,)).fetchone()
        if seq != (last[0] if last else 0) + 1:
            raise StoreError("another-window", game=game, number=seq)
        chain = chained(last[1] if last else self._opening(game), body)
        db.execute("INSERT INTO event (game, seq, body, chain) VALUES (?, ?, ?, ?)", (game, seq, body, chain))
        if db.execute("SELECT body FROM event WHERE game=? AND seq=?", (game, seq)).fetchone() != (body,):
            raise StoreError("not-saved", path=self.path)

    def keep_act(self, game: GameId, seq: int, after: int, act: Act) -> None:
        """Keep act number `seq`, done behind so many moves. When this returns, it is on disk. Raises `StoreError` if it
        is not, and where another window has done something at this table."""
        with self._writing() as db:
            self._act(db, game, after, act, seq)

    def _act(self, db: sqlite3.Connection, game: GameId, after: int, act: Act, seq: int | None = None) -> None:
        row = db.execute("SELECT seq, chain FROM act WHERE game=? ORDER BY seq DESC LIMIT 1", (game,)).fetchone()
        last, chain = row or (0, self._opening(game))
        if seq not in (None, last + 1):
            raise StoreError("another-window", game=game, number=after + 1)
        body = write_act(act)
        values = (game, last + 1, after, body, chained(chain, f"{after} {body}"))
        db.execute("INSERT INTO act (game, seq, after, body, chain) VALUES (?, ?, ?, ?, ?)", values)

    def _seal(self, db: sqlite3.Connection, game: GameId, *, ended: bool) -> None:
        """Note whether talks are over, and the fingerprint of that and of how they were opened."""
        db.execute("UPDATE game SET ended=? WHERE id=?", (int(ended), game))
        db.execute("UPDATE game SET seal=? WHERE id=?", (sealed_by(db, game), game))

    def _opening(self, game: GameId) -> str:
        """What the chain of fingerprints begins with: how the talks were opened."""
        head = self._db.execute(
            "SELECT scenario, digest, seed, seats, opening FROM game WHERE id=?", (game,)
        ).fetchone()
        if head is None:
            raise StoreError("no-game", path=self.path, game=game)
        return chained("", "\n".join(str(value) for value in head if value != ""))

    def hush(self, game: GameId, *, hushed: bool, place: int = 0) -> None:
        """Remember whether a player wants to hear the adviser: the only one, or the one at this place among several,
        from 0. This is no part of the talks, nor of their record."""
        change = "hushed | ?" if hushed else "hushed & ~?"
        with self._writing() as db:
            db.execute(f"UPDATE game SET hushed={change} WHERE id=?", (1 << place, game))

    def delete(self, game: GameId) -> None:
        """Forget talks for good."""
        with self._writing() as db:
            db.execute("DELETE FROM game WHERE id=?", (game,))

    # ---- reading ------------------------------------------------------------------------------------------------

    def load(self, game: GameId) -> tuple[Record, bytes]:
        """A record and the scenario file that it was played with. Raises `StoreError`."""
        with telling("cannot-read", self.path):
            head = self._db.execute(
                "SELECT scenario, digest, seed, seats, source, opening, seal FROM game WHERE id=?", (game,)
            ).fetchone()
            before = self._opening(game)
            rows = self._db.execute("SELECT seq, body, chain FROM event WHERE game=? ORDER BY seq", (game,)).fetchall()
            if fingerprint(head[4]) != head[1]:
                raise StoreError("damaged-scenario", game=game)
            if head[6] != sealed_by(self._db, game):
                raise StoreError("damaged-game", game=game)
            for expected, (seq, body, chain) in enumerate(rows, 1):
                if seq != expected or chain != chained(before, body):
                    raise StoreError("damaged-move", game=game, number=expected)
                before = chain
            try:
                moves = tuple(read_move(body, seq) for seq, body, _ in rows)
                opening = read_opening(_lines(head[5]), {})
                if (seed := read_seed(head[2])) is None:
                    raise RecordError(1, "seed", head[2])
            except RecordError as fault:
                raise StoreError("unreadable-record", game=game, misread=fault) from fault
            seats = _seats(head[3])
        return record_of(head[0], head[1], seed, seats, moves, opening), bytes(head[4])

    def acts(self, game: GameId) -> tuple[Done, ...]:
        """What was done at the table of these talks beside the moves, oldest first. Raises `StoreError`."""
        with telling("cannot-read", self.path):
            before, moves, behind = self._opening(game), self.moves(game), 0
            found: list[Done] = []
            rows = self._db.execute("SELECT seq, after, body, chain FROM act WHERE game=? ORDER BY seq", (game,))
            for expected, (seq, after, body, chain) in enumerate(rows.fetchall(), 1):
                if seq != expected or chain != chained(before, f"{after} {body}") or not behind <= after <= moves:
                    raise StoreError("damaged-act", game=game, number=expected)
                before, behind = chain, after
                try:
                    found.append((after, read_act(body)))
                except MisreadAct as fault:
                    raise StoreError("damaged-act", game=game, number=expected) from fault
        return tuple(found)

    def moves(self, game: GameId) -> int:
        """How many moves are kept of talks. Raises `StoreError`."""
        with telling("cannot-read", self.path):
            row = self._db.execute("SELECT max(seq) FROM event WHERE game=?", (game,)).fetchone()
            return int(row[0] or 0)

    def hushed(self, game: GameId, place: int = 0) -> bool:
        """Whether the player has hushed the adviser in these talks; of several, the one at this place."""
        with telling("cannot-read", self.path):
            row = self._db.execute("SELECT hushed FROM game WHERE id=?", (game,)).fetchone()
            return bool(row and int(row[0]) >> place & 1)

    def games(self) -> tuple[Kept, ...]:
        """What is kept and can be read, newest first. Raises `StoreError` where nothing can be read."""
        return tuple(each for each in self.listed() if isinstance(each, Kept))

    def finished(self, scenario: str, edition: str = WHOLE) -> tuple[tuple[GameId, str], ...]:
        """The talks about a scenario in one edition that are over, each with the fingerprint of the file that they were
        played with, the newest first. Whether they can be read is not looked at. Raises `StoreError`."""
        with telling("cannot-read", self.path):
            rows = self._db.execute(
                "SELECT id, digest, opening FROM game WHERE scenario=? AND ended=1 ORDER BY id DESC", (scenario,)
            ).fetchall()
        return tuple((GameId(int(id)), str(digest)) for id, digest, head in rows if _edition(str(head)) == edition)

    def listed(self) -> tuple[Kept | StoreError, ...]:
        """What is kept, newest first, and of each talks that cannot be read why not. Raises `StoreError` where nothing
        can be read."""
        with telling("cannot-read", self.path):
            ids = [int(row[0]) for row in self._db.execute("SELECT id FROM game ORDER BY id DESC")]
        return tuple(self._kept(GameId(id)) for id in ids)

    def _kept(self, game: GameId) -> Kept | StoreError:
        try:
            begun, scenario, title, seats, moves, ended, seal = self._db.execute(
                "SELECT begun, scenario, title, seats, (SELECT count(*) FROM event WHERE game=game.id), ended, seal"
                " FROM game WHERE id=?",
                (game,),
            ).fetchone()
            if seal == sealed_by(self._db, game):
                return Kept(game, datetime.fromisoformat(begun), scenario, title, _seats(seats), moves, bool(ended))
        except RAISED:
            pass
        return StoreError("damaged-game", game=game)


def _seats(words: str) -> dict[DelegationId, Sits]:
    pairs = (word.partition("=") for word in words.split())
    return {DelegationId(who): sits_of(sits) or "computer" for who, _, sits in pairs}


def _lines(head: str) -> dict[str, str]:
    """The lines that say how talks were opened, by their names."""
    lines = [line.partition(":") for line in head.splitlines()]
    return {name: words.strip() for name, _, words in lines}


def _edition(head: str) -> str:
    return _lines(head).get("edition", WHOLE)
