"""How each delegation of a scenario is recognised: a shape, a letter and an underline; colour says it once more, and
least."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.scenario import Scenario
from game.text import DelegationId

Underlining = Literal["solid", "double", "dotted", "dashed", "thick", "dashdot"]


@dataclass(frozen=True, slots=True)
class Sign:
    """The look of one delegation, the same in every face and on paper."""

    name: str
    """The delegation's short name, for whoever cannot see its mark."""
    letter: str
    shape: str
    ink: str
    """Its colour on paper, and the fill of its mark."""
    felt: str
    """Its colour on felt, and the outline of its mark there."""
    underline: Underlining


LOOKS: Mapping[str, tuple[str, str, Underlining]] = {
    "square": ("#9C2125", "#F2978F", "solid"),
    "round": ("#1B4F91", "#92BFF2", "double"),
    "diamond": ("#87600A", "#E8A063", "dotted"),
    "triangle": ("#6A3A88", "#CDA9EA", "dashed"),
    "hexagon": ("#14656B", "#84D0CC", "thick"),
    "pentagon": ("#8E2F63", "#F0A2CB", "dashdot"),
}


def signs(scenario: Scenario) -> Mapping[DelegationId, Sign]:
    """The signs of every delegation; two of the same shape in a scenario get different ones."""
    free = [shape for shape in LOOKS if shape not in {d.shape for d in scenario.delegations}]
    taken: set[str] = set()
    found: dict[DelegationId, Sign] = {}
    for delegation in scenario.delegations:
        shape = str(delegation.shape)
        if shape in taken or shape not in LOOKS:
            shape = free.pop(0)
        taken.add(shape)
        found[delegation.id] = Sign(delegation.short, delegation.letter, shape, *LOOKS[shape])
    return found


_CORNERS: Mapping[str, str] = {
    "square": "1,1 19,1 19,19 1,19",
    "diamond": "10,0 20,10 10,20 0,10",
    "triangle": "10,0 20,19 0,19",
    "hexagon": "5,1.3 15,1.3 20,10 15,18.7 5,18.7 0,10",
    "pentagon": "10,0 20,7.3 16.2,19 3.8,19 0,7.3",
}
_BASE: Mapping[str, float] = {"triangle": 16.2, "pentagon": 14.8}
"""Where the letter stands in a shape that is heavier below."""


def drawing(sign: Sign) -> str:
    """The mark of a sign as the inside of an SVG of 20 by 20."""
    corners = _CORNERS.get(sign.shape)
    shape = f'<polygon points="{corners}"/>' if corners else '<circle cx="10" cy="10" r="9.5"/>'
    size, base = (9, _BASE[sign.shape]) if sign.shape in _BASE else (12, 14.2)
    return (
        f'<g fill="{sign.ink}">{shape}</g><text x="10" y="{base}" font-size="{size}" font-weight="700"'
        f' text-anchor="middle" font-family="Open Sans, Segoe UI, Arial, sans-serif" fill="#FFFFFF">'
        f"{sign.letter}</text>"
    )
