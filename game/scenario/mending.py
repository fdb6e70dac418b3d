"""Stand-ins for what could not be read, so that the rest of a file is judged in the same run."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from string import ascii_uppercase
from typing import Any

from pydantic_core import ErrorDetails

from game.scenario.names import STAND_IN, STAND_IN_CAPITALS
from game.scenario.proof import Path
from game.scenario.sentences import ONE_LINE, UNKNOWN_KEY, path_of, shape_at

_NINE = "09:00"
_UNREADABLE_SENTENCE = "{"
"""Words of the text that could not be read: slots may stand in them, so nothing is said to be printed nowhere."""


def mend(data: Any, errors: Iterable[ErrorDetails]) -> bool:
    """Put harmless stand-ins where the errors are. A name that is no name gets the same stand-in wherever it stands.

    Returns False when nothing harmless could stand there: a mapping or a list that is missing, or a side issue that
    may not be one.
    """
    for number, error in enumerate(sorted(errors, key=_turn)):
        path = path_of(error)
        if not path:
            return False
        holder: Any = _at(data, path[:-1])
        if not _holds(holder, path[-1]):
            # An alias shares its value, so what held this may be gone already.
            continue
        if error["loc"][-1:] == ("[key]",):
            _rename(holder, path[-1], number, str(error.get("ctx", {}).get("pattern", "")))
        elif error["type"] == UNKNOWN_KEY:
            holder.pop(path[-1], None)
        elif error["type"] == "too_short" and path[-1] == "options" and isinstance(_at(holder, path[-1:]), list):
            holder[path[-1]] += [_option(number, extra) for extra in range(2 - len(holder[path[-1]]))]
        else:
            stand_in = _instead(path, error["input"] if error["type"] != "missing" else None, number, data)
            if stand_in is None:
                return False
            holder[path[-1]] = stand_in
    return True


def _turn(error: ErrorDetails) -> tuple[bool, int]:
    """Keys come last, the deepest first: the paths of other errors lead through them."""
    return error["loc"][-1:] == ("[key]",), -len(error["loc"])


def _at(data: Any, path: Path) -> Any:
    """What stands at a path, or None."""
    for step in path:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return None
    return data


def _holds(holder: Any, step: str | int) -> bool:
    """Whether something can stand there."""
    return (
        isinstance(holder, list) and step in range(len(holder)) if isinstance(step, int) else isinstance(holder, dict)
    )


def _instead(path: Path, value: object, number: int, data: Any) -> object:
    """What may stand at a path, or None."""
    shape = shape_at(path)
    if path[-1] == "power":
        # What else the audience has says which one was meant.
        return "press" if "cost" in _at(data, path[:-1]) else "ratify"
    if path[-1] == "label":
        return "MODEL"
    if "enum" in shape:
        return shape["enum"][0]
    if shape.get("type") in ("integer", "number"):
        return _beside(path, data) if "draw" in path else 1
    if shape.get("type") == "boolean":
        return None if path[-1] == "side" else False
    if shape.get("type") != "string":
        return None
    if path[0] == "text" and path[-1] in ("words", "heading"):
        return _UNREADABLE_SENTENCE
    if shape.get("format") == "date":
        return "2000-01-01"
    return _text(path, value, number, str(shape.get("pattern", ONE_LINE)), data)


def _beside(path: Path, data: Any) -> object:
    """The other end of a range, so that it runs from low to high whatever was written here."""
    found = _at(data, (*path[:-1], 1 - path[-1])) if isinstance(path[-1], int) else None
    return found if isinstance(found, (int, float)) else 1


def _text(path: Path, value: object, number: int, pattern: str, data: Any) -> str:
    if re.fullmatch(pattern, f"{STAND_IN}{number}"):
        return _name(value, number) if pattern != ONE_LINE else f"{STAND_IN}{number}"
    if path[-1] == "letter":
        taken = {str(_at(delegation, ("letter",))) for delegation in data["delegations"]}
        return next(letter for letter in reversed(ascii_uppercase) if letter not in taken)
    return _NINE if re.fullmatch(pattern, _NINE) else _capitals(value, number)


def _rename(holder: Any, key: object, number: int, pattern: str) -> None:
    """Give a key that is no name a stand-in; where none is a name, it goes."""
    if key not in holder:
        return
    held = holder.pop(key)
    for name in (_name(key, number), _capitals(key, number)):
        if re.fullmatch(pattern, name):
            holder[name] = held
            return


def _capitals(value: object, number: int) -> str:
    known = isinstance(value, (str, int, float))
    return f"{STAND_IN_CAPITALS}{(zlib.crc32(str(value).encode(errors='replace')) if known else number) % 100}"


def _name(value: object, number: int) -> str:
    """The same name for the same value; for no value at all, one of its own."""
    if isinstance(value, (str, int, float)):
        return STAND_IN + re.sub(r"[^A-Za-z0-9]", "_", str(value))[:28]
    return f"{STAND_IN}{number}"


def _option(number: int, extra: int) -> dict[str, object]:
    name = f"{STAND_IN}{number}-{extra}"
    degrees = dict.fromkeys(("binds", "precise", "shares"), 0)
    return {"id": name, "name": name, "words": name, "label": "MODEL", **degrees}
