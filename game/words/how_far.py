"""What a refusal may say beside no: how far off the package is, or that a word is refused for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.seat import NeverRow
from game.talks import Far
from game.words.language import SENTENCES, count, phrase, say, strung


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a refusal may say, in templates."""

    button: str
    hint: str
    """What the others will understand."""
    refusing: str
    """What is written on the button that refuses so."""


FAR: Mapping[Far | None, Said] = {
    None: Said(phrase("No more than no"), phrase("You do not say how far off it is."), phrase("Decline")),
    "nearly": Said(phrase("Nearly"), phrase("Very little is missing."), phrase("No: nearly")),
    "not-for-this": Said(phrase("Not for this"), phrase("It could be had for more."), phrase("No: not for this")),
    "not-this": Said(
        phrase("Not this"), phrase("What you refuse is not to be had, whatever they offer."), phrase("No: not this")
    ),
}
"""In the order in which they are offered."""
NEVER = phrase("Never")


def never(row: NeverRow | None) -> str:
    """What it means to refuse a wording for ever; None: no word is named."""
    if row is None:
        return say("Name the word first: you are bound by it.")
    told = count(
        "Refused for ever, on the record: to take it later costs you {n} point and goodwill.",
        "Refused for ever, on the record: to take it later costs you {n} points and goodwill.",
        row.points,
    )
    if row.believed:
        return told
    doubt = say("You have said so of two others already: they will take it for an ordinary refusal.")
    return strung([told, doubt], SENTENCES)
