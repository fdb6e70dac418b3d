"""What people do at a table beside the talks: they sit down, hand the pen on, suggest something to whoever holds it.

Acts are kept with the talks, each as a line, and are no part of their record. A device goes by a public name, never by
what it proves itself with: its partners and the teacher see that name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NewType, TypeAlias, assert_never, get_args

from game.talks import CHAIR, Move, read_move, write_move
from game.text import DelegationId

Device = NewType("Device", str)
"""A device that somebody sits before: one word, by which it is called at this table."""

TEACHER = Device(CHAIR)
"""Stands for the teacher's device, which sits in no seat, may put the pen into another hand and lets the table
rest."""

MoveId: TypeAlias = str
"""What a device calls a move that it sends, so that one that is sent twice counts once: one word."""


@dataclass(frozen=True, slots=True)
class _Act:
    device: Device
    """Who does it; where it is the teacher who does, to whom."""


@dataclass(frozen=True, slots=True)
class Join(_Act):
    """Sit down."""

    seat: DelegationId
    name: str
    """As the others of the seat and the teacher read it."""


@dataclass(frozen=True, slots=True)
class Quit(_Act):
    """Get up for good."""


@dataclass(frozen=True, slots=True)
class MoveTo(_Act):
    """Sit down elsewhere at the same table, as the teacher wishes."""

    seat: DelegationId


@dataclass(frozen=True, slots=True)
class Rename(_Act):
    """Go by another name, as the teacher wishes."""

    name: str


@dataclass(frozen=True, slots=True)
class HandPen(_Act):
    """Give the pen of a seat to another who sits there, for good."""

    to: Device


@dataclass(frozen=True, slots=True)
class AskForPen(_Act):
    """Ask whoever holds the pen for it."""


@dataclass(frozen=True, slots=True)
class Suggest(_Act):
    """Put a move before whoever holds the pen; it takes the place of what was suggested before."""

    move: Move


@dataclass(frozen=True, slots=True)
class TakeUp(_Act):
    """Take up what was suggested, by its number: whoever holds the pen has it before him and makes of it what he
    likes."""

    suggestion: int


@dataclass(frozen=True, slots=True)
class Dismiss(_Act):
    """Put what was suggested aside, by its number."""

    suggestion: int


@dataclass(frozen=True, slots=True)
class Away(_Act):
    """Give no sign of life any more; whoever owns the clock notes it."""


@dataclass(frozen=True, slots=True)
class Back(_Act):
    """Be there again after that; whatever else a device does says so too."""


@dataclass(frozen=True, slots=True)
class Pause(_Act):
    """Let the table rest, as the teacher wishes: nobody moves, and no clock runs."""


@dataclass(frozen=True, slots=True)
class GoOn(_Act):
    """Go on after that."""


@dataclass(frozen=True, slots=True)
class Relieve(_Act):
    """Let the computer take a seat, as the teacher wishes, whoever sits there."""

    seat: DelegationId


@dataclass(frozen=True, slots=True)
class GiveBack(_Act):
    """Give it back to those who sit there."""

    seat: DelegationId


@dataclass(frozen=True, slots=True)
class Made(_Act):
    """Make the move that was played last: which device did, and what it had called it."""

    id: MoveId


Act: TypeAlias = (
    Join
    | Quit
    | MoveTo
    | Rename
    | HandPen
    | AskForPen
    | Suggest
    | TakeUp
    | Dismiss
    | Away
    | Back
    | Pause
    | GoOn
    | Relieve
    | GiveBack
    | Made
)
"""Everything that is done beside the talks."""
ACTS: tuple[type[Act], ...] = get_args(Act)
"""Their types."""

_WORD = re.compile(r"[A-Za-z0-9*_.:-]{1,64}")


def is_word(written: object) -> bool:
    """Whether this can be the name of a device or of a move: at most 64 plain letters, digits and
    signs."""
    return isinstance(written, str) and _WORD.fullmatch(written) is not None


class MisreadAct(ValueError):
    """A line that is no act."""


def write_act(act: Act) -> str:
    """An act as a line, without its end."""
    match act:
        case Join(seat=seat, name=name):
            rest = f"joins {seat} {name}"
        case Quit():
            rest = "quits"
        case MoveTo(seat=seat):
            rest = f"moves-to {seat}"
        case Rename(name=name):
            rest = f"renamed {name}"
        case HandPen(to=to):
            rest = f"hands-pen {to}"
        case AskForPen():
            rest = "asks-for-pen"
        case Suggest(move=move):
            rest = f"suggests {write_move(move)}"
        case TakeUp(suggestion=number):
            rest = f"takes-up {number}"
        case Dismiss(suggestion=number):
            rest = f"dismisses {number}"
        case Away():
            rest = "away"
        case Back():
            rest = "back"
        case Pause():
            rest = "pauses"
        case GoOn():
            rest = "goes-on"
        case Relieve(seat=seat):
            rest = f"relieves {seat}"
        case GiveBack(seat=seat):
            rest = f"gives-back {seat}"
        case Made(id=id):
            rest = f"made {id}"
        case _:
            assert_never(act)
    return f"{act.device} {rest}"


def read_act(line: str) -> Act:
    """The act that was written as a line. Raises `MisreadAct`."""
    device, _, told = line.partition(" ")
    verb, _, rest = told.partition(" ")
    if not is_word(device) or verb not in _READ:
        raise MisreadAct(line[:80])
    try:
        act = _READ[verb](Device(device), rest)
    except ValueError as fault:
        raise MisreadAct(line[:80]) from fault
    if write_act(act) != line:
        raise MisreadAct(line[:80])
    return act


_READ: Mapping[str, Callable[[Device, str], Act]] = {
    "joins": lambda device, rest: _joined(device, *rest.partition(" ")),
    "quits": lambda device, _: Quit(device),
    "moves-to": lambda device, rest: MoveTo(device, DelegationId(rest)),
    "renamed": Rename,
    "hands-pen": lambda device, rest: HandPen(device, Device(rest)),
    "asks-for-pen": lambda device, _: AskForPen(device),
    "suggests": lambda device, rest: Suggest(device, read_move(rest)),
    "takes-up": lambda device, rest: TakeUp(device, int(rest)),
    "dismisses": lambda device, rest: Dismiss(device, int(rest)),
    "away": lambda device, _: Away(device),
    "back": lambda device, _: Back(device),
    "pauses": lambda device, _: Pause(device),
    "goes-on": lambda device, _: GoOn(device),
    "relieves": lambda device, rest: Relieve(device, DelegationId(rest)),
    "gives-back": lambda device, rest: GiveBack(device, DelegationId(rest)),
    "made": Made,
}
"""How what stands behind each verb is read."""


def _joined(device: Device, seat: str, _: str, name: str) -> Join:
    return Join(device, DelegationId(seat), name)
