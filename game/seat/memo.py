"""What has been worked out before: pure results, kept beside the frozen values that they were worked out from.

It makes a desk quick, and it makes whatever has not changed the same object from one version of the talks to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar, cast

T = TypeVar("T")
_MOST = 20_000
_values: dict[object, object] = {}
_results: dict[Hashable, tuple[object, object]] = {}


def kept(key: Hashable, make: Callable[[], T], *owners: object) -> T:
    """The result for a key and some values, made once. The values go by their identity: they need not be hashable, but
    they must never change."""
    place = (key, *map(id, owners))
    found = _results.get(place)
    return _keep(place, owners, make()) if found is None else cast("T", found[1])


def grown(parts: Sequence[object], key: Hashable, first: Callable[[], T], more: Callable[[T, int], T]) -> T:
    """What a list that is not empty comes to; `more` says it from what its parts before a place came to."""
    place, found = len(parts), None
    while place and found is None:
        found = _results.get((key, place, id(parts[place - 1])))
        place -= found is None
    if found is not None and place == len(parts):
        return cast("T", found[1])
    result = more(first() if found is None else cast("T", found[1]), place)
    return _keep((key, len(parts), id(parts[-1])), parts[-1], result)


def _keep(place: Hashable, owners: object, result: T) -> T:
    """Keep a result with the values that it was made from: while they are here, no others are known as they are."""
    if len(_results) >= _MOST:
        _results.clear()
    _results[place] = owners, result
    return result


def same(value: T) -> T:
    """A small value that can be hashed, or the equal one that there was before it."""
    if len(_values) >= _MOST:
        _values.clear()
    return cast("T", _values.setdefault(value, value))
