"""The colours of a picture: on the cream paper of the window, and on white paper, also in black and white."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture, but for those of delegations."""

    ground: str
    ink: str
    muted: str
    few: str
    """Where the fewest texts lie."""
    many: str
    """Where the most texts lie."""
    few_agreeable: str
    """Where the fewest of those lie that both prefer to walking away."""
    many_agreeable: str


PAPER = Theme("#F7F2E6", "#26221E", "#5A5245", "#EAE6DB", "#BDC3C0", "#DDE3D6", "#83A599")
"""Cream, as everything that everybody may read."""
PRINT = Theme("#FFFFFF", "#000000", "#4A4A4A", "#F0F0F0", "#CFCFCF", "#E4E4E4", "#9C9C9C")
"""White paper and black ink."""


SHADES = 12
"""From the fewest texts to the most."""


def ramp(first: str, last: str, steps: int) -> list[str]:
    """So many colours from the first to the last, evenly apart."""
    ends = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in (first, last)])
    rows = np.rint(np.linspace(ends[0], ends[1], steps)).astype(int).tolist()
    return ["#" + "".join(f"{part:02X}" for part in row) for row in rows]
