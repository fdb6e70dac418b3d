"""What talks take over from finished ones that they follow, and why a record cannot be followed."""

from __future__ import annotations

from game.scenario import Past, Scenario, load
from game.table.store import Kept, Store
from game.talks import Record, ReplayError, open_talks, opening_capital, past_of, replay


class FollowError(Exception):
    """A record that these talks cannot follow, as a sentence, unless the rules refuse one of its moves."""

    def __init__(self, words: str = "", stopped: ReplayError | None = None) -> None:
        super().__init__(words or str(stopped))
        self.stopped = stopped


def past_from(scenario: Scenario, record: Record, source: bytes) -> Past:
    """What the talks of a record have left for this scenario; `source` is the file that they were played with.

    Raises `FollowError` where they cannot be followed, and `ScenarioError` where their scenario has mistakes.
    """
    check_follows(scenario, record.scenario)
    opening = open_talks(load(source, record.scenario), record.seed, as_written=record.as_written, past=record.past)
    talks, stopped = replay(opening, record.moves)
    if stopped:
        raise FollowError(stopped=ReplayError(talks.scenario, talks.version + 1, stopped))
    if not talks.over:
        raise FollowError("These talks are not over: only finished talks leave something for those that follow.")
    return past_of(talks)


def check_follows(scenario: Scenario, earlier: str) -> None:
    """Raises `FollowError` where a scenario does not follow the earlier one."""
    title = opening_capital(scenario.title)
    if scenario.sequel is None:
        raise FollowError(f"“{title}” follows no other talks: there is nothing that it could take over.")
    if scenario.sequel.scenario != earlier:
        raise FollowError(f"“{title}” follows {scenario.sequel.scenario}, and this is a record of {earlier[:80]}.")


def followable(store: Store, scenario: Scenario) -> tuple[Kept, ...]:
    """The finished talks in the store that a scenario could follow, newest first. Raises `StoreError`."""
    if scenario.sequel is None:
        return ()
    return tuple(kept for kept in store.games() if kept.ended and kept.scenario == scenario.sequel.scenario)
