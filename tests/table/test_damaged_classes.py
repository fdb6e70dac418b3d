"""A damaged file of classes: whatever stands in any cell, what is read is a value or a fault of the store that can be
told, and a class that cannot be read can be deleted."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from game.delegations import computer
from game.table import ClassId, KeptClass, Store, StoreError, resume
from game.terminal.classes import list_classes
from tests.night import tries
from tests.table.saves import brought_back, restore
from tests.table.test_damage import cell_changed, sentence
from tests.terminal.desk import Desk

TABLES = ("class", "class_act", "key", "class_file", "game", "act")


def looked_at(store: Store) -> int:
    """Read everything of all classes; how many things could be read."""
    read = 0
    for number in (ClassId(1), ClassId(2)):
        for look in (store.class_acts, store.keys):
            with suppress(StoreError):
                look(number)
                read += 1
    with suppress(StoreError):
        store.class_of("HKT007")
        store.let_in_by("ff")
    with suppress(StoreError):
        desk = Desk()
        list_classes(desk.console, store)
        assert desk.printed
    try:
        listed = store.listed_classes()
    except StoreError as error:
        sentence(error)
        return read
    for each in listed:
        if isinstance(each, StoreError):
            sentence(each)
            continue
        try:
            brought_back(store, each)
            read += 1
        except StoreError as error:
            sentence(error)
        for game in each.games:
            with suppress(StoreError):
                resume(store, game, computer)
                read += 1
    return read


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The classes that are kept among the saves."""
    path = tmp_path_factory.mktemp("sound") / "talks.sqlite3"
    restore("version-9", path)
    return path


def test_whatever_stands_in_a_cell_is_told(sound: Path, tmp_path: Path) -> None:
    """A wrong value of any type in any column ends in no exception but the store's own, and mostly hides little."""
    read, whole = [], 0
    with closing(Store(sound)) as store:
        whole = looked_at(store)
    for number in range(tries(20, 2000)):
        path = tmp_path / f"{number}.sqlite3"
        shutil.copy(sound, path)
        cell_changed(path, Random(number), TABLES)
        try:
            store = Store(path, patience=0.1)
        except StoreError as error:
            sentence(error)
            continue
        with closing(store):
            read.append(looked_at(store))
            with suppress(StoreError):
                for each in store.listed_classes():
                    store.delete_class(each.id if isinstance(each, KeptClass) else each.of_class or ClassId(0))
    assert len(read) > 10
    assert max(read) == whole
    assert min(read) < whole
