"""The summary record: each event as a sentence that every face shows in the same words."""

from __future__ import annotations

from collections.abc import Iterable

from game.scenario import Scenario
from game.talks.events import (
    Accepted,
    Adjourned,
    Amended,
    Answered,
    Cabled,
    Charged,
    Concluded,
    Conferred,
    Declined,
    Event,
    Hinted,
    Initialled,
    Lapsed,
    Left,
    Opened,
    Proposed,
    Settled,
    Spoke,
    Withdrawn,
)
from game.talks.moves import Shift
from game.talks.sentences_outside import tell_outside
from game.talks.verdict import hour_number, sentence_name
from game.talks.wordings import listed, signed_points, stopped, title, wording
from game.text import DelegationId, IssueId


def tell(scenario: Scenario, event: Event) -> str:
    """One event as a sentence of the summary record, without the remark that was made with it."""
    who = sentence_name(scenario, event.by) if event.by else ""
    match event:
        case Proposed() | Accepted() | Declined() | Hinted() | Withdrawn() | Lapsed():
            return _of_package(scenario, event, who)
        case Conferred() | Cabled() | Answered():
            return _of_capital(scenario, event, who)
        case Opened():
            names = listed([d.short for d in scenario.delegations])
            return f"The talks open between {names}."
        case Amended():
            verb = "reopens" if event.reopened else "moves in"
            new = wording(scenario, event.issue, event.new)
            return f"{who} {verb} “{title(scenario, event.issue)}”: {new}."
        case Settled():
            return f"Agreed ad referendum: {_titles(scenario, event.issues)}."
        case Charged():
            return stopped(f"{signed_points(event.points)}: {event.reason}")
        case Spoke():
            return f"{who} takes the floor."
        case Initialled():
            return f"{who} initials the text."
        case Left():
            return f"{who} leaves the talks."
        case Adjourned():
            return "The clock strikes: the talks are adjourned without a text."
        case Concluded():
            return "The text is signed."
        case _:
            return tell_outside(scenario, event, who)


def _of_package(
    scenario: Scenario, event: Proposed | Accepted | Declined | Hinted | Withdrawn | Lapsed, who: str
) -> str:
    match event:
        case Proposed():
            kind = "puts a non-paper" if event.off_record else f"tables package {event.package}"
            return f"{who} {kind}: {describe(scenario, event.by or DelegationId(''), event.shifts)}."
        case Accepted():
            return f"{who} accepts package {event.package}" + ("." if event.carried else ", and the others are asked.")
        case Declined():
            return _declined(scenario, event, who)
        case Hinted(warm=True):
            return f"{who} answers the non-paper: with that one could live."
        case Hinted():
            minded = f": the difficulty is “{title(scenario, event.word)}”" if event.word else ": not like this"
            return f"{who} answers the non-paper{minded}."
        case Withdrawn():
            return f"{who} withdraws package {event.package}."
        case Lapsed():
            how = "answered by the counter-proposal" if event.countered else "overtaken"
            return f"Package {event.package} is {how}."


def _of_capital(scenario: Scenario, event: Conferred | Cabled | Answered, who: str) -> str:
    match event:
        case Conferred():
            return f"{who} confers with its capital."
        case Cabled():
            asked, due = _titles(scenario, event.issues), hour_number(event.due)
            return f"Cable sent about {asked}; the answer is due at hour {due}."
        case Answered():
            return _answered(scenario, event)


def _titles(scenario: Scenario, issues: Iterable[IssueId]) -> str:
    return listed([f"“{title(scenario, issue)}”" for issue in issues])


def _declined(scenario: Scenario, event: Declined, who: str) -> str:
    if event.word is None:
        return f"{who} declines package {event.package}."
    word = f"“{scenario.text[event.word][event.option].name}”" if event.option else f"“{title(scenario, event.word)}”"
    if event.never:
        return f"{who} declines package {event.package}: {word}, never."
    return f"{who} declines package {event.package} over {word}."


def _answered(scenario: Scenario, event: Answered) -> str:
    capital = scenario[event.by].capital if event.by else "the capital"
    asked = event.issues or tuple(dict.fromkeys(issue for issue, _ in event.opened))
    if not event.opened:
        about = f" on {_titles(scenario, asked)}" if asked else ""
        return f"A cable from {capital}{about}: no change."
    told = []
    for issue in asked:
        names = [f"“{scenario.text[issue][option].name}”" for at, option in event.opened if at == issue]
        told.append(f"on {_titles(scenario, [issue])} {_room(names) if names else 'there is no change'}")
    return f"A cable from {capital}: {'; '.join(told)}."


def _room(names: list[str]) -> str:
    """What a mandate allows from now on, in one issue."""
    return f"you may now go to {' or '.join(names) if len(names) < 3 else listed(names)}"


def describe(scenario: Scenario, proposer: DelegationId, shifts: Iterable[Shift]) -> str:
    """What a package does, as words: which wording for which issue, and what is left in brackets by it."""
    told: list[str] = []
    by_issue: dict[IssueId, list[Shift]] = {}
    for shift in shifts:
        by_issue.setdefault(shift.issue, []).append(shift)
    for issue, moved in by_issue.items():
        wordings = {shift.option for shift in moved}
        if len(wordings) == 1:
            words = wording(scenario, issue, moved[0].option)
            told.append(f"{title(scenario, issue)}: {words}{_who(proposer, moved)}")
        else:
            each = listed([f"{scenario[s.delegation].short} {wording(scenario, issue, s.option)}" for s in moved])
            told.append(f"{title(scenario, issue)}: {each}")
    return "; ".join(told)


def _who(proposer: DelegationId, moved: list[Shift]) -> str:
    movers = {shift.delegation for shift in moved}
    if movers == {proposer}:
        return " (offered)"
    if proposer not in movers:
        return " (asked)"
    return ""
