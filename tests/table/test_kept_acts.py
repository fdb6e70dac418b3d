"""What people do at a table beside the talks is kept with them, as safely as the moves."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from game.delegations import computer
from game.table import (
    Act,
    AskForPen,
    Device,
    HandPen,
    Join,
    Made,
    Store,
    Suggest,
    Table,
    open_table,
    resume,
)
from game.talks import Propose, Say, Shift
from game.text import DelegationId, IssueId, OptionId
from tests.library import source
from tests.table.refusing import refusing

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
ANN, BEN = Device("ann"), Device("ben")
OFFER = Propose(BORO, (Shift(ARIA, IssueId("verb"), OptionId("may")),), remark="Two\nlines, “so”,\u2028and \u202e.")
BEFORE: tuple[Act, ...] = (Join(ANN, ARIA, "Ann Ü"), Join(BEN, ARIA, "Ben of 7b"), AskForPen(BEN))
DONE = [
    *((0, act) for act in BEFORE),
    (1, Made(ANN, "m1")),
    (1, Suggest(BEN, OFFER)),
    (1, HandPen(ANN, BEN)),
    (2, Made(BEN, "m1")),
]


def played(store: Store) -> Table:
    """Talks of two moves, with acts before, between and with them."""
    table = open_table(source("two-words"), "two-words", {ARIA: "person", BORO: "person"}, computer, store=store)
    assert table.game is not None
    moves = 0
    for seq, (after, act) in enumerate(DONE, 1):
        if isinstance(act, Made):
            said = Say(table.floor, remark="So.")
            assert table.submit(said.by, said, table.version, act) is None
            moves += 1
        else:
            store.keep_act(table.game, seq, after, act)
        assert after == moves
    return table


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where talks are kept."""
    return tmp_path / "talks.sqlite3"


def test_acts_are_read_back_as_they_were(path: Path) -> None:
    """In their order, each behind the moves it was behind, after the file was closed; and they are no part of the
    record, nor gone when talks are kept anew, but gone with talks that are deleted."""
    with closing(Store(path)) as store:
        table = played(store)
    with closing(Store(path)) as store:
        assert store.acts(1) == tuple(DONE)
        again = resume(store, 1, computer)
        assert again.export() == table.export()
        assert "Ann" not in again.export()
        record, file = store.load(1)
        anew = store.begin(record, "Two words", file, acts=store.acts(1))
        assert store.acts(anew) == tuple(DONE)
        store.delete(1)
        assert store._db.execute("SELECT count(*) FROM act").fetchone() == (len(DONE),)
        with refusing("no-game", game=1):
            store.keep_act(1, 1, 0, BEFORE[0])


def test_a_reader_finds_them_too(path: Path) -> None:
    """In a file that is only read."""
    with closing(Store(path)) as store:
        played(store)
    with closing(Store(path, writable=False)) as store:
        assert store.acts(1) == tuple(DONE)
        with refusing("not-saved", trouble="read-only"):
            store.keep_act(1, 8, 2, AskForPen(ANN))


def test_acts_of_another_window_are_noticed(path: Path) -> None:
    """Whoever does not know the last act keeps none after it."""
    with closing(Store(path)) as store:
        played(store)
        for wrong in (0, 3, len(DONE), len(DONE) + 2):
            with refusing("another-window", number=3):
                store.keep_act(1, wrong, 2, AskForPen(ANN))
        store.keep_act(1, len(DONE) + 1, 2, AskForPen(ANN))
        assert store.acts(1)[-1] == (2, AskForPen(ANN))


@pytest.mark.parametrize(
    ("damage", "number"),
    [
        ("UPDATE act SET body='ann quits' WHERE seq=3", 3),
        ("UPDATE act SET after=1 WHERE seq=3", 3),
        ("UPDATE act SET chain='x' WHERE seq=7", 7),
        ("DELETE FROM act WHERE seq=1", 1),
        ("DELETE FROM event WHERE seq=2", 7),
        ("UPDATE game SET seats='ARIA=computer'", 1),
    ],
)
def test_damage_is_noticed(path: Path, damage: str, number: int) -> None:
    """An act that was changed, lost or put elsewhere is told by its number; and one behind a move that is not there."""
    with closing(Store(path)) as store:
        played(store)
    with closing(sqlite3.connect(path)) as db:
        db.execute(damage)
        db.commit()
    with closing(Store(path)) as store, refusing("damaged-act", game=1, number=number):
        store.acts(1)


def test_a_move_is_not_kept_without_its_act(path: Path) -> None:
    """Where the disk is full in their midst, neither is there, and the talks stay as they were."""
    with closing(Store(path)) as store:
        table = played(store)
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count={pages}")
        with refusing("not-saved", trouble="full"):
            for number in range(200):
                said = Say(table.floor, remark="x" * 390)
                assert table.submit(said.by, said, table.version, Made(BEN, f"more{number}")) is None
        assert resume(store, 1, computer).version == table.version
        assert [act.id for _, act in store.acts(1) if isinstance(act, Made)][-1] == f"more{table.version - 3}"
