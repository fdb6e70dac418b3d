"""Regions, and those that were said before: pure results, kept beside the values that they were said of."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from markupsafe import Markup

from game.seat.memo import kept
from game.words.language import tongue

T = TypeVar("T", bound=str)
NOTHING = Markup()
"""A region that has nothing to say now. Regions are markup: the type check asks of each that it came through the door
(`markup.part`), and no words that somebody typed get in beside it."""


def said(key: Hashable, make: Callable[[], T], *owners: object) -> T:
    """A region, or words, said once as long as its key and its owners are the same. Owners never change, and go by
    which object they are."""
    return kept(("page", tongue(), key), make, *owners)
