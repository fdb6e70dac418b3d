"""How what one held up was answered, in words: who gave way and in what, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario import Scenario
from game.seat import HoldUpEnd
from game.talks import Answer
from game.words.language import SENTENCES, count, phrase, quoted, say, stopped, strung
from game.words.names import short

_HEADINGS: Mapping[Answer, str] = {
    "give": phrase("{who:head} gives the word"),
    "swap": phrase("{who:head} gives another word for it"),
    "sit": phrase("{who:head} sits it out"),
}


def ended(scenario: Scenario, end: HoldUpEnd) -> str:
    """Who has answered, and what."""
    return say(_HEADINGS[end.how], who=short(scenario, end.by))


def reads(scenario: Scenario, end: HoldUpEnd) -> str:
    """What was held up, and how it reads now."""
    side = scenario.side_text(end.side_text)
    if side is None:
        return ""
    if end.how == "sit":
        return say("{side:head} stays as it is.", side=side.title)
    return say("{side:head}: {words}.", side=side.title, words=side.give if end.how == "give" else side.swap)


def brought(scenario: Scenario, end: HoldUpEnd) -> str:
    """What it brought and cost."""
    return strung(list(_brought(scenario, end)), SENTENCES)


def _brought(scenario: Scenario, end: HoldUpEnd) -> Iterator[str]:
    if end.how != "sit":
        yield count("{points:signed} point for you.", "{points:signed} points for you.", end.points, points=end.points)
    if end.hours:
        yield say("It has taken {time:hours}.", time=end.hours)
    if end.goodwill:
        yield say("Goodwill with {who} {points:signed}.", who=short(scenario, end.by), points=end.goodwill)


def aloud(scenario: Scenario, end: HoldUpEnd, remark: str) -> str:
    """All of it, to be read out."""
    parts = [stopped(ended(scenario, end)), stopped(quoted(remark)) if remark else ""]
    told = [*parts, reads(scenario, end), brought(scenario, end)]
    return strung([each for each in told if each], SENTENCES)
