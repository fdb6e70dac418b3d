"""The file of talks itself: opened to write or only to read, its owner's alone, moved out of the way where it is
damaged."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from platformdirs import user_data_path

from game.table.migrations import VERSION, migrate, version_of
from game.table.store_error import RAISED, StoreError, telling

HOME = "AS_APPROPRIATE_HOME"
"""Environment variable that says where talks are kept, instead of the user's own data folder."""

LOGS = ("-wal", "-shm", "-journal")
"""What SQLite may lay beside a file, by how the name goes on; the first two belong to it."""

Identity = tuple[int, int]
"""Which file it is, whatever its name: the device and the number on it."""


def default_path() -> Path:
    """The file that talks are kept in."""
    folder = os.environ.get(HOME)
    return (_named(folder) if folder else _own_folder()) / "talks.sqlite3"


def _named(folder: str) -> Path:
    """A folder as it was named; `~` at its beginning is the user's home, which no shell has put in its place where it
    comes from a file of settings."""
    home, _, rest = folder.replace(os.sep, "/").partition("/")
    return Path.home() / rest if home == "~" else Path(folder)


def _own_folder() -> Path:
    return user_data_path("as-appropriate", appauthor=False)


def identity(path: Path) -> Identity | None:
    """Which file lies there now, or None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def open_to_write(path: Path, patience: float) -> tuple[sqlite3.Connection, Path | None]:
    """The file, made or brought up to date, and where a damaged one has been moved that lay in its place; `patience` is
    how many seconds another program is waited for. Raises `StoreError`."""
    found = identity(path)
    try:
        return _connected(path, patience), None
    except StoreError as fault:
        if fault.trouble != "damaged" or found is None or found != identity(path) or not path.is_file():
            raise
        with telling("cannot-keep", path):
            moved = _set_aside(path)
    return _connected(path, patience), moved


def _connected(path: Path, patience: float) -> sqlite3.Connection:
    with telling("cannot-keep", path):
        _make(path)
        db = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
        try:
            _refuse_later(db, path)
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
                db.execute(f"PRAGMA {pragma}").fetchall()
            migrate(db)
            _refuse_later(db, path)
            _refuse_odd(db, path)
            db.execute("BEGIN IMMEDIATE")  # a file that may not be written opens all the same
            db.execute("ROLLBACK")
        except BaseException:
            db.close()
            raise
    return db


def _make(path: Path) -> None:
    """Make the folder and the file, for their owner alone. What was there with wider rights is narrowed: the file
    always, a folder only if it is the game's own. The log takes its rights from the file."""
    folder = path.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder == _own_folder():
        _narrow(folder, 0o700)
    if not path.exists():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if path.is_file():
        for each in (path, *(path.with_name(path.name + log) for log in LOGS)):
            _narrow(each, 0o600)


def _narrow(path: Path, mode: int) -> None:
    with suppress(OSError):  # it is another's, or on a disk without rights: then that cannot be helped
        if (now := stat.S_IMODE(path.stat().st_mode)) & 0o077:
            path.chmod(now & mode)


def _refuse_later(db: sqlite3.Connection, path: Path) -> None:
    """Leave a file alone that a later version of the game has made."""
    if (version := version_of(db)) > VERSION:
        raise StoreError("later-version", path=path, number=version)


def _refuse_odd(db: sqlite3.Connection, path: Path) -> None:
    """A file with the number of this version and other tables is damaged."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        migrate(new)
        for (table,) in new.execute("SELECT name FROM sqlite_master WHERE type='table'"):
            found, expected = (each.execute(f"PRAGMA table_info({table})").fetchall() for each in (db, new))
            if found != expected:
                raise StoreError("cannot-keep", path=path, written=table, trouble="damaged")


def _set_aside(path: Path) -> Path:
    """Give a damaged file and its log a free name beside it; nothing is deleted."""
    number = 1
    while (free := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
        number += 1
    path.rename(free)
    for log in LOGS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + log).rename(free.with_name(free.name + log))
    return free


# ---- only to read -----------------------------------------------------------------------------------------------


def open_to_read(path: Path) -> sqlite3.Connection:
    """What the file holds now, in memory and brought up to date: neither the file nor its folder need be writable.
    Raises `StoreError`."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with telling("cannot-read", path):
            if path.exists():
                _copy(path, memory)
            _refuse_later(memory, path)
            migrate(memory)
            _refuse_odd(memory, path)
    except BaseException:
        memory.close()
        raise
    return memory


def _copy(path: Path, memory: sqlite3.Connection) -> None:
    """Copy a file into memory. Without a log nobody is writing, and nothing needs to be laid beside it. Where SQLite
    cannot lay its index of the log there, file and log are first copied to where it can."""
    place, log = path.absolute().as_uri(), path.with_name(f"{path.name}-wal")
    if not log.exists():
        _back_up(f"{place}?immutable=1", memory)
        return
    try:
        _back_up(f"{place}?mode=ro", memory)
    except RAISED:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            for each in (path, log):
                shutil.copyfile(each, copy.with_name(each.name))
            _back_up(copy.as_uri(), memory)


def _back_up(place: str, memory: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(place, uri=True)) as db:
        db.backup(memory)
