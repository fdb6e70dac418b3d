"""Draws the icon of the window: a bracket round a marked line. Run it as `python assets/make_icon.py`."""

from __future__ import annotations

from pathlib import Path

import pygame

SIZE, OVER = 256, 4


def main() -> None:
    """Draw four times too large, shrink, and write icon.png beside this file."""
    side = SIZE * OVER
    picture = pygame.Surface((side, side), pygame.SRCALPHA)

    def box(x: int, y: int, wide: int, high: int, colour: str, radius: int = 0) -> None:
        area = (x * OVER, y * OVER, wide * OVER, high * OVER)
        pygame.draw.rect(picture, colour, area, border_radius=radius * OVER)

    box(8, 8, 240, 240, "#182C34", 44)
    box(46, 42, 164, 172, "#0A1519", 4)
    box(40, 36, 164, 172, "#F7F2E6", 4)
    for x, way in ((58, 1), (186, -1)):
        box(x if way > 0 else x - 12, 58, 12, 128, "#6F6656")
        for y in (58, 174):
            box(x if way > 0 else x - 30, y, 30, 12, "#6F6656")
    box(82, 86, 80, 10, "#9C2125", 5)
    box(76, 108, 92, 30, "#E0BC66")
    box(86, 118, 72, 10, "#26221E", 5)
    box(82, 150, 56, 10, "#A59B88", 5)
    small = pygame.transform.smoothscale(picture, (SIZE, SIZE))
    pygame.image.save(small, str(Path(__file__).parent / "icon.png"))


if __name__ == "__main__":
    main()
