"""Whoever watches the computer play every side sets how fast it goes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from game.desktop import Driven
from game.table import Table
from tests.desktop.driving import ISTANBUL, TWO_WORDS, mislaid
from tests.desktop.rooms import SIZES, begin, window


@contextmanager
def watching(
    scenario: str = TWO_WORDS, size: tuple[int, int] = (1440, 900), scale: float = 1.0
) -> Iterator[tuple[Driven, Table, list[float]]]:
    """Talks that are watched, and the clock."""
    now = [0.0]
    with window(clock=lambda: now[0], size=size, scale=scale) as app:
        app.host.pace = 0.6
        table = begin(app, scenario, None)
        app.go("table")
        app.settle()
        yield app, table, now


def after(app: Driven, now: list[float], seconds: float) -> None:
    """Let so much time pass, in which whoever thinks comes to an end with it."""
    for _ in range(4):
        time.sleep(0.01)
        app.step()
    now[0] += seconds
    app.settle(3)


def test_talks_that_are_watched_can_be_paused() -> None:
    """Nobody moves until they go on, by the button or the space bar."""
    with watching() as (app, table, now):
        after(app, now, 1)
        assert table.version == 1
        app.key("space")
        assert app.reads("Paused.")
        for _ in range(3):
            after(app, now, 60)
        assert table.version == 1
        app.press("Go on")
        after(app, now, 1)
        assert table.version > 1


def test_one_move_is_made_at_a_time() -> None:
    """And then they stand still again."""
    with watching() as (app, table, now):
        app.press("Pause")
        for moves in (1, 2):
            app.press("One move")
            for _ in range(3):
                after(app, now, 60)
            assert table.version == moves
            assert app.reads("Paused.")


def test_they_go_slower_and_faster() -> None:
    """By keys and buttons, as far as it goes; the next talks go as they did before."""
    with watching() as (app, table, now):
        app.press("Slower")
        app.key("-")
        assert app.reads("A move every 2.5 s.")
        after(app, now, 2)
        assert table.version == 0
        after(app, now, 1)
        assert table.version == 1
        for _ in range(3):
            app.press("Faster")
        assert app.reads("A move every 0.2 s.")
        assert app.spot("Faster").why
        begin(app, TWO_WORDS, None)
        app.go("table")
        app.settle()
        assert app.reads("A move every 0.6 s.")


def test_whoever_plays_has_no_such_buttons() -> None:
    """Their own moves are the pace."""
    with window() as app:
        begin(app, TWO_WORDS, "ARIA")
        app.go("table")
        app.settle()
        assert not app.find("Pause")


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_texts_lie_apart(size: tuple[int, int], scale: float) -> None:
    """Beside a package and without one."""
    with watching(ISTANBUL, size, scale) as (app, _, now):
        for _ in range(4):
            assert mislaid(app) == []
            after(app, now, 1)
