"""Many talks between policies, and what came of them: for authors who calibrate a scenario, and for our own tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random

from game.delegations.policy import Policy
from game.scenario import AudienceId, Scenario
from game.talks import Move, Propose, Refusal, Talks, events, open_talks, play, verdict, view
from game.text import DelegationId, OptionId, Outcome

_MOST_REFUSALS = 50
"""Refused moves after which a policy is taken to be lost, and leaves."""


class LostPolicy(RuntimeError):
    """A policy that makes no move which the rules allow."""


@dataclass(frozen=True)
class Run:
    """One talks and what came of it."""

    seed: int
    ending: str
    outcome: Outcome | None
    points: Mapping[DelegationId, int]
    words: Mapping[DelegationId, int]
    """What the signed words were worth; nothing where none were signed."""
    hours: float
    moves: Counter[str]
    """How often each kind of move was made, by its name."""
    decided: frozenset[AudienceId]
    """Audiences that broke silence, sent the text back, or cost somebody points."""
    silence_broken: bool
    demands: Mapping[DelegationId, tuple[OptionId, ...]]
    """The wordings of the spine that each delegation tabled for itself, in the order in which it first did."""
    held: tuple[tuple[DelegationId, str, int], ...] = ()
    """Each hold-up: who held, how it ended, and what it brought to the holder at once."""
    goodwill: int = 0
    """The lowest between any two at the end."""

    @property
    def agreed(self) -> bool:
        """Whether a text was signed."""
        return self.outcome is not None


def run(scenario: Scenario, policies: Mapping[DelegationId, Policy], seed: int, *, as_written: bool = False) -> Run:
    """Play one talks; the chance of each seat is the one that a table would give it. Raises `LostPolicy`."""
    talks = open_talks(scenario, seed, as_written=as_written)
    while not talks.over:
        talks = _step(talks, policies[talks.floor])
    return told(talks)


def _step(talks: Talks, policy: Policy) -> Talks:
    who = talks.floor
    chance = Random(f"{talks.seed} {who} {talks.version}")
    seen = view(talks, who)
    for _ in range(_MOST_REFUSALS):
        played = play(talks, policy(seen, chance).move)
        if not isinstance(played, Refusal):
            return played
    raise LostPolicy(f"{who} makes no move that the rules allow at move {talks.version + 1} of seed {talks.seed}")


def told(talks: Talks) -> Run:
    """What came of talks that are over."""
    ended = verdict(talks)
    if ended is None:
        raise ValueError("these talks go on")
    decided = {event.audience for event in talks.events if isinstance(event, events.Broke | events.Returned)}
    charges = [charge for each in talks.charges.values() for charge in each]
    decided |= {charge.audience for charge in charges if charge.points < 0 and charge.audience is not None}
    return Run(
        seed=talks.seed,
        ending=ended.kind,
        outcome=ended.outcome,
        points={who: score.total for who, score in ended.scores.items()},
        words={who: score.words for who, score in ended.scores.items()},
        hours=talks.hours,
        moves=Counter(_kind(move) for move in talks.moves),
        decided=frozenset(decided),
        silence_broken=any(isinstance(event, events.Broke) for event in talks.events),
        demands={who: _demands(talks, who) for who in talks.scenario.ids},
        held=tuple(_held(talks)),
        goodwill=min(talks.goodwill.values()),
    )


def _kind(move: Move) -> str:
    """The name of a kind of move; a non-paper is one of its own."""
    return "non-paper" if isinstance(move, Propose) and move.off_record else type(move).__name__.lower()


def _demands(talks: Talks, who: DelegationId) -> tuple[OptionId, ...]:
    spine = talks.scenario.text.spine
    if spine is None:
        return ()
    tabled = (
        shift.option
        for event in talks.events
        if isinstance(event, events.Proposed) and event.by == who and not event.off_record
        for shift in event.shifts
        if shift.issue == spine.id
    )
    return tuple(dict.fromkeys(tabled))


def _held(talks: Talks) -> Iterable[tuple[DelegationId, str, int]]:
    for event in talks.events:
        if isinstance(event, events.Responded) and event.over:
            side = talks.scenario.side_text(event.side_text)
            if side is not None:
                stake = talks.scenario.instructions[side.by].stakes.get(side.id)
                worth = {"give": stake.give, "swap": stake.swap}.get(event.how, 0) if stake else 0
                yield side.by, event.how, worth


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
