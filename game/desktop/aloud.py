"""What is read aloud: what has come since the last look, on the screen that is uppermost and where the focus is."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.voice import Voice
from game.desktop.screen import GameScreen
from game.words import SENTENCES, in_full, stopped, strung


class Aloud:
    """Reads to whoever has set it; as often as it is asked to look, and each thing once."""

    def __init__(self, voice: Voice | None, on: Callable[[], bool]) -> None:
        self._voice = voice if voice is not None and voice.there else None
        self._on = on
        self._screen: GameScreen | None = None
        self._focus = ""
        self._lying: tuple[str, ...] = ()

    @property
    def there(self) -> bool:
        """Whether there is a voice."""
        return self._voice is not None

    def look(self, screen: GameScreen, canvas: Canvas) -> None:
        """Say what is new: the title of a screen that has come, what lies on it, and what the focus has come to."""
        if self._voice is None or not self._on():
            if self._screen is not None:
                self.hush()
            self._screen = None
            return
        came = screen is not self._screen
        lying, before = screen.lying, () if came else self._lying
        focus = canvas.memory.focus if canvas.memory.shown else ""
        told = [screen.caption] if came else []
        told += [each for each in lying if each not in before]
        if focus and (came or focus != self._focus):
            told += screen.focused(canvas)
        self._screen, self._lying, self._focus = screen, lying, focus
        if words := strung([stopped(each) for each in told if each], SENTENCES):
            self._voice.say(in_full(words))

    def hush(self) -> None:
        """Say no more of it."""
        if self._voice is not None:
            self._voice.hush()

    def close(self) -> None:
        """Leave no process behind."""
        if self._voice is not None:
            self._voice.close()
