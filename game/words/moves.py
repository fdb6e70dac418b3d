"""One particular move in words, as it stands on a button and in what somebody suggests to whoever holds the pen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from game.scenario import Scenario
from game.talks import (
    Accept,
    Admit,
    Amend,
    Announce,
    Answer,
    BreakSilence,
    Circulate,
    Close,
    Consult,
    Decline,
    Excuse,
    Extend,
    Far,
    Headline,
    Hold,
    Interpret,
    KeepSilence,
    Leave,
    Move,
    Pass,
    Propose,
    Release,
    Reply,
    Respond,
    Revoke,
    Say,
    Sign,
    Sound,
    Transcribe,
    Vote,
    Wire,
    Withdraw,
)
from game.talks.events import AllyAnswer
from game.talks.moves import AudienceMove, ChairMove
from game.words.choices import naming
from game.words.events import describe
from game.words.language import phrase, say
from game.words.names import audience, title, wording

_RESPONSES: Mapping[Answer, str] = {
    "give": phrase("Give the word"),
    "swap": phrase("Swap it"),
    "sit": phrase("Sit it out"),
}
_DECLINE: Mapping[Far | None, str] = {
    None: phrase("Decline package {n}"),
    "not-this": phrase("Decline package {n}: none of this"),
    "not-for-this": phrase("Decline package {n}: not for this"),
    "nearly": phrase("Decline package {n}: nearly"),
}
_DECLINE_OVER: Mapping[Far | None, str] = {
    None: phrase("Decline package {n} over {issue:quoted}"),
    "not-this": phrase("Decline package {n} over {issue:quoted}: not this"),
    "not-for-this": phrase("Decline package {n} over {issue:quoted}: not for this"),
    "nearly": phrase("Decline package {n} over {issue:quoted}: nearly"),
}
_REPLIES: Mapping[AllyAnswer, str] = {
    "yes": phrase("Yes, we would consent"),
    "uneasy": phrase("Uneasy: one word too much"),
    "no": phrase("No, we would break silence"),
}


def called(scenario: Scenario, move: Move) -> str:
    """What a move is called, without a full stop."""
    match move:
        case Propose() | Accept() | Decline() | Withdraw():
            return _of_package(scenario, move)
        case Amend():
            where, word = title(scenario, move.issue), wording(scenario, move.issue, move.option)
            return say("Move alone in {issue:quoted}: {wording}", issue=where, wording=word)
        case Consult():
            titles = [title(scenario, issue) for issue in move.issues]
            return say("Ask {capital} about {titles:and}", capital=scenario[move.by].capital, titles=titles)
        case Announce():
            where, word = title(scenario, move.issue), wording(scenario, move.issue, move.option)
            return say("Go public: {wording} in {issue:quoted}", issue=where, wording=word)
        case Hold():
            side = scenario.side_text(move.side_text)
            return say("Hold up {side}", side=side.title if side else move.side_text)
        case Respond():
            return say(_RESPONSES[move.how])
        case Sound():
            return say("Sound {ally}", ally=audience(scenario, move.audience))
        case Interpret():
            found = next((each.says for each in scenario.readings if each.id == move.reading), None)
            return say("Say at the close: {words:quoted}", words=found) if found else say("No closing statement")
        case Circulate():
            return say(naming("circulate").button)
        case Say():
            return say(naming("say").button)
        case Sign():
            return say(naming("sign").button)
        case Leave():
            return say(naming("leave").button)
        case KeepSilence() | BreakSilence() | Reply() | Vote() | Headline():
            return _of_audience(scenario, move)
        case Pass() | Extend() | Release() | Wire() | Revoke() | Close() | Transcribe() | Admit() | Excuse():
            return _of_chair(scenario, move)
        case _:
            assert_never(move)


def _of_package(scenario: Scenario, move: Propose | Accept | Decline | Withdraw) -> str:
    match move:
        case Propose(off_record=True):
            return say("A non-paper: {package}", package=describe(scenario, move.by, move.shifts))
        case Propose():
            return say("A package: {package}", package=describe(scenario, move.by, move.shifts))
        case Accept():
            return say("Accept package {n}", n=str(move.package))
        case Decline(issue=None):
            return say(_DECLINE[move.far], n=str(move.package))
        case Decline(never=True):
            line = phrase("Decline package {n}, and refuse its wording in {issue:quoted} for ever")
            return say(line, n=str(move.package), issue=title(scenario, move.issue))
        case Decline():
            return say(_DECLINE_OVER[move.far], n=str(move.package), issue=title(scenario, move.issue))
        case Withdraw():
            return say("Withdraw package {n}", n=str(move.package))
        case _:
            assert_never(move)


def _of_audience(scenario: Scenario, move: AudienceMove) -> str:
    match move:
        case BreakSilence():
            return say("Break silence over {issue:quoted}", issue=title(scenario, move.issue))
        case Reply(issue=None):
            return say(_REPLIES[move.answer])
        case Reply():
            line = phrase("{answer}: {issue:quoted}")
            return say(line, answer=say(_REPLIES[move.answer]), issue=title(scenario, move.issue))
        case Vote(aye=True):
            return say("Vote yes")
        case Vote(issue=None):
            return say("Vote no")
        case Vote():
            return say("Vote no over {issue:quoted}", issue=title(scenario, move.issue))
        case KeepSilence():
            return say(naming("keep-silence").button)
        case Headline():
            return say("{button}: {words:quoted}", button=say(naming("headline").button), words=move.remark)
        case _:
            assert_never(move)


def _of_chair(scenario: Scenario, move: ChairMove) -> str:
    match move:
        case Pass():
            return say("Let {hours:hours} pass", hours=move.hours)
        case Extend():
            return say("Move the deadline by {hours:hours}", hours=move.hours)
        case Release():
            found = next((each.title for each in scenario.happenings if each.id == move.happening), str(move.happening))
            return say("Let it happen: {title}", title=found)
        case Wire():
            return say("A cable: {words:quoted}", words=move.remark)
        case Revoke():
            return say("Take the talks back to move {n}", n=str(move.version))
        case Close():
            return say("End the talks")
        case Transcribe():
            words = [wording(scenario, each.issue, each.option) for each in move.words]
            return say("Put down what was agreed on paper: {words:and}", words=words or [say("nothing")])
        case Admit():
            return say("Let {name} speak", name=audience(scenario, move.audience))
        case Excuse():
            return say("Let {name} speak no more", name=audience(scenario, move.audience))
        case _:
            assert_never(move)
