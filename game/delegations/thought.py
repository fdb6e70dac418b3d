"""What a delegation had in mind at a turn, told openly: for the debrief, and never while the talks go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.delegations.aspiration import Aspiration
from game.delegations.levels import ORDINARY, Level
from game.delegations.opponent_model import weights_of
from game.talks import View
from game.text import DelegationId, IssueId, Outcome


@dataclass(frozen=True, slots=True)
class Thought:
    """A delegation's target and its estimate of the others. Points are its own."""

    walk_away: int
    floor: int
    """Below which its aim would not fall, as things stood."""
    aim: int
    target: Outcome | None
    """The text that it worked towards; None where it saw none."""
    worth: int
    """Of the target, with what it brings later."""
    weights: Mapping[DelegationId, Mapping[IssueId, float]]
    """How much it took each issue to matter to each of the others: shares that add up to 1."""


def thought(view: View, level: Level = ORDINARY) -> Thought:
    """What the computer makes of a view before it moves. It follows from the view alone, so a debrief may ask again."""
    aims = Aspiration(view, level)
    plan = aims.plan
    return Thought(
        walk_away=aims.walk_away,
        floor=aims.floor,
        aim=aims.aim,
        target=plan.text if plan else None,
        worth=plan.mine if plan else aims.walk_away,
        weights={other.id: weights_of(view, other.id, level.learning) for other in view.others},
    )
