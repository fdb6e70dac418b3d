"""What devices have found out that try the room before a lesson: for whoever leads it, in a sentence or two."""

from __future__ import annotations

from game.lesson.preflight import Tries
from game.words.language import count, say


def how_to_try(address: str) -> str:
    """How a device tries the room, for whoever leads the lesson."""
    return say(
        "Before the lesson, open {address} on a student's device in the room: it says within a minute if it will do.",
        address=address,
    )


def tried(told: Tries) -> str:
    """How many devices are fit for the lesson, and what is the matter with the others; nothing where none has tried."""
    if not told.opened:
        return ""
    fit = count("{fit} of {n} device is ready", "{fit} of {n} devices are ready", told.opened, fit=told.fit)
    found = [fit]
    if told.trying:
        found.append(count("{n} still tries", "{n} still try", told.trying))
    if told.cut_off:
        found.append(count("no messages reach {n}", "no messages reach {n}", told.cut_off))
    if told.polling:
        found.append(
            count(
                "{n} cannot hold the stream, and asks for each message instead",
                "{n} cannot hold the stream, and ask for each message instead",
                told.polling,
            )
        )
    if told.narrow:
        found.append(count("{n} is too narrow upright", "{n} are too narrow upright", told.narrow))
    if told.forgetful:
        found.append(
            count(
                "{n} forgets its seat when the page is closed",
                "{n} forget their seats when the page is closed",
                told.forgetful,
            )
        )
    return say("{list}.", list="; ".join(found))
