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

    def to_json(self, scenario: Scenario) -> dict[str, object]:
        """Everything as plain values, for a program."""
        ids = scenario.ids
        count = len(self.runs)
        return {
            "scenario": scenario.id,
            "runs": count,
            "seeds": [self.runs[0].seed, self.runs[-1].seed] if self.runs else [],
            "policies": dict(self.policies),
            "agreed": len(self.agreed),
            "endings": dict(Counter(run.ending for run in self.runs)),
            "status": {str(option): times for option, times in self.status(scenario).most_common()},
            "outcomes": self.outcomes(),
            "mean_points": {who: round(self.mean(who), 2) for who in ids},
            "mean_words": {who: round(self.words(who), 2) for who in ids},
            "mean_hours": round(sum(run.hours for run in self.runs) / count, 2) if count else 0.0,
            "moves": dict(self.moves().most_common()),
            "silence_broken": sum(run.silence_broken for run in self.runs),
            "decided": {a.id: sum(a.id in run.decided for run in self.runs) for a in scenario.audiences},
            "demands": {who: _commonest(run.demands[who] for run in self.runs) for who in ids},
            "holds": {
                who: dict(Counter(how for run in self.runs for by, how, _ in run.held if by == who)) for who in ids
            },
        }


def _commonest(demands: Iterable[tuple[OptionId, ...]]) -> dict[str, int]:
    found = Counter(" > ".join(options) or "none" for options in demands)
    return dict(found.most_common(8))
