"""What the process stands in: streams that may fail, a display and a terminal that may be there or not."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress

INVISIBLE = {"dummy", "offscreen"}
"""Drivers of SDL that draw where nobody looks."""


def settle_streams() -> None:
    """A letter that this terminal cannot show or send must not end the game."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def complain(words: str) -> None:
    """Tell on the error stream, where there is one."""
    with suppress(OSError, ValueError, AttributeError):
        print(words, file=sys.stderr)


def drop_output() -> None:
    """What is left must not be written when Python closes the stream."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened here: always on Windows and macOS, elsewhere where a display is named."""
    if environment.get("SDL_VIDEODRIVER") in INVISIBLE:
        return False
    if platform in {"win32", "cygwin", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def has_terminal() -> bool:
    """Whether somebody can type and read here."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())
