"""The record as it is asked for again and again: by kinds of events, and by who did what. Found once for each view."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from game.scenario import AudienceId
from game.talks.events import Amended, Broke, Declined, Event, Proposed, Returned, Settled
from game.talks.moves import Shift
from game.text import DelegationId, IssueId, OptionId

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Minutes:
    """What somebody heard, oldest first."""

    record: tuple[Event, ...]

    @cached_property
    def _by_kind(self) -> dict[type, list[Event]]:
        found: dict[type, list[Event]] = {}
        for event in self.record:
            found.setdefault(type(event), []).append(event)
        return found

    def all(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Every event of a kind, oldest first."""
        return cast("tuple[Kind, ...]", tuple(self._by_kind.get(kind, ())))

    def refused(self, by: Collection[DelegationId]) -> frozenset[tuple[IssueId, OptionId]]:
        """The wordings over which somebody among these has declined by name."""
        return frozenset(
            (event.issue, event.option)
            for event in self.all(Declined)
            if event.by in by and event.issue and event.option
        )

    @cached_property
    def barred(self) -> Mapping[Shift, AudienceId]:
        """What a delegation may not agree to any more, with the ally that broke silence over it or the parliament that
        sent it back."""
        found = (event for event in self.record if isinstance(event, Broke | Returned))
        return {Shift(e.by, e.issue, e.option): e.audience for e in found if e.by and e.issue and e.option}

    @cached_property
    def tabled(self) -> frozenset[Shift]:
        """Wordings that delegations have tabled for themselves on the record."""
        found = (event for event in self.all(Proposed) if not event.off_record)
        return frozenset(s for event in found for s in event.shifts if s.delegation == event.by)

    @cached_property
    def since_words_moved(self) -> tuple[Event, ...]:
        """What was heard since a position last moved, the newest first."""
        found: list[Event] = []
        for event in reversed(self.record):
            if isinstance(event, Settled | Amended):
                break
            found.append(event)
        return tuple(found)
