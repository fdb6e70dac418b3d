"""Where talks and classes are kept for several servers at once: a PostgreSQL database.

The same rows and statements as in the file (`games.py`, `classes.py`). Two servers that go on with the same talks at
the same time both try to keep the row of that number, and one of them is refused. What one keeps the others hear of
with its commit (`NOTIFY`). Who owns the clock of a class is a lock of the server's own connection
(`pg_try_advisory_lock`): it is free again as soon as that connection is gone, however its server died. A server that
stands still, as on a machine that sleeps, holds nobody up: the database ends its connection, and with that what it had
not brought to disk and the clocks that it owned; when it goes on it is as one that has just come. Only this file knows
psycopg, and it is loaded where a database is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import lru_cache
from typing import Literal

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import TransactionStatus

from game.table.keeping import Keeping, Notice
from game.table.postgres_tables import MIGRATIONS, VERSION
from game.table.rows import Database, Found, Value
from game.table.store_error import ClassId, GameId, StoreError, StoreFault, Trouble

CHANNEL = "as_appropriate"
"""Where a server tells the others what it has kept."""

_SETTINGS = (
    "SET synchronous_commit=on",
    # A connection whose server has gone without a word, with its machine, is given up after half a minute.
    "SET tcp_keepalives_idle=10",
    "SET tcp_keepalives_interval=5",
    "SET tcp_keepalives_count=4",
)
STANDS_STILL = 20
"""Seconds after which a server that owns a clock and says nothing has lost it; one that goes on says something twice in
that time."""
_IN_THE_MIDST = 0.8
"""After which share of the time for which others wait one that stands still in the midst of a change is given up."""
_SAYS_NOTHING_FROM = 140_000
"""The version from which PostgreSQL ends connections that say nothing (`idle_session_timeout`)."""
_MOST_TIPS = 20_000
_CLOCK = 0x4153 << 48
"""What the locks of clocks are numbered from, out of the way of others' locks; their tables are made under this one."""


