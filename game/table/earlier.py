"""Earlier finished talks of one scenario, read from the store one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario import WHOLE
from game.table.games import fingerprint
from game.table.store import Store
from game.table.store_error import GameId, StoreError
from game.talks import Record

MOST = 100
"""So many are read at most, the latest."""


def earlier_talks(
    store: Store,
    scenario: str,
    source: bytes,
    but: GameId | None = None,
    most: int = MOST,
    *,
    edition: str = WHOLE,
) -> Iterator[tuple[Record, bytes] | None]:
    """Finished talks of a scenario that were played with the same file in the same edition, the newest first, without
    one of them; None for each that is damaged.

    Only which there are is looked up at once, and raises `StoreError` where that cannot be: each is read when it is
    asked for, so that a face can do it between two frames. From the thread of the store.
    """
    version = fingerprint(source)
    games = [game for game, digest in store.finished(scenario, edition) if digest == version and game != but]
    return (_read(store, game) for game in games[:most])


def _read(store: Store, game: GameId) -> tuple[Record, bytes] | None:
    try:
        return store.load(game)
    except StoreError:
        return None
