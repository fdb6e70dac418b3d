"""A package as it would stand in the text: what it strikes, what it puts in, what each of its moves brings one seat.

All of it comes of a desk, so it is no part of one: a face asks for it where it shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario import Scenario
from game.seat.desk import Desk
from game.seat.memo import kept
from game.seat.tray import Shifts
from game.talks import Shift
from game.talks.moves import shifted
from game.text import DelegationId, Issue, IssueId, OptionId, Positions, Redraft, Redrafted, Reworded, redraft


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a package."""

    shift: Shift
    old: OptionId
    """Where this delegation stands now."""
    points: int | None = None
    """What the new wording is worth to this seat beside the old one, on its own sheet; None for a watcher."""


@dataclass(frozen=True, slots=True)
class Deal:
    """A package in the text."""

    by: DelegationId
    """Who proposes it."""
    draft: Redraft
    steps: tuple[Step, ...]
    """Its moves, without those to where their delegation stands already."""
    beside: Mapping[IssueId, Redrafted]
    """The issues in which somebody would move and of which this draft prints no word: the names of their wordings."""
    places: Mapping[IssueId, int]
    """In which clause of this draft the words of an issue stand, by its number; 0 is the heading."""

    @property
    def issues(self) -> tuple[IssueId, ...]:
        """The issues in which somebody would move."""
        return tuple(dict.fromkeys(step.shift.issue for step in self.steps))


def stands(scenario: Scenario, desk: Desk) -> Positions:
    """Where everybody stands."""
    fixed = {issue.id: issue.options[0].id for issue in scenario.text.issues if issue.fixed}
    found = {who: dict(fixed) for who in scenario.ids}
    for row in desk.issues:
        for wording in row.wordings:
            for who in wording.stands:
                found[who][row.issue] = wording.option
    return found


def deal(scenario: Scenario, desk: Desk, shifts: Shifts, by: DelegationId | None = None) -> Deal | None:
    """What comes of some moves, proposed by this seat or by another; None if nobody moves by them."""
    proposer = by or desk.who
    return kept(("deal", shifts, proposer), lambda: _deal(scenario, desk, shifts, proposer), scenario.text, desk.issues)


def _deal(scenario: Scenario, desk: Desk, shifts: Shifts, by: DelegationId) -> Deal | None:
    now = stands(scenario, desk)
    moving = [each for each in shifts if now[each.delegation][each.issue] != each.option]
    if not moving:
        return None
    then = shifted(now, moving)
    draft = redraft(scenario.text, now, then)
    steps = tuple(_step(desk, each, now[each.delegation][each.issue]) for each in moving)
    touched = [issue for issue in draft.unprinted if any(step.shift.issue == issue for step in steps)]
    beside = {issue: _named(scenario.text[issue], now, then) for issue in touched}
    return Deal(by, draft, steps, beside, _places(draft))


def _named(issue: Issue, now: Positions, then: Positions) -> Redrafted:
    """What stands in an issue that prints nothing, now and then."""
    wordings = []
    for option in issue.options:
        sides = (tuple(who for who, stand in each.items() if stand[issue.id] == option.id) for each in (now, then))
        wordings.append(Reworded(option.id, option.name, *sides))
    return Redrafted(tuple(each for each in wordings if each.now or each.then), issue.id)


def _step(desk: Desk, shift: Shift, old: OptionId) -> Step:
    row = desk.row(shift.issue)
    new, left = row[shift.option].points, row[old].points
    return Step(shift, old, new - left if new is not None and left is not None else None)


def _places(draft: Redraft) -> Mapping[IssueId, int]:
    """Where an issue's own words stand; else where those stand that it puts elsewhere."""
    places: dict[IssueId, int] = {}
    for own in (True, False):
        for number, runs in enumerate((draft.heading, *(clause.runs for clause in draft.clauses))):
            for run in runs:
                if run.issue is not None and (not run.part or not own):
                    places.setdefault(run.issue, number)
    return places
