"""Where talks and classes may be kept, for the tests that must hold in each: a file, and a database that is theirs
alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from game.table import Keeping, Store

_NUMBERS = count(1)


@dataclass(frozen=True)
class Place:
    """A place that several programs may open."""

    name: str
    """A path, or an address."""

    @property
    def is_file(self) -> bool:
        """Whether it is a file."""
        return not self.name.startswith("postgresql:")

    def open(self) -> Keeping:
        """Open it as one more program does."""
        if self.is_file:
            return Store(Path(self.name))
        from game.table.postgres import Postgres

        return Postgres(self.name)

    def sql(self, statement: str) -> list[Any]:
        """What a statement finds or does past all that is ours."""
        if self.is_file:
            with closing(sqlite3.connect(self.name, isolation_level=None)) as db:
                return db.execute(statement).fetchall()
        import psycopg

        with psycopg.connect(self.name, autocommit=True) as connection:
            found = connection.execute(statement.encode())
            return found.fetchall() if found.description else []

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        names = "SELECT name FROM sqlite_master WHERE type='table'"
        if not self.is_file:
            names = "SELECT table_name FROM information_schema.tables WHERE table_schema=current_schema()"
        return {name: self.sql(f"SELECT count(*) FROM {name}")[0][0] for (name,) in self.sql(names)}


def database(server: str) -> str:
    """The address of tables of its own at a server."""
    import psycopg

    name = f"test_{next(_NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{server}&options=-csearch_path%3D{name}"


@pytest.fixture(params=["file", pytest.param("database", marks=pytest.mark.slow)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A new place of each kind."""
    if request.param == "file":
        return Place(str(tmp_path / "talks.sqlite3"))
    return Place(database(request.getfixturevalue("postgresql")))


@pytest.fixture
def store(place: Place) -> Iterator[Keeping]:
    """The place as one program has opened it."""
    with closing(place.open()) as store:
        yield store
