"""What the computer is given to think about when a seat is its to move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Protocol, TypeAlias

from game.talks import Sits, View
from game.text import DelegationId

if TYPE_CHECKING:
    # A table is handed its policy; what that is made of need not be loaded to open one.
    from game.delegations import Decision, Policy

Computers: TypeAlias = "Policy | Mapping[Sits, Policy]"
"""Who plays for the computer: a policy for each level, or one and the same in every seat."""


@dataclass(frozen=True, slots=True)
class Task:
    """A computer delegation's turn: its own view, the policy, and chance for its ties."""

    who: DelegationId
    view: View
    policy: Policy
    chance: Random
    moves: int
    """How many moves had been played: there may be more than its view counts."""

    @property
    def version(self) -> int:
        """The version of the talks that is thought about."""
        return self.view.version

    def decide(self) -> Decision:
        """Think. May run anywhere, and takes as long as it takes."""
        return self.policy(self.view, self.chance)


@dataclass(frozen=True, slots=True)
class Thought:
    """What came of a task: the decision, or None if the policy failed; with the version that it answers."""

    task: Task
    decision: Decision | None

    @property
    def version(self) -> int:
        """The version of the view that was thought about."""
        return self.task.version


class Thinking(Protocol):
    """Somebody who thinks for the computer's delegations, one task at a time, while the loop goes on."""

    def ask(self, task: Task) -> None:
        """Let a delegation think about its view."""

    def answer(self) -> Thought | None:
        """What was thought, if anything is ready."""
