"""Why a number is what it is: every change of a number of one's own so far, with its hour and its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.scenario import band
from game.talks.events import Adjusted, Answered, Broke, Charged, Event, Prolonged, Returned, Stirred, Tempered
from game.talks.ledger import day_at
from game.talks.verdict import hours_words
from game.talks.view import View
from game.talks.wordings import listed, signed_points, steps_words, title, wording

Sort = Literal["charge", "walk-away", "points", "mandate", "goodwill", "mood", "audience", "hours", "deadline"]
"""Which number it is."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One change of a number, and why."""

    sort: Sort
    hour: float
    day: str
    """The day of the talks: 10 June."""
    what: str
    """The number, in the middle of a sentence: your walk-away."""
    change: str
    """What became of it: 47 to 44 (−3)."""
    reason: str
    """Why, without a full stop."""


def why(view: View) -> tuple[Reason, ...]:
    """Every change of a number of this seat's, oldest first, and at the end what the hours have cost as it stands. A
    watcher without a seat has only the numbers that everybody can tell: goodwill, and the moods that show."""
    changes = [reason for event in view.record for reason in _of(view, event)]
    return (*changes, *_hours(view))


def _hours(view: View) -> Iterator[Reason]:
    if view.own and view.own.delay:
        delay = view.own.instructions.delay
        each = f"{delay.points} for every full {hours_words(delay.hours)}"
        reason = f"{hours_words(view.hours)} of talks so far, {each}"
        yield Reason(
            "hours",
            view.hours,
            day_at(view.scenario, view.hours),
            "your points",
            signed_points(-view.own.delay),
            reason,
        )


def _of(view: View, event: Event) -> Iterator[Reason]:
    """What an event changed of this watcher's numbers."""
    scenario, day = view.scenario, day_at(view.scenario, event.at)
    match event:
        case Charged() if event.by == view.who:
            yield Reason("charge", event.at, day, "your points", signed_points(event.points), _clause(event.reason))
        case Adjusted():
            yield from _adjusted(view, event, day)
        case Answered() if event.by == view.who:
            for issue in dict.fromkeys(issue for issue, _ in event.opened):
                names = listed([wording(scenario, i, option) for i, option in event.opened if i == issue])
                what = f"your mandate in “{title(scenario, issue)}”"
                why_ = f"the answer of {scenario[view.who].capital} to your cable"
                yield Reason("mandate", event.at, day, what, f"wider by {names}", why_)
        case Broke() | Returned() if event.by == view.who and event.issue and event.option and event.retreat:
            barred, instead = (wording(scenario, event.issue, option) for option in (event.option, event.retreat))
            ally, what = scenario.audience(event.audience).short, f"your mandate in “{title(scenario, event.issue)}”"
            why_ = f"{ally} {'broke silence' if isinstance(event, Broke) else 'sent the text back'} over it"
            yield Reason("mandate", event.at, day, what, f"{barred} is barred, and you stand for {instead}", why_)
        case Tempered() if view.own is None or view.who in event.between:
            yield _tempered(view, event, day)
        case Prolonged():
            what, change = "the end of the talks", f"{hours_words(event.after - event.before)} later"
            yield Reason("deadline", event.at, day, what, change, _clause(event.reason))
        case Stirred():
            what = f"the mood of {scenario.audience(event.audience).short}"
            change = f"{event.before} to {event.after}"
            yield Reason("mood", event.at, day, what, change, _clause(event.reason))


def _clause(reason: str) -> str:
    return reason.rstrip(".")


def _adjusted(view: View, event: Adjusted, day: str) -> Iterator[Reason]:
    scenario, reason = view.scenario, _clause(event.reason)
    change = f"{_number(event.before)} to {_number(event.after)} ({signed_points(event.after - event.before)})"
    if event.number == "audience" and event.audience:
        change = f"{'harder' if event.after > 0 else 'easier'} to please"
        yield Reason("audience", event.at, day, scenario.audience(event.audience).short, change, reason)
    elif event.by == view.who and event.number == "walk-away":
        yield Reason("walk-away", event.at, day, "your walk-away", change, reason)
    elif event.by == view.who and event.number == "points" and event.issue and event.option:
        what = f"your points for {wording(scenario, event.issue, event.option)} in “{title(scenario, event.issue)}”"
        yield Reason("points", event.at, day, what, change, reason)
    elif event.by == view.who and event.number == "mandate" and event.issue:
        what = f"your mandate in “{title(scenario, event.issue)}”"
        yield Reason("mandate", event.at, day, what, f"{steps_words(event.after - event.before)} wider", reason)


def _number(points: int) -> str:
    return f"−{-points}" if points < 0 else str(points)


def _tempered(view: View, event: Tempered, day: str) -> Reason:
    others = [view.scenario[who].short for who in event.between if who != view.who]
    what = f"goodwill {'with' if len(others) == 1 else 'between'} {listed(others)}"
    was, now = band(event.before), band(event.after)
    change = f"{f'{was} to {now}' if was != now else f'still {now}'} ({signed_points(event.after - event.before)})"
    return Reason("goodwill", event.at, day, what, change, _clause(event.reason))
