"""Pointing into the plane of two delegations' points: the text that is nearest to a place, whatever place it is.

What is told is exact, or nothing is: no text is looked for while somebody waits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.analysis import HASTY_BUDGET, ShortestPaths, shortest_paths
from game.debrief.debrief import Debrief
from game.text import DelegationId, Outcome


@dataclass(frozen=True, slots=True)
class Pointed:
    """What lies nearest to a place."""

    points: tuple[int, int]
    """Of the two delegations, in their order."""
    texts: int
    """How many texts that could be signed share them."""
    text: Outcome
    """Of those one with the fewest words unlike the reference."""
    unlike: int
    """In how many issues it has other words; 0 where there is no reference."""


@dataclass(frozen=True, eq=False)
class Pointer:
    """Finds the texts behind the places of one plane. The first answer takes some milliseconds, for all of them are
    prepared with it; any other takes far less than one."""

    debrief: Debrief
    one: DelegationId
    """Whose points lie to the right."""
    other: DelegationId
    """Whose points lie upwards."""
    reference: Outcome | None = None
    """The text that others are read against: the reader's own, say. It need not be one that could be signed."""

    @property
    def exact(self) -> bool:
        """Whether it can answer. If not, the texts are too many and too different for it."""
        return self._paths is not None

    def at(self, x: float, y: float, scale: tuple[float, float] = (1.0, 1.0)) -> Pointed | None:
        """What is nearest to a place, in points, where a point of each is drawn so long: near is near to the eye. None
        where nothing could be signed, and where it cannot answer."""
        row = None if self._paths is None else self._paths.nearest((x, y), scale)
        if self._paths is None or row is None:
            return None
        mine, theirs = self._paths.sums[row].tolist()
        return Pointed((mine, theirs), int(self._paths.texts[row]), self._paths.text(row), int(self._paths.unlike[row]))

    @cached_property
    def _paths(self) -> ShortestPaths | None:
        return shortest_paths(self.debrief.space, (self.one, self.other), self.reference, budget=HASTY_BUDGET)
