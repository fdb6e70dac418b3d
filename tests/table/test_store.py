from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from game.delegations import computer
from game.table import GameId, Made, Store, StoreError, StoreFault, Table, default_path, fingerprint, open_table, resume
from game.table.store_error import trouble_of
from game.talks import CHAIR, GALLERY, Record, Say, Sits, open_talks, read_record, replay, view
from game.text import DelegationId
from game.words.faults import fault
from tests.library import DRILLS, HERE, MAIN, scenario, source
from tests.night import tries
from tests.table.refusing import refusing

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
PEOPLE: dict[DelegationId, Sits] = {ARIA: "person", BORO: "person"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where talks are kept."""
    return tmp_path / "kept" / "talks.sqlite3"


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """A store that is closed again."""
    with closing(Store(path)) as store:
        yield store


def people(store: Store | None, name: str = "two-words") -> Table:
    """A table of two persons."""
    return open_table(source(name), name, {ARIA: "person", BORO: "person"}, computer, seed=4, store=store)


def talk(table: Table, times: int, remark: str = "") -> None:
    """So many remarks."""
    for _ in range(times):
        floor = table.view(GALLERY).floor
        said = remark or f"Remark “{table.version + 1}”,\n\u2028 as said."
        assert table.submit(floor, Say(floor, remark=said), table.version) is None


def number(table: Table) -> GameId:
    """The number of a kept table."""
    assert table.game is not None
    return table.game


def test_the_file_is_kept_safely(path: Path) -> None:
    """The store asks SQLite for a write-ahead log, for every commit to be on disk, and for foreign keys."""
    with opened(path) as store:
        pragma = {
            name: store._db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragma == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_where_talks_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Talks are kept where the environment says, and else in the user's own data folder."""
    monkeypatch.setenv("AS_APPROPRIATE_HOME", str(tmp_path / "here"))
    assert default_path() == tmp_path / "here" / "talks.sqlite3"
    with closing(Store()) as store:
        assert store.path == default_path()
    for home, folder in (("~", Path.home()), ("~/talks", Path.home() / "talks"), ("~talks", Path("~talks"))):
        monkeypatch.setenv("AS_APPROPRIATE_HOME", home)
        assert default_path() == folder / "talks.sqlite3"
    monkeypatch.delenv("AS_APPROPRIATE_HOME")
    assert default_path().parent.name == "as-appropriate"


def test_what_is_kept_is_resumed(path: Path) -> None:
    """Talks that were closed after some moves go on where they were: same views, same seats, and the next move is kept
    behind the last."""
    with opened(path) as store:
        first = people(store)
        talk(first, 5)
    with opened(path) as store:
        second = resume(store, number(first), computer)
        assert second.version == 5
        assert second.saved
        assert second.seats == PEOPLE
        for who in (ARIA, BORO, GALLERY, CHAIR):
            assert second.view(who) == first.view(who)
        talk(second, 1)
    with opened(path) as store:
        assert resume(store, number(first), computer).export() == second.export()


def test_kept_talks_are_played_with_the_scenario_that_they_began_with(path: Path) -> None:
    """The scenario is kept with the talks: they are resumed from those bytes, whatever has become of the file."""
    odd = source("two-words").replace(b"Two words about a lake", b"Another title")
    with opened(path) as store:
        table = open_table(odd, "two-words", {ARIA: "person", BORO: "person"}, computer, store=store)
        talk(table, 1)
        again = resume(store, number(table), computer)
        assert again.scenario.title == "Another title"
        assert again.record().digest == fingerprint(odd) != fingerprint(source("two-words"))


def test_the_list_of_games(path: Path) -> None:
    """The list holds each game, newest first, with its moves, its seats and whether it is over; a deleted one is gone
    with its moves."""
    with opened(path) as store:
        first, second = people(store), people(store)
        talk(second, 3)
        for move in range(4):
            talk(first, 1)
            assert store.games()[1].moves == move + 1
        while first.verdict is None:
            talk(first, 1)
        games = store.games()
        assert [(game.id, game.moves, game.ended) for game in games] == [
            (number(second), 3, False),
            (number(first), first.version, True),
        ]
        assert (games[0].scenario, games[0].title, games[0].seats) == ("two-words", "Two words about a lake", PEOPLE)
        assert games[0].begun >= games[1].begun
        store.delete(number(first))
        assert [game.id for game in store.games()] == [number(second)]
        with refusing("no-game", game=number(first)):
            store.load(number(first))
        assert store._db.execute("SELECT count(*) FROM event").fetchone() == (3,)


def test_the_second_of_two_windows_is_refused(path: Path) -> None:
    """When two windows play the same talks, the second move of the same number is refused in a sentence, is not kept,
    and the window that was late stays as it was."""
    with opened(path) as one, opened(path) as other:
        here = people(one)
        there = resume(other, number(here), computer)
        talk(here, 1)
        with refusing("another-window", number=1):
            there.submit(ARIA, Say(ARIA, remark="I too."), 0)
        assert there.version == 0
        talk(here, 1)
        with refusing("another-window", number=1):
            there.submit(ARIA, Say(ARIA, remark="I too."), 0)
        assert resume(one, number(here), computer).export() == here.export()


def test_a_gap_is_not_kept(path: Path) -> None:
    """A move that does not follow the last one is refused, before the first and after a gap."""
    with opened(path) as store:
        table = people(store)
        for wrong in (0, 2, -1):
            with refusing("another-window", number=wrong):
                store.append(number(table), wrong, 'ARIA says  "One."')
        talk(table, 2)
        for wrong in (1, 2, 4):
            with refusing("another-window", number=wrong):
                store.append(number(table), wrong, 'ARIA says  "One."')
        assert store.games()[0].moves == 2


def test_a_move_of_no_game_is_not_kept(path: Path) -> None:
    """A move of talks that are not there is refused."""
    with opened(path) as store, refusing("no-game", game=99):
        store.append(99, 1, 'ARIA says  "One."')


@pytest.mark.parametrize(
    ("damage", "kind", "move"),
    [
        ("UPDATE event SET body='ARIA says  \"No.\"' WHERE seq=3", "damaged-move", 3),
        ("UPDATE event SET body='ARIA says  \"No.\"' WHERE seq=5", "damaged-move", 5),
        ("UPDATE game SET seed=5", "damaged-game", 0),
        ("UPDATE game SET seats='ARIA=computer BORO=person'", "damaged-game", 0),
        ("UPDATE event SET chain='x' WHERE seq=3", "damaged-move", 3),
        ("DELETE FROM event WHERE seq=2", "damaged-move", 2),
        ("DELETE FROM event WHERE seq=1", "damaged-move", 1),
        ("UPDATE game SET source=CAST('x' AS BLOB)", "damaged-scenario", 0),
        ("UPDATE event SET body=CAST(x'ff' AS TEXT) WHERE seq=5", "cannot-read", 0),
    ],
)
def test_damage_is_noticed(path: Path, damage: str, kind: StoreFault, move: int) -> None:
    """A row that was changed or lost is noticed when the talks are resumed, and it is said which."""
    with opened(path) as store:
        table = people(store)
        assert number(table) == 1
        talk(table, 5)
    with closing(sqlite3.connect(path)) as db:
        db.execute(damage)
        db.commit()
    where: dict[str, object] = {"path": path} if kind == "cannot-read" else {"game": 1}
    with opened(path) as store, refusing(kind, number=move, **where):
        resume(store, 1, computer)


@pytest.mark.parametrize(
    ("body", "kind", "sentence"),
    [
        ("ARIA sings", "unreadable-record", "Talks 1 cannot be read back: line 5: there is no move 'sings'."),
        (
            'BORO says  "x"',
            "unplayable",
            "Talks 1 cannot be played on: move 5 cannot be played: Aria has the floor.",
        ),
    ],
)
def test_a_kept_move_that_cannot_be_played_is_told(path: Path, body: str, kind: StoreFault, sentence: str) -> None:
    """A move that is kept whole, and that no rules of this version allow, is told as such."""
    with opened(path) as store:
        table = people(store)
        talk(table, 4)
        store.append(number(table), 5, body)
        with refusing(kind, game=number(table)) as raised:
            resume(store, number(table), computer)
        assert fault(raised.value) == sentence


CELLS = (
    *("begun='yesterday'", "begun='2020-01-01T00:00:00+00:00'", "title='Other talks'", "title=CAST(x'ff' AS TEXT)"),
    *("seed='4711'", "seats='ARIA=person'", "seats=CAST(x'ff' AS TEXT)", "opening='draw: as written'", "ended=1"),
    *("digest='x'", "scenario='harbour'", "seal=''"),
)
"""What may be changed in the row of a game: every column but the scenario file."""


@pytest.mark.parametrize("damage", CELLS)
@pytest.mark.parametrize("moves", [0, 2])
def test_one_damaged_cell_hides_one_game(path: Path, damage: str, moves: int) -> None:
    """Talks whose row was changed, before their first move too, are told as damaged, and all others are listed and
    read."""
    with opened(path) as store:
        first, second = people(store), people(store)
        talk(first, moves)
        store._db.execute(f"UPDATE game SET {damage} WHERE id=?", (number(first),))
        assert [each.id for each in store.games()] == [number(second)]
        told = [each for each in store.listed() if isinstance(each, StoreError)]
        assert [(each.kind, each.game) for each in told] == [("damaged-game", number(first))]
        with pytest.raises(StoreError):
            resume(store, number(first), computer)
        assert resume(store, number(second), computer).version == 0
        store.delete(number(first))
        assert len(store.listed()) == 1


def test_a_number_is_never_given_twice(path: Path) -> None:
    """When the newest talks are deleted, or all, the next have a number that none has had, in a file of an earlier
    version too, and after it has been opened again."""
    with opened(path) as store:
        for expected in (1, 2, 3):
            assert number(people(store)) == expected
            store.delete(expected)
    with opened(path) as store:
        assert number(people(store)) == 4
        store._db.execute("DELETE FROM number")
        assert number(people(store)) == 5


def test_many_moves_are_kept_at_once_or_none(path: Path) -> None:
    """A whole record is kept in one transaction: when the disk is full in its midst, nothing of it is there."""
    with opened(path) as store:
        table = people(None)
        talk(table, 30, "x" * 390)
        record = table.record()
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count={pages + 4}")
        with refusing("not-saved", path=path, trouble="full"):
            store.begin(record, "Two words about a lake", source("two-words"))
        assert store.listed() == ()
        assert store._db.execute("SELECT count(*) FROM event").fetchone() == (0,)
        store._db.execute("PRAGMA max_page_count=1000000")
        game = store.begin(record, "Two words about a lake", source("two-words"))
        assert resume(store, game, computer).version == len(record.moves)


def test_a_disk_that_is_full_before_the_file_is_opened() -> None:
    """SQLite calls it an error of reading and writing that the index of its log cannot grow."""
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert trouble_of(fault) == "full"
    fault.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    assert trouble_of(fault) == "other"


@pytest.mark.parametrize("seed", [10**19, -(10**19), 10**400])
def test_a_seed_that_cannot_be_kept(path: Path, seed: int) -> None:
    """A seed beyond what the file can hold is refused in a sentence, and nothing is kept."""
    with opened(path) as store:
        with refusing("large-seed", written=str(seed)[:30]):
            open_table(source("two-words"), "two-words", PEOPLE, computer, seed=seed, store=store)
        assert store.games() == ()
        for largest in (10**19 - 1, 1 - 10**19, bytes(range(16))):
            table = open_table(source("two-words"), "two-words", PEOPLE, computer, seed=largest, store=store)
            assert store.load(number(table))[0].seed == largest


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder in which not even root can write")
@pytest.mark.parametrize("folder", ["shut", "/proc", "/proc/self/fd/shut"])
def test_a_folder_that_cannot_be_written(tmp_path: Path, folder: str) -> None:
    """A folder without the right to write is told in a sentence that names the place."""
    shut = tmp_path / folder
    if folder == "shut":
        shut.mkdir(mode=0o500)
        if os.geteuid() == 0:
            pytest.skip("root writes wherever it likes")
    with refusing("cannot-keep", path=shut / "talks.sqlite3"):
        Store(shut / "talks.sqlite3")


@pytest.mark.parametrize("where", ["a-file/talks.sqlite3", "a-folder"])
def test_a_place_that_cannot_keep_talks(tmp_path: Path, where: str) -> None:
    """A path through a file and a folder in the place of the file are told in a sentence that names the place, and
    nothing is left open."""
    (tmp_path / "a-file").write_text("Not a folder.")
    (tmp_path / "a-folder").mkdir()
    with refusing("cannot-keep", path=tmp_path / where):
        Store(tmp_path / where)


def test_a_full_disk_is_told(path: Path) -> None:
    """When the disk is full the move has not been made, the sentence says so, and the talks can be read back."""
    with opened(path) as store:
        table = people(store)
        talk(table, 2)
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count={pages}")
        with refusing("not-saved", path=path) as full:
            talk(table, 99, "ü" * 400)
        assert "full" in full.value.written
        assert 2 <= table.version < 24
        assert resume(store, number(table), computer).export() == table.export()
        store._db.execute("PRAGMA max_page_count=1000000")
        talk(table, 1)


def test_a_locked_file_is_told(path: Path) -> None:
    """When another program holds the file, the move has not been made and the sentence says so; later it can be."""
    with opened(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        table = people(store)
        store._db.execute("PRAGMA busy_timeout=20")
        other.execute("BEGIN IMMEDIATE")
        with refusing("not-saved", path=path) as locked_out:
            table.submit(ARIA, Say(ARIA, remark="One."), 0)
        assert "locked" in locked_out.value.written
        assert table.version == 0
        other.execute("ROLLBACK")
        talk(table, 1)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Somebody reads the file as it is now, so that all that is written meanwhile stays in the log."""
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM game").fetchall()
        yield


def test_a_copy_of_the_file_alone_holds_what_was_kept(path: Path, tmp_path: Path) -> None:
    """Who copies the file and not the log beside it has every move, once there was a moment in which nobody waited."""
    with opened(path) as store:
        table = people(store)
        talk(table, 7)
        store.settle()
        shutil.copy(path, tmp_path / "copy.sqlite3")
    assert moves_in(tmp_path / "copy.sqlite3", table.export()) == 7


def test_a_torn_log_loses_no_more_than_its_tail(path: Path, tmp_path: Path) -> None:
    """If the power fails while the log is written, what is left is the talks up to some move: they open, read back and
    replay, and never less is kept of a longer log."""
    with opened(path) as store, reading(path):
        table = people(store)
        talk(table, 12)
        torn = tmp_path / "torn"
        log = Path(f"{path}-wal").read_bytes()
        assert log, "the log is not empty while the store is open"
        whole = table.export()
        kept: list[int] = []
        chance = Random(1)
        for cut in sorted({0, 31, 32, 33, len(log), *(chance.randrange(len(log)) for _ in range(25))}):
            shutil.rmtree(torn, ignore_errors=True)
            torn.mkdir()
            shutil.copy(path, torn / path.name)
            (torn / f"{path.name}-wal").write_bytes(log[:cut])
            kept.append(moves_in(torn / path.name, whole))
    assert kept == sorted(kept)
    assert kept[-1] == 12
    assert len(set(kept)) > 3


def test_a_spoiled_log_is_not_believed(path: Path, tmp_path: Path) -> None:
    """If bytes in the log are not what was written, the talks end before them."""
    with opened(path) as store, reading(path):
        table = people(store)
        talk(table, 12)
        log = bytearray(Path(f"{path}-wal").read_bytes())
        whole = table.export()
        for place in Random(2).sample(range(len(log)), 12):
            torn = tmp_path / f"torn-{place}"
            torn.mkdir()
            shutil.copy(path, torn / path.name)
            spoiled = bytearray(log)
            spoiled[place] ^= 0xFF
            (torn / f"{path.name}-wal").write_bytes(spoiled)
            assert moves_in(torn / path.name, whole) <= 12


def moves_in(path: Path, whole: str) -> int:
    """How many moves a store opens with; they are the first moves of the whole, and replay."""
    with opened(path) as store:
        games = store.games()
        if not games:
            return 0
        record, bytes_kept = store.load(games[0].id)
        assert bytes_kept == source("two-words")
        assert record.moves == read_record(whole).moves[: len(record.moves)]
        assert resume(store, games[0].id, computer).version == len(record.moves) == games[0].moves
        return len(record.moves)


def kill_while_playing(path: Path, name: str, chance: Random) -> None:
    """Let a program play, kill it at some moment, and look for every move that it has acknowledged."""
    file = HERE / "scenarios" / f"{name}.yaml"
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.table.playing", str(path), str(file)],
        stdout=subprocess.PIPE,
        cwd=HERE.parent,
        text=True,
        start_new_session=True,
    )
    assert program.stdout is not None
    told = [program.stdout.readline()]
    for _ in range(chance.randrange(60)):
        told.append(program.stdout.readline())
    time.sleep(chance.random() * 0.004)
    program.send_signal(signal.SIGKILL)
    rest, _ = program.communicate()
    lines = "".join([*told, *([rest] if rest.endswith("\n") else [rest.rpartition("\n")[0]])]).split("\n")
    acknowledged: dict[int, tuple[int, int]] = {}
    for line in filter(None, lines):
        _, of, version, done = line.split()
        acknowledged[int(of)] = int(version), int(done)
    assert acknowledged, "the program was killed before it said anything"
    with opened(path) as store:
        for game, (least, acts) in acknowledged.items():
            table = resume(store, game, computer)
            assert least <= table.version <= least + 1, "an acknowledged move is lost, or one came from nowhere"
            found = store.acts(game)
            assert acts <= len(found) <= acts + 1, "an acknowledged act is lost, or one came from nowhere"
            made = [(after, act.id) for after, act in found if isinstance(act, Made)]
            assert made == [(n, f"m{n}") for n in range(1, table.version + 1)], "a move is kept with its act, or not"
            record, _ = store.load(game)
            again, stopped = replay(open_talks(scenario(name), record.seed), record.moves)
            assert stopped is None
            assert table.view(CHAIR) == view(again, CHAIR)


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
@pytest.mark.parametrize("part", range(2))
def test_a_killed_program_loses_nothing(tmp_path: Path, part: int) -> None:
    """A program that is killed at any moment has lost no move that it had shown as done: four times."""
    chance = Random(part)
    for turn in range(2):
        kill_while_playing(tmp_path / f"{turn}.sqlite3", DRILLS[turn % len(DRILLS)], chance)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_program_that_is_killed_many_times(tmp_path: Path) -> None:
    """The same forty times over in one file, and a hundred at night, which is opened again each time."""
    chance = Random(99)
    for turn in range(tries(40, 100)):
        kill_while_playing(tmp_path / "one.sqlite3", DRILLS[turn % len(DRILLS)], chance)


def test_the_main_scenario_is_kept(path: Path) -> None:
    """A whole game of the computer against itself on the main scenario is kept, and resumed at its end."""
    with opened(path) as store:
        table = open_table(source(MAIN), MAIN, {}, computer, seed=8, store=store)
        table.seats.update(dict.fromkeys(table.scenario.ids, "computer"))
        while (task := table.due()) is not None:
            assert table.submit(task.who, task.decide().move, task.version) is None
        again = resume(store, number(table), computer)
        assert again.verdict == table.verdict
        assert again.due() is None
        assert isinstance(again.record(), Record)
        assert store.games()[0].ended


def test_who_has_silenced_the_adviser(path: Path) -> None:
    """Each of several people for themselves; it is no part of the talks."""
    with opened(path) as store:
        game = number(open_table(source("two-words"), "two-words", PEOPLE, computer, store=store))
        store.hush(game, hushed=True, place=1)
        assert [store.hushed(game, place) for place in range(3)] == [False, True, False]
        store.hush(game, hushed=True)
        store.hush(game, hushed=False, place=1)
        assert [store.hushed(game, place) for place in range(3)] == [True, False, False]
        assert store.load(game)[0].moves == ()
