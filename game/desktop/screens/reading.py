"""What is to be read first: whoever presses once too often does not put it away unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.desktop.screen import GameScreen
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App

_MOMENT, _LONGEST = 1.2, 3.6
"""Seconds for which a page that has come cannot be put away: from the last press on, and at most."""
_GLANCE = 0.5
"""The same where nobody has pressed anything for so long that no press was on its way."""


class Reading:
    """A page that has come a moment ago. It goes by the pace of the others: whoever wants those quick reads quickly."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._until = self._end = 0.0
        self._awaited = False
        self.comes()

    def comes(self) -> None:
        """Another page has come: a moment passes."""
        self._end = self._app.clock() + min(_LONGEST, 6 * self._app.host.pace)
        idle = self._app.clock() - self._app.lately.did > _MOMENT
        self._waits(_GLANCE if idle else _MOMENT)

    def pressed(self) -> None:
        """Somebody was too quick: the moment begins once more, but nobody is kept for ever."""
        self._waits(_MOMENT)

    def _waits(self, moment: float) -> None:
        self._until = min(self._end, self._app.clock() + min(moment, 2 * self._app.host.pace))
        self._awaited = True

    @property
    def why(self) -> str:
        """Why it cannot be put away yet; empty if it can."""
        return say("This has only just come: read it first.") if self._app.clock() < self._until else ""

    def look(self, now: float) -> None:
        """Have the window drawn once when the moment has passed."""
        if self._awaited and now >= self._until:
            self._awaited = False
            self._app.redraw()


class ReadFirst(GameScreen):
    """A screen that is to be read before it is put away."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.reading = Reading(app)

    def tick(self, now: float) -> bool:
        """After a moment it can be put away; nothing moves."""
        self.reading.look(now)
        return False

    def refused(self, why: str) -> None:
        """Too soon: whoever presses again and again waits on."""
        del why
        self.reading.pressed()
