"""The command that lists classes, writes one out and deletes one, on the classes that are kept among the saves."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from game.__main__ import main
from game.lesson.doings import Finish, Start
from game.lesson.kept_class import kept_lesson
from game.players import keeping
from game.reports.seats_csv import COLUMNS, seats_csv
from game.table import ClassId, Keeping, Store, default_path, resume
from game.talks import read_record
from game.terminal.classes import delete_class, kept_class
from game.terminal.keeping import Fault
from tests.lesson.lessons import BEGAN, SMALL, held, joined, opened
from tests.table.saves import class_facts, restore
from tests.table.saves import kept as kept_among_saves
from tests.terminal.desk import Desk


@pytest.fixture
def store() -> Iterator[Store]:
    """A store with a class that is over, number 1, and one that is not, number 2."""
    default_path().parent.mkdir(parents=True)
    restore("version-9", default_path())
    with closing(Store()) as store:
        yield store


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """What the command says and complains, each on one line."""
    code = main(["classes", *words])
    told = capsys.readouterr()
    return code, " ".join(told.out.split()), " ".join(told.err.split())


def rows(told: bytes) -> list[dict[str, str]]:
    """The lines of a table."""
    return list(csv.DictReader(io.StringIO(told.decode(), newline="")))


def test_no_classes(capsys: pytest.CaptureFixture[str]) -> None:
    code, told, wrong = run(capsys)
    assert (code, wrong, told) == (0, "", "No classes are kept.")


@pytest.mark.usefixtures("store")
def test_the_classes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """All, newest first, or one by its number or code, however that is typed."""
    code, told, wrong = run(capsys)
    assert (code, wrong) == (0, "")
    assert told.index("2: HKT007, istanbul-communique-1994, 11 people at 2 tables, not over, begun 2026-11-29") < (
        told.index("1: HKT001, istanbul-communique-1994, 11 people at 2 tables, over, begun 2026-11-29")
    )
    assert "deleted after 30 days" in told
    for which in ("1", "hkt001"):
        assert "HKT001" in run(capsys, which)[1]
        assert "HKT007" not in run(capsys, which)[1]
    assert run(capsys, "--delete")[::2] == (1, "Name the class: as-appropriate classes names those that are kept.")
    code, told, wrong = run(capsys, "KITE")
    assert (code, told, wrong.endswith("No class “KITE” is kept: as-appropriate classes names those that are.")) == (
        1, "", True,
    )  # fmt: skip


def test_a_class_that_cannot_be_read_hides_no_other(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store._db.execute("UPDATE class_act SET body='{}' WHERE class=2 AND seq=2")
    _, told, _ = run(capsys)
    assert "2: Of what was done in class 2, line 2 is damaged or missing." in told
    assert "1: HKT001" in told


def test_a_class_whose_row_is_damaged_is_told_and_can_be_deleted(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for damage in ("used='yesterday'", "begun='2026-01-01'", "begun=''"):
        store._db.execute(f"UPDATE class SET {damage} WHERE id=1")
        _, told, _ = run(capsys)
        assert "1: What is kept of class 1 is damaged." in told
        assert "2: HKT007" in told
        assert [each.id for each in store.classes()] == [2]
    assert run(capsys, "1", "--export", str(tmp_path / "out"))[::2] == (1, "What is kept of class 1 is damaged.")
    assert run(capsys, "1", "--delete", "--yes")[1] == "Class 1 is deleted."
    assert [each.id for each in store.classes()] == [2]


def test_a_class_is_written_out(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder has a record a table, which replays with the scenario beside it, a line a seat, and every act; nothing
    is written over unasked."""
    folder = tmp_path / "out"
    code, told, _ = run(capsys, "1", "--export", str(folder))
    assert (code, "5 files of class HKT001" in told) == (0, True)
    games = store.classes()[1].games
    for letter, game in zip("AB", games, strict=True):
        record = read_record((folder / f"table-{letter}.txt").read_bytes().decode())
        assert (record, (folder / f"{record.scenario}.yaml").read_bytes()) == store.load(game)
    assert tuple((folder / "class.txt").read_text("utf-8").splitlines()) == store.class_acts(ClassId(1))
    found = rows((folder / "seats.csv").read_bytes())
    facts = kept_among_saves("version-9", 1, "class").read_text("utf-8")
    assert sum(len(each["people"].split("; ")) for each in found) == sum(
        " guessed " in line for line in facts.splitlines()
    )
    code, _, wrong = run(capsys, "1", "--export", str(folder))
    assert (code, "stays as it is" in wrong) == (1, True)
    assert run(capsys, "1", "--export", str(folder), "--force")[0] == 0
    assert run(capsys, "1", "--export", str(tmp_path / "no" / "where"))[0] == 1


