"""The player's adviser at the window: it thinks beside the drawing thread as soon as the player has the floor. Of
several players at one screen each has one of their own, who says nothing to the others."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from game.seat import Here, Seated
from game.seat.tray import Shifts
from game.table import Host, StoreError, Table
from game.talks import Move
from game.text import DelegationId

if TYPE_CHECKING:
    # It is handed over and loads when it first thinks: the first frame does not wait for it.
    from game.words.adviser import Adviser, ToldCounsel, ToldCourse, ToldOpinion

_log = logging.getLogger(__name__)


class Counsellor:
    """What the adviser makes of the latest moment; whether there is one here, and whether it is heard."""

    def __init__(self, adviser: Adviser | None, host: Host) -> None:
        self._adviser = adviser
        self._host = host
        self._here: Seated | None = None
        self._counsel: ToldCounsel | None = None
        self._thread: threading.Thread | None = None
        self._table: Table | None = None
        self._hushed: dict[DelegationId, bool] = {}
        """Who at this table has silenced it."""

    def sit(self) -> None:
        """A player has sat down somewhere, or got up: what was told to another is forgotten, and whether it was
        silenced there is known."""
        self._settle()
        self._here = self._counsel = None
        host = self._host
        if host.table is not self._table:
            self._table, self._hushed = host.table, {}
            self._remember()

    def _remember(self) -> None:
        """Who has silenced it is kept with the talks."""
        table, store = self._host.table, self._host.store
        if table is None or table.game is None or store is None:
            return
        try:
            for place, who in enumerate(self._host.people):
                self._hushed[who] = store.hushed(table.game, place)
        except StoreError as fault:
            _log.warning("%s", fault)

    @property
    def hushed(self) -> bool:
        """Whether the player at the screen has silenced it in these talks."""
        return self._host.who is not None and self._hushed.get(self._host.who, False)

    @property
    def there(self) -> bool:
        """Whether the player has an adviser at this table, heard or not; who speaks for an audience has none."""
        host = self._host
        seated = host.table is not None and host.table.adviser and host.who in host.table.scenario.ids
        return self._adviser is not None and seated

    @property
    def heard(self) -> bool:
        """Whether the player has one and wants to hear it."""
        return self.there and not self.hushed

    def hush(self, *, hushed: bool) -> StoreError | None:
        """Silence it in these talks, or hear it again; why that will not be remembered, or None."""
        table, store, who = self._host.table, self._host.store, self._host.who
        if who is None:
            return None
        self._hushed[who] = hushed
        if store is not None and table is not None and table.game is not None:
            try:
                store.hush(table.game, hushed=hushed, place=self._host.people.index(who))
            except StoreError as fault:
                return fault
        return None

    def look(self) -> None:
        """Let it think about the talks as they stand, if the player has the floor."""
        table, who = self._host.table, self._host.who
        if self.heard and table is not None and who is not None:
            here = Seated(table.view(who))
            if here.desk.my_turn:
                self._begin(here)

    def courses(self, here: Here) -> tuple[ToldCourse, ...]:
        """What could be done now, the best first; nothing where it has nothing to say."""
        counsel = self._of(here)
        return counsel.courses if counsel else ()

    def opinion(self, here: Here, shifts: Shifts) -> ToldOpinion | None:
        """What it thinks of a package that is prepared."""
        counsel = self._of(here)
        return counsel.opinion(shifts) if counsel else None

    def warnings(self, here: Here, move: Move) -> tuple[str, ...]:
        """What it says before a move."""
        counsel = self._of(here)
        return counsel.warnings(move) if counsel else ()

    def _of(self, here: Here) -> ToldCounsel | None:
        """The counsel on a moment, as soon as it is there: a few hundredths of a second later, mostly before."""
        if not isinstance(here, Seated) or not self.heard or not here.desk.my_turn:
            return None
        self._begin(here)
        self._settle()
        return self._counsel

    def _begin(self, here: Seated) -> None:
        """Think about a moment, unless that is done. The thread is a daemon: nobody waits for it at the end."""
        if self._adviser is None or (self._here is not None and self._here.is_now(here)):
            return
        self._settle()
        self._here, self._counsel = here, None
        self._thread = threading.Thread(target=self._think, args=(self._adviser, here), name="adviser", daemon=True)
        self._thread.start()

    def _settle(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _think(self, adviser: Adviser, here: Seated) -> None:
        try:
            counsel = adviser(here)
            counsel.think()
            self._counsel = counsel
        except Exception:
            _log.exception("the adviser could not think")
