"""Why the computer moved, and what it nearly did: sentences for the debrief, when the talks are over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from game.delegations import reasons
from game.scenario import Scenario, SideTextId
from game.speech.topic import titled
from game.talks import Answer
from game.text import IssueId, OptionId
from game.words.language import count, gain, phrase, say, strung

_PLAIN: Mapping[reasons.Plain, str] = {
    "listens": phrase("Nothing better to do than to listen."),
    "red-line": phrase("A red line."),
    "waits-for-refusal": phrase("The capital moves on this only after a refusal."),
    "good-beyond-mandate": phrase("The package is good and beyond the mandate."),
    "hours-over-demand": phrase("To have the demand refused takes hours that are worth more than its price."),
    "plan-beyond-mandate": phrase("The plan goes beyond the mandate."),
    "could-live-with-it": phrase("It could live with this."),
    "with-their-capital": phrase("Its package is with the other capital."),
    "liked-off-record": phrase("Off the record they could live with it."),
    "off-record-first": phrase("It would rather hear off the record first."),
    "nothing-to-ask": phrase("Nothing is left to ask for it."),
    "sounds-first": phrase("It would rather know before it circulates."),
    "allies-first": phrase("Its allies have still to consent."),
    "in-return": phrase("Their own side would not have the text, so the word that mends it has a price."),
    "named-at-home": phrase("This is the word that its own side asked for."),
    "no-reading": phrase("Nothing that it could read into the text is worth the noise."),
}
_TEXT_WORTH: Mapping[str, str] = {
    "sign": phrase("The text is worth {worth} to it, no text {none}."),
    "reopen": phrase("The text is worth {worth} to it, no text {none}: it is reopened."),
    "leave": phrase("The text is worth {worth} to it, no text {none}, and there is no time to mend it."),
}
_ANSWERS: Mapping[Answer, str] = {
    "give": phrase("give {points:gain}"),
    "swap": phrase("swap {points:gain}"),
    "sit": phrase("sit {points:gain}"),
}


_GIVES: Mapping[bool, str] = {
    True: phrase(
        "In these issues the package is worth {points} points to it beside the text that it works for, which is worth"
        " {plan} in all; its aim is {aim}."
    ),
    False: phrase(
        "In these issues the package is worth {points} points to it beside its own words; it has no text to work for,"
        " and its aim is {aim}."
    ),
}
"""By whether it has a text that it works for."""
_PACKAGE: Mapping[tuple[bool, bool], str] = {
    (True, True): phrase(
        "It answers with a package of its own. The text that it works for is worth {plan} points to it, its aim is"
        " {aim}."
    ),
    (True, False): phrase("It answers with a package of its own. Its aim is {aim} points."),
    (False, True): phrase("The text that it works for is worth {plan} points to it, its aim is {aim}."),
    (False, False): phrase("Its aim is {aim} points."),
}
"""By whether it answers another package, and whether it has a text that it works for."""


def because(scenario: Scenario, reason: reasons.Reason) -> str:
    """Why a move was made."""
    match reason:
        case reasons.Because():
            return say(_PLAIN[reason.kind])
        case reasons.TextWorth():
            return say(_TEXT_WORTH[reason.does], worth=reason.worth, none=reason.walk_away)
        case reasons.TooLate():
            line = phrase("To have any text initialled would take {hours:hours} at least, and there is less left.")
            return say(line, hours=reason.hours)
        case reasons.Regret():
            return count(
                "Beside the text that it works for it would lose {n} point by it now.",
                "Beside the text that it works for it would lose {n} points by it now.",
                reason.points,
            )
        case reasons.PackageGives():
            return say(_GIVES[reason.plan is not None], points=gain(reason.points, 0), plan=reason.plan, aim=reason.aim)
        case reasons.Trouble():
            return say("The trouble is {word:stop}", word=_word(scenario, reason.issue, reason.option))
        case reasons.FromPlan():
            return say(_PACKAGE[reason.counters, reason.plan is not None], plan=reason.plan, aim=reason.aim)
        case reasons.AnswersWorth():
            each = [say(_ANSWERS[answer], points=points) for answer, points in reason.worth.items()]
            return say("What each answer promises it, in points: {answers}.", answers=strung(each))
        case reasons.HoldUpPromises():
            side = _side(scenario, reason.side_text)
            return say("Holding up {side} promises it {points:gain} points.", side=side, points=reason.points)
        case reasons.StatementPromises():
            return say("To tell the newspapers this word promises it {points:gain} points.", points=reason.points)
        case reasons.ReadingWorth():
            return say("This reading is worth {points:gain} points to it.", points=reason.points)
        case reasons.AudienceJudges():
            if reason.minds is None:
                return say("What stands is {points:signed} beside what it needs.", points=reason.surplus)
            word = _word(scenario, *reason.minds)
            line = phrase("What stands is {points:signed} beside what it needs, and it minds {word:stop}")
            return say(line, points=reason.surplus, word=word)
        case _:
            assert_never(reason)


def alternative(scenario: Scenario, nearly: reasons.Alternative) -> str:
    """What was nearly done instead, and what was missing."""
    match nearly:
        case reasons.InsteadOfTaking():
            return _instead_of_taking(scenario, nearly)
        case reasons.Short(of="package"):
            return count(
                "With {n} point more for it, it would have taken the package.",
                "With {n} points more for it, it would have taken the package.",
                nearly.points,
            )
        case reasons.Short():
            return count(
                "With {n} point more it would have put its initials to the text.",
                "With {n} points more it would have put its initials to the text.",
                nearly.points,
            )
        case reasons.NotAllowed():
            words = _words(scenario, nearly.words)
            return say("It would have taken the package, had its capital allowed {words:and|stop}", words=words)
        case reasons.OutOfReach():
            return say("Nothing: after that package its walk-away would have been out of reach.")
        case reasons.SentBack():
            return count(
                "It would have sent a text back that was worth {n} point less to it.",
                "It would have sent a text back that was worth {n} points less to it.",
                nearly.points,
            )
        case reasons.NearlyHeld():
            side = scenario.side_text(nearly.side_text)
            title, hours = _side(scenario, nearly.side_text), side.hours if side else 0
            line = phrase(
                "It thought of holding up {side} ({hours:hours} at the most), which promised it {promised:gain}"
                " points: too little, it wants more than {wanted}."
            )
            return say(line, side=title, hours=hours, promised=nearly.promised, wanted=f"{nearly.wanted:g}")
        case _:
            assert_never(nearly)


def _instead_of_taking(scenario: Scenario, nearly: reasons.InsteadOfTaking) -> str:
    words = _words(scenario, nearly.tabled)
    if nearly.spare is None:
        return say("Else it would have tabled {words:and|stop}", words=words)
    if not words:
        return count(
            "It would have asked for more had the package given it {n} point less.",
            "It would have asked for more had the package given it {n} points less.",
            nearly.spare,
        )
    return count(
        "It would have asked for more had the package given it {n} point less; else it would have tabled"
        " {words:and|stop}",
        "It would have asked for more had the package given it {n} points less; else it would have tabled"
        " {words:and|stop}",
        nearly.spare,
        words=words,
    )


def _side(scenario: Scenario, id: SideTextId) -> str:
    side = scenario.side_text(id)
    return side.title if side else str(id)


def _words(scenario: Scenario, words: reasons.Wordings) -> list[str]:
    return [_word(scenario, issue, option) for issue, option in words]


def _word(scenario: Scenario, issue: IssueId, option: OptionId) -> str:
    """A wording as a delegate names it."""
    found = scenario.text[issue][option]
    if found.silent:
        return say("silence on {issue}", issue=titled(scenario, issue))
    return say("‘{word}’", word=found.name)
