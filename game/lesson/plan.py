"""What a lesson is made of, and how long each part of it takes.

The minutes are those of a class hour and of a longer one; a third of either is for looking at the texts together
(Deason and others, "Debriefing the Debrief": that it be no less is a rule of thumb among teachers, no finding).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Phase = Literal["join", "brief", "caucus", "talks", "close", "debrief", "exit", "over"]
"""A part of a lesson: sitting down, reading, agreeing within each delegation, the talks, what is still open at the
bell, the texts of all tables side by side, the question asked once more; and when it is over."""
PHASES: tuple[Phase, ...] = get_args(Phase)
"""In their order."""
Length = Literal[50, 75]
"""Minutes of a lesson."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long each part takes that has an end."""

    minutes: Mapping[Phase, int]

    @property
    def total(self) -> int:
        """Minutes of the whole lesson."""
        return sum(self.minutes.values())

    def seconds(self, phase: Phase) -> float:
        """Of a part; none of one that has no end."""
        return 60.0 * self.minutes.get(phase, 0)

    def starts(self, phase: Phase) -> int:
        """Minutes from the beginning of the lesson to that of a part."""
        return sum(self.minutes.get(each, 0) for each in PHASES[: PHASES.index(phase)])


PLANS: Mapping[Length, Plan] = {
    50: Plan({"join": 3, "brief": 4, "caucus": 3, "talks": 20, "close": 3, "debrief": 15, "exit": 2}),
    75: Plan({"join": 4, "brief": 5, "caucus": 7, "talks": 30, "close": 4, "debrief": 22, "exit": 3}),
}
"""The plans that there are, by the minutes of the whole."""


def after(phase: Phase) -> Phase:
    """The part that comes next; the last has none but itself."""
    return PHASES[min(PHASES.index(phase) + 1, len(PHASES) - 1)]
