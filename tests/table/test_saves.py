"""Every save and record that has been made opens and replays to the same state, whatever version it is of."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from game.delegations import computer
from game.lesson.class_acts import CLASS_ACTS, read_class_act
from game.table import ACTS, GameId, Store, read_act, resume
from game.table.migrations import VERSION, migrate
from game.talks import CHAIR, read_record, write_record
from tests.table.refusing import refusing
from tests.table.saves import (
    FIXTURES,
    STORES,
    acts_of,
    brought_back,
    class_facts,
    dump,
    facts,
    games_in,
    kept,
    restore,
    versions,
)  # fmt: skip

NEWEST = STORES[-1]
GAMES = [
    (name, GameId(path.name.split("-")[2].partition(".")[0]))
    for name in STORES
    for path in sorted(FIXTURES.glob(f"{name}-*.record.txt"))
]
CLASSES = {
    name: {int(path.name.split("-")[2].partition(".")[0]) for path in FIXTURES.glob(f"{name}-*.class.txt")}
    for name in STORES
}
VERBS = {
    *("tables", "floats", "accepts", "declines", "withdraws", "moves", "asks", "says", "initials", "leaves"),
    *("holds", "gives", "swaps", "sits", "announces", "sounds", "circulates", "reads"),
    *("admits", "excuses", "passes", "extends", "releases", "wires", "revokes", "closes"),
    *("keeps", "breaks", "answers", "votes", "prints"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store is made again."""
    return tmp_path / "talks.sqlite3"


def version(path: Path) -> int:
    """The number of a store file's format."""
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_saves_of_every_kind_are_kept() -> None:
    """Among the saves are all formats there were, every kind of move, talks that follow others and talks on the sheets
    as written, an adviser who is not asked, persons and all levels, every kind of act, and talks that are over as well
    as not."""
    records = {path: path.read_text("utf-8") for path in FIXTURES.glob("*.record.txt")}
    told = "\n".join(records.values())
    assert {line.split()[2] for line in told.split("\n") if line[:1].isdigit()} == VERBS
    for line in ("draw: as written", "adviser: none", "after: ", ", never", " reads -", "\u2028", "\u202e"):
        assert line in told
    for sits in ("person", "computer", "student", "attache", "ambassador", "minister"):
        assert f": {sits}\n" in told
    acts = "".join(path.read_text("utf-8") for path in FIXTURES.glob("*.acts.txt"))
    assert {type(read_act(line.partition(" ")[2])) for line in acts.splitlines()} == set(ACTS)
    ends = [path.read_text("utf-8").count("not over") for path in FIXTURES.glob("*.facts.txt")]
    assert 3 < sum(ends) < len(ends) - 3
    assert len(ends) == len(records) == len(GAMES) > 15


@pytest.mark.parametrize(("name", "game"), GAMES)
def test_a_save_is_found_as_it_was(path: Path, name: str, game: GameId) -> None:
    """A game in a store of any version is resumed, and comes version by version to what it came to when it was kept:
    hours, positions, packages, points, goodwill, and the ending with its scores. Its record is the one it had."""
    restore(name, path)
    with closing(Store(path)) as store:
        record, source = store.load(game)
        *_, last = course = list(versions(record, source))
        acts = kept(name, game, "acts")
        assert acts_of(store, game) == (acts.read_bytes().decode() if acts.exists() else "")
        assert facts(course) == kept(name, game, "facts").read_text("utf-8")
        table = resume(store, game, computer)
        assert table.view(CHAIR).positions == last.positions
        assert table.record() == record == read_record(kept(name, game, "record").read_bytes().decode())
        assert games_in(store)[game] == last.over


@pytest.mark.parametrize("name", [each for each in STORES if each >= "version-9"])
def test_a_class_is_found_as_it_was(path: Path, name: str) -> None:
    """Each class in a store of any version has what was done in it and who may come in, comes to the same lesson with
    the same tables, and none of its talks is listed among one's own."""
    restore(name, path)
    with closing(Store(path)) as store:
        classes = store.classes()
        assert {each.id for each in classes} == CLASSES[name]
        for each in classes:
            assert class_facts(store, each) == kept(name, each.id, "class").read_bytes().decode()
            assert [table.table.game for table in brought_back(store, each).tables.values()] == list(each.games)
        tables = {game for each in classes for game in each.games}
        assert tables
        assert {each.id for each in store.games()} == set(games_in(store)) - tables


