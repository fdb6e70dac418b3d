"""Goodwill between delegations, and the moods of audiences, in a word."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import Band, Clock
from game.talks.events import Mood
from game.talks.rules.accept import hours_where_warm
from game.talks.rules.propose import READ_TWICE
from game.words.language import phrase, say

_NAMES: Mapping[Band, str] = {"cold": phrase("cold"), "correct": phrase("correct"), "warm": phrase("warm")}
_MOODS: Mapping[Mood, str] = {"content": phrase("content"), "uneasy": phrase("uneasy"), "against": phrase("against")}


def band_name(band: Band) -> str:
    """How goodwill stands, in a word."""
    return say(_NAMES[band])


_EFFECTS: Mapping[Band, str] = {
    "cold": phrase("a package to {them} takes {more:hours} more"),
    "correct": phrase("no hours are lost or won by it"),
    "warm": phrase("a package from {them} is accepted in {warm:hours}"),
}


def effect(clock: Clock, band: Band, them: str) -> str:
    """What goodwill does to the hours that moves between two delegations take."""
    return say(_EFFECTS[band], them=them, more=READ_TWICE, warm=hours_where_warm(clock))


def mood(of: Mood) -> str:
    """How somebody is disposed, in a word."""
    return say(_MOODS[of])
