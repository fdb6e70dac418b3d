"""The summary record: each event as a sentence that every face shows in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from game.scenario import Scenario
from game.talks import Far, Shift, events
from game.text import DelegationId, IssueId
from game.words.causes import because
from game.words.events_outside import tell_outside
from game.words.events_world import tell_world
from game.words.language import either, listed, phrase, quoted, say
from game.words.names import named_alone, short, title, wording

_DECLINED: Mapping[Far | None, str] = {
    None: phrase("{who:head} declines package {number}."),
    "not-this": phrase("{who:head} declines package {number}: none of this, at any price."),
    "not-for-this": phrase("{who:head} declines package {number}: not for this."),
    "nearly": phrase("{who:head} declines package {number}: it is nearly enough."),
}
_DECLINED_OVER: Mapping[Far | None, str] = {
    None: phrase("{who:head} declines package {number} over {word}."),
    "not-this": phrase("{who:head} declines package {number} over {word}: not this, at any price."),
    "not-for-this": phrase("{who:head} declines package {number} over {word}: not for this."),
    "nearly": phrase("{who:head} declines package {number} over {word}: it is nearly enough."),
}
_HINTED: Mapping[Far | None, str] = {
    None: phrase("{who:head} answers the non-paper: not like this."),
    "not-this": phrase("{who:head} answers the non-paper: none of this, at any price."),
    "not-for-this": phrase("{who:head} answers the non-paper: not for this."),
    "nearly": phrase("{who:head} answers the non-paper: it is nearly enough."),
}
_HINTED_OVER: Mapping[Far | None, str] = {
    None: phrase("{who:head} answers the non-paper: the difficulty is {issue:quoted}."),
    "not-this": phrase(
        "{who:head} answers the non-paper: the difficulty is {issue:quoted}, and no price would change that."
    ),
    "not-for-this": phrase("{who:head} answers the non-paper: the difficulty is {issue:quoted}; not for this."),
    "nearly": phrase("{who:head} answers the non-paper: the difficulty is {issue:quoted}; it is nearly enough."),
}


def tell(scenario: Scenario, event: events.Event) -> str:
    """One event as a sentence of the summary record, without the remark that was made with it."""
    if isinstance(event, events.Outside):
        return tell_outside(scenario, event)
    who = short(scenario, event.by) if event.by in scenario.ids else ""
    match event:
        case (
            events.Proposed()
            | events.Accepted()
            | events.Declined()
            | events.Hinted()
            | events.Withdrawn()
            | events.Lapsed()
        ):
            return _of_package(scenario, event, who)
        case events.Conferred() | events.Cabled() | events.Answered():
            return _of_capital(scenario, event, who)
        case events.Opened():
            return say("The talks open between {names:and}.", names=[d.short for d in scenario.delegations])
        case events.Amended():
            issue, new = title(scenario, event.issue), wording(scenario, event.issue, event.new)
            if event.reopened:
                return say("{who:head} reopens {issue:quoted}: {wording}.", who=who, issue=issue, wording=new)
            return say("{who:head} moves in {issue:quoted}: {wording}.", who=who, issue=issue, wording=new)
        case events.Settled():
            return say("Agreed ad referendum: {titles}.", titles=_titles(scenario, event.issues))
        case events.Charged():
            cause = because(scenario, event.cause, event.by)
            return say("{points:signed}: {cause:stop}", points=event.points, cause=cause)
        case events.Spoke():
            return say("{who:head} takes the floor.", who=who)
        case events.Recessed():
            rest = event.until - event.at
            return say("Everybody has only talked: the talks go into recess for {time:hours}.", time=rest)
        case events.Initialled():
            return say("{who:head} initials the text.", who=who)
        case events.Left():
            return say("{who:head} leaves the talks.", who=who)
        case events.Adjourned():
            return say("The clock strikes: the talks are adjourned without a text.")
        case events.BrokenOff():
            return say("The clock stands still and the talks go round: they are broken off without a text.")
        case events.Concluded():
            return say("The text is signed.")
        case _:
            return tell_world(scenario, event, who)


def _of_package(
    scenario: Scenario,
    event: events.Proposed | events.Accepted | events.Declined | events.Hinted | events.Withdrawn | events.Lapsed,
    who: str,
) -> str:
    number = str(event.package)
    match event:
        case events.Proposed(off_record=True):
            told = describe(scenario, event.by, event.shifts)
            return say("{who:head} puts a non-paper: {package}.", who=who, package=told)
        case events.Proposed():
            told = describe(scenario, event.by, event.shifts)
            return say("{who:head} tables package {number}: {package}.", who=who, number=number, package=told)
        case events.Accepted(carried=True):
            return say("{who:head} accepts package {number}.", who=who, number=number)
        case events.Accepted():
            return say("{who:head} accepts package {number}, and the others are asked.", who=who, number=number)
        case events.Declined():
            return _declined(scenario, event, who)
        case events.Hinted(warm=True):
            return say("{who:head} answers the non-paper: with that one could live.", who=who)
        case events.Hinted(issue=None):
            return say(_HINTED[event.far], who=who)
        case events.Hinted():
            return say(_HINTED_OVER[event.far], who=who, issue=title(scenario, event.issue))
        case events.Withdrawn():
            return say("{who:head} withdraws package {number}.", who=who, number=number)
        case events.Lapsed(countered=True):
            return say("Package {number} is answered by the counter-proposal.", number=number)
        case events.Lapsed():
            return say("Package {number} is overtaken.", number=number)
        case _:
            assert_never(event)


def _declined(scenario: Scenario, event: events.Declined, who: str) -> str:
    values: dict[str, object] = {"who": who, "number": str(event.package)}
    if event.issue is None:
        return say(_DECLINED[event.far], **values)
    named = named_alone(scenario, event.issue, event.option) if event.option else quoted(title(scenario, event.issue))
    if event.never:
        return say("{who:head} declines package {number}: {word}, never.", **values, word=named)
    return say(_DECLINED_OVER[event.far], **values, word=named)


def _of_capital(scenario: Scenario, event: events.Conferred | events.Cabled | events.Answered, who: str) -> str:
    match event:
        case events.Conferred():
            return say("{who:head} confers with its capital.", who=who)
        case events.Cabled():
            asked = _titles(scenario, event.issues)
            return say("Cable sent about {titles}; the answer is due at hour {due:hour}.", titles=asked, due=event.due)
        case events.Answered():
            return _answered(scenario, event)
        case _:
            assert_never(event)


def _titles(scenario: Scenario, issues: Iterable[IssueId]) -> str:
    return listed([quoted(title(scenario, issue)) for issue in issues])


def _answered(scenario: Scenario, event: events.Answered) -> str:
    capital = scenario[event.by].capital if event.by else ""
    asked = event.issues or tuple(dict.fromkeys(issue for issue, _ in event.opened))
    if not event.opened and not asked:
        return say("A cable from {capital}: no change.", capital=capital)
    if not event.opened:
        return say("A cable from {capital} on {titles}: no change.", capital=capital, titles=_titles(scenario, asked))
    told = [_room(scenario, issue, [wording(scenario, i, o) for i, o in event.opened if i == issue]) for issue in asked]
    whole = told[0]
    for each in told[1:]:
        whole = say("{first}; {next}", first=whole, next=each)
    return say("A cable from {capital}: {answer}.", capital=capital, answer=whole)


def _room(scenario: Scenario, issue: IssueId, names: list[str]) -> str:
    """What a mandate allows from now on, in one issue."""
    on = title(scenario, issue)
    if not names:
        return say("on {issue:quoted} there is no change", issue=on)
    there = either(names) if len(names) < 3 else listed(names)
    return say("on {issue:quoted} you may now go to {wordings}", issue=on, wordings=there)


def heard_only(scenario: Scenario, event: events.Event) -> str:
    """Who alone heard an event, for whoever reads all of them; empty for one that is on the record."""
    heard = [scenario[who].short for who in scenario.ids if event.heard_by and who in event.heard_by]
    return say("Heard by {names:and} only.", names=heard) if heard else ""


def describe(scenario: Scenario, proposer: DelegationId | None, shifts: Iterable[Shift]) -> str:
    """What a package does, as words: which wording for which issue, and what is left in brackets by it."""
    whole = ""
    by_issue: dict[IssueId, list[Shift]] = {}
    for shift in shifts:
        by_issue.setdefault(shift.issue, []).append(shift)
    for issue, moved in by_issue.items():
        told = _for_issue(scenario, proposer, issue, moved)
        whole = say("{first}; {next}", first=whole, next=told) if whole else told
    return whole


def _for_issue(scenario: Scenario, proposer: DelegationId | None, issue: IssueId, moved: list[Shift]) -> str:
    values: dict[str, object] = {"issue": title(scenario, issue)}
    if len({shift.option for shift in moved}) > 1:
        each = [
            say("{who} {wording}", who=short(scenario, s.delegation), wording=wording(scenario, issue, s.option))
            for s in moved
        ]
        return say("{issue}: {each:and}", **values, each=each)
    values["wording"] = wording(scenario, issue, moved[0].option)
    movers = {shift.delegation for shift in moved}
    if movers == {proposer}:
        return say("{issue}: {wording} (offered)", **values)
    if proposer not in movers:
        return say("{issue}: {wording} (asked)", **values)
    return say("{issue}: {wording}", **values)
