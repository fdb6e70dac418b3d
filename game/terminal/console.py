"""Lines in and lines out: the only place of the terminal that reads a key or prints a letter.

Plain lines, wrapped to the width; no colour, no cursor movement, no drawing, so that a screen reader and a braille
line lose nothing. A test hands in its own reader and writer.
"""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

NARROWEST, WIDEST = 40, 100

_USUAL_HELP = ("Type the number of a line, or the beginning of its words; Enter goes back, q leaves.",)
_LEAVE = {"q", "quit", "exit"}
_HELP = {"?", "h", "help"}
_HOURS, _GLUE = re.compile(r"(?<=[\d¼½¾]) (?=h\b)"), "\u00a0"
"""A number of hours is not broken over two lines."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_YES, _NO = {"yes", "y"}, {"no", "n"}
_BACK = {"", "back", "b", "cancel", "0"}


class Gone(Exception):
    """The player has left the program, or the input has ended."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list to choose from: what is printed, and what may be typed for it besides its number."""

    label: str
    names: tuple[str, ...] = ()


class Console:
    """Asks and says."""

    def __init__(self, read: Callable[[], str | None], write: Callable[[str], None], width: int = 80) -> None:
        self._read = read
        self._write = write
        self.width = max(NARROWEST, min(WIDEST, width))

    def say(self, words: str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Print a paragraph, wrapped; `hang` indents its further lines more than its first."""
        flat = _HOURS.sub(_GLUE, " ".join(_printable(words).split()))
        lines = textwrap.wrap(
            flat,
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_on_hyphens=False,
        )
        self._write("\n".join(lines or [""]).replace(_GLUE, " ") + "\n")

    def line(self, words: str) -> None:
        """Print a line as it is, for what a program or an editor reads."""
        self._write(_printable(words) + "\n")

    def number(self, labels: Iterable[str]) -> None:
        """Print a numbered list, counting from one."""
        for place, label in enumerate(labels, 1):
            self.say(f"{place}. {label}", hang=len(f"{place}. "))

    def ask(self, prompt: str, help_: Sequence[str] = ()) -> str:
        """What the player types, trimmed. Raises `Gone` at `q` and where the input ends; `?` prints the help."""
        while True:
            self._write(f"{prompt} ")
            typed = self._read()
            if typed is None:
                self._write("\n")
                raise Gone
            words = _printable(typed).strip()
            if words.casefold() in _LEAVE:
                raise Gone
            if words.casefold() not in _HELP:
                return words
            for paragraph in help_ or _USUAL_HELP:
                self.say(paragraph)

    def pick(self, prompt: str, entries: Sequence[Entry], help_: Sequence[str] = ()) -> int | None:
        """Print a numbered list and ask for one of its entries: its place, or None to go back."""
        self.number(entry.label for entry in entries)
        while True:
            typed = self.ask(prompt, help_)
            if typed.casefold() in _BACK:
                return None
            found = matching(typed, entries)
            if isinstance(found, int):
                return found
            self.say(found)

    def confirm(self, question: str) -> bool:
        """Ask for a yes; anything else is a no, and where it was not meant as one that is said."""
        typed = self.ask(f"{question} Type yes or no:")
        if typed.casefold() not in _YES | _NO | _BACK:
            self.say(f"“{typed[:60]}” is neither; it counts as no.")
        return typed.casefold() in _YES


def matching(typed: str, entries: Sequence[Entry]) -> int | str:
    """The place of the entry that was meant, by number, by name or by the beginning of a name; or why it is none."""
    if typed.isascii() and typed.isdigit():
        place = int(typed[:6])
        return place - 1 if 1 <= place <= len(entries) else f"There is no number {place}: type 1 to {len(entries)}."
    wanted = typed.casefold()
    exact = [n for n, entry in enumerate(entries) if wanted in {name.casefold() for name in entry.names}]
    begun = [n for n, entry in enumerate(entries) if any(name.casefold().startswith(wanted) for name in entry.names)]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    if not found:
        return f"“{typed[:60]}” is none of these. Type a number, or Enter to go back."
    return f"“{typed[:60]}” could be {' or '.join(str(n + 1) for n in found)}: type the number."


def standard_console() -> Console:
    """The console of this process."""

    def read() -> str | None:
        line = sys.stdin.readline() if sys.stdin else ""
        if line and not sys.stdin.isatty():
            write(line.rstrip("\n") + "\n")  # what no terminal has echoed
        return line or None

    def write(words: str) -> None:
        if sys.stdout:
            sys.stdout.write(words)
            sys.stdout.flush()

    return Console(read, write, shutil.get_terminal_size().columns)


def _printable(words: str) -> str:
    """The words without control signs, which could move a cursor or change a screen, without signs that turn the
    direction of a line, and without lone surrogates."""
    return "".join(
        " " if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} or sign in _TURNING else sign for sign in words
    )
