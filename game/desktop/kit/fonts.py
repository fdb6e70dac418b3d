"""The three families of type, cached by their real size.

Serif is the words that would be signed, mono only the cable, sans everything else. A file that is not there is
replaced by the font that comes with pygame.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pygame

Face = Literal[
    "serif", "serif-bold", "serif-semibold", "serif-italic",
    "sans", "sans-bold", "sans-semibold", "sans-italic",
    "mono", "mono-bold",
]  # fmt: skip

_FILES: dict[Face, str] = {
    # The .ttf files of Source Serif have a wrong kerning table: “c and …a overlap.
    "serif": "SourceSerifPro-Regular.otf",
    "serif-bold": "SourceSerifPro-Bold.otf",
    "serif-semibold": "SourceSerifPro-Semibold.otf",
    "serif-italic": "SourceSerifPro-It.otf",
    "sans": "OpenSans-Regular.ttf",
    "sans-bold": "OpenSans-Bold.ttf",
    "sans-semibold": "OpenSans-SemiBold.ttf",
    "sans-italic": "OpenSans-Italic.ttf",
    "mono": "CascadiaMono-Regular.ttf",
    "mono-bold": "CascadiaMono-Bold.ttf",
}

_UNDRAWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Controls, ends of lines and halves of signs. Of these pygame refuses U+0000 and the halves with an exception, breaks
the line at some, and draws a box for the rest; all stand in the way of one line of words."""

home = Path()
"""The folder of the files; whoever opens the window says where it is, before the first word is drawn."""


def path_of(face: Face) -> Path | None:
    """The file of a face, or None if it is not there."""
    path = home / _FILES[face]
    return path if path.is_file() else None


@lru_cache(maxsize=256)
def font(face: Face, pixels: int) -> pygame.font.Font:
    """A face at its real size on the screen."""
    path = path_of(face)
    if path:
        return pygame.font.Font(str(path), pixels)
    plain = pygame.font.Font(None, round(pixels * 1.25))
    plain.set_bold(face.endswith("bold"))
    plain.set_italic(face.endswith("italic"))
    return plain


def drawable(words: str) -> str:
    """The words with a space for every sign that no font can draw: whatever words come, they can be painted."""
    return _UNDRAWABLE.sub(" ", words)


@lru_cache(maxsize=20_000)
def width(face: Face, pixels: int, words: str) -> int:
    """Pixels that words take in one line."""
    return font(face, pixels).size(drawable(words))[0]


@lru_cache(maxsize=6_000)
def rendered(face: Face, pixels: int, words: str, colour: str) -> pygame.Surface:
    """Words as a picture, kept for the next frame."""
    if not width(face, pixels, words):  # a soft hyphen by itself: pygame would raise an error
        return font(face, pixels).render("", True, colour)
    return font(face, pixels).render(drawable(words), True, colour)


def forget() -> None:
    """Drop every font and picture: they do not outlive `pygame.font.quit`."""
    font.cache_clear()
    width.cache_clear()
    rendered.cache_clear()
