"""Opening the display: what the system must be told before the first call that reaches its window system."""

from __future__ import annotations

import os

import pygame


def open_display() -> str:
    """Reach the window system, once; gives the name of SDL's driver for it. Raises pygame.error.

    Nothing else may call pygame for its display: Windows hears only before that that we count in real pixels, and
    would otherwise draw a small window and blow it up; and SDL, that input methods may show their lists of words.
    What the player has set himself stands.
    """
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    pygame.display.init()
    driver: str = pygame.display.get_driver()
    if driver == "x11":
        # Frames are painted by the processor; without a graphics card the way through one costs 6 to 40 ms.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    return driver


def desktop_size() -> tuple[int, int]:
    """Pixels of the first screen."""
    open_display()
    wide, high = pygame.display.get_desktop_sizes()[0]
    return wide, high
