"""A sweep: the talks of many seeds as plain values, so that another process or another machine can play them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from game.scenario import WHOLE, Scenario, load
from game.simulation.run import Run, run
from game.simulation.strategies import POLICIES
from game.text import DelegationId


@dataclass(frozen=True)
class Sweep:
    """Which talks are played, and by whom: everything but the seeds."""

    source: bytes
    """The scenario file itself: whoever plays need not have it."""
    name: str
    """How messages name that file."""
    policies: tuple[tuple[DelegationId, str], ...]
    """Who plays each seat, by the name of a policy."""
    as_written: bool = False
    edition: str = WHOLE

    @property
    def scenario(self) -> Scenario:
        """The scenario, read once in each process. Raises `ScenarioError`."""
        return _loaded(self.source, self.name, self.edition)

    def play(self, seeds: Iterable[int]) -> tuple[Run, ...]:
        """The talks of these seeds, in their order. Raises `LostPolicy`; whatever else fails names its seed."""
        policies = {who: POLICIES[name] for who, name in self.policies}
        scenario = self.scenario
        played = []
        for seed in seeds:
            try:
                played.append(run(scenario, policies, seed, as_written=self.as_written))
            except Exception as error:
                error.add_note(f"seed {seed}")
                raise
        return tuple(played)


@lru_cache(maxsize=2)
def _loaded(source: bytes, name: str, edition: str) -> Scenario:
    return load(source, name, edition)
