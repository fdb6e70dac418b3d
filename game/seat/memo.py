"""What has been worked out before: pure results, kept by the values that they were worked out from."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")
_MOST = 20_000
_results: dict[Hashable, tuple[object, object]] = {}


def kept(owner: object, key: Hashable, make: Callable[[], T]) -> T:
    """The result for a frozen value that cannot be hashed itself, and for a key beside it. It is made once, so that
    what has not changed is the same object from one version of the talks to the next."""
    place = (id(owner), key)
    found = _results.get(place)
    if found is not None and found[0] is owner:
        return cast("T", found[1])
    made = make()
    if len(_results) >= _MOST:
        _results.clear()
    _results[place] = (owner, made)
    return made
