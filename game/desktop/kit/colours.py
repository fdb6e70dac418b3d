"""The colours of the room. Every pair of text and ground here was measured: see docs, WCAG contrast 4.5 or more.

Cream (`PAPER`) carries only what everybody may read. Felt is private to the seat. `FLIMSY` is a private paper.
Gold means: this waits for you.
"""

from __future__ import annotations

PAPER = "#F7F2E6"
HOT = "#FDE4A0"
DEALT = "#FBEDC6"
"""Behind the words of a package in the draft: the pencil of whoever reads it."""
FLIMSY = "#DCE7E4"
INK = "#26221E"
MUTED = "#635B4E"
AGREED = "#2C6A3E"
LINE = "#D0C6B2"
BRACKET = "#6F6656"

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
ALARM = "#F2978F"
SHADOW = "#0A1519"
ON_GOLD = FELT1


def mix(one: str, other: str, share: float) -> str:
    """A colour on the way from one to the other."""
    a, b = (tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in (one, other))
    return "#" + "".join(f"{round(x + (y - x) * share):02X}" for x, y in zip(a, b, strict=True))
