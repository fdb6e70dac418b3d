"""What is heard: short sounds by name, played if there is something to play them on.

Nothing waits for a sound and nothing fails for one. The device is opened when the first is asked for, beside the
drawing thread, since that may take a tenth of a second; without one the program is silent.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Literal

import pygame

RATE = 22_050
"""Samples in a second."""
Sound = Literal[
    "key", "key-low", "key-high", "bell", "pen", "paper", "answer", "knock", "closed", "tick", "strike", "signature",
    "gavel",
]  # fmt: skip
"""The keys and the bell of a typewriter; a pen, paper, an answer that is laid down, a knock on wood, a bracket that
closes; the tick and the stroke of a clock, a name that is written, a gavel."""
Synth = Callable[[], Mapping[Sound, bytes]]
"""Makes all of them: samples of 16 bits, one channel."""
_FRESH = 0.6
"""Seconds in which the first sound is still worth playing when the device is open at last."""


class Speaker:
    """Plays one sound over the other."""

    def __init__(self, synth: Synth) -> None:
        self._synth = synth
        self._made: Mapping[Sound, pygame.mixer.Sound] = {}
        self._opening: threading.Thread | None = None
        self._first: tuple[Sound, float, float] | None = None

    def play(self, sound: Sound, loudness: float) -> None:
        """Play it so loud, between 0 and 1; at 0 not even the device is opened."""
        if loudness <= 0:
            return
        if self._opening is None:
            self._first = sound, loudness, time.monotonic()
            self._opening = threading.Thread(target=self._open, name="sound", daemon=True)
            self._opening.start()
        elif sound in self._made:
            # A device may go while it plays: then nothing is heard of it.
            with suppress(pygame.error):
                self._made[sound].set_volume(loudness)
                self._made[sound].play()

    def _open(self) -> None:
        """Open the device and make every sound; whatever is missing for it, nothing is played then."""
        with suppress(Exception):
            pygame.mixer.init(RATE, -16, 1, 512, allowedchanges=0)
            self._made = {name: pygame.mixer.Sound(buffer=wave) for name, wave in self._synth().items()}
        if self._first is not None and time.monotonic() - self._first[2] < _FRESH:
            self.play(*self._first[:2])

    def close(self) -> None:
        """Let go of the device."""
        if self._made:
            self._made = {}
            with suppress(pygame.error):
                pygame.mixer.quit()
