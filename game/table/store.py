"""Where talks are kept: an SQLite file of moves, each on disk before it is shown as done.

A row per move, keyed by game and number, with a fingerprint of itself, of all rows before it and of the opening, so
that a gap or a change is noticed, in the last row too. WAL with `synchronous=FULL` survives a killed program and a cut
of power (sqlite.org, "Write-Ahead Logging").
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path

from game.scenario import read_seed, written_seed
from game.table.migrations import VERSION, chained, migrate, version_of
from game.talks import Record, RecordError, Sits, read_move, read_opening, sits_of, write_opening
from game.text import DelegationId

HOME = "AS_APPROPRIATE_HOME"
"""Environment variable that says where talks are kept, instead of the user's own data folder."""

GameId = int


StoreFault = Literal[
    "cannot-keep",
    "later-version",
    "not-saved",
    "large-seed",
    "another-window",
    "cannot-read",
    "no-game",
    "damaged-scenario",
    "damaged-move",
    "damaged-date",
    "unreadable-record",
    "unplayable",
    "no-store",
    "no-talks",
    "no-delegation",
]
"""Why talks are not kept or not read back.

Nothing can be kept at the `path`, or not what was asked for, or it cannot be read, with the system's own words in
`written`; the file is of a later version, the `number`; a seed, `written`, is too large; the move of that `number` does
not follow what is kept; there is no `game`; its scenario, its move of that `number` or its date is damaged; its moves
are `misread`, or the rules do not allow them. And of a session: it keeps nothing; nothing has
been played in it; the scenario has no delegation that is `written`, but those of the `names`.
"""


class StoreError(Exception):
    """Talks that cannot be kept or read back: of what kind the fault is, and what goes with it."""

    def __init__(
        self,
        kind: StoreFault,
        *,
        path: Path | None = None,
        game: GameId = 0,
        number: int = 0,
        written: str = "",
        names: Sequence[str] = (),
        misread: RecordError | None = None,
    ) -> None:
        super().__init__(kind, *(each for each in (path, game, number, written, *names) if each))
        self.kind, self.path, self.game, self.number, self.written, self.names = (
            kind,
            path,
            game,
            number,
            written,
            names,
        )
        self.misread = misread


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


def default_path() -> Path:
    """The file that talks are kept in."""
    folder = os.environ.get(HOME)
    return (Path(folder) if folder else user_data_path("as-appropriate", appauthor=False)) / "talks.sqlite3"


def fingerprint(source: bytes) -> str:
    """A short fingerprint of a scenario file."""
    return hashlib.sha256(source).hexdigest()[:16]


