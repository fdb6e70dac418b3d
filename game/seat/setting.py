"""What a seat knows before the first move, and what no move changes: the scenario without anybody else's envelope.

It is sent once. What changes lies on the `Desk`, which speaks of it by ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from game.scenario import (
    Aftermath,
    Audience,
    Branch,
    Calendar,
    Clock,
    Delegation,
    Force,
    History,
    Instructions,
    Limits,
    Phase,
    Reading,
    Reference,
    Scenario,
    Session,
    SideText,
    Temperament,
)
from game.talks import LONGEST_REMARK, MOST_ISSUES_IN_A_CABLE, View
from game.talks.events import Adjusted, Event
from game.text import Clause, DelegationId, Exclusion, Issue, IssueId, OptionId, Source, Template, Text


@dataclass(frozen=True, slots=True)
class AftermathTest:
    """A dated test of the words, as everybody knows it: what is asked of them, and what happened in history."""

    id: str
    day: date
    title: str
    question: str
    story: str
    source: Source
    reads: frozenset[IssueId]
    """The issues whose words it looks at."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A seat's own envelope, as it was dealt."""

    instructions: Instructions
    without_text: int
    """Points that the aftermath would bring if nothing were signed."""
    readings: tuple[Reading, ...]
    """Closing statements that it may come to make."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One seat's talks, as far as no move changes them."""

    who: DelegationId
    """Whose seat it is; a watcher's name begins with a star."""
    id: str
    title: str
    summary: str
    background: str
    kind: Literal["history", "counterfactual", "drill"]
    heading: Template
    clauses: tuple[Clause, ...]
    issues: tuple[Issue, ...]
    exclusions: tuple[Exclusion, ...]
    delegations: tuple[Delegation, ...]
    """In the order of the table."""
    temperaments: Mapping[str, Temperament]
    """Characters that may have come; which of them did is told when the talks are over."""
    sessions: tuple[Session, ...]
    phases: tuple[Phase, ...]
    clock: Clock
    """Hours that each move takes, and what else is fixed for the table."""
    longest_remark: int
    longest_cable: int
    """Issues that one cable may ask about."""
    audiences: tuple[Audience, ...]
    side_texts: tuple[SideText, ...]
    force: Force | None
    aftermath: tuple[AftermathTest, ...]
    history: History | None
    limits: Limits | None
    """How the numbers were chosen, and what the model leaves out."""
    sources: Mapping[str, Reference]
    sheet: Sheet | None
    """None for a watcher."""


def setting(view: View) -> Setting:
    """What no move changes, for the seat of a view."""
    told = view.scenario
    return Setting(
        who=view.who,
        id=told.id,
        title=told.title,
        summary=told.summary,
        background=told.background,
        kind=told.kind,
        heading=told.text.heading,
        clauses=told.text.clauses,
        issues=told.text.issues,
        exclusions=told.text.exclusions,
        delegations=told.delegations,
        temperaments=told.temperaments,
        sessions=told.calendar.sessions,
        phases=told.phases,
        clock=told.clock,
        longest_remark=LONGEST_REMARK,
        longest_cable=MOST_ISSUES_IN_A_CABLE,
        audiences=told.audiences,
        side_texts=told.side_texts,
        force=told.force,
        aftermath=tuple(
            AftermathTest(each.id, each.day, each.title, each.question, each.story, each.source, each.reads)
            for each in told.aftermath
        ),
        history=told.history,
        limits=told.limits,
        sources=told.sources,
        sheet=_sheet(view),
    )


def _sheet(view: View) -> Sheet | None:
    if view.own is None:
        return None
    told = view.scenario
    return Sheet(_as_dealt(view), told.without_text(view.who), told.readings)


def _as_dealt(view: View) -> Instructions:
    """The instructions before events changed them: each change is in the record with what was there before."""
    now = view.seat.instructions
    walk_away = now.reservation_value
    points: dict[IssueId, dict[OptionId, int]] = {issue: dict(row) for issue, row in now.points.items()}
    for event in reversed(view.record):
        match event:
            case Adjusted(number="walk-away", by=by) if by == view.who:
                walk_away = event.before
            case Adjusted(number="points", by=by, issue=issue, option=option) if by == view.who and issue and option:
                points[issue][option] = event.before
    return replace(now, reservation_value=walk_away, points=points)


# ---- and back ------------------------------------------------------------------------------------------------------


def scenario_of(told: Setting) -> Scenario:
    """The scenario as a seat knows it that has been sent its setting: nothing that the setting does not hold."""
    sheet = told.sheet
    return Scenario(
        id=told.id,
        title=told.title,
        summary=told.summary,
        background=told.background,
        kind=told.kind,
        clock=told.clock,
        history=told.history,
        limits=told.limits,
        phases=told.phases,
        side_texts=told.side_texts,
        force=told.force,
        aftermath=tuple(_test(told, place) for place in range(len(told.aftermath))),
        readings=sheet.readings if sheet else (),
        sources=told.sources,
        text=Text(told.heading, told.clauses, told.issues, told.exclusions),
        delegations=told.delegations,
        calendar=Calendar(told.sessions),
        instructions={told.who: sheet.instructions} if sheet else {},
        audiences=told.audiences,
        temperaments=told.temperaments,
    )


def _test(told: Setting, place: int) -> Aftermath:
    """A test of the words without its branches, which only the host knows. What they bring without a text is told as
    one sum: it stands with the first."""
    test, sheet = told.aftermath[place], told.sheet
    points = {told.who: sheet.without_text} if sheet and place == 0 else {}
    return Aftermath(
        id=test.id, day=test.day, title=test.title, question=test.question, story=test.story, label=test.source.label,
        cite=test.source.cite, no_text=Branch(points, ""), branches=(),
    )  # fmt: skip


def instructed(told: Setting, record: Sequence[Event]) -> Instructions | None:
    """A seat's instructions as the events of its record have changed them; None for a watcher."""
    if told.sheet is None:
        return None
    found = told.sheet.instructions
    walk_away = found.reservation_value
    points: dict[IssueId, dict[OptionId, int]] = {issue: dict(row) for issue, row in found.points.items()}
    for event in record:
        match event:
            case Adjusted(number="walk-away", by=by) if by == told.who:
                walk_away = event.after
            case Adjusted(number="points", by=by, issue=issue, option=option) if by == told.who and issue and option:
                points[issue][option] = event.after
    return replace(found, reservation_value=walk_away, points=points)
