"""Why somebody is turned away who asks a class for something, in a sentence for whoever reads it on his page."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Literal

from game.words.language import count, phrase, say

Turned = Literal[
    "misread", "other-version", "no-token", "not-here", "no-page", "no-pdf", "no-code", "no-seat-code", "too-long",
    "too-slow", "no-json", "no-host", "too-many", "failed", "not-kept", "stopping", "no-adviser", "no-advice",
]  # fmt: skip
"""Nothing that was asked for can be read out of it; another version of the page asks; nobody knows who asks; from where
it is asked; what is asked for is not there, or cannot be set in print here; there is no such code of a class, or of a
seat; too much is sent, or too slowly, or no JSON; this host has another name; too much is asked at once; something went
wrong; it could not be kept; the host stops; nobody has an adviser in this class, or the adviser has nothing to say
now."""

_SENTENCES: Mapping[Turned, str] = {
    "misread": phrase("That cannot be read: load the page anew."),
    "other-version": phrase("This page is of another version than the host: load it anew."),
    "no-token": phrase("You are not in this class, or another device has your seat: join again."),
    "not-here": phrase("This class is for the network of its room only."),
    "no-page": phrase("There is no such page here."),
    "no-pdf": phrase("Sheets for a printer need an extra on this host: as-appropriate[pdf]. Print the HTML report."),
    "no-code": phrase("There is no class with this code: look at the wall once more."),
    "no-seat-code": phrase("There is no seat with this code: ask your teacher for it."),
    "too-long": phrase("That is too long to be read."),
    "too-slow": phrase("That came too slowly to be read: try once more."),
    "no-json": phrase("What is sent must be JSON."),
    "no-host": phrase("This host goes by another name: type the address that is on the wall."),
    "failed": phrase("Something went wrong here, and nothing was done. Try once more."),
    "not-kept": phrase("It could not be kept, and was not done. Try once more."),
    "stopping": phrase("The host is being started again: wait a moment."),
    "no-adviser": phrase("In this class nobody has an adviser."),
    "no-advice": phrase("Your adviser has nothing to say now: somebody else has the floor."),
    "too-many": phrase("Too much was asked at once."),
}


def turned_away(kind: Turned, *, wait: float = 0.0) -> str:
    """Why somebody is turned away; `wait` is how many seconds he should wait where he has asked too often."""
    if kind == "too-many" and wait > 0:
        one, many = (
            "Too much was asked at once: wait a second.",
            "Too much was asked at once: wait {n} seconds.",
        )
        return count(one, many, ceil(wait))
    return say(_SENTENCES[kind])
