"""Lines in and lines out: the only place of the terminal that reads a key or prints a letter.

Plain lines, wrapped to the width; no colour, no cursor movement, no drawing, so that a screen reader and a braille
line lose nothing; cleared only between people who play at one keyboard. A test hands in its own reader and writer.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.terminal.surface import Remains, Surface, surface
from game.text.signs import ESCAPED, escaped
from game.words import phrase, say, tied

if TYPE_CHECKING:
    from game.seat import Seated

NARROWEST, WIDEST = 40, 100

_USUAL_HELP = (phrase("Type the number of a line, or the beginning of its words; Enter goes back, q leaves."),)
_LEAVE = {"q", "quit", "exit"}
_HELP = {"?", "h", "help"}
_GLUE = "\u00a0"
"""Where a line is not broken."""
_NOT_PRINTED = re.compile(f"{ESCAPED.pattern}|[\t\n\r]")
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
    """Asks and tells."""

    def __init__(
        self,
        read: Callable[[], str | None],
        write: Callable[[str], None],
        width: int = 80,
        surface: Surface | None = None,
    ) -> None:
        self._read = read
        self._write = write
        self._surface = surface or Surface()
        self.width = max(NARROWEST, min(WIDEST, width))
        self.asides: Mapping[str, Callable[[Seated], None]] = {}
        """Words that can be typed while a package is put together, each with what it tells of it."""

    @property
    def remains(self) -> Remains:
        """What can be read after the screen was cleared."""
        return self._surface.remains

    def clear(self) -> None:
        """Take off what was printed, as far as it can be."""
        self._surface.clear()

    def drop_typed(self) -> None:
        """Forget what was typed and not yet asked for, where somebody types."""
        self._surface.drop_typed()

    def tell(self, words: str = "", *, indent: int = 0, hang: int = 0) -> None:
        """Print a paragraph, wrapped; `hang` indents its further lines more than its first."""
        flat = tied(" ".join(_printable(words).split()), _GLUE)
        lines = textwrap.wrap(
            flat,
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_on_hyphens=False,
        )
        self._write("\n".join(lines or [""]).replace(_GLUE, " ") + "\n")

    def line(self, words: str) -> None:
        """Print a line as it is, for what a program or an editor reads; signs that no terminal should get are escaped,
        as JSON does it."""
        self._write(escaped(words) + "\n")

    def number(self, labels: Iterable[str]) -> None:
        """Print a numbered list, counting from one."""
        for place, label in enumerate(labels, 1):
            self.tell(f"{place}. {label}", hang=len(f"{place}. "))

    def ask(self, prompt: str, help_: Sequence[str] = ()) -> str:
        """What the player types, trimmed. Raises `Gone` at `q` and where the input ends; `?` says the templates of the
        help."""
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
                self.tell(say(paragraph))

    def pick(
        self, prompt: str, entries: Sequence[Entry], help_: Sequence[str] = (), *, listed: bool = True
    ) -> int | None:
        """Print a numbered list, unless it has been, and ask for one of its entries: its place, or None to go back."""
        if listed:
            self.number(entry.label for entry in entries)
        while True:
            typed = self.ask(prompt, help_)
            if typed.casefold() in _BACK:
                return None
            found = matching(typed, entries)
            if isinstance(found, int):
                return found
            self.tell(found.again)

    def confirm(self, question: str) -> bool | None:
        """Ask for yes or no, again until it is one of them; None where the player goes back."""
        while True:
            typed = self.ask(say("{question} Type yes or no:", question=question)).casefold()
            if typed in _BACK:
                return None
            if typed in _YES | _NO:
                return typed in _YES
            self.tell(say("{typed:quoted} is neither. Type yes or no, or Enter to go back.", typed=typed[:60]))


@dataclass(frozen=True, slots=True)
class NoMatch:
    """Why what was typed is no entry of a list: a number that is not there, a word that is none, or one of several."""

    typed: str
    entries: int
    could_be: tuple[int, ...] = ()
    """The numbers of the entries that begin so."""

    @property
    def words(self) -> str:
        """It in a sentence."""
        typed = self.typed[:60]
        if self.typed.isascii() and self.typed.isdigit():
            return say("There is no number {place}: type 1 to {last}.", place=int(typed[:6]), last=self.entries)
        if self.could_be:
            numbers = [str(number) for number in self.could_be]
            return say("{typed:quoted} could be {numbers:or}: type the number.", typed=typed, numbers=numbers)
        return say("{typed:quoted} is none of these.", typed=typed)

    @property
    def again(self) -> str:
        """The same for somebody who is asked again."""
        if self.could_be or (self.typed.isascii() and self.typed.isdigit()):
            return self.words
        return say("{it} Type a number, or Enter to go back.", it=self.words)


def matching(typed: str, entries: Sequence[Entry]) -> int | NoMatch:
    """The place of the entry that was meant, by number, by name or by the beginning of a name; or why it is none."""
    if typed.isascii() and typed.isdigit():
        place = int(typed[:6])
        return place - 1 if 1 <= place <= len(entries) else NoMatch(typed, len(entries))
    wanted = typed.casefold()
    exact = [n for n, entry in enumerate(entries) if wanted in {name.casefold() for name in entry.names}]
    begun = [n for n, entry in enumerate(entries) if any(name.casefold().startswith(wanted) for name in entry.names)]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    return NoMatch(typed, len(entries), tuple(place + 1 for place in found))


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

    terminal = bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())
    written_on = surface(write, os.environ, sys.platform, terminal=terminal)
    return Console(read, write, shutil.get_terminal_size().columns, written_on)


def _printable(words: str) -> str:
    """The words without control signs, which could move a cursor or change a screen, without signs that turn the
    direction of a line or are not seen, and without lone surrogates."""
    return _NOT_PRINTED.sub(" ", words)
