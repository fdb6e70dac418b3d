"""News in words: what stands on a card, and what it changed for whoever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from game.scenario import Scenario, band
from game.seat import Card, Desk
from game.seat.heard import changed_by, told_on
from game.talks import EARLIER, events
from game.talks.events import AllyAnswer
from game.text import DelegationId
from game.words.causes import because, headline
from game.words.goodwill import band_name, mood
from game.words.language import phrase, say, signed
from game.words.names import steps_words


@dataclass(frozen=True, slots=True)
class Story:
    """What stands on a card."""

    title: str
    words: str
    label: str = ""
    """FACT or MODEL, of a cutting."""
    cite: tuple[str, ...] = ()
    """The sources that it names, by their ids."""


@dataclass(frozen=True, slots=True)
class Change:
    """One number that changed, for the one who reads it."""

    by: str
    """By how much, with its sign; empty where it is not told in points."""
    what: str
    because: str
    """Why; empty where the card says it."""


def story(scenario: Scenario, desk: Desk, card: Card) -> Story:
    """A card in words."""
    event = told_on(desk.record, card)
    match event:
        case None:
            return Story(say("How you parted"), say("These talks follow others, and begin as those ended."))
        case events.Happened() if event.happening == EARLIER:
            return Story(headline(event.happening, event.title), event.story)
        case events.Happened():
            return Story(event.title, event.story, event.label, event.cite)
        case events.Broke():
            title = say("{who:head} breaks silence", who=scenario.audience(event.audience).short)
            return Story(title, _barred(scenario, event))
        case events.Returned():
            title = say("{who:head} sends the text back", who=scenario.audience(event.audience).short)
            last = phrase("{barred} There is one last swap: a second refusal is the end of the talks.")
            return Story(title, say(last, barred=_barred(scenario, event)))
        case events.Sounded():
            return _answer(scenario, desk, event)
        case _:
            assert_never(event)


def _barred(scenario: Scenario, event: events.Broke | events.Returned) -> str:
    """Which word is barred, and where its delegation stands now."""
    if event.issue is None or event.option is None or event.retreat is None:
        return say("No single clause would mend it. Move what it minds, and circulate the text again.")
    issue = scenario.text[event.issue]
    line = phrase(
        "It names {word:quoted} in {issue:quoted}. That wording is barred for {who} now, which stands for"
        " {instead:quoted} instead."
    )
    who = scenario[event.by].short if event.by else say("its delegation")
    return say(line, word=issue[event.option].name, issue=issue.title, who=who, instead=issue[event.retreat].name)


_ANSWERS: Mapping[AllyAnswer, tuple[str, str]] = {
    "yes": (
        phrase("{who:head} would consent"),
        phrase("If the text stayed as you stand for it, it would keep silent, and so consent."),
    ),
    "uneasy": (
        phrase("{who:head} is uneasy"),
        phrase("It would break silence, though narrowly: one word might be enough."),
    ),
    "no": (phrase("{who:head} would break silence"), phrase("It is clearly against the text as you stand for it.")),
}


def _answer(scenario: Scenario, desk: Desk, event: events.Sounded) -> Story:
    title, words = _ANSWERS[event.answer]
    told = say(words)
    if event.issue:
        row = next(row for row in desk.issues if row.issue == event.issue)
        stands = next(each.option for each in row.wordings if desk.who in each.stands)
        issue = scenario.text[event.issue]
        line = phrase("{answer} What it minds most is {word:quoted} in {issue:quoted}.")
        told = say(line, answer=told, word=issue[stands].name, issue=issue.title)
    return Story(say(title, who=scenario.audience(event.audience).short), told)


# ---- what it changed --------------------------------------------------------------------------------------------


def changes(scenario: Scenario, desk: Desk, card: Card) -> tuple[Change, ...]:
    """What came of the news for the reader; changes that differ in nothing but their number are told once."""
    found = (_change(scenario, desk.who, each) for each in changed_by(desk.record, card))
    return tuple(dict.fromkeys(found))


def _change(scenario: Scenario, me: DelegationId, event: events.Change) -> Change:
    why = because(scenario, event.cause, event.by)
    match event:
        case events.Adjusted():
            return _adjusted(scenario, event, why)
        case events.Charged():
            return Change(signed(event.points), say("points, at once and for good"), why)
        case events.Tempered():
            return _tempered(scenario, me, event, why)
        case events.Prolonged():
            return Change("", say("the talks end {hours:hours} later", hours=event.after - event.before), why)
        case events.Stirred():
            who = scenario.audience(event.audience).short
            return Change("", say("{who:head} is {mood} now", who=who, mood=mood(event.after)), "")
        case _:
            assert_never(event)


def _adjusted(scenario: Scenario, event: events.Adjusted, why: str) -> Change:
    by = signed(event.after - event.before)
    told = {"now": event.after, "was": event.before}
    match event.number:
        case "walk-away":
            return Change(by, say("your walk-away is {now}, no longer {was}", **told), why)
        case "points" if event.issue and event.option:
            issue = scenario.text[event.issue]
            where = {"word": issue[event.option].name, "issue": issue.title}
            line = phrase("{word:quoted} in {issue:quoted} is worth {now} to you, no longer {was}")
            return Change(by, say(line, **where, **told), why)
        case "mandate" if event.issue:
            line = phrase("your mandate in {issue:quoted} is {steps} wider")
            steps = steps_words(event.after - event.before)
            return Change("", say(line, issue=scenario.text[event.issue].title, steps=steps), why)
        case _:
            who = scenario.audience(event.audience).short if event.audience else say("an audience")
            harder, easier = phrase("{who:head} is harder to please"), phrase("{who:head} is easier to please")
            return Change("", say(harder if event.after > 0 else easier, who=who), why)


def _tempered(scenario: Scenario, me: DelegationId, event: events.Tempered, why: str) -> Change:
    others = [scenario[who].short for who in event.between if who != me]
    was, now = band(event.before), band(event.after)
    one = phrase("with {who}")
    between = say(one, who=others[0]) if len(others) == 1 else say("between {who:and}", who=others)
    line = phrase("goodwill {between}: still {now}")
    if was != now:
        line = phrase("goodwill {between}: {now}, no longer {was}")
    words = say(line, between=between, was=band_name(was), now=band_name(now))
    return Change(signed(event.after - event.before), words, why)
