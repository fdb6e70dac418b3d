"""Why something cannot be done at a table beside the talks, in a sentence for whoever wanted to."""

from __future__ import annotations

from typing import assert_never

from game.scenario import Scenario
from game.table import Objection
from game.text import DelegationId
from game.words.language import say


def objection(scenario: Scenario, told: Objection) -> str:
    """Why it cannot be done."""
    match told.kind:
        case "no-seat":
            return say("There is no such seat at this table.")
        case "no-device":
            return say("This is no device of this class: join again.")
        case "seated":
            return say("You sit in a seat already: {seat}.", seat=seat_name(scenario, told.seat))
        case "full":
            return say("As many as {most} people sit there: no more fit.", most=told.most)
        case "not-seated" | "elsewhere":
            return _elsewhere(told)
        case "no-name" | "long-name" | "unwritable-name":
            return _no_name(told)
        case "no-pen" | "has-pen" | "asked" | "away":
            return _pen(told)
        case "no-suggestion":
            return say("That suggestion does not wait any more: look again.")
        case "no-move":
            return say("What is suggested must be a move that could be written down.")
        case "not-yours":
            return say("That is not for your seat to do.")
        case "paused":
            return say("The table rests: the teacher lets it go on.")
        case "relieved":
            return say("The computer plays your seat for now: the teacher gives it back.")
        case _:
            assert_never(told.kind)


def _elsewhere(told: Objection) -> str:
    if told.kind == "not-seated":
        return say("You do not sit at this table.")
    return say("Whoever is to have the pen does not sit in this seat.")


def _no_name(told: Objection) -> str:
    match told.kind:
        case "no-name":
            return say("A name is missing.")
        case "long-name":
            return say("A name has at most {most} characters.", most=told.most)
        case _:
            return say("There is a sign in this name that cannot be shown.")


def _pen(told: Objection) -> str:
    match told.kind:
        case "no-pen":
            return say("Somebody else of your seat holds the pen: ask for it, or suggest something.")
        case "asked":
            return say("You have asked for the pen already.")
        case "away":
            return say("{name} is away now.", name=told.name)
        case _:
            return say("{name} holds the pen already.", name=told.name) if told.name else say("You hold the pen.")


def seat_name(scenario: Scenario, seat: DelegationId | None) -> str:
    """What a seat is called: its delegation, or the audience that speaks there; as it was written where there is no
    such seat."""
    if seat in scenario.ids:
        return scenario[seat].short
    return next((each.name for each in scenario.audiences if str(each.id) == seat), seat or "")


def member_name(name: str) -> str:
    """What somebody in a seat is called: by name, or by number where that is all there is of one."""
    return say("Delegate {number}", number=name) if name.isdigit() else name
