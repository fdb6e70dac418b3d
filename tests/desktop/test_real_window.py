"""The game in a real window: keys and mouse come through X, the moves are on disk, and a killed game goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select

import pytest

from game.delegations import computer
from game.table import Store, resume
from game.text import DelegationId
from tests.desktop.driving import TWO_WORDS

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="a real window needs Xvfb and xdotool"
)

PATIENCE = 60.0
"""Seconds after which a window that does not answer is taken for dead."""


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of this test's own."""
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", "1", "-screen", "0", "1600x1000x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert server.stdout is not None
    try:
        yield ":" + server.stdout.readline().decode().strip()
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()


@contextmanager
def game(display: str, home: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program in a window; killed at the end if it still runs."""
    env = {**os.environ, "DISPLAY": display, "AS_APPROPRIATE_HOME": str(home)}
    env.pop("SDL_VIDEODRIVER", None)
    command = [sys.executable, "-m", "game", "play", *words, "--desktop"]
    running = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            running.kill()
        running.wait()


def until(happened: Callable[[], bool], act: Callable[[], None]) -> None:
    """Do something again and again until it has had its effect."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "the window did not answer"
        act()
        time.sleep(0.3)


def press(display: str, *keys: str, delay: int = 120) -> None:
    """Press keys in whatever window has the focus."""
    subprocess.run(["xdotool", "key", "--delay", str(delay), *keys], env={**os.environ, "DISPLAY": display}, check=True)


_EAR = """
from game.desktop.kit.inputs import Key
from game.desktop.kit.screen import Screen
from game.desktop.kit.window import Window
class Ear(Screen):
    def on(self, said: object) -> bool:
        if isinstance(said, Key):
            print("ctrl+" * said.ctrl + said.name, flush=True)
        return True
class Listening(Window):
    def zoom(self, steps: int) -> None:
        print(f"zoom{steps:+d}", flush=True)
listening = Listening("Ear", size=(600, 400))
listening.push(Ear())
listening.run()
print("left", flush=True)
"""
"""A window that prints what it hears."""


def told(display: str, layout: str, program: str, *keys: str) -> list[str]:
    """What a program with a window prints while keys are pressed, each by its sign, or by its number on the keyboard,
    whatever the layout has there; the last one ends it. It prints that it hears F1, which is pressed until it does."""
    env = {**os.environ, "DISPLAY": display}
    env.pop("SDL_VIDEODRIVER", None)
    subprocess.run(["setxkbmap", layout], env=env, check=True)
    command = [sys.executable, "-u", "-c", program]
    running = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
    heard = running.stdout
    assert heard is not None
    try:
        until(lambda: bool(select([heard], [], [], 0.3)[0]), lambda: press(display, "F1"))
        press(display, *keys, delay=45)
        said = running.communicate(timeout=PATIENCE)[0].splitlines()
    finally:
        running.kill()
        running.wait()
    return [line for line in said if line != "f1"]


_FORM = """
from pathlib import Path
from game.desktop.kit import fonts
from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.field import HEIGHT, Field
from game.desktop.kit.screen import Screen
from game.desktop.kit.window import Window
class Form(Screen):
    typing = True
    def __init__(self) -> None:
        super().__init__()
        self.field = Field(self.memory)
    def draw(self, canvas: Canvas) -> None:
        self.field.draw(canvas, Box(20, 20, 500, HEIGHT), "", lambda: print(self.field.text, flush=True))
    def on(self, said: object) -> bool:
        if getattr(said, "name", "") == "f1":
            print("f1", flush=True)
        return self.field.on(said)
form = Window("Form", size=(600, 400))
form.push(Form())
form.run()
"""
"""A window with a text field, which Enter prints."""


@pytest.mark.skipif(not shutil.which("setxkbmap"), reason="layouts are chosen with setxkbmap")
def test_text_is_typed_on_a_french_keyboard(display: str) -> None:
    """Accents by keys of their own and by dead ones, and what Ctrl does with the letters that are printed."""
    keys = "46 13 11 28 26 34 26 11 BackSpace Return ctrl+24 ctrl+54 Right ctrl+55 Return ctrl+25 Return ctrl+38"
    assert told(display, "fr", _FORM, *keys.split()) == ["l'éteê", "l'éteêl'éteê", "l'éteê"]


@pytest.mark.skipif(not shutil.which("setxkbmap"), reason="layouts are chosen with setxkbmap")
@pytest.mark.parametrize(
    ("layout", "keys", "heard"),
    [
        (
            "fr",
            "24 38 25 47 58 ctrl+24 ctrl+minus ctrl+15 ctrl+equal ctrl+plus 10 11 15 19 KP_7 alt+Return Return ctrl+38",
            "a q z m ctrl+a zoom-1 zoom-1 zoom+1 zoom+1 1 2 6 0 7 enter left",
        ),
        pytest.param(
            "de",
            "52 29 61 ctrl+35 ctrl+plus ctrl+minus ctrl+0 1 KP_7 ISO_Level3_Shift+q alt+Return Return ctrl+q",
            "y z - zoom+1 zoom+1 zoom-1 zoom+0 1 7 enter left",
            marks=pytest.mark.slow,
        ),
        pytest.param("ru", "29 38 ctrl+38 Tab 10 ctrl+24", "y a ctrl+a tab 1 left", marks=pytest.mark.slow),
    ],
    ids=["fr", "de", "ru"],
)
def test_keys_are_what_is_printed_on_them(display: str, layout: str, keys: str, heard: str) -> None:
    """A real keyboard's keys, by what is printed on them or by their number, through X to the window."""
    assert told(display, layout, _EAR, *keys.split()) == heard.split()


def kept(home: Path) -> int:
    """How many moves the newest talks in the store have; -1 if there are none."""
    if not (home / "talks.sqlite3").exists():
        return -1
    store = Store(home / "talks.sqlite3")
    try:
        return next((game.moves for game in store.games()), -1)
    finally:
        store.close()


@pytest.mark.slow
def test_a_game_in_a_window_is_kept_and_goes_on_after_a_kill(display: str, tmp_path: Path) -> None:
    """Briefing, table and a remark by keys; kill -9; every move that was shown is there, and Continue goes on."""
    with game(display, tmp_path, TWO_WORDS, "--seat", "ARIA", "--seed", "1") as running:
        until(lambda: kept(tmp_path) >= 1, lambda: press(display, "space", "Return", "f", "Return"))
        running.send_signal(signal.SIGKILL)
        running.wait()
    before = kept(tmp_path)
    store = Store(tmp_path / "talks.sqlite3")
    table = resume(store, store.games()[0].id, computer)
    assert table.version == before >= 1
    assert any(event.by == DelegationId("ARIA") for event in table.view(DelegationId("ARIA")).record)
    store.close()
    with game(display, tmp_path):
        until(lambda: kept(tmp_path) > before, lambda: press(display, "c", "f", "Return"))
    assert kept(tmp_path) > before
