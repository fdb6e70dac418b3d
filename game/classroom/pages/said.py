"""Regions, and those that were said before: pure results, kept beside the values that they were said of.

All tables of a process share them: what the same words come to is said once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from markupsafe import Markup

from game.lesson import Picture
from game.seat.memo import Memo
from game.words.language import spoken

T = TypeVar("T")
NOTHING = Markup()
"""A region that has nothing to say now. Regions are markup: the type check asks of each that it came through the door
(`markup.part`), and no words that somebody typed get in beside it."""

_MOST, _MOST_PICTURES = 30_000, 4_000
"""Parts of regions, of a kilobyte or so; and all regions of a picture, one for everybody who looks on, while it is what
was told last."""
_said, _pictures = Memo(_MOST), Memo(_MOST_PICTURES)


def said(key: Hashable, make: Callable[[], T], *owners: object) -> T:
    """A region, several, or words: the same as long as the key and the owners are. Owners never change, and go by which
    object they are."""
    return _kept(_said, key, make, owners)


def shown(picture: Picture, make: Callable[[], T]) -> T:
    """All regions of a picture."""
    return _kept(_pictures, "picture", make, (picture,))


def _kept(memo: Memo, key: Hashable, make: Callable[[], T], owners: tuple[object, ...]) -> T:
    place = (key, id(spoken()), *map(id, owners))
    found = memo.find(place)
    if found is None:
        found = make(), *owners
        memo.keep(place, found)
    value: T = found[0]
    return value


def forget() -> None:
    """Say everything anew from here on: for whoever compares what comes of it."""
    global _said, _pictures
    _said, _pictures = Memo(_MOST), Memo(_MOST_PICTURES)
