"""The debrief of one talks: its course, and the exact numbers of all texts that could have been signed on its sheets.

What is told in it is made by one function a topic, each of which takes a `Debrief`; whatever several of them need is
worked out here once, when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias, TypeVar, cast

from game.analysis import (
    Analysis,
    Census,
    Density,
    Fair,
    Frontier,
    Space,
    analyse,
    census,
    density,
    fair,
    frontier,
    space_of,
)
from game.debrief.course import Course
from game.scenario import Scenario
from game.text import DelegationId, Outcome

T = TypeVar("T")
Yardstick: TypeAlias = Literal["historical", "nash", "kalai-smorodinsky"]
"""A text that others are measured by."""


@dataclass(frozen=True, eq=False)
class Debrief:
    """Finished talks laid open, on the sheets as they were at the end. Points of a text are those of its words."""

    course: Course
    _known: dict[object, object] = field(default_factory=dict, init=False, repr=False)

    def once(self, topic: Callable[[Debrief], T]) -> T:
        """A topic, worked out when it is first asked for: others stand on it, too."""
        if topic not in self._known:
            self._known[topic] = topic(self)
        return cast("T", self._known[topic])

    @property
    def scenario(self) -> Scenario:
        """The scenario with the envelopes of the end."""
        return self.course.scenario

    @cached_property
    def walk_away(self) -> Mapping[DelegationId, int]:
        """The reservation values."""
        return {who: self.scenario.instructions[who].reservation_value for who in self.scenario.ids}

    def points(self, text: Outcome | None) -> dict[DelegationId, int]:
        """What the words of a text are worth to everybody; for no text the walk-away."""
        if text is None:
            return dict(self.walk_away)
        return {who: self.scenario.instructions[who].utility(text) for who in self.scenario.ids}

    @cached_property
    def space(self) -> Space:
        """The texts that could be signed."""
        return space_of(self.scenario)

    @cached_property
    def frontier(self) -> Frontier:
        """Of all delegations together."""
        return frontier(self.space)

    @cached_property
    def fair(self) -> Fair:
        """The fair texts of bargaining theory."""
        return fair(self.space, self.walk_away, self.frontier if self.frontier.exact else None)

    @cached_property
    def yardsticks(self) -> Mapping[Yardstick, Outcome]:
        """The texts that others are measured by, as far as there are any: that of history, and the fair ones."""
        history, nash, kalai_smorodinsky = self.scenario.history, self.fair.nash, self.fair.kalai_smorodinsky
        found: dict[Yardstick, Outcome] = {}
        if history is not None:
            found["historical"] = history.outcome
        if nash is not None:
            found["nash"] = nash.text
        if kalai_smorodinsky is not None:
            found["kalai-smorodinsky"] = kalai_smorodinsky.text
        return found

    @cached_property
    def agreeable(self) -> Census | None:
        """The texts that give everybody at least the walk-away; None where they are too many to count."""
        return census(self.space, self.walk_away)

    def density(self, one: DelegationId, other: DelegationId) -> Density | None:
        """How the texts lie in the plane of two delegations' points; None where that takes too much."""
        return density(self.space, one, other)

    @cached_property
    def analysis(self) -> Analysis:
        """Everything that `as-appropriate analyse` tells, of these sheets. It takes longer than the rest together."""
        return analyse(self.scenario)
