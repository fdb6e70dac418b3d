"""The draft in words that can be read aloud: brackets said as words, and who stands where."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario import Scenario
from game.seat import IssueRow, Stretch
from game.text import DelegationId
from game.words.language import SEMICOLON, quoted, say, strung
from game.words.people import mine_first, name, names

_TOUCHING = {"", " ", ".", ",", ";", ":"}


def read_aloud(scenario: Scenario, stretches: Sequence[Stretch]) -> str:
    """A run of the draft, its brackets said in words."""
    told = ""
    for each in stretches:
        bracketed = each.state == "bracketed"
        words = _bracket(scenario, each) if bracketed else each.said[0].words
        touching = bool(told) and not told[-1].isspace() and (bracketed or told[-1] == ")")
        told += f" {words}" if touching and words[:1] not in _TOUCHING else words
    return told


def _bracket(scenario: Scenario, stretch: Stretch) -> str:
    each = []
    for said in stretch.said:
        words, owners = said.words.strip(" ,"), names(scenario, said.owners)
        each.append(say("{who:and}: {words}", who=owners, words=words or say("silence")))
    return say("(in brackets: {alternatives})", alternatives=strung(each, SEMICOLON))


def stands(scenario: Scenario, row: IssueRow, me: DelegationId) -> str:
    """Who stands where in an issue; oneself first."""
    issue = scenario.text[row.issue]
    if row.agreed is not None:
        return say("agreed, {option:quoted}", option=issue[row.agreed].name)
    owners = {owner: each for each in row.wordings for owner in each.stands}
    told = []
    for wording in dict.fromkeys(owners[who] for who in mine_first(scenario.ids, me)):
        who = [name(scenario, owner, me) for owner in mine_first(wording.stands, me)]
        told.append(say("{who:and}, {option}", who=who, option=quoted(issue[wording.option].name)))
    return say("in brackets: {each}", each=strung(told, SEMICOLON))
