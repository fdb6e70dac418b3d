"""The computer's turns told openly, when the talks are over: what was said, and what was thought."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, TypeAlias

from game.talks import Record, hour_number, opening_capital, tell
from game.terminal.console import Console
from game.text import DelegationId

if TYPE_CHECKING:
    # What a debrief is made of thinks with numpy, and nobody who plays should wait for that.
    from game.debrief import Said
    from game.words.opened import OpenedTalks

Opener: TypeAlias = "Callable[[Record, bytes], OpenedTalks]"
"""Opens finished talks, given their record and scenario file."""

HEAD = (
    "The computer’s turns, openly. Points are those of whoever moved; what it took others to want is set beside their"
    " real sheets, and is told again only where it has changed."
)


def tell_turns(console: Console, found: OpenedTalks, me: DelegationId | None = None) -> None:
    """Every turn of the computer's, as it was heard and as it was meant; `me` is called you."""
    console.tell()
    console.tell(HEAD)
    if not found.turns:
        console.tell("The computer made no move in these talks.")
    told: dict[tuple[DelegationId, str], Hashable] = {}
    for turn in found.turns:
        console.tell()
        _tell_said(console, found, turn)
        for line in found.lines(turn, me):
            key = turn.who, line.about
            if line.same is None or told.get(key) != line.same:
                console.tell(f"{line.about}. {line.words}", indent=2, hang=2)
            told[key] = line.same
    if found.strays:
        moves = ", ".join(str(number) for number in found.strays)
        console.tell()
        console.tell(f"This version of the game would not have made these moves: {moves}. Their reasons are not known.")


def _tell_said(console: Console, found: OpenedTalks, turn: Said) -> None:
    stamp = f"Move {turn.number}, hour {hour_number(turn.at)}."
    console.tell(f"{stamp} {' '.join(tell(found.scenario, event) for event in turn.events)}", hang=2)
    if turn.move.remark:
        who = opening_capital(found.scenario[turn.who].short)
        console.tell(f"{who}: “{turn.move.remark}”", indent=2)
