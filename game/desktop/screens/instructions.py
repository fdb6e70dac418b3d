"""What the instructions say, for the right side of the briefing: computed, so that it never differs from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from game.desktop.screens.instructions_world import Line, Part, world_parts
from game.scenario import Instructions, Scenario
from game.seat import Gist, gist
from game.text import DelegationId, IssueId, OptionId
from game.words import count, either, say
from game.words.penalties import unheard_prices


def parts(scenario: Scenario, who: DelegationId) -> tuple[Part, ...]:
    """Everything in the order in which it is read; parts without content are left out."""
    found = gist(scenario, scenario.instructions[who])
    wants = tuple(_line(scenario, want.issue, want.option, want.points) for want in found.wants)
    enough = tuple(_line(scenario, each.issue, each.enough, each.kept) for each in found.wants if each.enough)
    half = (say("for half the points, or more"),) * bool(enough)
    never = tuple(_line(scenario, issue, option, sign="octagon") for issue, option in found.never)
    every = (
        Part(say("What we want"), wants, side=0),
        Part(say("What we can live with"), enough, half, side=0),
        Part(say("What we do not sign"), never, side=1),
        _ladder(scenario, scenario.instructions[who], found),
        *world_parts(scenario, who),
        _walk_away(scenario, who),
    )
    return tuple(part for part in every if part.lines or part.notes)


def _line(scenario: Scenario, issue: IssueId, option: OptionId, points: int | None = None, sign: str = "") -> Line:
    """A wording in a row, and the issue that it answers, by the name that it has at the table."""
    told = scenario.text[issue]
    return Line(told[option].name, points, sign, told.title)


def _ladder(scenario: Scenario, sheet: Instructions, found: Gist) -> Part:
    """The mandate on the spine, step by step, and how much else is locked."""
    heading, spine = say("Your mandate"), scenario.text.spine
    rows = tuple(_steps(scenario, found))
    if not rows and not found.locked:
        return Part(heading, notes=(say("Open: you may table any wording that is no red line."),))
    lead = say("{issue}: the locks open one by one, by cable.", issue=spine.title) if rows and spine else ""
    notes = (*unheard_prices(scenario, sheet), *(_locked(found.locked, more=bool(rows)),) * bool(found.locked))
    return Part(heading, rows, notes, lead)


def _locked(number: int, *, more: bool) -> str:
    """In how many issues wordings wait; `more`: beside those that have been told of."""
    if more:
        return count(
            "In {n} more issue some wordings wait for a cable, too.",
            "In {n} more issues some wordings wait for a cable, too.",
            number,
        )
    return count(
        "In {n} issue some wordings wait for a cable.", "In {n} issues some wordings wait for a cable.", number
    )


def _steps(scenario: Scenario, found: Gist) -> Iterator[Line]:
    spine = scenario.text.spine
    for number, step in enumerate(found.steps):
        if spine and step:
            names = either([spine[option].name for option in step])
            yield Line(names, sign="lock" if number else "tick", note="" if number else say("yours to table now"))


def _walk_away(scenario: Scenario, who: DelegationId) -> Part:
    sheet = scenario.instructions[who]
    notes = [say("A text below {points} points is worse than none.", points=sheet.reservation_value)]
    if later := scenario.without_text(who):
        notes.append(say("Without a text the years that follow count as well: {points:signed} for you.", points=later))
    if sheet.delay.points:
        waiting = count(
            "Waiting costs {n} point every {hours:hours}, however the talks end.",
            "Waiting costs {n} points every {hours:hours}, however the talks end.",
            sheet.delay.points,
            hours=sheet.delay.hours,
        )
        notes.append(waiting)
    return Part(say("The walk-away"), (Line(say("without a text"), sheet.reservation_value, "bar"),), tuple(notes))
