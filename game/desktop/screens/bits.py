"""Words of a page as the window sets them: struck, inserted, quoted or somebody's, on felt or on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from game.desktop.kit import colours
from game.desktop.kit.fonts import Face
from game.desktop.kit.paragraph import Span, Style
from game.desktop.kit.sign import Sign
from game.text import DelegationId
from game.words.page import Bit, Bits

_BOLD: Mapping[str, Face] = {"serif": "serif-bold", "sans": "sans-bold", "mono": "mono-bold"}
_ITALIC: Mapping[str, Face] = {"serif": "serif-italic", "sans": "sans-italic"}
_UPRIGHT: Mapping[str, Face] = {"serif": "serif", "sans": "sans", "mono": "mono"}


def spans_of(words: Bits, base: Style, marks: Mapping[DelegationId, Sign], *, paper: bool = False) -> tuple[Span, ...]:
    """Words in the style of where they stand, each bit with the look of its own. What is about a move of the record is
    tagged with its number."""
    bits = (Bit(words),) if isinstance(words, str) else words
    return tuple(
        Span(
            bit.words, _style(bit, base, marks, paper=paper), _tag(bit, place), marks.get(bit.who) if bit.who else None
        )
        for place, bit in enumerate(bits)
    )


def _tag(bit: Bit, place: int) -> str:
    return f"{bit.move}:{place}" if bit.move is not None else ""


def _style(bit: Bit, base: Style, marks: Mapping[DelegationId, Sign], *, paper: bool) -> Style:
    owner = marks.get(bit.who) if bit.who else None
    ink = (owner.ink if paper else owner.felt) if owner else ""
    family = base.face.split("-")[0]
    style = base._replace(underline="dotted") if bit.move is not None else base
    match bit.look:
        case "plain" | "box" | "blank":
            return style
        case "strong":
            return style._replace(face=_BOLD[family])
        case "emphasis":
            slanted = base.face.endswith("italic")
            return style._replace(face=_UPRIGHT[family] if slanted else _ITALIC.get(family, base.face))
        case "small":
            return style._replace(size=14, colour=colours.MUTED if paper else colours.DIM)
        case "quoted":
            owned = style._replace(colour=ink, underline=owner.underline) if owner else style
            return owned._replace(face=_serif(base))
        case "struck":
            ink = ink or (colours.MUTED if paper else colours.DIM)
            return style._replace(face=_serif(base), colour=ink, strike=True)
        case "inserted":
            back = colours.HOT if paper else colours.CHOSEN
            under = owner.underline if owner else "solid"
            return style._replace(face=_serif(base), colour=ink or base.colour, underline=under, back=back)
        case _:
            assert_never(bit.look)


def _serif(base: Style) -> Face:
    """The face of words that would be signed."""
    return "serif-bold" if base.face.endswith("bold") else "serif"
