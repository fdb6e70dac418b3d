"""Who may sit in a seat: a person, or the computer at one of its levels; as records, stores and faces name it."""

from __future__ import annotations

from typing import Literal

Sits = Literal["person", "computer", "student", "attache", "ambassador", "minister"]
"""`computer` stands in records of before there were levels: it is the ordinary one."""

USUAL_LEVEL: Sits = "ambassador"
"""How well the computer plays where nobody has said."""
LEVEL_NAMES: tuple[Sits, ...] = ("student", "attache", "ambassador", "minister")
"""The computer's levels as records name them, the easiest first."""


def sits_of(word: str) -> Sits | None:
    """Who sits there, by the word in a record; None for a word that means nobody."""
    if word in ("person", "computer"):
        return "person" if word == "person" else "computer"
    return next((level for level in LEVEL_NAMES if level == word), None)


def level_of(sits: Sits) -> Sits | None:
    """The level at which the computer plays a seat; None where a person sits."""
    return None if sits == "person" else USUAL_LEVEL if sits == "computer" else sits
