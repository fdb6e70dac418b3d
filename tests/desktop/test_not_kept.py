"""Moves and talks that cannot be kept, in the window: it tells why, goes on drawing, and goes on when it can."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pygame
import pytest

from game import desktop
from game.delegations import computer
from game.desktop import Driven
from game.desktop.keeping import Keeping, open_store
from game.desktop.screens.quitting import QuitSheet
from game.desktop.screens.sheets import SaySheet
from game.desktop.screens.table import TableScreen
from game.table import Start, Store, StoreError, Table, resume
from game.talks import Leave, Say
from game.text import DelegationId
from tests.desktop.driving import TWO_WORDS, mislaid
from tests.desktop.rooms import begin, window

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")


@contextmanager
def at_table(path: Path, seat: str = "ARIA") -> Iterator[tuple[Driven, Table]]:
    """A window at a table that is kept here, whose store waits as short as a window's does; the computer is in no hurry
    until its pace is 0."""
    with window() as app:
        app.host.store, app.keeping.unkept = open_store()
        assert app.host.store is not None
        assert app.host.store.path == path
        app.host.pace = 3600.0
        table = begin(app, TWO_WORDS, seat)
        app.push(TableScreen(app))
        app.settle()
        yield app, table


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the window keeps its talks."""
    monkeypatch.setenv("AS_APPROPRIATE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "talks.sqlite3"


def until(app: Driven, true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Step as the loop does, until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it has not come to pass"
        app.step()
        time.sleep(0.01)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program holds the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(app: Driven) -> Iterator[None]:
    """The disk is full."""
    assert app.host.store is not None
    db = app.host.store._db
    db.execute(f"PRAGMA max_page_count={db.execute('PRAGMA page_count').fetchone()[0]}")
    db.execute("CREATE TEMP TRIGGER full BEFORE INSERT ON event BEGIN UPDATE game SET source=zeroblob(999999); END")
    yield
    db.execute("DROP TRIGGER full")
    db.execute("PRAGMA max_page_count=1000000")


@contextmanager
def shut(app: Driven) -> Iterator[None]:
    """The file may not be written."""
    assert app.host.store is not None
    app.host.store._db.execute("PRAGMA query_only=ON")
    yield
    app.host.store._db.execute("PRAGMA query_only=OFF")


@pytest.mark.parametrize("trouble", ["locked", "full", "read-only"])
@pytest.mark.parametrize("seat", ["ARIA", pytest.param("BORO", marks=pytest.mark.slow)])
def test_what_cannot_be_kept_is_told_and_made_later(path: Path, seat: str, trouble: str) -> None:
    """The player's move and the computer's: the window says why it is not made, draws and answers as ever meanwhile,
    and makes it by itself when the trouble is over."""
    with at_table(path, seat) as (app, table):
        with locked(path) if trouble == "locked" else full(app) if trouble == "full" else shut(app):
            app.host.pace = 0.0
            if seat == "ARIA":
                assert isinstance(app.top, TableScreen)
                app.top.board.make(Say(ARIA, remark="Good morning."))
            until(app, lambda: app.host.trouble is not None)
            assert app.host.trouble is not None
            assert app.host.trouble.trouble == trouble
            app.redraw()
            slowest = 0.0
            for _ in range(30):
                begun = time.monotonic()
                app.step()
                slowest = max(slowest, time.monotonic() - begun)
            assert slowest < 1.0, "the window stands still"
            app.settle()
            assert app.reads("could not be saved")
            assert app.reads("as soon as it can be saved")
            assert mislaid(app) == []
            assert (table.version, app.host.waiting is not None) == (0, True)
        until(app, lambda: table.version >= 1)
        app.settle()
        assert app.host.trouble is None
        assert not app.reads("could not be saved")
        with closing(Store(path)) as kept:
            assert resume(kept, 1, computer).version == table.version


@pytest.mark.parametrize(
    "size", [(1024, 768), *(pytest.param(size, marks=pytest.mark.slow) for size in ((1280, 800), (2560, 1600)))]
)
def test_the_words_below_the_screens_cover_nothing(path: Path, size: tuple[int, int]) -> None:
    """Everything that stands on the screens still does, a little higher, and the mouse finds it."""
    with window(path, size=size, scale=size[1] / 768 if size[0] > 2000 else 1.0) as app:
        table = begin(app, TWO_WORDS, "ARIA")
        app.push(TableScreen(app))
        app.settle()
        before = {spot.id for spot in app.canvas.spots}
        with shut(app):
            app.press("Say")
            app.type("Good morning.")
            app.press("Say it")
            app.settle()
            assert app.reads("could not be saved")
            assert mislaid(app) == []
            assert isinstance(app.top, SaySheet)
            app.top.close()
            app.redraw()
            app.settle()
            assert {spot.id for spot in app.canvas.spots} >= before
            assert mislaid(app) == []
        until(app, lambda: table.version >= 1)


def test_what_was_typed_stays_until_it_is_said(path: Path) -> None:
    """A remark that cannot be kept stays in its field; what is changed in it then is said, and not what was first."""
    with at_table(path) as (app, table):
        with shut(app):
            app.key("f")
            app.type("A long speech.")
            app.key("enter")
            assert isinstance(app.top, SaySheet)
            assert app.top.field.text == "A long speech."
            assert app.host.waiting is not None
            app.type(" And more.")
            assert app.host.waiting is None
            app.key("enter")
        until(app, lambda: table.version >= 1)
        assert isinstance(app.top, TableScreen)
        said = table.record().moves[0]
        assert said.remark == "A long speech. And more."


def test_whoever_says_nothing_after_all_says_nothing(path: Path) -> None:
    """A remark that waits is let go with its sheet."""
    with at_table(path) as (app, _), shut(app):
        app.key("f")
        app.type("A long speech.")
        app.key("enter")
        app.press("Say nothing")
        assert (app.host.waiting, app.host.trouble) == (None, None)


def test_another_move_takes_the_place_of_one_that_waits(path: Path) -> None:
    """Whoever thinks better of it while a move waits makes another one, and only that is made."""
    with at_table(path) as (app, table):
        assert isinstance(app.top, TableScreen)
        with shut(app):
            app.top.board.make(Say(ARIA, remark="Good morning."))
        app.top.board.make(Leave(ARIA))
        until(app, lambda: table.verdict is not None)
        assert [type(move) for move in table.record().moves] == [Leave]


@pytest.mark.parametrize("doing", ["idle", "moving", "waiting"])
def test_a_second_window_catches_up(path: Path, doing: str) -> None:
    """When another window has played the same talks, this one goes on from where they stand there, and says so; nothing
    is played twice, whether the player thinks here, moves, or the computer does."""
    with at_table(path, "BORO" if doing == "waiting" else "ARIA") as (app, table), closing(Store(path)) as store:
        there = resume(store, 1, computer)
        for _ in range(2):
            floor = there.view(ARIA).floor
            assert there.submit(floor, Say(floor, remark="From over there."), there.version) is None
        app.host.pace = 0.0
        if doing == "moving":
            assert isinstance(app.top, TableScreen)
            app.top.board.make(Say(ARIA, remark="From here."))
        until(app, lambda: app.host.told == "caught-up")
        app.settle()
        assert app.reads("played in another window too.")
        until(app, lambda: table.version >= 2)
        assert table.record().moves[:2] == there.record().moves[:2]
        assert "From here." not in table.export()


def test_talks_that_are_deleted_in_another_window(path: Path) -> None:
    """The window says that they are kept no more, and stays as it was."""
    with at_table(path) as (app, table), closing(Store(path)) as store:
        store.delete(1)
        assert isinstance(app.top, TableScreen)
        app.top.board.make(Say(ARIA, remark="Good morning."))
        app.redraw()
        app.settle()
        assert app.reads("No talks number 1 are kept")
        assert table.version == 0


@pytest.mark.skipif(os.name != "posix", reason="a file that is open cannot be taken away here")
@pytest.mark.parametrize(
    "back", ["the same", *(pytest.param(each, marks=pytest.mark.slow) for each in ("an older copy", "never"))]
)
def test_a_folder_that_goes_away(path: Path, tmp_path: Path, back: str) -> None:
    """While the folder is gone nothing is played to no purpose; when it is back, the talks are whole in it, whatever
    lies there."""
    with at_table(path) as (app, table):
        assert isinstance(app.top, TableScreen)
        app.host.pace = 0.0
        shutil.copytree(path.parent, tmp_path / "copy")
        app.top.board.make(Say(ARIA, remark="Good morning."))
        until(app, lambda: table.version >= 2 and app.host.thinking is None)
        assert isinstance(app.top, TableScreen)
        path.parent.rename(tmp_path / "away")
        app.top.board.make(Say(ARIA, remark="And now?"))
        before = table.version
        app.redraw()
        app.settle()
        assert app.reads("is not there any more")
        assert table.version == before
        if back == "the same":
            (tmp_path / "away").rename(path.parent)
        elif back == "an older copy":
            (tmp_path / "copy").rename(path.parent)
        else:
            path.parent.mkdir()
        until(app, lambda: table.version > before and app.host.thinking is None)
        assert (app.host.told == "begun-anew") == (back == "never")
    with closing(Store(path)) as store:
        games = store.games()
        assert [each.moves for each in games] == [table.version]
        assert resume(store, games[0].id, computer).export() == table.export()


def test_a_file_that_is_damaged_in_the_midst_of_talks(path: Path) -> None:
    """It is put aside, and the whole of the talks is kept in a new one."""
    with at_table(path) as (app, table):
        app.host.pace = 0.0
        assert isinstance(app.top, TableScreen)
        app.top.board.make(Say(ARIA, remark="Good morning."))
        until(app, lambda: table.version >= 2 and app.host.thinking is None)
        with closing(sqlite3.connect(path)) as other:
            other.execute("DROP TABLE event")
        assert isinstance(app.top, TableScreen)
        app.top.board.make(Say(ARIA, remark="And now?"))
        app.redraw()
        app.settle()
        assert app.host.trouble is None or app.reads("is damaged")
        until(app, lambda: table.version >= 3 and app.host.thinking is None)
        app.settle()
        assert app.reads("has been kept anew")
    with closing(Store(path)) as store:
        assert resume(store, 1, computer).export() == table.export()
    assert path.with_name("talks-damaged-1.sqlite3").exists()


def test_talks_that_cannot_be_forgotten(path: Path) -> None:
    """Talks in which nobody has moved are forgotten when their briefing is left; where they cannot be, the title says
    so."""
    with at_table(path) as (app, _):
        app.go("briefing")
        app.settle()
        with shut(app):
            app.key("escape")
            app.settle()
            assert app.reads("could not be saved")
        assert app.host.store is not None
        assert len(app.host.store.games()) == 1


def run_with(monkeypatch: pytest.MonkeyPatch, play: Callable[[Driven], None], *, save: bool = True) -> None:
    """Start the window as the command does, and play in it."""

    class Played(Driven):
        def run(self) -> int:
            play(self)
            self.close()
            return 0

    monkeypatch.setattr(desktop, "App", Played)
    assert desktop.run(computer, Start(), save=save) == 0


@pytest.mark.parametrize("why", ["a file is in the way", "unasked"])
def test_that_nothing_is_kept_is_told_everywhere_and_asked_about(
    monkeypatch: pytest.MonkeyPatch, path: Path, why: str
) -> None:
    """The title and the table say that nothing is kept, and why; who leaves such talks is asked first, and asked only
    once."""
    if why != "unasked":
        path.parent.write_text("in the way", encoding="utf-8")

    def play(app: Driven) -> None:
        app.settle()
        assert app.reads("Nothing is kept")
        assert app.reads("--no-save" if why == "unasked" else "Talks cannot be kept in")
        assert mislaid(app) == []
        app.host.begin(TWO_WORDS, ARIA, 3)
        app.go("table")
        app.settle()
        assert app.reads("Nothing is kept")
        assert mislaid(app) == []
        app.key("q", ctrl=True)
        assert app.running
        assert isinstance(app.top, QuitSheet)
        assert app.reads("lost")
        assert mislaid(app) == []
        app.key("escape")
        assert isinstance(app.top, TableScreen)
        app.key("escape")
        app.press("To the title")
        assert isinstance(app.top, QuitSheet)
        app.press("Leave, and lose it")
        assert app.host.table is None
        assert app.running
        app.host.begin(TWO_WORDS, ARIA, 3)
        app.go("table")
        for _ in range(2):
            assert app.running
            pygame.event.post(pygame.Event(pygame.QUIT))
            app.settle()
        assert not app.running

    run_with(monkeypatch, play, save=why != "unasked")


def test_talks_that_are_kept_are_left_without_a_question(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """There is nothing to lose."""

    def play(app: Driven) -> None:
        app.host.begin(TWO_WORDS, ARIA, 3)
        app.go("table")
        app.settle()
        assert not app.reads("kept")
        app.key("q", ctrl=True)
        assert not app.running

    run_with(monkeypatch, play)
    assert path.exists()


def test_a_damaged_file_is_put_aside_and_a_new_one_begun(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Both are said on the title, nothing of the old file is lost, and the talks are kept in the new one."""
    path.parent.mkdir()
    path.write_bytes(Random(1).randbytes(9000))
    before = path.read_bytes()

    def play(app: Driven) -> None:
        app.settle()
        aside = path.with_name("talks-damaged-1.sqlite3")
        assert app.reads("was damaged")
        assert app.reads("talks-damaged-1.sqlite3")
        assert aside.read_bytes() == before
        assert begin(app, TWO_WORDS, "ARIA").saved

    run_with(monkeypatch, play)


def test_a_file_that_can_be_opened_later_is_used_from_then_on(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Talks that were begun while nothing could be kept are kept whole, and that is said."""
    path.parent.write_text("in the way", encoding="utf-8")

    def play(app: Driven) -> None:
        now = [0.0]
        monkeypatch.setattr(app, "clock", lambda: now[0])
        table = app.host.begin(TWO_WORDS, ARIA, 3)
        app.go("table")
        app.settle()
        assert not table.saved
        assert app.host.submit(Say(ARIA, remark="Good morning."), 0) is None
        path.parent.unlink()
        now[0] = 5.0
        app.settle()
        assert table.saved
        assert app.host.told == "kept-now"
        assert not app.reads("Nothing is kept")
        assert app.host.store is not None
        assert app.host.store.games()[0].moves == table.version

    run_with(monkeypatch, play)


def test_what_can_only_be_read_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be written, the list of saved talks is there all the same, and they can be looked at."""
    with closing(Store(path)) as store, window() as app:
        app.host.store = store
        begin(app, TWO_WORDS, "ARIA")

    def refuse(self: Store) -> sqlite3.Connection:
        raise StoreError("cannot-keep", path=self.path, trouble="read-only")

    opened = Store._opened
    monkeypatch.setattr(Store, "_opened", lambda self: opened(self) if not self.writable else refuse(self))

    def play(app: Driven) -> None:
        app.settle()
        assert app.reads("Nothing is kept")
        assert isinstance(app.keeping, Keeping)
        app.press("Saved talks")
        app.press("Two words about a lake")
        assert app.host.table is not None
        assert not app.host.table.saved

    run_with(monkeypatch, play)
