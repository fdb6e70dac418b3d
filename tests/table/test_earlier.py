"""Earlier finished talks of the same scenario file, as the store keeps them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from game.table import GameId, Store, earlier_talks, fingerprint
from game.talks import Record
from tests.debrief.courses import record
from tests.library import source

NAME = "two-words"


def kept(store: Store, seed: int, *, comment: str = "", ended: bool = True, moves: int = 1000) -> tuple[GameId, Record]:
    """Talks in a store, perhaps with an edited file or unfinished."""
    file = source(NAME) + comment.encode()
    found = replace(record(NAME, seed), digest=fingerprint(file))
    found = replace(found, moves=found.moves[:moves])
    return store.begin(found, "Two words about a lake", file, ended=ended), found


def test_finished_talks_of_the_same_file_are_read_newest_first(tmp_path: Path) -> None:
    """Left out are the game itself, those that go on, and those of another version."""
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        _, first = kept(store, 1)
        kept(store, 1, comment="# another version\n")
        kept(store, 2, ended=False, moves=3)
        _, second = kept(store, 2)
        own, _ = kept(store, 3)
        assert list(earlier_talks(store, NAME, source(NAME), but=own)) == [
            (second, source(NAME)),
            (first, source(NAME)),
        ]
        assert list(earlier_talks(store, NAME, source(NAME), but=own, most=1)) == [(second, source(NAME))]
        assert not list(earlier_talks(store, "harbour", source("harbour")))


def test_what_is_damaged_is_nothing_in_its_place(tmp_path: Path) -> None:
    """A changed move of one game keeps none of the others from being read."""
    path = tmp_path / "talks.sqlite3"
    with closing(Store(path)) as store:
        kept(store, 1)
        damaged, _ = kept(store, 2)
        _, whole = kept(store, 3)
        with closing(sqlite3.connect(path)) as db:
            db.execute("UPDATE event SET body='ARIA leaves' WHERE game=? AND seq=1", (damaged,))
            db.commit()
        newest, broken, oldest = earlier_talks(store, NAME, source(NAME))
        assert newest == (whole, source(NAME))
        assert broken is None
        assert oldest is not None
