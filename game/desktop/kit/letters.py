"""Which font has a letter: the face itself, another of the game's, or one of the system, asked only when it is missed.

Nothing here needs a window, so that a scenario can be looked over without one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from threading import RLock

import pygame
import pygame.freetype

_LIKELY = (
    *("notosanscjksc", "notosanscjkjp", "notosans", "notosanshebrew", "notosansarabic", "notosansgeorgian"),
    *(
        "segoeui",
        "tahoma",
        "arial",
        "microsoftyahei",
        "yugothic",
        "malgungothic",
        "nirmalaui",
        "leelawadeeui",
        "ebrima",
    ),
    *("segoeuisymbol", "segoeuiemoji", "sylfaen", "pingfangsc", "hiraginosans", "geezapro", "applesymbols"),
    *("arialunicodems", "dejavusans", "freesans", "freeserif", "droidsansfallback", "symbola", "notoemoji", "unifont"),
)
"""Fonts with many letters, by the names that pygame gives them: looked at before all others."""
_SCRIPTS = {
    "ARABIC": "Arab", "HEBREW": "Hebr", "SYRIAC": "Syrc", "THAANA": "Thaa", "NKO": "Nkoo", "DEVANAGARI": "Deva",
    "BENGALI": "Beng", "GURMUKHI": "Guru", "GUJARATI": "Gujr", "ORIYA": "Orya", "TAMIL": "Taml", "TELUGU": "Telu",
    "KANNADA": "Knda", "MALAYALAM": "Mlym", "SINHALA": "Sinh", "TIBETAN": "Tibt", "MYANMAR": "Mymr", "KHMER": "Khmr",
    "LAO": "Laoo", "THAI": "Thai", "MONGOLIAN": "Mong",
}  # fmt: skip
"""Scripts whose letters change beside others: how their Unicode names begin, and their ISO 15924 codes."""
_FROM_THE_RIGHT = ("Arab", "Hebr", "Syrc", "Thaa", "Nkoo")
_NOBODYS = ("Cc", "Cn", "Co", "Cs")
"""Kinds of signs that stand for nothing, or for what one program takes them for: no font is looked for."""
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")
"""Kinds of signs that stay with the letter before them."""


def system_fonts(bold: bool) -> Iterator[str]:
    """The files of the fonts that the system has, the likeliest first."""
    try:
        names = pygame.font.get_fonts()
    except (OSError, ValueError, UnicodeError):
        # pygame asks programs of the system for them, and reads what they say.
        return
    for name in chain((each for each in _LIKELY if each in names), (each for each in names if each not in _LIKELY)):
        if path := pygame.font.match_font(name, bold):
            yield path


finder: Callable[[bool], Iterable[str]] = system_fonts
"""Where fonts of the system come from, bold ones or others."""


_probing = RLock()
"""`pygame.freetype` shares what it has opened among all its fonts: two threads in it at once end the program, and the
window draws while a figure is laid out beside it."""


@lru_cache(maxsize=100_000)
def has(path: str, sign: str) -> bool:
    """Whether the font in a file has a sign, and can draw it at any size."""
    with _probing:
        probe = _opened(path)
        return probe is not None and probe.get_metrics(sign, size=16)[0] is not None


@cache
def _opened(path: str) -> pygame.freetype.Font | None:
    pygame.freetype.init()
    try:
        found = pygame.freetype.Font(path)
    except (OSError, RuntimeError, pygame.error):
        return None
    return found if found.scalable else None


@cache
def _of_the_system(bold: bool) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finder(bold)))


@lru_cache(maxsize=100_000)
def found(sign: str, bold: bool) -> str | None:
    """The file of a font of the system that has a sign; None where there is none."""
    return next((path for path in _of_the_system(bold) if has(path, sign)), None)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Signs that one font draws at one go; `script` is empty where signs simply stand one after the other."""

    path: str
    words: str
    script: str = ""


def leftward(script: str) -> bool:
    """Whether a script is read from right to left."""
    return script in _FROM_THE_RIGHT


@lru_cache(maxsize=100_000)
def script_of(sign: str) -> str:
    """The script of a sign, for those in which letters are joined, shaped or turned round."""
    return _SCRIPTS.get(unicodedata.name(sign, "").partition(" ")[0], "")


@lru_cache(maxsize=100_000)
def _simply_has(path: str, sign: str) -> bool:
    """Whether a font has a sign that is set beside the one before it, as most are: nothing else need be asked then."""
    return has(path, sign) and not script_of(sign)


def stretches(words: str, faces: tuple[str, ...], bold: bool, last: tuple[str, ...] = ()) -> list[Stretch]:
    """Words in stretches, each with the file of a font that has its letters: the first of the `faces`, one of the
    system, one of the `last`. What no font has, and what has no width, stays where it stands; so do spaces and stops
    within a stretch."""
    if words and all(_simply_has(faces[0], sign) for sign in set(words)):
        return [Stretch(faces[0], words)]
    parts: list[Stretch] = []
    for sign in words:
        before = parts[-1] if parts else Stretch(faces[0], "")
        script = script_of(sign)
        kind = unicodedata.category(sign)
        stays = kind in _NOBODYS or (before.words and kind in _WITHOUT_WIDTH)
        if stays or (not script and not sign.isalnum() and has(before.path, sign)):
            path, script = before.path, before.script
        else:
            path = _first(sign, faces) or found(sign, bold) or _first(sign, last) or faces[0]
        if before.words and (before.path, before.script) == (path, script):
            parts[-1] = Stretch(path, before.words + sign, script)
        else:
            if leftward(before.script):
                _close(parts)
            parts.append(Stretch(path, sign, script))
    if parts and leftward(parts[-1].script):
        _close(parts)
    return parts


def _close(parts: list[Stretch]) -> None:
    """The spaces and stops after words from right to left belong to what follows, or they would stand before them."""
    whole = parts[-1]
    end = max(n for n, sign in enumerate(whole.words, 1) if script_of(sign))
    while end < len(whole.words) and unicodedata.category(whole.words[end]) in _WITHOUT_WIDTH:
        end += 1
    parts[-1] = Stretch(whole.path, whole.words[:end], whole.script)
    if end < len(whole.words):
        parts.append(Stretch(whole.path, whole.words[end:]))


def _first(sign: str, faces: Iterable[str]) -> str | None:
    return next((face for face in faces if has(face, sign)), None)


def lacks(sign: str, faces: Iterable[str]) -> bool:
    """Whether a sign is one that is seen, and that none of these fonts has."""
    unseen = (
        sign.isspace() or unicodedata.category(sign) in ("Cf", "Cc") or "VARIATION SEL" in unicodedata.name(sign, "")
    )
    return not unseen and not any(has(face, sign) for face in faces)


def forget() -> None:
    """Close every font."""
    with _probing:
        for kept in (has, _simply_has, _opened, _of_the_system, found):
            kept.cache_clear()
