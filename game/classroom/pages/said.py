"""Regions, and those that were said before: pure results, kept beside the values that they were said of.

All tables of a process share them: what the same words come to is said once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from markupsafe import Markup

from game.lesson import Picture
from game.seat.memo import Memo
from game.words.language import tongue

T = TypeVar("T")
NOTHING = Markup()
"""A region that has nothing to say now. Regions are markup: the type check asks of each that it came through the door
(`markup.part`), and no words that somebody typed get in beside it."""

_said = Memo(30_000)
"""Parts of regions, of a kilobyte or so."""
_pictures = Memo(4_000)
"""All regions of a picture: one for everybody who looks on, while it is what was told last."""


def said(key: Hashable, make: Callable[[], T], *owners: object) -> T:
    """A region, several, or words: the same as long as the key and the owners are. Owners never change, and go by which
    object they are."""
    return _kept(_said, key, make, owners)


def shown(picture: Picture, make: Callable[[], T]) -> T:
    """All regions of a picture."""
    return _kept(_pictures, "picture", make, (picture,))


def _kept(memo: Memo, key: Hashable, make: Callable[[], T], owners: tuple[object, ...]) -> T:
    place = (key, tongue(), *map(id, owners))
    found = memo.find(place)
    if found is None:
        found = owners, make()
        memo.keep(place, found)
    return found[1]  # type: ignore[return-value]
