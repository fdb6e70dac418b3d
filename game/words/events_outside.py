"""The sentences about somebody who speaks for an audience, and about the chair."""

from __future__ import annotations

from typing import assert_never

from game.scenario import Scenario
from game.talks import outside
from game.words.language import phrase, say
from game.words.names import audience, seat


def tell_outside(scenario: Scenario, event: outside.Outside) -> str:
    """One event as a sentence."""
    match event:
        case outside.Inquired():
            ally = audience(scenario, event.audience)
            return say("{who:head} sounds {ally}, which has still to answer.", who=seat(scenario, event.by), ally=ally)
        case outside.Kept():
            return say("{ally:head} keeps silence.", ally=audience(scenario, event.audience))
        case outside.Called():
            return say("The vote of {ally} is called.", ally=audience(scenario, event.audience))
        case outside.Printed():
            return say("{reader:head} prints a headline.", reader=audience(scenario, event.audience))
        case outside.Admitted():
            return say("Somebody speaks for {ally} now.", ally=audience(scenario, event.audience))
        case outside.Excused():
            return say("Nobody speaks for {ally} any more.", ally=audience(scenario, event.audience))
        case _:
            return _of_the_chair(scenario, event)


def _of_the_chair(scenario: Scenario, event: outside.OfChair) -> str:
    match event:
        case outside.Passed():
            return say("The chair lets {time:hours} pass.", time=event.hours)
        case outside.Extended():
            more = event.after - event.before
            return say(
                "The chair moves the deadline by {time:hours}, to hour {hour:hour}.", time=more, hour=event.after
            )
        case outside.Wired(to=None):
            return say("The chair sends a cable to all.")
        case outside.Wired():
            return say("The chair sends a cable to {who}.", who=seat(scenario, event.to))
        case outside.Revoked() if event.of is not None:
            told = phrase("{who:head} takes back what was done since hour {hour:hour}: it stands struck in the record.")
            return say(told, who=seat(scenario, event.of), hour=event.at)
        case outside.Revoked():
            return say(
                "The chair takes back what was done since hour {hour:hour}: it stands struck in the record.",
                hour=event.at,
            )
        case outside.Closed():
            return say("The chair closes the talks.")
        case outside.Transcribed(whole=True):
            return say("The chair puts down the text that was signed on paper.")
        case outside.Transcribed():
            return say("The chair puts down what was agreed on paper: it is no whole text.")
        case _:
            assert_never(event)
