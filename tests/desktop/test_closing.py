"""A window that is closed, killed or started twice, and a machine that sleeps: no talks lose anything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from game.delegations import computer
from game.table import Store, resume
from tests.library import HERE, MAIN

ENDS = ["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"]


def started(path: Path) -> subprocess.Popen[str]:
    """A window that plays, and whose talks are kept here."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.watching_window", str(path), MAIN],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=HERE.parent,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy"},
        text=True,
    )


def told(window: subprocess.Popen[str]) -> tuple[int, int]:
    """Which talks it has played how far."""
    assert window.stdout is not None
    while True:
        line = window.stdout.readline()
        assert line, "the window has ended"
        words = line.split()
        if len(words) == 2 and line[0].isdigit():
            return int(words[0]), int(words[1])


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(
    "how", [pytest.param(how, marks=pytest.mark.slow) if how in ("SIGINT", "SIGHUP") else how for how in ENDS]
)
def test_a_window_that_is_ended_in_the_midst_of_talks(tmp_path: Path, how: str) -> None:
    """However it is ended, no move that was shown is lost, and the talks can be played on."""
    window = started(tmp_path / "talks.sqlite3")
    for _ in range(4):
        game, least = told(window)
    window.send_signal(getattr(signal, how))
    rest, _ = window.communicate(timeout=60)
    shown = [line.split() for line in rest.splitlines()[:-1] if line[:1].isdigit()]
    least = max([least, *(int(words[1]) for words in shown)])
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        table = resume(store, game, computer)
        assert table.version >= least
        task = table.due()
        assert task is not None
        assert table.submit(task.who, task.decide().move, table.version) is None


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_second_window_on_the_same_file(tmp_path: Path) -> None:
    """Two that are started one after the other keep their own talks in one file, and neither stops the other."""
    windows = [started(tmp_path / "talks.sqlite3") for _ in range(2)]
    played = [[told(window) for _ in range(3)][-1] for window in windows]
    for window in windows:
        window.kill()
        window.communicate(timeout=60)
    assert len({game for game, _ in played}) == 2
    with closing(Store(tmp_path / "talks.sqlite3")) as store:
        for game, least in played:
            assert resume(store, game, computer).version >= least
