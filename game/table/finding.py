"""What becomes of talks that go on while nobody looks after their file: another window plays them, or it is lost."""

from __future__ import annotations

from typing import Literal

from game.table.store import Store
from game.table.store_error import StoreError, Trouble
from game.table.table import Table

LOST: tuple[Trouble, ...] = ("gone", "damaged")
"""Trouble with a file in which a move will not be kept later either: another one is looked for."""

Told = Literal["", "caught-up", "begun-anew", "kept-now"]
"""What has become of the talks while nobody looked: another window has played them and these have gone on with it; the
file was gone or damaged, and they have been kept anew; they could not be kept, and now they are."""


def find_again(table: Table, store: Store, source: bytes) -> Told:
    """The file is not where it was, or damaged: look whether there is a sound one now, be it a new one, and if these
    talks are not in it keep the whole of them there, and tell of that. Raises `StoreError` where there is no place."""
    store.reopen()
    try:
        table.catch_up(store)
    except StoreError:
        table.keep_anew(store, source)
        return "begun-anew"
    return ""
