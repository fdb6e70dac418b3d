"""How wide words are, where no font can be asked: a little more than in the fonts that they are likely to be set in."""

from __future__ import annotations

from unicodedata import east_asian_width

from game.reports.picture import Area, Label, Symbol

_NARROW, _SLIM, _WIDE = frozenset("iljI.,:;'|!’‘·"), frozenset('ftr()[]-/ \u00a0“”"'), frozenset("mwMW@%—…")
_HIGH, _LOW = 0.76, 0.22
"""Of a line of letters, what stands above its base line and below it, as parts of its size."""


def wide(words: str, size: float, *, bold: bool = False) -> float:
    """About how wide a line of words is in a sans-serif face, rather too wide than too narrow."""
    return sum(_of(sign) for sign in words) * size * (1.1 if bold else 1.03)


def _of(sign: str) -> float:
    if sign in _NARROW:
        return 0.3
    if sign in _SLIM:
        return 0.42
    if sign in _WIDE or east_asian_width(sign) in "WF":
        return 1.0
    return 0.7 if sign.isupper() else 0.6


def above(size: float) -> float:
    """How far letters reach above their base line."""
    return size * _HIGH


def below(size: float) -> float:
    """How far letters reach below their base line."""
    return size * _LOW


def letter_of(symbol: Symbol) -> Label:
    """The letter in a sign: smaller and lower in one that is narrow above."""
    size, drop = _IN.get(symbol.shape, (1.3, 0.0))
    size *= symbol.radius
    y = symbol.y + drop * symbol.radius + above(size) / 2
    return Label(symbol.letter, symbol.x, y, symbol.ink, size, "middle", bold=True)


_IN = {"triangle": (1.05, 0.3), "pentagon": (1.2, 0.06)}
"""The size of a letter and how much lower it stands, for a radius of one."""


def area_of(label: Label) -> Area:
    """What some words take of a picture."""
    across = wide(label.words, label.size, bold=label.bold)
    left = label.x - {"start": 0.0, "middle": across / 2, "end": across}[label.anchor]
    return Area(left, label.y - above(label.size), across, above(label.size) + below(label.size))


def wrapped(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Words in lines of no more than so much room, unless a single word is wider."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and wide(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
