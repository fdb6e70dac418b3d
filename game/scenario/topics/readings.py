"""Closing statements: how a delegation reads a doubtful phrase once the text is frozen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NewType

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import ID, Cited, DelegationName, Label, Line, Points, Sourced, Whole, Words
from game.scenario.topics.conditions import ALWAYS, If, check_condition

ReadingId = NewType("ReadingId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Sourced):
    """A closing statement: how one delegation reads a doubtful phrase."""

    id: Annotated[ReadingId, ID]
    of: DelegationName
    condition: Annotated[If, Field(description="When the text lets itself be read so.")] = ALWAYS
    says: Line
    gain: Points
    """Points for the speaker, at home."""
    wakes: Annotated[
        Whole, Field(ge=0, le=1000, description="How much worse the others' audiences think of the text then.")
    ]
    """How far it lowers the text in the eyes of every audience of the other delegations, in their points."""
    label: Label
    cite: Cited = ()
    after: Annotated[
        Words,
        Field(max_length=120, description="After whose statement it is made, where there was one: who, and when."),
    ] = ""


def check_readings(readings: Sequence[Reading], names: Names) -> None:
    """Mark every closing statement of nobody, or on words that are not there."""
    names.twins("reading", ("readings",), [reading.id for reading in readings])
    for n, reading in enumerate(readings):
        path: Path = ("readings", n)
        names.named((*path, "of"), reading.of, "delegation")
        names.sourced(path, reading.source)
        check_condition((*path, "if"), reading.condition, names, signed=True)
