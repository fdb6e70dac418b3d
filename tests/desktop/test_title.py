"""The title and the saved talks: what is offered, by what a person reads and by keys alone."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pygame
import pytest

from game.desktop import Driven
from game.desktop.screens import frontispiece
from game.desktop.screens.ending import EndingScreen
from game.desktop.screens.saved import DeleteScreen, SavedScreen
from game.desktop.screens.table import TableScreen
from game.desktop.screens.title import TitleScreen
from game.scenario import asset, load, source_of
from game.table import StoreError
from game.talks import Say
from game.text import DelegationId
from tests.desktop.driving import STATUS_TALKS, TWO_WORDS, mislaid
from tests.desktop.rooms import SIZES, begin, wait_out, window

WATCH = "Watch, computer against computer"
ARIA = DelegationId("ARIA")


def spoil(kept: Path) -> None:
    """Let what was heard in the first talks that are kept be no record."""
    database = sqlite3.connect(kept)
    with database:
        database.execute("UPDATE event SET body='{nonsense' WHERE game=1")
    database.close()


def test_from_the_title_to_the_table_by_what_is_read(tmp_path: Path) -> None:
    """A player clicks words and sits at the table in the seat that was chosen."""
    with window(tmp_path / "talks.sqlite3") as app:
        app.go("title")
        for words in ("Begin the talks", "North Atlantic Alliance", "Read the brief", "Read the cable", "To the table"):
            app.press(words)
        assert isinstance(app.top, TableScreen)
        assert app.host.who == "NATO"


def test_from_the_title_to_the_table_by_keys_alone() -> None:
    """No mouse: Enter goes on everywhere, a letter takes a seat."""
    with window() as app:
        app.go("title")
        app.settle()
        for key in ("enter", "n", "enter", "enter", "enter"):
            app.key(key)
        assert isinstance(app.top, TableScreen)
        assert app.host.who == "NATO"


def test_every_place_can_be_reached_with_tab_and_the_arrows() -> None:
    """The focus goes to the choice of a seat and presses it, without a letter."""
    with window() as app:
        app.go("title")
        app.settle()
        app.key("tab")
        app.key("enter")
        for _ in range(9):
            app.key("tab")
            if app.top and app.top.memory.focus == "seat-NATO":
                break
        app.key("enter")
        while app.top and app.top.memory.focus != "begin":
            app.key("tab")
        app.key("enter")
        assert app.host.who == "NATO"


def test_only_what_works_is_offered(tmp_path: Path) -> None:
    """Without kept talks there is nothing to continue and no list; without a store neither."""
    first = "Your first talks, with a guide: Istanbul, ten minutes"
    begin_, classes, others = "Begin the talks", ("Join a class", "Open a class"), ("Options", "Glossary", "Quit")
    for kept, offered in (
        (None, [begin_, *classes, "With a guide", "Watch", *others]),
        (tmp_path / "talks.sqlite3", [first, begin_, *classes, WATCH, *others]),
    ):
        with window(kept) as app:
            app.go("title")
            app.settle()
            assert [spot.words for spot in app.canvas.spots] == offered


def test_kept_talks_are_continued(tmp_path: Path) -> None:
    """The title names scenario, seat and day, and C goes back to the table as it was left."""
    with window(tmp_path / "talks.sqlite3") as app:
        table = begin(app, TWO_WORDS, "ARIA")
        table.submit(ARIA, Say(ARIA, remark="We are here."), table.version)
        app.go("title")
        app.settle()
        assert app.reads(f"{table.scenario.title}. Aria, 20 June")
        app.key("c")
        assert isinstance(app.top, TableScreen)
        assert app.host.table is not None
        assert (app.host.who, app.host.table.game) == ("ARIA", table.game)
        assert app.host.table.version >= 1


def test_talks_that_are_over_are_not_continued(tmp_path: Path) -> None:
    """They stand in the list, and lead to their ending."""
    with window(tmp_path / "talks.sqlite3") as app:
        wait_out(begin(app, TWO_WORDS, "ARIA"))
        app.go("title")
        app.settle()
        assert not app.reads("Continue")
        app.key("s")
        assert isinstance(app.top, SavedScreen)
        assert app.reads(load(source_of(TWO_WORDS), TWO_WORDS)[ARIA].name)
        assert app.reads("48 moves, ended")
        app.press("Two words about a lake")
        assert isinstance(app.top, EndingScreen)
        app.key("escape")
        assert isinstance(app.top, TitleScreen)


def test_saved_talks_show_a_picture_of_their_draft(tmp_path: Path) -> None:
    """Made when somebody looks: of talks that cannot be read it is an empty sheet. What is agreed is told with it."""

    def colours(app: Driven) -> list[int]:
        boxes = [spot.box for spot in app.canvas.spots if spot.id.startswith("open-")]
        parts = [pygame.Rect(box.x + 14, box.centre[1] - 36, 120, 72) for box in boxes]
        return [len({tuple(app.surface.get_at((x, y))) for x in range(p.x, p.right) for y in range(p.y, p.bottom)})
                for p in parts]  # fmt: skip

    kept = tmp_path / "talks.sqlite3"
    with window(kept) as app:
        for seat in ("ARIA", "BORO"):
            table = begin(app, TWO_WORDS, seat)
            table.submit(ARIA, Say(ARIA, remark="We are here."), table.version)
    spoil(kept)
    with window(kept) as app:
        app.go("title")
        app.settle()
        app.key("s")
        for _ in range(200):
            time.sleep(0.01)
            app.step()
            if app.reads("0 of 4 agreed"):
                break
        assert app.reads("0 of 4 agreed")
        drawn, empty = colours(app)
        assert drawn > 4
        assert empty == 1


def test_deleting_asks_first(tmp_path: Path) -> None:
    """Enter keeps the talks, D deletes them for good."""
    with window(tmp_path / "talks.sqlite3") as app:
        begin(app, TWO_WORDS, "BORO")
        app.go("title")
        app.settle()
        app.key("s")
        app.press("Delete")
        assert isinstance(app.top, DeleteScreen)
        app.key("enter")
        assert app.host.store is not None
        assert len(app.host.store.games()) == 1
        app.key("tab")
        app.key("delete")
        app.key("d")
        assert app.host.store.games() == ()
        assert app.reads("Nothing is kept")
        app.key("escape")
        assert not app.reads("Saved talks")


def test_damaged_talks_are_shown_and_can_be_deleted(tmp_path: Path) -> None:
    """A row that cannot be read back says so and opens nothing; it is not offered to be continued."""
    kept = tmp_path / "talks.sqlite3"
    with window(kept) as app:
        table = begin(app, TWO_WORDS, "ARIA")
        table.submit(ARIA, Say(ARIA, remark="We are here."), table.version)
    spoil(kept)
    with window(kept) as app:
        app.go("title")
        app.settle()
        assert not app.reads("Continue")
        app.key("s")
        assert app.reads("Cannot be opened")
        app.press("Two words about a lake")
        assert isinstance(app.top, SavedScreen)
        assert app.reads("Move 1 of")


def test_watching_needs_no_seat() -> None:
    """W opens the table for a watcher, with a computer in every seat."""
    with window() as app:
        app.go("title")
        app.settle()
        app.key("w")
        assert isinstance(app.top, TableScreen)
        assert app.host.who is None
        assert app.host.table is not None
        assert set(app.host.table.seats.values()) == {"ambassador"}


@pytest.mark.parametrize("type", [100, 150, 200])
def test_what_could_not_be_done_is_seen(type: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also in large letters, where the menu is longer than the window."""

    def full(*_: object, **__: object) -> None:
        raise StoreError("not-saved", trouble="full")

    with window(size=(1024, 768)) as app:
        app.settings.type = type
        app.go("title")
        app.key("tab")
        app.key("end")
        monkeypatch.setattr(app.host, "begin", full)
        app.press("Watch")
        told = next(each for each in app.boxes() if "saved" in each.words)
        assert told.box.meet(app.canvas.box) == pytest.approx(told.box)
        assert mislaid(app) == []


