"""What was worked out about one version of the talks: views ask it again and again, and most of it outlives a move."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

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


@dataclass(frozen=True, slots=True)
class Grievance:
    """The word that an audience minds most, and the next one that it likes better."""

    issue: IssueId
    option: OptionId
    retreat: OptionId
    gain: int = 0
    """Points between that word and the best that may be written there."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a watcher has heard of some moves."""

    record: tuple[Event, ...] = ()
    events: int = 0
    """How many events there were to hear."""
    moves: int = 0
    """How many moves there were."""
    version: int = 0
    """How many of those moves this watcher noticed: by hearing of them, or of something that came of them."""


@dataclass(slots=True)
class Known:
    """Answers that are kept with the talks that they are about. Nothing in here can be told from the talks alone."""

    standings: dict[AudienceId, Standing] = field(default_factory=dict)
    to_themselves: dict[AudienceId, Standing] = field(default_factory=dict)
    """The same as audiences know it themselves for which somebody speaks ..."""
    minded: dict[AudienceId, tuple[Grievance, ...]] = field(default_factory=dict)
    """... and what they could name."""
    mandates: dict[DelegationId, Mapping[IssueId, frozenset[OptionId]]] = field(default_factory=dict)
    heard: dict[DelegationId, Heard] = field(default_factory=dict)
    """What each watcher has been asked of."""
    verdict: object = None
    """How they ended, if that has been asked."""

    def hearing(
        self, who: DelegationId, events: tuple[Event, ...], begun: tuple[int, ...], hears: Callable[[Event], bool]
    ) -> Heard:
        """What a watcher hears of these events, where there were so many before each move; only those are judged that
        are new."""
        done = self.heard.get(who, Heard())
        if done.events < len(events):
            places = (*begun[done.moves :], len(events))
            fresh, noticed = list(filter(hears, events[done.events : places[0]])), 0
            for first, after in pairwise(places):
                heard = list(filter(hears, events[first:after]))
                fresh += heard
                noticed += bool(heard)
            done = Heard((*done.record, *fresh), len(events), len(begun), done.version + noticed)
            self.heard[who] = done
        return done
