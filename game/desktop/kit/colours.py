"""The colours of the room by their names, as they are in the dark theme; `themes` says what each is in another.

Cream (`PAPER`) carries only what everybody may read. Felt is private to the seat. `FLIMSY` is a private paper.
Gold means: this waits for you. It is a ground, an edge or a sign, and no colour of words. What is refused, barred or
wrong has a tone that no side has: a side's red is its own.
"""

from __future__ import annotations

from functools import lru_cache

PAPER = "#F7F2E6"
HOT = "#FDE4A0"
REFUSED = "#A00078"
"""On paper, what is wrong, the sign of a word that was refused, and its frame."""
DEALT = "#FBEDC6"
"""Behind the words of a package in the draft: the pencil of whoever reads it."""
FLIMSY = "#DCE7E4"
INK = "#26221E"
MUTED = "#635B4E"
AGREED = "#2C6A3E"
LINE = "#D0C6B2"
BRACKET = "#6F6656"
FRESH = "#DDEBD3"
"""Behind words that came in with the last moves."""
ASIDE = "#E6DDCB"
"""Paper that is not looked at."""
CABLE_INK = "#4C5A57"
CABLE_LINE = "#8FA39D"
PAPER_BAR = "#B9AE98"
LETTER = "#FFFFFF"
"""The letter in a delegation's mark."""

FELT0 = "#101F25"
FELT1 = "#182C34"
FELT2 = "#1F3740"
FELT3 = "#304C56"
CHOSEN = "#2B4D57"
PALE = "#EDF1F1"
LOCKED = "#C3D0D3"
DIM = "#A9BDC3"
GOLD = "#E0BC66"
AGREED_PALE = "#8CCB9C"
ALARM = "#FF92EC"
"""On felt, what is barred, refused, late or wrong."""
SHADOW = "#0A1519"
GOLD_LIT = "#EDCC7C"
ON_GOLD = "#172B33"
LIT = "#3C5B66"
"""A button under the mouse or the focus."""
OFF = "#8FA4AB"
"""Words on a button that cannot be pressed now."""
EMPTY = "#4B6872"
"""What is not filled of a scale."""
LATER = "#7F99A2"
"""Moves that have not been shown yet."""


_MIXED: dict[str, tuple[str, str, float]] = {}
"""What each mixed colour was mixed of: another theme mixes its own."""


@lru_cache(maxsize=2_000)
def mix(one: str, other: str, share: float) -> str:
    """A colour on the way from one to the other."""
    a, b = (tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in (one, other))
    mixed = "#" + "".join(f"{round(x + (y - x) * share):02X}" for x, y in zip(a, b, strict=True))
    if mixed not in (one, other):  # of so little or so much of the other that it is one of them
        _MIXED[mixed] = one, other, share
    return mixed


def parts(mixed: str) -> tuple[str, str, float] | None:
    """What a colour was mixed of, and how; None for one that was not."""
    return _MIXED.get(mixed)
