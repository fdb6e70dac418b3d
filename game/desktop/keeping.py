"""Whether what is played in the window is kept, and the words about it that stand below every screen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.table import Host, Store, StoreError
from game.words import SENTENCES, phrase, say, strung
from game.words.names import seat as seat_name
from game.words.storage import how_kept, not_kept, set_aside

PATIENCE = 0.05
"""Seconds that the window stands still for another program that holds the file; then it tells, and tries again."""
AGAIN = 2.0
"""Seconds after which a file that could not be opened is tried again."""

Unkept = StoreError | Literal["unasked"] | None
"""Why nothing is kept: the fault, or because it was asked for; None where talks are kept, or nobody has said a word of
it."""

_WAITS = phrase("Your move waits, and is made as soon as it can be saved; what you have typed is not lost.")
_WAITS_FOR = phrase("The move of {who} waits, and is made as soon as it can be saved.")


@dataclass(frozen=True, slots=True)
class Stake:
    """What is lost, or at least left, when somebody leaves: the question, what it means, the button that does it."""

    asks: str
    means: str
    goes: str


def open_store() -> tuple[Store | None, Unkept]:
    """The store of a window. Where it cannot be written it is read, and where it cannot be read there is none: then it
    is said why."""
    try:
        return Store(patience=PATIENCE), None
    except StoreError as fault:
        with suppress(StoreError):
            return Store(writable=False), fault
        return None, fault


class Keeping:
    """What the window says of how talks are kept, and what it tries when they are not."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self.unkept: Unkept = None
        self._tried: float | None = None

    def look_again(self, now: float) -> bool:
        """Try once more to open a file that could not be opened; True if it can be written now, and talks that have
        been begun without it are kept from now on."""
        if not isinstance(self.unkept, StoreError):
            return False
        if self._tried is None or now - self._tried < AGAIN:
            self._tried = now if self._tried is None else self._tried
            return False
        self._tried = now
        host = self._host
        try:
            place = self.unkept.path
            store = Store(place if isinstance(place, Path) else None, patience=PATIENCE)
            if host.table is not None and host.source is not None:
                host.table.keep_anew(store, host.source[0])
                host.told = "kept-now"
        except StoreError as fault:
            self.unkept = fault
            return False
        if host.store is not None:
            host.store.close()
        host.store, self.unkept = store, None
        return True

    @property
    def would_lose(self) -> bool:
        """Whether a player who leaves now loses something: talks that go on and are not kept, or a move that waits."""
        host = self._host
        if host.table is None or not host.people or host.table.verdict is not None:
            return False
        return not host.table.saved or (host.waiting is not None and host.waiting.who == host.who)

    @property
    def loss(self) -> str:
        """What is lost then."""
        if self._host.table is not None and self._host.table.saved:
            return say("Your last move could not be saved yet: it is lost if you leave now. All before it is kept.")
        why = self.words or say("Nothing is kept here.")
        return say("These talks are lost if you leave them now. {why}", why=why)

    @property
    def words(self) -> str:
        """What the player must know now of how talks are kept; empty where all is well."""
        host = self._host
        told = [self._trouble()] if host.trouble else [how_kept(host.told)]
        if isinstance(self.unkept, StoreError):
            told.append(say("Nothing is kept. {why}", why=not_kept(self.unkept)))
        elif self.unkept:
            told.append(say("Nothing is kept: the game was begun with {option}.", option="--no-save"))
        elif host.table is None and host.store is not None and host.store.moved is not None:
            told.append(set_aside(str(host.store.moved)))
        elif host.table is not None and not host.table.saved and host.store is not None:
            told.append(say("What is played here is not kept."))
        return strung([each for each in told if each], SENTENCES)

    @property
    def alarming(self) -> bool:
        """Whether the words tell of something that is amiss, and not of what was asked for."""
        return self._host.trouble is not None or isinstance(self.unkept, StoreError)

    def _trouble(self) -> str:
        host = self._host
        assert host.trouble is not None
        why = not_kept(host.trouble)
        if host.waiting is None or host.table is None:
            return why
        if host.waiting.who == host.who:
            return strung([why, say(_WAITS)], SENTENCES)
        who = seat_name(host.table.scenario, host.waiting.who)
        return strung([why, say(_WAITS_FOR, who=who)], SENTENCES)