def test_escape_quits() -> None:
    """The last way out of the program is Esc on the title."""
    with window() as app:
        app.go("title")
        app.settle()
        app.key("escape")
        assert not app.running


def test_the_pen_strikes_once_and_then_rests() -> None:
    """With motion the wordings are struck in a moment; afterwards no frame is drawn."""
    now = [0.0]
    with window(motion=True, clock=lambda: now[0]) as app:
        app.go("title")
        app.settle()
        assert app.frames >= 2
        now[0] = frontispiece.LASTS + 0.1
        app.settle()
        frames = app.frames
        app.settle(5)
        assert app.frames == frames


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_texts_lie_apart(size: tuple[int, int], scale: float, tmp_path: Path) -> None:
    """Title, saved talks and the question before deleting, at every size."""
    with window(tmp_path / "talks.sqlite3", size=size, scale=scale) as app:
        for scenario, seat in ((STATUS_TALKS, "RUS"), (TWO_WORDS, "ARIA"), (STATUS_TALKS, None)):
            begin(app, scenario, seat)
        app.go("title")
        app.settle()
        assert mislaid(app) == []
        app.key("s")
        assert mislaid(app) == []
        app.press("Delete")
        assert mislaid(app) == []


def test_the_icon_is_there() -> None:
    """The window's icon is an asset of the game."""
    assert asset("icon.png").stat().st_size > 200
