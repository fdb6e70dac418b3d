"""How a class is kept: a row for each thing that is done in it beside its tables, the keys of those who are in it, and
the talks at its tables.

What is done in a class is kept as lines that are not read here, each with a fingerprint of itself, of all before it and
of how the class was opened. A key is kept as a fingerprint alone: nobody gets in with what stands in the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from game.table.migrations import chained
from game.table.rows import Database, Rows
from game.table.store_error import ClassId, GameId, StoreError

DAYS_KEPT = 30
"""Days after which a class is deleted in which nothing more was done."""


@dataclass(frozen=True, slots=True)
class KeptClass:
    """One class in the store, as a list of classes shows it."""

    id: ClassId
    begun: datetime
    used: datetime
    """When something was last done in it beside its tables."""
    code: str
    """What people type to get in; no two classes that are not over have the same."""
    opening: str
    """How it was opened, in the words of whoever opened it."""
    acts: int
    games: tuple[GameId, ...]
    """The talks at its tables, in the order in which they were begun."""
    ended: bool


@dataclass(frozen=True, slots=True)
class Key:
    """What lets somebody in."""

    holder: str
    """Who it is: a device, or the teacher's desk or wall."""
    hash: str
    """The fingerprint of the secret that is shown."""
    seat_code: str
    """The few signs with which another device takes the same place; empty where there are none."""


