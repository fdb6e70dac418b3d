"""What a player should be told of a scenario's numbers, and of what its model leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.scenario.shapes import AsWritten, Line, Story, several


@dataclass(frozen=True, slots=True)
class Limits(AsWritten):
    """What the numbers of a scenario are, and what it leaves out."""

    numbers: Annotated[Story, Field(description="Who chose the numbers, after what, and how they were tuned.")]
    left_out: Annotated[
        tuple[str, ...],
        several(Line, 1, 20),
        Field(description="What mattered and is not in the model, a sentence each."),
    ]
