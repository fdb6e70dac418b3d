"""What a move costs beside its hours, told before it is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from game.scenario import Instructions, Scenario
from game.seat import Forsworn, Insisted, Penalty, Pledge, Recess, Reopening
from game.talks import Unheard
from game.words.language import count, phrase, quoted, say


def penalty(scenario: Scenario, minded: Penalty) -> str:
    """A sentence for the seat that is about to make the move."""
    if isinstance(minded, Recess):
        line = phrase("Everybody would only have talked: the talks go into recess, for {time:hours} at most.")
        return say(line, time=minded.hours)
    issue = scenario.text[minded.issue]
    match minded:
        case Reopening(points=cost, given_up=option):
            if option is None:
                return say("{issue:quoted} is agreed: {cost}", issue=issue.title, cost=_reopening(cost))
            return say("You have left {option:quoted} before: {cost}", option=issue[option].name, cost=_reopening(cost))
        case Pledge(points=cost):
            return count(
                "You have told the newspapers where you stand in {issue:quoted}: to move off it costs {n} point.",
                "You have told the newspapers where you stand in {issue:quoted}: to move off it costs {n} points.",
                cost,
                issue=issue.title,
            )
        case Forsworn(points=cost, option=option):
            return count(
                "You have refused {option:quoted} for ever: to take it costs you {n} point and goodwill.",
                "You have refused {option:quoted} for ever: to take it costs you {n} points and goodwill.",
                cost,
                option=issue[option].name,
            )
        case Unheard(points=cost, options=options):
            return count(
                "{options:or} was not tabled and refused yet: to give it up unheard costs you {n} point.",
                "{options:or} was not tabled and refused yet: to give it up unheard costs you {n} points.",
                cost,
                options=[quoted(issue[option].name) for option in options],
            )
        case Insisted(option=option):
            return say("{option:quoted} was refused twice, and nothing has changed since.", option=issue[option].name)
        case _:
            assert_never(minded)


def unheard_prices(scenario: Scenario, sheet: Instructions) -> Iterator[str]:
    """What it costs a delegation to give up its demands before they were heard, told with its instructions."""
    for option in scenario.text.spine.options if scenario.text.spine else ():
        if option.id in sheet.unheard:
            yield count(
                "To ask for the next step before {option:quoted} was tabled and refused costs you {n} point.",
                "To ask for the next step before {option:quoted} was tabled and refused costs you {n} points.",
                sheet.unheard[option.id],
                option=option.name,
            )


def _reopening(points: int) -> str:
    if not points:
        return say("to reopen it costs you goodwill.")
    return count(
        "to reopen it costs you {n} point and goodwill.", "to reopen it costs you {n} points and goodwill.", points
    )