class Store:
    """The file of talks. One connection writes; use it from the thread that made it."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, isolation_level=None)
            try:
                self._refuse_later()
                for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
                    self._db.execute(f"PRAGMA {pragma}").fetchall()
                migrate(self._db)
                self._refuse_later()
            except (StoreError, sqlite3.Error):
                self._db.close()
                raise
        except (OSError, sqlite3.Error) as fault:
            raise StoreError("cannot-keep", path=self.path, written=str(fault)) from fault

    def _refuse_later(self) -> None:
        """Leave a file alone that a later version of the game has made."""
        if (version := version_of(self._db)) > VERSION:
            raise StoreError("later-version", path=self.path, number=version)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:  # SQLite may have rolled back by itself
                    self._db.execute("ROLLBACK")
                raise
        except sqlite3.Error as fault:
            raise StoreError("not-saved", path=self.path, written=str(fault)) from fault

    def begin(self, record: Record, title: str, source: bytes) -> GameId:
        """Keep the opening of talks, with the scenario itself, so that a later edit of the file cannot spoil it."""
        seats = " ".join(f"{who}={sits}" for who, sits in record.seats.items())
        seed = written_seed(record.seed)
        if read_seed(seed) != record.seed:
            raise StoreError("large-seed", written=seed[:30])
        opening = "\n".join(write_opening(record))
        begun = datetime.now(UTC).isoformat()
        row = (begun, record.scenario, title, record.digest, source, seed, seats, opening)
        with self._writing() as db:
            made = db.execute(
                "INSERT INTO game (begun, scenario, title, digest, source, seed, seats, opening)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            return int(made.lastrowid or 0)

    def append(self, game: GameId, seq: int, body: str, *, ended: bool = False) -> None:
        """Keep move number `seq`. When this returns, it is on disk. Raises `StoreError` if it is not."""
        with self._writing() as db:
            last = db.execute("SELECT seq, chain FROM event WHERE game=? ORDER BY seq DESC LIMIT 1", (game,)).fetchone()
            if seq != (last[0] if last else 0) + 1:
                raise StoreError("another-window", game=game, number=seq)
            chain = chained(last[1] if last else self._opening(game), body)
            db.execute("INSERT INTO event (game, seq, body, chain) VALUES (?, ?, ?, ?)", (game, seq, body, chain))
            if ended:
                db.execute("UPDATE game SET ended=1 WHERE id=?", (game,))

    def _opening(self, game: GameId) -> str:
        """What the chain of fingerprints begins with: how the talks were opened."""
        head = self._db.execute(
            "SELECT scenario, digest, seed, seats, opening FROM game WHERE id=?", (game,)
        ).fetchone()
        return chained("", "\n".join(str(value) for value in head or () if value != ""))

    def load(self, game: GameId) -> tuple[Record, bytes]:
        """A record and the scenario file that it was played with."""
        try:
            head = self._db.execute(
                "SELECT scenario, digest, seed, seats, source, opening FROM game WHERE id=?", (game,)
            ).fetchone()
            opening = self._opening(game)
            rows = self._db.execute("SELECT seq, body, chain FROM event WHERE game=? ORDER BY seq", (game,)).fetchall()
        except sqlite3.Error as fault:
            raise StoreError("cannot-read", path=self.path, written=str(fault)) from fault
        if head is None:
            raise StoreError("no-game", path=self.path, game=game)
        if fingerprint(head[4]) != head[1]:
            raise StoreError("damaged-scenario", game=game)
        before = opening
        for expected, (seq, body, chain) in enumerate(rows, 1):
            if seq != expected or chain != chained(before, body):
                raise StoreError("damaged-move", game=game, number=expected)
            before = chain
        try:
            moves = tuple(read_move(body, seq) for seq, body, _ in rows)
            lines = [line.partition(":") for line in head[5].splitlines()]
            as_written, past, adviser = read_opening({name: words.strip() for name, _, words in lines}, {})
            if (seed := read_seed(head[2])) is None:
                raise RecordError(1, "seed", head[2])
        except RecordError as fault:
            raise StoreError("unreadable-record", game=game, misread=fault) from fault
        return Record(head[0], head[1], seed, _seats(head[3]), moves, as_written, past, adviser), bytes(head[4])

    def hush(self, game: GameId, *, hushed: bool) -> None:
        """Remember whether the player wants to hear the adviser. This is no part of the talks, nor of their record."""
        with self._writing() as db:
            db.execute("UPDATE game SET hushed=? WHERE id=?", (int(hushed), game))

    def hushed(self, game: GameId) -> bool:
        """Whether the player has hushed the adviser in these talks."""
        try:
            row = self._db.execute("SELECT hushed FROM game WHERE id=?", (game,)).fetchone()
        except sqlite3.Error as fault:
            raise StoreError("cannot-read", path=self.path, written=str(fault)) from fault
        return bool(row and row[0])

    def games(self) -> tuple[Kept, ...]:
        """What is kept, newest first."""
        try:
            rows = self._db.execute(
                "SELECT id, begun, scenario, title, seats, (SELECT count(*) FROM event WHERE game=game.id), ended"
                " FROM game ORDER BY id DESC"
            ).fetchall()
        except sqlite3.Error as fault:
            raise StoreError("cannot-read", path=self.path, written=str(fault)) from fault
        return tuple(
            Kept(row[0], _begun(row[0], row[1]), row[2], row[3], _seats(row[4]), row[5], bool(row[6])) for row in rows
        )

    def delete(self, game: GameId) -> None:
        """Forget talks for good."""
        with self._writing() as db:
            db.execute("DELETE FROM game WHERE id=?", (game,))


def _begun(game: GameId, words: str) -> datetime:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        raise StoreError("damaged-date", game=game) from None


def _seats(words: str) -> dict[DelegationId, Sits]:
    pairs = (word.partition("=") for word in words.split())
    return {DelegationId(who): sits_of(sits) or "computer" for who, _, sits in pairs}
