"""The system's voice, where there is one: a program that speaks what it is given, in a process of its own.

Nothing waits for the voice and nothing fails for it. A thread begins the process and waits for its end; what is said
next stops it. No word goes through a shell.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

Name = Literal["say", "powershell", "spd-say", "espeak-ng", "espeak"]
_MOST = 4000
"""Letters that are said at the most: what is longer is better read."""
_SPEAK = (
    "Add-Type -AssemblyName System.Speech; $v = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "try {{ $v.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'{language}') }} catch {{}}; "
    "$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8); $v.Speak($in.ReadToEnd())"
)
"""For PowerShell: the voice of the language if there is one, and the words from its input, whatever the code page."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that speaks."""

    name: Name
    path: str


@dataclass(frozen=True, slots=True)
class Command:
    """What is begun to say something."""

    arguments: tuple[str, ...]
    given: str = ""
    """What it reads from its input."""


def program(system: str, which: Callable[[str], str | None] = shutil.which) -> Program | None:
    """The program that speaks on a system, by what `sys.platform` calls it; None where there is none."""
    names: tuple[Name, ...] = ("spd-say", "espeak-ng", "espeak")
    if system in ("darwin", "win32"):
        names = ("say",) if system == "darwin" else ("powershell",)
    return next((Program(name, path) for name in names if (path := which(name))), None)


def command(by: Program, words: str, language: str) -> Command:
    """What says words of a language. A double bracket would be an order to some voices, a dash in front to others; and
    a language, which a catalogue names, is part of an order to PowerShell."""
    language = "".join(each for each in language if each.isalnum() or each == "-")
    told = " ".join(words.replace("\0", "").replace("[[", "[").split()).lstrip("-")[:_MOST]
    match by.name:
        case "say":
            return Command((by.path, told))
        case "powershell":
            return Command((by.path, "-NoProfile", "-Command", _SPEAK.format(language=language)), told)
        case "spd-say":
            return Command((by.path, "--wait", "--language", language, "--", told))
        case "espeak-ng" | "espeak":
            return Command((by.path, "-v", language.lower(), "--stdin"), told)


def silence(by: Program) -> Command | None:
    """What makes it silent where the end of its process does not: there a service speaks."""
    return Command((by.path, "--stop")) if by.name == "spd-say" else None


class Voice:
    """Says one thing at a time: what comes next stops what is being said."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._by = program(sys.platform)
        self._turn = threading.Condition()
        self._next: str | None = None
        """What is to be said; empty if only what is being said is to stop."""
        self._busy = False
        self._speaking: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def there(self) -> bool:
        """Whether there is one."""
        return self._by is not None

    def say(self, words: str) -> None:
        """Say this now."""
        with self._turn:
            if self._by is None or self._closed:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, args=(self._by,), name="voice", daemon=True)
                self._thread.start()
            self._put(words)

    def hush(self) -> None:
        """Say no more of it."""
        with self._turn:
            if self._busy or self._next:
                self._put("")

    def close(self) -> None:
        """Be silent, and leave no process behind."""
        self.hush()
        with self._turn:
            self._closed = True
            self._turn.notify()
        if self._thread is not None:
            self._thread.join(2)

    def _put(self, words: str) -> None:
        self._next = words
        if self._speaking is not None:
            self._speaking.kill()
        self._turn.notify()

    def _run(self, by: Program) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._next is not None or self._closed)
                words, self._next = self._next, None
                self._busy = bool(words)
            if words is None:
                return
            what = command(by, words, self._language) if words else silence(by)
            # What cannot be begun, breaks off or cannot be written to has said nothing: that is all.
            with suppress(OSError, ValueError):
                self._speak(what)
            with self._turn:
                self._busy = False

    def _speak(self, what: Command | None) -> None:
        if what is None:
            return
        hidden = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))
        nowhere = subprocess.DEVNULL
        with subprocess.Popen(
            what.arguments, stdin=subprocess.PIPE, stdout=nowhere, stderr=nowhere, creationflags=hidden
        ) as child:
            with self._turn:
                self._speaking = child
                if self._next is not None:
                    child.kill()
            try:
                child.communicate(what.given.encode())
            finally:
                with self._turn:
                    self._speaking = None
