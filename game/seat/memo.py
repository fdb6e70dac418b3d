"""What has been worked out before: pure results, kept beside the frozen values that they were worked out from.

It makes a desk quick, and it makes whatever has not changed the same object from one version of the talks to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")
_MOST = 20_000
_values: dict[object, object] = {}
_results: dict[Hashable, tuple[object, object]] = {}


def recalled(owner: object, key: Hashable) -> object | None:
    """What was kept for a value and a key, if it still is."""
    found = _results.get((key, id(owner)))
    return None if found is None else found[1]


def keep(owner: object, key: Hashable, result: T) -> T:
    """Keep a result for a value, by its identity: it need not be hashable, but it must never change."""
    return _keep((key, id(owner)), owner, result)


def kept(key: Hashable, make: Callable[[], T], *owners: object) -> T:
    """The result for a key and some values, made once."""
    place = (key, *map(id, owners))
    found = _results.get(place)
    return _keep(place, owners, make()) if found is None else cast("T", found[1])


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
