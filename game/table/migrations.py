"""What the file of talks is made of, and how a file of an earlier version of the game is brought up to date.

`PRAGMA user_version` says which migrations a file has had; a new file gets all of them. One that has been published is
never changed: whatever else the file has to hold is a further one. The versions before there were numbers are told by
their columns.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import suppress

from game.table.rows import Database


def chained(before: str, body: str) -> str:
    """The fingerprint of a row: of itself, and through the fingerprint before it of all rows above."""
    return hashlib.sha256(f"{before}\n{body}".encode()).hexdigest()[:24]


def _moves_of_games(db: sqlite3.Connection) -> None:
    """1: games with the scenario that they are played with, and their moves."""
    db.execute(
        "CREATE TABLE game (id INTEGER PRIMARY KEY, begun TEXT NOT NULL, scenario TEXT NOT NULL, title TEXT NOT NULL,"
        " digest TEXT NOT NULL, source BLOB NOT NULL, seed INTEGER NOT NULL, seats TEXT NOT NULL,"
        " ended INTEGER NOT NULL DEFAULT 0) STRICT"
    )
    db.execute(
        "CREATE TABLE event (game INTEGER NOT NULL REFERENCES game(id) ON DELETE CASCADE, seq INTEGER NOT NULL,"
        " prev TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (game, seq)) STRICT, WITHOUT ROWID"
    )


def _chain_of_rows(db: sqlite3.Connection) -> None:
    """2: a fingerprint with each move of itself and of the opening, where there had been one of the move before: the
    last move and the opening could be changed unnoticed. What was damaged before stays so."""
    rows = db.execute("SELECT game, seq, prev, body FROM event ORDER BY game, seq").fetchall()
    db.execute("DROP TABLE event")
    db.execute(
        "CREATE TABLE event (game INTEGER NOT NULL REFERENCES game(id) ON DELETE CASCADE, seq INTEGER NOT NULL,"
        " body TEXT NOT NULL, chain TEXT NOT NULL, PRIMARY KEY (game, seq)) STRICT, WITHOUT ROWID"
    )
    heads = {
        row[0]: chained("", "\n".join(map(str, row[1:])))
        for row in db.execute("SELECT id, scenario, digest, seed, seats FROM game")
    }
    expected, chain = dict.fromkeys(heads, ""), dict(heads)
    for game, seq, prev, body in rows:
        chain[game] = chained(chain[game], body) if prev == expected[game] else ""
        expected[game] = chained(prev, body)
        db.execute("INSERT INTO event (game, seq, body, chain) VALUES (?, ?, ?, ?)", (game, seq, body, chain[game]))


def _opening(db: sqlite3.Connection) -> None:
    """3: how talks were opened beyond the seed: instructions as written, what they follow, no adviser."""
    db.execute("ALTER TABLE game ADD COLUMN opening TEXT NOT NULL DEFAULT ''")


def _hushed(db: sqlite3.Connection) -> None:
    """4: whether the player has hushed the adviser."""
    db.execute("ALTER TABLE game ADD COLUMN hushed INTEGER NOT NULL DEFAULT 0")


def _keys(db: sqlite3.Connection) -> None:
    """5: seeds as records write them, for a key is no number that SQLite can hold."""
    db.execute("ALTER TABLE game ADD COLUMN written TEXT NOT NULL DEFAULT ''")
    db.execute("UPDATE game SET written=CAST(seed AS TEXT)")
    db.execute("ALTER TABLE game DROP COLUMN seed")
    db.execute("ALTER TABLE game RENAME COLUMN written TO seed")


def _numbers(db: sqlite3.Connection) -> None:
    """6: the highest number that a game has had, so that none is given to another game when the newest is deleted."""
    db.execute("CREATE TABLE number (of TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID")
    db.execute("INSERT INTO number (of, last) SELECT 'game', coalesce(max(id), 0) FROM game")


def _seals(db: sqlite3.Connection) -> None:
    """7: a fingerprint of each opening, with whether the talks are over: until the first move and for the end there was
    none. A row that cannot be read gets none, and is told as damaged."""
    db.execute("ALTER TABLE game ADD COLUMN seal TEXT NOT NULL DEFAULT ''")
    for (game,) in db.execute("SELECT id FROM game").fetchall():
        with suppress(sqlite3.Error, ValueError, TypeError):
            db.execute("UPDATE game SET seal=? WHERE id=?", (sealed_by(db, game), game))


def _acts(db: sqlite3.Connection) -> None:
    """8: what people do at a table beside the talks, each with after how many moves it was done."""
    db.execute(
        "CREATE TABLE act (game INTEGER NOT NULL REFERENCES game(id) ON DELETE CASCADE, seq INTEGER NOT NULL,"
        " after INTEGER NOT NULL, body TEXT NOT NULL, chain TEXT NOT NULL, PRIMARY KEY (game, seq))"
        " STRICT, WITHOUT ROWID"
    )


def _classes(db: sqlite3.Connection) -> None:
    """9: classes, what is done in each beside its tables, the keys of those who are in it, and the scenario files of
    its tables; and of which class talks are."""
    db.execute(
        "CREATE TABLE class (id INTEGER PRIMARY KEY, begun TEXT NOT NULL, code TEXT NOT NULL, opening TEXT NOT NULL,"
        " used TEXT NOT NULL, ended INTEGER NOT NULL DEFAULT 0) STRICT"
    )
    db.execute("CREATE UNIQUE INDEX class_code ON class(code) WHERE ended=0")
    of_class = "class INTEGER NOT NULL REFERENCES class(id) ON DELETE CASCADE"
    db.execute(
        f"CREATE TABLE class_act ({of_class}, seq INTEGER NOT NULL, body TEXT NOT NULL, chain TEXT NOT NULL,"
        " PRIMARY KEY (class, seq)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        f"CREATE TABLE key ({of_class}, holder TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, seat_code TEXT NOT NULL,"
        " PRIMARY KEY (class, holder)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        f"CREATE TABLE class_file ({of_class}, digest TEXT NOT NULL, source BLOB NOT NULL,"
        " PRIMARY KEY (class, digest)) STRICT"
    )
    db.execute("ALTER TABLE game ADD COLUMN class INTEGER REFERENCES class(id) ON DELETE CASCADE")
    db.execute("CREATE INDEX game_class ON game(class) WHERE class IS NOT NULL")


def sealed_by(db: Database, game: int) -> str:
    """The fingerprint of how a game was opened and whether it is over, as its row has it now."""
    columns = "begun, scenario, title, digest, seed, seats, opening, ended"
    row = db.execute(f"SELECT {columns} FROM game WHERE id=?", (game,)).fetchone()
    return chained("", "\n".join(map(str, row)))


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _moves_of_games, _chain_of_rows, _opening, _hushed, _keys, _numbers, _seals, _acts,
    _classes,
)  # fmt: skip
"""Migration number n stands in place n - 1, and makes version n of version n - 1."""

VERSION = len(MIGRATIONS)
"""The version that this game writes and reads."""


def migrate(db: sqlite3.Connection, to: int = VERSION) -> None:
    """Bring a file up to a version, wholly or not at all, whoever else opens it at the same time."""
    if version_of(db) >= to:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        made = version_of(db) or _unnumbered(db)
        for migration in MIGRATIONS[made:to]:
            migration(db)
        db.execute(f"PRAGMA user_version={max(made, to)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def version_of(db: sqlite3.Connection) -> int:
    """The number of a file's version; 0 of an empty file, and of one of before versions had numbers."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _unnumbered(db: sqlite3.Connection) -> int:
    """Which version a file is that has no number: an empty one, or one of before versions had numbers."""
    game, event = ({row[1] for row in db.execute(f"PRAGMA table_info({table})")} for table in ("game", "event"))
    if not game:
        return 0
    return 1 if "chain" not in event else 2 if "opening" not in game else 3 if "hushed" not in game else 4