class Classes(Rows):
    """Classes, as rows."""

    # ---- writing ------------------------------------------------------------------------------------------------

    def open_class(self, code: str, opening: str) -> ClassId:
        """Keep a new class, with the code that people type to get in and how it is opened, in whatever words. Raises
        `StoreError`, also where a class has that code that is not over."""
        with self._writing() as db:
            number, now = ClassId(self._number(db, "class")), self._now()
            values = (number, now, code, opening, now)
            sql = "INSERT INTO class (id, begun, code, opening, used) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
            if db.execute(sql, values).rowcount != 1:
                raise StoreError("code-taken", written=code)
            self._tell("class", number)
            return number

    def keep_class_act(self, of_class: ClassId, seq: int, body: str, *, ended: bool = False) -> None:
        """Keep what was done in a class as number `seq`, from 1, and whether it is over with that. When this returns,
        it is on disk. Raises `StoreError` if it is not, and where another program has done something in this class."""
        with self._writing() as db:
            sql = "SELECT seq, chain FROM class_act WHERE class=? ORDER BY seq DESC LIMIT 1"
            last, before = db.execute(sql, (of_class,)).fetchone() or (0, self._opening_of(db, of_class))
            if seq != last + 1:
                raise StoreError("another-server", of_class=of_class, number=seq)
            values = (of_class, seq, body, chained(before, body))
            sql = "INSERT INTO class_act (class, seq, body, chain) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
            if db.execute(sql, values).rowcount != 1:
                raise StoreError("another-server", of_class=of_class, number=seq)
            self._tell("class", of_class)
            db.execute("UPDATE class SET used=? WHERE id=?", (self._now(), of_class))
            if ended:
                db.execute("UPDATE class SET ended=1 WHERE id=?", (of_class,))

    def _opening_of(self, db: Database, of_class: ClassId) -> str:
        """What the chain of fingerprints begins with: how the class was opened."""
        row = db.execute("SELECT begun, code, opening FROM class WHERE id=?", (of_class,)).fetchone()
        if row is None:
            raise StoreError("no-class", path=self.path, of_class=of_class)
        return chained("", "\n".join(map(str, row)))

    def keep_key(self, of_class: ClassId, holder: str, hash: str, seat_code: str = "") -> None:
        """Let somebody in with a secret of this fingerprint, and with none that let the same one in before. Raises
        `StoreError`."""
        with self._writing() as db:
            self._opening_of(db, of_class)
            db.execute(
                "INSERT INTO key (class, holder, hash, seat_code) VALUES (?, ?, ?, ?) ON CONFLICT (class, holder)"
                " DO UPDATE SET hash=excluded.hash, seat_code=excluded.seat_code",
                (of_class, holder, hash, seat_code),
            )
            self._tell("class", of_class)

    def drop_key(self, of_class: ClassId, holder: str) -> None:
        """Let somebody in no more. Raises `StoreError`."""
        with self._writing() as db:
            db.execute("DELETE FROM key WHERE class=? AND holder=?", (of_class, holder))
            self._tell("class", of_class)

    def delete_class(self, of_class: ClassId) -> None:
        """Forget a class for good: what was done in it, its people and their keys, and all talks at its tables. Raises
        `StoreError`."""
        with self._writing() as db:
            self._opening_of(db, of_class)
            db.execute("DELETE FROM class WHERE id=?", (of_class,))
            self._tell("class", of_class)

    def delete_old_classes(self, now: datetime, days: int = DAYS_KEPT) -> tuple[ClassId, ...]:
        """Forget each class in which nothing was done for so many days, and say which. Whoever serves classes calls
        this from time to time. Raises `StoreError`."""
        old = tuple(each.id for each in self.classes() if now - each.used >= timedelta(days=days))
        for each in old:
            self.delete_class(each)
        return old

    # ---- reading ------------------------------------------------------------------------------------------------

    def classes(self) -> tuple[KeptClass, ...]:
        """What classes are kept and can be read, newest first. Raises `StoreError` where nothing can be read."""
        return tuple(each for each in self.listed_classes() if isinstance(each, KeptClass))

    def listed_classes(self) -> tuple[KeptClass | StoreError, ...]:
        """What classes are kept, newest first, and of each that cannot be read why not. Raises `StoreError` where
        nothing can be read."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT id, begun, used, code, opening, (SELECT count(*) FROM class_act WHERE class=class.id), ended"
                " FROM class ORDER BY id DESC"
            ).fetchall()
            tables: dict[int, list[GameId]] = {}
            sql = "SELECT class, id FROM game WHERE class IS NOT NULL ORDER BY id"
            for of_class, game in db.execute(sql).fetchall():
                tables.setdefault(of_class, []).append(GameId(game))
        return tuple(_kept(row, tuple(tables.get(row[0], ()))) for row in rows)

    def class_of(self, code: str) -> ClassId | None:
        """The class that is not over into which this code leads. Raises `StoreError`."""
        with self._reading() as db:
            row = db.execute("SELECT id FROM class WHERE code=? AND ended=0", (code,)).fetchone()
            return ClassId(row[0]) if row else None

    def class_acts(self, of_class: ClassId, known: int = 0) -> tuple[str, ...]:
        """What was done in a class behind the first so many that whoever asks has already, oldest first. Raises
        `StoreError`, also where less is kept than that."""
        with self._reading() as db:
            before = self._opening_of(db, of_class)
            if known:
                row = db.execute("SELECT chain FROM class_act WHERE class=? AND seq=?", (of_class, known)).fetchone()
                if row is None:
                    raise StoreError("damaged-class-act", of_class=of_class, number=known)
                before = row[0]
            sql = "SELECT seq, body, chain FROM class_act WHERE class=? AND seq>? ORDER BY seq"
            rows = db.execute(sql, (of_class, known)).fetchall()
            for expected, (seq, body, chain) in enumerate(rows, known + 1):
                if seq != expected or chain != chained(before, body):
                    raise StoreError("damaged-class-act", of_class=of_class, number=expected)
                before = chain
            return tuple(body for _, body, _ in rows)

    def keys(self, of_class: ClassId) -> tuple[Key, ...]:
        """Who is let into a class, and with what. Raises `StoreError`."""
        with self._reading() as db:
            sql = "SELECT holder, hash, seat_code FROM key WHERE class=? ORDER BY holder"
            return tuple(Key(*row) for row in db.execute(sql, (of_class,)).fetchall())

    def let_in_by(self, hash: str) -> tuple[ClassId, str] | None:
        """Whom a secret of this fingerprint lets in, and into which class. Raises `StoreError`."""
        with self._reading() as db:
            row = db.execute("SELECT class, holder FROM key WHERE hash=?", (hash,)).fetchone()
            return (ClassId(row[0]), row[1]) if row else None


def _kept(row: Sequence[Any], games: tuple[GameId, ...]) -> KeptClass | StoreError:
    id, begun, used, code, opening, acts, ended = row
    try:
        times = datetime.fromisoformat(begun), datetime.fromisoformat(used)
        if any(each.tzinfo is None for each in times):
            raise ValueError(begun)
    except (ValueError, TypeError):
        return StoreError("damaged-class", of_class=ClassId(id))
    return KeptClass(ClassId(id), *times, code, opening, acts, games, bool(ended))
