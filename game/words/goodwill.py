"""Goodwill between delegations, and the moods of audiences, in a word."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import Band
from game.talks.events import Mood
from game.words.language import phrase, say

_NAMES: Mapping[Band, str] = {"cold": phrase("cold"), "correct": phrase("correct"), "warm": phrase("warm")}
_MOODS: Mapping[Mood, str] = {"content": phrase("content"), "uneasy": phrase("uneasy"), "against": phrase("against")}


def band_name(band: Band) -> str:
    """How goodwill stands, in a word."""
    return say(_NAMES[band])


def mood(of: Mood) -> str:
    """How somebody is disposed, in a word."""
    return say(_MOODS[of])
