"""The words that make a move: each with its synonyms, what asks for the rest of it, and how a record writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from game.seat import Deed, Seated
from game.talks import Move
from game.terminal import choosing, outside, procedure
from game.terminal.building import build, build_non_paper
from game.terminal.console import Console

Word = Literal[
    "table", "float", "accept", "decline", "counter", "move", "ask", "say", "withdraw", "sign", "leave", "hold", "give",
    "swap", "sit", "announce", "sound", "circulate", "read", "silent", "break", "answer", "vote", "headline",
]  # fmt: skip
"""What is typed for a move, and shown in the menu."""

Chooser = Callable[[Console, Seated, str], Move | None]
"""Asks for a move; what was typed after its word is handed on."""


@dataclass(frozen=True, slots=True)
class Command:
    """A word for a move."""

    choose: Chooser
    recorded: tuple[str, ...] = ()
    """The verbs by which a record writes such moves."""
    synonyms: tuple[str, ...] = ()
    held: bool = False
    """Whether it means something while a text is held up; then only such words do."""
    frozen: bool = False
    """Whether it means something once the text is frozen; then only such words do."""
    outside: bool = False
    """Whether it is for whoever speaks for an audience; the others are for delegations."""


COMMANDS: Mapping[Word, Command] = {
    "table": Command(build, ("tables",), ("package",)),
    "float": Command(build_non_paper, ("floats",), ("non-paper",)),
    "accept": Command(choosing.accept, ("accepts",)),
    "decline": Command(choosing.decline, ("declines",), ("refuse",)),
    "counter": Command(choosing.counter_offer),
    "move": Command(choosing.move_alone, ("moves",)),
    "ask": Command(choosing.ask_capital, ("asks",), ("capital",)),
    "say": Command(choosing.speak_up, ("says",)),
    "withdraw": Command(choosing.withdraw, ("withdraws",)),
    "sign": Command(choosing.sign, ("initials",), ("initial",)),
    "leave": Command(choosing.leave, ("leaves",), held=True),
    "hold": Command(procedure.hold, ("holds",)),
    "give": Command(procedure.give, ("gives",), held=True),
    "swap": Command(procedure.swap, ("swaps",), held=True),
    "sit": Command(procedure.sit, ("sits",), held=True),
    "announce": Command(procedure.announce, ("announces",)),
    "sound": Command(procedure.sound, ("sounds",)),
    "circulate": Command(procedure.at_once("circulate"), ("circulates",)),
    "read": Command(procedure.read, ("reads",), frozen=True),
    "silent": Command(outside.keep_silent, ("keeps",), ("silence",), outside=True),
    "break": Command(outside.break_silence, ("breaks",), outside=True),
    "answer": Command(outside.reply, ("answers",), outside=True),
    "vote": Command(outside.vote, ("votes",), outside=True),
    "headline": Command(outside.headline, ("prints",), ("print",), outside=True),
}
"""Every word for a move."""

OUTSIDE: Mapping[Word, Deed] = {
    "silent": "keep-silence", "break": "break-silence", "vote": "vote", "answer": "reply", "headline": "headline",
}  # fmt: skip
"""What whoever speaks for an audience can do, the most pressing first."""

LISTED: Mapping[Word, Deed] = {"sound": "sound"}
"""The last words of what can be typed besides, each offered as soon as a choice is open."""

TYPED: Mapping[str, Command] = {
    typed: command for word, command in COMMANDS.items() for typed in (word, *command.synonyms)
}
"""The same by whatever may be typed for them."""
RECORDED = frozenset(verb for command in COMMANDS.values() for verb in command.recorded)
"""The verbs of a record."""
