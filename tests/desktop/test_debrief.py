"""Their minds: the computer's turns at the end, by keyboard and by mouse."""

from __future__ import annotations

import pytest

from game.desktop import Driven
from game.desktop.debriefing import Debriefing
from game.desktop.screens.ending import EndingScreen
from game.words.levels import level_name
from tests.desktop.driving import STATUS_TALKS, TWO_WORDS, mislaid
from tests.desktop.rooms import SIZES, begin, play_out, window


def at_the_end(app: Driven, scenario: str = STATUS_TALKS, seat: str | None = "RUS") -> EndingScreen:
    """Talks that the computer has played out, at their ending."""
    app.opener = Debriefing
    play_out(begin(app, scenario, seat))
    app.go("ending")
    app.wait()
    assert isinstance(app.top, EndingScreen)
    return app.top


def words(app: Driven) -> str:
    """All that can be read now."""
    app.redraw()
    app.settle()
    return " ".join(app.texts())


def test_the_turns_are_opened_one_at_a_time() -> None:
    """M opens them; the arrows and a click go to another turn, and what was thought at it stands beside it."""
    with window() as app:
        screen = at_the_end(app)
        assert "Their minds" in words(app)
        app.key("m")
        first = words(app)
        assert f"as {level_name('ambassador')}" in first
        assert "It worked for" in first
        assert screen._minds is not None
        turns = screen._minds.found.turns
        app.key("down")
        assert f"The Alliance, move {turns[1].number}" in words(app)
        app.key("up")
        assert f"The Alliance, move {turns[0].number}" in words(app)
        app.press(f"Move {turns[1].number}, after")
        assert f"The Alliance, move {turns[1].number}" in words(app)
        app.key("end")
        assert f"The Alliance, move {turns[-1].number}" in words(app)
        assert f"Move {turns[-1].number}, after" in words(app)


def test_it_needs_a_computer_and_something_that_opens() -> None:
    """Without what opens them there is no such tab."""
    with window() as app:
        play_out(begin(app, TWO_WORDS, "ARIA"))
        app.go("ending")
        assert "Their minds" not in words(app)


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_nothing_is_laid_over_anything(size: tuple[int, int], scale: float) -> None:
    """In every window the two halves keep their words apart and whole."""
    with window(size=size, scale=scale) as app:
        at_the_end(app)
        app.key("m")
        for _ in range(3):
            app.key("down")
        assert "It worked for" in words(app)
        assert mislaid(app) == []
