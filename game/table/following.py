"""What talks take over from finished ones that they follow, and why a record cannot be followed."""

from __future__ import annotations

from typing import Literal

from game.scenario import Past, Scenario, load
from game.table.games import Kept
from game.table.store import Store
from game.talks import Record, ReplayError, open_talks, past_of, replay

FollowFault = Literal["no-sequel", "another", "not-over", "unplayable"]
"""Talks of this scenario follow no others, or others than the `earlier` ones; the earlier ones are not over, or the
rules have `stopped` at a move of theirs."""


class FollowError(Exception):
    """A record that these talks cannot follow: of what kind the fault is, and what goes with it."""

    def __init__(
        self, kind: FollowFault, scenario: Scenario, earlier: str = "", stopped: ReplayError | None = None
    ) -> None:
        super().__init__(kind, scenario.id, earlier)
        self.kind, self.scenario, self.earlier, self.stopped = kind, scenario, earlier, stopped


def past_from(scenario: Scenario, record: Record, source: bytes) -> Past:
    """What the talks of a record have left for this scenario; `source` is the file that they were played with.

    Raises `FollowError` where they cannot be followed, and `ScenarioError` where their scenario has mistakes.
    """
    check_follows(scenario, record.scenario)
    earlier = load(source, record.scenario, record.edition)
    opening = open_talks(earlier, record.seed, as_written=record.as_written, past=record.past)
    talks, stopped = replay(opening, record.moves)
    if stopped:
        raise FollowError("unplayable", scenario, stopped=ReplayError(talks.scenario, talks.version + 1, stopped))
    if not talks.over:
        raise FollowError("not-over", scenario)
    return past_of(talks)


def check_follows(scenario: Scenario, earlier: str) -> None:
    """Raises `FollowError` where a scenario does not follow the earlier one."""
    if scenario.sequel is None:
        raise FollowError("no-sequel", scenario)
    if scenario.sequel.scenario != earlier:
        raise FollowError("another", scenario, earlier[:80])


def followable(store: Store, scenario: Scenario) -> tuple[Kept, ...]:
    """The finished talks in the store that a scenario could follow, newest first. Raises `StoreError`."""
    if scenario.sequel is None:
        return ()
    return tuple(kept for kept in store.games() if kept.ended and kept.scenario == scenario.sequel.scenario)
