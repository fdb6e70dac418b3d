"""A damaged file of talks: whatever is wrong with it, what is read is what was kept or a fault of the store, never
anything else; and what was there is never thrown away."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from game.delegations import computer
from game.desktop.screens.saved_rows import rows, waiting
from game.table import Device, Kept, Made, Store, StoreError, Table, open_table, resume
from game.table.migrations import VERSION
from game.talks import Say, Sits
from game.terminal.keeping import list_all
from game.text import DelegationId
from game.words.faults import fault
from tests.library import source
from tests.night import tries
from tests.terminal.desk import Desk

ANN = Device("ann")
ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
PEOPLE: dict[DelegationId, Sits] = {ARIA: "person", BORO: "person"}
Spoil = Callable[[Path, Random], None]


def played(store: Store, moves: int) -> Table:
    """Talks of two persons after so many remarks."""
    table = open_table(source("two-words"), "two-words", PEOPLE, computer, seed=4, store=store)
    for number in range(moves):
        said = Say(table.floor, remark=f"Remark {number}.")
        assert table.submit(table.floor, said, table.version, Made(ANN, f"m{number}")) is None
    return table


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of three talks, as a killed program leaves it: half of it is still in the log."""
    folder = tmp_path_factory.mktemp("sound")
    with closing(Store(folder / "talks.sqlite3")) as store:
        for moves in (5, 0, 9):
            played(store, moves)
        store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        played(store, 4)
        copy = tmp_path_factory.mktemp("copy")
        for each in folder.iterdir():
            shutil.copy(each, copy / each.name)
    return copy


