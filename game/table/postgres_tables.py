"""The tables of a PostgreSQL database of talks and classes: those of the file (`migrations.py`), as it writes them."""

from __future__ import annotations

_OF_GAME = "game BIGINT NOT NULL REFERENCES game(id) ON DELETE CASCADE"
_OF_CLASS = "class BIGINT NOT NULL REFERENCES class(id) ON DELETE CASCADE"

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE SEQUENCE game_number",
        "CREATE SEQUENCE class_number",
        "CREATE TABLE class (id BIGINT PRIMARY KEY, begun TEXT NOT NULL, code TEXT NOT NULL, opening TEXT NOT NULL,"
        " used TEXT NOT NULL, ended INTEGER NOT NULL DEFAULT 0)",
        "CREATE UNIQUE INDEX class_code ON class(code) WHERE ended=0",
        "CREATE TABLE game (id BIGINT PRIMARY KEY, begun TEXT NOT NULL, scenario TEXT NOT NULL, title TEXT NOT NULL,"
        " digest TEXT NOT NULL, source BYTEA NOT NULL, seats TEXT NOT NULL, ended INTEGER NOT NULL DEFAULT 0,"
        " opening TEXT NOT NULL DEFAULT '', hushed BIGINT NOT NULL DEFAULT 0, seed TEXT NOT NULL DEFAULT '',"
        " seal TEXT NOT NULL DEFAULT '', class BIGINT REFERENCES class(id) ON DELETE CASCADE)",
        "CREATE INDEX game_class ON game(class) WHERE class IS NOT NULL",
        f"CREATE TABLE event ({_OF_GAME}, seq INTEGER NOT NULL, body TEXT NOT NULL, chain TEXT NOT NULL,"
        " PRIMARY KEY (game, seq))",
        f"CREATE TABLE act ({_OF_GAME}, seq INTEGER NOT NULL, after INTEGER NOT NULL, body TEXT NOT NULL,"
        " chain TEXT NOT NULL, PRIMARY KEY (game, seq))",
        f"CREATE TABLE class_act ({_OF_CLASS}, seq INTEGER NOT NULL, body TEXT NOT NULL, chain TEXT NOT NULL,"
        " PRIMARY KEY (class, seq))",
        f'CREATE TABLE key ({_OF_CLASS}, holder TEXT COLLATE "C" NOT NULL, hash TEXT NOT NULL UNIQUE,'
        " seat_code TEXT NOT NULL, PRIMARY KEY (class, holder))",
        f"CREATE TABLE class_file ({_OF_CLASS}, digest TEXT NOT NULL, source BYTEA NOT NULL,"
        " PRIMARY KEY (class, digest))",
        # Signs of life may be lost with a server that fails: nothing of them need be on disk.
        f'CREATE UNLOGGED TABLE sign ({_OF_CLASS}, holder TEXT COLLATE "C" NOT NULL, at TIMESTAMPTZ NOT NULL,'
        " PRIMARY KEY (class, holder))",
    ),
)
"""Step number n stands in place n - 1, and makes version n of version n - 1. One that has been published is never
changed."""

VERSION = len(MIGRATIONS)
"""The version that this game writes and reads."""
