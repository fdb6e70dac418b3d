"""Everybody's instructions opened and laid side by side, and the turns at which a computer's reasons tell most.

The sheets are those of the end: as the seed drew them, with what events changed since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.debrief.better import better
from game.debrief.debrief import Debrief
from game.debrief.turning_points import turning_points
from game.scenario import Delay, Pair
from game.talks.events import Adjusted
from game.text import DelegationId, IssueId, OptionId

MOST = 5
"""Turns of computers whose reasons are told, at most."""

Limit = Literal["red-line", "opened", "asked", "never-asked"]
"""What kept a delegation from a wording when the talks opened: a red line; or its mandate, which was opened by the end;
or was not, though a cable asked about the issue; or was not, and no cable did."""


@dataclass(frozen=True, slots=True)
class Row:
    """One wording on all sheets."""

    option: OptionId
    points: Mapping[DelegationId, int]
    limits: Mapping[DelegationId, Limit]
    """For those who could not stand there from the beginning."""
    signed: bool


@dataclass(frozen=True, slots=True)
class Sheets:
    """All sheets of the end, side by side."""

    issues: Mapping[IssueId, tuple[Row, ...]]
    walk_away: Mapping[DelegationId, int]
    delay: Mapping[DelegationId, Delay]
    pairs: Mapping[DelegationId, tuple[Pair, ...]]
    """Points for two wordings together."""
    changed: tuple[Adjusted, ...]
    """What was changed on a sheet in the course of the talks, by whatever happened outside."""


def opened_sheets(debrief: Debrief) -> Sheets:
    """The instructions of everybody, one beside the other."""
    course, scenario = debrief.course, debrief.scenario
    sheets = scenario.instructions
    return Sheets(
        {
            issue.id: tuple(_row(debrief, issue.id, option.id) for option in issue.options)
            for issue in scenario.text.negotiated
        },
        debrief.walk_away,
        {who: sheets[who].delay for who in scenario.ids},
        {who: sheets[who].pairs for who in scenario.ids},
        tuple(event for step in course.steps for event in step.events if isinstance(event, Adjusted) and event.by),
    )


def _row(debrief: Debrief, issue: IssueId, option: OptionId) -> Row:
    scenario, end, signed = debrief.scenario, debrief.course.end, debrief.course.signed
    limits: dict[DelegationId, Limit] = {}
    for who in scenario.ids:
        sheet = scenario.instructions[who]
        if option in sheet.red_lines.get(issue, frozenset()):
            limits[who] = "red-line"
        elif option not in sheet.allowed(issue, 0, scenario.text[issue].ids):
            steps = end.steps.get((who, issue), 0)
            within = option in sheet.allowed(issue, steps, scenario.text[issue].ids)
            limits[who] = "opened" if within else "asked" if (who, issue) in debrief.course.cabled else "never-asked"
    points = {who: scenario.instructions[who].points[issue][option] for who in scenario.ids}
    return Row(option, points, limits, signed is not None and signed[issue] == option)


def telling_moves(debrief: Debrief) -> tuple[int, ...]:
    """The numbers of the moves at which it tells most why they were made: those that turned the talks, and those that
    let a better text fall. Whether a computer made them is another question."""
    found = [point.number for point in debrief.once(turning_points)]
    for text in debrief.once(better).found:
        papers = (*text.whole, *(paper for change in text.changes for paper in change.refusals))
        found += [paper.fate_number for paper in papers if paper.fate_number is not None]
    return tuple(dict.fromkeys(found))
