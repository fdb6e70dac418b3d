"""Earlier finished talks of one scenario, read from the store one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from game.table.store import Store, fingerprint
from game.table.store_error import GameId, StoreError
from game.talks import Record

MOST = 100
"""So many are read at most, the latest."""


class Earlier:
    """Finished talks that were played with the same scenario file, the newest first.

    Only what is kept is looked up at once; each record is read when it is asked for, so that a face can do so between
    two pictures. Those that are damaged are passed over, and counted.
    """

    def __init__(self, store: Store, scenario: str, source: bytes, but: GameId | None = None, most: int = MOST) -> None:
        """Of the scenario with this id and file, but one game, of which there is more to tell. Raises `StoreError`."""
        self._store = store
        kept = store.finished(scenario)
        alike = [game for game, digest in kept if digest == fingerprint(source)]
        self.other_versions = len(kept) - len(alike)
        """How many were played with another version of the file: they are left out."""
        self._games = [game for game in alike if game != but][:most]
        self.damaged = 0
        """How many of those asked for so far could not be read."""

    def __len__(self) -> int:
        return len(self._games)

    def __iter__(self) -> Iterator[tuple[Record, bytes] | None]:
        """A record with its scenario file, or None where it could not be read. From the thread of the store."""
        for game in self._games:
            try:
                yield self._store.load(game)
            except StoreError:
                self.damaged += 1
                yield None
