"""The display is opened once, by one function, after the system has been told how we count pixels."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import game

_SPY = """
import os, pygame
told, start = [], pygame.display.init
def spy():
    told.append(os.environ.get("SDL_WINDOWS_DPI_AWARENESS"))
    assert os.environ["SDL_IME_SHOW_UI"] == "1"
    start()
pygame.display.init = spy
import game.desktop.app as app
app.App.run = lambda self: 0
from game.__main__ import main
main({argv})
print(told)
"""


@pytest.mark.parametrize("chosen", [None, "unaware"])
def test_the_system_hears_of_pixels_first(chosen: str | None, tmp_path: Path) -> None:
    """Whatever opens the display first, in the whole program; what the player has set himself stands."""
    env = {**os.environ, "SDL_VIDEODRIVER": "dummy", "AS_APPROPRIATE_HOME": str(tmp_path)}
    env.pop("SDL_WINDOWS_DPI_AWARENESS", None)
    if chosen:
        env["SDL_WINDOWS_DPI_AWARENESS"] = chosen
    spied = _SPY.format(argv=["play", "--desktop", "--no-save"])
    done = subprocess.run([sys.executable, "-c", spied], env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()[-1]
    assert set(told.strip("[]").split(", ")) == {repr(chosen or "permonitorv2")}


def test_one_function_opens_the_display() -> None:
    """Nothing else in the program does: it would come before the system has been told."""
    house = Path(game.__file__).parent
    calls = [path.name for path in house.rglob("*.py") if "display.init()" in path.read_text(encoding="utf-8")]
    assert calls == ["display.py"]
