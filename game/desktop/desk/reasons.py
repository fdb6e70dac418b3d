"""Why something cannot be pressed now, as the window says it: with the key or the wording that would help."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario import Scenario
from game.seat import Desk, NotReady, Unready, WhyNot
from game.talks import Refused, Why
from game.words import phrase, say
from game.words.refusals import refusal

_UNREADY: Mapping[Unready, str] = {
    "empty-tray": phrase("Choose a wording in the draft or on the right: it goes into the package."),
    "nothing-chosen": phrase("Choose a wording of this issue that you would move to, first."),
    "nobody-moves": phrase("Nobody would have to move for that."),
    "no-bracket": phrase("No bracket is left."),
    "word-unnamed": phrase("A refusal for ever names the word: press one of the wordings first."),
    "word-yours": phrase("You stand for that word yourself: it is not refused for ever."),
    "not-for-non-papers": phrase("A non-paper is not refused for ever."),
}
_REFUSED: Mapping[Why, str] = {
    Why.NOTHING_IN_RETURN: phrase(
        "This asks for nothing in return: move alone (M), or add a wording that they move to."
    ),
    Why.NOT_YOURS: phrase("You have no package on the table."),
    Why.UNANSWERED: phrase("Your cable about this is with {capital}; the answer is still to come."),
    Why.NO_FURTHER_STEP: phrase("Your mandate in {issue:quoted} leaves nothing to ask for."),
    Why.NOT_REFUSED: phrase(
        "The next step of your mandate opens only after what you may table now was tabled and refused."
    ),
    Why.NOTHING_REFUSED: phrase(
        "Your mandate here opens only after a package of yours was refused, or when an offer asks for it."
    ),
}
"""What the window says otherwise than the rules do."""


def reason(scenario: Scenario, desk: Desk, why_not: WhyNot | None) -> str:
    """Why it cannot be done, in a sentence; empty if it can."""
    match why_not:
        case None:
            return ""
        case NotReady(kind):
            return say(_UNREADY[kind])
        case Refused(kind=kind, issue=issue, option=option):
            capital = scenario[desk.who].capital if desk.who in scenario.ids else ""
            if kind is Why.BEYOND_MANDATE and issue is not None and option is not None and desk.question(issue):
                told = phrase("{option:quoted} is beyond your mandate, and the answer of {capital} is still to come.")
                return say(told, option=scenario.text[issue][option].name, capital=capital)
            if kind in _REFUSED:
                title = scenario.text[issue].title if issue is not None else ""
                return say(_REFUSED[kind], capital=capital, issue=title)
            return refusal(scenario, why_not)
