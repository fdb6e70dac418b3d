"""A place that keeps talks and classes, whichever it is: how changes are brought to disk there, one by one or many at
once, and what several programs that share it know of each other."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Literal, NamedTuple, Protocol

from game.table.classes import Classes
from game.table.games import Games
from game.table.rows import Database
from game.table.store_error import ClassId, StoreError, StoreFault


class Notice(NamedTuple):
    """That another program has kept something of a class, or of talks."""

    of: Literal["class", "game"]
    number: int


class News(Protocol):
    """What other programs keep, as it comes. Any thread may ask; no two at the same time."""

    def fileno(self) -> int:
        """What an event loop may watch: it can be read as soon as there may be something."""

    def poll(self, seconds: float = 0.0) -> tuple[Notice, ...]:
        """What has come, after at most so many seconds; each at least once, and none of one's own. Raises `StoreError`
        where the place is out of reach: whoever then asks for news anew may have missed some, and reads everything."""

    def close(self) -> None:
        """Hear no more."""


class Keeping(Games, Classes):
    """Talks and classes, kept. Any thread may use it, and no two at the same time."""

    writable: bool
    shared = False
    """Whether several programs may serve the same class here."""
    _gathers = False
    _marked = False
    """Whether one of the changes that are gathered could still be undone alone."""

    # ---- what each place does in its own way ----------------------------------------------------------------------

    @abstractmethod
    def close(self) -> None:
        """Let go of the place."""

    @abstractmethod
    def reopen(self) -> None:
        """Look for the place again. Raises `StoreError`."""

    @abstractmethod
    def settle(self) -> None:
        """Do what there is to be put in order; this takes longer than a move: call it when nobody waits."""

    @abstractmethod
    def _telling(self, kind: StoreFault) -> AbstractContextManager[None]:
        """Whatever is raised inside over the place is a `StoreError` of this kind."""

    @abstractmethod
    def _check_place(self) -> None:
        """Raise `StoreError` where nothing can be written."""

    @abstractmethod
    def _begin(self, *, to_write: bool) -> None:
        """Begin a transaction; one that is not to write reads everything as it stands now."""

    @property
    @abstractmethod
    def _stands(self) -> bool:
        """Whether a transaction has begun that the place has not taken back by itself."""

    @abstractmethod
    def _commit(self) -> None:
        """Bring the transaction to disk, or raise."""

    @abstractmethod
    def _undo(self) -> None:
        """End the transaction, if there is one, with nothing of it kept. Raises nothing."""

    # ---- changes --------------------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        self._check_place()
        with self._telling("not-saved"):
            if self._gathers:
                with self._one_of_many():
                    yield self._db
                return
            try:
                self._begin(to_write=True)
                yield self._db
                self._commit()
            except BaseException:
                self._undo()
                raise

    @contextmanager
    def _one_of_many(self) -> Iterator[None]:
        """A change among those that are gathered: undone alone where it fails."""
        self._check_gathering()
        self._mark()
        try:
            yield
        except BaseException:
            if self._stands:
                self._db.execute("ROLLBACK TO change")
            raise

    def _mark(self) -> None:
        """Begin a change that can be undone alone."""
        if self._marked:
            self._db.execute("RELEASE change")
        self._db.execute("SAVEPOINT change")
        self._marked = True

    def _check_gathering(self) -> None:
        if not self._stands:
            # Where the disk is full, SQLite takes everything back by itself; what came behind it must not stand alone.
            raise StoreError("not-saved", path=self.path, trouble="lost")

    def gather(self) -> None:
        """From now on let what is written wait for `commit`, with which it is on disk, all or nothing; until then
        nobody may be answered or shown anything of it. A single change that fails is undone and takes no other with it.

        `commit` may be called in another thread, so that whoever waits for the disk holds nobody up. Nobody else may
        use this place from when that begins until it has ended: not to read, either. Raises `StoreError`.
        """
        self._check_place()
        with self._telling("not-saved"):
            self._begin(to_write=True)
        self._gathers, self._marked = True, False

    def commit(self) -> None:
        """Bring what was gathered to disk. Raises `StoreError` where it is not there; then none of it is kept, unless
        the place itself was lost with the answer: whoever reads it again finds all of it or nothing."""
        self._gathers = False
        try:
            self._check_gathering()
            self._check_place()
            with self._telling("not-saved"):
                self._commit()
        except BaseException:
            self._undo()
            raise

    def give_up(self) -> None:
        """Keep nothing of what was gathered."""
        self._gathers = False
        self._undo()

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
        if self._stands:
            yield
            return
        with self._telling("cannot-read"):
            self._begin(to_write=False)
            try:
                yield
            finally:
                self._undo()

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with self._telling("cannot-read"):
            yield self._db

    # ---- several programs at one place ------------------------------------------------------------------------------

    def news(self) -> News | None:
        """What other programs keep from now on; None where there can be no others. Raises `StoreError`."""
        return None

    @abstractmethod
    def hold(self, of_class: ClassId) -> bool:
        """Whether it is this program that owns the clock of a class: exactly one does, and when that has died another
        has it who asks. Ask before each look at the clock; to ask again costs nothing. Raises `StoreError`."""

    @abstractmethod
    def let_go(self, of_class: ClassId) -> None:
        """Leave the clock of a class to others. Raises `StoreError`."""

    def sign(self, of_class: ClassId, holders: Collection[str]) -> None:
        """Note that there has just been a sign of life of these, for other programs to know. Raises `StoreError`."""

    def signs(self, of_class: ClassId) -> Mapping[str, float]:  # noqa: ARG002
        """How many seconds ago the last sign of life was that any program has noted, of each in a class; of nobody
        where there can be no other programs. Raises `StoreError`."""
        return {}
