"""What keeps rows: how anything is written wholly or not at all, and read with every fault told, whichever database it
lies in.

The statements that keep talks (`games.py`) and classes (`classes.py`) are written once, in the SQL that SQLite and
PostgreSQL share; where the rows lie, and what holds a transaction together there, a store says.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Protocol

Value = int | str | bytes | None
"""What stands in one column of one row."""


class Found(Protocol):
    """The rows that a statement has found."""

    @property
    def rowcount(self) -> int:
        """How many rows it has written."""

    def fetchone(self) -> Any:
        """The next of them, or None where there are no more."""

    def fetchall(self) -> list[Any]:
        """All that are left."""


class Database(Protocol):
    """What does statements; a `?` in one stands for a value."""

    def execute(self, statement: str, values: Sequence[Value] = ..., /) -> Found:
        """Do one statement."""


class Rows(ABC):
    """A place where rows are kept."""

    path: Path | str
    """Where the file lies, or which database it is."""

    _db: Database
    """What does statements."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Database]:
        """One change, wholly or not at all; on disk when it is left, or with those that are gathered. Raises
        `StoreError`."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Database]:
        """Where rows are read, and whatever goes wrong is raised as a `StoreError`."""

    def _number(self, db: Database, of: Literal["game", "class"]) -> int:
        """A number that no game, or class, has or has ever had."""
        given = db.execute(f"SELECT last FROM number WHERE of=? UNION ALL SELECT max(id) FROM {of}", (of,)).fetchall()
        number = 1 + max((last or 0 for (last,) in given), default=0)
        db.execute(
            "INSERT INTO number (of, last) VALUES (?, ?) ON CONFLICT (of) DO UPDATE SET last=excluded.last",
            (of, number),
        )
        return number

    def _tell(self, of: Literal["class", "game"], number: int) -> None:  # noqa: B027
        """Let other programs know, with the change that is being written, that something of a class or of talks is
        kept; nothing where there are no others."""

    def _now(self) -> str:
        """The time by this machine's clock, as rows have it."""
        return datetime.now(UTC).isoformat()

    @abstractmethod
    def moment(self) -> AbstractContextManager[None]:
        """All that is read inside is as it stood at one moment. Raises `StoreError`."""
