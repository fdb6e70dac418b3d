"""A server that is killed at any moment has lost nothing that it had acknowledged, and kept nothing twice, where what
many people do is written at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from game.table import ClassId, Keeping, Made
from game.talks import Say
from tests.library import HERE
from tests.night import tries
from tests.table.gathering import said
from tests.table.places import Place, place
from tests.table.test_classes import begun, holds_soon

__all__ = ["place"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9")


def opened(place: Place, tables: int = 4) -> int:
    """A class with so many tables; its number."""
    with closing(place.open()) as store:
        of_class = store.open_class("KITE-42", "")
        for _ in range(tables):
            begun(store, of_class)
        return of_class


def killed(place: Place, of_class: int, chance: Random, *, early: bool = False) -> list[str]:
    """What a server has acknowledged last, before it was killed at some moment."""
    words = [place.name, str(of_class), str(chance.random()), "early" if early else "late"]
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.table.gathering", *words], stdout=subprocess.PIPE, cwd=HERE.parent, text=True
    )
    assert program.stdout is not None
    for _ in range(1 + chance.randrange(40)):
        line = program.stdout.readline()
    time.sleep(chance.random() * 0.004)
    program.send_signal(signal.SIGKILL)
    rest, _ = program.communicate()
    whole = (line + rest).split("\n")[:-1]
    assert whole, "the server was killed before it said anything"
    return whole[-1].split()


def lost(store: Keeping, told: list[str]) -> bool:
    """Whether something is missing that was acknowledged; what there is, is in its order, once, with its acts."""
    (kept,) = store.classes()
    acts = store.class_acts(kept.id)
    assert acts == tuple(f"act {number}" for number in range(1, len(acts) + 1))
    missing = len(acts) < int(told[0])
    for game, least in (map(int, each.split(":")) for each in told[1:]):
        record, _ = store.load(game)
        made = [(after, act.id) for after, act in store.acts(game) if isinstance(act, Made)]
        assert made == [(number, f"m{number}") for number in range(1, len(record.moves) + 1)]
        for number, move in enumerate(record.moves, 1):
            assert isinstance(move, Say)
            assert said(number) == f'{move.by} says  "{move.remark}"'
        missing |= len(record.moves) < least
    return missing


def again_and_again(place: Place, times: int, chance: Random) -> None:
    """So many servers, one after the other, go on with a class, and are killed."""
    of_class = opened(place)
    for _ in range(times):
        told = killed(place, of_class, chance)
        with closing(place.open()) as store:
            assert not lost(store, told)


def test_a_killed_server_loses_nothing(tmp_path: Path) -> None:
    again_and_again(Place(str(tmp_path / "talks.sqlite3")), 2, Random(1))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_server_that_is_killed_many_times(place: Place) -> None:
    again_and_again(place, tries(12, 100), Random(2))


def test_a_server_that_acknowledges_too_early_is_found(tmp_path: Path) -> None:
    """If it answers before what was done is on disk, the same look finds that something is lost: of some kills, one."""
    place = Place(str(tmp_path / "talks.sqlite3"))
    of_class, chance = opened(place), Random(3)
    for _ in range(12):
        told = killed(place, of_class, chance, early=True)
        with closing(place.open()) as store:
            if lost(store, told):
                return
    raise AssertionError("nothing was lost: the look at what is kept would find nothing")


def test_the_clock_of_a_killed_server_is_taken_over(place: Place) -> None:
    """When a server is killed, another serves its classes at once."""
    of_class = ClassId(opened(place))
    words = [sys.executable, "-m", "tests.table.holding", place.name, str(of_class)]
    with (
        closing(place.open()) as store,
        subprocess.Popen(words, stdout=subprocess.PIPE, cwd=HERE.parent, text=True) as server,
    ):
        assert server.stdout is not None
        assert server.stdout.readline() == "True\n"
        assert not store.hold(of_class)
        server.kill()
        assert holds_soon(store, of_class)
