"""Words that stand below every screen, in a bar of their own."""

from __future__ import annotations

import pygame

from game.desktop.kit import colours
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.paragraph import Style
from game.desktop.kit.pointing import Memory
from game.desktop.kit.themes import Theme

_WORDS = Style("sans-semibold", 15, line=21)


def high(words: str, window: pygame.Surface, scale: float) -> int:
    """Pixels that the bar takes of a window; the screens are laid out in the rest."""
    if not words:
        return 0
    canvas = Canvas(window, scale, Memory())
    return min(canvas.px(canvas.height_of(words, canvas.width - 36, _WORDS) + 14), window.get_height() // 3)


def draw(words: str, colour: str, bar: pygame.Surface, scale: float, theme: Theme) -> Canvas:
    """Fill the bar; gives what was drawn."""
    foot = Canvas(bar, scale, Memory(), theme=theme)
    foot.fill(colours.FELT0)
    foot.line(0, 0, foot.width, 0, colour)
    foot.paragraph(words, 18, 7, foot.width - 36, _WORDS.of(colour))
    return foot
