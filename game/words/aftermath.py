"""What came after the talks in words: each test with the words that decided, and what really happened."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario import Scenario, band
from game.seat import Ended
from game.talks import Consequence
from game.text import DelegationId
from game.words.goodwill import band_name
from game.words.language import SEMICOLON, phrase, say, strung
from game.words.people import name


def goodwill_at_the_end(scenario: Scenario, ended: Ended) -> str:
    """How any two delegations stood with each other."""
    told = [
        say("{who:and}, {how}", who=[scenario[who].short for who in each.between], how=band_name(band(each.points)))
        for each in ended.goodwill
    ]
    return say("Goodwill at the end: {each}.", each=strung(told, SEMICOLON))


def consequence(scenario: Scenario, ended: Ended, came: Consequence, me: DelegationId) -> Iterator[str]:
    """A test of the aftermath: its question, what decided, what came of it, the points, and what really happened."""
    yield say("{day:day}. {title:stop} {question}", day=came.day, title=came.title, question=came.question)
    if came.decides and came.quoted:
        yield say("The words that decided: {words:quoted}", words=came.quoted)
    elif came.decides:
        line = phrase("Silence decided: the text says nothing on {issue:quoted}.")
        yield say(line, issue=scenario.text[came.decides].title)
    elif ended.signed is not None:
        yield say("No word decided, but the goodwill that was left.")
    yield say("{because:stop}", because=came.because)
    points = [
        say("{points:signed} for {who}", points=came.points.get(each.who, 0), who=name(scenario, each.who, me))
        for each in ended.accounts
    ]
    if any(came.points.values()):
        yield say("{each:and|head}.", each=points)
    else:
        yield say("It changed nobody’s points.")
    test = next((test for test in scenario.aftermath if test.id == came.test), None)
    if test is not None:
        source = _source(scenario, test.source.label, test.source.cite)
        yield say("What really happened: {story} {source}", story=test.story, source=source)


def _source(scenario: Scenario, label: str, cite: tuple[str, ...]) -> str:
    cited = strung([scenario.sources[each].title for each in cite if each in scenario.sources], SEMICOLON)
    return say("{label} ({cited}).", label=label, cited=cited) if cited else say("{label}.", label=label)
