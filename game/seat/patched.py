"""A document of JSON after what has changed in it: how whoever has one desk comes to the next."""

from __future__ import annotations

from game.seat.codec import CodecError, Plain


def patched(found: Plain, changes: Plain) -> Plain:
    """A document after a JSON Patch (RFC 6902) of the operations that `changes` writes: add, replace and remove. It is
    changed in place, but for one that is replaced whole. Raises `CodecError` where the two do not fit; the document is
    then of no more use."""
    if not isinstance(changes, list):
        raise CodecError("", "a list of operations was expected")
    for op in changes:
        try:
            found = _after(found, op["op"], str(op["path"]), op.get("value"))
        except (AttributeError, LookupError, TypeError, ValueError):
            raise CodecError(str(op)[:80], "this operation does not fit the document") from None
    return found


def _after(found: Plain, op: str, path: str, value: Plain) -> Plain:
    if not path:
        return value
    *above, last = (step.replace("~1", "/").replace("~0", "~") for step in path.split("/")[1:])
    place = found
    for step in above:
        place = place[int(step)] if isinstance(place, list) else place[step]
    match op, place:
        case "remove", dict():
            del place[last]
        case "add", list() if last == "-":
            place.append(value)
        case "add" | "replace", dict():
            place[last] = value
        case "replace", list():
            place[int(last)] = value
        case _:
            raise ValueError(op)
    return found
