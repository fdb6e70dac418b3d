"""A move that cannot be kept, in the window."""

from __future__ import annotations

from pathlib import Path

from game.desktop.screens.table import TableScreen
from game.talks import Leave, Say
from game.text import DelegationId
from tests.desktop.driving import TWO_WORDS
from tests.desktop.rooms import begin, window

ARIA = DelegationId("ARIA")


def test_a_move_that_cannot_be_kept_is_told_at_the_tray(tmp_path: Path) -> None:
    """The player reads where it could not be saved, the talks are as they were, and the same move can be made later."""
    with window(tmp_path / "talks.sqlite3") as app:
        table = begin(app, TWO_WORDS, "ARIA")
        screen = TableScreen(app)
        app.push(screen)
        app.settle()
        store = app.host.store
        assert store is not None
        store._db.execute("PRAGMA query_only=ON")
        screen.board.make(Say(ARIA, remark="Good morning."))
        app.redraw()
        app.settle()
        assert app.reads("not be saved")
        assert table.version == 0
        store._db.execute("PRAGMA query_only=OFF")
        screen.board.make(Leave(ARIA))
        assert table.version == 1
