"""What has been worked out before: pure results, kept beside the frozen values that they were worked out from.

It makes a desk quick, and it makes whatever has not changed the same object from one version of the talks to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_MOST, _MOST_COMMON = 60_000, 24_000
_values: dict[object, Any] = {}


class Memo:
    """Results of late. Of those that were not asked for again while so many others came it lets go."""

    def __init__(self, most: int) -> None:
        self._most = most // 2
        self.late: dict[Hashable, tuple[Any, ...]] = {}
        """What was found last: whoever asks often looks here first, and then asks `earlier`."""
        self._before: dict[Hashable, tuple[Any, ...]] = {}

    def find(self, place: Hashable) -> tuple[Any, ...] | None:
        """A result and the values that it was made from, by its place; None where there is none."""
        return self.late.get(place) or self.earlier(place)

    def earlier(self, place: Hashable) -> tuple[Any, ...] | None:
        """The same where it is not among what was found last."""
        if (found := self._before.get(place)) is not None:
            self.keep(place, found)
        return found

    def keep(self, place: Hashable, found: tuple[Any, ...]) -> None:
        """Keep a result and the values that it was made from: while they are here, no others are known as they are."""
        if len(self.late) >= self._most:
            self._before, self.late = self.late, {}
        self.late[place] = found


_memo = Memo(_MOST)
_common = Memo(_MOST_COMMON)


def forget() -> None:
    """Work everything out anew from here on: for whoever compares what comes of it."""
    global _memo, _common
    _memo, _common = Memo(_MOST), Memo(_MOST_COMMON)
    _values.clear()


@contextmanager
def using(memo: Memo) -> Iterator[None]:
    """Work with another memo than that of all: many tables in one process would push each other's results out of it."""
    global _memo
    before, _memo = _memo, memo
    try:
        yield
    finally:
        _memo = before


def kept(key: Hashable, make: Callable[[], T], *owners: object) -> T:
    """The result for a key and some values, made once. The values go by their identity: they need not be hashable, but
    they must never change."""
    place = (key, *map(id, owners))
    found = _memo.late.get(place) or _memo.earlier(place)
    if found is None:
        found = make(), *owners
        _memo.keep(place, found)
    value: T = found[0]
    return value


def shared(key: Hashable, make: Callable[[], T], *owners: object) -> T:
    """The same for what comes up at many tables of one process: it is the same object at all of them, whatever memo
    each works with."""
    place = (key, *map(id, owners))
    found = _common.late.get(place) or _common.earlier(place)
    if found is None:
        found = make(), *owners
        _common.keep(place, found)
    value: T = found[0]
    return value


def grown(parts: Sequence[object], key: Hashable, first: Callable[[], T], more: Callable[[T, int], T]) -> T:
    """What a list that is not empty comes to; `more` says it from what its parts before a place came to."""
    place, found = len(parts), None
    while place and found is None:
        found = _memo.find((key, place, id(parts[place - 1])))
        place -= found is None
    result: T = first() if found is None else found[0]
    if place < len(parts):
        result = more(result, place)
        _memo.keep((key, len(parts), id(parts[-1])), (result, parts[-1]))
    return result


def text_of(key: Hashable, write: Callable[[T], str], value: T) -> str:
    """The text of a value that never changes, written once; `key` says by whom."""
    place = (key, id(value))
    found = _memo.late.get(place) or _memo.earlier(place)
    if found is None:
        found = write(value), value
        _memo.keep(place, found)
    text: str = found[0]
    return text


def one(kind: Callable[P, T], *told: P.args, **named: P.kwargs) -> T:
    """A small value of a class whose fields can be hashed, made of them once: the same for all that say the same."""
    place = (kind, told, *named.items())
    found: T | None = _values.get(place)
    if found is None:
        if len(_values) >= _MOST:
            _values.clear()
        found = _values[place] = kind(*told, **named)
    return found


def same(value: T) -> T:
    """A small value that can be hashed, or the equal one that there was before it."""
    if len(_values) >= _MOST:
        _values.clear()
    known: T = _values.setdefault(value, value)
    return known
