"""What a player may set about the window."""

from __future__ import annotations

from dataclasses import dataclass

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
LEAST = (1024.0, 768.0)
"""The smallest window, in logical units, on which every screen has room."""


@dataclass
class Settings:
    """One window's settings."""

    scale: float = 1.0
    """Pixels for a logical unit, as far as the window has room for it."""
    motion: bool = True
    """Whether words dry and sheets slide."""

    def larger(self, steps: int) -> None:
        """The next larger scale, or with -1 the next smaller."""
        nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - self.scale))
        self.scale = SCALES[max(0, min(len(SCALES) - 1, nearest + steps))]

    def fitting(self, size: tuple[int, int]) -> float:
        """The scale that a window of this many pixels has room for."""
        return max(0.5, min(self.scale, size[0] / LEAST[0], size[1] / LEAST[1]))


def scale_for(desktop: tuple[int, int]) -> float:
    """The scale for a desktop of this many pixels: 1 up to full HD, 1.5 from 2560 x 1440, 2 from 3200 x 1800."""
    for scale in (3.0, 2.0, 1.5):
        if desktop[0] >= 1600 * scale and desktop[1] >= 900 * scale:
            return scale
    return 1.0
