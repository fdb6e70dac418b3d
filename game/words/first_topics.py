"""Why a topic of a debrief is read first, in a sentence."""

from __future__ import annotations

from typing import assert_never

from game.debrief.first_topics import Alike, Angry, Best, FirstTopic, Later, Left, Longest, Possible, Refused, Turned
from game.debrief.how_it_went import (
    Ahead,
    Below,
    Bought,
    Cornered,
    Even,
    Far,
    Impossible,
    Mark,
    Near,
    Poor,
    Sold,
    Soured,
    Uncounted,
)
from game.scenario import Scenario
from game.text import DelegationId
from game.words.language import count, phrase, say
from game.words.names import audience, title
from game.words.people import name


def why_first(scenario: Scenario, first: FirstTopic, me: DelegationId | None = None) -> str:
    """What happened for which this topic is among the first, told to somebody."""
    cause = first.cause
    match cause:
        case Refused():
            return say("{who:head} refused the text, and says why.", who=audience(scenario, cause.audience))
        case Angry():
            return say("{who:head} is against what was signed.", who=audience(scenario, cause.audience))
        case Left():
            line = phrase("Up to {n} points for {who} stayed on the table.")
            return say(line, n=cause.points, who=name(scenario, cause.who, me))
        case Turned():
            return _turned(scenario, cause, me)
        case Later():
            line = phrase("What came after took {n} from {who}.")
            if cause.points > 0:
                line = phrase("What came after brought {who} {n}.")
            return say(line, n=abs(cause.points), who=name(scenario, cause.who, me))
        case Alike():
            return say("{same} of {all} wordings are those of history.", same=cause.same, all=cause.every)
        case Best():
            return say("No other text betters this one for everybody.")
        case Longest():
            line = phrase("{issue:quoted} stood longest in brackets: {time:hours}.")
            return say(line, issue=title(scenario, cause.issue), time=cause.hours)
        case Possible():
            return count(
                "{n} text gives everybody the walk-away.",
                "{n:grouped} texts give everybody the walk-away.",
                cause.texts,
            )
        case _:
            return _marked(scenario, cause, me)


def _turned(scenario: Scenario, cause: Turned, me: DelegationId | None) -> str:
    points, number, who = round(abs(cause.points)), str(cause.number), name(scenario, cause.who, me)
    if cause.points < 0:
        return count(
            "Move {number} took {n} point from what {who} could expect.",
            "Move {number} took {n} points from what {who} could expect.",
            points,
            number=number,
            who=who,
        )
    return count(
        "Move {number} added {n} point to what {who} could expect.",
        "Move {number} added {n} points to what {who} could expect.",
        points,
        number=number,
        who=who,
    )


def _marked(scenario: Scenario, mark: Mark, me: DelegationId | None) -> str:
    """What marked the talks most, where a topic goes into it."""
    match mark:
        case Below():
            line = phrase("The words are worth {n} less to {who} than no text.")
            return say(line, n=mark.points, who=name(scenario, mark.who, me))
        case Soured():
            line = phrase("What came after took {n} from {who}, more than the words had brought.")
            return say(line, n=mark.points, who=name(scenario, mark.who, me))
        case Bought():
            line = phrase("{issue:quoted} was paid for with most of the rest.")
            return say(line, issue=title(scenario, mark.issue))
        case Sold():
            line = phrase("{issue:quoted} was given to keep most of the rest.")
            return say(line, issue=title(scenario, mark.issue))
        case Ahead():
            line = phrase("{who:head} came much nearer to its best than {than}.")
            if mark.who == me:
                line = phrase("You came much nearer to your best than {than}.")
            return say(line, who=name(scenario, mark.who, me), than=name(scenario, mark.than, me))
        case Poor():
            return say("Nobody came half the way to its best.")
        case Impossible():
            return say("No text gives everybody the walk-away.")
        case Cornered():
            return say("What was agreed left no text that gives everybody the walk-away.")
        case Near():
            return count(
                "Only {n} bracket kept the table from a text that gives everybody the walk-away.",
                "Only {n} brackets kept the table from a text that gives everybody the walk-away.",
                len(mark.brackets),
            )
        case Far():
            return count(
                "{n} text with what was agreed gives everybody the walk-away.",
                "{n:grouped} texts with what was agreed give everybody the walk-away.",
                mark.texts,
            )
        case Even():
            return say("All came about as near to their best.")
        case Uncounted():
            return say("There were too many texts to count.")
        case _:
            assert_never(mark)
