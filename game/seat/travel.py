"""A desk as JSON, whole or only what has changed: what a browser is sent, and how it is put together again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import MISSING, is_dataclass
from typing import Any, TypeVar

from game.seat.codec import Codec, Plain
from game.seat.desk import Desk
from game.seat.memo import keep, recalled
from game.seat.setting import Setting
from game.seat.tray import Tray
from game.talks import Move

T = TypeVar("T")
CODEC = Codec(Desk, Setting, Tray, Move)


def encode(value: object) -> str:
    """A desk, a setting, a tray, a move, or anything in them, as JSON. The same value always gives the same text."""
    return CODEC.encode(value, record=_record(value)) if isinstance(value, Desk) else CODEC.encode(value)


def _record(of: Desk) -> str:
    """A record as JSON: as it was a few events ago, and these."""
    record, key = of.record, ("text", of.who)
    place, known = len(record), None
    while place and known is None:
        known = recalled(record[place - 1], (key, place))
        place -= known is None
    told = f"{known or ''}{''.join(f',{CODEC.encode(event)}' for event in record[place:])}"
    return f"[{keep(record[-1], (key, len(record)), told)[1:]}]"


def decode(kind: type[T], text: str) -> T:
    """The value of a type from its JSON: `decode(Desk, text)`. Raises `CodecError`, which says where it is none."""
    return CODEC.decode(kind, text)


# ---- what has changed ---------------------------------------------------------------------------------------------


def changes(before: Desk, after: Desk) -> str:
    """What makes one desk of another, as a JSON Patch (RFC 6902) for their JSON."""
    found: list[_Operation] = []
    _differ(before, after, "", found)
    ops = (
        f'{{"op":"{op}","path":"{path}"' + ("}" if op == "remove" else f',"value":{encode(value)}}}')
        for op, path, value in found
    )
    return f"[{','.join(ops)}]"


def apply(before: Desk, patch: str) -> Desk:
    """The desk that a patch of `changes` makes of another. Raises `CodecError` where it makes none."""
    return CODEC.build(Desk, patched(CODEC.plain(before), json.loads(patch)))


def patched(found: Plain, ops: Sequence[Plain]) -> Plain:
    """A document of JSON after the operations of a patch, which `changes` has made for it."""
    for op in ops:
        *above, last = op["path"].split("/")[1:]
        place = found
        for step in above:
            place = place[int(step)] if isinstance(place, list) else place[step]
        if op["op"] == "remove":
            del place[last]
        elif last == "-":
            place.append(op["value"])
        else:
            place[int(last) if isinstance(place, list) else last] = op["value"]
    return found


_Operation = tuple[str, str, object]


def _differ(before: object, after: object, at: str, found: list[_Operation]) -> None:
    """Find the operations that make one value of another; `at` is its place."""
    if before is after:
        return
    if isinstance(before, tuple) and isinstance(after, tuple) and _alike(before, after):
        for place, (old, new) in enumerate(zip(before, after, strict=False)):
            if old is not new:
                _differ(old, new, f"{at}/{place}", found)
        found += [("add", f"{at}/-", new) for new in after[len(before) :]]
    elif type(before) is not type(after) or not is_dataclass(after) or _kind(before) != _kind(after):
        found += [("replace", at, after)] if before != after else []
    else:
        for name, default in CODEC.fields_of(type(after)):
            old, new = getattr(before, name), getattr(after, name)
            if old is new or (default is not MISSING and old == new):
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
    if not after or not all(is_dataclass(each) for each in (*before[:1], *after[:1])):
        return False
    return len(before) == len(after) or (len(before) < len(after) and before == after[: len(before)])
