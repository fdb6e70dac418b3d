"""Which panel is seen beside the draft, where there is room for one at a time."""

from __future__ import annotations

from typing import Literal

from game.seat import Mode

Side = Literal["wordings", "package", "people"]
_WORDINGS_FIRST: tuple[Mode, ...] = ("compose", "wait", "sign", "watch", "held", "closing")
"""While there is nothing to be answered, or the strip below has all answers in it."""


def first_side(mode: Mode) -> Side:
    """While one composes, the wordings are looked at first; else the package that there is to be answered."""
    return "wordings" if mode in _WORDINGS_FIRST else "package"


def next_side(side: Side, before: Mode, now: Mode) -> Side:
    """What comes to be answered is shown as it comes, and gives way to the wordings when a package is answered."""
    if now == before or (now in _WORDINGS_FIRST and before != "answer"):
        return side
    return first_side(now)
