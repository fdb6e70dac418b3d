"""One talks between policies, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.delegations import Policy
from game.scenario import AudienceId, ReadingId, Scenario, SideTextId, turn_chance
from game.simulation import liveliness
from game.simulation.faults import LostPolicy
from game.talks import Move, Propose, Refused, Talks, events, open_talks, play, verdict, view
from game.text import DelegationId, OptionId, Outcome

_MOST_REFUSALS = 50
"""Refused moves after which a policy is taken to be lost, and leaves."""


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
    unheard: Mapping[DelegationId, tuple[OptionId, ...]] = field(default_factory=dict)
    """The wordings of the spine that each gave up before they were heard."""
    held: tuple[tuple[DelegationId, str, int], ...] = ()
    """Each hold-up: who held, how it ended, and what it brought to the holder at once."""
    goodwill: int = 0
    """The lowest between any two at the end."""
    later: Mapping[DelegationId, int] = field(default_factory=dict)
    """What came after the talks, in points of each."""
    quiet: float = 0.0
    """Hours of the longest stretch in which nothing came of anything."""
    still_open: float = 0.0
    """Hours of the longest stretch in which no bracket was closed."""
    side_texts: frozenset[SideTextId] = frozenset()
    """What was held up."""
    readings: frozenset[ReadingId] = frozenset()
    """The closing statements that were made."""
    alone: bool = False
    """Whether somebody gave a word for nothing."""
    returned: bool = False
    """Whether a text that was initialled came back."""

    @property
    def agreed(self) -> bool:
        """Whether a text was signed."""
        return self.outcome is not None


def run(scenario: Scenario, policies: Mapping[DelegationId, Policy], seed: int, *, as_written: bool = False) -> Run:
    """Play one talks; the chance of each seat is the one that a table would give it. Raises `LostPolicy`."""
    talks = open_talks(scenario, seed, as_written=as_written)
    while not talks.over:
        talks = _step(talks, policies[talks.floor], seed)
    return told(talks, seed)


def _step(talks: Talks, policy: Policy, seed: int) -> Talks:
    who = talks.floor
    chance = turn_chance(seed, who, talks.version)
    seen = view(talks, who)
    for _ in range(_MOST_REFUSALS):
        played = play(talks, policy(seen, chance).move)
        if not isinstance(played, Refused):
            return played
    raise LostPolicy(who, talks.version + 1, seed)


def told(talks: Talks, seed: int) -> Run:
    """What came of the talks of a seed, which are over."""
    ended = verdict(talks)
    if ended is None:
        raise ValueError("these talks go on")
    decided = {event.audience for event in talks.events if isinstance(event, events.Broke | events.Returned)}
    charges = [charge for each in talks.charges.values() for charge in each]
    decided |= {charge.audience for charge in charges if charge.points < 0 and charge.audience is not None}
    return Run(
        seed=seed,
        ending=ended.kind,
        outcome=ended.outcome,
        points={who: score.total for who, score in ended.scores.items()},
        words={who: score.words for who, score in ended.scores.items()},
        hours=talks.hours,
        moves=Counter(_kind(move) for move in talks.moves),
        decided=frozenset(decided),
        silence_broken=any(isinstance(event, events.Broke) for event in talks.events),
        demands={who: _demands(talks, who) for who in talks.scenario.ids},
        unheard={who: liveliness.given_up_unheard(talks, who) for who in talks.scenario.ids},
        held=tuple(_held(talks)),
        goodwill=min(talks.goodwill.values()),
        later={who: score.part("aftermath") for who, score in ended.scores.items()},
        quiet=liveliness.quiet(talks),
        still_open=liveliness.open_longest(talks),
        side_texts=liveliness.held_up(talks),
        readings=liveliness.readings(talks),
        alone=liveliness.moved_alone(talks),
        returned=liveliness.returned(talks),
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
                stake = talks.scenario.instructions[side.by].stake(side.id)
                worth = {"give": stake.give, "swap": stake.swap}.get(event.how, 0)
                yield side.by, event.how, worth
