"""What was printed is taken off again, as far as a terminal does that; and keys that were pressed before anybody was
asked are dropped."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

Remains = Literal["nothing", "scrolled", "all"]
"""What can be read after a clearing: nothing that a program could take off; what has scrolled off the screen; all."""

CLEARED = "\x1b[H\x1b[2J\x1b[3J"
"""Home, the screen, and then what has scrolled off it. In this order, for some terminals scroll away what the second
takes off. The third is xterm's of 1999; Linux has it since 3.0, tmux, Windows and macOS have it too."""

_LINES_ONLY = ("", "dumb", "unknown", "emacs")
"""Terminals that know no such signs, by the beginning of `TERM`."""
_KEEPS_SCROLLED = ("eterm", "vt100", "vt220")
"""Those that clear their screen and know nothing of what has scrolled off it. GNU screen is another: `STY` says so,
and `TERM` where it runs on another machine."""


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Surface:
    """What is written on."""

    remains: Remains = "all"
    clear: Callable[[], None] = _nothing
    """Take off what can be taken off."""
    drop_typed: Callable[[], None] = _nothing
    """Forget what was typed and not yet read."""


def surface(write: Callable[[str], None], environment: Mapping[str, str], platform: str, *, terminal: bool) -> Surface:
    """What lines go to: a terminal of that kind, or, where there is no `terminal`, a file or another program."""
    if not terminal:
        return Surface()
    if platform == "win32":
        # Both of its terminals have what scrolled off cleared by this, and the older one understands nothing else
        # before it is told to.
        return Surface("nothing", lambda: _run("cls"), drop_typed)
    name = environment.get("TERM", "")
    if name == "" or name.startswith(_LINES_ONLY[1:]):
        return Surface("scrolled", lambda: write("\n" * shutil.get_terminal_size().lines), drop_typed)
    in_screen = "STY" in environment or (name.startswith("screen") and "TMUX" not in environment)
    keeps = in_screen or name.startswith(_KEEPS_SCROLLED)
    return Surface("scrolled" if keeps else "nothing", lambda: write(CLEARED), drop_typed)


def _run(command: str) -> None:
    os.system(command)


def drop_typed() -> None:
    """Forget what was typed at this process's terminal and not yet read, lines that are not ended included."""
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
    else:
        import termios

        with suppress(termios.error, OSError, ValueError):
            termios.tcflush(sys.stdin, termios.TCIFLUSH)
