"""The languages that the game can speak: English, the catalogues that come with it, and one that is named by its file.

A catalogue is a compiled file of gettext, `TAG.mo`; CONTRIBUTING says how one is made.
"""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from struct import error as cut_short

from game.scenario.shelf import folder
from game.words.language import ENGLISH, say

TEMPLATES_ARE_IN = "en"
"""The tag of the language that needs no catalogue."""


class UnknownLanguage(Exception):
    """There is no such catalogue, or it cannot be read; a sentence for whoever named it."""


def _home() -> Path:
    return folder("assets") / "languages"


def languages() -> tuple[str, ...]:
    """The tags of the languages that come with the game, English among them."""
    return tuple(sorted({TEMPLATES_ARE_IN, *(path.stem for path in _home().glob("*.mo"))}))


def catalogue(name: str) -> NullTranslations:
    """A language by its tag, such as de, or by the path of its `.mo` file. Raises `UnknownLanguage`."""
    if name == TEMPLATES_ARE_IN:
        return ENGLISH
    if not name.endswith(".mo") and name not in languages():
        raise UnknownLanguage(
            say(
                "The game does not speak {name:quoted}: name one of {languages:and}, or the .mo file of a catalogue.",
                name=name[:60],
                languages=languages(),
            )
        )
    path = Path(name) if name.endswith(".mo") else _home() / f"{name}.mo"
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, LookupError, cut_short) as fault:
        reason = getattr(fault, "strerror", None) or say("it is not a compiled catalogue")
        raise UnknownLanguage(
            say("{file:quoted} cannot be read: {reason}.", file=str(path)[:200], reason=reason)
        ) from None
