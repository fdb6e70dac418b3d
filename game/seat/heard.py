"""The record as one seat reads it: what is new since its own last move, and the cards that news is laid down on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Literal, TypeAlias, assert_never, get_args

from game.scenario import AudienceId
from game.seat.memo import grown, kept, same
from game.talks import EARLIER, Shift, View, events
from game.talks.events import Event
from game.talks.moves import shifted
from game.text import DelegationId, IssueId, OptionId, Positions

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


Offers = tuple[tuple[OptionId, DelegationId], ...]
"""Wordings, and who has offered each."""


@dataclass(slots=True)
class Memory:
    """What a seat remembers of its record. Places are places in the record, from 0. Nothing is changed in it once the
    last event is remembered."""

    stands: Positions
    """Where everybody stands."""
    base: Positions
    """Where everybody stood before one's own last move; for a watcher, before anybody's."""
    since: int = 0
    """Where that move begins: from there on all is new."""
    done: int = 0
    """Deeds before that place: events that others say they come of."""
    deeds: int = 0
    """Deeds so far."""
    changes: tuple[int, ...] = ()
    """Events that changed a number of this seat's."""
    said: Mapping[DelegationId, int] = field(default_factory=dict)
    """Everybody's last words."""
    sounded: Mapping[AudienceId, events.Sounded] = field(default_factory=dict)
    """What each ally answered last."""
    opened: Mapping[IssueId, int] = field(default_factory=dict)
    """How many steps beyond the first one's capital has opened."""
    held: tuple[DelegationId, ...] = ()
    """Who has held something up, once for each time."""
    offered: Mapping[int, tuple[Shift, ...]] = field(default_factory=dict)
    """What the packages were, by their numbers."""
    barred: Mapping[Shift, AudienceId] = field(default_factory=dict)
    """What no delegation may agree to any more, with who has barred it."""
    tabled: Mapping[IssueId, Offers] = field(default_factory=dict)
    """In each issue what delegations have offered on the record to stand for, each once, the openings included."""


_values = attrgetter(*(each.name for each in fields(Memory)))
_asked: tuple[View, Memory] | None = None
"""Who asked last: all that is on a desk asks the same."""


def memory(view: View) -> Memory:
    """What this seat remembers: what it remembered a few events ago, and these."""
    global _asked
    asked = _asked
    if asked is None or asked[0] is not view:
        _asked = asked = view, _memory(view)
    return asked[1]


def _memory(view: View) -> Memory:

    def more(before: Memory, start: int) -> Memory:
        known = Memory(*_values(before))
        for place in range(start, len(view.record)):
            _remember(view, known, place)
        if known.stands is not view.positions and known.stands == view.positions:
            known.stands = view.positions  # the same for all who know of it
        return known

    return grown(view.record, ("memory", view.who), lambda: _at_first(view), more)


def _at_first(view: View) -> Memory:
    """What is remembered before anything was heard."""
    openings: Positions = {each.id: each.opening for each in view.scenario.delegations}
    tabled = {
        issue.id: same(tuple((stand[issue.id], who) for who, stand in openings.items()))
        for issue in view.scenario.text.issues
    }
    return Memory(openings, openings, tabled=tabled)


def _remember(view: View, known: Memory, place: int) -> None:
    """Remember one more event."""
    event = view.record[place]
    made = event if isinstance(event, events.Made) else None
    if made and _begins_anew(view, made):
        known.base, known.since = known.stands, _beginning(view, place)
        known.done = known.deeds - len(events.deeds(view.record[known.since : place]))
    known.deeds += events.is_deed(event)
    if (made or event.remark) and (who := events.speaker(event)):
        if event.remark:
            known.said = {**known.said, who: place}
        elif who in known.said:
            known.said = {each: last for each, last in known.said.items() if each != who}
    if _changes(view, event):
        known.changes = (*known.changes, place)
    if type(event) in _PASSING or isinstance(event, _Passing):
        return
    match event:
        case events.Proposed():
            _table(known, event)
        case events.Accepted():
            if event.carried:
                known.stands = shifted(known.stands, known.offered[event.package])
        case events.Amended():
            if event.by is not None:
                known.stands = shifted(known.stands, [Shift(event.by, event.issue, event.new)])
        case events.Broke() | events.Returned():
            if event.by and event.issue and event.option and event.retreat:
                known.stands = shifted(known.stands, [Shift(event.by, event.issue, event.retreat)])
                known.barred = {**known.barred, Shift(event.by, event.issue, event.option): event.audience}
        case events.Sounded():
            known.sounded = {**known.sounded, event.audience: event}
        case events.HeldUp():
            if event.by is not None:
                known.held = (*known.held, event.by)
        case events.Answered():
            if event.by == view.who:
                known.opened = {**known.opened, **{i: known.opened.get(i, 0) + 1 for i in event.issues}}
        case events.Adjusted():
            if event.number == "mandate" and event.issue is not None:
                known.opened = {**known.opened, event.issue: event.after}
        case _:
            assert_never(event)


