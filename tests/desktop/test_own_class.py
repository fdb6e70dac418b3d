"""A class that is opened from the title: a host in a process of its own, and its door in the window."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from pygame import Surface

from game.desktop import Driven
from game.desktop.own_class import COMMAND, OwnClass
from game.desktop.screens.open_class import OpenClassScreen
from game.desktop.screens.title import TitleScreen
from tests.desktop.driving import mislaid
from tests.desktop.hosted import until
from tests.desktop.rooms import SIZES, window

TOLD = {
    "addresses": ["http://192.0.2.7:8080", "http://198.51.100.20:8080"],
    "code": "BCDFGH",
    "join": "http://192.0.2.7:8080/#BCDFGH-aaaaaaaaaaaaaaaaaaaaaa",
    "desk": "http://192.0.2.7:8080/desk#secret",
    "wall": "http://192.0.2.7:8080/wall#hidden",
}
HOST = (sys.executable, "-c", f"import time; print({json.dumps(TOLD)!r}, flush=True); time.sleep(60)")
"""Tells what a host tells, and waits."""


@pytest.fixture
def browsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser of the computer was asked to open."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    return opened


@pytest.fixture
def hosting(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Says what runs as the host."""

    def runs(*command: str) -> None:
        monkeypatch.setattr("game.desktop.app.OwnClass", lambda after=None: OwnClass(command, after))

    return runs


def opened(app: Driven) -> OwnClass:
    """The class that has been opened from the title."""
    app.go("title")
    app.press("Open a class")
    own = app.own_class
    assert own is not None
    until(app, lambda: own.state != (None, None))
    return own


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_the_door_of_a_class_is_large(
    size: tuple[int, int], scale: float, browsed: list[str], hosting: Callable[..., None]
) -> None:
    """Address, code and QR code; the desk opens in the browser by itself, and its secret is shown nowhere."""
    hosting(*HOST)
    with window(size=size, scale=scale) as app:
        opened(app)
        assert isinstance(app.top, OpenClassScreen)
        sizes = {box.words: box.size for box in app.boxes()}
        assert sizes["192.0.2.7:8080"] > 40
        assert sizes["BCDFGH"] > 80
        assert app.reads("198.51.100.20:8080")
        assert not any("secret" in words or "hidden" in words for words in app.texts())
        assert not mislaid(app)
        until(app, lambda: browsed == [TOLD["desk"]])
        app.key("w")
        until(app, lambda: browsed == [TOLD["desk"], TOLD["wall"]])
        assert modules(app.surface) > 25


def modules(surface: Surface) -> int:
    """How many modules the sides of a drawn QR code have, by its upper left corner: seven dark ones."""
    wide, high = surface.get_size()
    for y in range(0, high, 2):
        row = [surface.get_at((x, y))[:3] for x in range(wide)]
        if (0, 0, 0) in row:
            first = row.index((0, 0, 0))
            last = len(row) - 1 - row[::-1].index((0, 0, 0))
            dark = next(x for x in range(first, wide) if row[x] != (0, 0, 0)) - first
            return round((last - first + 1) / (dark / 7))
    return 0


def test_to_close_it_is_asked_first(browsed: list[str], hosting: Callable[..., None]) -> None:
    """It ends with its process; whoever stays, stays."""
    hosting(*HOST)
    with window() as app:
        own = opened(app)
        assert browsed
        for closing in (False, True):
            if closing:
                app.asked_to_quit()
            else:
                app.key("escape")
            app.settle()
            assert app.reads("Close the class?")
            app.press("Stay")
            assert app.running
            assert own.opened is not None
        app.key("escape")
        app.press("Close the class", among="go")
        assert isinstance(app.top, TitleScreen)
        app.press("Open a class")
        again = app.own_class
        assert again is not None
        until(app, lambda: again.opened)
        assert own.fault is not None, "it has begun when the one before had ended"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ((sys.executable, "-c", "import sys; print('{'); sys.exit('There is no port.')"), "There is no port."),
        (("/no/such/program",), "No such file or directory"),
    ],
)
def test_why_there_is_no_class_is_said(command: tuple[str, ...], said: str, hosting: Callable[..., None]) -> None:
    """In the host's words, or the system's."""
    hosting(*command)
    with window() as app:
        opened(app)
        assert app.reads("The class could not be opened")
        assert app.reads(said)
        app.press("Title")
        assert isinstance(app.top, TitleScreen)


@pytest.mark.slow
def test_the_real_host_serves_what_the_window_shows(
    tmp_path: Path, browsed: list[str], hosting: Callable[..., None]
) -> None:
    """The command of the program itself: its door answers, and is shut when the window is closed."""
    hosting(*COMMAND, "--bind", "127.0.0.1", "--database", str(tmp_path / "class.sqlite3"))
    with window() as app:
        own = opened(app)
        assert own.opened is not None
        address = own.opened.addresses[0]
        with urlopen(f"{address}/api/about", timeout=10) as reply:
            assert json.load(reply)["protocol"] == 1
        until(app, lambda: browsed)
    end = time.monotonic() + 20
    while own.fault is None:
        assert time.monotonic() < end
        time.sleep(0.05)


WINDOW = """
import sys, time
from game.desktop.own_class import COMMAND, OwnClass
own = OwnClass((*COMMAND, "--bind", "127.0.0.1", "--database", sys.argv[1]))
while own.opened is None:
    time.sleep(0.02)
print(own.opened.addresses[0], flush=True)
time.sleep(60)
"""


@pytest.mark.slow
def test_a_host_ends_with_the_window_that_was_killed(tmp_path: Path) -> None:
    """No class is served by two hosts because the first one was left over."""
    command = (sys.executable, "-c", WINDOW, str(tmp_path / "class.sqlite3"))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        address = program.stdout.readline().strip()
        with urlopen(f"{address}/api/about", timeout=10) as reply:
            assert reply.status == 200
        program.kill()
    end = time.monotonic() + 20
    while answers(f"{address}/api/about"):
        assert time.monotonic() < end
        time.sleep(0.1)


def answers(address: str) -> bool:
    """Whether anybody is there."""
    try:
        urlopen(address, timeout=5).close()
    except (URLError, ConnectionError):
        return False
    return True
