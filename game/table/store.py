"""Where talks and classes are kept: an SQLite file, with everything on disk before it is shown as done.

WAL with `synchronous=FULL` survives a killed program and a cut of power (sqlite.org, "Write-Ahead Logging"). What
stands in the file: `games.py` and `classes.py`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.table.classes import Classes
from game.table.games import Games
from game.table.store_error import ClassId, StoreError, telling
from game.table.store_file import default_path, identity, open_to_read, open_to_write


class Store(Games, Classes):
    """The file of talks and of classes. One connection writes: any thread may use it, and no two at the same time."""

    _db: sqlite3.Connection
    path: Path

    def __init__(self, path: Path | None = None, *, patience: float = 5.0, writable: bool = True) -> None:
        """Open the file, and make it where there is none. `patience` is how many seconds a write waits for another
        program that holds the file. One that is not `writable` is read, wherever it lies. Raises `StoreError`."""
        self.path = path or default_path()
        self.writable = writable
        self.moved: Path | None = None
        """Where the file is that was damaged and lay in the place of this one."""
        self._patience = patience
        self._unsettled = False
        self._gathers = False
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

    # ---- changes ------------------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._check_place()
        if not self._gathers:
            with telling("not-saved", self.path), self._undone_if_failed():
                self._db.execute("BEGIN IMMEDIATE")
                yield self._db
                self._db.execute("COMMIT")
            self._unsettled = True
            return
        self._check_gathering()
        with telling("not-saved", self.path):
            self._db.execute("SAVEPOINT change")
            try:
                yield self._db
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK TO change")
                    self._db.execute("RELEASE change")
                raise
            self._db.execute("RELEASE change")

    def _check_place(self) -> None:
        if self.writable and identity(self.path) != self._identity:
            # What is written to a file that was deleted or put elsewhere is written to no purpose.
            raise StoreError("not-saved", path=self.path, trouble="gone")
        if not self.writable:
            raise StoreError("not-saved", path=self.path, trouble="read-only")

    def _check_gathering(self) -> None:
        if not self._db.in_transaction:
            # Where the disk is full, SQLite takes everything back by itself; what came behind it must not stand alone.
            raise StoreError("not-saved", path=self.path, written="what was gathered is lost")

    @contextmanager
    def _undone_if_failed(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            if self._db.in_transaction:  # SQLite may have rolled back by itself
                self._db.execute("ROLLBACK")
            raise

    def gather(self) -> None:
        """From now on let what is written wait for `commit`, with which it is on disk, all or nothing; until then
        nobody may be answered or shown anything of it. A single change that fails is undone and takes no other with it.

        `commit` may be called in another thread, so that whoever waits for the disk holds nobody up. Nobody else may
        use this store from when that begins until it has ended: not to read, either. Raises `StoreError`.
        """
        self._check_place()
        with telling("not-saved", self.path):
            self._db.execute("BEGIN IMMEDIATE")
        self._gathers = True

    def commit(self) -> None:
        """Bring what was gathered to disk. Raises `StoreError` where it is not there; then none of it is kept."""
        self._gathers = False
        self._check_gathering()
        with telling("not-saved", self.path), self._undone_if_failed():
            self._check_place()
            self._db.execute("COMMIT")
        self._unsettled = True

    def give_up(self) -> None:
        """Keep nothing of what was gathered."""
        self._gathers = False
        with suppress(sqlite3.Error):  # then the file is out of reach, and the next change says so
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all that is written inside at once, when this is left: all or nothing. Raises `StoreError`."""
        self.gather()
        try:
            yield
        except BaseException:
            self.give_up()
            raise
        self.commit()

    @contextmanager
    def moment(self) -> Iterator[None]:
        """All that is read inside is as it stood at one moment, whatever other programs write meanwhile. Raises
        `StoreError`."""
        if self._db.in_transaction:
            yield
            return
        with telling("cannot-read", self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.execute("ROLLBACK")

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with telling("cannot-read", self.path):
            yield self._db

    def settle(self) -> None:
        """Bring what stands in the log into the file itself, for whoever copies that alone. It is on disk already, and
        this takes longer than a move: call it when nobody waits."""
        if self._unsettled:
            self._unsettled = False
            with suppress(sqlite3.Error):
                self._db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def delete_class(self, of_class: ClassId) -> None:
        """Forget a class for good: what was done in it, its people and their keys, and all talks at its tables. No byte
        of it stays in the file, unless that is done while changes are gathered. Raises `StoreError`."""
        with telling("not-saved", self.path):
            self._db.execute("PRAGMA secure_delete=ON").fetchall()
        try:
            super().delete_class(of_class)
        finally:
            with suppress(sqlite3.Error):
                self._db.execute("PRAGMA secure_delete=OFF").fetchall()
        if not self._gathers:
            with suppress(sqlite3.Error):  # another program reads the log: then it goes when that lets go of it
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
