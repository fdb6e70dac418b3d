"""What was worked out about one version of the talks: views ask it again and again, and most of it outlives a move."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, pairwise

from game.scenario import AudienceId, Reading
from game.talks.events import Event, Mood
from game.text import DelegationId, IssueId, OptionId, maker


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


@dataclass(frozen=True, slots=True)
class Outside:
    """What was worked out about those who are not at the table: all versions of the talks share it in which they judge
    the same, in the same way."""

    standings: dict[AudienceId, Standing] = field(default_factory=dict)
    to_themselves: dict[AudienceId, Standing] = field(default_factory=dict)
    """The same as audiences know it themselves for which somebody speaks ..."""
    minded: dict[AudienceId, tuple[Grievance, ...]] = field(default_factory=dict)
    """... and what they could name."""
    shown: dict[DelegationId, Mapping[AudienceId, Standing]] = field(default_factory=dict)
    """The standings that each watcher can tell."""

    def of(self, audiences: Collection[AudienceId]) -> Outside:
        """What of it is about these alone."""
        return Outside(
            {each: was for each, was in self.standings.items() if each in audiences},
            {each: was for each, was in self.to_themselves.items() if each in audiences},
            {each: was for each, was in self.minded.items() if each in audiences},
        )


@dataclass(slots=True)
class Known:
    """Answers that are kept with the talks that they are about. Nothing in here can be told from the talks alone."""

    outside: Outside = field(default_factory=Outside)
    mandates: dict[DelegationId, Mapping[IssueId, frozenset[OptionId]]] = field(default_factory=dict)
    readings: dict[DelegationId, tuple[Reading, ...]] = field(default_factory=dict)
    """The closing statements that delegations can make."""
    heard: dict[DelegationId, Heard] = field(default_factory=dict)
    """What each watcher has been asked of."""
    alike: dict[tuple[int, tuple[bool, ...]], tuple[Heard, Heard]] = field(default_factory=dict)
    """What is heard by whoever had heard something before, by that and by which of the new events are for them."""
    verdict: object = None
    """How they ended, if that has been asked."""

    def hearing(
        self,
        who: DelegationId,
        events: tuple[Event, ...],
        begun: tuple[int, ...],
        hears: Callable[[Event, DelegationId], bool],
    ) -> Heard:
        """What a watcher hears of these events, where there were so many before each move; only those are judged that
        are new. Watchers who have heard the same so far hear the same still, unless one of these is not for them."""
        done = self.heard.get(who, _NOTHING)
        if done.events < len(events):
            ears = tuple([each.heard_by is None or hears(each, who) for each in events[done.events :]])
            found = self.alike.get((id(done), ears))
            if found is None:
                found = self.alike[id(done), ears] = (done, _more(done, events, begun, ears))
            done = self.heard[who] = found[1]
        return done


_NOTHING = Heard()
_heard = maker(Heard)


def _more(done: Heard, events: tuple[Event, ...], begun: tuple[int, ...], ears: Sequence[bool]) -> Heard:
    """What is heard by whoever has heard so much, and hears those of the new events."""
    places = (*(place - done.events for place in begun[done.moves :]), len(ears))
    noticed = sum(any(ears[first:after]) for first, after in pairwise(places))
    fresh = compress(events[done.events :], ears)
    return _heard((*done.record, *fresh), len(events), len(begun), done.version + noticed)
