"""The clipboard of the system, for text only. Where there is none, nothing is copied and nothing is pasted."""

from __future__ import annotations

from contextlib import suppress

import pygame

_copied: list[str] = []
"""What was put into it here last; nothing when that has been taken back."""


def copy(words: str) -> None:
    """Put words into the clipboard."""
    _copied[:] = [words]
    with suppress(pygame.error, UnicodeError, ValueError):
        pygame.scrap.put_text(words)


def take_back() -> None:
    """Empty it, if it holds what was copied here: whoever comes next shall not paste that."""
    if _copied and pasted() == _copied[0]:
        with suppress(pygame.error, UnicodeError, ValueError):
            pygame.scrap.put_text("")
    _copied.clear()


def pasted() -> str:
    """The words in the clipboard."""
    with suppress(pygame.error, UnicodeError):
        return pygame.scrap.get_text()
    return ""
