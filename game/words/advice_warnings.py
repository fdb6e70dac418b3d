"""What the player's adviser says before a move that gives something away for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from game.adviser import warnings
from game.scenario import Scenario
from game.talks import Answer
from game.words.advice_arguments import gives_and_gets
from game.words.language import count, phrase, quoted, say
from game.words.names import named_alone

_NO_TEXT_LEFT: Mapping[str, str] = {
    "word": phrase("With {word} no text that is left could reach your walk-away."),
    "taken": phrase("After it no text that is left could reach your walk-away."),
    "tabled": phrase("If they took it, no text that is left could reach your walk-away."),
}
_WORTH_LESS: Mapping[str, str] = {
    "words": phrase("Its words are worth {worth} to you, and your walk-away is {none}."),
    "later": phrase("With what comes later it is worth {worth} to you, and no text {none}."),
}
_CHEAPER: Mapping[Answer, str] = {
    "give": phrase("It would be cheaper to give the word: by about {n} points, all told."),
    "swap": phrase("It would be cheaper to swap it: by about {n} points, all told."),
    "sit": phrase("It would be cheaper to sit it out: by about {n} points, all told."),
}


def warning(scenario: Scenario, found: warnings.Warning) -> str:
    """A word before a move."""
    match found:
        case warnings.NoTextLeft():
            return say(_NO_TEXT_LEFT[found.after], word=named_alone(scenario, *found.word) if found.word else "")
        case warnings.ForNothing():
            return _for_nothing(scenario, found)
        case warnings.LeaveClosed():
            return _leave_closed(found)
        case warnings.AskedTwice():
            return _asked_twice(scenario, found)
        case warnings.AsksNothing():
            return say("It asks for nothing that you need: you give {n} on your sheet, and get nothing.", n=found.gives)
        case warnings.FallsShort():
            return _falls_short(found)
        case warnings.WillBeLeft():
            return say(
                "You will probably have to leave {word}: I see us end at {end}, and to go back on your word costs {n}.",
                word=named_alone(scenario, *found.word),
                end=named_alone(scenario, *found.end),
                n=found.points,
            )
        case warnings.WouldBreakSilence():
            return _would_break_silence(scenario, found)
        case warnings.SoundFirst():
            return count(
                "{allies:and|head} did not look ready to take this: I would sound it before the text goes round.",
                "{allies:and|head} did not look ready to take this: I would sound them before the text goes round.",
                len(found.audiences),
                allies=[scenario.audience(each).short for each in found.audiences],
            )
        case warnings.WorthLess():
            return say(_WORTH_LESS[found.by], worth=found.worth, none=found.walk_away)
        case warnings.CrossesRedLine():
            return say("{word:head} is a red line of yours.", word=named_alone(scenario, *found.word))
        case warnings.TextInReach():
            line = phrase("A text worth about {worth} to you may still be had; no text is worth {none}.")
            if found.clean:
                line = phrase("The text is clean, and worth {worth} to you; no text is worth {none}.")
            return say(line, worth=found.worth, none=found.walk_away)
        case warnings.CostsMore():
            return say(
                "I expect about {points:gain} points of it: hours and goodwill are likely to cost more than the word"
                " brings.",
                points=found.points,
            )
        case warnings.CheaperAnswer():
            return say(_CHEAPER[found.answer], n=found.points)
        case _:
            assert_never(found)


def _asked_twice(scenario: Scenario, found: warnings.AskedTwice) -> str:
    return say(
        "I would not ask for {words:and} a third time like this: offer more with it, ask for less, or wait until"
        " something happens.",
        words=[named_alone(scenario, *word) for word in found.words],
    )


def _leave_closed(found: warnings.LeaveClosed) -> str:
    line = phrase("I would leave it closed: to reopen it brings you {n} on your sheet, even if they agree.")
    if not found.points:
        line = phrase("I would leave it closed: to reopen it brings you nothing on your sheet, even if they agree.")
    return say(line, n=found.points)


def _would_break_silence(scenario: Scenario, found: warnings.WouldBreakSilence) -> str:
    ally = scenario.audience(found.audience).short
    if found.over is None:
        return say("{ally:head} has told you that it would break silence.", ally=ally)
    issue = quoted(scenario.text[found.over].title)
    return say("{ally:head} has told you that it would break silence over {issue}.", ally=ally, issue=issue)


def _for_nothing(scenario: Scenario, found: warnings.ForNothing) -> str:
    line = phrase("You would give {word} for nothing. I would ask {other} for it, in one package.")
    if found.ask is None:
        line = phrase("You would give {word} for nothing, and that is about {n} less than I would hope for there.")
    other = named_alone(scenario, *found.ask) if found.ask else ""
    return say(line, word=named_alone(scenario, *found.word), other=other, n=found.points)


def _falls_short(found: warnings.FallsShort) -> str:
    if found.gives <= found.gets:
        return say("You would end with about {n} less than I would hope for in these words.", n=found.points)
    template = phrase(
        "On your sheet you would {gives} and {gets}: about {n} less than I would hope for in these words."
    )
    if found.tabled:
        template = phrase(
            "If they took it, you would {gives} on your sheet and {gets}: about {n} less than I would hope for"
            " in these words."
        )
    return say(template, **gives_and_gets(found.gives, found.gets), n=found.points)
