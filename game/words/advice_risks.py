"""What stands against a course that the player's adviser sees."""

from __future__ import annotations

from typing import assert_never

from game.adviser import risks
from game.adviser.arguments import Weighs
from game.scenario import Scenario
from game.words.advice_arguments import argument
from game.words.goodwill import mood
from game.words.language import count, phrase, say
from game.words.names import named_alone


def risk(scenario: Scenario, found: risks.Risk) -> str:
    """What may go wrong, or what it costs."""
    match found:
        case risks.RefusedBefore():
            return _refused(scenario, found)
        case risks.MayBeDear():
            return say(
                "As far as I can tell, {word} is what costs {whom} most in it.",
                word=named_alone(scenario, found.issue, found.option),
                whom=scenario[found.other].short,
            )
        case risks.Displeases():
            return say(
                "In place of {word} {audiences:and} would rather have {wished}.",
                audiences=[
                    say("{audience} (now {mood})", audience=scenario.audience(each).short, mood=mood(now))
                    for each, now in found.audiences
                ],
                wished=named_alone(scenario, found.issue, found.wished),
                word=named_alone(scenario, found.issue, found.option),
            )
        case risks.GivesUp(points, "hope"):
            one = phrase("It is {n} point less than what I still hope for in these words.")
            many = phrase("It is {n} points less than what I still hope for in these words.")
            return count(one, many, points)
        case risks.GivesUp(points):
            one = phrase("By your sheet {n} point that they offer goes with it.")
            many = phrase("By your sheet {n} points that they offer go with it.")
            return count(one, many, points)
        case risks.LastRound(hours):
            return say("After that the {hours:hours} that are left are hardly enough for another package.", hours=hours)
        case risks.HoursGo(hours, left):
            return say("It takes {hours:hours} of the {left:hours} that are left.", hours=hours, left=left)
        case risks.Forgoes():
            return _forgone(scenario, found)
        case risks.Chills():
            return _chills(found)
        case risks.Binds(points):
            one = phrase("To leave that word later would cost you {n} point at home.")
            many = phrase("To leave that word later would cost you {n} points at home.")
            return count(one, many, points)
        case risks.Wakes():
            return say("If it wakes somebody to whom they answer, the text may be opened again.")
        case risks.AlliesDoubt(audiences):
            allies = [scenario.audience(each).short for each in audiences]
            return say("Then it goes to your allies: {allies:and} did not look content so far.", allies=allies)
        case Weighs():
            return argument(scenario, found)
        case _:
            assert_never(found)


def _refused(scenario: Scenario, found: risks.RefusedBefore) -> str:
    whom, word = scenario[found.other].short, named_alone(scenario, found.issue, found.option)
    if found.never:
        return say("{whom:head} has refused {word} for ever.", whom=whom, word=word)
    if found.times == 1:
        return say("{whom:head} has refused {word} before.", whom=whom, word=word)
    return say("{whom:head} has refused {word} {n} times.", whom=whom, word=word, n=found.times)


def _forgone(scenario: Scenario, found: risks.Forgoes) -> str:
    one = phrase("It gives up {words:or} before they have heard it: {n} point.")
    many = phrase("It gives up {words:or} before they have heard it: {n} points.")
    return count(one, many, found.points, words=[named_alone(scenario, found.issue, each) for each in found.options])


def _chills(found: risks.Chills) -> str:
    if found.points == found.at_worst:
        return say("Goodwill with them falls by {n}.", n=found.points)
    if not found.points:
        return say("Goodwill with them falls by {n} if it wakes somebody.", n=found.at_worst)
    return say("Goodwill with them falls by {n}, or by {most} if they sit it out.", n=found.points, most=found.at_worst)
