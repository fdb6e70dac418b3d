"""Many talks counted together: for authors who calibrate a scenario, and for our own tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.scenario import Scenario
from game.simulation.run import Run
from game.text import DelegationId, OptionId


@dataclass(frozen=True)
class Tally:
    """Many runs together."""

    runs: tuple[Run, ...]
    policies: Mapping[DelegationId, str] = field(default_factory=dict)
    as_written: bool = False
    """Whether the instructions were those of the file; else each seed has drawn its own."""

    @property
    def agreed(self) -> tuple[Run, ...]:
        """Those that ended with a signature."""
        return tuple(run for run in self.runs if run.agreed)

    def share(self, holds: Iterable[bool]) -> float:
        """The part of all runs in which something holds."""
        return sum(holds) / len(self.runs) if self.runs else 0.0

    def mean(self, who: DelegationId) -> float:
        """Mean points of a delegation over all runs."""
        return sum(run.points[who] for run in self.runs) / len(self.runs) if self.runs else 0.0

    def words(self, who: DelegationId) -> float:
        """What the signed words were worth to a delegation, over the runs that ended with a signature."""
        signed = self.agreed
        return sum(run.words[who] for run in signed) / len(signed) if signed else 0.0

    def status(self, scenario: Scenario) -> Counter[OptionId]:
        """How often each wording of the spine was signed."""
        spine = scenario.text.spine
        return Counter(run.outcome[spine.id] for run in self.agreed if spine is not None and run.outcome is not None)

    def outcomes(self) -> int:
        """How many different texts were signed."""
        return len({tuple(run.outcome.items()) for run in self.agreed if run.outcome is not None})

    def moves(self) -> Counter[str]:
        """How often each kind of move was made."""
        return sum((run.moves for run in self.runs), Counter())
