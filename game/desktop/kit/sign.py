"""How somebody is recognised on a canvas: a shape, a letter and an underline; colour says it once more, and least."""

from __future__ import annotations

from typing import Literal, NamedTuple

Underlining = Literal["solid", "double", "dotted", "dashed", "thick", "dashdot"]


class Sign(NamedTuple):
    """The look of one delegation, the same everywhere."""

    letter: str
    shape: str
    ink: str
    """Its colour on paper, and the fill of its mark."""
    felt: str
    """Its colour on felt, and the outline of its mark there."""
    underline: Underlining
