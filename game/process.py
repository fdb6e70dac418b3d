"""What the process stands in: streams that may fail, a display and a terminal that may be there or not."""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from typing import IO

INVISIBLE = {"dummy", "offscreen"}
"""Drivers of SDL that draw where nobody looks."""


_STAND_INS = {
    "−": "-", "–": "-", "—": "--", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": ",",
    "¼": "1/4", "½": "1/2", "¾": "3/4", "…": "...", "·": "*", "•": "*", "×": "x", "→": "->", "←": "<-", "€": "EUR",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe",
    "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "þ": "th", "Þ": "Th", "ð": "d", "ı": "i", "§": "par. ",
}  # fmt: skip
"""What stands for a sign on a terminal that cannot show it."""
_STANDING_IN, _NUMBERED = "as-appropriate-stand-in", "as-appropriate-number"


def settle_streams() -> None:
    """What goes to a file or to another program is UTF-8, and so is what comes from one, whatever the code page of this
    machine; what a terminal cannot show it shows with other signs, and no letter ends the game."""
    codecs.register_error(_STANDING_IN, _stand_in)
    codecs.register_error(_NUMBERED, _number)
    for stream in (sys.stdout, sys.stderr):
        if _is_terminal(stream):
            _set(stream, errors=_STANDING_IN)
        else:
            _set(stream, encoding="utf-8", errors="backslashreplace")
    if _is_terminal(sys.stdin):
        _set(sys.stdin, errors="replace")
    else:
        _set(sys.stdin, encoding="utf-8-sig", errors="replace")


def print_for_programs() -> None:
    """What is printed from now on is for a program, such as JSON or a record: no sign of it is replaced. It is UTF-8;
    but what a terminal cannot show stands there as JSON escapes it, and so does all that is not ASCII on Windows,
    whose PowerShell reads in a code page of its own what it sends to a file."""
    if _is_terminal(sys.stdout):
        _set(sys.stdout, errors=_NUMBERED)
    else:
        _set(sys.stdout, encoding="ascii" if sys.platform == "win32" else "utf-8", errors=_NUMBERED)


def _is_terminal(stream: IO[str] | None) -> bool:
    with suppress(ValueError, OSError):
        return stream is not None and stream.isatty()
    return False


def _set(stream: IO[str] | None, **how: str) -> None:
    with suppress(AttributeError, ValueError, OSError):
        stream.reconfigure(**how)  # type: ignore[union-attr]


def _stand_in(fault: UnicodeError) -> tuple[str, int]:
    """Signs that can be shown, in the place of those that cannot: a readable one, the letter without its accents, or
    the number of the sign."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    signs, before = fault.object[fault.start : fault.end], fault.object[: fault.start][-1:]
    told = ""
    for sign in signs:
        # Two and a half must not become twenty-one halves.
        told += " " if sign in "¼½¾" and before.isdigit() else ""
        told += _STAND_INS.get(sign) or _bare(sign)
        before = sign
    return told, fault.end


def _number(fault: UnicodeError) -> tuple[str, int]:
    """Signs as JSON escapes them; outside its texts neither JSON nor a record has any that need it."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    units = fault.object[fault.start : fault.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4)), fault.end


def _bare(sign: str) -> str:
    """A letter without its accents, nothing for an accent; the number of the sign where it is neither."""
    if unicodedata.combining(sign):
        return ""
    plain = unicodedata.normalize("NFKD", sign).replace("\u2044", "/").encode("ascii", "ignore").decode()
    return plain or ascii(sign)[1:-1]


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
