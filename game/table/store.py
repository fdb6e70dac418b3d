"""Where talks and classes are kept by default: an SQLite file, with everything on disk before it is shown as done.

WAL with `synchronous=FULL` survives a killed program and a cut of power (sqlite.org, "Write-Ahead Logging"). What
stands in the file: `games.py` and `classes.py`.
"""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from game.table.keeping import Keeping
from game.table.store_error import ClassId, StoreError, StoreFault, telling, trouble_of
from game.table.store_file import default_path, identity, open_to_read, open_to_write


class Store(Keeping):
    """The file of talks and of classes, over one connection."""

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
        self._held: dict[ClassId, sqlite3.Connection] = {}
        """Classes whose clock this program owns, each with what shows that to others."""
        self._forgets = False
        """Whether something is to be left without a trace by the next commit."""
        self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        if not self.writable:
            return open_to_read(self.path)
        db, self.moved = open_to_write(self.path, self._patience)
        self._identity = identity(self.path)
        return db

    def close(self) -> None:
        """Let go of the file, and of the classes that are served. The last to do so leaves everything in the one file,
        without a log beside it."""
        for each in tuple(self._held):
            self.let_go(each)
        self._db.close()

    def reopen(self) -> None:
        """Look for the file again where it was, and make it where there is none. Raises `StoreError`."""
        if not self.path.parent.is_dir():
            raise StoreError("not-saved", path=self.path, trouble="gone")
        found = self._opened()
        self._db.close()
        self._db = found

    def settle(self) -> None:
        """Bring what stands in the log into the file itself, for whoever copies that alone. It is on disk already, and
        this takes longer than a move: call it when nobody waits."""
        if self._unsettled:
            self._unsettled = False
            with suppress(sqlite3.Error):
                self._db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def delete_class(self, of_class: ClassId) -> None:
        """Forget a class for good: what was done in it, its people and their keys, and all talks at its tables. No byte
        of it stays in the file, nor in the log beside it. Raises `StoreError`."""
        self._forgets = True
        self.let_go(of_class)
        with self._telling("not-saved"):
            self._db.execute("PRAGMA secure_delete=ON").fetchall()
        try:
            super().delete_class(of_class)
        finally:
            with suppress(sqlite3.Error):
                self._db.execute("PRAGMA secure_delete=OFF").fetchall()
        with suppress(OSError):  # of a program that was killed
            self._beside(of_class).unlink(missing_ok=True)

    # ---- another program with the same file -----------------------------------------------------------------------

    def hold(self, of_class: ClassId) -> bool:
        """Whether it is this program that serves a class. That another does so is seen by a file beside this one, which
        it has locked: however that program ends, its lock ends with it."""
        if of_class in self._held:
            return True
        lock = None
        try:
            lock = sqlite3.connect(self._beside(of_class), timeout=0.0, isolation_level=None, check_same_thread=False)
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as fault:
            if lock is not None:
                lock.close()
            return trouble_of(fault) != "locked"  # where no file can be locked, nobody knows of the others
        self._held[of_class] = lock
        return True

    def let_go(self, of_class: ClassId) -> None:
        """Let another program serve a class."""
        lock = self._held.pop(of_class, None)
        if lock is not None:
            with suppress(OSError):  # a system may keep a file that is open: then it stays, empty
                self._beside(of_class).unlink()
            lock.close()

    def _beside(self, of_class: ClassId) -> Path:
        return self.path.with_name(f"{self.path.name}-serves-{of_class}")

    # ---- changes ------------------------------------------------------------------------------------------------

    def _telling(self, kind: StoreFault) -> AbstractContextManager[None]:
        return telling(kind, self.path)

    def _check_place(self) -> None:
        if self.writable and identity(self.path) != self._identity:
            # What is written to a file that was deleted or put elsewhere is written to no purpose.
            raise StoreError("not-saved", path=self.path, trouble="gone")
        if not self.writable:
            raise StoreError("not-saved", path=self.path, trouble="read-only")

    def _begin(self, *, to_write: bool) -> None:
        self._db.execute("BEGIN IMMEDIATE" if to_write else "BEGIN")

    @property
    def _stands(self) -> bool:
        return self._db.in_transaction

    def _commit(self) -> None:
        self._db.execute("COMMIT")
        self._unsettled = True
        if self._forgets:
            self._forgets = False
            with suppress(sqlite3.Error):  # another program reads the log: then it goes when that lets go of it
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _undo(self) -> None:
        with suppress(sqlite3.Error):  # then the file is out of reach, and the next change says so
            if self._db.in_transaction:  # SQLite may have rolled back by itself
                self._db.execute("ROLLBACK")
