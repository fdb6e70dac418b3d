"""A desk as JSON, whole or only what has changed: what a browser is sent, and how it is put together again."""

from __future__ import annotations

from dataclasses import MISSING
from typing import Any, TypeVar

from game.seat.codec import Codec
from game.seat.desk import Desk
from game.seat.memo import grown, kept
from game.seat.setting import Setting
from game.seat.tray import Tray
from game.talks import Move

T = TypeVar("T")
CODEC = Codec(Desk, Setting, Tray, Move)


def encode(value: object) -> str:
    """A desk, a setting, a tray, a move, or anything in them, as JSON. The same value always gives the same text."""
    if not isinstance(value, Desk):
        return CODEC.encode(value)
    often_the_same = ("issues", "choices", "ladder", "corridor")
    return CODEC.encode(value, record=_record(value), **{name: _text(getattr(value, name)) for name in often_the_same})


def _text(of: object) -> str:
    return kept("text", lambda: CODEC.encode(of), of)


def _record(of: Desk) -> str:
    """A record as JSON: as it was a few events ago, and these."""

    def more(told: str, start: int) -> str:
        return told + ("," if start else "") + ",".join(map(CODEC.encode, of.record[start:]))

    return grown(of.record, ("text", of.who), lambda: "[", more) + "]"


def decode(kind: type[T], text: str) -> T:
    """The value of a type from its JSON: `decode(Desk, text)`. Raises `CodecError`, which says where it is none."""
    return CODEC.decode(kind, text)


# ---- what has changed ---------------------------------------------------------------------------------------------


def changes(before: Desk, after: Desk) -> str:
    """What makes one desk of another, as a JSON Patch (RFC 6902) for their JSON."""
    found: list[_Operation] = []
    if before != after:
        _differ(before, after, "", found)
    ops = (
        f'{{"op":"{op}","path":"{path}"' + ("}" if op == "remove" else f',"value":{encode(value)}}}')
        for op, path, value in found
    )
    return f"[{','.join(ops)}]"


_Operation = tuple[str, str, object]


def _differ(before: object, after: object, at: str, found: list[_Operation]) -> None:
    """Find the operations that make one value of another, which is not equal; `at` is its place."""
    shape = CODEC.shape_of(type(after))
    if isinstance(before, tuple) and isinstance(after, tuple) and _alike(before, after):
        for place, (old, new) in enumerate(zip(before, after, strict=False)):
            if old is not new and old != new:
                _differ(old, new, f"{at}/{place}", found)
        found += [("add", f"{at}/-", new) for new in after[len(before) :]]
    elif type(before) is not type(after) or shape is None or _kind(before) != _kind(after):
        found.append(("replace", at, after))
    else:
        for (name, default), old, new in zip(shape.fields, shape.values(before), shape.values(after), strict=True):
            if old is new or old == new:
                continue
            if default is not MISSING and new == default:
                found.append(("remove", f"{at}/{name}", None))
            elif default is not MISSING and old == default:
                found.append(("add", f"{at}/{name}", new))
            else:
                _differ(old, new, f"{at}/{name}", found)


def _kind(value: object) -> object:
    """What a value of another kind has little in common with: that one is told whole."""
    return getattr(value, "kind", None)


def _alike(before: tuple[Any, ...], after: tuple[Any, ...]) -> bool:
    """Whether two lists are told by what changes in their places, and by what comes after them."""
    if not after or not all(CODEC.shape_of(type(each)) for each in (*before[:1], *after[:1])):
        return False
    return len(before) == len(after) or (len(before) < len(after) and before == after[: len(before)])
