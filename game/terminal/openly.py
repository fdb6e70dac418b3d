"""The computer's turns told openly, when the talks are over: what was said, and what was thought."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, TypeAlias

from game.talks import Record
from game.terminal.console import Console
from game.terminal.phrases import remark
from game.text import DelegationId
from game.words import SENTENCES, phrase, say, strung
from game.words.events import tell

if TYPE_CHECKING:
    # What a debrief is made of thinks with numpy, and nobody who plays should wait for that.
    from game.debrief import Said
    from game.words.opened import OpenedTalks

Opener: TypeAlias = "Callable[[Record, bytes], OpenedTalks]"
"""Opens finished talks, given their record and scenario file."""

HEAD = phrase(
    "The computer’s turns, openly. Points are those of whoever moved; what it took others to want is set beside their"
    " real sheets, and is told again only where it has changed."
)


def tell_turns(console: Console, found: OpenedTalks, me: DelegationId | None = None) -> None:
    """Every turn of the computer's, as it was heard and as it was meant; `me` is called you."""
    console.tell()
    console.tell(say(HEAD))
    if not found.turns:
        console.tell(say("The computer made no move in these talks."))
    told: dict[tuple[DelegationId, str], Hashable] = {}
    for turn in found.turns:
        console.tell()
        _tell_said(console, found, turn)
        for line in found.lines(turn, me):
            key = turn.who, line.about
            if line.same is None or told.get(key) != line.same:
                console.tell(say("{about}. {words}", about=line.about, words=line.words), indent=2, hang=2)
            told[key] = line.same
    if found.strays:
        strange = phrase(
            "This version of the game would not have made these moves: {moves:strung}. Their reasons are not known."
        )
        console.tell()
        console.tell(say(strange, moves=[str(number) for number in found.strays]))


def _tell_said(console: Console, found: OpenedTalks, turn: Said) -> None:
    told = strung([tell(found.scenario, event) for event in turn.events], SENTENCES)
    console.tell(say("Move {n}, hour {at:hour}. {told}", n=turn.number, at=turn.at, told=told), hang=2)
    if turn.move.remark:
        console.tell(remark(found.scenario, turn.who, turn.move.remark), indent=2)
