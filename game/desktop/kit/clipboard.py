"""The clipboard of the system, for text only. Where there is none, nothing is copied and nothing is pasted."""

from __future__ import annotations

from contextlib import suppress

import pygame


def copy(words: str) -> None:
    """Put words into the clipboard."""
    with suppress(pygame.error, UnicodeError, ValueError):
        pygame.scrap.put_text(words)


def pasted() -> str:
    """The words in the clipboard."""
    with suppress(pygame.error, UnicodeError):
        return pygame.scrap.get_text()
    return ""
