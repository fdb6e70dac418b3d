"""The signs of marks and of delegations in a picture, and the round numbers of its axes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import assert_never

from game.debrief.plot import Mark
from game.reports.picture import Spot, Stroke, Symbol
from game.reports.signs import Sign, Underlining
from game.reports.themes import Theme
from game.text import DelegationId

DISC = 10.0
"""The radius of a sign with the letter of a table in it."""
_DASHES: Mapping[Underlining, tuple[float, ...]] = {
    "solid": (),
    "double": (),
    "dotted": (2, 3),
    "dashed": (7, 4),
    "thick": (),
    "dashdot": (8, 3, 2, 3),
}


def symbol_of(mark: Mark, at: Spot, theme: Theme, look: Sign, *, crowded: bool = False) -> Symbol:
    """The sign of a mark; a draft has the look of whose it is, and tables that crowd have dots."""
    match mark.kind:
        case "draft" if mark.hour:
            return Symbol(look.shape, *at, 4, look.ink, theme.ground, 1, mark=mark)
        case "draft":
            return badge(look, at, 9, mark)
        case "nash":
            return Symbol("diamond", *at, 11, "#FFFFFF", theme.ink, 2, mark=mark)
        case "kalai-smorodinsky":
            return Symbol("cross", *at, 7, theme.ink, "#FFFFFF", 1, mark=mark)
        case "historical":
            return Symbol("square", *at, 9, "#FFFFFF", theme.ink, 2.5, mark=mark)
        case "no-text":
            return Symbol("round", *at, 10, theme.ground, theme.ink, 2, (4, 3), mark=mark)
        case "earlier":
            return Symbol("round", *at, 4, theme.muted, theme.ground, 1, mark=mark)
        case "better":
            return Symbol("triangle", *at, 9, "#FFFFFF", theme.ink, 2, mark=mark)
        case "table":
            letter = "" if crowded or len(mark.name) != 1 else mark.name
            return Symbol("round", *at, DISC if letter else 5, theme.ink, theme.ground, 1.5, letter=letter, mark=mark)
        case "yours":
            return Symbol("round", *at, 7, theme.ink, "#FFFFFF", 2, mark=mark)
        case _:
            assert_never(mark.kind)


def line_of(look: Sign, spots: tuple[Spot, ...], theme: Theme, who: DelegationId | None, thin: float = 1.6) -> Stroke:
    """The line of a delegation, drawn as its words are underlined; `thin` where it is single."""
    double = look.underline == "double"
    width = {"double": 4.0, "thick": 4.0, "dotted": 2.5}.get(look.underline, thin)
    return Stroke(spots, look.ink, width, _DASHES[look.underline], theme.ground if double else "", "path", who)


def badge(look: Sign, at: Spot, radius: float, mark: Mark | None = None) -> Symbol:
    """The mark of a delegation, with its letter."""
    return Symbol(look.shape, *at, radius, look.ink, "#FFFFFF", 1.5, letter=look.letter, mark=mark)


def ticks(low: float, high: float, room: float) -> list[int]:
    """Round numbers of points, at least so far apart that their figures have room."""
    least = (high - low) * 46 / max(room, 1)
    step = next((size * 10**power for power in range(9) for size in (1, 2, 5) if size * 10**power >= least), 10**9)
    return list(range(math.ceil(low / step) * step, math.floor(high) + 1, step))
