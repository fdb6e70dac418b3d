"""The moment in which talks end: signatures by hand, and points that are counted out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pygame
import pytest

from game.desktop import Driven
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.handwriting import path, write
from game.desktop.kit.pointing import Memory
from game.desktop.screens.ending import EndingScreen
from game.talks import Leave
from game.text import DelegationId
from game.words import plain
from tests.desktop.driving import ISTANBUL, TWO_WORDS, mislaid
from tests.desktop.rooms import begin, play_out, signed, window

ARIA = DelegationId("ARIA")
PROMISE = "Any key shows everything."


def ink(name: str, share: float) -> int:
    """How many pixels a signature has taken so far."""
    canvas = Canvas(pygame.Surface((240, 80)), 1.0, Memory())
    write(canvas, Box(0, 0, 240, 80), name, "#FFFFFF", share)
    return pygame.mask.from_threshold(canvas.surface, (255, 255, 255), (128, 128, 128)).count()


@pytest.mark.parametrize("name", ["Russia", "Alliance", "Ærø", "Ж", "", "a b c", "y" * 60])
def test_a_name_is_signed_by_hand(name: str) -> None:
    """Whatever it is; the same each time, never without ink, and more of it the further the pen has come."""
    assert path(name) == path(name)
    grows = [ink(name, share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert grows == sorted(grows)
    assert grows[0] == 0 < grows[1] < grows[4]


def test_everybody_signs_differently() -> None:
    """No two names make the same path."""
    assert len({path(name) for name in ("Russia", "Alliance", "Poland", "Aria", "Boro", "Celo")}) == 6


@contextmanager
def ended(scenario: str, seat: str | None, *, motion: bool = True) -> Iterator[tuple[Driven, list[float]]]:
    """A window in which talks have just ended, and its clock."""
    now = [100.0]
    with window(motion=motion, clock=lambda: now[0]) as app:
        signed(app, scenario, seat)
        app.just_ended = True
        app.go("ending")
        app.settle()
        yield app, now


def test_the_points_are_counted_out_and_then_it_is_told_how_it_went() -> None:
    """First all sign, then part comes to part until the sum stands there; nothing else tells it before."""
    with ended(ISTANBUL, "RUS") as (app, now):
        assert isinstance(app.top, EndingScreen)
        account, parts, counted = app.top._result.ended.accounts[0], 0, 0.0
        while app.reads(PROMISE):
            now[0] += 0.1
            app.step()
            assert mislaid(app) == []
            if app.reads("The words that were signed") and not counted:
                counted = now[0] - 100
            if app.reads(PROMISE) and counted:
                told = app.texts()
                parts = max(parts, len([each for each in told if each[0] in "+−"]))
        assert 1.2 < counted < 2.5
        assert plain(account.score.total) in told
        assert parts >= 2


@pytest.mark.parametrize("press", ["enter", "space", "escape"])
def test_any_press_shows_all_at_once(press: str) -> None:
    """And does nothing else; the next press is for the buttons again."""
    with ended(ISTANBUL, "RUS") as (app, now):
        now[0] += 0.3
        app.step()
        assert app.reads(PROMISE)
        screen = app.top
        app.key(press)
        assert app.top is screen
        assert not app.reads(PROMISE)
        frames = app.frames
        app.settle(3)
        assert app.frames - frames <= 1


def test_nothing_is_counted_without_motion_and_for_whoever_watched() -> None:
    """All stands there at once, the signatures too."""
    with ended(ISTANBUL, "RUS", motion=False) as (app, _):
        assert not app.reads(PROMISE)
        assert app.reads("Russia The Alliance")
        assert mislaid(app) == []
    with ended(ISTANBUL, None) as (app, now):
        now[0] += 1.3
        app.settle()
        assert not app.reads(PROMISE)


def test_what_ended_long_ago_is_not_celebrated_again() -> None:
    """Nor are talks in which nothing was signed signed by anybody; their points are counted out all the same."""
    with window(motion=True) as app:
        table = begin(app, ISTANBUL, "RUS")
        play_out(table)
        app.go("ending")
        app.settle()
        assert not app.reads(PROMISE)
        table = begin(app, TWO_WORDS, "ARIA")
        app.go("table")
        assert app.host.submit(Leave(ARIA), table.version_for(ARIA)) is None
        app.go("ending")
        app.settle()
        assert app.reads(PROMISE)
        app.key("enter")
        assert not app.reads(PROMISE)
