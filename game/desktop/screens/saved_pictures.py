"""Small pictures of the drafts of kept talks, drawn from their records when somebody looks at the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.desk.paper import standing
from game.desktop.desk.slide import small
from game.desktop.kit import colours
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.screens.saved_rows import Row
from game.scenario import ScenarioError
from game.seat import Seated
from game.table import StoreError, table_of
from game.talks import GALLERY

if TYPE_CHECKING:
    from pathlib import Path

    from game.desktop.app import App
    from game.table import GameId

WIDE, HIGH = 124.0, 76.0
_MOST = 100
_Key = tuple["Path", "GameId", int]
_known: dict[_Key, tuple[pygame.Surface, str] | None] = {}
"""The picture of each with how much is agreed there, as far as they have been made; None while one is being made, and
where none can be."""


class SavedPictures:
    """The pictures of one list. The talks are played beside the drawing; one is asked for at a time."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._waits = False

    def draw(self, canvas: Canvas, box: Box, row: Row) -> str:
        """The picture of a row, or the paper on which it will be; gives how much is agreed there, if it is known."""
        canvas.fill(colours.PAPER, box)
        seen = box.bottom > 0 and box.y < canvas.height
        found = self._of(row) if seen and not row.fault else None
        if found is not None:
            size = canvas.pixels(box).size
            canvas.surface.blit(pygame.transform.smoothscale(found[0], size), canvas.pixels(box).topleft)
        return found[1] if found is not None else ""

    def _of(self, row: Row) -> tuple[pygame.Surface, str] | None:
        store = self._app.host.store
        if store is None:
            return None
        key = store.path, row.game, row.moves
        if key not in _known and not self._waits:
            self._ask(key)
        return _known.get(key)

    def _ask(self, key: _Key) -> None:
        """Have talks played, and their draft drawn then."""
        store, policy = self._app.host.store, self._app.host.policy
        if len(_known) >= _MOST:
            _known.clear()
        _known[key] = None
        assert store is not None
        try:
            record, source = store.load(key[1])
        except (StoreError, ScenarioError):
            return

        def drawn(here: Seated) -> None:
            self._waits = False
            every, brackets = len(here.desk.issues), len(here.desk.brackets)
            _known[key] = small(here), standing(every, brackets, longer=False)

        def failed(_: Exception) -> None:
            self._waits = False

        self._waits = True
        self._app.worker.put(lambda: Seated.at_first(table_of(record, source, policy).view(GALLERY)), drawn, failed)
