"""Why a number is what it is: every change of a number of one's own so far, with its hour and its reason, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.scenario import Scenario, band
from game.seat import Desk, Here
from game.talks import events
from game.text import IssueId
from game.words.causes import because
from game.words.goodwill import band_name, mood
from game.words.language import say, signed, unstopped
from game.words.names import audience, day_at, short, steps_words, title, wording

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


def why(here: Here) -> tuple[Reason, ...]:
    """Every change of a number of this seat's, oldest first, and at the end what the hours have cost as it stands. A
    watcher without a seat has only the numbers that everybody can tell: goodwill, and the moods that show."""
    scenario, desk = here.scenario, here.desk
    told = ((event, change) for event in desk.record for change in _of(scenario, desk, event))
    changes = [Reason(sort, e.at, day_at(scenario, e.at), what, to, why) for e, (sort, what, to, why) in told]
    return (*changes, *_hours(scenario, desk))


def _hours(scenario: Scenario, desk: Desk) -> Iterator[Reason]:
    if desk.worth and desk.worth.hours:
        delay, spent = scenario.instructions[desk.who].delay, desk.now.hours
        reason = say(
            "{spent:hours} of talks so far, {points} for every full {each:hours}",
            spent=spent, points=delay.points, each=delay.hours,
        )  # fmt: skip
        yield Reason("hours", spent, day_at(scenario, spent), say("your points"), signed(desk.worth.hours), reason)


_Told = tuple[Sort, str, str, str]
"""Which number, what it is, what became of it, and why."""


def _of(scenario: Scenario, desk: Desk, event: events.Event) -> Iterator[_Told]:
    """What an event changed of this watcher's numbers."""
    match event:
        case events.Charged() if event.by == desk.who:
            yield (
                "charge",
                say("your points"),
                signed(event.points),
                unstopped(because(scenario, event.cause, event.by)),
            )
        case events.Adjusted():
            yield from _adjusted(scenario, desk, event)
        case events.Answered() if event.by == desk.who:
            reason = say("the answer of {capital} to your cable", capital=scenario[desk.who].capital)
            for issue in dict.fromkeys(issue for issue, _ in event.opened):
                names = [wording(scenario, i, option) for i, option in event.opened if i == issue]
                yield "mandate", _mandate(scenario, issue), say("wider by {names:and}", names=names), reason
        case events.Broke() | events.Returned() if (
            event.by == desk.who and event.issue and event.option and event.retreat
        ):
            barred, instead = (wording(scenario, event.issue, option) for option in (event.option, event.retreat))
            change = say("{barred} is barred, and you stand for {instead}", barred=barred, instead=instead)
            ally = audience(scenario, event.audience)
            if isinstance(event, events.Broke):
                reason = say("{ally} broke silence over it", ally=ally)
            else:
                reason = say("{ally} sent the text back over it", ally=ally)
            yield "mandate", _mandate(scenario, event.issue), change, reason
        case events.Tempered() if desk.worth is None or desk.who in event.between:
            yield _tempered(scenario, desk, event)
        case events.Prolonged():
            change = say("{time:hours} later", time=event.after - event.before)
            yield "deadline", say("the end of the talks"), change, unstopped(because(scenario, event.cause))
        case events.Stirred():
            what = say("the mood of {audience}", audience=audience(scenario, event.audience))
            change = say("{before} to {after}", before=mood(event.before), after=mood(event.after))
            yield "mood", what, change, unstopped(because(scenario, event.cause))


def _mandate(scenario: Scenario, issue: IssueId) -> str:
    return say("your mandate in {issue:quoted}", issue=title(scenario, issue))


def _adjusted(scenario: Scenario, desk: Desk, event: events.Adjusted) -> Iterator[_Told]:
    reason = unstopped(because(scenario, event.cause, event.by))
    by = event.after - event.before
    change = say("{before} to {after} ({change:signed})", before=event.before, after=event.after, change=by)
    if event.number == "audience" and event.audience:
        way = say("harder to please") if event.after > 0 else say("easier to please")
        yield "audience", audience(scenario, event.audience), way, reason
    elif event.by == desk.who and event.number == "walk-away":
        yield "walk-away", say("your walk-away"), change, reason
    elif event.by == desk.who and event.number == "points" and event.issue and event.option:
        name, issue = wording(scenario, event.issue, event.option), title(scenario, event.issue)
        yield "points", say("your points for {wording} in {issue:quoted}", wording=name, issue=issue), change, reason
    elif event.by == desk.who and event.number == "mandate" and event.issue:
        wider = say("{steps} wider", steps=steps_words(by))
        yield "mandate", _mandate(scenario, event.issue), wider, reason


def _tempered(scenario: Scenario, desk: Desk, event: events.Tempered) -> _Told:
    others = [short(scenario, who) for who in event.between if who != desk.who]
    if len(others) == 1:
        what = say("goodwill with {name}", name=others[0])
    else:
        what = say("goodwill between {names:and}", names=others)
    was, now, change = band(event.before), band(event.after), event.after - event.before
    if was != now:
        told = say("{was} to {now} ({change:signed})", was=band_name(was), now=band_name(now), change=change)
    else:
        told = say("still {now} ({change:signed})", now=band_name(now), change=change)
    return "goodwill", what, told, unstopped(because(scenario, event.cause))