_Passing: TypeAlias = (
    events.Opened | events.Declined | events.Hinted | events.Withdrawn | events.Lapsed | events.Settled
    | events.Conferred | events.Cabled | events.Spoke | events.Charged | events.Happened | events.Tempered
    | events.Stirred | events.Responded | events.Announced | events.Circulated | events.Consented
    | events.Interpreted | events.Ratified | events.Prolonged | events.Initialled | events.Left | events.Adjourned
    | events.BrokenOff | events.Concluded | events.Recessed | events.Outside
)  # fmt: skip
"""Events of which nothing is remembered but that they were, whoever spoke with them, and a number that they changed."""
_PASSING: frozenset[type] = frozenset(get_args(_Passing))


def _begins_anew(view: View, event: events.Made) -> bool:
    """Whether all before a move is old from now on: one's own for a delegation, for a guest any, and for whoever speaks
    for an audience the last in which words were at stake."""
    if view.judging is not None:
        return isinstance(event, events.Proposed | events.Accepted | events.Declined | events.Amended)
    return view.own is None or event.by == view.who


def _table(known: Memory, event: events.Proposed) -> None:
    """Remember a package, and what it has offered on the record."""
    known.offered = {**known.offered, event.package: event.shifts}
    for each in () if event.off_record else event.shifts:
        offer = each.option, each.delegation
        if each.delegation == event.by and offer not in known.tabled[each.issue]:
            known.tabled = {**known.tabled, each.issue: same((*known.tabled[each.issue], offer))}


def _beginning(view: View, place: int) -> int:
    """Where a move begins: all that comes of it is heard at one hour, and every move takes some time."""
    record = view.record
    while place and record[place - 1].at == record[place].at and not isinstance(record[place - 1], events.Made):
        place -= 1
    return place


def _changes(view: View, event: Event) -> bool:
    """Whether an event changed a number that this seat can tell."""
    if type(event) in _CHANGES_NOTHING or isinstance(event, _ChangesNothing):
        return False
    match event:
        case events.Charged() | events.Answered():
            return event.by == view.who
        case events.Broke() | events.Returned():
            return event.by == view.who and event.retreat is not None
        case events.Adjusted():
            return event.number == "audience" or event.by == view.who
        case events.Tempered():
            return view.own is None or view.who in event.between
        case events.Prolonged() | events.Stirred():
            return True
        case _:
            assert_never(event)


_ChangesNothing: TypeAlias = (
    events.Opened | events.Proposed | events.Accepted | events.Declined | events.Hinted | events.Withdrawn
    | events.Lapsed | events.Amended | events.Settled | events.Conferred | events.Cabled | events.Spoke
    | events.Happened | events.HeldUp | events.Responded | events.Announced | events.Sounded | events.Circulated
    | events.Consented | events.Interpreted | events.Ratified | events.Initialled | events.Left | events.Adjourned
    | events.BrokenOff | events.Concluded | events.Recessed | events.Outside
)  # fmt: skip
_CHANGES_NOTHING: frozenset[type] = frozenset(get_args(_ChangesNothing))
"""Their types: most events are one of these."""


def moved_since(view: View, base: Positions) -> frozenset[IssueId]:
    """The issues in which somebody stands elsewhere than then."""
    stands = view.positions.items()
    return kept(
        "moved",
        lambda: frozenset(issue for who, each in stands for issue in each if base[who][issue] != each[issue]),
        view.positions,
        base,
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

Sent: TypeAlias = events.Happened | events.Broke | events.Sounded | events.Returned
"""What comes to a seat as a card."""


def cards(view: View, start: int) -> tuple[Card, ...]:
    """The cards that the record holds for a seat from a place on, each with what came of it."""
    if view.own is None:
        return ()
    found: list[Card] = []
    of_deed: dict[int, int] = {}
    left: list[int] = []
    known = memory(view)
    number = known.done if start == known.since else len(events.deeds(view.record[:start]))
    for place, event in enumerate(view.record[start:], start):
        if isinstance(event, Sent) and not (isinstance(event, events.Returned) and event.final):
            of_deed |= {number: len(found)} if events.is_deed(event) else {}
            found.append(Card(_kind(event), place))
        elif isinstance(event, events.Change):
            card = of_deed.get(event.because_of) if event.because_of is not None else None
            if card is not None:
                found[card] = Card(found[card].kind, found[card].event, (*found[card].changes, place))
            elif not view.version:
                left.append(place)
        number += events.is_deed(event)
    if left:
        found.insert(0, Card("past", None, tuple(left)))
    return tuple(found)


def _kind(event: Sent) -> CardKind:
    match event:
        case events.Happened():
            return "past" if event.happening == EARLIER else "cutting"
        case events.Broke():
            return "silence"
        case events.Returned():
            return "parliament"
        case events.Sounded():
            return "answer"
        case _:
            assert_never(event)


def told_on(record: Sequence[Event], card: Card) -> Sent | None:
    """What a card of this record tells; None for what earlier talks have left without a word. Raises `LookupError` for
    the card of another record."""
    event = record[card.event] if card.event is not None else None
    if event is None or isinstance(event, Sent):
        return event
    raise LookupError(f"event {card.event} is on no card")


def changed_by(record: Sequence[Event], card: Card) -> tuple[events.Change, ...]:
    """What came of it. Raises `LookupError` for the card of another record."""
    found = tuple(event for place in card.changes if isinstance(event := record[place], events.Change))
    if len(found) < len(card.changes):
        raise LookupError("what is on the card changes no number")
    return found
