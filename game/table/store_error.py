"""Why talks are not kept or not read back: of what kind the fault is, and what the trouble with the file is."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NewType

from game.talks import RecordError

GameId = int
ClassId = NewType("ClassId", int)
"""The number of a class in the store."""

StoreFault = Literal[
    "cannot-keep",
    "later-version",
    "not-saved",
    "large-seed",
    "another-window",
    "another-course",
    "cannot-read",
    "no-game",
    "damaged-scenario",
    "damaged-move",
    "damaged-act",
    "damaged-game",
    "unreadable-record",
    "unplayable",
    "no-store",
    "no-talks",
    "no-delegation",
    "no-class",
    "code-taken",
    "damaged-class",
    "damaged-class-act",
    "another-server",
    "no-address",
]
"""Why talks are not kept or not read back.

Nothing can be kept at the `path`, or not what was asked for, or it cannot be read, with the system's own words in
`written` and its `trouble`; the file is of a later version, the `number`; a seed, `written`, is too large; the move of
that `number` does not follow what is kept; what is kept has other moves than were played here; there is no `game`; its
scenario, its move or act of that `number` or how it was opened is damaged; its moves are `misread`, or the rules
do not allow them. And of a session: it keeps nothing; nothing has been played in it; the scenario has no delegation
that is `written`, but those of the `names`. Of a class: there is none `of_class`; another that is not over has its
code, which is `written`; its row, or its act of that `number`, is damaged, or that does not follow what is kept. Of a
database: its address cannot be read.
"""

Trouble = Literal["locked", "full", "read-only", "gone", "damaged", "lost", "other"]
"""What the trouble with the file is: another program holds it, the disk is full, it may not be written, it is not there
any more, it is no file of talks, it has taken back what was gathered, or what the system says."""

_BY_CODE: dict[int, Trouble] = {
    sqlite3.SQLITE_ERROR: "damaged",  # our statements are right: what they ask for is not there
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
_BY_EXTENDED_CODE: dict[int, Trouble] = {
    sqlite3.SQLITE_IOERR_SHMSIZE: "full",  # the index of the log cannot grow, even as the file is opened
}
_BY_NUMBER: dict[int, Trouble] = {
    errno.ENOSPC: "full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    **({errno.EDQUOT: "full"} if hasattr(errno, "EDQUOT") else {}),
}

RAISED = (sqlite3.Error, sqlite3.Warning, OSError, ValueError, TypeError, OverflowError, MemoryError)
"""Whatever SQLite and what reads its rows raise over a file that is damaged or out of reach. A byte that is no letter
in a message of SQLite's own is a `UnicodeDecodeError`, which is a `ValueError`."""


class StoreError(Exception):
    """Talks that cannot be kept or read back: of what kind the fault is, and what goes with it."""

    def __init__(
        self,
        kind: StoreFault,
        *,
        path: Path | str | None = None,
        game: GameId = 0,
        number: int = 0,
        written: str = "",
        names: Sequence[str] = (),
        misread: RecordError | None = None,
        trouble: Trouble = "other",
        of_class: ClassId | None = None,
    ) -> None:
        super().__init__(kind, *(each for each in (path, game, number, written, *names, of_class) if each))
        self.kind, self.path, self.game, self.number, self.written, self.names = (
            kind,
            path,
            game,
            number,
            written,
            names,
        )
        self.misread, self.trouble, self.of_class = misread, trouble, of_class


class ResumeError(StoreError):
    """Kept talks that cannot be played on: the rules refuse a move, or the scenario has mistakes."""

    def __init__(self, game: GameId, fault: Exception) -> None:
        super().__init__("unplayable", game=game)
        self.fault = fault


def trouble_of(fault: BaseException) -> Trouble:
    """What the trouble with the file is, as SQLite or the system has told it."""
    match fault:
        case sqlite3.Error():
            # An extended code has the plain one in its lowest byte; what Python itself refuses has none.
            code = getattr(fault, "sqlite_errorcode", None)
            if not isinstance(code, int):
                return "other"
            return _BY_EXTENDED_CODE.get(code) or _BY_CODE.get(code & 0xFF, "other")
        case OSError():
            return _BY_NUMBER.get(fault.errno or 0, "other")
        case _:
            return "damaged"


@contextmanager
def telling(kind: StoreFault, path: Path | str) -> Iterator[None]:
    """Whatever is raised inside over the file is a `StoreError` of this kind."""
    try:
        yield
    except RAISED as fault:
        reason = fault.strerror if isinstance(fault, OSError) else None
        words = " ".join((reason or str(fault)).split()) or type(fault).__name__
        raise StoreError(kind, path=path, written=words, trouble=trouble_of(fault)) from fault
