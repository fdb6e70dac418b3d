"""How lively talks were: for how long nothing came of anything, and what of the board was used."""

from __future__ import annotations

from itertools import pairwise

from game.scenario import ReadingId, SideTextId
from game.talks import Talks, events
from game.talks.causes import GivenUpUnheard
from game.text import DelegationId, IssueId, OptionId


def quiet(talks: Talks) -> float:
    """Hours of the longest stretch in which nothing was agreed, refused for the first time, sounded, answered or
    happened."""
    return _longest(talks, _hours_of_news(talks))


def open_longest(talks: Talks) -> float:
    """Hours of the longest stretch in which no bracket was closed, while some were left."""
    closed = [event.at for event in talks.events if isinstance(event, events.Settled)]
    return _longest(talks, closed) if talks.brackets else max(_stretches([0.0, *closed]), default=0.0)


def _longest(talks: Talks, hours: list[float]) -> float:
    return max(_stretches([0.0, *hours, talks.hours]), default=0.0)


def _stretches(hours: list[float]) -> list[float]:
    return [after - before for before, after in pairwise(hours)]


def _hours_of_news(talks: Talks) -> list[float]:
    """When something came of something, in order."""
    refused: set[tuple[DelegationId | None, IssueId | None, OptionId | None]] = set()
    found: list[float] = []
    for event in talks.events:
        if isinstance(event, events.Declined):
            word = (event.by, event.issue, event.option)
            new = event.issue is not None and word not in refused
            refused.add(word)
        else:
            new = _is_news(event)
        if new:
            found.append(event.at)
    return found


def _is_news(event: events.Event) -> bool:
    match event:
        case events.Settled() | events.Consented() | events.Concluded() | events.Ratified():
            return True
        case events.Broke() | events.Returned() | events.Sounded() | events.Answered() | events.Responded():
            return True
        case events.Happened():
            return True
        case _:
            return False


def held_up(talks: Talks) -> frozenset[SideTextId]:
    """The side texts that were held up."""
    return frozenset(event.side_text for event in talks.events if isinstance(event, events.HeldUp))


def readings(talks: Talks) -> frozenset[ReadingId]:
    """The closing statements that were made."""
    return frozenset(reading for reading in talks.said.values() if reading is not None)


def given_up_unheard(talks: Talks, who: DelegationId) -> tuple[OptionId, ...]:
    """The demands that a delegation gave up before they were tabled and refused, in that order."""
    causes = (charge.cause for charge in talks.charges.get(who, ()))
    return tuple(option for cause in causes if isinstance(cause, GivenUpUnheard) for option in cause.options)


def moved_alone(talks: Talks) -> bool:
    """Whether somebody gave a word for nothing that stood in brackets."""
    return any(isinstance(event, events.Amended) and not event.reopened for event in talks.events)


def returned(talks: Talks) -> bool:
    """Whether a text that all had initialled came back: from a parliament, or from an ally whom a closing statement
    woke."""
    initialled: set[DelegationId] = set()
    for event in talks.events:
        if isinstance(event, events.Initialled) and event.by is not None:
            initialled.add(event.by)
        elif isinstance(event, events.Returned):
            return True
        elif isinstance(event, events.Broke):
            if len(initialled) == len(talks.scenario.ids):
                return True
            initialled.clear()
        elif isinstance(event, events.Amended) or (isinstance(event, events.Accepted) and event.carried):
            initialled.clear()
    return False
