"""Where a scrolled area ends, if no line of words is to be cut through its letters."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.kit.ink import Ink

_MOST = 52.0
"""So many units may stay empty at an edge: a line, and a little more where words stand side by side."""
Painted = tuple[int, Ink]
"""Words, and the row of pixels at which their line begins."""


def upper_end(painted: Sequence[Painted], top: int, bottom: int, scale: float) -> int:
    """Above which row of pixels no words are shown in an area from `top` to `bottom`: its end, or below the line that
    this would cut."""
    end = top
    while cut := [line + ink.high for line, ink in painted if line + ink.down < end < line + ink.tail]:
        end = max(cut)
    return end if end < bottom and end - top <= _MOST * scale else top


def lower_end(painted: Sequence[Painted], top: int, bottom: int, scale: float) -> int:
    """The same at the other edge: below which row none are shown."""
    end = bottom
    while cut := [line for line, ink in painted if line < end and line + ink.down < end < line + ink.tail]:
        end = min(cut)
    return end if end > top and bottom - end <= _MOST * scale else bottom


def stretch(surface: pygame.Surface, row: int, area: pygame.Rect) -> None:
    """Have what lies in a row of pixels, the grounds and edges between two lines, go on over an area."""
    if area.h > 0:
        beside = surface.subsurface((area.x, row, area.w, 1))
        pygame.transform.scale(beside, area.size, surface.subsurface(area))
