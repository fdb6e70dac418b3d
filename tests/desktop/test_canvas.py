"""What a canvas paints, pixel by pixel."""

from __future__ import annotations

from random import Random

import pygame

from game.desktop.kit.box import Box
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.pointing import Memory


def test_a_box_is_filled_as_a_surface_fills_it() -> None:
    """Wherever it begins and however thin it is, also beyond the edges and where there is nothing of it; and only where
    it may be painted."""
    chance = Random(1)
    surface, other = pygame.Surface((160, 90)), pygame.Surface((160, 90))
    canvas = Canvas(surface, 1.0, Memory())
    for number in range(400):
        sides = [chance.choice((0, 1, 2, chance.randint(0, 170))) for _ in range(2)]
        area = pygame.Rect(chance.randint(-20, 170), chance.randint(-20, 100), *sides)
        clip = (chance.randint(0, 50), chance.randint(0, 50), 90, 40) if number % 2 else None
        for each in (surface, other):
            each.set_clip(clip)
        colour = f"#{chance.randrange(1 << 24):06X}"
        canvas.fill(colour, Box(*area))
        other.fill(colour, area)
        assert pygame.image.tobytes(surface, "RGB") == pygame.image.tobytes(other, "RGB"), (area, clip)
