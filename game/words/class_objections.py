"""Why something cannot be done in a class, in a sentence for whoever wanted to."""

from __future__ import annotations

from typing import assert_never

from game.lesson import ClassObjection
from game.words.language import say


def class_objection(told: ClassObjection) -> str:
    """Why it cannot be done."""
    match told.kind:
        case "locked":
            return say("Your teacher lets nobody in any more: ask for the room to be unlocked.")
        case "full":
            return say("This class has {most} people: no more fit.", most=told.most)
        case "no-person":
            return say("There is no such person in this class any more: join again.")
        case "no-table":
            return say("There is no table {letter} in this class.", letter=told.letter)
        case "no-seat":
            return say("There is no such seat: {seat}.", seat=told.seat or "")
        case "started" | "not-started" | "nobody" | "over" | "not-asked" | "too-early":
            return _not_now(told)
        case "no-scenario" | "no-edition" | "odd-settings" | "no-issue" | "odd-seconds":
            return _not_so(told)
        case _:
            assert_never(told.kind)


def _not_now(told: ClassObjection) -> str:
    match told.kind:
        case "started":
            return say("The lesson has begun: this can only be chosen before it.")
        case "not-started":
            return say("The lesson has not begun yet: wait for your teacher.")
        case "nobody":
            return say("Nobody is here yet: the lesson begins when somebody has joined.")
        case "over":
            return say("This lesson is over.")
        case "not-asked":
            return say("This is not asked now: it is before the talks, and once more at the end.")
        case _:
            return say("A table still negotiates: this would show what is sealed until the end.")


def _not_so(told: ClassObjection) -> str:
    match told.kind:
        case "no-scenario":
            return say("There is no scenario {name}.", name=told.name)
        case "no-edition":
            return say("This scenario has no edition {name}.", name=told.name)
        case "no-issue":
            return say("There is no issue {name} to choose.", name=told.name)
        case "odd-seconds":
            return say("A part of a lesson takes from no time to {most} minutes.", most=told.most)
        case _:
            return say(
                "A class has one person at least, silence lasts half a minute to ten, and a computer has a level."
            )
