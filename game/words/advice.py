"""What the player's adviser would do: “I would …, because …”."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from game.adviser import Opinion, advice
from game.scenario import Scenario
from game.talks import Announce, Answer
from game.text import IssueId
from game.words.goodwill import mood
from game.words.language import SEMICOLON, SENTENCES, count, gain, phrase, quoted, say, strung
from game.words.names import named_alone, wording

_TABLES: Mapping[str, tuple[str, ...]] = {
    "off-record": (
        phrase("I would try this off the record first"),
        phrase("I would let them see this, with no name on it"),
    ),
    "answer": (phrase("I would answer with a package of ours"), phrase("I would turn theirs round")),
    "whole": (phrase("I would close the text in one stroke"), phrase("I would put all that is left into one package")),
    "new": (phrase("I would table this"), phrase("I would put this to them"), phrase("I would offer them a bargain")),
}
_TAKES = (phrase("I would take it"), phrase("I would accept it as it stands"), phrase("I would say yes"))
_DECLINES = (phrase("I would decline it"), phrase("I would not take this one"), phrase("I would say no"))
_GIVES = (phrase("I would give them {word} in {issue}"), phrase("I would simply take {word} in {issue}"))
_ASKS = (
    phrase("I would ask {capital} about {issues:and} now"),
    phrase("I would send a cable to {capital} about {issues:and} now"),
)
_WAITS = (phrase("I would say a few words and wait"), phrase("I would let them speak"))
_FOR_PACKAGE: Mapping[str, str] = {
    "reaches-plan": phrase("it would give us a text worth about {plan} to you"),
    "step-to-plan": phrase("it is a step towards a text worth about {plan} to you"),
    "costs-nothing": phrase("it costs us nothing to ask"),
    "gets-much": phrase("it gives little and gets much"),
    "they-can-move": phrase("they have shown that they can move in {issue}"),
    "somebody-must": phrase("somebody has to move"),
}
_FOR_PACKAGE_LATER: Mapping[str, str] = {
    "reaches-plan": phrase("it would give us a text worth about {plan} to you, with what comes later"),
    "step-to-plan": phrase("it is a step towards a text worth about {plan} to you, with what comes later"),
}
_WHY_DECLINED: Mapping[str, str] = {
    "red-line": phrase("{word} is a red line"),
    "short": phrase("its words are worth about {n} less to us than what we can hope for in them"),
    "mandate": phrase("our mandate does not reach {word}"),
    "nothing-left": phrase("no text that we could sign is left after it"),
}
_WHY_TAKEN: Mapping[str, str] = {
    "closes": phrase("it closes the text, and to ask for more would cost more hours than it brings"),
    "hoped-for": phrase("in these words it gives us what we could hope for"),
    "harmless": phrase("it stands in the way of nothing that we still want"),
    "enough": phrase("what we would settle for stays within reach"),
}
_ENDS: Mapping[str, str] = {
    "too-late": phrase("I would go home, because there is no hour left in which a text could be initialled."),
    "leave": phrase(
        "I would go home, because it is worth {worth} to you, and no text {none}, and there is no time to mend it."
    ),
    "circulate": phrase(
        "I would circulate it now, because your allies must consent before you initial; it is worth {worth} to you, and"
        " no text {none}."
    ),
    "sign": phrase("I would initial it, because it is worth {worth} to you, and no text {none}."),
}
_OPINIONS: Mapping[str, str] = {
    "mine-too": phrase("I would table that as well."),
    "sound": phrase("I see nothing to warn you of in yours."),
    "rather-not": phrase("I would not table yours as it is."),
}
_ANSWERS: Mapping[Answer, str] = {
    "give": phrase("give them the word"),
    "swap": phrase("swap the word"),
    "sit": phrase("sit it out"),
}


def lead(scenario: Scenario, found: advice.Lead) -> str:
    """What it would do, with the reason that matters most."""
    match found:
        case advice.Tables():
            return _tables(scenario, found)
        case advice.Takes():
            return _takes(found)
        case advice.Declines():
            return _declines(scenario, found)
        case advice.TakesBack():
            return say(
                "I would take our package back, because by now it would lose us {n} on what we can hope for.",
                n=found.points,
            )
        case advice.Reopens():
            issue, word = _title(scenario, found.word[0]), wording(scenario, *found.word)
            line = phrase("I would reopen {issue} for {word}, because the text is worth {worth}, and no text {none}.")
            return say(line, issue=issue, word=word, worth=found.worth, none=found.walk_away)
        case advice.Gives():
            issue, word = _title(scenario, found.word[0]), wording(scenario, *found.word)
            how = say(_GIVES[found.manner], word=word, issue=issue)
            return _for_that(how, say("I see nothing more that they would give for it"))
        case advice.AsksCapital():
            return _asks(scenario, found)
        case advice.Ends():
            return say(_ENDS[found.way], worth=found.worth, none=found.walk_away)
        case advice.HoldsUp():
            return _holds_up(scenario, found)
        case advice.Responds():
            return _responds(found)
        case Announce():
            return say(
                "I would tell the newspapers that we stand for {word}, because we mean to keep it, and they will see"
                " it.",
                word=named_alone(scenario, found.issue, found.option),
            )
        case advice.SoundsAlly():
            return say(
                "I would ask {ally} first, because it looks {mood}, and we should know before the text goes round.",
                ally=scenario.audience(found.move.audience).short,
                mood=mood(found.mood),
            )
        case advice.Reads():
            return _reads(found)
        case advice.Waits():
            idle = say("there is nothing that I would move now")
            return _for_that(say(_WAITS[found.manner]), say("our package is with them") if found.package_out else idle)
        case _:
            assert_never(found)


def opinion(scenario: Scenario, found: Opinion) -> str:
    """What the adviser thinks of a package that a player has in mind, in a sentence or two."""
    own = say(_OPINIONS[found.verdict])
    if found.instead is None:
        return own
    rather = say("I had another in mind: {lead}", lead=lead(scenario, found.instead.lead))
    if not found.apart:
        return strung([own, rather], SENTENCES)
    one = phrase("If both were taken, that one gives you {n} point more on your sheet than yours.")
    many = phrase("If both were taken, that one gives you {n} points more on your sheet than yours.")
    if found.apart < 0:
        one = phrase("If both were taken, yours gives you {n} point more on your sheet.")
        many = phrase("If both were taken, yours gives you {n} points more on your sheet.")
    return strung([own, rather, count(one, many, abs(found.apart))], SENTENCES)


def _holds_up(scenario: Scenario, found: advice.HoldsUp) -> str:
    side = scenario.side_text(found.move.side_text)
    line = phrase("I would hold up {side}, because I expect about {points:gain} of it, hours and goodwill counted.")
    return say(line, side=side.title if side else "", points=found.points)


def _reads(found: advice.Reads) -> str:
    if not found.says:
        return say("I would say nothing at the close, because no reading of ours is worth the noise.")
    line = phrase("I would read it our way, because that brings {points} at home: “{says}”")
    return say(line, points=gain(found.gain, 0), says=found.says)


def _takes(found: advice.Takes) -> str:
    because = say(_WHY_TAKEN[found.because])
    if found.manner is None:
        return say("I would let them see that we could live with it, because {why}. A hint binds nobody.", why=because)
    return _for_that(say(_TAKES[found.manner]), because)


def _for_that(what: str, because: str) -> str:
    return say("{what}, because {because}.", what=what, because=because)


def _tables(scenario: Scenario, found: advice.Tables) -> str:
    because = _for_package(scenario, found.because) if found.because else say("a non-paper binds nobody")
    how = say(_TABLES[found.way][found.manner])
    parts = (
        (phrase("we give {words:and}"), found.give),
        (phrase("all meet at {words:and}"), found.meet),
        (phrase("they give {words:and}"), found.get),
    )
    told = [say(part, words=[named_alone(scenario, *word) for word in words]) for part, words in parts if words]
    return say("{what}, because {because}: {deal}.", what=how, because=because, deal=strung(told, SEMICOLON))


def _for_package(scenario: Scenario, found: advice.ForPackage) -> str:
    template = _FOR_PACKAGE[found.kind]
    if found.later:
        template = _FOR_PACKAGE_LATER.get(found.kind, template)
    return say(template, plan=found.plan, issue=_title(scenario, found.issue) if found.issue else "")


def _declines(scenario: Scenario, found: advice.Declines) -> str:
    word = named_alone(scenario, *found.word) if found.word else ""
    because = say(_WHY_DECLINED[found.because], word=word, n=found.points)
    how = say(_DECLINES[found.manner])
    if found.over is None:
        return _for_that(how, because)
    line = phrase("{what}, over {issue}, because {because}.")
    return say(line, what=how, issue=_title(scenario, found.over), because=because)


def _asks(scenario: Scenario, found: advice.AsksCapital) -> str:
    wanted = [wording(scenario, *word) for word in found.wanted]
    because = say("I should like to have {words:and} to offer", words=wanted)
    if not wanted:
        because = say("its answer will be wanted later")
    about = [_title(scenario, issue) for issue in found.about]
    what = say(_ASKS[found.manner], capital=scenario[found.who].capital, issues=about)
    line = phrase("{what}, because {because}, and the answer takes {hours:hours}.")
    return say(line, what=what, because=because, hours=scenario.clock.answer)


def _responds(found: advice.Responds) -> str:
    others = [
        say("to {answer} {points:gain}", answer=say(_ANSWERS[answer]), points=points)
        for answer, points in found.worth.items()
        if answer != found.move.how
    ]
    line = phrase("I would {answer}, because I make that {points:gain}, all told; {others:and}.")
    return say(line, answer=say(_ANSWERS[found.move.how]), points=found.worth[found.move.how], others=others)


def _title(scenario: Scenario, issue: IssueId) -> str:
    return quoted(scenario.text[issue].title)
