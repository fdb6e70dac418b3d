"""What whoever speaks for an audience reads of its seat: who that is, what it may do, what it wants and plays for."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import Power, Scenario
from game.seat import Desk, JudgingDesk
from game.words.language import count, phrase, say
from game.words.names import audience, short

POWERS: Mapping[Power, str] = {
    "consent": phrase(
        "{of:head} may sign nothing before you have consented. When it circulates the clean text silence runs for you:"
        " who says nothing until it has run out has consented, and who breaks silence names the clause, whose wording"
        " is barred from then on. It may ask you before; you may answer as you like, and nobody else hears it."
    ),
    "ratify": phrase(
        "When the text is initialled your vote is called, if it is a paper on which you have a vote. Who votes no names"
        " the clause that it will not have, and the text comes back once. A second no is the end of the talks."
    ),
    "press": phrase(
        "While you are against what {of} stands for it costs it points, whatever you print. In each stretch of the"
        " talks you may print one headline, which all at the table hear, and which moves no number."
    ),
}
"""What somebody may do who speaks for an audience; {of} is the delegation that it watches."""


def watching(scenario: Scenario, seat: JudgingDesk) -> str:
    """For whom it speaks, and what it watches."""
    line = phrase("You speak for {name}, and judge from outside what {of} stands for.")
    return say(line, name=audience(scenario, seat.audience), of=short(scenario, seat.of))


def power(scenario: Scenario, seat: JudgingDesk) -> str:
    """What it may do."""
    return say(POWERS[seat.power], of=short(scenario, seat.of))


def plays_for(seat: JudgingDesk) -> str:
    """From how many points on it is content, and what its score will be."""
    return content_from(seat.needs)


def content_from(points: int) -> str:
    """The same, of whoever needs so many points."""
    return count(
        "You are content with {n} point or more. Your score is what the signed text is worth to you beside that;"
        " without a text it is 0.",
        "You are content with {n} points or more. Your score is what the signed text is worth to you beside that;"
        " without a text it is 0.",
        points,
    )


def waiting(scenario: Scenario, desk: Desk) -> str:
    """For whom the talks wait who is not at the table; empty where they wait for nobody outside."""
    if desk.vote is not None:
        return say("The vote of {name} is called, and the talks wait for it.", name=audience(scenario, desk.vote))
    if desk.silence is None:
        return ""
    allies = [audience(scenario, each) for each in sorted(desk.silence.asked)]
    if desk.silence.frozen:
        return say("Silence runs once more, for the closing statements that {allies:and} heard.", allies=allies)
    return say("Silence runs for {allies:and}: nobody at the table moves before it has run out.", allies=allies)
