"""The record as one seat reads it: what is new since its own last move, and the cards that news is laid down on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from game.talks import EARLIER, Shift, View, events
from game.talks.events import Event
from game.text import DelegationId, IssueId, OptionId, Positions

Heard = Sequence[Event]
MOVES = (
    events.Proposed, events.Accepted, events.Declined, events.Hinted, events.Withdrawn, events.Amended,
    events.Conferred, events.Spoke, events.HeldUp, events.Responded, events.Announced, events.Sounded,
    events.Circulated, events.Interpreted, events.Initialled, events.Left,
)  # fmt: skip
"""Events that are somebody's move; whatever else happens comes of one, or of the hours."""

CardKind = Literal["cutting", "silence", "parliament", "answer", "past"]
"""News of the outside world, silence broken, a text sent back, what an ally answers, what earlier talks have left."""


@dataclass(frozen=True, slots=True)
class Card:
    """One piece of news. Its numbers are places in the record, from 0."""

    kind: CardKind
    event: int | None
    """None for what earlier talks have left without a word."""
    changes: tuple[int, ...] = ()
    """The events that came of it, as far as they concern this seat."""


def since(view: View) -> int:
    """The place in the record from which everything is new to this seat: where its own last move begins. For a
    watcher it is the last move that anybody made."""
    record = view.record
    for place in range(len(record) - 1, -1, -1):
        event = record[place]
        if isinstance(event, MOVES) and (view.own is None or event.by == view.who):
            break
    else:
        return 0
    # All that comes of a move is heard at one hour, and every move takes some time.
    while place and record[place - 1].at == record[place].at and not isinstance(record[place - 1], MOVES):
        place -= 1
    return place


def stood(view: View, until: int) -> Positions:
    """Where everybody stood before an event, by its place in the record."""
    stands: dict[DelegationId, dict[IssueId, OptionId]] = {d.id: dict(d.opening) for d in view.scenario.delegations}
    offered: dict[int, tuple[Shift, ...]] = {}
    for event in view.record[:until]:
        match event:
            case events.Proposed():
                offered[event.package] = event.shifts
            case events.Accepted(carried=True):
                for shift in offered[event.package]:
                    stands[shift.delegation][shift.issue] = shift.option
            case events.Amended(by=by) if by is not None:
                stands[by][event.issue] = event.new
            case events.Broke(by=by, issue=issue, retreat=retreat) if by and issue and retreat:
                stands[by][issue] = retreat
            case events.Returned(by=by, issue=issue, retreat=retreat) if by and issue and retreat:
                stands[by][issue] = retreat
    return stands


def moved_since(view: View, base: Positions) -> frozenset[IssueId]:
    """The issues in which somebody stands elsewhere than then."""
    return frozenset(
        issue for who, stand in view.positions.items() for issue, option in stand.items() if base[who][issue] != option
    )


def news(view: View, start: int, cards: Iterable[Card]) -> tuple[int, ...]:
    """What others did from a place on, and what came of it, as far as it is on no card."""
    told = {place for card in cards for place in (card.event, *card.changes)}
    mine = (events.Answered, events.Charged, events.Consented)
    return tuple(
        place
        for place, event in enumerate(view.record[start:], start)
        if place not in told and (event.by != view.who or isinstance(event, mine))
    )


# ---- cards --------------------------------------------------------------------------------------------------------

_Changing = events.Adjusted | events.Charged | events.Prolonged | events.Stirred | events.Tempered
_SENT = (events.Happened, events.Broke, events.Sounded, events.Returned)


def cards(view: View, start: int) -> tuple[Card, ...]:
    """The cards that the record holds for a seat from a place on, each with what came of it."""
    if view.own is None:
        return ()
    found: list[Card] = []
    left: list[int] = []
    for place, event in enumerate(view.record[start:], start):
        if isinstance(event, _SENT) and not (isinstance(event, events.Returned) and event.final):
            found.append(Card(_kind(event), place))
        elif isinstance(event, _Changing):
            if found and _follows(view, found[-1], event):
                found[-1] = replace(found[-1], changes=(*found[-1].changes, place))
            elif not view.version:
                left.append(place)
    if left:
        found.insert(0, Card("past", None, tuple(left)))
    return tuple(found)


def _kind(event: Event) -> CardKind:
    match event:
        case events.Happened():
            return "past" if event.happening == EARLIER else "cutting"
        case events.Broke():
            return "silence"
        case events.Returned():
            return "parliament"
        case _:
            return "answer"


def _follows(view: View, card: Card, event: Event) -> bool:
    """Whether a change comes of this news; what an audience costs by the hour, and other moods, do not."""
    of = view.record[card.event] if card.event is not None else None
    if of is None or event.at != of.at:
        return False
    match event:
        case events.Stirred():
            return not isinstance(of, events.Happened) or event.reason == of.title
        case events.Charged():
            return isinstance(of, events.Happened) and event.audience is None
        case events.Adjusted() | events.Prolonged():
            return True
        case _:
            return isinstance(of, events.Happened)
