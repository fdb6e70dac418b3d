"""What is done in a class beside its tables: people come and go, and the teacher leads the lesson.

Each act is kept as one line of JSON, in its order; a class is what they make of it. Times are whole seconds since 1970,
as whoever owns a clock hands them in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from game.lesson.plan import Phase
from game.lesson.seating import Letter
from game.lesson.settings import Settings
from game.lesson.wall import Shown
from game.seat.codec import Codec, CodecError
from game.table import Device
from game.text import DelegationId, IssueId

When = Literal["before", "after"]
"""A question is asked before the talks, and once more when all has been laid open."""


@dataclass(frozen=True, slots=True)
class Settle:
    """Choose how the class is held, before it begins."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class Enrol:
    """Come in, and take a seat."""

    device: Device
    name: str
    """Empty for whoever goes by a number."""
    letter: Letter
    seat: DelegationId


@dataclass(frozen=True, slots=True)
class Sit:
    """Sit somebody down elsewhere."""

    device: Device
    letter: Letter
    seat: DelegationId


@dataclass(frozen=True, slots=True)
class Call:
    """Have somebody go by another name."""

    device: Device
    name: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Send somebody out for good."""

    device: Device


@dataclass(frozen=True, slots=True)
class Open:
    """Open a table, over talks that are kept under this number."""

    letter: Letter
    game: int


@dataclass(frozen=True, slots=True)
class Begin:
    """Go on to a part of the lesson."""

    phase: Phase
    at: int


@dataclass(frozen=True, slots=True)
class Lengthen:
    """Give this part of the lesson more time, or less."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Rest:
    """Let all tables rest, and the clock with them."""

    at: int


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after that."""

    at: int


@dataclass(frozen=True, slots=True)
class Missed:
    """Leave out a time in which nobody served the class."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Lock:
    """Let nobody in any more, or let people in again."""

    locked: bool


@dataclass(frozen=True, slots=True)
class Read:
    """Have read the brief."""

    device: Device


@dataclass(frozen=True, slots=True)
class Guess:
    """Answer what is asked before the talks and once more after them: what the other side holds dearest."""

    device: Device
    when: When
    issue: IssueId


@dataclass(frozen=True, slots=True)
class Show:
    """Have the wall show something else."""

    shown: Shown


ClassAct: TypeAlias = (
    Settle | Enrol | Sit | Call | Remove | Open | Begin | Lengthen | Rest | Resume | Missed | Lock | Read | Guess | Show
)
"""Everything that is kept of a class beside its tables."""
CLASS_ACTS: tuple[type[ClassAct], ...] = get_args(ClassAct)
"""Their types."""

_CODEC = Codec(ClassAct)


def write_class_act(act: ClassAct) -> str:
    """An act as a line of JSON."""
    return _CODEC.encode(act)


def read_class_act(line: str) -> ClassAct:
    """The act that was written as a line. Raises `CodecError`."""
    found: ClassAct = _CODEC.decode(ClassAct, line)  # type: ignore[arg-type]  # a union is no type to mypy
    if write_class_act(found) != line:
        raise CodecError("", "it is not as it would be written")
    return found
