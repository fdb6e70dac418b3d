"""Which sign each delegation of a scenario has on a canvas."""

from __future__ import annotations

from collections.abc import Mapping

from game.desktop.kit.sign import Sign
from game.reports import signs as beneath
from game.scenario import Scenario
from game.text import DelegationId


def signs(scenario: Scenario) -> Mapping[DelegationId, Sign]:
    """The signs of every delegation, as all faces and files have them."""
    found = beneath.signs(scenario)
    return {who: Sign(each.letter, each.shape, each.ink, each.felt, each.underline) for who, each in found.items()}
