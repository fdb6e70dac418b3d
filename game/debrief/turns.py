"""One turn of the computer's, as everybody saw it and openly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.delegations import Decision, Thought
from game.scenario import Instructions
from game.talks import Move
from game.talks.events import Event
from game.text import DelegationId, IssueId


@dataclass(frozen=True)
class Estimate:
    """How much one delegation took each issue to matter to another, beside how much it did."""

    taken: Mapping[IssueId, float]
    """Shares that add up to 1."""
    true: Mapping[IssueId, float]

    def first(self, shares: Mapping[IssueId, float], most: int = 3) -> tuple[IssueId, ...]:
        """The issues that weigh most, the heaviest first: three, or fewer where there are few issues."""
        ranked = sorted(shares, key=lambda issue: -shares[issue])
        return tuple(ranked[: max(1, min(most, len(ranked) // 2))])

    @property
    def hits(self) -> int:
        """How many of those that it put first are among those that are."""
        return len(set(self.first(self.taken)) & set(self.first(self.true)))

    @property
    def overlap(self) -> float:
        """The part of all weight that it put where it belongs, from 0 to 1."""
        return sum(min(share, self.true[issue]) for issue, share in self.taken.items())


@dataclass(frozen=True)
class Opened:
    """One turn of the computer's, openly."""

    thought: Thought
    decision: Decision
    same: bool
    """Whether it would do again what the record says that it did."""
    estimates: Mapping[DelegationId, Estimate]


@dataclass(frozen=True)
class Said:
    """One turn as everybody saw it."""

    number: int
    """Of its move in the record, from 1."""
    who: DelegationId
    move: Move
    at: float
    """Hours of talks when it was made."""
    events: tuple[Event, ...]


def weights(sheet: Instructions) -> dict[IssueId, float]:
    """How much each issue matters on a sheet: what lies between its best and its worst wording, as shares of 1."""
    spans = {issue: max(points.values()) - min(points.values()) for issue, points in sheet.points.items()}
    whole = sum(spans.values()) or 1
    return {issue: span / whole for issue, span in spans.items()}
