"""Points in words: one's own, a span of them, a sum in its parts."""

from __future__ import annotations

from collections.abc import Mapping

from game.seat import Reach
from game.talks import Kind, Score
from game.words.language import count, listed, phrase, plain, say

_PARTS: Mapping[Kind, str] = {
    "words": phrase("the words {points}"),
    "walk-away": phrase("the walk-away {points}"),
    "hours": phrase("the hours {points:signed}"),
    "talks": phrase("the talks {points:signed}"),
    "aftermath": phrase("what comes after {points:signed}"),
}


def points(number: int) -> str:
    """So many points: 3 points, −1 point."""
    return count("{points} point", "{points} points", abs(number), points=number)


def signed_points(number: int) -> str:
    """The same with their sign: +3 points."""
    return count("{points:signed} point", "{points:signed} points", abs(number), points=number)


def span(reach: Reach) -> str:
    """Worst to best: 43 to 66."""
    if reach.low == reach.high:
        return plain(reach.low)
    return say("{low} to {high}", low=reach.low, high=reach.high)


def total(score: Score) -> str:
    """A sum as it shows its parts: 40 points, the words 43, the hours −1 and what comes after −2."""
    base: Kind = "walk-away" if any(entry.kind == "walk-away" for entry in score.entries) else "words"
    parts = [say(_PARTS[kind], points=score.part(kind)) for kind in (base, "hours")]
    later: tuple[Kind, ...] = ("talks", "aftermath")
    parts += [say(_PARTS[kind], points=score.part(kind)) for kind in later if score.part(kind)]
    return say("{sum}, {parts}", sum=points(score.total), parts=listed(parts))
