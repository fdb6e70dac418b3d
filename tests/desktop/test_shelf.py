"""Earlier games of the same scenario, on the page of the ending."""

from __future__ import annotations

from pathlib import Path

from game.desktop import Driven
from game.desktop.debriefing import Debriefing
from game.desktop.laid_open import SHELF
from game.desktop.screens.plot import PlotPane
from tests.desktop.driving import TWO_WORDS
from tests.desktop.rooms import begin, play_out, walk_out, window


def topics(app: Driven) -> tuple[str, ...]:
    """What there is to read at the end, when everything has been worked out."""
    app.go("ending")
    app.wait()
    assert app.laid is not None
    return app.laid.topics


def test_earlier_games_are_told_of_once_there_are_some(tmp_path: Path) -> None:
    """The first game has no shelf, the third has the two before it; the window goes on while they are played again."""
    with window(tmp_path / "talks.sqlite3") as app:
        app.opener = Debriefing
        play_out(begin(app, TWO_WORDS, "ARIA", 1))
        assert SHELF not in topics(app)
        walk_out(begin(app, TWO_WORDS, "ARIA", 2))
        play_out(begin(app, TWO_WORDS, "ARIA", 3))
        assert topics(app)[-1] == SHELF
        app.press("Earlier games")
        app.settle()
        shown = " ".join(app.texts())
        assert "2 earlier games of this scenario are kept here." in shown
        assert "1 ended without" in shown
        assert app.laid is not None
        plot = app.laid.panes["plot"]
        assert isinstance(plot, PlotPane)
        assert [mark.games for mark in plot.shown.marks if mark.kind == "earlier"] == [1]
        app.press("Every possible text")
        app.settle()


def test_without_a_store_there_is_no_shelf() -> None:
    """Nothing is kept, so there is nothing to tell of."""
    with window() as app:
        app.opener = Debriefing
        play_out(begin(app, TWO_WORDS, "ARIA", 1))
        assert SHELF not in topics(app)
