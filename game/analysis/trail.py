"""The way back through the layers of a walk: how the text behind one of its last rows is read off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.analysis.diagram import Diagram
from game.text import Outcome


@dataclass(frozen=True, eq=False, slots=True)
class Trail:
    """Where the rows after one layer came from."""

    before: NDArray[np.int32]
    """For each row (n,) the one before it."""
    arcs: NDArray[np.int32]
    """For each row (n,) the arc that was added."""


def text_behind(diagram: Diagram, trails: Sequence[Trail], row: int) -> Outcome:
    """The text behind a row of the last layer."""
    arcs: list[int] = []
    for trail in reversed(trails):
        arcs.append(int(trail.arcs[row]))
        row = int(trail.before[row])
    return diagram.outcome(arcs)
