"""What the instructions say, for the right side of the briefing: computed, so that it never differs from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from game.desktop.screens.instructions_world import Line, Part, world_parts
from game.scenario import Instructions, Scenario
from game.text import DelegationId, Issue, Option, OptionId
from game.words import count, either, phrase, say

_DEAREST = 4


def parts(scenario: Scenario, who: DelegationId) -> tuple[Part, ...]:
    """Everything in the order in which it is read; parts without content are left out."""
    found = (
        _wants(scenario, who),
        _lives_with(scenario, who),
        _never(scenario, who),
        _ladder(scenario, who),
        *world_parts(scenario, who),
        _walk_away(scenario, who),
    )
    return tuple(part for part in found if part.lines or part.notes)


def _open_to(sheet: Instructions, issue: Issue) -> list[Option]:
    """The wordings of an issue that cross no red line, dearest first."""
    barred = sheet.red_lines.get(issue.id, frozenset())
    worth = sheet.points[issue.id]
    return sorted((o for o in issue.options if o.id not in barred), key=lambda o: -worth[o.id])


def _dearest(scenario: Scenario, who: DelegationId) -> list[tuple[Issue, list[Option]]]:
    """The issues with most at stake for this side, dearest first, with their wordings."""
    sheet = scenario.instructions[who]
    issues = [(issue, ranked) for issue in scenario.text.issues if (ranked := _open_to(sheet, issue))]
    issues.sort(key=lambda pair: -sheet.points[pair[0].id][pair[1][0].id])
    return issues[:_DEAREST]


def _wants(scenario: Scenario, who: DelegationId) -> Part:
    points = scenario.instructions[who].points
    rows = tuple(_line(issue, ranked[0], points[issue.id][ranked[0].id]) for issue, ranked in _dearest(scenario, who))
    return Part(say("What we want"), rows, side=0)


def _line(issue: Issue, option: Option, points: int | None = None, sign: str = "") -> Line:
    """A wording in a row; silence alone does not tell what it is silent about."""
    return Line(option.name, points, sign, issue.title if option.silent else "")


def _lives_with(scenario: Scenario, who: DelegationId) -> Part:
    """In each of the same issues the least wording that keeps half of the dearest one's points."""
    points = scenario.instructions[who].points
    rows = []
    for issue, ranked in _dearest(scenario, who):
        worth = points[issue.id]
        half = [option for option in ranked[1:] if 2 * worth[option.id] >= worth[ranked[0].id] > 0]
        if half:
            rows.append(_line(issue, half[-1], worth[half[-1].id]))
    notes = (say("for half the points, or more"),) * bool(rows)
    return Part(say("What we can live with"), tuple(rows), notes, side=0)


def _never(scenario: Scenario, who: DelegationId) -> Part:
    sheet = scenario.instructions[who]
    rows = [
        _line(issue, option, sign="octagon")
        for issue in scenario.text.issues
        for option in issue.options
        if option.id in sheet.red_lines.get(issue.id, frozenset())
    ]
    return Part(say("What we do not sign"), tuple(rows), side=1)


def _ladder(scenario: Scenario, who: DelegationId) -> Part:
    """The mandate on the spine, step by step, and how much else is locked."""
    sheet, spine = scenario.instructions[who], scenario.text.spine
    rows = tuple(_steps(scenario, who, spine)) if spine else ()
    others = sum(len(steps) > 1 for issue, steps in sheet.mandate.items() if not spine or issue != spine.id)
    if not rows and not others:
        return Part(say("Your mandate"), notes=(say("Open: you may table any wording that is no red line."),))
    notes = []
    if others:
        notes.append(count(*_LOCKED[bool(rows)], others))
    lead = say("{issue}: the locks open one by one, by cable.", issue=spine.title) if rows and spine else ""
    return Part(say("Your mandate"), rows, tuple(notes), lead)


_LOCKED = {
    False: (
        phrase("In {n} issue some wordings wait for a cable."),
        phrase("In {n} issues some wordings wait for a cable."),
    ),
    True: (
        phrase("In {n} more issue some wordings wait for a cable, too."),
        phrase("In {n} more issues some wordings wait for a cable, too."),
    ),
}
"""By whether the spine has been told of before."""


def _steps(scenario: Scenario, who: DelegationId, spine: Issue) -> Iterator[Line]:
    sheet = scenario.instructions[who]
    for number, step in enumerate(sheet.mandate.get(spine.id, ())):
        names = _names(spine, step - sheet.red_lines.get(spine.id, frozenset()))
        if not names:
            continue
        yield Line(names, sign="lock" if number else "tick", note="" if number else say("yours to table now"))


def _names(issue: Issue, chosen: frozenset[OptionId]) -> str:
    return either([option.name for option in issue.options if option.id in chosen])


def _walk_away(scenario: Scenario, who: DelegationId) -> Part:
    sheet = scenario.instructions[who]
    notes = [say("Below {points} points no text is better than this text.", points=sheet.reservation_value)]
    if later := scenario.without_text(who):
        notes.append(say("Without one the aftermath would bring you {points:signed} more.", points=later))
    if sheet.delay.points:
        one = phrase("Waiting costs {n} point every {hours:hours}, however the talks end.")
        many = phrase("Waiting costs {n} points every {hours:hours}, however the talks end.")
        notes.append(count(one, many, sheet.delay.points, hours=sheet.delay.hours))
    return Part(say("The walk-away"), (Line(say("without a text"), sheet.reservation_value, "bar"),), tuple(notes))
