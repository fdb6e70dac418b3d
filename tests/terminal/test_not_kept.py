"""Moves that cannot be kept, at the terminal: it is said why, nothing that was typed is lost, and talks go on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from game.__main__ import main
from game.table import HOME, Start, Store, open_table, resume
from game.talks import Say
from game.terminal import Console, play, play_on
from game.terminal.session import LEFT_OFF, UNSAVED
from game.text import DelegationId
from game.words.adviser import told_counsel
from tests.terminal.desk import LAKE, agreeable

ARIA, BORO = DelegationId("ARIA"), DelegationId("BORO")
Typed = str | Callable[[], str]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv(HOME, str(tmp_path))
    kept = Store(patience=0.0)
    yield kept
    kept.close()


def typing(lines: list[Typed]) -> tuple[Console, list[str]]:
    """A console at which these lines are typed, and what it prints; what is no line is done first, and gives one."""
    left, printed = iter(lines), list[str]()

    def read() -> str | None:
        line = next(left, None)
        return line() if callable(line) else line

    return Console(read, printed.append), printed


def shut(store: Store, typed: str) -> Callable[[], str]:
    """From now on nothing can be written; and this is typed."""

    def then() -> str:
        store._db.execute("PRAGMA query_only=ON")
        return typed

    return then


def opened(store: Store, typed: str) -> Callable[[], str]:
    """From now on it can be again."""

    def then() -> str:
        store._db.execute("PRAGMA query_only=OFF")
        return typed

    return then


def game(store: Store, lines: list[Typed], seat: str = "ARIA") -> tuple[int, str]:
    """The exit code and the screen of talks on the lake."""
    console, printed = typing(lines)
    code = play(console, agreeable, lambda: store, Start(LAKE, seat, 1), adviser=told_counsel)
    return code, " ".join("".join(printed).split())


def test_a_move_that_cannot_be_kept_is_tried_again(store: Store) -> None:
    """It is said why, and that the move is not lost; `again` makes it as soon as it can be kept."""
    code, shown = game(store, ["", "", shut(store, "say Good morning."), "again", opened(store, "again"), "q"])
    assert code == LEFT_OFF
    assert shown.count("could not be saved") == 2
    assert shown.count("not lost") == 2
    said = store.load(1)[0].moves[0]
    assert (said.by, said.remark) == (ARIA, "Good morning.")


def test_the_computers_move_is_tried_again(store: Store) -> None:
    """It waits until the player says so, and then is made."""
    code, shown = game(store, ["", shut(store, ""), "", opened(store, ""), "q"], "BORO")
    assert code == LEFT_OFF
    assert shown.count("Press Enter to try again.") == 2
    assert store.games()[0].moves == 1


def test_leaving_with_a_move_that_is_not_kept_is_a_failure(store: Store) -> None:
    """Where the input ends in that state, the exit code tells a script."""
    code, shown = game(store, ["", "", shut(store, "say Good morning.")])
    assert code == UNSAVED
    assert "The talks are kept" in shown


def test_the_adviser_is_silenced_all_the_same(store: Store) -> None:
    """That it will not be remembered is said, and the session goes on."""
    code, shown = game(store, ["", "", shut(store, "advise off"), opened(store, "say Good morning."), "q"])
    assert code == LEFT_OFF
    assert "is not remembered" in shown
    assert "silent from now on" in shown
    assert store.games()[0].moves >= 1


def test_another_window_plays_the_same_talks(store: Store) -> None:
    """The move is not made twice: the talks go on from where they stand over there, and that is said."""
    seats = {ARIA: "person", BORO: "person"}
    number = open_table(Path(LAKE).read_bytes(), "two-words", seats, agreeable, store=store).game  # type: ignore[arg-type]
    assert number is not None

    def elsewhere() -> str:
        there = resume(store, number, agreeable)
        assert there.submit(ARIA, Say(ARIA, remark="From over there."), 0) is None
        return "say From here."

    console, printed = typing(["", "ARIA", "", "", elsewhere, "", "q"])
    assert play_on(console, agreeable, store, number) == LEFT_OFF
    shown = " ".join("".join(printed).split())
    assert "played in another window too." in shown
    assert [move.remark for move in store.load(number)[0].moves] == ["From over there."]


def test_a_store_that_can_only_be_read_is_looked_at(store: Store) -> None:
    """Kept talks can be resumed from it, and it is as it was afterwards."""
    game(store, ["", "", "say Good morning.", "q"])
    before = store.path.read_bytes()
    only = Store(store.path, writable=False)
    console, printed = typing(["say And again.", "q"])
    assert play_on(console, agreeable, only, 1) == LEFT_OFF
    assert "were not kept" in " ".join("".join(printed).split())
    only.close()
    assert store.path.read_bytes() == before


@pytest.mark.parametrize("how", ["gone", "damaged"])
def test_the_file_is_lost_in_the_midst_of_talks(store: Store, tmp_path: Path, how: str) -> None:
    """The whole of the talks is kept in a new one, with the move that was made then, and that is said."""

    def lose() -> str:
        if how == "gone":
            store.path.rename(tmp_path / "away")
        else:
            store._db.execute("DROP TABLE event")
        return "say And now?"

    code, shown = game(store, ["", "", "say Good morning.", lose, "q"])
    assert code == LEFT_OFF
    assert "has been kept anew" in shown
    with closing(Store()) as found:
        assert [move.remark for move in found.load(1)[0].moves if move.by == ARIA] == ["Good morning.", "And now?"]


@pytest.mark.parametrize("verb", [["list"], ["export", "1"], ["replay", "1"], ["resume"], ["import"], ["play"]])
def test_a_damaged_file_at_the_terminal(verb: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever reads it leaves it as it is and says what would happen to it; whatever would write puts it aside, says
    where it is, and begins a new one."""
    path = Path(os.environ[HOME]) / "talks.sqlite3"
    path.parent.mkdir()
    path.write_bytes(b"Minutes of another meeting. " * 300)
    before = path.read_bytes()
    record = tmp_path / "record.txt"
    people = {ARIA: "person", BORO: "person"}
    record.write_text(open_table(Path(LAKE).read_bytes(), "two-words", people, agreeable).export(), encoding="utf-8")  # type: ignore[arg-type]
    more = {
        "import": [str(record), "--scenario", LAKE],
        "play": [LAKE, "--terminal", "--seat", "ARIA"],
    }
    code = main([*verb, *more.get(verb[0], [])])
    told = capsys.readouterr()
    said = " ".join((told.out + told.err).split())
    aside = path.with_name("talks-damaged-1.sqlite3")
    if verb[0] in ("list", "export", "replay"):
        assert code == 1
        assert "put it aside" in said
        assert path.read_bytes() == before
    else:
        assert aside.name in said
        assert "a new one has been begun" in said
        assert aside.read_bytes() == before
    assert "--no-save" not in said