def test_what_seats_came_to(store: Store) -> None:
    """Each seat has the points of its talks, beside what it would have had without them; an audience its own."""
    lesson, _ = kept_lesson(store, ClassId(1))
    tables = {letter: resume(store, game, {}) for letter, game in lesson.tables.items()}
    found = rows(seats_csv(lesson, tables).encode())
    assert tuple(found[0]) == COLUMNS
    for each in found:
        verdict = tables[each["table"]].verdict
        assert verdict is not None
        assert each["ending"] == verdict.kind
        points: dict[str, int] = {who: score.total for who, score in verdict.scores.items()}
        points |= {str(who): above for who, above in verdict.outside.items()}
        assert each["points"] == str(points[each["seat"]])
        assert (each["walk_away"] == "") == (each["kind"] == "audience")


def test_no_name_is_a_formula_or_markup(store: Store) -> None:
    """What somebody typed as a name stands in the table as words."""
    lesson, _ = kept_lesson(store, ClassId(1))
    for name in ("=1+1", "@SUM(A1)", "<b>Ada</b>", 'Ada, "Çağ"'):
        people = {device: replace(each, name=name) for device, each in list(lesson.people.items())[:1]}
        (found,) = rows(seats_csv(replace(lesson, people=people), {}).encode())
        assert found["people"] in (name, f"'{name}")
        assert not found["people"].startswith(("=", "@"))


def test_records_of_tables_that_go_on_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a class that goes on, the records of tables that go on are left out, for they give the sheets away; who sits
    there is told. Once the class is over nothing is left out."""
    default_path().parent.mkdir(parents=True)
    room, file = opened(default_path()), tmp_path / "class.ZIP"
    joined(room, 9)
    assert held(room, Start(), BEGAN) is None
    assert "Left out: the records of table A and table B" in run(capsys, "1", "--export", str(file))[1]
    with ZipFile(file) as written:
        assert sorted(written.namelist()) == ["class.txt", "seats.csv"]
        found = rows(written.read("seats.csv"))
    assert {(each["table"], each["ending"], each["points"]) for each in found} == {("A", "", ""), ("B", "", "")}
    assert held(room, Finish(), BEGAN + 60) is None
    room.house.store.close()
    assert "Left out" not in run(capsys, "1", "--export", str(file), "--force")[1]
    with ZipFile(file) as written:
        assert {"table-A.txt", "table-B.txt", f"{SMALL}.yaml"} < set(written.namelist())


def test_a_class_is_deleted_when_that_is_said(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is asked who is not there: then the class stays, unless the command says yes. Who says no keeps it."""
    code, _, wrong = run(capsys, "2", "--delete")
    assert (code, "Class HKT007 stays." in wrong, len(store.classes())) == (1, True, 2)
    for typed in (["no"], [""], []):
        with pytest.raises(Fault):
            delete_class(Desk(typed).console, store, kept_class(store, "2"), sure=False, asks=True)
    desk = Desk(["yes"])
    delete_class(desk.console, store, kept_class(store, "2"), sure=False, asks=True)
    assert "Class HKT007 is deleted for good" in desk.flat
    assert [each.code for each in store.classes()] == ["HKT001"]
    code, told, _ = run(capsys, "1", "--delete", "--yes")
    assert (code, told, store.classes()) == (0, "Class HKT001 is deleted.", ())


def test_a_class_that_is_served_stays(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """It is not taken from under the server that serves it."""
    assert store.hold(ClassId(2))
    code, _, wrong = run(capsys, "2", "--delete", "--yes")
    assert (code, "Class HKT007 is served just now: delete it at its desk" in wrong) == (1, True)
    store.let_go(ClassId(2))
    assert run(capsys, "2", "--delete", "--yes")[0] == 0
    assert [each.name for each in default_path().parent.iterdir() if "serves" in each.name] == []


def test_where_classes_are_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file or a database may be named; one that does not answer is told in a sentence without a password."""
    with keeping(str(tmp_path / "class.sqlite3")) as found:
        assert isinstance(found, Keeping)
        found.open_class("KITE42", "")
    assert "1: Of what was done in class 1, line 1" in run(capsys, "--database", str(tmp_path / "class.sqlite3"))[1]
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    code, _, wrong = run(capsys, "--database", "postgresql://me:secret@127.0.0.1:1/class")
    assert (code, "does not answer" in wrong, "secret" in wrong) == (1, True, False)


@pytest.mark.slow
def test_classes_in_a_database(postgresql: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The command does the same with a database."""
    from tests.table.places import database

    address = database(postgresql)
    assert run(capsys, "--database", address)[1] == "No classes are kept."
    with keeping(address) as found:
        found.open_class("KITE42", "")
    assert run(capsys, "KITE42", "--database", address, "--delete", "--yes")[1] == "Class KITE42 is deleted."


def test_facts_of_a_class_are_those_that_are_kept(store: Store) -> None:
    """The classes here are those of the saves."""
    for each in store.classes():
        assert class_facts(store, each) == kept_among_saves("version-9", each.id, "class").read_bytes().decode()
