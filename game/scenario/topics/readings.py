"""Closing statements: how a delegation reads a doubtful phrase once the text is frozen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NewType

from pydantic import Field

from game.scenario.names import Names
from game.scenario.proof import Path
from game.scenario.shapes import ID, AsWritten, Cited, DelegationName, Label, Line, Points, Whole
from game.scenario.topics.conditions import ALWAYS, Condition, ConditionModel, check_condition, condition_of
from game.text import DelegationId, Source

ReadingId = NewType("ReadingId", str)


@dataclass(frozen=True, slots=True)
class Reading:
    """A closing statement: how one delegation reads a doubtful phrase once the text is frozen."""

    id: ReadingId
    of: DelegationId
    says: str
    gain: int
    """Points for the speaker, at home."""
    wakes: int
    """How far it lowers the text in the eyes of every audience of the other delegations, in their points."""
    source: Source
    condition: Condition = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingModel(AsWritten):
    """A closing statement: how one delegation reads a doubtful phrase."""

    id: Annotated[ReadingId, ID]
    of: DelegationName
    if_: Annotated[ConditionModel | None, Field(alias="if")] = None
    says: Line
    gain: Points
    wakes: Annotated[Whole, Field(ge=0, le=1000)]
    label: Label
    cite: Cited = ()


def reading_of(model: ReadingModel) -> Reading:
    """A closing statement."""
    source = Source(model.label, model.cite)
    return Reading(model.id, model.of, model.says, model.gain, model.wakes, source, condition_of(model.if_))


def check_readings(readings: Sequence[ReadingModel], names: Names) -> None:
    """Mark every closing statement of nobody, or on words that are not there."""
    names.twins("reading", ("readings",), [reading.id for reading in readings])
    for n, reading in enumerate(readings):
        path: Path = ("readings", n)
        names.named((*path, "of"), reading.of, "delegation")
        names.cited((*path, "cite"), reading.cite)
        check_condition((*path, "if"), reading.if_, names, signed=True)
