"""Why a move cannot be made, in a sentence for whoever made it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from game.scenario import Scenario
from game.seat import NotReady, Unready, WhyNot
from game.talks import Refused, Why
from game.words.language import phrase, quoted, say, strung

_SENTENCES: Mapping[Why, str] = MappingProxyType(
    {
        Why.OVER: phrase("The talks are over."),
        Why.NO_SUCH_MOVE: phrase("There is no move {id}."),
        Why.ILL_FORMED: phrase("This is no move that could be written down: see its {written:quoted}."),
        Why.NO_DELEGATION: phrase("There is no delegation {id} at this table."),
        Why.NOT_YOUR_TURN: phrase("{who:head} has the floor."),
        Why.MOVED_ON: phrase("The talks have moved on since then: look again."),
        Why.ANOTHERS_NAME: phrase("Nobody moves in another delegation's name."),
        Why.NO_TABLE: phrase("There is no table."),
        Why.LONG_REMARK: phrase("A remark has at most {most} characters."),
        Why.UNWRITABLE_REMARK: phrase("There is a sign in this remark that cannot be written down."),
        Why.FROZEN: phrase("The text is initialled and frozen: what is left are closing statements."),
        Why.HELD_UP: phrase("{who:head} holds up {side}: give the word, swap it, or sit it out."),
        Why.NOTHING_SAID: phrase("To take the floor is to say something."),
        Why.NO_ISSUE: phrase("There is no issue {id} in this text."),
        Why.NO_WORDING: phrase("There is no wording {id} in {issue:quoted}."),
        Why.FORBIDDEN: phrase("Your instructions forbid {option:quoted}."),
        Why.BARRED: phrase("{option:quoted} is barred: those who must take the text have refused it."),
        Why.BEYOND_MANDATE: phrase("{option:quoted} is beyond your mandate: ask {capital} first."),
        Why.EXCLUDED: phrase("{written}"),
        Why.IMPOSSIBLE: phrase("With these words agreed, no whole text could be written any more."),
        Why.EMPTY_PACKAGE: phrase("A package needs at least one wording."),
        Why.ASKED_TWICE: phrase("A package asks each delegation for one wording in an issue, not for two."),
        Why.NOTHING_IN_RETURN: phrase("A package asks for something in return; to move alone, amend your position."),
        Why.LARGE_PACKAGE: phrase("A package touches at most {most} issues; this one touches {number}."),
        Why.NO_PACKAGE: phrase("There is no package {package} on the table."),
        Why.OWN_PACKAGE: phrase("That package is your own."),
        Why.NOT_ASKED: phrase("Package {package} does not wait for your answer."),
        Why.NOT_IN_PACKAGE: phrase("The word that you refuse is not in that package."),
        Why.NEVER_WHAT: phrase("A refusal for ever names the word."),
        Why.NEVER_AND_FAR: phrase("A refusal for ever does not say how far off the package is."),
        Why.NOT_YOURS: phrase("You have no package {package} on the table."),
        Why.INITIALLED: phrase("Your initials are under the text already."),
        Why.BARRED_IN_TEXT: phrase("A wording of this text is barred: those who must take it have refused it."),
        Why.NO_CONSENT: phrase("Your allies have not consented to this text: circulate it first."),
        Why.EMPTY_CABLE: phrase("A cable asks about one issue or more, each once."),
        Why.LONG_CABLE: phrase("One cable asks about at most {most} issues."),
        Why.NO_FURTHER_STEP: phrase("Your mandate in {issue:quoted} has no further step."),
        Why.UNANSWERED: phrase("Your cable to {capital} about {issue:quoted} has not been answered yet."),
        Why.NOT_REFUSED: phrase(
            "Before you ask {capital} about {issue:quoted}, {options:or} must have been tabled in a package and"
            " refused."
        ),
        Why.NOTHING_REFUSED: phrase(
            "Before you ask {capital} about {issue:quoted}, a package of yours must have been refused, or an offer must"
            " ask for it."
        ),
        Why.NO_SIDE_TEXT: phrase("There is no side text {id} in these talks."),
        Why.NOT_YOURS_TO_HOLD: phrase("It is not for you to hold up {side}."),
        Why.OUT_OF_THE_WAY: phrase("{side:head} is out of the way: it was held up once."),
        Why.OTHER_PHASE: phrase("{side:head} belongs to another stretch of the talks: {phase}."),
        Why.HELD_ALREADY: phrase(
            "You have held something up in this stretch of the talks already, and once is all that it bears."
        ),
        Why.NOTHING_HELD: phrase("Nothing is held up that you could give way on."),
        Why.YOU_HOLD: phrase("It is you who holds it up: the others answer."),
        Why.NO_SUCH_ANSWER: phrase("A hold-up is answered by giving, swapping or sitting it out, not by {id}."),
        Why.AGREED: phrase("{issue:quoted} is agreed: there is nothing to announce."),
        Why.ANNOUNCED: phrase("You have told the newspapers so already."),
        Why.STANDS_ELSEWHERE: phrase("You announce what you stand for; in {issue:quoted} you stand elsewhere."),
        Why.NO_AUDIENCE: phrase("There is no audience {id} in these talks."),
        Why.NOT_YOURS_TO_SOUND: phrase("{audience} is not yours to sound."),
        Why.NO_ALLY: phrase("{audience} is not asked for its consent: its mood is all that you can read."),
        Why.SAID_ALREADY: phrase("{audience} has answered you on these words already, and would say the same again."),
        Why.NO_ALLIES: phrase("You speak for nobody but yourselves: there is no one to circulate the text to."),
        Why.NOT_CLEAN: phrase("Only a clean text is circulated; sound an ally instead."),
        Why.CONSENTED: phrase("Your allies have consented to this text already."),
        Why.NOT_FROZEN: phrase("Closing statements are made when the text is initialled and frozen."),
        Why.CLOSED_ALREADY: phrase("You have made your closing statement."),
        Why.CHAIR_ONLY: phrase("Only the chair may do that."),
        Why.NOT_ADMITTED: phrase("Nobody speaks for {audience} in these talks."),
        Why.ADMITTED: phrase("Somebody speaks for {audience} already."),
        Why.SILENCE_RUNS: phrase("Silence runs among the allies of {who}: wait until it holds or is broken."),
        Why.VOTE_RUNS: phrase("{audience} is voting on the text: wait for the vote."),
        Why.NO_SILENCE: phrase("No silence runs that you could keep or break."),
        Why.NOTHING_BETTER: phrase(
            "In {issue:quoted} nothing that could be written would please you more: name another clause."
        ),
        Why.NOT_SOUNDED: phrase("Nobody has sounded you, or you have answered already."),
        Why.NO_SUCH_REPLY: phrase("Who is sounded answers yes, uneasy or no, not {id}."),
        Why.ASKED_ALREADY: phrase("{audience} has been sounded and has not answered yet."),
        Why.NO_VOTE: phrase("Your vote is not called."),
        Why.NAME_A_CLAUSE: phrase("Who votes no names the clause that is to be swapped."),
        Why.NO_NEWSPAPER: phrase("Only newspapers and third states print headlines."),
        Why.PRINTED: phrase("You have had your headline in this stretch of the talks."),
        Why.LONG_HEADLINE: phrase("A headline has at most {most} characters."),
        Why.NO_HOURS: phrase("Hours of talks come in quarters, from a quarter to {most}."),
        Why.LONG_EXTENSION: phrase("The deadline can be moved by {most} hours in all."),
        Why.NO_EVENT: phrase("There is no event {id} in these talks."),
        Why.HAPPENED: phrase("The event {id} has happened already."),
        Why.NO_SEAT: phrase("Nobody sits for {id} in these talks."),
        Why.NO_VERSION: phrase("There have been {number} moves: the talks can be taken back to fewer, from 0 on."),
        Why.NO_READING: phrase("There is no reading {id} of this text for you to make."),
    }
)


def refusal(scenario: Scenario, refused: Refused) -> str:
    """Why a move cannot be made, in a sentence."""
    match refused.kind:
        case Why.BRACKETS:
            titles = [scenario.text[issue].title for issue in refused.issues]
            if refused.number > len(titles):
                return say("The text is not clean: {titles} and others in brackets.", titles=strung(titles))
            return say("The text is not clean: {titles} in brackets.", titles=strung(titles))
        case Why.NOT_YOURS if refused.package is None:
            return say("You have no package on the table.")
        case Why.STANDS_THERE if refused.issue is None:
            return say("You already stand there.")
        case Why.STANDS_THERE:
            return say("{who:head} already stands there in {issue:quoted}.", **_values(scenario, refused))
        case kind:
            return say(_SENTENCES[kind], **_values(scenario, refused))


def _values(scenario: Scenario, refused: Refused) -> dict[str, object]:
    """What a refusal is about, by the names that stand in the sentences; what is unknown only as it was written."""
    told: dict[str, object] = {"number": refused.number, "most": refused.most, "package": refused.package}
    told["written"] = refused.written
    told["id"] = repr(refused.written)
    if (who := refused.delegation) is not None:
        known = who in scenario.ids
        told |= {"who": scenario[who].short, "capital": scenario[who].capital} if known else {"id": repr(who)}
    if (issue := refused.issue) is not None:
        if issue not in scenario.text:
            return told | {"id": repr(issue)}
        told["issue"] = scenario.text[issue].title
        told["options"] = [quoted(scenario.text[issue][option].name) for option in refused.options]
        if (option := refused.option) is not None:
            known = option in scenario.text[issue]
            told |= {"option": scenario.text[issue][option].name} if known else {"id": repr(option)}
    if (text := refused.side_text) is not None:
        side = scenario.side_text(text)
        told |= {"side": side.title} if side else {"id": repr(text)}
    if (audience := refused.audience) is not None:
        found = next((each for each in scenario.audiences if each.id == audience), None)
        told |= {"audience": found.name} if found else {"id": repr(audience)}
    if phase := scenario.phase(refused.phase):
        told["phase"] = phase.title
    if refused.happening is not None:
        told["id"] = repr(refused.happening)
    if refused.reading is not None:
        told["id"] = repr(refused.reading)
    return told


_UNREADY: Mapping[Unready, str] = {
    "empty-tray": phrase("The package is empty: pick an issue first."),
    "nothing-chosen": phrase("You have nowhere to move."),
    "nobody-moves": phrase("Nobody would have to move for that."),
    "no-bracket": phrase("No bracket is left to close."),
    "word-unnamed": phrase("A refusal for ever names the word."),
    "word-yours": phrase("You stand for that word yourself: it is not refused for ever."),
    "not-for-non-papers": phrase("A non-paper binds nobody: nothing in it is refused for ever."),
}


def why_not(scenario: Scenario, reason: WhyNot) -> str:
    """Why something cannot be done now."""
    match reason:
        case NotReady():
            return say(_UNREADY[reason.kind])
        case Refused():
            return refusal(scenario, reason)
        case _:
            assert_never(reason)
