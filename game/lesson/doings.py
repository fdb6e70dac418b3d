"""What the teacher does in a class. Most of it is kept as it is; the rest becomes several acts, or moves at tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from game.lesson.class_acts import Call, Lengthen, Lock, Remove, Settle, Show, Sit
from game.lesson.seating import Letter
from game.seat.codec import Codec
from game.table import Device
from game.talks import ChairMove
from game.text import DelegationId


@dataclass(frozen=True, slots=True)
class Start:
    """Begin with those who are there: everybody gets a brief."""


@dataclass(frozen=True, slots=True)
class Advance:
    """Go on to the next part of the lesson now."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Let all tables rest, and the clock."""


@dataclass(frozen=True, slots=True)
class GoAhead:
    """Let them go on."""


@dataclass(frozen=True, slots=True)
class GivePen:
    """Put the pen of a seat into somebody's hand."""

    device: Device


@dataclass(frozen=True, slots=True)
class Substitute:
    """Let the computer take a seat, or give it back."""

    letter: Letter
    seat: DelegationId
    computer: bool


@dataclass(frozen=True, slots=True)
class Preside:
    """Make a move of the chair's at one table, or at all whose talks go on."""

    move: ChairMove
    letter: Letter | None = None


@dataclass(frozen=True, slots=True)
class Finish:
    """End the lesson for good."""


Doing: TypeAlias = (
    Settle | Start | Advance | Lengthen | Hold | GoAhead | Lock | Call | Remove | Sit | GivePen | Substitute | Show
    | Preside | Finish
)  # fmt: skip
"""Everything that the teacher does."""

_CODEC = Codec(Doing)


def write_doing(doing: Doing) -> str:
    """What is to be done, as JSON: a button of the desk bears it, and sends it (`game/classroom/wire.py` reads it)."""
    return _CODEC.encode(doing)
