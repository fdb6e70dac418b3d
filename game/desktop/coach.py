"""Who tells a player the ideas of the game, each once, when it is first needed; what was told is remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desktop.kit.settings import Settings
from game.seat import ASIDE, Idea, next_of


class Coach:
    """What was told, and what is told now. It speaks only while the player wants it."""

    def __init__(self, settings: Settings, changed: Callable[[], None]) -> None:
        self._settings, self._changed = settings, changed
        self._telling: Idea | None = None
        self._turn: int | None = None
        """The move at which something was told last that could have waited."""

    @property
    def on(self) -> bool:
        """Whether hints are given."""
        return self._settings.guide

    def begin(self, *, anew: bool = True) -> None:
        """Give hints from now on; `anew`: those that have been given, too."""
        self._settings.guide, self._telling, self._turn = True, None, None
        if anew:
            self._settings.met = ()
        self._changed()

    def stop(self) -> None:
        """Give no more hints."""
        self._settings.guide, self._telling = False, None
        self._changed()

    def offer(self, ideas: Sequence[Idea], turn: int) -> Idea | None:
        """What is to be told now of what is needed at this turn. What was being told and is needed no more, is known:
        the player has gone on."""
        if not self.on:
            return None
        if self._telling is not None and self._telling not in ideas:
            self._meet(self._telling)
        return next_of(ideas, self._settings.met, aside=self._turn != turn)

    def told(self, idea: Idea) -> bool:
        """An idea is seen; whether it was not there before."""
        fresh, self._telling = self._telling != idea, idea
        return fresh

    def put_away(self, idea: Idea, turn: int) -> None:
        """The player has read it."""
        if idea in ASIDE:
            self._turn = turn
        self._meet(idea)
        self._changed()

    def _meet(self, idea: Idea) -> None:
        self._settings.met = (*self._settings.met, idea)
        self._telling = None
