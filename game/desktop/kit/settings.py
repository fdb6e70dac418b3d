"""What a player may set about the window, and how large its letters come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.desktop.kit.themes import THEMES, ThemeName

TYPES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of type in per cent of what suits the desktop."""
_LEAST = (1024.0, 768.0)
"""The page, in logical units, that an ordinary window has at the least at 100 per cent: in a smaller one all letters
shrink, down to the floor."""
SMALL_PAGE = (512.0, 384.0)
"""The same at 200 per cent, on which every screen has room: what shows less than that shows a part of a page."""
SMALLEST = (640, 480)
"""The smallest window, in pixels."""
_FLOOR = 0.8
"""How far letters shrink for a small window, before it shows a part of the page: those of 14 units to 11 pixels."""

Pace = Literal["quick", "usual", "slow"]
PACES: Mapping[Pace, float] = {"quick": 0.2, "usual": 0.6, "slow": 2.0}
"""Seconds that every move of the others takes at the least."""

Loudness = Literal["off", "quiet", "loud"]
LOUDNESS: Mapping[Loudness, float] = {"off": 0.0, "quiet": 0.3, "loud": 0.9}
"""How loud sounds are played, between 0 and 1."""

_CHOICES: Mapping[str, tuple[object, ...]] = {
    "type": TYPES, "pace": tuple(PACES), "theme": tuple(THEMES), "sound": tuple(LOUDNESS),
    "sound_in_class": tuple(LOUDNESS),
}  # fmt: skip
_LARGEST = 20_000


@dataclass
class Settings:
    """One window's settings."""

    scale: float = 1.0
    """Pixels for a logical unit at 100 per cent, as far as the window has room for it."""
    type: int = 100
    """Per cent of that; beyond what the window has room for, it shows a part of the page."""
    theme: ThemeName = "dark"
    motion: bool = True
    """Whether words dry and sheets slide."""
    full: bool = False
    """Whether the window takes the whole screen."""
    size: tuple[int, int] | None = None
    """Pixels of the window when it does not; None: as suits the desktop."""
    letters: bool = True
    """Whether letters and digits are shortcuts by themselves."""
    pace: Pace = "usual"
    guide: bool = False
    """Whether ideas are told when they are first needed."""
    met: tuple[str, ...] = ()
    """Those that have been told."""
    sound: Loudness = "quiet"
    sound_in_class: Loudness = "off"
    """The same in a seat of a class: a room full of them is loud."""
    aloud: bool = False
    """Whether what comes and what has the focus is read aloud."""
    aloud_in_class: bool = False

    def may_be(self, name: str, value: object) -> bool:
        """Whether a setting can have this value."""
        if name in _CHOICES:
            return value in _CHOICES[name]
        if name == "size":
            return value is None or (isinstance(value, tuple) and _is_size(value))
        if name == "met":
            return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
        return type(value) is type(getattr(self, name))

    def larger(self, steps: int) -> None:
        """The next larger type, or with -1 the next smaller; 0 is 100 per cent."""
        nearest = min(range(len(TYPES)), key=lambda place: abs(TYPES[place] - self.type))
        self.type = TYPES[max(0, min(len(TYPES) - 1, nearest + steps))] if steps else 100

    def fitting(self, size: tuple[int, int]) -> float:
        """Pixels for a logical unit in a window of this many pixels."""
        room = min(self.scale, size[0] / _LEAST[0], size[1] / _LEAST[1])
        return max(_FLOOR, room) * self.type / 100


def scale_for(desktop: tuple[int, int]) -> float:
    """The scale for a desktop of this many pixels: 1 up to full HD, 1.5 from 2560 x 1440, 2 from 3200 x 1800."""
    for scale in (3.0, 2.0, 1.5):
        if desktop[0] >= 1600 * scale and desktop[1] >= 900 * scale:
            return scale
    return 1.0


def _is_size(value: tuple[object, ...]) -> bool:
    return len(value) == 2 and all(
        isinstance(side, int) and least <= side < _LARGEST for side, least in zip(value, SMALLEST, strict=True)
    )
