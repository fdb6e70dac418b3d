"""The three families of type, cached by their real size.

Serif is the words that would be signed, mono only the cable, sans everything else. A file that is not there is
replaced by the font that comes with pygame; a letter that a face lacks is lent by another font.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pygame

from game.desktop.kit import letters

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
    return _path_in(home, face)


@lru_cache(maxsize=256)
def _path_in(folder: Path, face: Face) -> Path | None:
    path = folder / _FILES[face]
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


@lru_cache(maxsize=256)
def lent(path: str, pixels: int, script: str) -> pygame.font.Font:
    """A font of its own for the letters that another lends, or that are joined and turned round as their script is; the
    plain face, with boxes, where the font has gone from the system since its letters were looked for."""
    try:
        found = pygame.font.Font(path, pixels)
    except (OSError, pygame.error):
        return font("sans", pixels)
    # An SDL without HarfBuzz raises an error, and sets one letter beside the other.
    with suppress(pygame.error):
        if script:
            found.set_script(script)
            found.set_direction(pygame.DIRECTION_RTL if letters.leftward(script) else pygame.DIRECTION_LTR)
    return found


def parts(face: Face, pixels: int, words: str) -> list[tuple[pygame.font.Font, str]]:
    """Words in stretches, each with the font that has its letters: all that is measured and painted goes by these."""
    words, own = drawable(words), font(face, pixels)
    if words.isascii() or not path_of(face):
        return [(own, words)]
    bold = "bold" in face
    first = _files(face, *(("sans-bold", "serif-bold") if bold else ("sans", "serif")))
    last = _files("mono-bold" if bold else "mono")
    return [
        (own if each.path == first[0] and not each.script else lent(each.path, pixels, each.script), each.words)
        for each in letters.stretches(words, first, bold, last)
    ]


def _files(*faces: Face) -> tuple[str, ...]:
    return tuple(str(path) for path in map(path_of, faces) if path)


@lru_cache(maxsize=20_000)
def width(face: Face, pixels: int, words: str) -> int:
    """Pixels that words take in one line."""
    return sum(part.size(stretch)[0] for part, stretch in parts(face, pixels, words))


@lru_cache(maxsize=1_000)
def rendered(face: Face, pixels: int, words: str, colour: str) -> pygame.Surface:
    """Words as a picture, kept for the next frame; its height and its baseline are those of the face."""
    return drawn(face, pixels, words, colour)


def drawn(face: Face, pixels: int, words: str, colour: str) -> pygame.Surface:
    """The same, for who keeps what comes of it."""
    own = font(face, pixels)
    # A soft hyphen by itself has no width, and pygame would raise an error.
    pictures = [
        (part, part.render(stretch, True, colour))
        for part, stretch in parts(face, pixels, words)
        if part.size(stretch)[0]
    ]
    if not pictures:
        return own.render("", True, colour)
    if len(pictures) == 1 and pictures[0][0] is own:
        return pictures[0][1]
    line = pygame.Surface((sum(picture.get_width() for _, picture in pictures), own.get_height()), pygame.SRCALPHA)
    at = 0
    for part, picture in pictures:
        # On one baseline, but for what would be cut off above or below.
        ink = picture.get_bounding_rect()
        down = min(own.get_ascent() - part.get_ascent(), line.get_height() - ink.bottom)
        line.blit(picture, (at, max(down, -ink.top)))
        at += picture.get_width()
    return line


def lacking(words: str) -> list[int]:
    """Where in these words a sign stands that no face has. It needs no window."""
    upright = _files("sans", "serif", "mono")
    return [offset for offset, sign in enumerate(words) if upright and letters.lacks(sign, upright)]


def forget() -> None:
    """Drop every font and picture: they do not outlive `pygame.font.quit`."""
    _path_in.cache_clear()
    font.cache_clear()
    lent.cache_clear()
    width.cache_clear()
    rendered.cache_clear()
    letters.forget()
