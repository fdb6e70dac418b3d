"""To cable the capital for a wider mandate."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from functools import lru_cache

from game.talks.capital import to_be_heard, unheard
from game.talks.causes import GivenUpUnheard
from game.talks.events import Cabled, Conferred
from game.talks.ledger import charge, hear
from game.talks.moves import Consult
from game.talks.refused import Refused, Why, refuse
from game.talks.rules.rule import Room, Rule
from game.talks.talks import Cable, Talks
from game.text import DelegationId, IssueId, Text

MOST_ISSUES_IN_A_CABLE = 4
"""Issues that one cable may ask about."""


def refusal(talks: Talks, move: Consult) -> Refused | None:
    """Why it cannot be made, or None if it can."""
    if not move.issues or len(set(move.issues)) < len(move.issues):
        return refuse(kind=Why.EMPTY_CABLE)
    if len(move.issues) > MOST_ISSUES_IN_A_CABLE:
        return refuse(kind=Why.LONG_CABLE, most=MOST_ISSUES_IN_A_CABLE)
    for issue in move.issues:
        if issue not in talks.scenario.text:
            return refuse(kind=Why.NO_ISSUE, issue=issue)
        if reason := _cannot_widen(talks, move.by, issue):
            return reason
    return None


def _cannot_widen(talks: Talks, who: DelegationId, issue: IssueId) -> Refused | None:
    """Why a capital would not widen the mandate in an issue now."""
    ladder = talks.scenario.instructions[who].mandate.get(issue, ())
    step = talks.steps.get((who, issue), 0)
    if step + 1 >= len(ladder):
        return refuse(kind=Why.NO_FURTHER_STEP, issue=issue)
    if any(cable.by == who and issue in cable.issues for cable in talks.cables):
        return refuse(kind=Why.UNANSWERED, delegation=who, issue=issue)
    if talks.scenario.text[issue].spine:
        limit = to_be_heard(talks, who, issue)
        if limit and unheard(talks, who) is None:
            return refuse(kind=Why.NOT_REFUSED, delegation=who, issue=issue, options=limit)
        return None
    asked = any(who in package.waits_for and issue in package.of(who) for package in talks.packages)
    if not asked and not talks.rebuffed.get(who):
        return refuse(kind=Why.NOTHING_REFUSED, delegation=who, issue=issue)
    return None


def _hours(room: Room, _: Consult) -> float:
    return room.scenario.clock.cable


def make(talks: Talks, move: Consult) -> Talks:
    """The cable is on its way; the room sees that a delegation confers. Who gives up with it what was not heard pays
    for that at once."""
    forgone = unheard(talks, move.by)
    due = talks.hours + talks.scenario.clock.answer
    talks = replace(talks, cables=(*talks.cables, Cable(move.by, move.issues, due)))
    talks = hear(
        talks,
        Conferred(at=talks.hours, by=move.by),
        Cabled(
            at=talks.hours, by=move.by, heard_by=frozenset({move.by}), remark=move.remark, issues=move.issues, due=due
        ),
    )
    if forgone is None or forgone.issue not in move.issues:
        return talks
    return charge(talks, move.by, -forgone.points, GivenUpUnheard(forgone.issue, forgone.options), talks.latest)


def offers(talks: Talks, who: DelegationId) -> Iterator[Consult]:
    """What a seat could try now."""
    return iter(_about_any_issue(talks.scenario.text, who))


@lru_cache(maxsize=64)
def _about_any_issue(text: Text, who: DelegationId) -> tuple[Consult, ...]:
    return tuple(Consult(who, (issue.id,)) for issue in text.negotiated)


def write(move: Consult) -> str:
    """What is done, in the notation of a record."""
    return f"asks {' '.join(move.issues)}"


def read(who: DelegationId, rest: str, remark: str) -> Consult:
    """The move from the rest of its line. Raises `Misread`."""
    return Consult(who, tuple(IssueId(issue) for issue in rest.split()), remark=remark)


def _hangs_on(talks: Talks, who: DelegationId) -> Hashable:
    """The text alone where the capital has no more to open."""
    ladders = talks.scenario.instructions[who].mandate.items()
    opens = any(talks.steps.get((who, issue), 0) + 1 < len(ladder) for issue, ladder in ladders)
    return None if opens else talks.scenario.text


RULE = Rule(refusal, _hours, make, offers, {"asks": read}, write, hangs_on=_hangs_on)
"""What `game.talks.rules` asks of this move."""
