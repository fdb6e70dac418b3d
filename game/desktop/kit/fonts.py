"""The three families of type, found in the font packages without importing them, and cached by their real size.

Serif is the words that would be signed, mono only the cable, sans everything else. A family that is not installed is
replaced by the font that comes with pygame.
"""

from __future__ import annotations

import io
from functools import lru_cache
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import Literal

import pygame

Face = Literal[
    "serif", "serif-bold", "serif-semibold", "serif-italic",
    "sans", "sans-bold", "sans-semibold", "sans-italic",
    "mono", "mono-bold",
]  # fmt: skip

_FILES: dict[Face, tuple[str, str]] = {
    "serif": ("font_source_serif_pro", "files/SourceSerifPro-Regular.otf"),
    "serif-bold": ("font_source_serif_pro", "files/SourceSerifPro-Bold.otf"),
    "serif-semibold": ("font_source_serif_pro", "files/SourceSerifPro-Semibold.otf"),
    "serif-italic": ("font_source_serif_pro", "files/SourceSerifPro-It.otf"),
    "sans": ("ttf_opensans", "ttf/OpenSans-Regular.ttf"),
    "sans-bold": ("ttf_opensans", "ttf/OpenSans-Bold.ttf"),
    "sans-semibold": ("ttf_opensans", "ttf/OpenSans-SemiBold.ttf"),
    "sans-italic": ("ttf_opensans", "ttf/OpenSans-Italic.ttf"),
}
# The outlines in the package's .ttf files of Source Serif have a wrong kerning table: “c and …a overlap.
_MODULES: dict[Face, str] = {
    "mono": "pymupdf_fonts.CascadiaMono_Regular",
    "mono-bold": "pymupdf_fonts.CascadiaMono_Bold",
}


def path_of(face: Face) -> Path | None:
    """The file of a face, or None if its package is not installed or keeps it in a module."""
    if face not in _FILES:
        return None
    package, name = _FILES[face]
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    found = Path(next(iter(places))) / name if places else None
    return found if found and found.is_file() else None


@lru_cache(maxsize=4)
def bytes_of(face: Face) -> bytes | None:
    """The bytes of a face that is kept in a module (mono), or of its file; None if it is not installed."""
    path = path_of(face)
    if path:
        return path.read_bytes()
    name = _MODULES.get(face)
    if name is None or find_spec(name.partition(".")[0]) is None:
        return None
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found = getattr(module, "fontbuffer", None)
    return bytes(found) if found else None


@lru_cache(maxsize=256)
def font(face: Face, pixels: int) -> pygame.font.Font:
    """A face at its real size on the screen."""
    path = path_of(face)
    if path:
        return pygame.font.Font(str(path), pixels)
    kept = bytes_of(face) if face in _MODULES else None
    if kept:
        return pygame.font.Font(io.BytesIO(kept), pixels)
    plain = pygame.font.Font(None, round(pixels * 1.25))
    plain.set_bold(face.endswith("bold"))
    plain.set_italic(face.endswith("italic"))
    return plain


@lru_cache(maxsize=20_000)
def width(face: Face, pixels: int, words: str) -> int:
    """Pixels that words take in one line."""
    return font(face, pixels).size(words)[0]


@lru_cache(maxsize=6_000)
def rendered(face: Face, pixels: int, words: str, colour: str) -> pygame.Surface:
    """Words as a picture, kept for the next frame."""
    return font(face, pixels).render(words, True, colour)


def forget() -> None:
    """Drop every font and picture: they do not outlive `pygame.font.quit`."""
    font.cache_clear()
    width.cache_clear()
    rendered.cache_clear()
