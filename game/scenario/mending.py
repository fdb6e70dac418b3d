"""Stand-ins for what could not be read, so that the rest of a file is judged in the same run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_uppercase
from typing import Any

from pydantic_core import ErrorDetails

from game.scenario.names import STAND_IN
from game.scenario.proof import Path
from game.scenario.sentences import ONE_LINE, path_of, shape_at

_UNREADABLE_SENTENCE = "{"
"""Words of the text that could not be read: slots may stand in them, so nothing is said to be printed nowhere."""


def mend(data: Any, errors: Iterable[ErrorDetails]) -> bool:
    """Put harmless stand-ins where the errors are. A name that is no name gets the same stand-in wherever it stands.

    Returns False when nothing harmless could stand there: a mapping or a list that is missing, or a side issue that
    may not be one.
    """
    for number, error in enumerate(errors):
        path = path_of(error)
        holder: Any = data
        for step in path[:-1]:
            holder = holder[step]
        if not path:
            return False
        if error["loc"][-1:] == ("[key]",):
            holder[_name(path[-1], number)] = holder.pop(path[-1], None)
        elif error["type"] == "extra_forbidden":
            # An alias shares its value, so the key may be gone already.
            holder.pop(path[-1], None)
        elif error["type"] == "too_short" and path[-1] == "options" and isinstance(holder[path[-1]], list):
            holder[path[-1]] += [_option(number, extra) for extra in range(2 - len(holder[path[-1]]))]
        else:
            stand_in = _instead(path, error["input"] if error["type"] != "missing" else None, number, data)
            if stand_in is None:
                return False
            holder[path[-1]] = stand_in
    return True


def _instead(path: Path, value: object, number: int, data: Any) -> object:
    """What may stand at a path, or None."""
    shape = shape_at(path)
    if "enum" in shape:
        return shape["enum"][0]
    if shape.get("type") in ("integer", "number"):
        return 1
    if shape.get("type") == "boolean":
        return False if path[-1] == "spine" else None
    if shape.get("type") != "string":
        return None
    if path[0] == "text" and path[-1] in ("words", "heading"):
        return _UNREADABLE_SENTENCE
    if shape.get("format") == "date":
        return "2000-01-01"
    return _text(path, value, number, str(shape.get("pattern", ONE_LINE)), data)


def _text(path: Path, value: object, number: int, pattern: str, data: Any) -> str:
    if re.fullmatch(pattern, f"{STAND_IN}{number}"):
        return _name(value, number) if pattern != ONE_LINE else f"{STAND_IN}{number}"
    if path[-1] == "letter":
        taken = {str(delegation.get("letter")) for delegation in data["delegations"]}
        return next(letter for letter in reversed(ascii_uppercase) if letter not in taken)
    return "09:00" if path[-1] == "starts" else f"X{number}"


def _name(value: object, number: int) -> str:
    """The same name for the same value; for no value at all, one of its own."""
    if isinstance(value, (str, int, float)):
        return STAND_IN + re.sub(r"[^A-Za-z0-9]", "_", str(value))[:28]
    return f"{STAND_IN}{number}"


def _option(number: int, extra: int) -> dict[str, object]:
    name = f"{STAND_IN}{number}-{extra}"
    degrees = dict.fromkeys(("binds", "precise", "shares"), 0)
    return {"id": name, "name": name, "words": name, "label": "MODEL", **degrees}
