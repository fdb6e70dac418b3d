"""What else speaks for the package that the player's adviser has in mind."""

from __future__ import annotations

from typing import assert_never

from game.adviser.arguments import Argument, Balance, Offered, Pleases, Weighs, WordsWorth
from game.scenario import Scenario
from game.words.language import phrase, quoted, say
from game.words.names import named_alone

_REFUSED = {1: phrase("refused over it once"), 2: phrase("refused over it twice")}


def argument(scenario: Scenario, found: Argument) -> str:
    """What else speaks for a package."""
    match found:
        case Balance(gives, gets, taken):
            template = phrase("On your sheet, word by word, you {gives} and {gets}.")
            if not taken:
                template = phrase("On your sheet, word by word, you would {gives} and {gets}.")
            return say(template, **gives_and_gets(gives, gets))
        case WordsWorth():
            return _words_worth(found)
        case Weighs():
            return _weighs(scenario, found)
        case Offered():
            return say(
                "{whom:head} has offered to move in {issue}: it may need it less, or move as its mandate leads it.",
                issue=quoted(scenario.text[found.issue].title),
                whom=scenario[found.other].short,
            )
        case Pleases():
            word, whom = named_alone(scenario, found.issue, found.option), scenario.audience(found.audience).short
            return say("{word:head} would please {audience}.", word=word, audience=whom)
        case _:
            assert_never(found)


def gives_and_gets(gives: int, gets: int) -> dict[str, str]:
    """What a package costs and brings, by whose moves, so that no sign has to be read: you would ... and ..."""
    return {
        "gives": _either(gives, phrase("give {n}"), phrase("gain {n} by moving"), phrase("give nothing")),
        "gets": _either(gets, phrase("get {n}"), phrase("lose {n} by what they move"), phrase("get nothing")),
    }


def _either(points: int, over: str, under: str, none: str) -> str:
    return say(over if points > 0 else under if points else none, n=abs(points))


def _words_worth(found: WordsWorth) -> str:
    low, high, away = found.low, found.high, found.walk_away
    if low != high:
        template = phrase("The words would then be worth {low} to {high} to you; your walk-away is {away}.")
    elif low > away:
        template = phrase("The words would then be worth {low} to you, {n} above your walk-away.")
    elif low < away:
        template = phrase("The words would then be worth {low} to you, {n} below your walk-away.")
    else:
        template = phrase("The words would then be worth {low} to you, just at your walk-away.")
    return say(template, low=low, high=high, away=away, n=abs(low - away))


def _weighs(scenario: Scenario, found: Weighs) -> str:
    done = []
    if found.refused:
        often = _REFUSED[found.refused] if found.refused in _REFUSED else phrase("refused over it {n} times")
        done.append(say(often, n=found.refused))
    if found.hinted:
        done.append(say("named it off the record"))
    if found.told:
        done.append(say("told the newspapers of it"))
    template = phrase("{issue} is the hard word for {whom}, for it has {done:and}.")
    if found.given:
        template = phrase("{issue} seems to weigh with {whom}, for it has {done:and}: it is worth a price.")
    return say(template, issue=quoted(scenario.text[found.issue].title), whom=scenario[found.other].short, done=done)