def bytes_changed(path: Path, chance: Random) -> None:
    """Flip, cut, clear, swap or overwrite bytes of the file or of its log."""
    suffix = chance.choice(["", "", "-wal", "-shm"])
    file = path.with_name(path.name + suffix)
    found = bytearray(file.read_bytes())
    place, size = chance.randrange(len(found)), chance.choice([1, 1, 4, 64, 512, 4096])
    match chance.choice(["flip", "flip", "flip", "cut", "clear", "noise", "gone"]):
        case "flip":
            for at in range(place, min(place + size, len(found)), max(1, size // 4)):
                found[at] ^= 1 << chance.randrange(8)
        case "cut":
            del found[place:]
        case "clear":
            found[place : place + size] = bytes(len(found[place : place + size]))
        case "noise":
            found[place : place + size] = chance.randbytes(len(found[place : place + size]))
        case _:
            file.unlink()
            return
    file.write_bytes(found)


def schema_changed(path: Path, chance: Random) -> None:
    """Change a byte among the names and words of the tables."""
    found = bytearray(path.read_bytes())
    begin = found.find(b"CREATE TABLE")
    found[begin + chance.randrange(700)] = chance.choice([0xA9, 0x00, 0xFF, 0x41, 0x28])
    path.write_bytes(found)


OWN = ("game", "event", "act", "number")


def cell_changed(path: Path, chance: Random, tables: Sequence[str] = OWN) -> None:
    """Put another value, of whatever type, into one cell, past the checks of the tables."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema=ON")
        db.execute("PRAGMA ignore_check_constraints=ON")
        if chance.random() < 0.5:
            db.execute("UPDATE sqlite_master SET sql=replace(sql, ' STRICT', '') WHERE type='table'")
            db.execute("UPDATE sqlite_master SET sql=replace(sql, ', WITHOUT ROWID', ' WITHOUT ROWID')")
            db.commit()
    with closing(sqlite3.connect(path)) as db:
        table = chance.choice(tables)
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        value = chance.choice(
            ["NULL", "''", "0", "-1", "1e308", "9223372036854775807", "x'ff00'", "CAST(x'ff' AS TEXT)", "'\x00'",
             "'2020-01-01'", "'ARIA=person'", "zeroblob(99999)", "'draw: as written\nafter: x'", "char(10, 0xd800)"]
        )  # fmt: skip
        with suppress(sqlite3.Error):
            db.execute(f"UPDATE {table} SET {chance.choice(columns)}={value} WHERE rowid=1 OR 1=1")
        db.execute(f"PRAGMA user_version={chance.choice([VERSION, VERSION, VERSION, 0, 3, -1, 2**31 - 1])}")
        db.commit()


def sentence(error: StoreError) -> None:
    """It can be told."""
    assert fault(error).strip()


def looked_at(path: Path, exports: dict[str, str], *, writable: bool) -> int:
    """Open a file and read everything in it; what can be read is what was kept, or its beginning. How many talks."""
    try:
        store = Store(path, patience=0.1, writable=writable)
    except StoreError as error:
        sentence(error)
        return 0
    with closing(store):
        try:
            listed = store.listed()
            rows(store)
            waiting(store, computer)
        except StoreError as error:
            sentence(error)
            return 0
        read = 0
        for each in listed:
            if isinstance(each, StoreError):
                sentence(each)
                continue
            read += as_it_was(store, each, exports)
        with suppress(StoreError):
            played(store, 1)
    return read


def as_it_was(store: Store, kept: Kept, exports: dict[str, str]) -> bool:
    """Read talks; they are some that were kept, up to some move."""
    with suppress(StoreError):
        store.hushed(kept.id)
        store.moves(kept.id)
    try:
        table = resume(store, kept.id, computer)
    except StoreError as error:
        sentence(error)
        return False
    with suppress(StoreError):
        acts = [(after, str(act)) for after, act in store.acts(kept.id)]
        assert acts == [(n + 1, str(Made(ANN, f"m{n}"))) for n in range(len(acts))]
    whole = exports["longest"].splitlines()
    moves = [line for line in table.export().splitlines() if line[:1].isdigit()]
    assert moves == [line for line in whole if line[:1].isdigit()][: len(moves)]
    assert table.record().seed == 4
    assert table.seats == PEOPLE
    return True


@pytest.fixture(scope="module")
def exports(sound: Path) -> dict[str, str]:
    """The record of the longest talks."""
    folder = sound.parent / "whole"
    shutil.copytree(sound, folder)
    with closing(Store(folder / "talks.sqlite3")) as store:
        games = store.games()
        assert [each.moves for each in games] == [4, 9, 0, 5]
        return {"longest": resume(store, 3, computer).export()}


def spoiled(spoil: Spoil, seed: int, sound: Path, exports: dict[str, str], tmp_path: Path) -> int:
    """Spoil a copy of the file, and open it to read and then to write; how many talks were read."""
    folder = tmp_path / str(seed)
    shutil.copytree(sound, folder)
    path = folder / "talks.sqlite3"
    spoil(path, Random(seed))
    before = {each.name: each.read_bytes() for each in folder.iterdir() if not each.name.endswith("-shm")}
    read = looked_at(path, exports, writable=False)
    assert {each.name: each.read_bytes() for each in folder.iterdir() if not each.name.endswith("-shm")} == before
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_APPROPRIATE_HOME", str(folder))
        with suppress(StoreError):
            list_all(Desk().console)
    looked_at(path, exports, writable=True)
    shutil.rmtree(folder)
    return read


SPOILS = [bytes_changed, schema_changed, cell_changed]


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_spoiled_file_is_read_or_told(spoil: Spoil, sound: Path, exports: dict[str, str], tmp_path: Path) -> None:
    """Twenty ways to spoil it: no other fault than the store's comes of it, no talks are other than they were, and to
    read it changes nothing."""
    read = sum(spoiled(spoil, seed, sound, exports, tmp_path) for seed in range(20))
    assert read > 0


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("spoil", SPOILS)
def test_a_file_is_spoiled_many_times(spoil: Spoil, sound: Path, exports: dict[str, str], tmp_path: Path) -> None:
    """The same hundreds of times over, and thousands at night."""
    for seed in range(1000, 1000 + tries(130, 2000)):
        spoiled(spoil, seed, sound, exports, tmp_path)


def test_a_message_that_is_no_text(tmp_path: Path) -> None:
    """A byte that is no letter, in the words of a table: what SQLite says of it cannot be decoded, and is told all the
    same; the file is put aside."""
    path = tmp_path / "talks.sqlite3"
    Store(path).close()
    found = path.read_bytes()
    path.write_bytes(found.replace(b"INTEGER PRIMARY KEY, begun", b"INTEGER \xa9RIMARY KEY, begun"))
    assert path.read_bytes() != found
    with pytest.raises(StoreError) as raised:
        Store(path, writable=False).listed()
    assert (raised.value.kind, raised.value.trouble) == ("cannot-read", "damaged")
    with closing(Store(path)) as store:
        assert store.moved is not None
        assert played(store, 2).saved
