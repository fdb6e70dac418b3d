"""What a refusal has taught, in words: over which word, in which rounds, nearer or not, and what was not tried yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario import Scenario
from game.seat import Round, Taught, Than
from game.words.bargaining import numbered
from game.words.language import SEMICOLON, SENTENCES, listed, phrase, quoted, say, strung
from game.words.names import named_alone, short, title

_LAST = 3
"""Rounds that are told of; the earlier ones are only counted."""
_THAN: Mapping[Than, str] = {
    "nearer": phrase("That is called nearer than {before}."),
    "no-nearer": phrase("That is called no nearer than {before}."),
    "farther": phrase("That is called farther off than {before}."),
    "more": phrase("To give more than in {before} did not help."),
    "less": phrase("It was less than in {before}."),
    "same": phrase("Nothing was new beside {before}."),
}


def lesson(scenario: Scenario, told: Taught) -> str:
    """All that it taught, in a few sentences."""
    return strung(list(_parts(scenario, told)), SENTENCES)


def _parts(scenario: Scenario, told: Taught) -> Iterator[str]:
    who, words = short(scenario, told.by), [named_alone(scenario, *word) for word in told.words]
    if len(told.rounds) == 1:
        line = phrase("{who:head} does not say which of {words:and} it minds: ask for fewer of them at a time.")
        yield say(line, who=who, words=words)
    else:
        earlier = len(told.rounds) - _LAST
        rounds = [_round(scenario, each) for each in told.rounds[-_LAST:]]
        line = phrase("{who:head} has refused, for {words:and}: {rounds}.")
        if earlier > 0:
            line = phrase("{who:head} has refused, for {words:and}, after {earlier} before: {rounds}.")
        yield say(line, words=words, rounds=strung(rounds, SEMICOLON), who=who, earlier=str(earlier))
    if told.than:
        yield say(_THAN[told.than], before=_package(told.rounds[-2]))
    if told.closed:
        yield say("No price is said to buy it.")
    if ways := list(_untried(scenario, told)):
        yield say("Not tried yet: {ways}.", ways=strung(ways, SEMICOLON))


def _round(scenario: Scenario, each: Round) -> str:
    """What was offered in one of them, and in which."""
    gave = listed([named_alone(scenario, *word) for word in each.gave]) or say("nothing")
    return say("{gave} in {package}", gave=gave, package=_package(each))


def _package(each: Round) -> str:
    named = numbered(each.package)
    return named if each.package.off_record else say("package {n}", n=named)


def _untried(scenario: Scenario, told: Taught) -> Iterator[str]:
    if told.milder:
        yield say("the milder {word}", word=named_alone(scenario, told.words[0][0], told.milder))
    if told.gifts:
        titles = [quoted(title(scenario, issue)) for issue in told.gifts]
        yield say("to give way in {titles:or}", titles=titles)
    if told.aside:
        yield say("a non-paper")
