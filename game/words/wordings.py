"""The wordings of an issue with all that marks each of them out for one seat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario import Scenario
from game.seat import IssueRow, Wording
from game.talks.locks import Barrier
from game.text import DelegationId, Option
from game.words.language import SEMICOLON, phrase, say, strung
from game.words.people import mine_first, names
from game.words.points import points

_LOCKS: Mapping[Barrier, str] = {
    "red-line": phrase("your red line"),
    "mandate": phrase("beyond your mandate"),
    "barred": phrase("barred for {who:and}"),
    "never": phrase("refused for ever by {who:and}"),
}
"""Why somebody cannot stand for a wording; an own red line and mandate are known to oneself only."""


def marks(scenario: Scenario, wording: Wording, me: DelegationId) -> Iterator[str]:
    """What else there is to know about a wording: who stands there, limits, refusals, statements, who would like it,
    and roughly what it brings later."""
    if owners := mine_first(wording.stands, me):
        one = len(owners) == 1 and owners != [me]
        line = phrase("{who:and} stands here") if one else phrase("{who:and} stand here")
        yield say(line, who=names(scenario, owners, me))
    if told := mine_first(wording.announced, me):
        yield say("told to the newspapers by {who:and}", who=names(scenario, told, me))
    for kind, line in _LOCKS.items():
        if who := mine_first((lock.of for lock in wording.locks if lock.kind == kind), me):
            yield say(line, who=names(scenario, who, me))
    if fond := [audience.short for id in wording.wished if (audience := scenario.audience(id))]:
        yield say("{who:and} would like it", who=fond)
    if came := may_bring(wording):
        yield came
    if wording.later:
        line = phrase("dear in later years ({points:signed})")
        if wording.later > 0:
            line = phrase("easier in later years ({points:signed})")
        yield say(line, points=wording.later)


def may_bring(wording: Wording) -> str:
    """Between what and what a vague wording may come to later for oneself; nothing where no test turns on it."""
    if wording.vague is None:
        return ""
    least, most = wording.vague
    if least == most:
        return say("vague: {points:signed} later", points=least)
    return say("vague: from {least:signed} to {most:signed} later", least=least, most=most)


def degrees(option: Option, binds: int, *, watcher: bool = False) -> str:
    """How hard a wording is, also on the paper that one stands for, and whether it is vague."""
    line = _DEGREES[not watcher and binds != option.binds, option.vague]
    return say(line, here=binds, binds=option.binds, precise=option.precise, shares=option.shares)


_DEGREES: Mapping[tuple[bool, bool], str] = {
    (False, False): phrase("Binds {binds}, precise {precise}, shares {shares}, of 3."),
    (False, True): phrase(
        "Binds {binds}, precise {precise}, shares {shares}, of 3. Vague: easy to sign, dear to live with."
    ),
    (True, False): phrase(
        "Binds {here} on the paper that you stand for ({binds} by itself), precise {precise}, shares {shares}, of 3."
    ),
    (True, True): phrase(
        "Binds {here} on the paper that you stand for ({binds} by itself), precise {precise}, shares {shares}, of 3."
        " Vague: easy to sign, dear to live with."
    ),
}
"""By whether it binds otherwise on that paper, and whether it is vague."""


def option_line(scenario: Scenario, row: IssueRow, wording: Wording, me: DelegationId) -> str:
    """A wording in one line to choose from: my points and what else there is to know."""
    option = scenario.text[row.issue][wording.option]
    worth = [] if wording.points is None else [say("{points} for you", points=wording.points)]
    told = [*worth, *marks(scenario, wording, me)]
    return say("{name}: {marks}.", name=option.name, marks=strung(told, SEMICOLON))


def option_head(scenario: Scenario, row: IssueRow, wording: Wording, me: DelegationId) -> str:
    """The same where it is looked at by itself."""
    option = scenario.text[row.issue][wording.option]
    worth = say("no points shown")
    if wording.points is not None:
        worth = say("{points} for you", points=points(wording.points))
    return say("{name}: {marks:strung}.", name=option.name, marks=[worth, *marks(scenario, wording, me)])
