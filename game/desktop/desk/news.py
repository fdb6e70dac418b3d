"""What a player reads on a card: news of the outside world, an ally's answer, a text sent back. Made from events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from game.scenario import Scenario, band
from game.talks import EARLIER, View, events, hours_words, listed, opening_capital, signed_points, steps_words, wording
from game.text import DelegationId
from game.words.causes import because, headline

Kind = Literal["cutting", "silence", "parliament", "answer", "past"]
"""A newspaper cutting, silence broken, a text sent back, what an ally answers, and what earlier talks have left."""


@dataclass(frozen=True, slots=True)
class Change:
    """One number that changed, for the one who reads it: by how much, which number, and why."""

    by: str
    """With its sign; empty where it is not told in points."""
    what: str
    because: str


@dataclass(frozen=True, slots=True)
class Card:
    """One piece of news."""

    kind: Kind
    at: float
    title: str
    story: str
    label: str = ""
    """FACT or MODEL, of a cutting."""
    cite: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


Changing = events.Change
_SENT = (events.Happened, events.Broke, events.Sounded, events.Returned)


def cards_of(view: View, happened: Iterable[events.Event]) -> tuple[tuple[Card, ...], tuple[events.Event, ...]]:
    """The cards that these events make for a seat, and the events that are on none of them."""
    cards: list[Card] = []
    rest: list[events.Event] = []
    changes: list[Change] = []
    open_: Card | None = None
    number: int | None = None

    def lay_down() -> None:
        if open_ is not None:
            cards.append(_with(open_, changes))
            changes.clear()

    for event in happened:
        if isinstance(event, _SENT) and _told(view, event):
            lay_down()
            open_, number = _card(view, event), _number(view, event)
        elif isinstance(event, Changing) and number is not None and event.because_of == number:
            changes += _change(view, event)
        else:
            rest.append(event)
    lay_down()
    return tuple(cards), tuple(rest)


def opening_cards(view: View) -> tuple[Card, ...]:
    """What lies on the table before the first move: what earlier talks have left, then what has happened already."""
    cards, rest = cards_of(view, view.record)
    left = [change for event in rest if isinstance(event, Changing) for change in _change(view, event)]
    if view.own is None or not left:
        return cards
    story = "These talks follow others, and begin as those ended."
    return (_with(Card("past", 0.0, "How you parted", story), left), *cards)


def _told(view: View, event: events.Event) -> bool:
    """A refusal for good is the end of the talks, and told there."""
    return view.own is not None and not (isinstance(event, events.Returned) and event.final)


def _number(view: View, event: events.Event) -> int | None:
    """Which deed of the record an event is; None if it is none, and nothing comes of it."""
    return next((n for n, deed in enumerate(events.deeds(view.record)) if deed is event), None)


def _with(card: Card, changes: list[Change]) -> Card:
    """The card with its changes; those that differ in nothing but their number are told once."""
    return replace(card, changes=tuple(dict.fromkeys(changes)))


def _card(view: View, event: events.Event) -> Card:
    scenario = view.scenario
    match event:
        case events.Happened() if event.happening == EARLIER:
            return Card("past", event.at, headline(event.happening, event.title), event.story)
        case events.Happened():
            return Card("cutting", event.at, event.title, event.story, event.label, event.cite)
        case events.Broke():
            name = opening_capital(scenario.audience(event.audience).short)
            return Card("silence", event.at, f"{name} breaks silence", _barred(scenario, event))
        case events.Returned():
            name = opening_capital(scenario.audience(event.audience).short)
            last = "There is one last swap: a second refusal is the end of the talks."
            return Card("parliament", event.at, f"{name} sends the text back", f"{_barred(scenario, event)} {last}")
        case events.Sounded():
            return _answer(view, event)
        case _:
            raise TypeError(f"no card for {type(event).__name__}")


def _barred(scenario: Scenario, event: events.Broke | events.Returned) -> str:
    """Which word is barred, and where its delegation stands now."""
    if event.issue is None or event.option is None or event.retreat is None:
        return "No single clause would mend it. Move what it minds, and circulate the text again."
    whose = scenario[event.by].short if event.by else "its delegation"
    title = scenario.text[event.issue].title
    word, instead = wording(scenario, event.issue, event.option), wording(scenario, event.issue, event.retreat)
    return f"It names {word} in “{title}”. That wording is barred for {whose} now, which stands for {instead} instead."


_ANSWERS = {
    "yes": ("would consent", "If the text stayed as you stand for it, it would keep silent, and so consent."),
    "uneasy": ("is uneasy", "It would break silence, though narrowly: one word might be enough."),
    "no": ("would break silence", "It is clearly against the text as you stand for it."),
}


def _answer(view: View, event: events.Sounded) -> Card:
    name = opening_capital(view.scenario.audience(event.audience).short)
    verb, story = _ANSWERS[event.answer]
    if event.issue:
        minded = view.scenario.text[event.issue].title
        stands = wording(view.scenario, event.issue, view.positions[view.who][event.issue])
        story += f" What it minds most is {stands} in “{minded}”."
    return Card("answer", event.at, f"{name} {verb}", story)


def _change(view: View, event: Changing) -> list[Change]:
    """A change as it concerns the reader; goodwill between two others is theirs alone."""
    match event:
        case events.Adjusted():
            return [_adjusted(view, event)]
        case events.Charged():
            return [
                Change(
                    signed_points(event.points),
                    "points, at once and for good",
                    _because(view, event),
                )
            ]
        case events.Tempered():
            return [_tempered(view, event)]
        case events.Prolonged():
            more = hours_words(event.after - event.before)
            return [Change("", f"the talks end {more} later", _because(view, event))]
        case events.Stirred():
            audience = view.scenario.audience(event.audience)
            return [Change("", f"{opening_capital(audience.short)} is {event.after} now", "")]


def _because(view: View, event: Changing) -> str:
    return because(view.scenario, event.cause, event.by)


def _adjusted(view: View, event: events.Adjusted) -> Change:
    by, text = signed_points(event.after - event.before), view.scenario.text
    match event.number:
        case "walk-away":
            return Change(
                by,
                f"your walk-away is {_points(event.after)}, no longer {_points(event.before)}",
                _because(view, event),
            )
        case "points" if event.issue and event.option:
            where = f"{wording(view.scenario, event.issue, event.option)} in “{text[event.issue].title}”"
            worth = f"worth {_points(event.after)} to you, no longer {_points(event.before)}"
            return Change(by, f"{where} is {worth}", _because(view, event))
        case "mandate" if event.issue:
            steps = steps_words(event.after - event.before)
            return Change(
                "",
                f"your mandate in “{text[event.issue].title}” is {steps} wider",
                _because(view, event),
            )
        case _:
            name = view.scenario.audience(event.audience).short if event.audience else "an audience"
            degree = "harder" if event.after > 0 else "easier"
            return Change("", f"{opening_capital(name)} is {degree} to please", _because(view, event))


def _tempered(view: View, event: events.Tempered) -> Change:
    others = [_short(view, who) for who in event.between if who != view.who]
    was, now = band(event.before), band(event.after)
    bands = f"still {now}" if was == now else f"{now}, no longer {was}"
    between = f"with {others[0]}" if len(others) == 1 else f"between {listed(others)}"
    return Change(
        signed_points(event.after - event.before),
        f"goodwill {between}: {bands}",
        _because(view, event),
    )


def _short(view: View, who: DelegationId) -> str:
    return view.scenario[who].short


def _points(points: int) -> str:
    return f"−{-points}" if points < 0 else str(points)