class _Connection:
    """A connection that takes the statements of both databases."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection

    def execute(self, statement: str, values: Sequence[Value] = (), /) -> Found:
        return self.connection.execute(_own(statement), values)

    @property
    def status(self) -> TransactionStatus:
        return self.connection.info.transaction_status


@lru_cache(maxsize=200)
def _own(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()


class Postgres(Keeping):
    """A database of talks and classes, over one connection."""

    _db: _Connection
    _doubted = False  # it looks after its own disk
    path: str
    writable = True
    shared = True

    def __init__(self, address: str, *, patience: float = 5.0) -> None:
        """Open the database at an address, `postgresql://...`, and make its tables where there are none. `patience` is
        how many seconds its server is waited for, and another program that holds a row. Raises `StoreError`."""
        self._address, self._patience = address, patience
        self.path = place(address)
        self._held: set[ClassId] = set()
        self._untold: set[str] = set()
        """What others have to be told of with the next commit."""
        self._tips: dict[tuple[str, GameId], tuple[int, str]] = {}
        """The last rows that were written here: if another has written behind them, the next has its number."""
        self._own_names: set[int] = set()
        self._db = self._opened()

    def _opened(self) -> _Connection:
        with self._telling("cannot-keep"):
            found = _Connection(connected(self._address, self._patience))
            try:
                for setting in _SETTINGS:
                    found.execute(setting)
                waits = {"lock_timeout": 1.0, "idle_in_transaction_session_timeout": _IN_THE_MIDST}
                for setting, share in waits.items():
                    set_to = f"{share * self._patience * 1000:.0f}ms"
                    found.execute("SELECT set_config(?, ?, false)", (setting, set_to))
                self._migrate(found)
            except BaseException:
                found.connection.close()
                raise
        self._own_names.add(found.connection.info.backend_pid)
        return found

    def _migrate(self, db: _Connection) -> None:
        """Bring the tables up to date, wholly or not at all, whoever else opens the database at the same time."""
        with db.connection.transaction():
            db.execute("SELECT pg_advisory_xact_lock(?)", (_CLOCK,))
            db.execute("CREATE TABLE IF NOT EXISTS as_appropriate (version INTEGER NOT NULL)")
            row = db.execute("SELECT max(version) FROM as_appropriate").fetchone()
            made = int(row[0] or 0)
            if made > VERSION:
                raise StoreError("later-version", path=self.path, number=made)
            for statement in (each for step in MIGRATIONS[made:] for each in step):
                db.execute(statement)
            if made < VERSION:
                db.execute("INSERT INTO as_appropriate (version) VALUES (?)", (VERSION,))

    def close(self) -> None:
        """Let go of the database, and of the clocks of classes."""
        self._db.connection.close()

    def reopen(self) -> None:
        """Connect once more. The clocks of classes are to be asked for again. Raises `StoreError`."""
        found = self._opened()
        self._db.connection.close()
        self._db = found
        self._held.clear()

    def settle(self) -> None:
        """There is nothing to put in order: the database does that by itself."""

    # ---- changes --------------------------------------------------------------------------------------------------

    def _telling(self, kind: StoreFault) -> AbstractContextManager[None]:
        return telling(kind, self.path)

    def _check_place(self) -> None:
        if not self._stands:  # else what was begun has to fail, and not to be forgotten
            self._notice_the_end()
        if self._db.connection.closed:
            self.reopen()

    def _notice_the_end(self) -> None:
        """Take note where the database has ended the connection."""
        with suppress(psycopg.Error):  # then it is closed
            for _ in range(2):  # its end comes behind what was still said on it
                self._db.connection.pgconn.consume_input()

    def _begin(self, *, to_write: bool) -> None:
        self._check_place()
        self._db.execute("BEGIN" if to_write else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    @property
    def _stands(self) -> bool:
        return self._db.status in (TransactionStatus.INTRANS, TransactionStatus.INERROR)

    def _commit(self) -> None:
        if self._untold:
            told, self._untold = ",".join(sorted(self._untold)), set()
            sql = "SELECT pg_notify(?, each) FROM unnest(string_to_array(?, ',')) AS each"
            self._db.execute(sql, (CHANNEL, told))
        if not self._stands:
            # Where nothing was begun the database has nothing against a commit.
            raise StoreError("not-saved", path=self.path, trouble="lost")
        done = self._db.connection.execute("COMMIT")
        if done.statusmessage != "COMMIT":
            # After an error it answers ROLLBACK, and that is no error to it.
            raise StoreError("not-saved", path=self.path, trouble="lost")

    def _undo(self) -> None:
        self._untold.clear()
        self._tips.clear()
        with suppress(psycopg.Error):  # then the connection is gone, and its transaction with it
            if not self._db.connection.closed and self._db.status != TransactionStatus.IDLE:
                self._db.connection.execute("ROLLBACK")

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with self._telling("cannot-read"):
            if not self._gathers:
                self._check_place()
            yield self._db

    def _mark(self) -> None:
        # Each answer is waited for: one statement where a file takes two.
        self._db.connection.execute(b"RELEASE change; SAVEPOINT change" if self._marked else b"SAVEPOINT change")
        self._marked = True

    @contextmanager
    def _one_of_many(self) -> Iterator[None]:
        try:
            with super()._one_of_many():
                yield
        except BaseException:
            self._tips.clear()
            raise

    def _tip(self, db: Database, of: Literal["event", "act"], game: GameId, known: int | None) -> tuple[int, str]:
        tip = self._tips.get((of, game))
        return tip if tip is not None and known == tip[0] else super()._tip(db, of, game, known)

    def _grew(self, of: Literal["event", "act"], game: GameId, seq: int, chain: str) -> None:
        super()._grew(of, game, seq, chain)
        if len(self._tips) >= _MOST_TIPS:
            self._tips.clear()
        self._tips[of, game] = (seq, chain)

    def _number(self, db: Database, of: Literal["game", "class"]) -> int:
        return int(db.execute(f"SELECT nextval('{of}_number')").fetchone()[0])

    def _tell(self, of: Literal["class", "game"], number: int) -> None:
        self._untold.add(f"{of} {number}")

    # ---- other servers ----------------------------------------------------------------------------------------------

    def news(self) -> PostgresNews:
        """What other servers keep from now on. Raises `StoreError`."""
        return PostgresNews(self._address, self._patience, self.path, self._own_names.__contains__)

    def hold(self, of_class: ClassId) -> bool:
        """Whether it is this server that owns the clock of a class. Raises `StoreError`."""
        self._notice_the_end()
        with self._reading() as db:
            if of_class not in self._held:
                if not db.execute("SELECT pg_try_advisory_lock(?)", (_CLOCK + of_class,)).fetchone()[0]:
                    return False
                self._held.add(of_class)
                self._must_say_something(db)
            return True

    def _must_say_something(self, db: Database) -> None:
        """Whoever owns a clock loses it with its connection where it says nothing for long."""
        if self._db.connection.info.server_version >= _SAYS_NOTHING_FROM:
            db.execute(f"SET idle_session_timeout='{STANDS_STILL if self._held else 0}s'")

    def let_go(self, of_class: ClassId) -> None:
        """Leave the clock of a class to others. Raises `StoreError`."""
        with self._reading() as db:
            if of_class in self._held:
                self._held.discard(of_class)
                db.execute("SELECT pg_advisory_unlock(?)", (_CLOCK + of_class,))
                self._must_say_something(db)

    def sign(self, of_class: ClassId, holders: Collection[str]) -> None:
        """Note that there has just been a sign of life of these. Raises `StoreError`."""
        with self._writing():
            # Everybody locks rows in the same order, so that no two wait for each other.
            self._db.connection.execute(
                "INSERT INTO sign (class, holder, at) SELECT %s, each, clock_timestamp() FROM unnest(%s::text[]) each"
                " ON CONFLICT (class, holder) DO UPDATE SET at=excluded.at",
                (of_class, sorted(holders)),
            )

    def signs(self, of_class: ClassId) -> Mapping[str, float]:
        """How many seconds ago the last sign of life was of each in a class, by the clock of the database. Raises
        `StoreError`."""
        with self._reading() as db:
            sql = "SELECT holder, extract(epoch FROM clock_timestamp() - at)::float8 FROM sign WHERE class=?"
            return {holder: max(0.0, ago) for holder, ago in db.execute(sql, (of_class,)).fetchall()}


class PostgresNews:
    """What other servers keep, as it comes, over a connection of its own."""

    def __init__(self, address: str, patience: float, path: str, own: Callable[[int], bool]) -> None:
        self._path, self._own = path, own
        with telling("cannot-read", path):
            self._connection = connected(address, patience)
            self._connection.execute(f"LISTEN {CHANNEL}")

    def fileno(self) -> int:
        """What an event loop may watch."""
        return self._connection.fileno()

    def poll(self, seconds: float = 0.0) -> tuple[Notice, ...]:
        """What has come, after at most so many seconds. Raises `StoreError` where the connection is gone."""
        found: dict[Notice, None] = {}
        with telling("cannot-read", self._path):
            for each in self._connection.notifies(timeout=seconds, stop_after=1):
                told = _notice(each.payload)
                if told is not None and not self._own(each.pid):
                    found[told] = None
        return tuple(found)

    def close(self) -> None:
        """Hear no more."""
        self._connection.close()


def _notice(payload: str) -> Notice | None:
    """What a server tells; None of anything that none of ours would tell."""
    of, _, number = payload.partition(" ")
    if of not in ("class", "game") or not (number.isascii() and number.isdigit()):
        return None
    return Notice("class" if of == "class" else "game", int(number))


def connected(address: str, patience: float) -> psycopg.Connection:
    """A connection on which transactions begin when they are begun."""
    return psycopg.connect(address, autocommit=True, connect_timeout=max(2, round(patience)))


def place(address: str) -> str:
    """Which database it is, without who asks and his password."""
    try:
        told = conninfo_to_dict(address)
    except psycopg.Error as fault:
        raise StoreError("no-address") from fault
    return f"postgresql://{told.get('host') or ''}/{told.get('dbname') or ''}"


_BY_STATE: Mapping[str, Trouble] = {
    **dict.fromkeys(("55P03", "40P01", "40001"), "locked"),
    "25P02": "lost",
    **dict.fromkeys(("53100", "53200"), "full"),
    **dict.fromkeys(("25006", "42501", "28000", "28P01"), "read-only"),
    **dict.fromkeys(("42P01", "42703", "42P07", "XX001", "XX002"), "damaged"),
}
"""What the trouble is, by the code that PostgreSQL gives an error (its manual, appendix A)."""


@contextmanager
def telling(kind: StoreFault, path: str) -> Iterator[None]:
    """Whatever is raised inside over the database is a `StoreError` of this kind."""
    try:
        yield
    except (psycopg.Error, OSError, ValueError, TypeError, OverflowError) as fault:
        told = fault.diag.message_primary if isinstance(fault, psycopg.Error) else None
        words = " ".join((told or str(fault)).split()) or type(fault).__name__
        raise StoreError(kind, path=path, written=words, trouble=trouble_of(fault)) from fault


def trouble_of(fault: Exception) -> Trouble:
    """What the trouble with the database is, as it has told it."""
    if not isinstance(fault, psycopg.Error):
        return "damaged"
    state = fault.sqlstate or ""
    if state in _BY_STATE:
        return _BY_STATE[state]
    lost = state[:2] in ("08", "57") or (not state and isinstance(fault, psycopg.OperationalError))
    return "gone" if lost else "other"
