"""Goodwill between delegations, in words."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import Band
from game.words.language import phrase, say

_NAMES: Mapping[Band, str] = {"cold": phrase("cold"), "correct": phrase("correct"), "warm": phrase("warm")}


def band_name(band: Band) -> str:
    """How goodwill stands, in a word."""
    return say(_NAMES[band])
