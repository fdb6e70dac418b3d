"""Whether what is handed in as a move has the shape that its kind demands.

Types are checked before code runs; a move that comes over a wire, or from a program that somebody else has written, has
not been checked. Nothing that the rules would stumble over comes past this door, and nothing that a record could not
hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Literal, NewType, Union, get_args, get_origin, get_type_hints

from game.scenario import Scenario
from game.talks.moves import MOVES, Amend, Announce, AudienceMove, ChairMove, Move, Propose, Sound
from game.talks.refused import Refused, Why

_LARGEST = 2**63
"""No number in a move is as large."""

Fits = Callable[[object], bool]
"""Whether a value is of a kind."""
Parts = tuple[tuple[str, Fits], ...]
"""Each part of a kind of values, with what it has to be."""


def ill_formed(move: object) -> Refused | None:
    """Why this is no move at all: of no kind that there is, or with a part that is not of its kind; None if it is
    one."""
    parts = _moves().get(type(move))
    if parts is None:
        return Refused(kind=Why.NO_SUCH_MOVE, written=type(move).__name__)
    for name, fits in parts:
        if not fits(getattr(move, name, None)):
            return Refused(kind=Why.ILL_FORMED, written=name)
    return None


@cache
def _moves() -> Mapping[type, Parts]:
    return {kind: _parts(kind) for kind in MOVES}


def _parts(kind: type) -> Parts:
    hints = get_type_hints(kind)
    return tuple((field.name, _fits(hints[field.name])) for field in fields(kind))


def _fits(hint: object) -> Fits:
    if isinstance(hint, NewType):
        return _fits(hint.__supertype__)
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return lambda value: type(value) is str  # Which words there are the rules say.
    if origin in (Union, UnionType):
        kinds = [_fits(each) for each in inner]
        return lambda value: any(fits(value) for fits in kinds)
    if origin is tuple and inner[1:] == (...,):
        each = _fits(inner[0])
        return lambda value: type(value) is tuple and all(map(each, value))
    if hint is int:
        return lambda value: type(value) is int and abs(value) < _LARGEST
    if hint is float:
        return lambda value: isinstance(value, float) and type(value) is float and abs(value) < _LARGEST
    if isinstance(hint, type) and is_dataclass(hint):
        parts = _parts(hint)
        return lambda value: type(value) is hint and all(fits(getattr(value, name, None)) for name, fits in parts)
    if hint in (str, bool, NoneType):
        return lambda value: type(value) is hint
    raise TypeError(f"nothing says when a part of a move is {hint}")


def could_be_of(scenario: Scenario, move: Move) -> bool:
    """Whether a well-formed move could be made by somebody in talks over a scenario, at some time: it is of a kind that
    its seat has, and names nothing that is not there. What somebody says that he would do is told to others before the
    rules have looked at it."""
    outside = isinstance(move, get_args(AudienceMove))
    if isinstance(move, get_args(ChairMove)) or move.by not in scenario.seats or (move.by in scenario.ids) == outside:
        return False
    shifts = move.shifts if isinstance(move, Propose) else ()
    worded = (*shifts, *((move,) if isinstance(move, Amend | Announce) else ()))
    named = (*(each.issue for each in worded), *getattr(move, "issues", ()), getattr(move, "issue", None))
    return (
        all(issue in scenario.text for issue in named if issue is not None)
        and all(each.option in scenario.text[each.issue] for each in worded)
        and all(each.delegation in scenario.ids for each in shifts)
        and (not isinstance(move, Sound) or move.audience in {each.id for each in scenario.audiences})
    )
