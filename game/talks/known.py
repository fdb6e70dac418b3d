"""What was worked out about one version of the talks: views ask it again and again, and most of it outlives a move."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.scenario import AudienceId
from game.talks.events import Event, Mood
from game.text import DelegationId, IssueId, OptionId


@dataclass(frozen=True, slots=True)
class Wish:
    """A wording that an audience would like better."""

    issue: IssueId
    option: OptionId


@dataclass(frozen=True, slots=True)
class Standing:
    """Roughly how an audience stands, and what would please it most."""

    audience: AudienceId
    mood: Mood
    wishes: tuple[Wish, ...]
    votes: bool = False
    """Whether the paper as its delegation wants it would need its vote."""


@dataclass(slots=True)
class Known:
    """Answers that are kept with the talks that they are about. Nothing in here can be told from the talks alone."""

    standings: dict[AudienceId, Standing] = field(default_factory=dict)
    mandates: dict[DelegationId, Mapping[IssueId, frozenset[OptionId]]] = field(default_factory=dict)
    heard: dict[DelegationId, tuple[int, tuple[Event, ...]]] = field(default_factory=dict)
    """How many events each watcher has been asked of, and which of them it hears."""

    def record(self, who: DelegationId, events: tuple[Event, ...], hears: Callable[[Event], bool]) -> tuple[Event, ...]:
        """Which of these events a watcher hears; only those are judged that are new."""
        done, record = self.heard.get(who, (0, ()))
        if done < len(events):
            record = (*record, *filter(hears, events[done:]))
            self.heard[who] = len(events), record
        return record
