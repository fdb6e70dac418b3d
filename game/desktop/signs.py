"""Which sign each delegation of a scenario has."""

from __future__ import annotations

from collections.abc import Mapping

from game.desktop.kit.sign import Sign, Underlining
from game.scenario import Scenario
from game.text import DelegationId

_LOOKS: dict[str, tuple[str, str, Underlining]] = {
    "square": ("#9C2125", "#F2978F", "solid"),
    "round": ("#1B4F91", "#92BFF2", "double"),
    "diamond": ("#87600A", "#E8A063", "dotted"),
    "triangle": ("#6A3A88", "#CDA9EA", "dashed"),
    "hexagon": ("#14656B", "#84D0CC", "thick"),
    "pentagon": ("#8E2F63", "#F0A2CB", "dashdot"),
}


def signs(scenario: Scenario) -> Mapping[DelegationId, Sign]:
    """The signs of every delegation; two of the same shape in a scenario get different ones."""
    free = [shape for shape in _LOOKS if shape not in {d.shape for d in scenario.delegations}]
    taken: set[str] = set()
    found: dict[DelegationId, Sign] = {}
    for delegation in scenario.delegations:
        shape = str(delegation.shape)
        if shape in taken or shape not in _LOOKS:
            shape = free.pop(0)
        taken.add(shape)
        ink, felt, underline = _LOOKS[shape]
        found[delegation.id] = Sign(delegation.letter, shape, ink, felt, underline)
    return found