def test_classes_of_every_kind_are_kept() -> None:
    """Among the classes is everything that can be done in one, and some that are over and some that are not."""
    told = [path.read_bytes().decode() for path in sorted(FIXTURES.glob("*.class.txt"))]
    acts = {type(read_class_act(line)) for each in told for line in each.splitlines() if line.startswith(("{", "["))}
    assert acts == set(CLASS_ACTS)
    assert {" over\n" in each.replace("not over", "") for each in told} == {True, False}
    assert all("key desk " in each for each in told)


@pytest.mark.parametrize(("name", "game"), [each for each in GAMES if each[0] == NEWEST])
def test_a_record_is_written_as_it_was(name: str, game: GameId) -> None:
    """A record in the newest format is written today as it was when it was kept."""
    told = kept(name, game, "record").read_bytes().decode()
    assert write_record(read_record(told)) == told


@pytest.mark.parametrize("name", STORES)
def test_an_old_save_is_played_on(path: Path, name: str) -> None:
    """Talks of an earlier version that are not over can be played to their end, are kept, and are there when the store
    is opened again."""
    restore(name, path)
    with closing(Store(path)) as store:
        game = next(each.id for each in store.games() if not each.ended)
        table, chance = resume(store, game, computer), Random(1)
        while table.verdict is None:
            view = table.view(table.view(CHAIR).floor)
            assert table.submit(view.who, computer(view, chance).move, view.version) is None
    with closing(Store(path)) as store:
        assert resume(store, game, computer).export() == table.export()
        assert [each.ended for each in store.games() if each.id == game] == [True]


def test_the_hushed_adviser_stays_hushed(path: Path) -> None:
    """Whether the adviser is hushed is kept with the talks, and is not where there was nothing that could be hushed."""
    for name, hushed in ((NEWEST, [5]), (STORES[0], [])):
        path.unlink(missing_ok=True)
        restore(name, path)
        with closing(Store(path)) as store:
            assert [game.id for game in store.games() if store.hushed(game.id)] == hushed


@pytest.mark.parametrize("name", STORES)
def test_a_store_is_brought_up_to_date_once(path: Path, name: str) -> None:
    """Whichever version a store was, it is of the newest when it has been opened, and does not change again."""
    restore(name, path)
    Store(path).close()
    assert version(path) == VERSION
    once = dump(path)
    Store(path).close()
    assert dump(path) == once


@pytest.mark.parametrize("below", range(VERSION))
def test_each_migration_is_made_from_each_version(path: Path, below: int) -> None:
    """A store that stopped at any version is brought to the newest from there, with the same tables as a new one, with
    or without the number that says so."""
    with closing(Store(path)):
        pass
    whole = schema(path)
    for numbered in (True, False):
        path.unlink()
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            migrate(db, below)
            if not numbered:
                db.execute("PRAGMA user_version=0")
        with closing(Store(path)) as store:
            assert store.games() == ()
        assert schema(path) == whole


def schema(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The columns of each table."""
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {table: db.execute(f"PRAGMA table_info({table})").fetchall() for table in tables}


@pytest.mark.parametrize(
    ("damage", "move"),
    [("UPDATE event SET body='RUS says  \"No.\"' WHERE seq=3", 4), ("DELETE FROM event WHERE seq=2", 2)],
)
def test_damage_from_before_is_not_made_good(path: Path, damage: str, move: int) -> None:
    """What was changed or lost in a store of the first version is noticed as it was there, after it is brought up to
    date."""
    restore(STORES[0], path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(damage)
        db.commit()
    with closing(Store(path)) as store, refusing("damaged-move", game=1, number=move):
        store.load(1)


def test_a_store_of_a_later_version_is_left_alone(path: Path) -> None:
    """A store that a later version of the game has made is refused as such, and not a byte of it changes."""
    restore(NEWEST, path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version={VERSION + 1}")
    before = path.read_bytes()
    with refusing("later-version", path=path, number=VERSION + 1):
        Store(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_store_that_cannot_be_brought_up_to_date_is_put_aside(path: Path) -> None:
    """If a store cannot be brought up to date it stays as it was, under a name that says so, and a new one is begun."""
    restore(STORES[0], path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE game DROP COLUMN seats")
    before = dump(path)
    with closing(Store(path)) as store:
        assert store.games() == ()
        assert store.moved is not None
        assert dump(store.moved) == before
