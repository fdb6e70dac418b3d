"""Several people at one keyboard: one reads to the end, the screen is cleared, and the next says who it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.scenario import Scenario
from game.terminal.chairing import Chair
from game.terminal.console import Console
from game.terminal.surface import Remains
from game.text import DelegationId
from game.words import phrase, say
from game.words.names import seat

HELP = (
    phrase("Several people play at this keyboard, one after the other, and none is to read what is another's."),
    phrase("Type the word that stands there when nobody else looks on. q leaves."),
)

_BEFORE: Mapping[Remains, str] = {
    "nothing": phrase("Before each turn of another's the screen is cleared, with all that has scrolled off it."),
    "scrolled": phrase(
        "Before each turn of another's the screen is cleared. But this terminal keeps what has scrolled off it: whoever"
        " scrolls back can read what the others were told. The window keeps nothing: {window}."
    ),
    "all": phrase(
        "What is printed here cannot be taken off again: whoever reads back can read what the others were told. The"
        " window keeps nothing: {window}."
    ),
}
_READ: Mapping[Remains, str] = {
    "nothing": phrase("{who:head} plays next. Press Enter when all is read: the screen is cleared."),
    "scrolled": phrase(
        "{who:head} plays next. Press Enter when all is read: the screen is cleared, and what scrolled off it stays."
    ),
    "all": phrase("{who:head} plays next. Press Enter when all is read: nothing of it can be taken off."),
}
"""By what stays when the screen is cleared."""


def introduce(console: Console, scenario: Scenario, people: Sequence[DelegationId]) -> None:
    """Who plays here, and what each can read of the others'."""
    names = [seat(scenario, who) for who in people]
    stays = say(_BEFORE[console.remains], window="as-appropriate play --desktop")
    console.tell(say("At this keyboard people play {names:and}, by turns. {stays}", names=names, stays=stays))


def hand_over(console: Console, scenario: Scenario, who: DelegationId, chair: Chair) -> bool:
    """Let whoever sits there read on, and then ask for `who`; whether they are there, and not the chair has made a move
    meanwhile. Raises `Gone`."""
    console.tell()
    console.drop_typed()
    while chair.hears(typed := console.ask(say(_READ[console.remains], who=seat(scenario, who)), HELP)):
        if chair.does(typed):
            return False
    return ask_for(console, scenario, who, chair)


def ask_for(console: Console, scenario: Scenario, who: DelegationId, chair: Chair | None = None) -> bool:
    """Clear the screen, and ask until `who` is there, or the chair has made a move: whether they are. What was typed
    before it was asked for counts for nothing. Raises `Gone`."""
    name = seat(scenario, who)
    console.clear()
    console.tell(say("{who:head} plays now.", who=name))
    while True:
        console.drop_typed()
        question = say("Whoever plays {who} types {id} when nobody else looks on:", who=name, id=who)
        typed = console.ask(question, HELP)
        if typed.casefold() in {who.casefold(), name.casefold()}:
            return True
        if chair is None or not chair.hears(typed):
            console.tell(say("That is not {id}.", id=who))
        elif chair.does(typed):
            return False
